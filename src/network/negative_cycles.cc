#include "network/negative_cycles.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <queue>
#include <set>
#include <utility>

namespace entente {

namespace {

constexpr double kFar = std::numeric_limits<double>::infinity();
constexpr std::uint32_t kNone = UINT32_MAX;

// A node of the doubled graph: 2 * node + parity of the negative or turned edges so
// far.
using State = std::uint32_t;

struct Step {
  State from = kNone;
  std::uint32_t edge = kNone;
  bool is_turned = false;
};

// Shortest paths from one node at parity 0, as far as `reach`.
class PathFinder {
 public:
  PathFinder(const CampProblem& problem, const std::vector<double>& x)
      : problem_(problem),
        x_(x),
        distance_(2 * problem.size()),
        step_(2 * problem.size()) {}

  double distance(State state) const { return distance_[state]; }

  void Run(std::uint32_t start, double reach) {
    std::fill(distance_.begin(), distance_.end(), kFar);
    std::fill(step_.begin(), step_.end(), Step{});
    distance_[2 * start] = 0;
    Queue queue;
    queue.push({0, 2 * start});
    while (!queue.empty()) {
      const auto [so_far, state] = queue.top();
      queue.pop();
      if (so_far > distance_[state]) continue;
      for (const CampProblem::Arc& arc : problem_.arcs(state / 2)) {
        for (const bool is_turned : {false, true}) {
          const double length = so_far + Length(arc.edge, is_turned);
          const State next = 2 * arc.node + Parity(state, arc.edge, is_turned);
          if (length >= reach || length >= distance_[next]) continue;
          distance_[next] = length;
          step_[next] = {state, arc.edge, is_turned};
          queue.push({length, next});
        }
      }
    }
  }

  double Length(std::uint32_t edge, bool is_turned) const {
    return is_turned ? 1 - x_[edge] : x_[edge];
  }

  std::uint32_t Parity(State state, std::uint32_t edge, bool is_turned) const {
    return (state & 1U) ^ (problem_.edges()[edge].is_negative != is_turned ? 1U : 0U);
  }

  // The steps from the start to a state that was reached, last first.
  std::vector<Step> PathTo(State state) const {
    std::vector<Step> path;
    for (Step step = step_[state]; step.from != kNone; step = step_[step.from])
      path.push_back(step);
    return path;
  }

 private:
  using Queue =
      std::priority_queue<std::pair<double, State>,
                          std::vector<std::pair<double, State>>, std::greater<>>;

