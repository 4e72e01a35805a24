// ResampleCamps: how much of the camps survives when the evidence is drawn anew.
//
// Every edge is drawn from its posterior, a normal distribution with mean `value` and
// standard deviation `sd`, the camps are searched again, and what stays is counted. A
// pair that stands together in 198 of 200 draws does so whatever the doubtful edges
// say; one at 100 of 200 is undecided. Same seed, same answer.
#ifndef ENTENTE_NETWORK_STABLE_CAMPS_H_
#define ENTENTE_NETWORK_STABLE_CAMPS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "network/camps.h"
#include "network/signed_graph.h"

namespace entente {

struct StabilityOptions {
  std::uint32_t draws = 200;
  std::uint64_t seed = 1;
  EdgeCost cost = EdgeCost::kWeight;
};

struct StableCamps {
  std::uint32_t nodes = 0;
  std::uint32_t draws = 0;
  // Share of the draws in which a and b stand together, at [a * nodes + b]: 0..1, and 1
  // on the diagonal. Pairs without a path are 0.5: nothing is known of them.
  std::vector<double> together;
  // By node: how sure its place is, the mean over the others of its component of the
  // share of draws in which the pair stands as in the camps that were given; 0.5..1 for
  // most, 1 for a node without an edge.
  std::vector<double> certainty;
  // The frustration of the draws, divided by the cost of all edges: quantiles 5, 50, 95
  // %.
  double strain_low = 0, strain_middle = 0, strain_high = 0;

  double share(std::uint32_t a, std::uint32_t b) const {
    return together[std::size_t{a} * nodes + b];
  }
};

// The camps of a draw are searched (camp_search.h), from those given and from random
// ones, not proven: 200 draws of 60 nodes take about a second.
// REQUIRES: camps are of this graph; draws > 0.
StableCamps ResampleCamps(const SignedGraph& graph, const Camps& camps,
                          const StabilityOptions& options);

// The probability, 0.5..1, that the edge has the sign that its mean has.
double SignCertainty(const SignedEdge& edge);

}  // namespace entente

#endif  // ENTENTE_NETWORK_STABLE_CAMPS_H_
