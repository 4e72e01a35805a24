#include "meaning/mention_draft.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "meaning/drafter.h"
#include "meaning/mention_extent.h"
#include "meaning/mention_title.h"
#include "world/world.h"

namespace entente {
Definiteness Drafter::DefinitenessOf(std::uint32_t first, std::uint32_t head) const {
  for (const std::uint32_t child : analysis_.tree.children(head)) {
    const Relation relation = syntax_.relation[child];
    if (relation == Relation::kDet) {
      const std::string_view lemma = syntax_.lemma[child];
      const bool is_definite = lemma == "the" || lemma == "this" || lemma == "that" ||
                               lemma == "these" || lemma == "those" || lemma == "both";
      return is_definite ? Definiteness::kDefinite : Definiteness::kIndefinite;
    }
    if (relation == Relation::kNmodPoss) return Definiteness::kDefinite;
    if (relation == Relation::kNummod) return Definiteness::kIndefinite;
  }
  if (analysis_.form(first) == "the" || analysis_.form(first) == "The") {
    return Definiteness::kDefinite;
  }
  // "hundreds of people", "a crowd of protesters" are no ones named before.
  const std::uint32_t above = syntax_.head[head];
  const bool is_counted =
      syntax_.relation[head] == Relation::kNmod && above != kNoWord && above < head &&
      (syntax_.upos[above] == Upos::kNum || syntax_.upos[above] == Upos::kNoun) &&
      above + 2 >= first && syntax_.lemma[above + 1] == "of";
  return is_counted ? Definiteness::kIndefinite : Definiteness::kBare;
}

// True for a noun that gets a mention of its own.
bool Drafter::IsActorNoun(std::uint32_t word) const {
  const std::uint32_t role = names_.role_at[word];
  if (role != kNoWord && names_.roles[role].head_word == word) return true;
  const std::uint32_t name = names_.name_at[word];
  return name != kNoWord && names_.names[name].sense != NameSense::kDemonym &&
         names_.names[name].head_word == word;
}

// "US" of "US forces": the whole phrase tells it.
bool Drafter::IsModifierOfActor(std::uint32_t word) const {
  const Relation relation = Universal(syntax_.relation[word]);
  const std::uint32_t head = syntax_.head[word];
  if (head == kNoWord) return false;
  if (is_title_[word]) return true;
  if (relation != Relation::kCompound && relation != Relation::kAmod &&
      syntax_.relation[word] != Relation::kNmodDesc &&
      syntax_.relation[word] != Relation::kFlat) {
    return false;
  }
  return head > word && IsActorNoun(head);
}

void Drafter::DraftPerson(std::uint32_t index) {
  const FoundName& name = names_.names[index];
  MentionDraft draft;
  draft.name = index;
  draft.kind = ActorKind::kPerson;
  draft.definiteness = Definiteness::kDefinite;
  draft.sentence = SentenceOf(name.first_word);
  const std::uint32_t begin = tokens_.sentences[draft.sentence].begin;
  const TitleWalk walk = FindTitle(analysis_, names_, lexicon_, name.first_word, begin);
  draft.title_first = walk.first;
  draft.name_first = walk.name_first;
  draft.title = walk.title;
  draft.gender = walk.gender;
  draft.first_word = draft.title_first;
  draft.last_word = name.last_word;
  if (draft.first_word > begin && draft.title != kNoWord &&
      syntax_.upos[draft.first_word - 1] == Upos::kDet) {
    --draft.first_word;
  }
  draft.head_word = HeadOf(syntax_, draft.title_first, name.last_word);
  for (std::uint32_t word = draft.title_first; word < name.first_word; ++word) {
    is_title_[word] = true;
  }
  if (draft.gender == Gender::kUnknown) {
    draft.gender =
        lexicon_.GenderOfGivenName(AsciiLower(analysis_.form(name.first_word)));
  }
  Add(std::move(draft));
}

// A capital acts, decides, has allies; it is a place where one is "in" it.
bool Drafter::StandsForGovernment(std::uint32_t head) const {
  switch (syntax_.relation[head]) {
    case Relation::kNsubj:
    case Relation::kNmodPoss:
    case Relation::kOblAgent:
    case Relation::kIobj:
      break;
    case Relation::kObj:  // "accused Moscow", "urged Moscow to"
      return syntax_.head[head] != kNoWord &&
             lexicon_.IsAddressVerb(syntax_.lemma[syntax_.head[head]]);
    case Relation::kConj:
    case Relation::kNmod: {  // "relations with Moscow", "between Moscow and Kyiv"
      const std::uint32_t preposition = analysis_.tree.ChildBy(head, Relation::kCase);
      if (preposition == kNoWord) return false;
      const std::string_view lemma = syntax_.lemma[preposition];
      return lemma == "with" || lemma == "between" || lemma == "by" ||
             lemma == "against";
    }
    default:
      return false;
  }
  return analysis_.tree.ChildBy(head, Relation::kCop) == kNoWord &&
         (syntax_.relation[head] == Relation::kNmodPoss ||
          analysis_.tree.ChildBy(head, Relation::kCase) == kNoWord ||
          syntax_.relation[head] == Relation::kOblAgent);
}

void Drafter::DraftPlace(std::uint32_t index, MentionDraft draft) {
  const FoundName& name = names_.names[index];
  if (IsModifierOfActor(name.head_word)) return;
  draft.kind = ActorKind::kPlace;
  const std::uint32_t place = analysis_.places.place_at.empty()
                                  ? kNoWord
                                  : analysis_.places.place_at[name.head_word];
  if (place != kNoWord) {
    const PlaceMention& meant = analysis_.places.places[place];
    draft.code.country = meant.country;
    draft.code_source = StrCat("place ", meant.name);
  }
  if (name.hit != kNoWord && StandsForGovernment(name.head_word)) {
    for (const Candidate& candidate : names_.hits.of(names_.hits.hits[name.hit])) {
      if (candidate.kind != EntryKind::kPlace) continue;
      const std::string_view iso3 = world_.GovernedFrom({candidate.index});
      if (iso3.empty() || (!draft.code.country.empty() && iso3 != draft.code.country)) {
        continue;
      }
      draft.kind = ActorKind::kCountry;
      draft.code.country = std::string(iso3);
      draft.code_source = StrCat("capital ", analysis_.form(name.head_word));
      // Where Brussels acts, it is the Union that sits there.
      if (analysis_.form(name.head_word) == "Brussels") {
        draft.kind = ActorKind::kOrganisation;
        draft.code = {"IGO", "", "EEC"};
        draft.code_source = "seat Brussels";
      }
      break;
    }
  }
  Add(std::move(draft));
}

void Drafter::DraftName(std::uint32_t index) {
  const FoundName& name = names_.names[index];
  MentionDraft draft;
  draft.name = index;
  draft.first_word = name.first_word;
  draft.last_word = name.last_word;
  draft.head_word = name.head_word;
  draft.sentence = SentenceOf(name.first_word);
  draft.gender = Gender::kNeuter;
  draft.definiteness = Definiteness::kDefinite;
  if (name.sense == NameSense::kDemonym) return DraftDemonym(index, std::move(draft));
  if (name.sense == NameSense::kPlace) return DraftPlace(index, std::move(draft));
  if (name.sense == NameSense::kCountry) {
    if (IsModifierOfActor(name.head_word)) return;
    draft.kind = ActorKind::kCountry;
  } else {
    draft.kind =
        name.sense == NameSense::kGroup ? ActorKind::kGroup : ActorKind::kOrganisation;
    const bool owns_noun =
        IsModifierOfActor(name.head_word) && !is_title_[name.head_word];
    if (owns_noun && names_.role_at[syntax_.head[name.head_word]] != kNoWord) {
      const Role role =
          world_.role(names_.roles[names_.role_at[syntax_.head[name.head_word]]].id);
      if (role.kind != RoleKind::kPerson || role.is_plural) return;
    }
  }
  const WordRange range = PhraseAround(analysis_, {name.first_word, name.last_word},
                                       name.head_word, name.sense == NameSense::kGroup);
  draft.first_word = range.first;
  draft.last_word = range.last;
  const std::uint32_t begin = tokens_.sentences[draft.sentence].begin;
  if (draft.first_word > begin && syntax_.lemma[draft.first_word - 1] == "the") {
    --draft.first_word;
  }
  Add(std::move(draft));
}

void Drafter::DraftRole(std::uint32_t index) {
  const FoundRole& found = names_.roles[index];
  const std::uint32_t head = found.head_word;
  const Upos tag = syntax_.upos[head];
  const bool is_nominal =
      tag == Upos::kNoun || tag == Upos::kPropn || syntax_.xpos[head] == Xpos::kNns ||
      syntax_.xpos[head] == Xpos::kNn || IsProperNoun(syntax_, head);
  if (!is_nominal || is_title_[head] || names_.name_at[head] != kNoWord) return;
  if (IsModifierOfActor(head)) return;
  const Role role = world_.role(found.id);
  const ActorKind* anaphor = lexicon_.FindAnaphor(role.lemma);
  if (anaphor != nullptr && *anaphor == ActorKind::kCountry) return DraftAnaphor(head);
  // "listed the Taliban as a terrorist group" names no second group.
  const std::uint32_t preposition = analysis_.tree.ChildBy(head, Relation::kCase);
  if (preposition != kNoWord && syntax_.lemma[preposition] == "as" &&
      DefinitenessOf(found.first_word, head) != Definiteness::kDefinite) {
    return;
  }
  // "police station" is an institution; "minister material" is nobody.
  const Relation relation = Universal(syntax_.relation[head]);
  const bool is_modifier =
      relation == Relation::kCompound || relation == Relation::kAmod;
  if (is_modifier && role.kind == RoleKind::kPerson) return;
  MentionDraft draft;
  draft.role = index;
  const WordRange range =
      PhraseAround(analysis_, {found.first_word, found.last_word}, head, !is_modifier);
  draft.first_word = range.first;
  draft.last_word = range.last;
  draft.head_word = head;
  draft.sentence = SentenceOf(head);
  draft.is_plural = role.is_plural;
  draft.definiteness = DefinitenessOf(range.first, head);
  switch (role.kind) {
    case RoleKind::kPerson:
      draft.kind = role.is_plural ? ActorKind::kPeople : ActorKind::kRole;
      break;
    case RoleKind::kPeople: {
      const bool is_force =
          role.sector == "MIL" || role.sector == "COP" || role.sector == "SPY";
      draft.kind = is_force ? ActorKind::kOrganisation : ActorKind::kPeople;
      draft.is_plural = true;
      break;
    }
    case RoleKind::kOrganisation:
      draft.kind = role.sector == "REB" || role.sector == "UAF"
                       ? ActorKind::kGroup
                       : ActorKind::kOrganisation;
      draft.gender = Gender::kNeuter;
      break;
  }
  for (std::uint32_t word = range.first; word <= range.last; ++word) {
    const std::uint32_t name = names_.name_at[word];
    if (name == kNoWord || word >= found.first_word) continue;
    const NameSense sense = names_.names[name].sense;
    if (sense == NameSense::kDemonym &&
        world_.demonym({names_.names[name].candidate.index}).country.empty()) {
      draft.is_of_other_people = true;
    }
    if (sense == NameSense::kGroup || sense == NameSense::kOrganisation)
      draft.group = name;
  }
  DraftTwins(draft, found.first_word);
  Add(std::move(draft));
}

void Drafter::DraftAnaphor(std::uint32_t word) {
  const Xpos tag = syntax_.xpos[word];
  if (tag != Xpos::kNn && tag != Xpos::kNnp) return;
  const ActorKind* kind = lexicon_.FindAnaphor(syntax_.lemma[word]);
  if (kind == nullptr || names_.name_at[word] != kNoWord) return;
  const Relation relation = Universal(syntax_.relation[word]);
  if (relation == Relation::kCompound || relation == Relation::kAmod) return;
  const WordRange range = PhraseAround(analysis_, {word, word}, word, false);
  MentionDraft draft;
  draft.definiteness = DefinitenessOf(range.first, word);
  const bool is_owned = analysis_.tree.ChildBy(word, Relation::kNmodPoss) != kNoWord;
  if (draft.definiteness != Definiteness::kDefinite || is_owned) return;
  // "the northeastern state" is a part of a country.
  for (std::uint32_t at = range.first; at < word; ++at) {
    if (syntax_.lemma[at].ends_with("ern")) return;
  }
  draft.anaphor = kind;
  draft.kind = *kind;
  draft.first_word = range.first;
  draft.last_word = range.last;
  draft.head_word = word;
  draft.sentence = SentenceOf(word);
  if (*kind != ActorKind::kPerson) draft.gender = Gender::kNeuter;
  Add(std::move(draft));
}

void Drafter::DraftPronoun(std::uint32_t word) {
  const TextSpan span = tokens_.span[word];
  const Xpos tag = syntax_.xpos[word];
  if (span.end - span.begin > 10) return;
  const bool is_pronoun = tag == Xpos::kPrp || tag == Xpos::kPrpPoss ||
                          tag == Xpos::kWp || tag == Xpos::kWpPoss || tag == Xpos::kWdt;
  if (!is_pronoun || syntax_.relation[word] == Relation::kExpl) return;
  lower_ = AsciiLower(analysis_.form(word));
  const Pronoun* pronoun = lexicon_.FindPronoun(lower_);
  if (pronoun == nullptr) return;
  MentionDraft draft;
  draft.pronoun = pronoun;
  draft.kind = ActorKind::kPronoun;
  draft.gender = pronoun->gender;
  draft.is_plural = pronoun->is_plural;
  draft.first_word = draft.last_word = draft.head_word = word;
  draft.sentence = SentenceOf(word);
  Add(std::move(draft));
}

std::vector<MentionDraft> Drafter::Run() {
  const auto words = static_cast<std::uint32_t>(tokens_.size());
  sentence_of_.assign(words, 0);
  is_title_.assign(words, false);
  for (std::uint32_t i = 0; i < tokens_.sentences.size(); ++i) {
    for (std::uint32_t word = tokens_.sentences[i].begin;
         word < tokens_.sentences[i].end; ++word) {
      sentence_of_[word] = i;
    }
  }
  for (std::uint32_t i = 0; i < names_.names.size(); ++i) {
    if (names_.names[i].sense == NameSense::kPerson) DraftPerson(i);
  }
  for (std::uint32_t i = 0; i < names_.names.size(); ++i) {
    if (names_.names[i].sense != NameSense::kPerson) DraftName(i);
  }
  for (std::uint32_t i = 0; i < names_.roles.size(); ++i) DraftRole(i);
  for (std::uint32_t word = 0; word < words; ++word) {
    if (names_.role_at[word] == kNoWord) DraftAnaphor(word);
    DraftPronoun(word);
  }
  std::stable_sort(drafts_.begin(), drafts_.end(),
                   [](const MentionDraft& a, const MentionDraft& b) {
                     if (a.first_word != b.first_word)
                       return a.first_word < b.first_word;
                     return a.last_word > b.last_word;
                   });
  return std::move(drafts_);
}

std::vector<MentionDraft> DraftMentions(const Analysis& analysis,
                                        const NameTable& names,
                                        const MentionLexicon& lexicon) {
  return Drafter(analysis, names, lexicon).Run();
}

}  // namespace entente
