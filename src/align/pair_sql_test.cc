#include "align/pair_sql.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <random>

#include "align/pair.h"
#include "align/series.h"
#include "align/test_ledger.h"

namespace entente {
namespace {

// A ledger in which everything happens that the rules of weighing speak of.
void Fill(TestLedger& ledger) {
  const std::array<const char*, 7> codes = {"RUS",     "RUS GOV",     "RUS REB", "SYR",
                                            "SYR MIL", "AFG REB TAL", "USA"};
  const std::array<const char*, 6> types = {"AID",     "ASSAULT aerial", "ACCUSE",
                                            "CONSULT", "SUPPORT",        "REQUEST"};
  const std::array<const char*, 3> sources = {"Agency", "Daily", ""};
  std::mt19937 random(5);
  const auto below = [&](std::size_t n) { return random() % n; };
  for (int document = 0; document < 300; ++document) {
    ledger.Begin(
        document % 50 == 0 ? "" : StrCat("2020-0", 1 + below(3), "-1", below(9)),
        sources[below(3)]);
    for (std::size_t n = 1 + below(4); n > 0; --n) {
      const char* from = codes[below(7)];
      const char* to = codes[below(7)];
      if (std::string(from) == to) continue;
      const auto begin = static_cast<std::uint32_t>(below(12));
      const TextSpan span{.begin = begin,
                          .end = begin + 1 + static_cast<std::uint32_t>(below(6))};
      const std::string claimant = below(2) == 0 ? "" : codes[below(7)];
      if (below(3) == 0) {
        ledger.AddStance(from, to, below(2) == 0 ? 1 : -1,
                         0.1 * static_cast<double>(1 + below(9)),
                         static_cast<StanceBasis>(below(3)), claimant, span);
      } else {
        ledger.Add({.from = from,
                    .to = to,
                    .type = types[below(6)],
                    .claimant = claimant,
                    .modality = static_cast<Modality>(below(6)),
                    .is_negated = below(8) == 0,
                    .is_reciprocal = below(4) == 0,
                    .span = span});
      }
    }
  }
}

using Sums = std::map<std::string, double>;  // by what is summed

Sums SumsByProgram(const EvidenceTable& table, const Units& units) {
  constexpr std::array<const char*, kSphereCount> kSpheres = {
      "declared by a", "declared by b", "enacted", "described"};
  constexpr std::array<const char*, 3> kWays = {"a to b", "b to a", "both"};
  Sums sums;
  for (const Unit& unit : units.units) {
    const std::string day =
        unit.day == kNoDay ? std::string() : ToString(FromDays(unit.day));
    const std::string key =
        StrCat(kSpheres[static_cast<std::size_t>(unit.sphere)], "|",
               kWays[static_cast<std::size_t>(unit.direction)], "|",
               table.types[unit.type], "|", day, "|", static_cast<int>(unit.sign));
    sums[key] = unit.mass();
    sums[key + " rows"] = unit.last - unit.first;
  }
  return sums;
}

Sums SumsBySql(const Database& database, const std::string& sql) {
  Result<Query> prepared = database.Prepare(sql);
  EXPECT_TRUE(prepared) << prepared.error().message << "\n" << sql;
  Sums sums;
  if (!prepared) return sums;
  Query query = std::move(prepared).value();
  while (true) {
    const Result<bool> found = query.Step();
    EXPECT_TRUE(found) << found.error().message;
    if (!found || !*found) return sums;
    const std::string key =
        StrCat(query.Text(0), "|", query.Text(1), "|", query.Text(2), "|",
               query.Text(3), "|", static_cast<int>(std::lround(query.Real(4))));
    sums[key] = query.Real(8);
    sums[key + " rows"] = query.Real(9);
  }
}

void ExpectSame(const Sums& expected, const Sums& actual) {
  EXPECT_EQ(expected.size(), actual.size());
  for (const auto& [key, value] : expected) {
    const auto at = actual.find(key);
    ASSERT_NE(at, actual.end()) << key;
    EXPECT_NEAR(value, at->second, 1e-6) << key;
  }
}

TEST(PairSqlTest, RecomputesEveryUnit) {
  TestLedger ledger("sql");
  Fill(ledger);
  const EvidenceTable table = ledger.Load();
  const Database database = ledger.Open();
  const AlignSettings& settings = TestLedger::settings();
  const std::int32_t since = ToDays({2020, 1, 12}), until = ToDays({2020, 3, 14});
  const std::array<TimeSpan, 3> spans = {
      TimeSpan{}, TimeSpan{.since = since, .until = until},
      TimeSpan{.until = until, .half_life = 20, .reference = until}};
  const std::array<std::array<const char*, 2>, 4> pairs = {{{"RUS", "SYR"},
                                                            {"RUS GOV", "SYR*"},
                                                            {"AFG REB TAL", "RUS"},
                                                            {"RUS REB", "RUS"}}};
  for (const auto& [name_a, name_b] : pairs) {
    const auto a = FindParties(table, settings, nullptr, name_a);
    const auto b = FindParties(table, settings, nullptr, name_b);
    ASSERT_TRUE(a && b);
    for (const TimeSpan& span : spans) {
      const PairView view = ViewPair(table, settings, *a, *b, span);
      const Sums expected = SumsByProgram(table, view.units);
      EXPECT_GT(expected.size(), 10U);
      ExpectSame(expected,
                 SumsBySql(database, PairSql(*a, *b, settings, span, "", true)));
    }
  }
}

// The blocks of SQL in docs/alignment.md, in order.
std::vector<std::string> SqlOfDocs() {
  std::ifstream file(ENTENTE_SOURCE_DIR "/docs/alignment.md");
  std::vector<std::string> blocks;
  bool is_inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line == "```sql") {
      blocks.emplace_back();
      is_inside = true;
    } else if (line == "```") {
      is_inside = false;
    } else if (is_inside) {
      blocks.back() += line + "\n";
    }
  }
  return blocks;
}

