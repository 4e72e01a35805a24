#include "network/stable_camps.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "network/camp_problem.h"
#include "network/camp_search.h"
#include "network/random_source.h"

namespace entente {

namespace {

CampProblem Draw(const SignedGraph& graph, EdgeCost cost, RandomSource& random) {
  std::vector<CampProblem::Edge> edges;
  for (const SignedEdge& edge : graph.edges()) {
    const double value = edge.value + edge.sd * random.Normal();
    if (value == 0) continue;
    edges.push_back(
        {edge.a, edge.b, value < 0, cost == EdgeCost::kOne ? 1 : std::abs(value)});
  }
  return {graph.size(), std::move(edges)};
}

FoundCamps SearchNear(const CampProblem& problem, const CampOf& camp,
                      std::uint64_t seed) {
  FoundCamps near = DescendCamps(problem, camp);
  FoundCamps far =
      SearchCamps(problem, {.seed = seed, .starts = 2, .moves_per_node = 15});
  return far.frustration < near.frustration ? far : near;
}

double Quantile(const std::vector<double>& sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto low = static_cast<std::size_t>(place);
  const std::size_t high = std::min(low + 1, sorted.size() - 1);
  const double part = place - static_cast<double>(low);
  return sorted[low] * (1 - part) + sorted[high] * part;
}

void RateNodes(const Camps& camps, StableCamps& stable) {
  for (std::uint32_t a = 0; a < stable.nodes; ++a) {
    double sum = 0;
    std::uint32_t others = 0;
    for (std::uint32_t b = 0; b < stable.nodes; ++b) {
      if (a == b || camps.component[a] != camps.component[b]) continue;
      const double share = stable.share(a, b);
      sum += camps.of[a] == camps.of[b] ? share : 1 - share;
      ++others;
    }
    stable.certainty.push_back(others == 0 ? 1 : sum / others);
  }
}

}  // namespace

double SignCertainty(const SignedEdge& edge) {
  if (edge.sd <= 0) return 1;
  return 0.5 * std::erfc(-edge.weight() / edge.sd / std::numbers::sqrt2);
}

StableCamps ResampleCamps(const SignedGraph& graph, const Camps& camps,
                          const StabilityOptions& options) {
  StableCamps stable;
  stable.nodes = graph.size();
  stable.draws = options.draws;
  CampOf given(graph.size(), 0);
  for (std::uint32_t node = 0; node < graph.size(); ++node)
    given[node] = camps.of[node] == 1 ? 1 : 0;

  std::vector<std::uint32_t> together(std::size_t{stable.nodes} * stable.nodes, 0);
  std::vector<double> strain;
  RandomSource random(options.seed);
  for (std::uint32_t draw = 0; draw < options.draws; ++draw) {
    const CampProblem problem = Draw(graph, options.cost, random);
    const FoundCamps found = SearchNear(problem, given, random.Next());
    double total = 0;
    for (const CampProblem::Edge& edge : problem.edges()) total += edge.cost;
    strain.push_back(total > 0 ? found.frustration / total : 0);
    for (std::uint32_t a = 0; a < stable.nodes; ++a) {
      for (std::uint32_t b = 0; b < stable.nodes; ++b)
        together[std::size_t{a} * stable.nodes + b] +=
            found.camp[a] == found.camp[b] ? 1 : 0;
    }
  }
  for (std::uint32_t a = 0; a < stable.nodes; ++a) {
    for (std::uint32_t b = 0; b < stable.nodes; ++b) {
      const double share =
          static_cast<double>(together[std::size_t{a} * stable.nodes + b]) /
          static_cast<double>(options.draws);
      stable.together.push_back(camps.component[a] == camps.component[b] ? share : 0.5);
    }
  }
  RateNodes(camps, stable);
  std::sort(strain.begin(), strain.end());
  stable.strain_low = Quantile(strain, 0.05);
  stable.strain_middle = Quantile(strain, 0.5);
  stable.strain_high = Quantile(strain, 0.95);
  return stable;
}

}  // namespace entente
