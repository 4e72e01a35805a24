// Graphs for the tests of this folder.
#ifndef ENTENTE_NETWORK_TESTING_H_
#define ENTENTE_NETWORK_TESTING_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "network/random_source.h"
#include "network/signed_graph.h"

namespace entente::testing {

inline SignedGraph GraphOf(std::uint32_t nodes, std::vector<SignedEdge> edges) {
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < nodes; ++i) names.push_back(StrCat("n", i));
  return SignedGraph::Make(std::move(names), std::move(edges)).value();
}

struct Planted {
  std::uint32_t nodes = 20;
  double density = 0.3;  // share of the pairs that have an edge
  double noise = 0.1;    // share of the edges whose sign is turned
  double least_weight = 1, most_weight = 1;
  double sd = 0;
};

// Two camps, nodes of even and of odd index; friends within, enemies between, but for
// the noise.
inline SignedGraph PlantedGraph(const Planted& planted, RandomSource& random) {
  std::vector<SignedEdge> edges;
  for (std::uint32_t a = 0; a < planted.nodes; ++a) {
    for (std::uint32_t b = a + 1; b < planted.nodes; ++b) {
      if (random.Uniform() >= planted.density) continue;
      const bool is_turned = random.Uniform() < planted.noise;
      const bool is_negative = (a % 2 != b % 2) != is_turned;
      const double weight =
          planted.least_weight +
          random.Uniform() * (planted.most_weight - planted.least_weight);
      edges.push_back({a, b, is_negative ? -weight : weight, planted.sd});
    }
  }
  return GraphOf(planted.nodes, std::move(edges));
}

}  // namespace entente::testing

#endif  // ENTENTE_NETWORK_TESTING_H_
