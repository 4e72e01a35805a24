#include "align/change_point.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <random>

namespace entente {
namespace {

std::vector<std::uint32_t> Counts(std::mt19937& random, std::size_t steps,
                                  double rate) {
  std::poisson_distribution<std::uint32_t> count(rate);
  std::vector<std::uint32_t> counts(steps);
  for (std::uint32_t& value : counts) value = count(random);
  return counts;
}

TEST(ChangePointTest, TellsFewBreaksWhereThereIsNone) {
  std::mt19937 random(11);
  for (const double rate : {0.5, 2.0, 5.0, 20.0}) {
    constexpr int kSeries = 500;
    int told = 0;
    for (int i = 0; i < kSeries; ++i) {
      if (!FindChanges(Counts(random, 100, rate)).empty()) ++told;
    }
    std::printf("rate %.1f: %d of %d series tell a break\n", rate, told, kSeries);
    EXPECT_LE(told, 2 * kSeries / 100) << rate;
  }
}

TEST(ChangePointTest, FindsPlantedBreaksAtTheirDates) {
  std::mt19937 random(12);
  constexpr int kSeries = 300;
  int found = 0, near = 0, spurious = 0;
  for (int i = 0; i < kSeries; ++i) {
    std::vector<std::uint32_t> counts = Counts(random, 60, 2);
    const std::vector<std::uint32_t> after = Counts(random, 60, 8);
    counts.insert(counts.end(), after.begin(), after.end());
    const std::vector<ChangePoint> changes = FindChanges(counts);
    for (const ChangePoint& change : changes) {
      const double off = std::abs(static_cast<double>(change.begin) - 60);
      if (off > 5) {
        ++spurious;
        continue;
      }
      ++found;
      if (off <= 1) ++near;
      EXPECT_LE(change.told_at, change.begin + 12);
    }
  }
  std::printf("%d found, %d within one step, %d elsewhere, of %d\n", found, near,
              spurious, kSeries);
  EXPECT_GE(found, 98 * kSeries / 100);
  EXPECT_GE(near, 85 * kSeries / 100);
  EXPECT_LE(spurious, 5 * kSeries / 100);
}

TEST(ChangePointTest, FindsTwoBreaksAndTheirRates) {
  std::vector<std::uint32_t> counts(40, 1);
  counts.insert(counts.end(), 30, 9);
  counts.insert(counts.end(), 30, 2);
  const std::vector<ChangePoint> changes = FindChanges(counts);
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].begin, 40U);
  EXPECT_EQ(changes[1].begin, 70U);
  EXPECT_DOUBLE_EQ(changes[0].before, 1);
  EXPECT_DOUBLE_EQ(changes[0].after, 9);
  EXPECT_DOUBLE_EQ(changes[1].after, 2);
}

TEST(ChangePointTest, OneBurstIsNoBreak) {
  std::vector<std::uint32_t> counts(80, 2);
  counts[40] = 12;
  EXPECT_TRUE(FindChanges(counts).empty());
  EXPECT_TRUE(FindChanges(std::vector<std::uint32_t>(50, 0)).empty());
  EXPECT_TRUE(FindChanges({}).empty());
}

}  // namespace
}  // namespace entente
