// FindCamps: the two camps into which a signed graph falls best, and how badly it does.
//
//   TRY(const SignedGraph graph, SignedGraph::Make(names, edges));
//   const Camps camps = FindCamps(graph, {});
//   camps.of[0] == camps.of[1]   // the first two actors stand together
//
// An edge is frustrated when the camps belie it: cooperation between the camps,
// conflict within one. The frustration index is the least sum of frustrated edges that
// any camps have (Abelson and Rosenberg 1958; Harary 1959, "line index of balance"), 0
// exactly when the graph is balanced. It is found with a proof up to a size, piece by
// piece (the blocks of the graph, as no frustration crosses a cut node), beyond it
// searched with a lower bound that says how far from the best the camps can be.
//
// Without a path between two nodes nothing is known of their sides: camps are camps
// within a component, and a node without an edge is in none.
#ifndef ENTENTE_NETWORK_CAMPS_H_
#define ENTENTE_NETWORK_CAMPS_H_

#include <cstdint>
#include <vector>

#include "network/signed_graph.h"

namespace entente {

enum class EdgeCost : std::uint8_t {
  kWeight,  // a frustrated edge counts by its weight
  kOne,     // every edge counts the same, as in the literature's frustration index
};

constexpr std::uint8_t kNoCamp = 2;

struct CampOptions {
  EdgeCost cost = EdgeCost::kWeight;
  std::uint64_t seed = 1;  // of the search
  // Blocks of more nodes are searched only; so are those whose proof takes more steps
  // of the simplex method. The steps allowed take 4 to 8 seconds at 60 nodes; networks
  // as they are, mostly balanced, are proven within a tenth of them.
  std::uint32_t exact_nodes = 100;
  std::int64_t simplex_steps = 30'000;
};

struct Camps {
  std::vector<std::uint8_t> of;  // 0, 1 or kNoCamp; a component's first node has 0
  std::vector<std::uint32_t> component;   // by node
  std::vector<std::uint32_t> frustrated;  // edges, ascending
  double frustration = 0;  // what the frustrated edges cost; the index where is_exact
  double lower_bound = 0;  // of the index
  double total = 0;        // what all edges cost
  bool is_exact = true;
  // What a move of this node alone to the other camp would add to the frustration: near
  // 0 where a node could as well stand on the other side. 0 for a node without an edge.
  std::vector<double> move_price;

  // How much lower than `frustration` the index may be, 0..1 of it.
  double gap() const {
    return is_exact || frustration <= 0 ? 0 : (frustration - lower_bound) / frustration;
  }
  // 1 - frustration / (total / 2): 1 for balance (Aref and Wilson 2018, "F(G)"). 1
  // where there is no edge.
  double normalised() const { return total > 0 ? 1 - 2 * frustration / total : 1; }
};

// Not for two threads at once (GLPK). Bounded by the options; 60 nodes take under a
// second at the densities of real networks.
Camps FindCamps(const SignedGraph& graph, const CampOptions& options);

}  // namespace entente

#endif  // ENTENTE_NETWORK_CAMPS_H_
