// CampProblem: one piece of a signed graph whose two best camps are wanted, as the
// solvers see it (camp_search, negative_cycles, camp_program).
//
// Every node is in camp 0 or 1. An edge is frustrated when it is positive between the
// camps or negative within one; the sum of the costs of the frustrated edges is to be
// least.
#ifndef ENTENTE_NETWORK_CAMP_PROBLEM_H_
#define ENTENTE_NETWORK_CAMP_PROBLEM_H_

#include <cstdint>
#include <span>
#include <vector>

namespace entente {

class CampProblem {
 public:
  struct Edge {
    std::uint32_t a = 0, b = 0;
    bool is_negative = false;
    double cost = 1;  // above 0
  };
  struct Arc {
    std::uint32_t node = 0;
    std::uint32_t edge = 0;
  };

  // REQUIRES: the ends of every edge are below `nodes` and differ.
  CampProblem(std::uint32_t nodes, std::vector<Edge> edges);

  std::uint32_t size() const { return nodes_; }
  const std::vector<Edge>& edges() const { return edges_; }
  std::span<const Arc> arcs(std::uint32_t node) const {
    return {arcs_.data() + first_arc_[node], first_arc_[node + 1] - first_arc_[node]};
  }

  // True when all costs are whole numbers, so that the least sum is one.
  bool has_whole_costs() const { return has_whole_costs_; }

 private:
  std::uint32_t nodes_ = 0;
  bool has_whole_costs_ = true;
  std::vector<Edge> edges_;
  std::vector<std::uint32_t> first_arc_;
  std::vector<Arc> arcs_;
};

using CampOf = std::vector<std::uint8_t>;  // 0 or 1, by node

inline bool IsFrustrated(const CampProblem::Edge& edge, const CampOf& camp) {
  return (camp[edge.a] != camp[edge.b]) != edge.is_negative;
}

// The costs of the frustrated edges, summed in their order.
double FrustrationOf(const CampProblem& problem, const CampOf& camp);

}  // namespace entente

#endif  // ENTENTE_NETWORK_CAMP_PROBLEM_H_
