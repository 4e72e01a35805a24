#include "align/series.h"

#include <gtest/gtest.h>

#include "align/series_svg.h"
#include "base/date.h"

namespace entente {
namespace {

// One act of a kind on each of some days.
Units UnitsOn(const std::vector<CivilDate>& days, Quad quad) {
  Units units;
  for (const CivilDate day : days) {
    Unit unit;
    unit.day = ToDays(day);
    unit.quad = quad;
    unit.sign = quad >= Quad::kVerbalCooperation ? 1 : -1;
    unit.intensity = 0.5;
    unit.trust = 0.8;
    units.units.push_back(unit);
  }
  return units;
}

TEST(SeriesTest, StepsBeginAndEndWhereTheCalendarSays) {
  const std::int32_t day = ToDays({2024, 2, 29});  // a Thursday
  EXPECT_EQ(BeginOf(Step::kDay, day), day);
  EXPECT_EQ(BeginOf(Step::kWeek, day), day - 3);
  EXPECT_EQ(BeginOf(Step::kMonth, day), ToDays({2024, 2, 1}));
  EXPECT_EQ(NextOf(Step::kMonth, ToDays({2024, 2, 1})), ToDays({2024, 3, 1}));
  EXPECT_EQ(NextOf(Step::kMonth, ToDays({2024, 12, 1})), ToDays({2025, 1, 1}));
  EXPECT_EQ(StepText(Step::kMonth, ToDays({2024, 2, 1})), "2024-02");
}

TEST(SeriesTest, HoldsEmptyStepsAndLeavesOutWhatNobodyObserved) {
  const Units units = UnitsOn({{1945, 8, 1}, {2020, 2, 3}, {2020, 2, 9}, {2020, 4, 1}},
                              Quad::kMaterialCooperation);
  const Series series =
      BuildSeries(units, 0, 4, Step::kMonth, 0.5,
                  {.first = ToDays({2020, 1, 15}), .last = ToDays({2020, 5, 20})});
  ASSERT_EQ(series.steps.size(), 5U);
  EXPECT_EQ(series.earlier, 1U);
  EXPECT_EQ(series.steps[1].standing.units, 2U);
  EXPECT_NEAR(series.steps[1].standing.masses.plus, 0.8, 1e-9);
  EXPECT_EQ(series.steps[2].standing.verdict, Verdict::kUnknown);
  const QuadCount& none = series.steps[0].quads[0];
  EXPECT_EQ(none.low, 0);
  EXPECT_NEAR(none.high, 1.92, 0.005);  // qgamma(.95, .5)
}

TEST(SeriesTest, TellsABreakInASentenceAndAPicture) {
  std::vector<CivilDate> days;
  for (std::int16_t year = 2018; year < 2022; ++year) {
    for (std::uint8_t month = 1; month <= 12; ++month) {
      const int acts = year < 2020 ? 1 : 8;
      for (int i = 0; i < acts; ++i) {
        days.push_back({year, month, static_cast<std::uint8_t>(1 + i)});
      }
    }
  }
  const Units units = UnitsOn(days, Quad::kMaterialConflict);
  const Series series =
      BuildSeries(units, 0, static_cast<std::uint32_t>(days.size()), Step::kMonth, 0.5);
  const std::vector<Break> breaks = FindBreaks(series);
  ASSERT_EQ(breaks.size(), 1U);
  EXPECT_TRUE(breaks[0].is_conflict);
  EXPECT_EQ(
      TellBreak(series, breaks[0])
          .rfind("From 2020-01 on conflict rises from 1.0 to 8.0 acts a month", 0),
      0U);
  const std::string picture = DrawSeries(series, breaks, "A <and> B");
  EXPECT_NE(picture.find("A &lt;and&gt; B"), std::string::npos);
  EXPECT_NE(picture.find("1. From 2020-01 on conflict rises"), std::string::npos);
  EXPECT_EQ(picture.find("nan"), std::string::npos);
}

}  // namespace
}  // namespace entente
