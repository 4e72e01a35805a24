// BlockProblem: one block of a signed graph for the solvers.
#ifndef ENTENTE_NETWORK_BLOCK_PROBLEM_H_
#define ENTENTE_NETWORK_BLOCK_PROBLEM_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "network/camp_problem.h"
#include "network/camps.h"
#include "network/signed_graph.h"

namespace entente {

// Above it the linear program is too large for even one answer.
constexpr std::size_t kLinearEdges = 4000;

inline double CostOf(const SignedEdge& edge, EdgeCost cost) {
  return cost == EdgeCost::kOne ? 1 : edge.weight();
}

// Edge i of the problem is edge block[i] of the graph. `local` is scratch of
// graph.size().
CampProblem BlockProblem(const SignedGraph& graph,
                         const std::vector<std::uint32_t>& block, EdgeCost cost,
                         std::vector<std::uint32_t>& local);

}  // namespace entente

#endif  // ENTENTE_NETWORK_BLOCK_PROBLEM_H_
