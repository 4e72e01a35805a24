#include "network/camp_problem.h"

#include <cmath>
#include <utility>

namespace entente {

CampProblem::CampProblem(std::uint32_t nodes, std::vector<Edge> edges)
    : nodes_(nodes), edges_(std::move(edges)), first_arc_(nodes + 1, 0) {
  for (const Edge& edge : edges_) {
    ++first_arc_[edge.a + 1];
    ++first_arc_[edge.b + 1];
    has_whole_costs_ = has_whole_costs_ && edge.cost == std::floor(edge.cost);
  }
  for (std::uint32_t i = 0; i < nodes; ++i) first_arc_[i + 1] += first_arc_[i];
  arcs_.resize(2 * edges_.size());
  std::vector<std::uint32_t> next(first_arc_.begin(), first_arc_.end() - 1);
  for (std::uint32_t i = 0; i < edges_.size(); ++i) {
    arcs_[next[edges_[i].a]++] = {edges_[i].b, i};
    arcs_[next[edges_[i].b]++] = {edges_[i].a, i};
  }
}

double FrustrationOf(const CampProblem& problem, const CampOf& camp) {
  double sum = 0;
  for (const CampProblem::Edge& edge : problem.edges())
    sum += IsFrustrated(edge, camp) ? edge.cost : 0;
  return sum;
}

}  // namespace entente
