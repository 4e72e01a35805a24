// Pronouns: by gender, number, nearness and the part that the antecedent played.
#include <algorithm>

#include "meaning/coreference.h"

namespace entente {
namespace {

constexpr std::uint32_t kSentencesBack = 3;

bool IsSubject(Relation relation) { return Universal(relation) == Relation::kNsubj; }

}  // namespace

// Marks the words between quotation marks. A paragraph's end closes what it opened.
void Coreferencer::ReadQuotes() {
  in_quote_.assign(syntax_.size(), false);
  const auto& sentences = analysis_.tokens->sentences;
  bool is_open = false;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (i > 0 && sentences[i].block != sentences[i - 1].block) is_open = false;
    for (std::uint32_t word = sentences[i].begin; word < sentences[i].end; ++word) {
      const std::string_view form = analysis_.form(word);
      if (form == "“" || form == "«" || form == "``") {
        is_open = true;
      } else if (form == "”" || form == "»" || form == "''") {
        is_open = false;
      } else if (form == "\"") {
        is_open = !is_open;
      } else {
        in_quote_[word] = is_open;
      }
    }
  }
}

bool Coreferencer::Agrees(const MentionDraft& pronoun, const Known& known,
                          const MentionDraft& antecedent) const {
  const ActorKind kind = known.entity.kind;
  const bool is_human = kind == ActorKind::kPerson || kind == ActorKind::kRole;
  switch (pronoun.gender) {
    case Gender::kMale:
    case Gender::kFemale:
      return is_human && !known.is_plural &&
             (known.gender == Gender::kUnknown || known.gender == pronoun.gender);
    case Gender::kNeuter:
      return kind == ActorKind::kCountry || kind == ActorKind::kOrganisation ||
             kind == ActorKind::kGroup || kind == ActorKind::kPlace;
    case Gender::kUnknown:
      return known.is_plural || antecedent.is_plural || kind == ActorKind::kPeople ||
             kind == ActorKind::kGroup || kind == ActorKind::kOrganisation;
  }
  return false;
}

// The part that a noun plays: that of its quantity in "hundreds of people fled".
Relation Coreferencer::PartOf(std::uint32_t word) const {
  constexpr int kDeepest = 3;  // "hundreds of thousands of people"
  for (int step = 0; step < kDeepest; ++step) {
    const std::uint32_t head = syntax_.head[word];
    const bool is_counted =
        syntax_.relation[word] == Relation::kNmod && head != kNoWord && head < word &&
        syntax_.lemma[head + 1] == "of" &&
        (syntax_.upos[head] == Upos::kNum || syntax_.xpos[head] == Xpos::kNns);
    if (!is_counted) break;
    word = head;
  }
  return syntax_.relation[word];
}

int Coreferencer::Salience(const MentionDraft& pronoun, const MentionDraft& antecedent,
                           const Known& known) const {
  const Relation own = syntax_.relation[pronoun.head_word];
  const Relation other = PartOf(antecedent.head_word);
  int score = -4 * static_cast<int>(pronoun.sentence - antecedent.sentence);
  const bool is_passive = own == Relation::kNsubjPass;
  if (IsSubject(other)) score += is_passive ? 0 : 4;
  if (other == Relation::kObj || other == Relation::kNsubjPass)
    score += is_passive ? 4 : 1;
  if (Universal(other) == Relation::kNmodPoss) score += 0;
  if (known.is_named) score += 1;
  // Who writes does not point into what somebody else says.
  if (!in_quote_[pronoun.head_word] && in_quote_[antecedent.head_word]) score -= 6;
  if (pronoun.gender == Gender::kUnknown) {
    if (known.is_plural || antecedent.is_plural) score += 3;
    if (known.entity.kind == ActorKind::kOrganisation) score -= 2;
  }
  if (known.entity.kind == ActorKind::kPlace) score -= 3;
  if (antecedent.pronoun != nullptr && antecedent.gender == pronoun.gender) score += 2;
  return score;
}

// What the relative clause hangs from: "Kabulov, who held talks"; the phrase right
// before "who" where the parser hung the clause elsewhere.
std::uint32_t Coreferencer::ResolveRelative(std::uint32_t index) const {
  constexpr int kHighest = 6;
  std::uint32_t word = drafts_[index].head_word;
  for (int steps = 0; steps < kHighest && word != kNoWord; ++steps) {
    const Relation relation = syntax_.relation[word];
    const std::uint32_t head = syntax_.head[word];
    if (relation == Relation::kAclRelcl) {
      const std::uint32_t draft = head == kNoWord ? kNone : draft_at_[head];
      return draft == kNone || draft == index ? kNone : entity_of_[draft];
    }
    word = head;
  }
  const Xpos tag = syntax_.xpos[drafts_[index].head_word];
  if (tag != Xpos::kWp && tag != Xpos::kWpPoss) return kNone;
  for (std::uint32_t i = index; i-- > 0;) {
    const MentionDraft& other = drafts_[i];
    if (other.sentence != drafts_[index].sentence) break;
    if (other.last_word + 2 >= drafts_[index].first_word &&
        other.last_word < drafts_[index].first_word) {
      return entity_of_[i];
    }
  }
  return kNone;
}

