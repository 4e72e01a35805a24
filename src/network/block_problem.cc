#include "network/block_problem.h"

#include <algorithm>
#include <utility>

namespace entente {

CampProblem BlockProblem(const SignedGraph& graph,
                         const std::vector<std::uint32_t>& block, EdgeCost cost,
                         std::vector<std::uint32_t>& local) {
  std::vector<std::uint32_t> nodes;
  for (const std::uint32_t index : block) {
    nodes.push_back(graph.edges()[index].a);
    nodes.push_back(graph.edges()[index].b);
  }
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  for (std::uint32_t i = 0; i < nodes.size(); ++i) local[nodes[i]] = i;
  std::vector<CampProblem::Edge> edges;
  for (const std::uint32_t index : block) {
    const SignedEdge& edge = graph.edges()[index];
    edges.push_back(
        {local[edge.a], local[edge.b], edge.is_negative(), CostOf(edge, cost)});
  }
  return {static_cast<std::uint32_t>(nodes.size()), std::move(edges)};
}

}  // namespace entente
