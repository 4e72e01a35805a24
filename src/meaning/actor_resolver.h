// ActorResolver: from a word that fills a slot to the actor that it stands for: the
// entity named there, or its owner ("*Kabulov's* statements", "a *Russian* plane", "the
// base of the *army*", "*Afghan* city"), or the country of a place.
#ifndef ENTENTE_MEANING_ACTOR_RESOLVER_H_
#define ENTENTE_MEANING_ACTOR_RESOLVER_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "meaning/analysis.h"
#include "record/ids.h"

namespace entente {

struct ResolvedActor {
  EntityId entity;
  std::uint32_t mention =
      kNoWord;  // index; kNoWord where a place stands for its country
  bool is_owner = false;
};

// Keeps a reference; lives for one document.
class ActorResolver {
 public:
  explicit ActorResolver(const Analysis& analysis) : analysis_(analysis) {}

  // The mention of a word, or of the things that it counts ("dozens of soldiers").
  // kNoWord where there is none.
  std::uint32_t MentionOf(std::uint32_t word) const;

  // The entity that acts in a filler; an invalid id where nobody does.
  ResolvedActor Resolve(std::uint32_t word) const;

  // The other actors that the same phrase names: the Russian ones of "Russian and
  // Ukrainian officials".
  std::vector<ResolvedActor> TwinsOf(const ResolvedActor& actor) const;

  // True for an entity that can act: it has a code, or is a person, an organisation, a
  // group or a country.
  bool CanAct(EntityId entity) const;

 private:
  bool IsCountry(std::uint32_t word) const;
  std::uint32_t MentionAt(std::uint32_t word) const;
  ResolvedActor FromMention(std::uint32_t word, bool is_owner) const;
  ResolvedActor OwnerOf(std::uint32_t word) const;
  ResolvedActor CountryOf(std::uint32_t word) const;
  std::string_view SectorOf(EntityId entity) const {
    return analysis_.mentions.entities[entity.value].code.sector;
  }

  const Analysis& analysis_;
};

}  // namespace entente

#endif  // ENTENTE_MEANING_ACTOR_RESOLVER_H_
