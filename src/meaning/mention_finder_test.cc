// Mentions, entities and places of short reports, read by the shipped model and tables;
// skipped, aloud, where they are not built.
#include "meaning/mention_finder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/strings.h"
#include "meaning/place_tagger.h"
#include "syntax/model.h"
#include "text/tokenizer.h"
#include "world/world.h"

namespace entente {
namespace {

struct Reader {
  World world;
  SyntaxModel model;
  Tokenizer tokenizer;
  MentionFinder finder;
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
    auto finder = MentionFinder::Load(dir);
    if (!world || !model || !tokenizer || !finder) return nullptr;
    static const Reader kept{std::move(world).value(), std::move(model).value(),
                             std::move(tokenizer).value(), std::move(finder).value()};
    return &kept;
  }();
  return reader;
}

// What one text gave, as lines that tests compare.
struct Found {
  std::vector<std::string> entities;  // "Sergei Shoigu|person|RUS GOV"
  std::vector<std::string> links;   // "he=Boris Johnson": mention and its entity's name
  std::vector<std::string> places;  // "Paris|USA|Texas"
};

Found Read(const Reader& reader, const std::string& text) {
  Document document;
  document.text = text;
  document.published = CivilDate{2016, 3, 1};
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
  const NameTable names = FindNames(analysis);
  analysis.places = TagPlaces(analysis, names);
  analysis.mentions = reader.finder.Find(analysis, names);
  Found found;
  for (const Entity& entity : analysis.mentions.entities) {
    found.entities.push_back(
        StrCat(entity.name, "|", Name(entity.kind), "|", ToString(entity.code)));
  }
  for (const Mention& mention : analysis.mentions.mentions) {
    found.links.push_back(
        StrCat(Slice(text, mention.span), "=",
               analysis.mentions.entities[mention.entity.value].name));
  }
  for (const PlaceMention& place : analysis.places.places) {
    found.places.push_back(StrCat(place.name, "|", place.country, "|", place.admin1));
  }
  return found;
}

std::string Join(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) all += line + "\n";
  return all;
}

struct Case {
  const char* text;
  std::vector<std::string> expected;
};

void ExpectAll(const std::vector<Case>& cases, std::vector<std::string> Found::*which) {
  const Reader* reader = SharedReader();
  if (reader == nullptr)
    GTEST_SKIP() << "no model or world.bin in " << ENTENTE_DATA_DIR;
  for (const Case& example : cases) {
    const Found found = Read(*reader, example.text);
    const std::vector<std::string>& lines = found.*which;
    for (const std::string& line : example.expected) {
      EXPECT_NE(std::find(lines.begin(), lines.end(), line), lines.end())
          << example.text << "\nwants: " << line << "\nfound:\n"
          << Join(lines);
    }
  }
}

TEST(MentionFinder, CodesActorsByTheirWords) {
  ExpectAll(
      {
          {"Norwegian Fisheries Minister Odd Hansen met Icelandic officials in Bergen.",
           {"Odd Hansen|person|NOR GOV", "Icelandic officials|people|ISL GOV"}},
          {"Taliban militants attacked an army post near Kunduz.",
           {"Taliban|group|AFG REB TAL"}},
          {"NATO said that its troops would stay.", {"NATO|organisation|IGO MIL NAT"}},
          {"Anti-government protesters clashed with police in Kyiv.",
           {"Anti-government protesters|people|UKR OPP",
            "police|organisation|UKR COP"}},
          {"Moscow accused Washington of lying.",
           {"Russia|country|RUS", "United States|country|USA"}},
          {"The rebels freed four Italians on Sunday.",
           {"four Italians|people|ITA CVL"}},
      },
      &Found::entities);
}

TEST(MentionFinder, TakesCountriesFromWhatTheTextIsAbout) {
  ExpectAll(
      {
          {"Gabon's junta met a French envoy in Libreville on Monday. Paris had "
           "recalled its ambassador. France and Spain protested. The junta said that "
           "the army would stay in power.",
           {"Gabon's junta|organisation|GAB GOV", "army|organisation|GAB MIL"}},
          {"The Ulster Unionist Party of David Trimble accepted it.",
           {"David Trimble|person|GBR PTY UUP"}},
          {"Sinn Fein president Gerry Adams spoke in Belfast.",
           {"Gerry Adams|person|IRL PTY SIN"}},
      },
      &Found::entities);
}

