#include "network/factions.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "network/block_problem.h"
#include "network/camp_problem.h"
#include "network/faction_problem.h"
#include "network/graph_parts.h"

namespace entente {

namespace {

constexpr std::uint32_t kThrows = 150;

SolvedCover SolveBlock(const CampProblem& problem, const CampOptions& options) {
  const FactionCover model(problem);
  SolvedCover solved;
  solved.best = model.Search(options.seed, kThrows);
  solved.is_exact = solved.best.cost <= 0;
  if (solved.is_exact) return solved;
  const double packed = model.Pack();
  if (problem.edges().size() <= kLinearEdges) {
    solved = SolveCover(model, solved.best,
                        {.simplex_steps = options.simplex_steps,
                         .may_branch = problem.size() <= options.exact_nodes});
  }
  solved.lower_bound = std::max(solved.lower_bound, packed);
  return solved;
}

// Who is joined by cooperation that is kept stands together; numbers by first nodes.
void Gather(const SignedGraph& graph, const std::vector<bool>& is_given_up,
            Factions& factions) {
  factions.of.assign(graph.size(), UINT32_MAX);
  std::vector<std::uint32_t> queue;
  for (std::uint32_t first = 0; first < graph.size(); ++first) {
    if (factions.of[first] != UINT32_MAX) continue;
    factions.of[first] = factions.count;
    queue.assign(1, first);
    for (std::size_t next = 0; next < queue.size(); ++next) {
      for (const SignedGraph::Arc& arc : graph.arcs(queue[next])) {
        if (factions.of[arc.node] != UINT32_MAX || is_given_up[arc.edge] ||
            graph.edges()[arc.edge].is_negative())
          continue;
        factions.of[arc.node] = factions.count;
        queue.push_back(arc.node);
      }
    }
    ++factions.count;
  }
}

}  // namespace

Factions FindFactions(const SignedGraph& graph, const CampOptions& options) {
  const GraphParts parts = FindParts(graph);
  Factions factions;
  std::vector<bool> is_given_up(graph.edges().size(), false);
  std::vector<std::uint32_t> local(graph.size(), 0);
  for (const std::vector<std::uint32_t>& block : parts.blocks) {
    if (block.size() < 3) continue;
    const CampProblem problem = BlockProblem(graph, block, options.cost, local);
    const SolvedCover solved = SolveBlock(problem, options);
    factions.is_exact = factions.is_exact && solved.is_exact;
    factions.lower_bound += solved.lower_bound;
    for (std::size_t i = 0; i < block.size(); ++i)
      is_given_up[block[i]] = solved.best.holds[i] != 0;
  }
  Gather(graph, is_given_up, factions);
  for (std::uint32_t i = 0; i < graph.edges().size(); ++i) {
    const SignedEdge& edge = graph.edges()[i];
    const double cost = CostOf(edge, options.cost);
    factions.total += cost;
    if ((factions.of[edge.a] == factions.of[edge.b]) != edge.is_negative()) continue;
    factions.frustration += cost;
    factions.frustrated.push_back(i);
  }
  if (factions.is_exact) factions.lower_bound = factions.frustration;
  return factions;
}

}  // namespace entente
