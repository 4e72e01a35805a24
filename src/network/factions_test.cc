#include "network/factions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "network/testing.h"

namespace entente {
namespace {

using testing::GraphOf;
using testing::PlantedGraph;

double CostWith(const SignedGraph& graph, const std::vector<std::uint32_t>& of,
                EdgeCost cost) {
  double sum = 0;
  for (const SignedEdge& edge : graph.edges()) {
    if ((of[edge.a] == of[edge.b]) == edge.is_negative())
      sum += cost == EdgeCost::kOne ? 1 : edge.weight();
  }
  return sum;
}

// Every way to part the nodes, as restricted growth strings.
double BruteForce(const SignedGraph& graph, EdgeCost cost) {
  const std::uint32_t n = graph.size();
  std::vector<std::uint32_t> of(n, 0), most(n, 0);
  double least = std::numeric_limits<double>::infinity();
  while (true) {
    least = std::min(least, CostWith(graph, of, cost));
    std::uint32_t last = n;
    while (last > 1 && of[last - 1] > most[last - 2]) --last;
    if (last <= 1) return least;
    ++of[last - 1];
    most[last - 1] = std::max(most[last - 2], of[last - 1]);
    for (std::uint32_t i = last; i < n; ++i) {
      of[i] = 0;
      most[i] = most[last - 1];
    }
  }
}

TEST(Factions, EqualBruteForceOnSmallRandomGraphs) {
  RandomSource random(21);
  int frustrated = 0;
  for (int round = 0; round < 250; ++round) {
    const SignedGraph graph = PlantedGraph({.nodes = 2 + random.Below(7),
                                            .density = 0.2 + 0.8 * random.Uniform(),
                                            .noise = 0.5 * random.Uniform(),
                                            .least_weight = 0.1,
                                            .most_weight = 3},
                                           random);
    for (const EdgeCost cost : {EdgeCost::kOne, EdgeCost::kWeight}) {
      const Factions factions = FindFactions(graph, {.cost = cost});
      const double least = BruteForce(graph, cost);
      ASSERT_TRUE(factions.is_exact) << round;
      ASSERT_NEAR(factions.frustration, least, 1e-9) << round;
      ASSERT_NEAR(CostWith(graph, factions.of, cost), least, 1e-9) << round;
      frustrated += least > 0 ? 1 : 0;
    }
  }
  EXPECT_GT(frustrated, 150);  // the rounds are not trivial
}

TEST(Factions, NeverNeedMoreFrustrationThanTwoCamps) {
  RandomSource random(22);
  for (int round = 0; round < 20; ++round) {
    const SignedGraph graph =
        PlantedGraph({.nodes = 25, .density = 0.3, .noise = 0.25}, random);
    const Factions factions = FindFactions(graph, {.cost = EdgeCost::kOne});
    const Camps camps = FindCamps(graph, {.cost = EdgeCost::kOne});
    ASSERT_TRUE(factions.is_exact);
    ASSERT_LE(factions.frustration, camps.frustration);
  }
}

// Three hostile blocs: two camps must lump two of them, factions need not.
TEST(Factions, ThreeHostileBlocs) {
  std::vector<SignedEdge> edges;
  for (std::uint32_t a = 0; a < 12; ++a) {
    for (std::uint32_t b = a + 1; b < 12; ++b)
      edges.push_back({a, b, a % 3 == b % 3 ? 1.0 : -1.0});
  }
  const SignedGraph graph = GraphOf(12, std::move(edges));
  const Factions factions = FindFactions(graph, {});
  EXPECT_TRUE(factions.is_exact);
  EXPECT_EQ(factions.frustration, 0);
  EXPECT_EQ(factions.count, 3U);
  for (std::uint32_t node = 0; node < 12; ++node)
    EXPECT_EQ(factions.of[node], node % 3);
  EXPECT_EQ(FindCamps(graph, {}).frustration, 16);
}

TEST(Factions, SixtyActorsAreProven) {
  RandomSource random(23);
  std::vector<SignedEdge> edges;
  for (std::uint32_t a = 0; a < 60; ++a) {
    for (std::uint32_t b = a + 1; b < 60; ++b) {
      if (random.Uniform() >= 0.4) continue;
      const bool is_friend = (a % 4 == b % 4) != (random.Uniform() < 0.05);
      edges.push_back({a, b, is_friend ? 1.0 : -1.0});
    }
  }
  const SignedGraph graph = GraphOf(60, std::move(edges));
  const Factions factions = FindFactions(graph, {.cost = EdgeCost::kOne});
  EXPECT_TRUE(factions.is_exact);
  EXPECT_GT(factions.frustration, 0);
  std::vector<std::uint32_t> planted;
  for (std::uint32_t node = 0; node < 60; ++node) planted.push_back(node % 4);
  EXPECT_LE(factions.frustration, CostWith(graph, planted, EdgeCost::kOne));
  // Of the pairs, 97 % stand as planted.
  int right = 0;
  for (std::uint32_t a = 0; a < 60; ++a) {
    for (std::uint32_t b = 0; b < a; ++b)
      right += (factions.of[a] == factions.of[b]) == (a % 4 == b % 4) ? 1 : 0;
  }
  EXPECT_GE(right, 0.97 * 60 * 59 / 2);
}

TEST(Factions, StrangersAndMereEnemiesStandAlone) {
  const Factions factions =
      FindFactions(GraphOf(4, {{0, 1, -1}, {1, 2, -1}, {0, 2, -1}}), {});
  EXPECT_EQ(factions.count, 4U);
  EXPECT_EQ(factions.frustration, 0);
  EXPECT_EQ(factions.gap(), 0);
}

}  // namespace
}  // namespace entente
