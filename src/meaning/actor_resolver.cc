#include "meaning/actor_resolver.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace entente {
namespace {

// Heads that only count or part what follows "of".
bool IsQuantity(Upos tag, std::string_view lemma) {
  static constexpr std::array<std::string_view, 22> kWords = {
      "dozen",   "hundred", "thousand", "million", "score",  "number", "group", "crowd",
      "member",  "all",     "some",     "many",    "most",   "both",   "one",   "two",
      "several", "half",    "majority", "handful", "couple", "rest"};
  return tag == Upos::kNum ||
         std::find(kWords.begin(), kWords.end(), lemma) != kWords.end();
}

}  // namespace

std::uint32_t ActorResolver::MentionAt(std::uint32_t word) const {
  const auto& at = analysis_.mentions.mention_at;
  return word < at.size() ? at[word] : kNoWord;
}

std::uint32_t ActorResolver::MentionOf(std::uint32_t word) const {
  const std::uint32_t mention = MentionAt(word);
  if (mention != kNoWord) return mention;
  const SyntaxTable& syntax = *analysis_.syntax;
  if (!IsQuantity(syntax.upos[word], syntax.lemma[word])) return kNoWord;
  for (const std::uint32_t child : analysis_.tree.children(word)) {
    if (syntax.relation[child] == Relation::kNmod) return MentionAt(child);
  }
  return kNoWord;
}

bool ActorResolver::CanAct(EntityId entity) const {
  if (!entity.valid()) return false;
  const Entity& found = analysis_.mentions.entities[entity.value];
  if (!found.code.empty()) return true;
  switch (found.kind) {
    case ActorKind::kPerson:
    case ActorKind::kOrganisation:
    case ActorKind::kGroup:
    case ActorKind::kCountry:
      return true;
    case ActorKind::kPlace:
    case ActorKind::kPeople:
    case ActorKind::kRole:
    case ActorKind::kPronoun:
      return false;
  }
  return false;
}

ResolvedActor ActorResolver::FromMention(std::uint32_t word, bool is_owner) const {
  const std::uint32_t mention = MentionOf(word);
  if (mention == kNoWord) return {};
  const EntityId entity = analysis_.mentions.mentions[mention].entity;
  if (!CanAct(entity)) return {};
  // What is done to a town is done to its country; a town that stands for a government
  // is that government's entity already.
  if (analysis_.mentions.entities[entity.value].kind == ActorKind::kPlace) {
    const ResolvedActor country = CountryOf(word);
    if (country.entity.valid()) return country;
  }
  return {entity, mention, is_owner};
}

bool ActorResolver::IsCountry(std::uint32_t word) const {
  const std::uint32_t mention = MentionAt(word);
  if (mention == kNoWord) return false;
  const EntityId entity = analysis_.mentions.mentions[mention].entity;
  return entity.valid() &&
         analysis_.mentions.entities[entity.value].kind == ActorKind::kCountry;
}

std::vector<ResolvedActor> ActorResolver::TwinsOf(const ResolvedActor& actor) const {
  std::vector<ResolvedActor> twins;
  if (actor.mention == kNoWord) return twins;
  const Mention& mention = analysis_.mentions.mentions[actor.mention];
  for (std::uint32_t word = mention.first_word; word < mention.head_word; ++word) {
    const std::uint32_t other = MentionAt(word);
    if (other == kNoWord || other == actor.mention) continue;
    const Mention& inner = analysis_.mentions.mentions[other];
    if (inner.is_twin && CanAct(inner.entity)) twins.push_back({inner.entity, other});
  }
  // "the presidents of Bosnia, Croatia and Serbia": of each of the countries.
  const SyntaxTable& syntax = *analysis_.syntax;
  const Xpos tag = syntax.xpos[mention.head_word];
  if (tag != Xpos::kNns && tag != Xpos::kNnps) return twins;
  for (const std::uint32_t child : analysis_.tree.children(mention.head_word)) {
    const std::uint32_t marker = analysis_.tree.ChildBy(child, Relation::kCase);
    const bool is_owner = syntax.relation[child] == Relation::kNmod &&
                          marker != kNoWord && syntax.lemma[marker] == "of";
    if (!is_owner || !IsCountry(child)) continue;
    for (const std::uint32_t next : analysis_.tree.children(child)) {
      if (syntax.relation[next] != Relation::kConj || !IsCountry(next)) continue;
      const ResolvedActor country = FromMention(next, false);
      if (country.entity.valid()) twins.push_back(country);
    }
  }
  return twins;
}

