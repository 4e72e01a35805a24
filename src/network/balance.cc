#include "network/balance.h"

#include <algorithm>
#include <cmath>

namespace entente {

namespace {

Triad TriadOf(const SignedGraph& graph, std::array<std::uint32_t, 3> nodes,
              std::array<std::uint32_t, 3> edges) {
  Triad triad{nodes, edges};
  double product = 1;
  for (const std::uint32_t edge : edges) {
    if (graph.edges()[edge].is_negative()) ++triad.negatives;
    product *= graph.edges()[edge].weight();
  }
  triad.intensity = std::cbrt(product);
  return triad;
}

// Calls `visit` once for every triad, by nodes: the arcs of a node are sorted, so those
// of two nodes are merged.
template <typename Visit>
void ForEachTriad(const SignedGraph& graph, Visit visit) {
  for (std::uint32_t low = 0; low < graph.size(); ++low) {
    for (const SignedGraph::Arc& middle : graph.arcs(low)) {
      if (middle.node <= low) continue;
      auto of_low = graph.arcs(low);
      auto of_middle = graph.arcs(middle.node);
      while (!of_low.empty() && !of_middle.empty()) {
        const SignedGraph::Arc x = of_low.front(), y = of_middle.front();
        if (x.node == y.node && x.node > middle.node)
          visit(TriadOf(graph, {low, middle.node, x.node},
                        {middle.edge, x.edge, y.edge}));
        if (x.node <= y.node) of_low = of_low.subspan(1);
        if (y.node <= x.node) of_middle = of_middle.subspan(1);
      }
    }
  }
}

double Share(double part, double whole) { return whole > 0 ? part / whole : 1; }

}  // namespace

double TriadCensus::share(std::size_t negatives) const {
  return total() == 0
             ? 0
             : static_cast<double>(count[negatives]) / static_cast<double>(total());
}

double TriadCensus::weighted_share(std::size_t negatives) const {
  const double whole = intensity[0] + intensity[1] + intensity[2] + intensity[3];
  return whole > 0 ? intensity[negatives] / whole : 0;
}

double TriadCensus::balanced() const {
  return Share(static_cast<double>(count[0] + count[2]), static_cast<double>(total()));
}

double TriadCensus::weighted_balanced() const {
  return Share(intensity[0] + intensity[2],
               intensity[0] + intensity[1] + intensity[2] + intensity[3]);
}

double TriadCensus::clusterable() const {
  return Share(static_cast<double>(total() - count[1]), static_cast<double>(total()));
}

double TriadCensus::weighted_clusterable() const {
  return Share(intensity[0] + intensity[2] + intensity[3],
               intensity[0] + intensity[1] + intensity[2] + intensity[3]);
}

TriadCensus CountTriads(const SignedGraph& graph) {
  TriadCensus census;
  ForEachTriad(graph, [&](const Triad& triad) {
    ++census.count[triad.negatives];
    census.intensity[triad.negatives] += triad.intensity;
  });
  return census;
}

std::vector<Triad> FindTriads(const SignedGraph& graph) {
  std::vector<Triad> triads;
  ForEachTriad(graph, [&](const Triad& triad) { triads.push_back(triad); });
  return triads;
}

std::vector<Triad> UnbalancedTriads(const SignedGraph& graph, std::size_t limit) {
  std::vector<Triad> triads;
  ForEachTriad(graph, [&](const Triad& triad) {
    if (!triad.is_balanced()) triads.push_back(triad);
  });
  std::stable_sort(triads.begin(), triads.end(), [](const Triad& x, const Triad& y) {
    return x.intensity > y.intensity;
  });
  if (triads.size() > limit) triads.resize(limit);
  return triads;
}

}  // namespace entente
