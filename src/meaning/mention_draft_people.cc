// Nationalities: "seven Russians", "Iraqi Kurds", "Russian and Ukrainian officials".
#include "base/strings.h"
#include "meaning/drafter.h"
#include "meaning/mention_extent.h"
#include "world/world.h"

namespace entente {

// "Iraqi Kurds", "ethnic Albanians", "67 Nigerians": whose citizens they are, and that
// they are people; "the Russians" may be the state.
void Drafter::CodePeople(std::uint32_t first, std::uint32_t head,
                         MentionDraft& draft) const {
  bool is_ethnic = false;
  for (std::uint32_t word = first; word < head; ++word) {
    is_ethnic = is_ethnic || syntax_.lemma[word] == "ethnic";
    const std::uint32_t name = names_.name_at[word];
    if (name == kNoWord || names_.names[name].sense != NameSense::kDemonym) continue;
    if (draft.code.country.empty()) {
      draft.code.country =
          std::string(world_.demonym({names_.names[name].candidate.index}).country);
    }
  }
  if (is_ethnic) draft.code.country.clear();
  draft.takes_context = is_ethnic;
  const bool is_state = draft.definiteness == Definiteness::kDefinite && !is_ethnic;
  if (!is_state) draft.code.sector = "CVL";
}

// "Russian and Ukrainian officials": one phrase for two actors. The noun is the actor
// of the nearer nationality, each other one gets a draft of its own, which CodeDrafts
// codes by the noun.
void Drafter::DraftTwins(const MentionDraft& draft, std::uint32_t core) {
  const Role role = world_.role(names_.roles[draft.role].id);
  const bool is_several = role.is_plural || role.kind == RoleKind::kPeople;
  if (!is_several) return;
  std::uint32_t last = kNoWord;
  bool is_joined = false;
  for (std::uint32_t word = core; word-- > draft.first_word;) {
    is_joined = is_joined || syntax_.upos[word] == Upos::kCconj;
    const std::uint32_t name = names_.name_at[word];
    if (name == kNoWord || name == last) continue;
    const FoundName& found = names_.names[name];
    const bool is_nation =
        found.sense == NameSense::kDemonym || found.sense == NameSense::kCountry;
    if (!is_nation) return;
    const bool is_first = last == kNoWord;
    last = name;
    if (is_first) {
      is_joined = false;
      continue;
    }
    if (!is_joined) return;
    MentionDraft twin;
    twin.role = draft.role;
    twin.twin_of = name;
    twin.first_word = found.first_word;
    twin.last_word = found.last_word;
    twin.head_word = found.head_word;
    twin.sentence = draft.sentence;
    twin.is_plural = draft.is_plural;
    twin.definiteness = Definiteness::kIndefinite;
    twin.kind = draft.kind;
    Add(std::move(twin));
  }
}

void Drafter::DraftDemonym(std::uint32_t index, MentionDraft draft) {
  const FoundName& name = names_.names[index];
  const Demonym demonym = world_.demonym({name.candidate.index});
  const std::uint32_t word = name.head_word;
  const Relation relation = Universal(syntax_.relation[word]);
  const bool has_plural_tag =
      syntax_.xpos[word] == Xpos::kNnps || syntax_.xpos[word] == Xpos::kNns;
  const bool modifies = relation == Relation::kAmod || relation == Relation::kCompound;
  // "Russian and Ukrainian officials": the noun carries it.
  for (std::uint32_t at = word;
       syntax_.relation[at] == Relation::kConj && syntax_.head[at] != kNoWord;) {
    at = syntax_.head[at];
    if (IsModifierOfActor(at)) return;
  }
  const bool is_noun = ((demonym.forms & kDemonymPlural) != 0 && has_plural_tag) ||
                       (!modifies && syntax_.upos[word] != Upos::kVerb &&
                        (demonym.forms & (kDemonymPlural | kDemonymSingular)) != 0);
  if (is_noun) {
    const WordRange range =
        PhraseAround(analysis_, {name.first_word, name.last_word}, word, false);
    draft.first_word = range.first;
    draft.last_word = range.last;
    draft.kind = ActorKind::kPeople;
    draft.is_plural =
        (demonym.forms & kDemonymPlural) != 0 && syntax_.xpos[word] != Xpos::kNn;
    draft.definiteness = DefinitenessOf(range.first, word);
    draft.code.country = std::string(demonym.country);
    draft.code.group = std::string(demonym.group);
    draft.code_source = StrCat("demonym '", demonym.form, "'");
    CodePeople(range.first, word, draft);
    return Add(std::move(draft));
  }
  // "a Russian transport plane": the state, where no actor noun carries it.
  if (demonym.country.empty() || IsModifierOfActor(word)) return;
  draft.kind = ActorKind::kCountry;
  draft.code.country = std::string(demonym.country);
  draft.code_source = StrCat("demonym '", demonym.form, "'");
  Add(std::move(draft));
}

}  // namespace entente
