// Nouns: "the militant group", "the minister", "a senior Russian diplomat",
// "protesters".
#include <algorithm>

#include "base/strings.h"
#include "meaning/coreference.h"
#include "world/world.h"

namespace entente {
namespace {

constexpr std::uint32_t kSentencesBack = 8;   // a definite noun looks this far back
constexpr std::uint32_t kSentencesAhead = 5;  // a role may wait this long for its name
constexpr std::uint32_t kDraftsAhead = 60;

// The last word of a role: "minister" of "defence minister".
std::string_view LastWord(std::string_view lemma) {
  const std::size_t blank = lemma.rfind(' ');
  return blank == std::string_view::npos ? lemma : lemma.substr(blank + 1);
}

// No part of one contradicts the other.
bool IsCompatible(const ActorCode& a, const ActorCode& b) {
  const auto fits = [](const std::string& x, const std::string& y) {
    return x.empty() || y.empty() || x == y;
  };
  return fits(a.country, b.country) && fits(a.sector, b.sector) &&
         fits(a.group, b.group);
}

bool IsArmed(const ActorCode& code) {
  return code.sector == "REB" || code.sector == "UAF" || code.sector == "CRM" ||
         code.country == "IMG";
}

}  // namespace

std::string Coreferencer::RoleLemma(const MentionDraft& draft) const {
  if (draft.role == kNone) return {};
  return std::string(analysis_.world->role(names_.roles[draft.role].id).lemma);
}

// "the country", "the alliance": the last entity before it that is one.
std::uint32_t Coreferencer::ResolveAnaphor(std::uint32_t index) const {
  const MentionDraft& draft = drafts_[index];
  for (std::uint32_t i = index; i-- > 0;) {
    const MentionDraft& other = drafts_[i];
    if (other.sentence + kSentencesBack < draft.sentence) break;
    if (entity_of_[i] == kNone || other.pronoun != nullptr) continue;
    if (other.last_word >= draft.first_word && other.first_word <= draft.last_word)
      continue;
    const Entity& entity = known_[entity_of_[i]].entity;
    switch (*draft.anaphor) {
      case ActorKind::kCountry:
        if (entity.kind == ActorKind::kCountry) return entity_of_[i];
        break;
      case ActorKind::kGroup:
        if (entity.kind == ActorKind::kGroup) return entity_of_[i];
        break;
      case ActorKind::kOrganisation:
        if (entity.kind == ActorKind::kOrganisation && known_[entity_of_[i]].is_named) {
          return entity_of_[i];
        }
        break;
      case ActorKind::kPerson:
        if (entity.kind == ActorKind::kPerson) return entity_of_[i];
        break;
      case ActorKind::kPlace:
      case ActorKind::kPeople:
      case ActorKind::kRole:
      case ActorKind::kPronoun:
        return kNone;
    }
  }
  return kNone;
}

// Whether a definite noun may point back to an entity.
bool Coreferencer::FitsNoun(const MentionDraft& draft, const ActorCode& code,
                            const Known& known, const std::string& lemma) const {
  const Role role = analysis_.world->role(names_.roles[draft.role].id);
  const Entity& entity = known.entity;
  if (!IsCompatible(code, entity.code)) return false;
  // "the governor's office" says whose it is: it points back to no other office.
  const std::uint32_t owner =
      analysis_.tree.ChildBy(draft.head_word, Relation::kNmodPoss);
  if (owner != kNoWord && syntax_.upos[owner] != Upos::kPron) return false;
  if (known.role_lemma == lemma && known.is_plural == draft.is_plural) return true;
  if (role.kind == RoleKind::kPerson && !draft.is_plural) {
    if (entity.kind != ActorKind::kPerson && entity.kind != ActorKind::kRole)
      return false;
    // "the minister" is one who was called so; "the official" any of that sector.
    const std::string_view last = LastWord(lemma);
    const std::string_view text = entity.role;
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    });
    if (lower.find(last) != std::string::npos) return true;
    return (role.flags & kRoleGeneric) && !entity.code.sector.empty() &&
           (role.sector.empty() || role.sector == entity.code.sector);
  }
  if (!(role.flags & kRoleGeneric) || !known.is_named) return false;
  if (entity.kind == ActorKind::kGroup) {
    return role.kind != RoleKind::kPerson &&
           (role.sector.empty() || role.sector == entity.code.sector ||
            (role.sector == "REB" && IsArmed(entity.code)));
  }
  return entity.kind == ActorKind::kOrganisation &&
         role.kind == RoleKind::kOrganisation &&
         (role.sector.empty() || role.sector == entity.code.sector);
}

// A person introduced after the role, whose code is the same: who it was about.
std::uint32_t Coreferencer::FindNamedLater(std::uint32_t index) const {
  const MentionDraft& draft = drafts_[index];
  if (draft.kind != ActorKind::kRole || draft.code.country.empty() ||
      draft.code.sector.empty() ||
      Universal(syntax_.relation[draft.head_word]) != Relation::kNsubj) {
    return kNone;
  }
  const auto limit = std::min<std::size_t>(drafts_.size(), index + kDraftsAhead);
  for (std::uint32_t i = index + 1; i < limit; ++i) {
    const MentionDraft& other = drafts_[i];
    if (other.sentence > draft.sentence + kSentencesAhead) break;
    if (other.sentence == draft.sentence || other.name == kNone ||
        other.kind != ActorKind::kPerson) {
      continue;
    }
    // Possessors ("Putin's envoy") and later acts are no introductions.
    const Relation relation = Universal(syntax_.relation[other.head_word]);
    if (relation != Relation::kNsubj && relation != Relation::kObl &&
        relation != Relation::kRoot) {
      continue;
    }
    const ActorCode& own = partner_[i] != kNone && !drafts_[partner_[i]].code.empty()
                               ? drafts_[partner_[i]].code
                               : other.code;
    if (own.country == draft.code.country && own.sector == draft.code.sector) return i;
  }
  return kNone;
}