ResolvedActor ActorResolver::CountryOf(std::uint32_t word) const {
  const auto& at = analysis_.places.place_at;
  if (word >= at.size() || at[word] == kNoWord) return {};
  const PlaceMention& place = analysis_.places.places[at[word]];
  if (place.country.empty()) return {};
  const auto& entities = analysis_.mentions.entities;
  for (std::uint32_t i = 0; i < entities.size(); ++i) {
    if (entities[i].kind == ActorKind::kCountry &&
        entities[i].code.country == place.country) {
      return {EntityId{i}, kNoWord, true};
    }
  }
  return {};
}

ResolvedActor ActorResolver::OwnerOf(std::uint32_t word) const {
  const SyntaxTable& syntax = *analysis_.syntax;
  const auto children = analysis_.tree.children(word);
  for (const std::uint32_t child : children) {
    if (syntax.relation[child] != Relation::kNmodPoss) continue;
    std::uint32_t owner = child;
    // "the army, whose troops attacked": the antecedent owns.
    if (syntax.lemma[child] == "whose") {
      std::uint32_t up = word;
      for (int steps = 0; steps < 6 && up != kNoWord; ++steps) {
        const Relation relation = syntax.relation[up];
        up = syntax.head[up];
        if (relation == Relation::kAclRelcl) break;
      }
      if (up != kNoWord) owner = up;
    }
    const ResolvedActor found = FromMention(owner, true);
    if (found.entity.valid()) return found;
  }
  ResolvedActor best;
  for (const std::uint32_t child : children) {
    const Relation relation = syntax.relation[child];
    if (relation != Relation::kAmod && relation != Relation::kCompound &&
        relation != Relation::kNmodDesc && relation != Relation::kNmodUnmarked &&
        relation != Relation::kAppos && relation != Relation::kFlat) {
      continue;
    }
    const ResolvedActor found = FromMention(child, true);
    if (!found.entity.valid()) continue;
    // "Israeli army bulldozers" are the army's.
    const bool is_fuller = !best.entity.valid() || (SectorOf(best.entity).empty() &&
                                                    !SectorOf(found.entity).empty());
    if (is_fuller) best = found;
  }
  if (best.entity.valid()) return best;
  for (const std::uint32_t child : children) {
    if (syntax.relation[child] != Relation::kNmod) continue;
    const std::uint32_t marker = analysis_.tree.ChildBy(child, Relation::kCase);
    if (marker == kNoWord) continue;
    const std::string_view preposition = syntax.lemma[marker];
    // "the base in Syria" is Syria's affair; "the war in Syria" only takes place there.
    const bool is_act = analysis_.clauses.clause_at[word] != kNoWord;
    const bool owns = preposition == "of" || preposition == "from" ||
                      (preposition == "in" && !is_act);
    if (!owns) continue;
    const ResolvedActor found = FromMention(child, true);
    if (found.entity.valid()) return found;
  }
  return {};
}

ResolvedActor ActorResolver::Resolve(std::uint32_t word) const {
  if (word == kNoWord) return {};
  ResolvedActor found = FromMention(word, false);
  if (!found.entity.valid()) found = OwnerOf(word);
  if (!found.entity.valid()) found = CountryOf(word);
  return found;
}

}  // namespace entente
