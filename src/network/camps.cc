#include "network/camps.h"

#include <algorithm>
#include <utility>

#include "network/block_problem.h"
#include "network/camp_problem.h"
#include "network/camp_program.h"
#include "network/camp_search.h"
#include "network/graph_parts.h"
#include "network/negative_cycles.h"

namespace entente {

namespace {

SolvedCamps SolveBlock(const CampProblem& problem, const CampOptions& options) {
  SolvedCamps solved;
  solved.best = SearchCamps(problem, {.seed = options.seed});
  solved.is_exact = solved.best.frustration <= 0;
  if (solved.is_exact) return solved;
  solved.lower_bound = PackNegativeCycles(problem);
  if (problem.edges().size() > kLinearEdges) return solved;
  const SolvedCamps proven =
      SolveCamps(problem, solved.best,
                 {.simplex_steps = options.simplex_steps,
                  .may_branch = problem.size() <= options.exact_nodes});
  solved.best = proven.best;
  solved.is_exact = proven.is_exact;
  solved.lower_bound = std::max(solved.lower_bound, proven.lower_bound);
  return solved;
}

// The camps in which exactly the marked edges are frustrated, from each component's
// first node on.
void Spread(const SignedGraph& graph, const std::vector<bool>& is_frustrated,
            Camps& camps) {
  camps.of.assign(graph.size(), kNoCamp);
  std::vector<std::uint32_t> queue;
  for (std::uint32_t first = 0; first < graph.size(); ++first) {
    if (camps.of[first] != kNoCamp || graph.arcs(first).empty()) continue;
    camps.of[first] = 0;
    queue.assign(1, first);
    for (std::size_t next = 0; next < queue.size(); ++next) {
      for (const SignedGraph::Arc& arc : graph.arcs(queue[next])) {
        if (camps.of[arc.node] != kNoCamp) continue;
        const bool is_apart =
            graph.edges()[arc.edge].is_negative() != is_frustrated[arc.edge];
        camps.of[arc.node] = camps.of[queue[next]] ^ (is_apart ? 1U : 0U);
        queue.push_back(arc.node);
      }
    }
  }
}

void Account(const SignedGraph& graph, EdgeCost cost, Camps& camps) {
  camps.move_price.assign(graph.size(), 0);
  for (std::uint32_t i = 0; i < graph.edges().size(); ++i) {
    const SignedEdge& edge = graph.edges()[i];
    const double price = CostOf(edge, cost);
    const bool is_frustrated =
        (camps.of[edge.a] != camps.of[edge.b]) != edge.is_negative();
    camps.total += price;
    camps.move_price[edge.a] += is_frustrated ? -price : price;
    camps.move_price[edge.b] += is_frustrated ? -price : price;
    if (!is_frustrated) continue;
    camps.frustration += price;
    camps.frustrated.push_back(i);
  }
}

}  // namespace

Camps FindCamps(const SignedGraph& graph, const CampOptions& options) {
  GraphParts parts = FindParts(graph);
  Camps camps;
  camps.component = std::move(parts.component);
  std::vector<bool> is_frustrated(graph.edges().size(), false);
  std::vector<std::uint32_t> local(graph.size(), 0);
  for (const std::vector<std::uint32_t>& block : parts.blocks) {
    if (block.size() < 3) continue;  // one edge is never frustrated
    const CampProblem problem = BlockProblem(graph, block, options.cost, local);
    const SolvedCamps solved = SolveBlock(problem, options);
    camps.is_exact = camps.is_exact && solved.is_exact;
    camps.lower_bound += solved.lower_bound;
    for (std::size_t i = 0; i < block.size(); ++i)
      is_frustrated[block[i]] = IsFrustrated(problem.edges()[i], solved.best.camp);
  }
  Spread(graph, is_frustrated, camps);
  Account(graph, options.cost, camps);
  if (camps.is_exact) camps.lower_bound = camps.frustration;
  return camps;
}

}  // namespace entente