// "Diplomat: ..." of a headline is the diplomat of the text.
std::uint32_t Coreferencer::FindSameNounLater(std::uint32_t index) const {
  const MentionDraft& draft = drafts_[index];
  const auto& sentences = analysis_.tokens->sentences;
  const std::uint32_t block = sentences[draft.sentence].block;
  if (analysis_.document == nullptr || block >= analysis_.document->blocks.size()) {
    return kNone;
  }
  const BlockKind kind = analysis_.document->blocks[block].kind;
  if (kind != BlockKind::kHeadline && kind != BlockKind::kSummary) return kNone;
  const std::string lemma = RoleLemma(draft);
  const auto limit = std::min<std::size_t>(drafts_.size(), index + kDraftsAhead);
  for (std::uint32_t i = index + 1; i < limit; ++i) {
    const MentionDraft& other = drafts_[i];
    if (other.role == kNone || sentences[other.sentence].block == block) continue;
    if (other.is_plural == draft.is_plural && RoleLemma(other) == lemma &&
        IsCompatible(draft.code, other.code)) {
      return i;
    }
  }
  return kNone;
}

// "the government", "the army": of the country that the text speaks of here, which need
// not be the last one whose government it named.
ActorCode Coreferencer::CodeInContext(std::uint32_t index, int depth) {
  const MentionDraft& draft = drafts_[index];
  ActorCode code = draft.code;
  const Role role = analysis_.world->role(names_.roles[draft.role].id);
  const bool is_body = role.kind == RoleKind::kOrganisation && !role.is_plural &&
                       role.sector != "REB" && role.sector != "UAF";
  if (draft.definiteness != Definiteness::kDefinite || !is_body ||
      !TakesContext(index)) {
    return code;
  }
  const std::uint32_t owner = OwnerOf(index);
  if (owner != kNone) Resolve(owner, depth + 1);
  if (TakeOwner(index, code)) return code;
  code.country = CountryOfNamesakes(index);
  if (code.country.empty()) code.country = ContextCountry(index);
  return code;
}

std::uint32_t Coreferencer::ResolveNoun(std::uint32_t index, int depth) {
  constexpr int kDeepest = 3;
  const MentionDraft& draft = drafts_[index];
  if (draft.anaphor != nullptr) return ResolveAnaphor(index);
  if (IsPair(index)) return ResolvePair(index);
  // "Taliban militants" are the Taliban; "the NATO coalition" is NATO.
  const Role role = analysis_.world->role(names_.roles[draft.role].id);
  if (draft.group != kNone && (role.kind != RoleKind::kPerson || draft.is_plural) &&
      names_.names[draft.group].is_known) {
    const FoundName& group = names_.names[draft.group];
    const bool is_group_itself =
        (role.flags & kRoleGeneric) || group.sense == NameSense::kGroup;
    if (is_group_itself && draft.definiteness != Definiteness::kIndefinite) {
      std::string key = "a:" + std::to_string(group.candidate.index);
      const auto found = by_key_.find(key);
      if (found != by_key_.end()) return found->second;
      const std::uint32_t entity = NewEntity(index);
      Known& known = known_[entity];
      const auto& spans = analysis_.tokens->span;
      known.entity.kind = group.sense == NameSense::kGroup ? ActorKind::kGroup
                                                           : ActorKind::kOrganisation;
      known.entity.name =
          std::string(Slice(analysis_.text(), {spans[group.first_word].begin,
                                               spans[group.last_word].end}));
      known.is_named = true;
      known.role_lemma.clear();
      known.takes_context = false;
      known.actor = group.candidate.index;
      by_key_.emplace(std::move(key), entity);
      return entity;
    }
  }
  if (depth < kDeepest) {
    const std::uint32_t named = FindNamedLater(index);
    if (named != kNone) return Resolve(named, depth + 1);
    const std::uint32_t same = FindSameNounLater(index);
    if (same != kNone) return Resolve(same, depth + 1);
  }
  if (draft.definiteness == Definiteness::kIndefinite) return kNone;
  if (draft.definiteness == Definiteness::kBare && !draft.is_plural &&
      role.kind == RoleKind::kPerson) {
    return kNone;
  }
  const std::string lemma(role.lemma);
  ActorCode code = CodeInContext(index, depth);
  for (std::uint32_t i = index; i-- > 0;) {
    const MentionDraft& other = drafts_[i];
    if (other.sentence + kSentencesBack < draft.sentence) break;
    const std::uint32_t entity = entity_of_[i];
    if (entity == kNone || other.pronoun != nullptr) continue;
    if (other.last_word >= draft.first_word && other.first_word <= draft.last_word)
      continue;
    const Known& known = known_[entity];
    const bool is_bare = draft.definiteness == Definiteness::kBare;
    if (is_bare && known.role_lemma != lemma) continue;
    if (FitsNoun(draft, code, known, lemma)) return entity;
  }
  if (code.country == draft.code.country) return kNone;
  const std::uint32_t entity = NewEntity(index);
  known_[entity].entity.code = std::move(code);
  known_[entity].entity.code_source =
      StrCat(draft.code_source, ", country from context");
  return entity;
}

}  // namespace entente