TEST(MentionFinder, TakesCountriesFromWhatStandsAround) {
  ExpectAll(
      {
          {"French dockers blocked the port.", {"French dockers|people|FRA LAB"}},
          {"Rebels in Darfur freed two drivers.", {"Rebels|people|SDN REB"}},
          {"About 300 ethnic Hungarians marched in Romania.",
           {"About 300 ethnic Hungarians|people|ROU CVL"}},
          {"Senator Carla Holm criticised Norway.", {"Carla Holm|person|--- LEG"}},
          {"Sweden recalled its troops from Mali.",
           {"its troops|organisation|SWE MIL"}},
          {"Pro-Chinese demonstrators gathered in Taipei.",
           {"Pro-Chinese demonstrators|people|TWN OPP"}},
          {"Sanctions hit Syrian and Iranian officials.",
           {"Syrian officials|people|SYR GOV",
            "Syrian and Iranian officials|people|IRN GOV"}},
      },
      &Found::entities);
}

TEST(MentionFinder, TellsTitlesFromNames) {
  ExpectAll(
      {
          {"Lt. Gen. Adam Brandt met reporters.", {"Adam Brandt|person|--- MIL"}},
          {"King Alaric of Norway met envoys.", {"King Alaric|person|NOR GOV"}},
          {"Former Brazilian president Lula thanked voters.", {"Lula|person|BRA ELI"}},
          {"Colombian President Gustavo Petro, a former member of the M-19 guerrilla "
           "group, met voters.",
           {"Gustavo Petro|person|COL GOV"}},
          {"The militant group Hamas fired rockets.", {"Hamas|group|PSE REB HAM"}},
      },
      &Found::entities);
}

TEST(MentionFinder, LinksPairsToBoth) {
  ExpectAll(
      {{"Ukraine and Russia held talks. Both sides accused each other of lying.",
        {"Both sides=Ukraine", "Both sides=Russia"}},
       {"Emmanuel Macron met Olaf Scholz in Berlin. The two leaders condemned it.",
        {"The two leaders=Emmanuel Macron", "The two leaders=Olaf Scholz"}},
       {"Eleven people were killed. Hundreds of thousands of people lost their homes.",
        {"people=people"}}},
      &Found::links);
}

TEST(MentionFinder, LeavesEverydayWordsAndPartsOfNamesAlone) {
  const Reader* reader = SharedReader();
  if (reader == nullptr)
    GTEST_SKIP() << "no model or world.bin in " << ENTENTE_DATA_DIR;
  for (const char* text :
       {"They ate a turkey and drank from the china.", "Jordan Henderson scored twice.",
        "It may rain in the nice season."}) {
    EXPECT_EQ(Join(Read(*reader, text).places), "") << text;
  }
}

TEST(MentionFinder, LinksShortNamesPronounsAndNouns) {
  ExpectAll(
      {
          {"Prime Minister Boris Johnson flew to Berlin. Johnson said he would return.",
           {"Johnson=Boris Johnson", "he=Boris Johnson"}},
          {"German Chancellor Angela Merkel spoke to reporters. She thanked the "
           "voters.",
           {"She=Angela Merkel"}},
          {"The International Monetary Fund (IMF) approved a loan. The IMF named "
           "terms.",
           {"The IMF=International Monetary Fund"}},
          {"Boko Haram raided the town. The militant group took hostages.",
           {"The militant group=Boko Haram"}},
          {"Kenya closed its border. The country feared raids.",
           {"its=Kenya", "The country=Kenya"}},
      },
      &Found::links);
}

TEST(MentionFinder, KeepsTwoOfOneNameApart) {
  ExpectAll(
      {{"Anna Novak sued the bank. Her rival Peter Novak won.",
        {"Anna Novak=Anna Novak"}},
       {"The Taliban of Pakistan and the Taliban of Afghanistan issued statements.",
        {"the Taliban of Afghanistan=Taliban of Afghanistan"}}},
      &Found::links);
}

TEST(PlaceTagger, ChoosesByWhatContainsThePlace) {
  ExpectAll({{"A storm hit Paris, Texas, on Monday.", {"Paris|USA|Texas"}},
             {"The president spoke in Paris.", {"Paris|FRA|Île-de-France"}},
             {"Fighting went on near Homs in Syria.", {"Homs|SYR|Homs"}}},
            &Found::places);
}

TEST(PlaceTagger, MeasuresDistancesOnTheGround) {
  const double km = Distance({52.52, 13.405}, {48.8566, 2.3522});  // Berlin to Paris
  EXPECT_NEAR(km, 878, 5);
  EXPECT_EQ(Distance({10, 20}, {10, 20}), 0);
}

}  // namespace
}  // namespace entente