  const CampProblem& problem_;
  const std::vector<double>& x_;
  std::vector<double> distance_;
  std::vector<Step> step_;
};

// The first cycle of odd parity that closes on a walk: what the walk has between two
// visits of a node is a cycle; an even one is dropped, an odd one is the find.
std::vector<Step> OddCycleOf(const PathFinder& finder, const std::vector<Step>& walk) {
  std::vector<Step> kept;
  std::vector<State> parity{0};  // before kept[i]
  for (const Step& step : walk) {
    const std::uint32_t node = step.from / 2;
    std::size_t same = 0;
    while (same < kept.size() && kept[same].from / 2 != node) ++same;
    if (same < kept.size()) {
      if (((parity[same] ^ parity[kept.size()]) & 1U) != 0) {
        kept.erase(kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(same));
        return kept;
      }
      kept.resize(same);
      parity.resize(same + 1);
    }
    kept.push_back(step);
    parity.push_back(finder.Parity(parity.back(), step.edge, step.is_turned));
  }
  return kept;
}

CycleCut CutOf(const PathFinder& finder, const std::vector<Step>& cycle) {
  CycleCut cut;
  for (const Step& step : cycle) {
    cut.terms.push_back({step.edge, step.is_turned});
    cut.value += finder.Length(step.edge, step.is_turned);
  }
  std::sort(cut.terms.begin(), cut.terms.end(),
            [](const auto& p, const auto& q) { return p.edge < q.edge; });
  return cut;
}

}  // namespace

std::vector<CycleCut> FindBrokenCuts(const CampProblem& problem,
                                     const std::vector<double>& x, double tolerance,
                                     std::size_t limit) {
  std::vector<CycleCut> cuts;
  const double reach = 1 - tolerance;
  PathFinder finder(problem, x);
  for (std::uint32_t start = 0; start < problem.size(); ++start) {
    finder.Run(start, reach);
    for (const CampProblem::Arc& arc : problem.arcs(start)) {
      for (const bool is_turned : {false, true}) {
        // Back over this arc from its other end, such that the whole is odd.
        const State end = 2 * arc.node + (1U ^ finder.Parity(0, arc.edge, is_turned));
        const double length = finder.distance(end) + finder.Length(arc.edge, is_turned);
        if (length >= reach) continue;
        std::vector<Step> walk = finder.PathTo(end);
        walk.insert(walk.begin(), {end, arc.edge, is_turned});
        std::reverse(walk.begin(), walk.end());
        cuts.push_back(CutOf(finder, OddCycleOf(finder, walk)));
      }
    }
  }
  std::sort(cuts.begin(), cuts.end(), [](const CycleCut& p, const CycleCut& q) {
    if (p.value != q.value) return p.value < q.value;
    return std::lexicographical_compare(
        p.terms.begin(), p.terms.end(), q.terms.begin(), q.terms.end(),
        [](const auto& s, const auto& t) {
          return s.edge != t.edge ? s.edge < t.edge : s.is_turned < t.is_turned;
        });
  });
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  if (cuts.size() > limit) cuts.resize(limit);
  return cuts;
}

std::vector<CycleCut> NegativeTriangles(const CampProblem& problem) {
  std::vector<CycleCut> cuts;
  std::vector<std::uint32_t> edge_to(problem.size(), kNone);
  for (std::uint32_t low = 0; low < problem.size(); ++low) {
    for (const CampProblem::Arc& arc : problem.arcs(low)) edge_to[arc.node] = arc.edge;
    for (const CampProblem::Arc& first : problem.arcs(low)) {
      if (first.node < low) continue;
      for (const CampProblem::Arc& second : problem.arcs(first.node)) {
        if (second.node < first.node || edge_to[second.node] == kNone) continue;
        const auto& edges = problem.edges();
        const std::uint32_t closing = edge_to[second.node];
        if ((edges[first.edge].is_negative != edges[second.edge].is_negative) ==
            edges[closing].is_negative)
          continue;
        CycleCut cut;
        cut.terms = {{first.edge}, {second.edge}, {closing}};
        std::sort(cut.terms.begin(), cut.terms.end(),
                  [](const auto& p, const auto& q) { return p.edge < q.edge; });
        cuts.push_back(std::move(cut));
      }
    }
    for (const CampProblem::Arc& arc : problem.arcs(low)) edge_to[arc.node] = kNone;
  }
  return cuts;
}

namespace {

// A shortest negative cycle through `start` over the edges that have cost left, or
// nothing: breadth first in the doubled graph.
std::vector<std::uint32_t> ShortCycle(const CampProblem& problem,
                                      const std::vector<double>& left,
                                      std::uint32_t start) {
  std::vector<Step> step(2 * problem.size());
  std::vector<bool> is_seen(2 * problem.size(), false);
  std::vector<State> queue{2 * start};
  is_seen[2 * start] = true;
  const State goal = 2 * start + 1;
  for (std::size_t next = 0; next < queue.size() && !is_seen[goal]; ++next) {
    const State state = queue[next];
    for (const CampProblem::Arc& arc : problem.arcs(state / 2)) {
      if (left[arc.edge] <= 0) continue;
      const State to =
          2 * arc.node +
          ((state & 1U) ^ (problem.edges()[arc.edge].is_negative ? 1U : 0U));
      if (is_seen[to]) continue;
      is_seen[to] = true;
      step[to] = {state, arc.edge, false};
      queue.push_back(to);
    }
  }
  if (!is_seen[goal]) return {};
  // The walk may go to a cycle and come back the same way: what it uses twice is no
  // part of the cycle.
  std::set<std::uint32_t> odd;
  for (State state = goal; state != 2 * start; state = step[state].from) {
    if (!odd.insert(step[state].edge).second) odd.erase(step[state].edge);
  }
  return {odd.begin(), odd.end()};
}

}  // namespace

double PackNegativeCycles(const CampProblem& problem) {
  std::vector<double> left;
  for (const CampProblem::Edge& edge : problem.edges()) left.push_back(edge.cost);
  double bound = 0;
  const auto pack = [&](const std::vector<std::uint32_t>& cycle) {
    double least = kFar;
    for (const std::uint32_t edge : cycle) least = std::min(least, left[edge]);
    for (const std::uint32_t edge : cycle) left[edge] -= least;
    bound += least;
  };
  for (const CycleCut& triangle : NegativeTriangles(problem)) {
    pack({triangle.terms[0].edge, triangle.terms[1].edge, triangle.terms[2].edge});
  }
  for (std::uint32_t start = 0; start < problem.size(); ++start) {
    for (auto cycle = ShortCycle(problem, left, start); !cycle.empty();
         cycle = ShortCycle(problem, left, start)) {
      pack(cycle);
    }
  }
  return bound;
}

}  // namespace entente
