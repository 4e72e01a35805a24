// GraphParts: how a signed graph hangs together, whatever the signs: components, blocks
// (pieces that no single node can cut), bridges. All by igraph.
#ifndef ENTENTE_NETWORK_GRAPH_PARTS_H_
#define ENTENTE_NETWORK_GRAPH_PARTS_H_

#include <cstdint>
#include <vector>

#include "network/signed_graph.h"

namespace entente {

struct GraphParts {
  std::vector<std::uint32_t> component;            // by node, 0 has the first node
  std::uint32_t components = 0;                    // how many
  std::vector<std::vector<std::uint32_t>> blocks;  // edges of each, ascending
  std::vector<bool> is_cut_node;  // without it, its component falls apart
  std::vector<bool> is_bridge;    // by edge: the same of an edge
};

// Linear in nodes and edges.
GraphParts FindParts(const SignedGraph& graph);

// How often a node lies on shortest paths between others along edges of cooperation, of
// length 1 / weight; as a share of all pairs of others, 0..1 (Freeman 1977). O(n * m).
std::vector<double> CooperationBetweenness(const SignedGraph& graph);

}  // namespace entente

#endif  // ENTENTE_NETWORK_GRAPH_PARTS_H_
