// "both sides", "the two leaders", "the two countries": two entities in one phrase. The
// noun is the first of them, "both" or "two" is the second's (Mention::is_twin).
#include <algorithm>
#include <array>

#include "meaning/coreference.h"
#include "world/world.h"

namespace entente {
namespace {

constexpr std::uint32_t kSentencesBack = 3;

template <std::size_t kCount>
bool IsOneOf(const std::array<std::string_view, kCount>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsStateWord(std::string_view lemma) {
  constexpr std::array<std::string_view, 7> kWords = {
      "country", "nation", "state", "government", "neighbour", "neighbor", "army"};
  return IsOneOf(kWords, lemma);
}

bool IsPersonWord(std::string_view lemma) {
  constexpr std::array<std::string_view, 4> kWords = {"leader", "president", "minister",
                                                      "foreign minister"};
  return IsOneOf(kWords, lemma);
}

bool IsSideWord(std::string_view lemma) {
  constexpr std::array<std::string_view, 7> kWords = {
      "side", "party", "rival", "foe", "group", "faction", "enemy"};
  return IsOneOf(kWords, lemma);
}

}  // namespace

bool Coreferencer::IsPair(std::uint32_t index) const {
  const MentionDraft& draft = drafts_[index];
  if (draft.role == kNone || !draft.is_plural) return false;
  const std::string_view lemma = syntax_.lemma[draft.head_word];
  if (!IsStateWord(lemma) && !IsPersonWord(lemma) && !IsSideWord(lemma)) return false;
  if (draft.last_word != draft.head_word) return false;  // "the two sides of the river"
  bool is_two = false;
  for (std::uint32_t word = draft.first_word; word < draft.head_word; ++word) {
    const std::string_view own = syntax_.lemma[word];
    is_two = is_two || own == "both" || own == "two" || own == "2";
  }
  return is_two && analysis_.form(draft.first_word) != "two" &&
         analysis_.form(draft.first_word) != "Two";
}

// True for an entity that can be one of "both ...".
bool Coreferencer::FitsPair(std::uint32_t other, std::string_view lemma) const {
  const MentionDraft& draft = drafts_[other];
  if (entity_of_[other] == kNone || draft.pronoun != nullptr) return false;
  const Known& known = known_[entity_of_[other]];
  const ActorKind kind = known.entity.kind;
  if (IsPersonWord(lemma)) return kind == ActorKind::kPerson;
  if (IsStateWord(lemma)) return kind == ActorKind::kCountry;
  const ActorCode& code = known.entity.code;
  const bool is_outside = code.country == "IGO" || code.country == "NGO" ||
                          code.sector == "JRN" || code.sector == "CVL";
  const bool is_body =
      known.is_named && (kind == ActorKind::kGroup || kind == ActorKind::kOrganisation);
  return !is_outside &&
         (kind == ActorKind::kCountry || is_body || code.sector == "GOV" ||
          code.sector == "REB") &&
         kind != ActorKind::kPerson && kind != ActorKind::kRole;
}

// The last two that fit; no one where there is but one.
std::uint32_t Coreferencer::ResolvePair(std::uint32_t index) {
  const MentionDraft& draft = drafts_[index];
  const std::string_view lemma = syntax_.lemma[draft.head_word];
  std::uint32_t last = kNone;
  for (std::uint32_t i = index; i-- > 0;) {
    if (drafts_[i].sentence + kSentencesBack < draft.sentence) break;
    if (!FitsPair(i, lemma)) continue;
    const std::uint32_t entity = entity_of_[i];
    if (last == kNone) last = entity;
    const ActorCode& own = known_[last].entity.code;
    const ActorCode& code = known_[entity].entity.code;
    const bool is_same =
        entity == last || (own.country == code.country && own.sector == code.sector &&
                           !IsPersonWord(lemma));
    if (is_same) continue;
    pairs_.push_back({index, last});
    return entity;
  }
  return kNone;
}

void Coreferencer::AddPairs(const std::vector<std::uint32_t>& new_id,
                            MentionTable& table) const {
  for (const Pair& pair : pairs_) {
    const std::uint32_t head = drafts_[pair.draft].head_word;
    const std::uint32_t noun = table.mention_at[head];
    if (noun == kNoWord || new_id[pair.entity] == kNone) continue;
    std::uint32_t word = drafts_[pair.draft].first_word;
    while (word < head && table.mention_at[word] != kNoWord) ++word;
    if (word == head) continue;
    Mention second = table.mentions[noun];
    second.entity = {new_id[pair.entity]};
    second.head_word = word;
    second.is_twin = true;
    const auto id = static_cast<std::uint32_t>(table.mentions.size());
    table.entities[new_id[pair.entity]].mentions.push_back({id});
    table.mentions.push_back(second);
    table.mention_at[word] = id;
  }
}

}  // namespace entente
