#include "network/camp_search.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "network/random_source.h"

namespace entente {

namespace {

constexpr double kTolerance = 1e-9;

// Camps with the price of every single move kept current.
class Walk {
 public:
  Walk(const CampProblem& problem, CampOf camp)
      : problem_(problem), camp_(std::move(camp)), price_(problem.size(), 0) {
    for (const CampProblem::Edge& edge : problem.edges()) {
      const double change = IsFrustrated(edge, camp_) ? -edge.cost : edge.cost;
      price_[edge.a] += change;
      price_[edge.b] += change;
    }
    frustration_ = FrustrationOf(problem, camp_);
  }

  double frustration() const { return frustration_; }
  double price(std::uint32_t node) const { return price_[node]; }
  const CampOf& camp() const { return camp_; }

  void Move(std::uint32_t node) {
    frustration_ += price_[node];
    for (const CampProblem::Arc& arc : problem_.arcs(node)) {
      const CampProblem::Edge& edge = problem_.edges()[arc.edge];
      price_[arc.node] += IsFrustrated(edge, camp_) ? 2 * edge.cost : -2 * edge.cost;
    }
    price_[node] = -price_[node];
    camp_[node] ^= 1U;
  }

 private:
  const CampProblem& problem_;
  CampOf camp_;
  std::vector<double> price_;
  double frustration_ = 0;
};

void Descend(const CampProblem& problem, Walk& walk) {
  for (bool is_moving = true; is_moving;) {
    is_moving = false;
    for (std::uint32_t node = 0; node < problem.size(); ++node) {
      if (walk.price(node) >= -kTolerance) continue;
      walk.Move(node);
      is_moving = true;
    }
  }
}

void SearchFrom(const CampProblem& problem, CampOf camp, std::uint64_t moves,
                RandomSource& random, FoundCamps& best) {
  Walk walk(problem, std::move(camp));
  Descend(problem, walk);
  const auto keep = [&] {
    if (walk.frustration() < best.frustration - kTolerance)
      best = {walk.camp(), walk.frustration()};
  };
  keep();
  std::vector<std::uint64_t> free_at(problem.size(), 0);
  const std::uint32_t tenure = std::min<std::uint32_t>(5 + problem.size() / 20, 25);
  for (std::uint64_t move = 0; move < moves && best.frustration > 0; ++move) {
    std::uint32_t chosen = problem.size();
    for (std::uint32_t node = 0; node < problem.size(); ++node) {
      const bool beats_best =
          walk.frustration() + walk.price(node) < best.frustration - kTolerance;
      if (free_at[node] > move && !beats_best) continue;
      if (chosen == problem.size() || walk.price(node) < walk.price(chosen))
        chosen = node;
    }
    if (chosen == problem.size()) continue;
    walk.Move(chosen);
    free_at[chosen] = move + 1 + tenure + random.Below(6);
    keep();
  }
}

}  // namespace

CampOf CampsOfTree(const CampProblem& problem, const std::vector<double>& badness) {
  std::vector<std::uint32_t> order(problem.edges().size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
    return badness[x] < badness[y];
  });
  // A union-find that knows on which side of its root a node stands.
  std::vector<std::uint32_t> parent(problem.size());
  std::iota(parent.begin(), parent.end(), 0U);
  CampOf side(problem.size(), 0);
  const auto find = [&](std::uint32_t node) {
    std::uint8_t to_root = 0;
    while (parent[node] != node) {
      to_root ^= side[node];
      node = parent[node];
    }
    return std::pair(node, to_root);
  };
  for (const std::uint32_t index : order) {
    const CampProblem::Edge& edge = problem.edges()[index];
    const auto [root_a, side_a] = find(edge.a);
    const auto [root_b, side_b] = find(edge.b);
    if (root_a == root_b) continue;
    parent[root_b] = root_a;
    side[root_b] =
        static_cast<std::uint8_t>(side_a ^ side_b ^ (edge.is_negative ? 1 : 0));
  }
  CampOf camp(problem.size(), 0);
  for (std::uint32_t node = 0; node < problem.size(); ++node)
    camp[node] = find(node).second;
  return camp;
}

FoundCamps DescendCamps(const CampProblem& problem, CampOf camp) {
  Walk walk(problem, std::move(camp));
  Descend(problem, walk);
  return {walk.camp(), FrustrationOf(problem, walk.camp())};
}

FoundCamps SearchCamps(const CampProblem& problem, const CampSearchOptions& options) {
  RandomSource random(options.seed);
  std::vector<double> badness;
  for (const CampProblem::Edge& edge : problem.edges()) badness.push_back(-edge.cost);
  FoundCamps best = DescendCamps(problem, CampsOfTree(problem, badness));
  const std::uint64_t moves = std::uint64_t{options.moves_per_node} * problem.size();
  for (std::uint32_t start = 0; start < options.starts && best.frustration > 0;
       ++start) {
    CampOf camp = best.camp;
    if (start > 0) {
      for (std::uint8_t& of_node : camp)
        of_node = static_cast<std::uint8_t>(random.Next() & 1U);
    }
    SearchFrom(problem, std::move(camp), moves, random, best);
  }
  best.frustration = FrustrationOf(problem, best.camp);  // without the walk's rounding
  return best;
}

}  // namespace entente
