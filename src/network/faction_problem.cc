#include "network/faction_problem.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <queue>
#include <utility>

#include "network/random_source.h"

namespace entente {

namespace {

constexpr double kFar = std::numeric_limits<double>::infinity();
constexpr double kTolerance = 1e-9;
constexpr std::uint32_t kNone = UINT32_MAX;

// The shortest path over positive edges, shorter than `reach`: its edges, or none.
std::vector<std::uint32_t> FriendPath(const CampProblem& problem,
                                      const std::vector<double>& length,
                                      std::uint32_t from, std::uint32_t to,
                                      double reach) {
  using Entry = std::pair<double, std::uint32_t>;
  std::vector<double> distance(problem.size(), kFar);
  std::vector<CampProblem::Arc> step(problem.size(), {kNone, kNone});
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  distance[from] = 0;
  queue.push({0, from});
  while (!queue.empty() && queue.top().second != to) {
    const auto [so_far, node] = queue.top();
    queue.pop();
    if (so_far > distance[node]) continue;
    for (const CampProblem::Arc& arc : problem.arcs(node)) {
      if (problem.edges()[arc.edge].is_negative) continue;
      const double next = so_far + length[arc.edge];
      if (next >= reach || next >= distance[arc.node]) continue;
      distance[arc.node] = next;
      step[arc.node] = {node, arc.edge};
      queue.push({next, arc.node});
    }
  }
  std::vector<std::uint32_t> path;
  for (std::uint32_t node = to; step[node].node != kNone; node = step[node].node)
    path.push_back(step[node].edge);
  return path;
}

CycleCut CutOf(std::uint32_t negative, const std::vector<std::uint32_t>& path,
               const std::vector<double>& x) {
  CycleCut cut;
  cut.terms.push_back({negative});
  cut.value = x[negative];
  for (const std::uint32_t edge : path) {
    cut.terms.push_back({edge});
    cut.value += x[edge];
  }
  std::sort(cut.terms.begin(), cut.terms.end(),
            [](const auto& p, const auto& q) { return p.edge < q.edge; });
  return cut;
}

}  // namespace

FactionCover::FactionCover(const CampProblem& problem) : problem_(problem) {
  for (const CampProblem::Edge& edge : problem.edges()) costs_.push_back(edge.cost);
}

std::vector<CycleCut> FactionCover::FirstCuts() const {
  std::vector<CycleCut> cuts = NegativeTriangles(problem_);
  std::erase_if(cuts, [&](const CycleCut& cut) {  // three enemies are no trouble here
    return std::all_of(cut.terms.begin(), cut.terms.end(),
                       [&](const CycleCut::Term& term) {
                         return problem_.edges()[term.edge].is_negative;
                       });
  });
  return cuts;
}

std::vector<CycleCut> FactionCover::BrokenCuts(const std::vector<double>& x,
                                               double tolerance,
                                               std::size_t limit) const {
  // A little for every edge, so that of two paths the one of fewer edges is taken.
  std::vector<double> length(x);
  for (double& of_edge : length) of_edge += tolerance / (2.0 * problem_.size());
  std::vector<CycleCut> cuts;
  for (std::uint32_t i = 0; i < problem_.edges().size(); ++i) {
    const CampProblem::Edge& edge = problem_.edges()[i];
    const double reach = 1 - tolerance / 2 - x[i];
    if (!edge.is_negative || reach <= 0) continue;
    const std::vector<std::uint32_t> path =
        FriendPath(problem_, length, edge.a, edge.b, reach);
    if (!path.empty()) cuts.push_back(CutOf(i, path, x));
  }
  std::stable_sort(cuts.begin(), cuts.end(), [](const CycleCut& p, const CycleCut& q) {
    return p.value < q.value;
  });
  if (cuts.size() > limit) cuts.resize(limit);
  return cuts;
}

Cover FactionCover::Near(const std::vector<double>& x) const {
  // Who is joined by cooperation that x does not give up stands together.
  FactionOf factions(problem_.size());
  std::iota(factions.begin(), factions.end(), 0U);
  const auto root = [&](std::uint32_t node) {
    while (factions[node] != node) node = factions[node];
    return node;
  };
  for (std::size_t i = 0; i < x.size(); ++i) {
    const CampProblem::Edge& edge = problem_.edges()[i];
    if (!edge.is_negative && x[i] < 0.5) factions[root(edge.b)] = root(edge.a);
  }
  for (std::uint32_t node = 0; node < problem_.size(); ++node)
    factions[node] = root(node);
  Descend(factions);
  return CoverOf(factions);
}

Cover FactionCover::CoverOf(const FactionOf& factions) const {
  Cover cover;
  for (const CampProblem::Edge& edge : problem_.edges()) {
    const bool is_held = (factions[edge.a] == factions[edge.b]) == edge.is_negative;
    cover.holds.push_back(is_held ? 1 : 0);
    cover.cost += is_held ? edge.cost : 0;
  }
  return cover;
}

bool FactionCover::MoveToBest(std::uint32_t node, FactionOf& factions,
                              std::vector<double>& pull,
                              std::vector<std::uint32_t>& members) const {
  for (const CampProblem::Arc& arc : problem_.arcs(node)) {
    const CampProblem::Edge& edge = problem_.edges()[arc.edge];
    pull[factions[arc.node]] += edge.is_negative ? -edge.cost : edge.cost;
  }
  const std::uint32_t own = factions[node];
  std::uint32_t best = own;
  for (const CampProblem::Arc& arc : problem_.arcs(node)) {
    const std::uint32_t other = factions[arc.node];
    if (pull[other] > pull[best] + kTolerance) best = other;
  }
  if (pull[best] < -kTolerance) {  // alone is better
    best = static_cast<std::uint32_t>(std::find(members.begin(), members.end(), 0U) -
                                      members.begin());
  }
  for (const CampProblem::Arc& arc : problem_.arcs(node)) pull[factions[arc.node]] = 0;
  if (best == own) return false;
  --members[own];
  ++members[best];
  factions[node] = best;
  return true;
}

void FactionCover::Descend(FactionOf& factions) const {
  std::vector<double> pull(problem_.size() + 1, 0);
  std::vector<std::uint32_t> members(problem_.size() + 1, 0);
  for (const std::uint32_t faction : factions) ++members[faction];
  for (bool is_moving = true; is_moving;) {
    is_moving = false;
    for (std::uint32_t node = 0; node < problem_.size(); ++node)
      is_moving = MoveToBest(node, factions, pull, members) || is_moving;
  }
}

Cover FactionCover::Search(std::uint64_t seed, std::uint32_t throws) const {
  RandomSource random(seed);
  FactionOf best(problem_.size());
  std::iota(best.begin(), best.end(), 0U);
  Descend(best);
  Cover cover = CoverOf(best);
  for (std::uint32_t i = 0; i < throws && cover.cost > 0; ++i) {
    FactionOf tried = best;
    const std::uint32_t count = 1 + random.Below(problem_.size() / 3 + 1);
    for (std::uint32_t k = 0; k < count; ++k)
      tried[random.Below(problem_.size())] = tried[random.Below(problem_.size())];
    Descend(tried);
    Cover found = CoverOf(tried);
    if (found.cost > cover.cost + kTolerance) continue;
    best = std::move(tried);
    cover = std::move(found);
  }
  return cover;
}

double FactionCover::Pack() const {
  std::vector<double> left = costs_, length(costs_.size(), 1);
  double bound = 0;
  for (std::uint32_t i = 0; i < problem_.edges().size(); ++i) {
    const CampProblem::Edge& edge = problem_.edges()[i];
    while (edge.is_negative && left[i] > 0) {
      std::vector<std::uint32_t> cycle =
          FriendPath(problem_, length, edge.a, edge.b, kFar);
      if (cycle.empty()) break;
      cycle.push_back(i);
      double least = kFar;
      for (const std::uint32_t member : cycle) least = std::min(least, left[member]);
      for (const std::uint32_t member : cycle) {
        left[member] -= least;
        if (left[member] <= 0) length[member] = kFar;
      }
      bound += least;
    }
  }
  return bound;
}

}  // namespace entente
