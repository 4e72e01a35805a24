#include "align/posterior.h"

#include <gtest/gtest.h>

#include <random>

namespace entente {
namespace {

// How often the interval holds the truth, over many pairs whose true share of
// cooperation is drawn from the prior and whose units weigh `weight` each.
double Coverage(double prior_mean, double weight, unsigned seed) {
  constexpr int kPairs = 20000;
  std::mt19937 random(seed);
  std::gamma_distribution<> first(kPriorStrength * prior_mean),
      second(kPriorStrength * (1 - prior_mean));
  std::uniform_int_distribution<> units(0, 40);
  std::uniform_real_distribution<> unit;
  int held = 0;
  for (int i = 0; i < kPairs; ++i) {
    const double x = first(random), y = second(random);
    const double truth = x / (x + y);
    Masses masses;
    for (int n = units(random); n > 0; --n) {
      (unit(random) < truth ? masses.plus : masses.minus) += weight;
    }
    const Interval interval = Posterior(prior_mean, masses).interval();
    const double alignment = 2 * truth - 1;
    if (interval.low <= alignment && alignment <= interval.high) ++held;
  }
  return static_cast<double>(held) / kPairs;
}

TEST(PosteriorTest, IntervalsHoldTheTruthAtTheStatedRate) {
  // 20,000 trials: a standard error of 0.2 %.
  for (const double prior : {0.3, 0.5, 0.65}) {
    EXPECT_NEAR(Coverage(prior, 1, 7), kLevel, 0.0075) << prior;
  }
}

TEST(PosteriorTest, RowsThatWeighLessMakeIntervalsCarefulNotNarrow) {
  for (const double weight : {0.25, 0.5, 0.75}) {
    EXPECT_GE(Coverage(0.4, weight, 8), kLevel - 0.005) << weight;
  }
}

TEST(PosteriorTest, KnowsNothingWithoutEvidence) {
  const Posterior nothing(0.5, {});
  EXPECT_NEAR(nothing.mean(), 0, 1e-12);
  EXPECT_NEAR(nothing.interval().low, -0.9, 1e-9);  // Beta(1, 1) is even
  EXPECT_NEAR(nothing.interval().high, 0.9, 1e-9);
  EXPECT_EQ(VerdictOf({}, nothing), Verdict::kUnknown);
}

TEST(PosteriorTest, AgreesWithABinomialByHand) {
  // Beta(1, 1), 3 for, 1 against: Beta(4, 2), mean 4/6; P(t > 1/2) = 26/32.
  const Posterior posterior(0.5, {.plus = 3, .minus = 1});
  EXPECT_NEAR(posterior.mean(), 2 * 4.0 / 6 - 1, 1e-12);
  EXPECT_NEAR(posterior.ChanceOfAlignment(), 26.0 / 32, 1e-12);
}

TEST(PosteriorTest, TellsAmbivalenceFromThinEvidence) {
  const auto verdict = [](double plus, double minus) {
    const Masses masses{.plus = plus, .minus = minus};
    return VerdictOf(masses, Posterior(0.5, masses));
  };
  EXPECT_EQ(verdict(5, 4), Verdict::kAmbivalent);
  EXPECT_EQ(verdict(0.3, 0.2), Verdict::kUnclear);
  EXPECT_EQ(verdict(9, 0.5), Verdict::kAligned);
  EXPECT_EQ(verdict(0, 9), Verdict::kOpposed);
  EXPECT_DOUBLE_EQ(Ambivalence({.plus = 2, .minus = 1}), 2.0 / 3);
}

TEST(PosteriorTest, ShrinksARegionToTheWhole) {
  EvidenceTable table;
  table.regions = {"", "North"};
  table.pool = {.plus = 49, .minus = 49};
  table.pools.assign(4, {});
  EXPECT_NEAR(PriorMean(table, 0, 1), 0.5, 1e-12);
  EXPECT_NEAR(PriorMean(table, 1, 1), 0.5, 1e-12);
  table.pools[3] = {.plus = 80, .minus = 0};
  EXPECT_NEAR(PriorMean(table, 1, 1), (10 + 80) / 100.0, 1e-12);
}

}  // namespace
}  // namespace entente
