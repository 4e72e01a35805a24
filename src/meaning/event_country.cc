#include "meaning/event_country.h"

#include <string>

#include "base/strings.h"

namespace entente {
namespace {

// A state's country, and no class of organisations.
bool IsState(const std::string& country) {
  return country.size() == 3 && country != "IGO" && country != "NGO" &&
         country != "IMG" && country != "MNC";
}

bool IsAuthority(const Entity& entity) {
  const std::string& sector = entity.code.sector;
  return sector == "GOV" || sector == "COP" || sector == "JUD" || sector == "LEG" ||
         sector == "SPY" || (sector.empty() && entity.kind == ActorKind::kCountry);
}

// Who acts within a country: all but its state, whose arm may reach abroad.
bool IsLocal(const Entity& entity) {
  const std::string& sector = entity.code.sector;
  return sector == "COP" || sector == "JUD" || sector == "LEG" || sector == "REB" ||
         sector == "UAF" || sector == "CRM" || sector == "OPP" || sector == "PTY" ||
         sector == "LAB" || sector == "CVL" || sector == "JRN" || sector == "SOC" ||
         sector == "EDU" || sector == "REL" || sector == "MED";
}

// Types in which a state deals with its own: abroad it rarely arrests, frees, yields,
// warns or asks people without a country.
bool IsAtHome(EventType type) {
  switch (type) {
    case EventType::kCoerce:
    case EventType::kConcede:
    case EventType::kRetreat:
    case EventType::kAgree:
    case EventType::kRequest:
    case EventType::kAccuse:
    case EventType::kReject:
    case EventType::kThreaten:
    case EventType::kSanction:
    case EventType::kSupport:
    case EventType::kProtest:
      return true;
    default:
      return false;
  }
}

// The dealings of a country's people with its authorities.
bool IsWithOwn(EventType type) {
  return IsAtHome(type) || type == EventType::kAssault || type == EventType::kConsult;
}

bool IsUnplaced(const Entity& entity) {
  if (!entity.code.country.empty()) return false;
  switch (entity.kind) {
    case ActorKind::kPeople:
    case ActorKind::kRole:
    case ActorKind::kOrganisation:
    case ActorKind::kGroup:
      return !entity.code.empty();
    case ActorKind::kPerson:
    case ActorKind::kPlace:
      return true;
    default:
      return false;
  }
}

void Place(Entity& entity, const std::string& country, std::string_view source) {
  entity.code.country = country;
  if (!entity.code_source.empty()) entity.code_source += ", ";
  entity.code_source += source;
}

class Placer {
 public:
  Placer(const PlaceTable& places, MentionTable& mentions)
      : places_(places), mentions_(mentions) {
    for (const Entity& entity : mentions.entities) {
      const std::string& country = entity.code.country;
      if (!IsState(country) || country == only_) continue;
      is_one_ = only_.empty();
      only_ = country;
      if (!is_one_) break;
    }
  }

  void Visit(Event& event) {
    const PlaceMention* place = PlaceOf(event);
    const auto place_all = [&](const std::vector<EntityId>& ids,
                               const std::vector<EntityId>& others, bool is_actor) {
      for (const EntityId id : ids) {
        Entity& entity = mentions_.entities[id.value];
        if (!IsUnplaced(entity)) continue;
        if (place != nullptr && entity.kind != ActorKind::kPerson) {
          Place(entity, place->country,
                StrCat("country of the place '", place->name, "'"));
        } else {
          TakeFromOther(event, entity, others, is_actor);
        }
      }
    };
    place_all(event.recipient, event.actor, false);
    place_all(event.actor, event.recipient, true);
    if (place != nullptr) AddPlaceStruck(event, *place);
  }

 private:
  const PlaceMention* PlaceOf(const Event& event) const {
    if (!event.place.valid()) return nullptr;
    const PlaceMention& place = places_.places[event.place.value];
    return place.country.empty() ? nullptr : &place;
  }

  void TakeFromOther(const Event& event, Entity& entity,
                     const std::vector<EntityId>& others, bool is_actor) const {
    const Entity* first =
        others.empty() ? nullptr : &mentions_.entities[others.front().value];
    if (first == nullptr || !IsState(first->code.country)) return TakeOnly(entity);
    const Entity& other = *first;
    for (const EntityId id : others) {
      if (mentions_.entities[id.value].code.country != other.code.country) return;
    }
    const bool is_own =
        is_actor ? IsWithOwn(event.type) && entity.kind != ActorKind::kPerson
                 : (IsAuthority(other) && IsAtHome(event.type)) || IsLocal(other);
    if (is_own)
      Place(entity, other.code.country, StrCat("country of '", other.name, "'"));
  }

  // A text that names one country only is about its people.
  void TakeOnly(Entity& entity) const {
    if (is_one_ && entity.kind != ActorKind::kPerson)
      Place(entity, only_, "the one country of the text");
  }

  // "Riot police used tear gas in La Paz", "air strikes on Gaza": a blow at nobody
  // named falls on the place.
  void AddPlaceStruck(Event& event, const PlaceMention& place) const {
    const bool is_blow = event.type == EventType::kAssault ||
                         event.type == EventType::kCoerce ||
                         event.type == EventType::kMobilize;
    if (!is_blow || !event.recipient.empty() || event.actor.empty()) return;
    if (place.head_word >= mentions_.mention_at.size()) return;
    const std::uint32_t mention = mentions_.mention_at[place.head_word];
    if (mention == kNoWord) return;
    const EntityId entity = mentions_.mentions[mention].entity;
    if (!entity.valid() || mentions_.entities[entity.value].code.country.empty())
      return;
    for (const EntityId actor : event.actor) {
      if (actor == entity) return;
    }
    event.recipient.push_back(entity);
    event.recipient_span = mentions_.mentions[mention].span;
  }

  const PlaceTable& places_;
  MentionTable& mentions_;
  std::string only_;  // the state that the text names
  bool is_one_ = false;
};

}  // namespace

void PlacePeople(std::vector<Event>& events, const PlaceTable& places,
                 MentionTable& mentions) {
  Placer placer(places, mentions);
  for (Event& event : events) placer.Visit(event);
}

}  // namespace entente
