#include "meaning/place_tagger.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

#include "base/strings.h"
#include "meaning/place_relative.h"
#include "syntax/model.h"
#include "text/tokenizer.h"
#include "world/world.h"

namespace entente {
namespace {

struct Reader {
  World world;
  SyntaxModel model;
  Tokenizer tokenizer;
};

// The shipped data, loaded once; nullptr where it is not built.
const Reader* SharedReader() {
  static const Reader* const reader = []() -> const Reader* {
    const std::string dir = ENTENTE_DATA_DIR;
    if (!std::filesystem::exists(dir + "/world.bin") ||
        !std::filesystem::exists(dir + "/english.model")) {
      return nullptr;
    }
    auto world = World::Load(dir);
    auto model = SyntaxModel::Open(dir + "/english.model");
    auto tokenizer = Tokenizer::Load(dir + "/lexicon");
    if (!world || !model || !tokenizer) return nullptr;
    static const Reader kept{std::move(world).value(), std::move(model).value(),
                             std::move(tokenizer).value()};
    return &kept;
  }();
  return reader;
}

std::vector<PlaceMention> Read(const Reader& reader, const std::string& text) {
  Document document;
  document.text = text;
  document.blocks.push_back(
      {BlockKind::kBody, {0, static_cast<std::uint32_t>(text.size())}});
  TokenTable tokens;
  reader.tokenizer.Tokenize(document, tokens);
  SyntaxWorkspace workspace;
  Analysis analysis;
  analysis.document = &document;
  analysis.tokens = &tokens;
  analysis.syntax = &reader.model.Analyse(text, tokens, workspace);
  analysis.world = &reader.world;
  analysis.tree.Rebuild(*analysis.syntax);
  return TagPlaces(analysis, FindNames(analysis)).places;
}

// "Paris USA Texas city|Texas USA Texas admin1"
std::string Line(const std::vector<PlaceMention>& places) {
  std::string line;
  for (const PlaceMention& place : places) {
    line += StrCat(line.empty() ? "" : "|", place.name);
    for (const std::string_view part :
         {std::string_view(place.country), std::string_view(place.admin1),
          Name(place.precision)}) {
      if (!part.empty()) line += StrCat(" ", part);
    }
  }
  return line;
}

struct Case {
  const char* text;
  const char* places;
};

void Expect(const std::vector<Case>& cases) {
  const Reader* reader = SharedReader();
  if (reader == nullptr)
    GTEST_SKIP() << "no model or world.bin in " << ENTENTE_DATA_DIR;
  for (const Case& each : cases) {
    EXPECT_EQ(Line(Read(*reader, each.text)), each.places) << each.text;
  }
}

TEST(PlaceTagger, WhatHoldsAPlaceTellsWhichIsMeant) {
  Expect({
      {"Officials in Birmingham, Alabama, closed the schools.",
       "Birmingham USA Alabama city|Alabama USA Alabama admin1"},
      {"A bridge fell in Hyderabad in Pakistan.",
       "Hyderabad PAK Sindh city|Pakistan PAK country"},
      {"The Congolese city of Goma was quiet.", "Goma COD North Kivu city"},
      {"A flood reached Valencia, a town in northern Venezuela.",
       "Valencia VEN Carabobo city|Venezuela VEN region"},
  });
}

TEST(PlaceTagger, MembersOfAListAreAlike) {
  Expect({
      {"The storm hit Georgia, Alabama and Florida.",
       "Georgia USA Georgia admin1|Alabama USA Alabama admin1|"
       "Florida USA Florida admin1"},
      {"Leaders of Armenia, Georgia and Turkey met.",
       "Armenia ARM country|Georgia GEO country|Turkey TUR country"},
      {"Cases were found in Oregon, Washington and Utah.",
       "Oregon USA Oregon admin1|Washington USA Washington admin1|"
       "Utah USA Utah admin1"},
  });
}

TEST(PlaceTagger, AnUnknownTownLiesWhereTheTextSays) {
  const Reader* reader = SharedReader();
  if (reader == nullptr)
    GTEST_SKIP() << "no model or world.bin in " << ENTENTE_DATA_DIR;
  const auto places = Read(*reader, "Shells fell on Qelbazan, a village in Syria.");
  ASSERT_FALSE(places.empty());
  EXPECT_EQ(places[0].name, "Qelbazan");
  EXPECT_EQ(places[0].country, "SYR");
  EXPECT_EQ(places[0].precision, PlacePrecision::kCountry);
}

TEST(PlaceTagger, ANameIsOnePlaceInOneDocument) {
  Expect({{"Police in Cambridge, Massachusetts, made an arrest. Cambridge is calm.",
           "Cambridge USA Massachusetts city|Massachusetts USA Massachusetts admin1|"
           "Cambridge USA Massachusetts city"}});
}

TEST(PlaceTagger, LeavesNamesOfOtherThingsAlone) {
  Expect({
      {"Two patients caught the West Nile virus.", ""},
      {"The Pan American Health Organization (PAHO) sent doctors.", ""},
      {"The Agency examined the hospitals.", ""},
  });
}

TEST(PlaceTagger, MovesThePointOfADistance) {
  const Reader* reader = SharedReader();
  if (reader == nullptr)
    GTEST_SKIP() << "no model or world.bin in " << ENTENTE_DATA_DIR;
  const auto at = Read(*reader, "The convoy was attacked in Kabul.");
  const auto north =
      Read(*reader, "The convoy was attacked 50 km north of Kabul on Monday.");
  ASSERT_EQ(at.size(), 1U);
  ASSERT_EQ(north.size(), 1U);
  EXPECT_EQ(north[0].precision, PlacePrecision::kNear);
  EXPECT_NEAR(Distance(*at[0].point, *north[0].point), 50, 0.1);
  EXPECT_GT(north[0].point->lat, at[0].point->lat);
  EXPECT_NEAR(north[0].point->lon, at[0].point->lon, 1e-6);
  // A distance that locates another place moves neither.
  const auto two =
      Read(*reader, "Rebels seized Dujail, 60 kilometres north of Baghdad.");
  ASSERT_EQ(two.size(), 2U);
  EXPECT_EQ(two[0].precision, PlacePrecision::kCity);
  EXPECT_EQ(two[1].precision, PlacePrecision::kCity);
  EXPECT_LT(Distance(*two[1].point, {33.34, 44.40}), 5);
  const auto near = Read(*reader, "A plane crashed near Dushanbe.");
  ASSERT_EQ(near.size(), 1U);
  EXPECT_EQ(near[0].precision, PlacePrecision::kNear);
}

TEST(PlaceTagger, MovesAlongTheGround) {
  const Point start{60, 179.5};
  for (const double bearing : {0.0, 45.0, 135.0, 270.0}) {
    const Point end = Move(start, 100, bearing);
    EXPECT_NEAR(Distance(start, end), 100, 0.01) << bearing;
    EXPECT_LE(std::abs(end.lon), 180) << bearing;
  }
}

}  // namespace
}  // namespace entente
