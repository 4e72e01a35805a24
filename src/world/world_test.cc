#include "world/world.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/strings.h"
#include "world/tables.h"
#include "world/world_builder.h"

namespace entente {
namespace {

// A table of words split at blanks; possessives and hyphens are words of their own.
TokenTable Tokens(std::string_view text) {
  TokenTable tokens;
  for (const std::string_view word : SplitBlank(text)) {
    const auto begin = static_cast<std::uint32_t>(word.data() - text.data());
    const auto end = begin + static_cast<std::uint32_t>(word.size());
    const bool is_possessive = word.size() > 2 && word.substr(word.size() - 2) == "'s";
    const std::uint32_t middle = is_possessive ? end - 2 : end;
    tokens.span.push_back({begin, middle});
    tokens.flags.push_back(kSpaceBefore);
    if (middle == end) continue;
    tokens.span.push_back({middle, end});
    tokens.flags.push_back(kContinuesWord);
  }
  tokens.sentences.push_back({0, static_cast<std::uint32_t>(tokens.size()), 0});
  return tokens;
}

constexpr std::string_view kActorHeader =
    "id\tname\taliases\tclass\tcountry\tsector\tgroup\ttitle\tfrom\tto\tsource\n";

// A folder with small tables of our own and the world made of them.
class SmallWorld : public testing::Test {
 protected:
  void SetUp() override {
    const testing::TestInfo* info =
        testing::UnitTest::GetInstance()->current_test_info();
    dir_ = testing::TempDir() + "entente_world_" + info->name();
    std::filesystem::create_directories(dir_ + "/world");
    Write("groups.tsv",
          std::string(kActorHeader) +
              "g1\tTaliban\tAfghan "
              "Taliban\tarmed-group\tAFG\tREB\tTAL\t\t1994\t2021-08-14\tx\n"
              "g1\tTaliban\t\tarmed-group\tAFG\tGOV\tTAL\t\t2021-08-15\t\tx\n"
              "g2\tal-Qaeda\t\tarmed-group\tIMG\tREB\tALQ\t\t\t\tx\n"
              "g3\tKurdistan Workers' Party\tPKK\tarmed-group\tTUR\tREB\tPKK\t\t\t\tx\n"
              "g4\tYellow Vests\tyellow vests\tmovement\tFRA\tOPP\t\t\t\t\tx\n"
              "g5\tUnited States\tUS\tinstitution\tUSA\tGOV\t\t\t\t\tx\n");
    Write("roles.tsv",
          "id\tlemma\tplural\tsector\tcountry\tkind\tflags\tsource\n"
          "r1\tdefence minister\t+\tGOV\t\tperson\ttitle\tx\n"
          "r2\tsecretary of state\tsecretaries of state\tGOV\t\tperson\ttitle\tx\n");
    Write("places.tsv",
          "id\tname\taliases\tkind\tcountry\tadmin1\tlat\tlon\tgeonames\tsource\n"
          "p1\tSana'a\t\tcapital\tYEM\t\t15.35\t44.2\t71137\tx\n"
          "p2\tNice\t\tcity\tFRA\t\t43.7\t7.27\t\tx\n");
    Write("common_words.tsv", "id\twords\tsource\nw1\tnice turkey\tx\n");
    Write("world/plover.tsv",
          "type\tmode\tquad\tscore\nAID\t\tmaterial cooperation\t10\n");
    Write("world/contexts.tsv", "context\nmilitary\n");
    Write("world/cameo.tsv",
          "cameo\ttype\tmode\tcontexts\tlabel\n07\tAID\t\t\taid\n072\tAID\t\tmilitary\t"
          "x\n");
    Write("world/place_words.tsv",
          "id\tclass\tvalue\twords\tsource\npw1\tbearing\t45\tnortheast\tx\n");
    WorldBuilder builder;
    const Status read = ReadTables(dir_, builder);
    ASSERT_TRUE(read) << read.error().message;
    std::ofstream(dir_ + "/world.bin", std::ios::binary) << builder.Finish();
  }

  void TearDown() override { std::filesystem::remove_all(dir_); }

