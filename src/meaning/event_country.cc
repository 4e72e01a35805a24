#include "meaning/event_country.h"

#include <string>

#include "base/strings.h"

namespace entente {
namespace {

// Sectors and types in which a state deals with its own: abroad it rarely arrests,
// frees or yields.
bool IsAuthority(const Entity& entity) {
  const std::string& sector = entity.code.sector;
  return sector == "GOV" || sector == "COP" || sector == "JUD" || sector == "LEG" ||
         sector == "SPY" || (sector.empty() && entity.kind == ActorKind::kCountry);
}

bool IsAtHome(EventType type) {
  return type == EventType::kCoerce || type == EventType::kConcede ||
         type == EventType::kRetreat;
}

bool IsUnplaced(const Entity& entity) {
  const bool is_plain =
      entity.kind == ActorKind::kPeople || entity.kind == ActorKind::kRole;
  return is_plain && entity.code.country.empty() && !entity.code.sector.empty() &&
         entity.code.group.empty();
}

void Place(Entity& entity, const std::string& country, std::string_view source) {
  entity.code.country = country;
  if (!entity.code_source.empty()) entity.code_source += ", ";
  entity.code_source += source;
}

}  // namespace

void PlacePeople(const std::vector<Event>& events, const PlaceTable& places,
                 MentionTable& mentions) {
  for (const Event& event : events) {
    const PlaceMention* place =
        event.place.valid() ? &places.places[event.place.value] : nullptr;
    for (const EntityId id : event.recipient) {
      Entity& entity = mentions.entities[id.value];
      if (!IsUnplaced(entity)) continue;
      if (place != nullptr && !place->country.empty()) {
        Place(entity, place->country,
              StrCat("country of the place '", place->name, "'"));
        continue;
      }
      if (!IsAtHome(event.type) || event.actor.size() != 1) continue;
      const Entity& actor = mentions.entities[event.actor.front().value];
      if (!IsAuthority(actor) || actor.code.country.empty()) continue;
      Place(entity, actor.code.country, StrCat("country of '", actor.name, "'"));
    }
    for (const EntityId id : event.actor) {
      Entity& entity = mentions.entities[id.value];
      if (!IsUnplaced(entity) || place == nullptr || place->country.empty()) continue;
      Place(entity, place->country, StrCat("country of the place '", place->name, "'"));
    }
  }
}

}  // namespace entente
