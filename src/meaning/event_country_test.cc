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
    std::vector<Event> events = {event};
    PlacePeople(events, places, mentions);
    event = events.front();
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
  Scene attack;  // an army may strike abroad
  attack.event.type = EventType::kAssault;
  attack.mentions.entities[0].code.sector = "MIL";
  EXPECT_EQ(attack.Country(), "");
  Scene named;
  named.mentions.entities[1].code.country = "SYR";
  EXPECT_EQ(named.Country(), "SYR");
}

TEST(PlacePeople, TakesTheCountryOfTheAuthoritiesDealtWith) {
  Scene scene;
  scene.event.type = EventType::kRequest;
  scene.event.actor = {EntityId{1}};
  scene.event.recipient = {EntityId{0}};
  EXPECT_EQ(scene.Country(), "HUN");
}

TEST(PlacePeople, LetsABlowAtNobodyNamedFallOnThePlace) {
  Scene scene;
  scene.event.type = EventType::kAssault;
  scene.event.recipient.clear();
  Entity city;
  city.kind = ActorKind::kPlace;
  city.code.country = "BOL";
  scene.mentions.entities.push_back(city);
  Mention mention;
  mention.entity = EntityId{2};
  scene.mentions.mentions = {mention};
  scene.mentions.mention_at = {0};
  PlaceMention place;
  place.name = "La Paz";
  place.country = "BOL";
  place.head_word = 0;
  scene.places.places = {place};
  scene.event.place = PlaceId{0};
  scene.Country();
  ASSERT_EQ(scene.event.recipient.size(), 1U);
  EXPECT_EQ(scene.event.recipient.front(), EntityId{2});
}

}  // namespace
}  // namespace entente
