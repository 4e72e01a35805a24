#include "align/units.h"

#include <gtest/gtest.h>

#include "align/test_ledger.h"

namespace entente {
namespace {

PartySet Find(const EvidenceTable& table, std::string_view text) {
  Result<PartySet> found = FindParties(table, TestLedger::settings(), nullptr, text);
  CHECK(found);
  return std::move(found).value();
}

Units UnitsOf(const EvidenceTable& table, std::string_view a, std::string_view b,
              const TimeSpan& span = {}) {
  return Collapse(table, TestLedger::settings(),
                  TagPair(table, Find(table, a), Find(table, b), span), span);
}

TEST(UnitsTest, TwoSourcesAreBetterThanOneAndCopiesAreNot) {
  TestLedger ledger("sources");
  for (const char* source : {"Agency", "Agency", "Daily"}) {
    ledger.Begin("2020-01-02", source);
    ledger.AddEvent("RUS", "UKR", "ASSAULT aerial");
    ledger.AddEvent("RUS", "UKR", "ASSAULT aerial");
  }
  const EvidenceTable table = ledger.Load();
  const Units units = UnitsOf(table, "RUS", "UKR");
  ASSERT_EQ(units.units.size(), 1U);
  EXPECT_EQ(units.rows.size(), 6U);
  EXPECT_EQ(units.units[0].sources, 2U);
  EXPECT_NEAR(units.units[0].trust, 1 - 0.2 * 0.2, 1e-9);
  EXPECT_NEAR(units.units[0].mass(), 0.95 * 0.96, 1e-6);
  EXPECT_EQ(units.units[0].sign, -1);
}

TEST(UnitsTest, ACopyIsOfTheSourceOfItsOriginal) {
  const std::string text =
      "The two governments signed an agreement on the shared use of the river on "
      "Monday, the ministry said, and both delegations praised the long talks that led "
      "to it after nine years of dispute over the dams upstream.";
  TestLedger ledger("copies");
  for (const char* source : {"Agency", "Daily", "Herald"}) {
    ledger.Begin("2020-01-02", source, text);
    ledger.AddEvent("KEN", "UGA", "AGREE");
  }
  const EvidenceTable table = ledger.Load();
  const Units units = UnitsOf(table, "KEN", "UGA");
  ASSERT_EQ(units.units.size(), 1U);
  EXPECT_EQ(units.rows.size(), 3U);
  EXPECT_EQ(units.units[0].sources, 1U);
  EXPECT_NEAR(units.units[0].trust, 0.8, 1e-9);
}

TEST(UnitsTest, WhatDidNotHappenAndWhatIsDemandedWeighsNothing) {
  TestLedger ledger("modality");
  ledger.Begin("2020-01-02", "Agency");
  ledger.Add({.from = "RUS", .to = "UKR", .type = "AID", .is_negated = true});
  ledger.Add({.from = "RUS",
              .to = "UKR",
              .type = "RETREAT withdraw",
              .modality = Modality::kDemanded});
  ledger.Add({.from = "RUS",
              .to = "UKR",
              .type = "COOPERATE",
              .modality = Modality::kPlanned});
  const EvidenceTable table = ledger.Load();
  const Units units = UnitsOf(table, "RUS", "UKR");
  EXPECT_EQ(units.units.size(), 3U);
  EXPECT_NEAR(SumOf(units).plus, 0.95 * 0.8 * 0.4, 1e-6);
  EXPECT_EQ(SumOf(units).minus, 0);
}

TEST(UnitsTest, KeepsWordsOfEachSideApartFromDeeds) {
  TestLedger ledger("spheres");
  ledger.Begin("2020-01-02", "Agency");
  ledger.AddEvent("RUS", "AFG REB TAL", "ACCUSE");
  ledger.AddEvent("AFG REB TAL", "RUS", "THREATEN");
  ledger.AddEvent("RUS", "AFG REB TAL", "CONSULT visit");
  ledger.Add(
      {.from = "AFG REB TAL", .to = "RUS", .type = "COOPERATE", .claimant = "RUS GOV"});
  ledger.Add({.from = "RUS", .to = "AFG REB TAL", .type = "AID", .claimant = "USA"});
  const EvidenceTable table = ledger.Load();
  const Units units = UnitsOf(table, "RUS", "AFG REB TAL");
  EXPECT_NEAR(SumOf(units, Sphere::kDeclaredA).minus, 0.3 * 0.8, 1e-6);
  EXPECT_NEAR(SumOf(units, Sphere::kDeclaredA).plus, 0.95 * 0.6, 1e-6);
  EXPECT_NEAR(SumOf(units, Sphere::kDeclaredB).minus, 0.35 * 0.8, 1e-6);
  EXPECT_NEAR(SumOf(units, Sphere::kEnacted).plus, 0.4 * 0.8 + 1.0 * 0.4, 1e-6);
}

TEST(UnitsTest, TheSameWordsCountOnce) {
  TestLedger ledger("restated");
  ledger.Begin("2020-01-02", "Agency");
  ledger.Add({.from = "RUS", .to = "SYR", .type = "SUPPORT", .span = {5, 9}});
  ledger.AddStance("RUS", "SYR", 1, 0.6, StanceBasis::kStatement, "", {7, 12});
  ledger.AddStance("RUS", "SYR", 1, 0.6, StanceBasis::kStatement, "", {12, 15});
  ledger.AddStance("SYR", "RUS", 1, 0.6, StanceBasis::kStatement, "", {12, 15});
  ledger.AddStance("SYR", "RUS", -1, 0.6, StanceBasis::kStatement, "", {12, 15});
  const EvidenceTable table = ledger.Load();
  const Units units = UnitsOf(table, "RUS", "SYR");
  EXPECT_NEAR(SumOf(units).plus, 0.5 * 0.8 + 0.6 * 0.8, 1e-6);
  EXPECT_NEAR(SumOf(units).minus, 0.6 * 0.8, 1e-6);
}

TEST(UnitsTest, OldRowsWeighHalfAfterAHalfLife) {
  TestLedger ledger("age");
  ledger.Begin("2020-01-01", "Agency");
  ledger.AddEvent("RUS", "SYR", "AID");
  ledger.Begin("2020-01-31", "Agency");
  ledger.AddEvent("RUS", "SYR", "AID");
  const EvidenceTable table = ledger.Load();
  const TimeSpan span{.half_life = 30, .reference = table.last_day};
  EXPECT_NEAR(SumOf(UnitsOf(table, "RUS", "SYR", span)).plus, 0.8 + 0.4, 1e-6);
}

TEST(UnitsTest, TheThreeWaysOfTaggingAgree) {
  TestLedger ledger("ways");
  const std::array<const char*, 5> codes = {"RUS", "RUS GOV", "SYR", "SYR REB",
                                            "IMG REB ISI"};
  const std::array<const char*, 4> types = {"AID", "ASSAULT", "ACCUSE", "CONSULT"};
  for (std::size_t i = 0; i < 60; ++i) {
    ledger.Begin(StrCat("2020-01-", 10 + i % 7), i % 3 == 0 ? "Agency" : "Daily");
    ledger.Add({.from = codes[i % 5],
                .to = codes[(i * 7 + 3) % 5],
                .type = types[i % 4],
                .claimant = i % 2 == 0 ? "" : codes[(i * 3) % 5],
                .is_reciprocal = i % 4 == 3});
  }
  const EvidenceTable table = ledger.Load();
  std::vector<std::uint32_t> actors;
  for (std::uint32_t i = 0; i < table.actor_count(); ++i) actors.push_back(i);
  ASSERT_EQ(actors.size(), 4U);
  const Units all =
      Collapse(table, TestLedger::settings(), TagAll(table, actors, {}), {});
  for (const std::uint32_t a : actors) {
    const PartySet side_a = PartiesOf(table, TestLedger::settings(), a);
    const Units thirds =
        Collapse(table, TestLedger::settings(), TagThirds(table, side_a, {}), {});
    for (const std::uint32_t b : actors) {
      if (b <= a) continue;
      const PartySet side_b = PartiesOf(table, TestLedger::settings(), b);
      const Units pair = Collapse(table, TestLedger::settings(),
                                  TagPair(table, side_a, side_b, {}), {});
      const auto part = [](const Units& units, std::uint32_t id) {
        Units out;
        for (const Unit& unit : units.units) {
          if (unit.pair == id) out.units.push_back(unit);
        }
        return out;
      };
      for (std::size_t i = 0; i < kSphereCount; ++i) {
        const auto sphere = static_cast<Sphere>(i);
        const Masses expected = SumOf(pair, sphere);
        const Masses by_third = SumOf(part(thirds, b), sphere);
        const Masses by_all = SumOf(part(all, a * 4 + b), sphere);
        EXPECT_DOUBLE_EQ(expected.plus, by_third.plus);
        EXPECT_DOUBLE_EQ(expected.minus, by_third.minus);
        EXPECT_DOUBLE_EQ(expected.plus, by_all.plus);
        EXPECT_DOUBLE_EQ(expected.minus, by_all.minus);
      }
    }
  }
}

}  // namespace
}  // namespace entente