  void Write(const std::string& name, const std::string& bytes) {
    std::ofstream(dir_ + "/" + name, std::ios::binary) << bytes;
  }

  World Load(const std::vector<std::string>& extra = {}) {
    auto world = World::Load(dir_, extra);
    if (!world) ADD_FAILURE() << world.error().message;
    return std::move(world).value();
  }

  // "Taliban|al-Qaeda": the texts of the hits.
  static std::string Hits(const World& world, std::string_view text) {
    NameHits hits;
    world.Match(text, Tokens(text), hits);
    std::string out;
    for (const NameHit& hit : hits.hits) {
      out += StrCat(out.empty() ? "" : "|", Slice(text, hit.span));
    }
    return out;
  }

  std::string dir_;
};

TEST_F(SmallWorld, FindsTheLongestName) {
  const World world = Load();
  EXPECT_EQ(Hits(world, "the Afghan Taliban met al-Qaeda"), "Afghan Taliban|al-Qaeda");
}

TEST_F(SmallWorld, LeavesThePossessiveOut) {
  const World world = Load();
  EXPECT_EQ(Hits(world, "the Taliban's defence ministers"),
            "Taliban|defence ministers");
  EXPECT_EQ(Hits(world, "the Kurdistan Workers Party"), "Kurdistan Workers Party");
}

TEST_F(SmallWorld, TakesProperNamesInCapitalsAlone) {
  const World world = Load();
  EXPECT_EQ(Hits(world, "a nice day in Nice"), "Nice");
  EXPECT_EQ(Hits(world, "give us the US and the U.S. now"), "US|U.S.");
  EXPECT_EQ(Hits(world, "yellow vests march"), "yellow vests");
}

TEST_F(SmallWorld, SeesThroughHyphensAndApostrophes) {
  const World world = Load();
  EXPECT_EQ(Hits(world, "in Sanaa and Sana'a"), "Sanaa|Sana'a");
  EXPECT_EQ(Hits(world, "Al Qaeda and Al-Qaeda"), "Al Qaeda|Al-Qaeda");
}

TEST_F(SmallWorld, MarksEverydayWords) {
  const World world = Load();
  NameHits hits;
  const std::string text = "Nice";
  world.Match(text, Tokens(text), hits);
  ASSERT_EQ(hits.hits.size(), 1U);
  EXPECT_NE(hits.hits[0].flags & kHitCommonWord, 0);
}

TEST_F(SmallWorld, KnowsWhatAnActorWasWhen) {
  const World world = Load();
  const auto found = world.Find("Taliban");
  ASSERT_EQ(found.size(), 1U);
  const Actor actor = world.actor({found[0].index});
  EXPECT_EQ(actor.row, "g1");
  EXPECT_EQ(world.TenureAt(actor, CivilDate{2015, 12, 27}).sector, "REB");
  EXPECT_EQ(world.TenureAt(actor, CivilDate{2022, 1, 1}).sector, "GOV");
  EXPECT_EQ(world.TenureAt(actor, CivilDate{1980, 1, 1}).sector, "REB");
  EXPECT_EQ(world.TenureAt(actor, std::nullopt).sector, "GOV");
}

TEST_F(SmallWorld, LaysExtraTablesOverItsOwn) {
  const std::string extra = dir_ + "/extra";
  std::filesystem::create_directories(extra);
  Write("extra/groups.tsv", std::string(kActorHeader) +
                                "x1\tTaliban\t\tarmed-group\tAFG\tREB\tNEW\t\t\t\tx\n"
                                "x2\tHarbour Union\t\tmovement\tNLD\tLAB\t\t\t\t\tx\n");
  const World world = Load({extra});
  const auto found = world.Find("Taliban");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(world.actor({found[0].index}).row, "x1");
  EXPECT_EQ(world.tenure(world.actor({found[0].index}), 0).group, "NEW");
  EXPECT_EQ(Hits(world, "the Harbour Union and the PKK"), "Harbour Union|PKK");
}

TEST_F(SmallWorld, MapsCameoOntoPlover) {
  const World world = Load();
  const Ontology& ontology = world.ontology();
  ASSERT_NE(ontology.FindCameo("0721"), nullptr);
  EXPECT_EQ(ontology.FindCameo("0721")->contexts[0], "military");
  EXPECT_EQ(ontology.FindCameo("99"), nullptr);
  EXPECT_EQ(ontology.Find("AID", "unknown")->score, 10);
}

TEST_F(SmallWorld, RefusesACutFile) {
  std::filesystem::resize_file(dir_ + "/world.bin", 100);
  const auto world = World::Load(dir_);
  ASSERT_FALSE(world);
  EXPECT_EQ(world.error().code, ErrorCode::kCorrupt);
}

TEST_F(SmallWorld, NamesTheLineOfABadRow) {
  Write("groups.tsv", std::string(kActorHeader) +
                          "g1\tA\t\tarmed-group\tAFG\tREB\tTAL\t\t1994\t1990\tx\n");
  const auto complaints = CheckTables({dir_});
  ASSERT_EQ(complaints.size(), 1U);
  EXPECT_EQ(complaints[0].substr(0, 12), "groups.tsv:2");
}

TEST_F(SmallWorld, ReportsClashes) {
  Write("groups.tsv", std::string(kActorHeader) +
                          "g1\tAlpha\tABC\tarmed-group\tAFG\tREB\t\t\t\t\tx\n"
                          "g2\tBeta\tA.B.C.|ABC\tparty\tAFG\tXXX\t\t\t\t\tx\n"
                          "g1\tGamma\t\tparty\tAFG\tPTY\t\t\t\t\tx\n");
  EXPECT_EQ(CheckTables({dir_}).size(), 3U);
}

// The tables that ship are clean.
TEST(Tables, AreClean) {
  const auto complaints = CheckTables({ENTENTE_SOURCE_DIR "/data/world"});
  for (const std::string& complaint : complaints) ADD_FAILURE() << complaint;
}

TEST(Tables, OntologyReads) {
  const auto ontology = Ontology::Read(ENTENTE_SOURCE_DIR "/data/world");
  ASSERT_TRUE(ontology) << ontology.error().message;
  EXPECT_EQ(ontology->contexts().size(), 37U);
  EXPECT_EQ(ontology->Find("ACCUSE", "")->score, -3);
}

// The compiled world, where the build has made it.
TEST(BuiltWorld, HoldsWhatNewsNeeds) {
  const std::string dir = ENTENTE_DATA_DIR;
  if (!std::filesystem::exists(dir + "/world.bin") ||
      !std::filesystem::exists(dir + "/world/plover.tsv")) {
    GTEST_SKIP() << dir
                 << "/world.bin is not built; run: cmake --build <dir> -t entente_data";
  }
  const auto loaded = World::Load(dir);
  ASSERT_TRUE(loaded) << loaded.error().message;
  const World& world = *loaded;
  EXPECT_GE(world.country_count(), 249U);
  EXPECT_GE(world.place_count(), 200'000U);
  EXPECT_GE(world.actor_count(), 1'500U);
  EXPECT_GE(world.role_count(), 600U);
  const auto russia = world.CountryByCode("RUS");
  ASSERT_TRUE(russia);
  EXPECT_EQ(world.place(world.country(*russia).capital).name, "Moscow");
  EXPECT_TRUE(world.AreNeighbours("AFG", "TJK"));
  bool is_kunduz = false;
  for (const Candidate& candidate : world.Find("Kunduz")) {
    if (candidate.kind != EntryKind::kPlace) continue;
    const Place place = world.place({candidate.index});
    is_kunduz =
        is_kunduz || (place.country == "AFG" && place.kind == PlaceKind::kAdminSeat);
  }
  EXPECT_TRUE(is_kunduz);
  for (const std::string_view name :
       {"Taliban of Pakistan", "DAESH", "Mullah Omar", "Tajik", "Bakwah", "NATO",
        "Abu Bakr Al-Baghdadi", "Farah", "Dushanbe", "Kandahar", "spokeswoman"}) {
    EXPECT_FALSE(world.Find(name).empty()) << name;
  }
}

}  // namespace
}  // namespace entente
