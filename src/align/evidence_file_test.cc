#include "align/evidence_file.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "align/pair.h"
#include "align/test_ledger.h"
#include "base/files.h"

namespace entente {
namespace {

class EvidenceFileTest : public testing::Test {
 protected:
  void SetUp() override {
    TestLedger ledger("file");
    ledger.Begin("1965-03-01", "Agency");
    ledger.AddEvent("RUS", "AFG REB TAL", "COERCE restrict");
    ledger.Begin("2020-01-02", "Daily");
    ledger.AddEvent("AFG REB TAL", "RUS GOV", "CONSULT visit");
    ledger.AddEvent("RUS", "SYR", "AID");
    table_ = ledger.Load();
    path_ = testing::TempDir() + "align_evidence_file";
    ASSERT_TRUE(SaveEvidence(table_, 7, path_));
  }
  void TearDown() override { std::filesystem::remove(path_); }

  EvidenceTable table_;
  std::string path_;
};

TEST_F(EvidenceFileTest, GivesTheSameView) {
  const Result<EvidenceTable> mapped = MapEvidence(path_, 7);
  ASSERT_TRUE(mapped) << mapped.error().message;
  EXPECT_EQ(mapped->types, table_.types);
  EXPECT_EQ(mapped->last_day, table_.last_day);
  const AlignSettings& settings = TestLedger::settings();
  const EvidenceTable& made = table_;
  for (const EvidenceTable* table : {&made, &*mapped}) {
    const auto a = FindParties(*table, settings, nullptr, "RUS");
    const auto b = FindParties(*table, settings, nullptr, "AFG REB TAL");
    ASSERT_TRUE(a && b);
    const PairView view = ViewPair(*table, settings, *a, *b, {});
    EXPECT_EQ(view.units.units.size(), 2U);
    EXPECT_NEAR(view.whole.masses.plus, 0.32, 1e-6);
    EXPECT_NEAR(view.whole.masses.minus, 0.56, 1e-6);
    EXPECT_EQ(ViewThirds(*table, settings, *a, {}).thirds.size(), 2U);
  }
}

TEST_F(EvidenceFileTest, IsRefusedWhenOldOrCutOff) {
  EXPECT_FALSE(MapEvidence(path_, 8).has_value());
  const Result<std::string> bytes = ReadFile(path_);
  ASSERT_TRUE(bytes);
  for (std::size_t size = 0; size < bytes->size(); size += 40) {
    ASSERT_TRUE(WriteFileAtomically(path_, bytes->substr(0, size)));
    EXPECT_FALSE(MapEvidence(path_, 7).has_value()) << size;
  }
  EXPECT_EQ(MapEvidence(path_ + "-none", 7).error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace entente
