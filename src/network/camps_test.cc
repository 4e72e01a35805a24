#include "network/camps.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "network/camp_program.h"
#include "network/negative_cycles.h"
#include "network/testing.h"

namespace entente {
namespace {

using testing::GraphOf;
using testing::Planted;
using testing::PlantedGraph;

// Every way to part the nodes.
double BruteForce(const SignedGraph& graph, EdgeCost cost) {
  double least = std::numeric_limits<double>::infinity();
  for (std::uint32_t sides = 0; sides < (1U << (graph.size() - 1)); ++sides) {
    double sum = 0;
    for (const SignedEdge& edge : graph.edges()) {
      const bool is_apart = ((sides >> edge.a) & 1U) != ((sides >> edge.b) & 1U);
      if (is_apart != edge.is_negative())
        sum += cost == EdgeCost::kOne ? 1 : edge.weight();
    }
    least = std::min(least, sum);
  }
  return least;
}

double SumOfFrustrated(const SignedGraph& graph, const Camps& camps, EdgeCost cost) {
  double sum = 0;
  for (const SignedEdge& edge : graph.edges()) {
    const bool is_apart = camps.of[edge.a] != camps.of[edge.b];
    if (is_apart != edge.is_negative())
      sum += cost == EdgeCost::kOne ? 1 : edge.weight();
  }
  return sum;
}

TEST(Camps, IndexEqualsBruteForceOnSmallRandomGraphs) {
  RandomSource random(7);
  int frustrated = 0;
  for (int round = 0; round < 600; ++round) {
    Planted planted;
    planted.nodes = 2 + random.Below(11);
    planted.density = 0.15 + 0.85 * random.Uniform();
    planted.noise = 0.5 * random.Uniform();
    planted.least_weight = 0.1;
    planted.most_weight = 3;
    const SignedGraph graph = PlantedGraph(planted, random);
    for (const EdgeCost cost : {EdgeCost::kOne, EdgeCost::kWeight}) {
      const Camps camps = FindCamps(graph, {.cost = cost});
      const double least = BruteForce(graph, cost);
      ASSERT_TRUE(camps.is_exact) << round;
      ASSERT_NEAR(camps.frustration, least, 1e-9) << round;
      ASSERT_NEAR(SumOfFrustrated(graph, camps, cost), least, 1e-9) << round;
      frustrated += least > 0 ? 1 : 0;
    }
  }
  EXPECT_GT(frustrated, 600);  // the rounds are not trivial
}

// The program alone, from the worst start: the search must not hide a fault in it.
TEST(Camps, ProgramNeedsNoGoodStart) {
  RandomSource random(11);
  for (int round = 0; round < 150; ++round) {
    Planted planted{.nodes = 4 + random.Below(9), .density = 0.7, .noise = 0.5};
    const SignedGraph graph = PlantedGraph(planted, random);
    std::vector<CampProblem::Edge> edges;
    for (const SignedEdge& edge : graph.edges())
      edges.push_back({edge.a, edge.b, edge.is_negative(), 1});
    const CampProblem problem(graph.size(), std::move(edges));
    FoundCamps worst{CampOf(graph.size(), 0), 0};
    worst.frustration = FrustrationOf(problem, worst.camp);
    const SolvedCamps solved = SolveCamps(problem, worst, {});
    ASSERT_TRUE(solved.is_exact);
    ASSERT_EQ(solved.best.frustration, BruteForce(graph, EdgeCost::kOne)) << round;
    ASSERT_LE(PackNegativeCycles(problem), solved.best.frustration + 1e-9) << round;
  }
}

TEST(Camps, BoundHoldsWhereNothingIsProven) {
  RandomSource random(13);
  for (int round = 0; round < 100; ++round) {
    const Planted planted{.nodes = 12, .density = 0.8, .noise = 0.5};
    const SignedGraph graph = PlantedGraph(planted, random);
    const Camps camps = FindCamps(graph, {.cost = EdgeCost::kOne, .simplex_steps = 0});
    const double least = BruteForce(graph, EdgeCost::kOne);
    ASSERT_GE(camps.frustration, least);
    ASSERT_LE(camps.lower_bound, least + 1e-9);
    ASSERT_GE(camps.gap(), 0);
    if (camps.is_exact) {
      ASSERT_EQ(camps.frustration, least);
    }
  }
}

TEST(Camps, BalancedGraphFallsIntoItsCamps) {
  RandomSource random(3);
  const SignedGraph graph =
      PlantedGraph({.nodes = 40, .density = 0.2, .noise = 0}, random);
  const Camps camps = FindCamps(graph, {});
  EXPECT_EQ(camps.frustration, 0);
  EXPECT_EQ(camps.normalised(), 1);
  EXPECT_TRUE(camps.frustrated.empty());
  for (std::uint32_t node = 0; node < graph.size(); ++node)
    EXPECT_EQ(camps.of[node], node % 2);
}

TEST(Camps, PiecesAreSolvedApartAndLonersHaveNoCamp) {
  // A negative triangle, a bridge, a negative square, and by themselves a pair and a
  // node.
  const SignedGraph graph = GraphOf(10, {{0, 1, -1},
                                         {1, 2, -2},
                                         {0, 2, -3},
                                         {2, 3, -9},
                                         {3, 4, 1},
                                         {4, 5, 1},
                                         {5, 6, 1},
                                         {3, 6, -0.5},
                                         {7, 8, -4}});
  const Camps camps = FindCamps(graph, {});
  EXPECT_TRUE(camps.is_exact);
  EXPECT_EQ(camps.frustration, 1.5);
  EXPECT_EQ(camps.frustrated, (std::vector<std::uint32_t>{0, 7}));
  EXPECT_EQ(camps.of, (std::vector<std::uint8_t>{0, 0, 1, 0, 0, 0, 0, 0, 1, kNoCamp}));
  EXPECT_EQ(camps.component,
            (std::vector<std::uint32_t>{0, 0, 0, 0, 0, 0, 0, 1, 1, 2}));
  EXPECT_EQ(camps.move_price[0], 2);  // 3 more, 1 less
  EXPECT_EQ(FindCamps(graph, {.cost = EdgeCost::kOne}).frustration, 2);
}

TEST(Camps, SixtyActorsAreExactAndRecoveredUnderNoise) {
  RandomSource random(5);
  int right = 0, of_all = 0;
  for (int round = 0; round < 5; ++round) {
    const SignedGraph graph = PlantedGraph({.nodes = 60,
                                            .density = 0.2,
                                            .noise = 0.15,
                                            .least_weight = 0.5,
                                            .most_weight = 2},
                                           random);
    const Camps camps = FindCamps(graph, {});
    EXPECT_TRUE(camps.is_exact);
    int same = 0;
    for (std::uint32_t node = 0; node < graph.size(); ++node)
      same += camps.of[node] == node % 2 ? 1 : 0;
    right += std::max(same, 60 - same);
    of_all += 60;
  }
  // Stated rate: with 15 % of the signs turned and a fifth of the pairs known, 98 % of
  // the actors are put in the camp that was planted.
  EXPECT_GE(right, 0.98 * of_all);
}

TEST(Camps, LargeGraphsGetABoundAndAGap) {
  RandomSource random(9);
  const SignedGraph graph =
      PlantedGraph({.nodes = 300, .density = 0.15, .noise = 0.2}, random);
  const Camps camps = FindCamps(graph, {.cost = EdgeCost::kOne});
  EXPECT_GT(camps.lower_bound, 0);
  EXPECT_LE(camps.lower_bound, camps.frustration);
  EXPECT_LT(camps.gap(), 0.25);
}

TEST(Camps, TheEmptyGraphIsBalanced) {
  const Camps camps = FindCamps(GraphOf(0, {}), {});
  EXPECT_TRUE(camps.is_exact);
  EXPECT_EQ(camps.frustration, 0);
  EXPECT_EQ(camps.gap(), 0);
}

}  // namespace
}  // namespace entente
