#include "align/evidence.h"

#include <gtest/gtest.h>

#include "align/posterior.h"
#include "align/test_ledger.h"

namespace entente {
namespace {

std::uint32_t ActorNamed(const EvidenceTable& table, std::string_view key) {
  for (std::uint32_t i = 0; i < table.actor_count(); ++i) {
    if (table.actor(i).key == key) return i;
  }
  return kNoIndex;
}

TEST(EvidenceTest, NamesActorsOfEveryKindOfKey) {
  const Result<World> world = World::Load(ENTENTE_DATA_DIR);
  ASSERT_TRUE(world) << world.error().message;
  TestLedger ledger("keys");
  ledger.Begin("2020-01-02", "Agency");
  ledger.AddEvent("UN", "KEN GOV", "AID");  // a name of two letters, no code
  ledger.AddEvent("KEN", "SOM REB", "ASSAULT");
  ledger.AddEvent("SOM REB SHA", "KEN MIL", "ASSAULT");
  ledger.AddEvent("IGO MIL NAT", "SOM", "COOPERATE");
  const EvidenceTable table = ledger.Load(&*world);
  EXPECT_NE(ActorNamed(table, "UN"), kNoIndex);
  EXPECT_NE(ActorNamed(table, "SOM REB"), kNoIndex);
  EXPECT_NE(ActorNamed(table, "IGO NAT"), kNoIndex);
  const std::uint32_t kenya = ActorNamed(table, "KEN");
  ASSERT_NE(kenya, kNoIndex);
  EXPECT_EQ(table.actor(kenya).label, "Kenya");
  EXPECT_EQ(table.actor(kenya).rows, 3U);
  const std::uint32_t shabab = ActorNamed(table, "SOM SHA");
  ASSERT_NE(shabab, kNoIndex);
  EXPECT_EQ(table.regions[table.actor(shabab).region], "Eastern Africa");
  EXPECT_EQ(table.regions[table.actor(ActorNamed(table, "UN")).region], "");
}

TEST(EvidenceTest, FindsRowsByTheirSides) {
  TestLedger ledger("sides");
  ledger.Begin("2020-01-02", "Agency");
  ledger.AddEvent("RUS", "SYR", "AID");
  ledger.AddEvent("SYR", "RUS GOV", "SUPPORT");
  ledger.AddEvent("RUS GOV", "RUS MIL", "ACCUSE");
  ledger.AddEvent("RUS", "USA", "ACCUSE");
  const EvidenceTable table = ledger.Load();
  const std::uint32_t rus = ActorNamed(table, "RUS"), syr = ActorNamed(table, "SYR");
  EXPECT_EQ(table.RowsOf(rus).size(), 4U);
  EXPECT_EQ(table.RowsBetween(rus, syr).size(), 2U);
  EXPECT_EQ(table.RowsBetween(syr, rus).size(), 2U);
  EXPECT_EQ(table.RowsBetween(rus, rus).size(), 1U);
  EXPECT_TRUE(table.RowsBetween(syr, ActorNamed(table, "USA")).empty());
  EXPECT_TRUE(table.RowsOf(kNoIndex).empty());
}

TEST(EvidenceTest, AnEmptyLedgerHasNoEvidence) {
  TestLedger ledger("empty");
  ledger.Begin("2020-01-02", "Agency");
  const EvidenceTable table = ledger.Load();
  EXPECT_TRUE(table.rows.empty());
  EXPECT_TRUE(table.RowsOf(kNoIndex).empty());
  EXPECT_DOUBLE_EQ(PriorMean(table, 0, 0), 0.5);
}

}  // namespace
}  // namespace entente
