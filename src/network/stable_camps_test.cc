#include "network/stable_camps.h"

#include <gtest/gtest.h>

#include <cmath>

#include "network/roles.h"
#include "network/testing.h"

namespace entente {
namespace {

using testing::GraphOf;
using testing::PlantedGraph;

TEST(StableCamps, WhatIsCertainNeverChanges) {
  RandomSource random(4);
  const SignedGraph graph =
      PlantedGraph({.nodes = 14, .density = 0.5, .noise = 0}, random);
  const Camps camps = FindCamps(graph, {});
  const StableCamps stable = ResampleCamps(graph, camps, {.draws = 20});
  for (std::uint32_t a = 0; a < graph.size(); ++a) {
    EXPECT_EQ(stable.certainty[a], 1);
    for (std::uint32_t b = 0; b < graph.size(); ++b)
      EXPECT_EQ(stable.share(a, b), camps.of[a] == camps.of[b] ? 1 : 0);
  }
  EXPECT_EQ(stable.strain_high, 0);
}

// One doubtful edge by itself: the share of draws is the normal distribution's.
TEST(StableCamps, ShareOfAPairIsTheProbabilityOfItsSign) {
  const SignedGraph graph = GraphOf(4, {{0, 1, 1.0, 1.0}, {1, 2, -2.0, 0.1}});
  const Camps camps = FindCamps(graph, {});
  const StableCamps stable = ResampleCamps(graph, camps, {.draws = 4000, .seed = 8});
  const double expected =
      0.8413447;  // of a normal variable below one standard deviation
  EXPECT_NEAR(SignCertainty(graph.edges()[0]), expected, 1e-6);
  EXPECT_NEAR(stable.share(0, 1), expected,
              4 * std::sqrt(expected * (1 - expected) / 4000));
  EXPECT_EQ(stable.share(1, 2), 0);
  EXPECT_NEAR(stable.share(0, 2), 1 - stable.share(0, 1), 1e-12);
  EXPECT_EQ(stable.share(0, 3), 0.5);
  EXPECT_EQ(stable.certainty[3], 1);
}

// An actor that is torn shows; the others stand.
TEST(StableCamps, FindsTheUndecided) {
  RandomSource random(6);
  std::vector<SignedEdge> edges;
  for (std::uint32_t a = 0; a < 12; ++a) {
    for (std::uint32_t b = a + 1; b < 12; ++b)
      edges.push_back({a, b, a % 2 == b % 2 ? 2.0 : -2.0, 0.5});
  }
  for (std::uint32_t b = 0; b < 4; ++b) edges.push_back({12, b, 1.0, 0.5});
  const SignedGraph graph = GraphOf(13, std::move(edges));
  const Camps camps = FindCamps(graph, {});
  const StableCamps stable = ResampleCamps(graph, camps, {.draws = 200});
  for (std::uint32_t node = 0; node < 12; ++node)
    EXPECT_GT(stable.certainty[node], 0.95);
  EXPECT_LT(stable.certainty[12], 0.75);
  EXPECT_EQ(FindRoles(graph, camps, {}).of[12].standing, NodeStanding::kBridge);
}

TEST(StableCamps, SameSeedSameAnswer) {
  RandomSource random(12);
  const SignedGraph graph =
      PlantedGraph({.nodes = 18, .density = 0.4, .noise = 0.3, .sd = 1}, random);
  const Camps camps = FindCamps(graph, {});
  const StableCamps once = ResampleCamps(graph, camps, {.draws = 30, .seed = 3});
  EXPECT_EQ(once.together,
            ResampleCamps(graph, camps, {.draws = 30, .seed = 3}).together);
  EXPECT_NE(once.together,
            ResampleCamps(graph, camps, {.draws = 30, .seed = 4}).together);
  EXPECT_LE(once.strain_low, once.strain_middle);
  EXPECT_LE(once.strain_middle, once.strain_high);
}

TEST(Roles, TellsTheStandings) {
  // Camps 0 1 2 and 3 4 5; 6 is everybody's enemy, 7 alone, 8 hangs on 0.
  const SignedGraph graph = GraphOf(9, {{0, 1, 2},
                                        {1, 2, 2},
                                        {0, 2, 2},
                                        {3, 4, 2},
                                        {4, 5, 2},
                                        {3, 5, 2},
                                        {0, 3, -3},
                                        {1, 4, -3},
                                        {2, 5, 1},
                                        {6, 0, -1},
                                        {6, 1, -1},
                                        {6, 3, -1},
                                        {0, 8, 4}});
  const Camps camps = FindCamps(graph, {});
  const Roles roles = FindRoles(graph, camps, {.bridge_share = 0.2});
  EXPECT_EQ(roles.of[0].standing, NodeStanding::kMember);
  EXPECT_EQ(roles.of[2].standing, NodeStanding::kBridge);
  EXPECT_DOUBLE_EQ(roles.of[2].cooperation_across, 0.2);
  EXPECT_EQ(roles.of[6].standing, NodeStanding::kOutcast);
  EXPECT_DOUBLE_EQ(roles.of[6].conflict_within, 1.0 / 3);
  EXPECT_EQ(roles.of[7].standing, NodeStanding::kLoner);
  EXPECT_TRUE(roles.of[0].is_cut_node);
  EXPECT_EQ(roles.bridges, (std::vector<std::uint32_t>{12}));
  // Of the 28 pairs of others, node 4 lies on no shortest path, node 2 on those of
  // {0, 1, 8} with {3, 4, 5}: 9.
  EXPECT_DOUBLE_EQ(roles.of[2].betweenness, 9.0 / 28);
  EXPECT_DOUBLE_EQ(roles.of[4].betweenness, 0);
  EXPECT_EQ(NameOf(NodeStanding::kSwing), "swing");
}

}  // namespace
}  // namespace entente
