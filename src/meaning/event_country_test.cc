#include "meaning/event_country.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

Entity People(std::string sector) {
  Entity entity;
  entity.kind = ActorKind::kPeople;
  entity.code.sector = std::move(sector);
  return entity;
}

struct Scene {
  MentionTable mentions;
  PlaceTable places;
  Event event;

  Scene() {
    Entity actor;
    actor.name = "Hungary's police";
    actor.kind = ActorKind::kRole;
    actor.code = {.country = "HUN", .sector = "COP", .group = ""};
    mentions.entities = {actor, People("CVL")};
    event.type = EventType::kCoerce;
    event.actor = {EntityId{0}};
    event.recipient = {EntityId{1}};
  }
  std::string Country() {
    PlacePeople({event}, places, mentions);
    return mentions.entities[1].code.country;
  }
};

TEST(PlacePeople, TakesTheAuthoritysCountry) { EXPECT_EQ(Scene().Country(), "HUN"); }

TEST(PlacePeople, TakesThePlaceBeforeTheActor) {
  Scene scene;
  PlaceMention chad;
  chad.name = chad.country = "TCD";
  scene.places.places = {chad};
  scene.event.place = PlaceId{0};
  EXPECT_EQ(scene.Country(), "TCD");
}

TEST(PlacePeople, LeavesAnAttackersVictimsAndNamedCountriesAlone) {
  Scene attack;
  attack.event.type = EventType::kAssault;
  EXPECT_EQ(attack.Country(), "");
  Scene named;
  named.mentions.entities[1].code.country = "SYR";
  EXPECT_EQ(named.Country(), "SYR");
}

}  // namespace
}  // namespace entente
