#include "network/balance.h"

#include <gtest/gtest.h>

#include "network/testing.h"

namespace entente {
namespace {

using testing::GraphOf;
using testing::PlantedGraph;

TEST(Balance, TellsTheFourTriads) {
  // 0-1-2 friends; 0-1-3: two friends share an enemy; 1-2-4 and others.
  const SignedGraph graph = GraphOf(5, {{0, 1, 1},
                                        {1, 2, 1},
                                        {0, 2, 1},
                                        {0, 3, -8},
                                        {1, 3, -1},
                                        {2, 4, -1},
                                        {1, 4, 1},
                                        {3, 4, -1}});
  const TriadCensus census = CountTriads(graph);
  EXPECT_EQ(census.count, (std::array<std::uint64_t, 4>{1, 1, 2, 0}));
  EXPECT_DOUBLE_EQ(census.intensity[2], 3);  // cube roots of 8 and of 1
  EXPECT_DOUBLE_EQ(census.balanced(), 0.75);
  EXPECT_DOUBLE_EQ(census.weighted_balanced(), 0.8);
  EXPECT_DOUBLE_EQ(census.clusterable(), 0.75);
  EXPECT_DOUBLE_EQ(census.share(2), 0.5);
  const auto unbalanced = UnbalancedTriads(graph, 9);
  ASSERT_EQ(unbalanced.size(), 1U);
  EXPECT_EQ(unbalanced[0].nodes, (std::array<std::uint32_t, 3>{1, 2, 4}));
  EXPECT_EQ(unbalanced[0].edges, (std::array<std::uint32_t, 3>{1, 6, 5}));
}

TEST(Balance, CountsLikeThreeLoops) {
  RandomSource random(2);
  for (int round = 0; round < 50; ++round) {
    const SignedGraph graph =
        PlantedGraph({.nodes = 15, .density = 0.5, .noise = 0.4}, random);
    std::vector<std::vector<int>> sign(15, std::vector<int>(15, 0));
    for (const SignedEdge& edge : graph.edges())
      sign[edge.a][edge.b] = sign[edge.b][edge.a] = edge.is_negative() ? -1 : 1;
    std::array<std::uint64_t, 4> count{};
    for (std::size_t i = 0; i < 15; ++i) {
      for (std::size_t j = i + 1; j < 15; ++j) {
        for (std::size_t k = j + 1; k < 15; ++k) {
          if (sign[i][j] == 0 || sign[i][k] == 0 || sign[j][k] == 0) continue;
          const int sum = sign[i][j] + sign[i][k] + sign[j][k];
          ++count[static_cast<std::size_t>((3 - sum) / 2)];
        }
      }
    }
    ASSERT_EQ(CountTriads(graph).count, count);
    ASSERT_EQ(FindTriads(graph).size(), CountTriads(graph).total());
  }
}

TEST(Balance, WithoutTriadsNothingIsOutOfBalance) {
  const TriadCensus census = CountTriads(GraphOf(3, {{0, 1, -1}, {1, 2, -1}}));
  EXPECT_EQ(census.total(), 0U);
  EXPECT_EQ(census.balanced(), 1);
  EXPECT_EQ(census.weighted_clusterable(), 1);
  EXPECT_EQ(census.share(0), 0);
}

TEST(SignedGraph, RefusesWhatIsNoPlainGraph) {
  const std::vector<std::string> names{"a", "b", "c"};
  EXPECT_FALSE(SignedGraph::Make({"a", "a"}, {}));
  EXPECT_FALSE(SignedGraph::Make(names, {{0, 3, 1}}));
  EXPECT_FALSE(SignedGraph::Make(names, {{1, 1, 1}}));
  EXPECT_FALSE(SignedGraph::Make(names, {{0, 1, 0.0}}));
  EXPECT_FALSE(SignedGraph::Make(names, {{0, 1, 1, -0.5}}));
  const auto twice = SignedGraph::Make(names, {{0, 1, 1}, {1, 0, -1}});
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().message, "edge 1: its pair has an edge already");
}

}  // namespace
}  // namespace entente