// Who says the words around `word`: the subject of a verb above it, else the last who
// spoke before.
std::uint32_t Coreferencer::SpeakerAround(std::uint32_t word) const {
  const auto is_human = [&](std::uint32_t draft) {
    if (draft == kNone || entity_of_[draft] == kNone) return false;
    const ActorKind kind = known_[entity_of_[draft]].entity.kind;
    return kind == ActorKind::kPerson || kind == ActorKind::kRole;
  };
  std::uint32_t below = word;
  for (int steps = 0; steps < 40 && below != kNoWord; ++steps) {
    const std::uint32_t head = syntax_.head[below];
    if (head == kNoWord) break;
    const Relation relation = Universal(syntax_.relation[below]);
    if (relation == Relation::kCcomp || relation == Relation::kParataxis) {
      const std::uint32_t subject = analysis_.tree.ChildBy(head, Relation::kNsubj);
      if (subject != kNoWord && !in_quote_[subject] && is_human(draft_at_[subject])) {
        return entity_of_[draft_at_[subject]];
      }
    }
    below = head;
  }
  // "...," said X: the verb hangs from the quotation instead.
  for (const std::uint32_t child :
       analysis_.tree.children(below == kNoWord ? word : below)) {
    if (Universal(syntax_.relation[child]) != Relation::kParataxis) continue;
    const std::uint32_t subject = analysis_.tree.ChildBy(child, Relation::kNsubj);
    if (subject != kNoWord && is_human(draft_at_[subject])) {
      return entity_of_[draft_at_[subject]];
    }
  }
  if (!in_quote_[word]) return kNone;
  const auto at = std::partition_point(
      drafts_.begin(), drafts_.end(),
      [&](const MentionDraft& draft) { return draft.first_word < word; });
  const auto begin = static_cast<std::uint32_t>(at - drafts_.begin());
  const std::uint32_t sentence = begin == 0 ? 0 : drafts_[begin - 1].sentence;
  for (std::uint32_t i = begin; i-- > 0;) {
    const MentionDraft& draft = drafts_[i];
    if (draft.sentence + kSentencesBack < sentence) break;
    if (!in_quote_[draft.head_word] && IsSubject(syntax_.relation[draft.head_word]) &&
        is_human(i)) {
      return entity_of_[i];
    }
  }
  return kNone;
}

// "I" is the speaker; "we" of an official is the state, of a member the group.
std::uint32_t Coreferencer::ResolveFirst(std::uint32_t index) {
  const MentionDraft& draft = drafts_[index];
  const std::uint32_t word = draft.head_word;
  // The speaker's own mention may follow the quotation: it is resolved first.
  const auto& sentence = analysis_.tokens->sentences[draft.sentence];
  for (std::uint32_t at = word + 1; at < sentence.end; ++at) {
    const std::uint32_t later = draft_at_[at];
    if (later == kNone || later <= index || in_quote_[at]) continue;
    if (!IsSubject(syntax_.relation[at]) || drafts_[later].name == kNone) continue;
    Resolve(later, 3);
  }
  const std::uint32_t speaker = SpeakerAround(word);
  if (speaker == kNone || !draft.is_plural) return speaker;
  const ActorCode& code = known_[speaker].entity.code;
  if (code.group.empty() && code.country.size() == 3) {
    const auto found = by_key_.find("c:" + code.country);
    if (found != by_key_.end()) return found->second;
  }
  if (!code.group.empty()) {
    for (std::uint32_t i = 0; i < known_.size(); ++i) {
      const Known& known = known_[i];
      if (known.is_named && known.entity.code == code &&
          (known.entity.kind == ActorKind::kGroup ||
           known.entity.kind == ActorKind::kOrganisation)) {
        return i;
      }
    }
  }
  return kNone;
}

std::uint32_t Coreferencer::ResolvePronoun(std::uint32_t index) {
  const MentionDraft& draft = drafts_[index];
  switch (draft.pronoun->use) {
    case PronounUse::kRelative:
      return ResolveRelative(index);
    case PronounUse::kFirst:
      return ResolveFirst(index);
    case PronounUse::kPersonal:
      break;
  }
  std::uint32_t best = kNone;
  int best_score = -100;
  for (std::uint32_t i = index; i-- > 0;) {
    const MentionDraft& other = drafts_[i];
    if (other.sentence + kSentencesBack < draft.sentence) break;
    const std::uint32_t entity = entity_of_[i];
    if (entity == kNone || other.last_word >= draft.first_word) continue;
    if (other.pronoun != nullptr && other.pronoun->use == PronounUse::kFirst) continue;
    // "Kabulov praised him": two parts of one verb are two persons.
    const bool is_possessive = syntax_.xpos[draft.head_word] == Xpos::kPrpPoss;
    if (!is_possessive &&
        syntax_.head[other.head_word] == syntax_.head[draft.head_word]) {
      continue;
    }
    if (!Agrees(draft, known_[entity], other)) continue;
    const int score = Salience(draft, other, known_[entity]);
    if (score > best_score) {
      best = entity;
      best_score = score;
    }
  }
  return best;
}

}  // namespace entente
