// Networks whose frustration is known: those of tests/networks, by their own first
// lines (a file more is a test more), and graphs of which the literature proves it.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/files.h"
#include "base/tsv.h"
#include "network/camps.h"
#include "network/testing.h"

namespace entente {
namespace {

using testing::GraphOf;

using Names = std::set<std::string, std::less<>>;

struct Published {
  std::map<std::string, std::string, std::less<>> says;  // "frustration" -> "7"
  SignedGraph graph;
};

std::map<std::string, std::string, std::less<>> FirstLines(const std::string& bytes) {
  std::map<std::string, std::string, std::less<>> says;
  for (const std::string_view line : Split(bytes, '\n')) {
    const std::size_t colon = line.find(": ");
    if (line.starts_with("# ") && colon != std::string_view::npos)
      says.emplace(line.substr(2, colon - 2), line.substr(colon + 2));
  }
  return says;
}

Published Read(const std::string& path) {
  const std::string bytes = ReadFile(path).value();
  const Tsv table = Tsv::Parse(path, bytes).value();
  EXPECT_TRUE(table.ExpectColumns({"a", "b", "sign", "fact"}));
  std::map<std::string, std::uint32_t, std::less<>> index;
  std::vector<std::string> names;
  const auto node = [&](std::string_view name) {
    const auto [it, is_new] =
        index.emplace(std::string(name), static_cast<std::uint32_t>(names.size()));
    if (is_new) names.emplace_back(name);
    return it->second;
  };
  std::vector<SignedEdge> edges;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::uint32_t a = node(table.cell(row, 0)), b = node(table.cell(row, 1));
    edges.push_back({a, b, table.cell(row, 2) == "+" ? 1.0 : -1.0});
  }
  return {FirstLines(bytes),
          SignedGraph::Make(std::move(names), std::move(edges)).value()};
}

std::set<Names> CampsOf(const SignedGraph& graph, const Camps& camps) {
  std::vector<Names> both(2);
  for (std::uint32_t i = 0; i < graph.size(); ++i)
    both[camps.of[i]].insert(graph.names()[i]);
  return {both.begin(), both.end()};
}

std::set<Names> CampsOf(std::string_view line) {
  std::set<Names> camps;
  for (const std::string_view camp : Split(line, '|')) {
    Names names;
    for (const std::string_view name : Split(camp, ',')) names.emplace(Trim(name));
    camps.insert(std::move(names));
  }
  return camps;
}

TEST(Published, NetworksHaveTheirFrustrationAndCamps) {
  int files = 0;
  for (const auto& file :
       std::filesystem::directory_iterator(ENTENTE_SOURCE_DIR "/tests/networks")) {
    if (file.path().extension() != ".tsv") continue;
    SCOPED_TRACE(file.path().filename());
    ++files;
    const Published published = Read(file.path());
    const auto& edges = published.graph.edges();
    const auto negative =
        std::count_if(edges.begin(), edges.end(),
                      [](const SignedEdge& edge) { return edge.is_negative(); });
    EXPECT_EQ(StrCat(negative), published.says.at("negative"));
    EXPECT_EQ(StrCat(static_cast<long>(edges.size()) - negative),
              published.says.at("positive"));
    const Camps camps = FindCamps(published.graph, {.cost = EdgeCost::kOne});
    EXPECT_TRUE(camps.is_exact);
    EXPECT_EQ(StrCat(camps.frustrated.size()), published.says.at("frustration"));
    EXPECT_EQ(CampsOf(published.graph, camps), CampsOf(published.says.at("camps")));
  }
  EXPECT_GE(files, 3);
}

SignedGraph AllNegative(
    std::uint32_t nodes,
    const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs) {
  std::vector<SignedEdge> edges;
  for (const auto& [a, b] : pairs) edges.push_back({a, b, -1.0});
  return GraphOf(nodes, std::move(edges));
}

double Index(const SignedGraph& graph) {
  const Camps camps = FindCamps(graph, {.cost = EdgeCost::kOne});
  EXPECT_TRUE(camps.is_exact);
  return camps.frustration;
}

// Petersdorf (1966, "Einige Bemerkungen über vollständige Bigraphen"): no signing of
// the complete graph is more frustrated than all enemies, floor((n - 1)^2 / 4).
TEST(Published, CompleteGraphOfEnemies) {
  for (std::uint32_t n = 2; n <= 12; ++n) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t a = 0; a < n; ++a) {
      for (std::uint32_t b = a + 1; b < n; ++b) pairs.emplace_back(a, b);
    }
    EXPECT_EQ(Index(AllNegative(n, pairs)), (n - 1) * (n - 1) / 4) << n;
  }
}

// Zaslavsky (2012, "Six signed Petersen graphs, and their automorphisms"): 3 for all
// enemies, 1 for one negative edge.
TEST(Published, PetersenGraph) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::uint32_t i = 0; i < 5; ++i) {
    pairs.emplace_back(i, (i + 1) % 5);
    pairs.emplace_back(i, i + 5);
    pairs.emplace_back(i + 5, (i + 2) % 5 + 5);
  }
  const SignedGraph enemies = AllNegative(10, pairs);
  EXPECT_EQ(Index(enemies), 3);
  std::vector<SignedEdge> edges = enemies.edges();
  for (std::size_t i = 1; i < edges.size(); ++i) edges[i].value = 1;
  EXPECT_EQ(Index(enemies.WithEdges(std::move(edges)).value()), 1);
}

// Harary (1953): enemies alone are balanced exactly when their graph has no odd cycle.
TEST(Published, OddAndEvenRingsOfEnemies) {
  for (std::uint32_t n = 3; n < 40; ++n) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t i = 0; i < n; ++i) pairs.emplace_back(i, (i + 1) % n);
    EXPECT_EQ(Index(AllNegative(n, pairs)), n % 2) << n;
  }
}

}  // namespace
}  // namespace entente