// All rows: the first cell, and the numbers behind it.
std::map<std::string, std::vector<double>> Answer(const Database& database,
                                                  const std::string& sql) {
  std::map<std::string, std::vector<double>> answer;
  Result<Query> prepared = database.Prepare(sql);
  EXPECT_TRUE(prepared) << prepared.error().message << "\n" << sql;
  if (!prepared) return answer;
  Query query = std::move(prepared).value();
  while (true) {
    const Result<bool> found = query.Step();
    EXPECT_TRUE(found) << found.error().message;
    if (!found || !*found) return answer;
    std::vector<double>& numbers = answer[std::string(query.Text(0))];
    for (int i = 1; i < query.columns(); ++i) numbers.push_back(query.Real(i));
  }
}

TEST(PairSqlTest, TheDocumentedQueriesGiveTheNumbersShown) {
  TestLedger ledger("docs");
  Fill(ledger);
  const EvidenceTable table = ledger.Load();
  const Database database = ledger.Open();
  const AlignSettings& settings = TestLedger::settings();
  const auto a = FindParties(table, settings, nullptr, "RUS");
  const auto b = FindParties(table, settings, nullptr, "SYR");
  ASSERT_TRUE(a && b);
  const PairView view = ViewPair(table, settings, *a, *b, {});
  ASSERT_TRUE(database.Execute("CREATE TEMP TABLE unit AS " +
                               PairSql(*a, *b, settings, {}, "", true)));
  const std::vector<std::string> blocks = SqlOfDocs();
  ASSERT_EQ(blocks.size(), 3U);

  auto pool = Answer(database, blocks[0]);
  ASSERT_EQ(pool["pool"].size(), 3U);
  EXPECT_NEAR(pool["pool"][0], table.pool.plus, 1e-4);
  EXPECT_NEAR(pool["pool"][1], table.pool.minus, 1e-4);
  EXPECT_NEAR(pool["pool"][2], PriorMean(table, 0, 0), 1e-6);

  auto spheres = Answer(database, blocks[1]);
  constexpr std::array<const char*, kSphereCount> kSpheres = {
      "declared by a", "declared by b", "enacted", "described"};
  for (std::size_t i = 0; i < kSphereCount; ++i) {
    const Masses& masses = view.spheres[i].masses;
    const auto& told = spheres[kSpheres[i]];
    ASSERT_EQ(told.size(), 3U) << kSpheres[i];
    EXPECT_NEAR(told[0], masses.plus, 1e-6);
    EXPECT_NEAR(told[1], masses.minus, 1e-6);
    EXPECT_EQ(told[2], view.spheres[i].units);
  }

  auto months = Answer(database, blocks[2]);
  const auto last = static_cast<std::uint32_t>(view.units.units.size());
  const Series series =
      BuildSeries(view.units, 0, last, Step::kMonth, view.whole.prior_mean);
  EXPECT_GE(series.steps.size(), 3U);
  for (const SeriesStep& step : series.steps) {
    const auto& told = months[StepText(Step::kMonth, step.begin)];
    ASSERT_EQ(told.size(), 6U);
    EXPECT_NEAR(told[0], step.standing.masses.plus, 1e-6);
    EXPECT_NEAR(told[1], step.standing.masses.minus, 1e-6);
    for (std::size_t i = 0; i < kQuadCount; ++i) {
      EXPECT_EQ(told[2 + i], step.quads[i].count);
    }
  }
}

}  // namespace
}  // namespace entente
