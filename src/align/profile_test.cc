#include "align/profile.h"

#include <gtest/gtest.h>

#include <array>

namespace entente {
namespace {

// A table of proportions, in hundredths, as two lists of categories.
struct Lists {
  std::vector<double> a, b;
};
template <std::size_t kSize>
Lists ListsOf(const std::array<std::array<int, kSize>, kSize>& hundredths) {
  Lists lists;
  for (std::size_t i = 0; i < kSize; ++i) {
    for (std::size_t j = 0; j < kSize; ++j) {
      for (int n = hundredths[i][j]; n > 0; --n) {
        lists.a.push_back(static_cast<double>(i));
        lists.b.push_back(static_cast<double>(j));
      }
    }
  }
  return lists;
}

double Nominal(double x, double y) { return x == y ? 0 : 1; }

// Cohen (1968, "Weighted kappa", Psychological Bulletin 70, 213-220), table 1: two
// judges, three categories; kappa .492, weighted by disagreements 0 1 3 / 1 0 6 / 3 6 0
// .348.
constexpr std::array<std::array<int, 3>, 3> kCohen = {
    {{44, 5, 1}, {7, 20, 3}, {9, 5, 6}}};
double CohenWeights(double x, double y) {
  constexpr std::array<std::array<double, 3>, 3> kWeights = {
      {{0, 1, 3}, {1, 0, 6}, {3, 6, 0}}};
  return kWeights[static_cast<std::size_t>(x)][static_cast<std::size_t>(y)];
}

TEST(ProfileTest, KappaAsCohenWorksItOut) {
  const Lists lists = ListsOf(kCohen);
  ASSERT_EQ(lists.a.size(), 100U);
  EXPECT_NEAR(*CohenKappa(lists.a, lists.b, Nominal), 0.492, 0.0005);
  EXPECT_NEAR(*CohenKappa(lists.a, lists.b, CohenWeights), 0.348, 0.0005);
}

TEST(ProfileTest, PiOfTheSameTableByHand) {
  // Shares of both judges together: .55, .30, .15; expected agreement .3025 + .09 +
  // .0225 = .415; pi = (.70 - .415) / (1 - .415).
  const Lists lists = ListsOf(kCohen);
  EXPECT_NEAR(*ScottPi(lists.a, lists.b, Nominal), 0.285 / 0.585, 1e-12);
}

TEST(ProfileTest, SquaredDistancesGiveHaegesSums) {
  const std::vector<double> a = {-0.5, 0.2, 0.9, 0.1}, b = {-0.8, 0.4, 0.3, 0.1};
  // By hand: differences .3 -.2 .6 0, squares sum .49; mean a .175, mean b 0.
  const double sum_a = 0.675 * 0.675 + 0.025 * 0.025 + 0.725 * 0.725 + 0.075 * 0.075;
  const double sum_b = 0.64 + 0.16 + 0.09 + 0.01;
  EXPECT_NEAR(*CohenKappa(a, b, SquaredDistance),
              1 - 0.49 / (sum_a + sum_b + 4 * 0.175 * 0.175), 1e-12);
  // About the common mean .0875 each sum grows by n (.0875)^2.
  EXPECT_NEAR(*ScottPi(a, b, SquaredDistance),
              1 - 0.49 / (sum_a + sum_b + 8 * 0.0875 * 0.0875), 1e-12);
}

TEST(ProfileTest, SByHand) {
  // Alliance types 0 none, 1 entente, 2 neutrality, 3 defence: distances 0 3 1 1 of 3.
  const std::vector<double> a = {3, 0, 1, 0}, b = {3, 3, 0, 1};
  EXPECT_NEAR(*SignorinoRitterS(a, b, 3), 1 - 2 * 5.0 / 12, 1e-12);
  const std::vector<double> weights = {0.4, 0.3, 0.2, 0.1};
  EXPECT_NEAR(*SignorinoRitterS(a, b, 3, weights), 1 - 2 * 1.2 / 3, 1e-12);
  EXPECT_DOUBLE_EQ(*SignorinoRitterS(a, a, 3), 1);
  const std::vector<double> none = {0, 0}, all = {3, 3};
  EXPECT_DOUBLE_EQ(*SignorinoRitterS(none, all, 3), -1);
}

TEST(ProfileTest, CorrectsForChanceWhatSTakesForLikeness) {
  // Haege's point: two states with hardly any ties look alike to S by their absence.
  std::vector<double> a(20, 0), b(20, 0);
  a[0] = 1;
  b[1] = 1;
  EXPECT_NEAR(*SignorinoRitterS(a, b, 1), 0.8, 1e-12);
  EXPECT_LT(*CohenKappa(a, b, SquaredDistance), 0);
  EXPECT_LT(*ScottPi(a, b, SquaredDistance), 0);
}

TEST(ProfileTest, SaysNothingWhereNothingCanDiffer) {
  const std::vector<double> same = {1, 1};
  EXPECT_FALSE(CohenKappa(same, same, SquaredDistance).has_value());
  EXPECT_FALSE(ScottPi({}, {}, SquaredDistance).has_value());
  EXPECT_FALSE(SignorinoRitterS({}, {}, 3).has_value());
}

}  // namespace
}  // namespace entente
