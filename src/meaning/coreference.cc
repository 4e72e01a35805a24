#include "meaning/coreference.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "world/world.h"

namespace entente {
namespace {

// How much of a code is known.
int Size(const ActorCode& code) {
  return int{!code.country.empty()} + int{!code.sector.empty()} +
         int{!code.group.empty()};
}

bool IsPersonLike(ActorKind kind) {
  return kind == ActorKind::kPerson || kind == ActorKind::kRole;
}

bool IsBody(ActorKind kind) {
  return kind == ActorKind::kOrganisation || kind == ActorKind::kGroup;
}

}  // namespace

Coreferencer::Coreferencer(const Analysis& analysis, const NameTable& names,
                           const std::vector<MentionDraft>& drafts,
                           const MentionLexicon& lexicon)
    : analysis_(analysis),
      syntax_(*analysis.syntax),
      names_(names),
      drafts_(drafts),
      lexicon_(lexicon),
      entity_of_(drafts.size(), kNone),
      partner_(drafts.size(), kNone),
      draft_at_(analysis.syntax->size(), kNone) {}

bool Coreferencer::MayBePartners(const MentionDraft& a, const MentionDraft& b) const {
  if (a.pronoun != nullptr || b.pronoun != nullptr) return false;
  if (a.name != kNone && b.name != kNone) {
    return IsBody(a.kind) && IsBody(b.kind) && a.kind == b.kind;
  }
  if (IsPersonLike(a.kind) && IsPersonLike(b.kind)) return true;
  // "Tajikistan, Moscow's ally".
  const auto describes_state = [](const MentionDraft& state, const MentionDraft& noun) {
    return state.kind == ActorKind::kCountry && state.name != kNone &&
           (noun.anaphor != nullptr || noun.kind == ActorKind::kRole);
  };
  return (IsBody(a.kind) && IsBody(b.kind)) || describes_state(a, b) ||
         describes_state(b, a);
}

// "human rights watchdog Amnesty International", "the militant group Hamas": the name
// that stands right behind the noun of a body.
std::uint32_t Coreferencer::NameBehind(std::uint32_t index) const {
  const MentionDraft& draft = drafts_[index];
  if (draft.role == kNone || draft.is_plural || !IsBody(draft.kind)) return kNone;
  const std::uint32_t last = names_.roles[draft.role].last_word;
  if (last != draft.head_word && syntax_.head[draft.head_word] != last) return kNone;
  for (std::uint32_t i = index + 1; i < drafts_.size(); ++i) {
    if (drafts_[i].name == kNone) continue;
    const FoundName& name = names_.names[drafts_[i].name];
    if (name.first_word > last + 1) break;
    if (name.first_word == last + 1 && IsBody(drafts_[i].kind)) return i;
  }
  return kNone;
}

// Appositions ("Kabulov, head of ...") and predicates ("Kabulov is head of ...").
void Coreferencer::FindPartners() {
  for (std::uint32_t i = 0; i < drafts_.size(); ++i) {
    const MentionDraft& draft = drafts_[i];
    const std::uint32_t head = draft.head_word;
    std::uint32_t other = kNone;
    const std::uint32_t above = syntax_.head[head];
    if (Universal(syntax_.relation[head]) == Relation::kAppos && above != kNoWord) {
      // It may hang from the family name: "Getachew Reda, a spokesman".
      const std::uint32_t name = names_.name_at[above];
      const bool is_inside = draft_at_[above] == kNone && name != kNoWord;
      other = draft_at_[is_inside ? names_.names[name].head_word : above];
    } else if (draft.role != kNone &&
               analysis_.tree.ChildBy(head, Relation::kCop) != kNoWord) {
      const std::uint32_t subject = analysis_.tree.ChildBy(head, Relation::kNsubj);
      bool is_negated = false;
      for (const std::uint32_t child : analysis_.tree.children(head)) {
        is_negated = is_negated || syntax_.lemma[child] == "not";
      }
      if (subject != kNoWord && !is_negated) other = draft_at_[subject];
    }
    if (other == kNone && draft.role != kNone && above != kNoWord &&
        syntax_.relation[head] == Relation::kConj && draft_at_[above] != kNone) {
      // "Kabulov, head of the department and the president's envoy".
      const std::uint32_t first = draft_at_[above];
      if (first < i && drafts_[first].role != kNone && !draft.is_plural) {
        other = partner_[first];
      }
    }
    if (other == kNone) other = NameBehind(i);
    if (other == kNone || other == i || !MayBePartners(draft, drafts_[other])) continue;
    if (partner_[i] == kNone) partner_[i] = other;
    if (partner_[other] == kNone) partner_[other] = i;
  }
}

// "International Monetary Fund (IMF)"; "(leader Abu Bakr) al-Baghdadi".
std::uint32_t Coreferencer::BracketPartner(std::uint32_t index) const {
  const MentionDraft& draft = drafts_[index];
  if (draft.name == kNone || draft.first_word < 2) return kNone;
  const std::string_view before = analysis_.form(draft.first_word - 1);
  const std::string_view after = draft.last_word + 1 < syntax_.size()
                                     ? analysis_.form(draft.last_word + 1)
                                     : std::string_view();
  const bool is_inside = before == "(" && after == ")";
  const bool is_behind = before == ")" || before == "]";
  if (!is_inside && !is_behind) return kNone;
  for (std::uint32_t i = index; i-- > 0 && i + 8 > index;) {
    const MentionDraft& other = drafts_[i];
    if (other.last_word != draft.first_word - 2 || other.name == kNone) continue;
    if (is_inside && IsBody(draft.kind) && IsBody(other.kind)) return i;
    if (is_behind && draft.kind == ActorKind::kPerson &&
        other.kind == ActorKind::kPerson) {
      return i;
    }
  }
  return kNone;
}

void Coreferencer::TakeCode(const MentionDraft& draft, Known& known) const {
  Entity& entity = known.entity;
  if (entity.kind == ActorKind::kCountry && !entity.code.empty()) return;
  if (Size(draft.code) > Size(entity.code)) {
    // "a spokesman" adds its sector to the country that is known, never the other way.
    ActorCode code = draft.code;
    if (code.country.empty()) code.country = entity.code.country;
    entity.code = code;
    entity.code_source = draft.code_source;
  } else if (entity.code.sector.empty() && !draft.code.sector.empty() &&
             (draft.code.country.empty() ||
              draft.code.country == entity.code.country)) {
    entity.code.sector = draft.code.sector;
    entity.code_source = draft.code_source;
  }
  const bool tells_role = IsPersonLike(entity.kind) && !draft.is_plural;
  if (tells_role && entity.role.size() < draft.role_text.size()) {
    entity.role = draft.role_text;
  }
}

std::uint32_t Coreferencer::NewEntity(std::uint32_t index) {
  const MentionDraft& draft = drafts_[index];
  Known known;
  known.entity.kind = draft.kind;
  known.is_plural = draft.is_plural;
  known.is_named = draft.name != kNone;
  known.gender = draft.gender;
  known.role_lemma = RoleLemma(draft);
  known.takes_context = TakesContext(index);
  if (draft.twin_of != kNone) {  // "Russian officials"
    const auto& spans = analysis_.tokens->span;
    known.entity.name =
        StrCat(Slice(analysis_.text(),
                     {spans[draft.first_word].begin, spans[draft.last_word].end}),
               " ", analysis_.world->role(names_.roles[draft.role].id).form);
  }
  known_.push_back(std::move(known));
  return static_cast<std::uint32_t>(known_.size() - 1);
}

void Coreferencer::Attach(std::uint32_t index, std::uint32_t entity) {
  const MentionDraft& draft = drafts_[index];
  Known& known = known_[entity];
  entity_of_[index] = entity;
  known.last_draft = std::max(known.last_draft, index);
  if (draft.pronoun != nullptr) {
    if (known.gender == Gender::kUnknown &&
        draft.pronoun->use == PronounUse::kPersonal) {
      known.gender = draft.gender;
    }
    return;
  }
  if (known.gender == Gender::kUnknown) known.gender = draft.gender;
  if (IsPersonLike(known.entity.kind) && draft.role != kNone) {
    known.takes_context = known.takes_context || TakesContext(index);
  }
  if (draft.name != kNone) {
    if (!known.is_named && IsPersonLike(known.entity.kind)) {
      known.entity.kind = draft.kind;
    }
    known.is_named = true;
    const FoundName& name = names_.names[draft.name];
    const bool is_person_or_body = name.sense == NameSense::kPerson ||
                                   name.sense == NameSense::kOrganisation ||
                                   name.sense == NameSense::kGroup;
    if (is_person_or_body) {
      known.names.push_back(NameWords(draft));
      if (name.is_known && known.actor == kNone) known.actor = name.candidate.index;
    }
  }
  TakeCode(draft, known);
}

// False for what only points back ("the country") or could be anybody ("groups").
bool Coreferencer::IsSomebody(const MentionDraft& draft) const {
  if (draft.anaphor != nullptr) return false;
  const Role role = analysis_.world->role(names_.roles[draft.role].id);
  return !(role.flags & kRoleGeneric) || !draft.code.empty() ||
         role.kind == RoleKind::kPerson;
}

std::uint32_t Coreferencer::Resolve(std::uint32_t index, int depth) {
  constexpr int kDeepest = 4;
  if (entity_of_[index] != kNone) return entity_of_[index];
  const MentionDraft& draft = drafts_[index];
  std::uint32_t entity = kNone;
  if (draft.pronoun != nullptr) {
    entity = ResolvePronoun(index);
  } else if (draft.name != kNone) {
    entity = ResolveName(index);
    if (entity == kNone) {
      const std::uint32_t partner = BracketPartner(index);
      if (partner != kNone) entity = entity_of_[partner];
    }
    if (entity == kNone && partner_[index] != kNone) {
      entity = entity_of_[partner_[index]];
      if (entity != kNone && known_[entity].is_named &&
          draft.kind == ActorKind::kPerson) {
        entity = kNone;
      }
    }
    if (entity == kNone) entity = NewEntity(index);
  } else {
    const std::uint32_t partner = partner_[index];
    if (partner != kNone && depth < kDeepest &&
        (entity_of_[partner] != kNone || drafts_[partner].name != kNone)) {
      entity = Resolve(partner, depth + 1);
    }
    if (entity == kNone) entity = ResolveNoun(index, depth);
    if (entity == kNone && IsSomebody(draft)) entity = NewEntity(index);
  }
  if (entity != kNone) {
    Attach(index, entity);
    if (draft.name != kNone) {
      const std::string key = StrCat("a:", known_[entity].actor);
      if (known_[entity].actor != kNone) by_key_.emplace(key, entity);
    }
  }
  return entity;
}

MentionTable Coreferencer::Run() {
  for (std::uint32_t i = 0; i < drafts_.size(); ++i) {
    std::uint32_t& at = draft_at_[drafts_[i].head_word];
    if (at == kNone || drafts_[i].twin_of != kNone) at = i;
  }
  for (std::uint32_t i = 0; i < drafts_.size(); ++i) {
    if (drafts_[i].name == kNone) continue;
    // Where a parse cuts a name in two, each part still leads to it.
    const FoundName& name = names_.names[drafts_[i].name];
    for (std::uint32_t word = name.first_word; word <= name.last_word; ++word) {
      const std::uint32_t head = syntax_.head[word];
      const bool hangs_outside = head == kNoWord || head < drafts_[i].first_word ||
                                 head > drafts_[i].last_word;
      if (draft_at_[word] == kNone && hangs_outside) draft_at_[word] = i;
    }
  }
  ReadQuotes();
  ReadFocus();
  FindPartners();
  for (std::uint32_t i = 0; i < drafts_.size(); ++i) Resolve(i, 0);
  FillCountries();
  return Finish();
}

MentionTable Coreferencer::Finish() {
  MentionTable table;
  table.mention_at.assign(syntax_.size(), kNoWord);
  std::vector<std::uint32_t> new_id(known_.size(), kNone);
  std::vector<std::uint32_t> mention_of(drafts_.size(), kNone);
  const auto& spans = analysis_.tokens->span;
  for (std::uint32_t i = 0; i < drafts_.size(); ++i) {
    const std::uint32_t old = entity_of_[i];
    if (old == kNone) continue;
    const MentionDraft& draft = drafts_[i];
    if (new_id[old] == kNone) {
      new_id[old] = static_cast<std::uint32_t>(table.entities.size());
      table.entities.push_back(std::move(known_[old].entity));
    }
    Mention mention;
    mention.first_word = draft.first_word;
    mention.last_word = draft.last_word;
    mention.head_word = draft.head_word;
    mention.span = {spans[draft.first_word].begin, spans[draft.last_word].end};
    mention.head = spans[draft.head_word];
    if (draft.name != kNone) {
      const FoundName& name = names_.names[draft.name];
      const std::uint32_t first =
          draft.name_first == kNoWord ? name.first_word : draft.name_first;
      mention.head = {spans[first].begin, spans[name.last_word].end};
    }
    mention.kind = draft.kind;
    mention.is_twin = draft.twin_of != kNone;
    if (draft.kind == ActorKind::kPeople && known_[old].is_named) {
      mention.kind = table.entities[new_id[old]].kind;  // "Taliban militants"
    } else if (draft.kind == ActorKind::kPeople && draft.role != kNone) {
      mention.kind = ActorKind::kGroup;  // "civilians", "three ministers"
    } else if (draft.kind == ActorKind::kRole && known_[old].is_named) {
      mention.kind = ActorKind::kPerson;  // "the Foreign Secretary" of a known name
    }
    mention.entity = {new_id[old]};
    mention_of[i] = static_cast<std::uint32_t>(table.mentions.size());
    Entity& entity = table.entities[new_id[old]];
    entity.mentions.push_back({mention_of[i]});
    table.mentions.push_back(mention);
    // The fullest name in the text; of a noun, the phrase that brings it in.
    const std::string_view own = Slice(analysis_.text(), mention.head);
    if (draft.name != kNone && entity.kind != ActorKind::kCountry &&
        draft.kind != ActorKind::kPeople && draft.kind != ActorKind::kCountry) {
      if (!known_[old].is_named || entity.name.size() < own.size()) {
        entity.name = std::string(own);
      }
    } else if (entity.name.empty() && draft.pronoun == nullptr &&
               draft.anaphor == nullptr && !known_[old].is_named) {
      std::uint32_t first = draft.first_word;
      while (first < draft.head_word && syntax_.upos[first] == Upos::kDet) ++first;
      entity.name =
          std::string(Slice(analysis_.text(), {spans[first].begin, mention.span.end}));
    }
    if (entity.kind == ActorKind::kCountry && entity.name.empty() &&
        !entity.code.country.empty()) {
      const auto id = analysis_.world->CountryByCode(entity.code.country);
      entity.name =
          id ? std::string(analysis_.world->country(*id).name) : std::string(own);
    }
  }
  for (std::uint32_t word = 0; word < draft_at_.size(); ++word) {
    if (draft_at_[word] != kNone) table.mention_at[word] = mention_of[draft_at_[word]];
  }
  AddPairs(new_id, table);
  for (Entity& entity : table.entities) {
    if (!entity.name.empty()) continue;
    entity.name = std::string(
        Slice(analysis_.text(), table.mentions[entity.mentions.front().value].span));
  }
  return table;
}

}  // namespace entente
