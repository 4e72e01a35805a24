// How balanced a signed graph is, by its triads: three nodes with all three edges.
//
// Heider (1946, "Attitudes and cognitive organization") calls a triad balanced when the
// product of its signs is positive; Cartwright and Harary (1956, "Structural balance")
// take the share of balanced cycles as the degree of balance, and show that a graph in
// which all cycles are balanced falls into two camps. Davis (1967, "Clustering and
// structural balance in graphs") allows three mutual enemies too: a graph without a
// triad of one negative edge falls into any number of camps.
//
// The weight of a triad is its intensity, the geometric mean of its edges' weights
// (Onnela, Saramäki, Kertész, Kaski 2005, "Intensity and coherence of motifs in
// weighted complex networks").
#ifndef ENTENTE_NETWORK_BALANCE_H_
#define ENTENTE_NETWORK_BALANCE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "network/signed_graph.h"

namespace entente {

struct Triad {
  std::array<std::uint32_t, 3> nodes{};  // ascending
  std::array<std::uint32_t, 3> edges{};  // of nodes 0-1, 0-2, 1-2
  std::uint8_t negatives = 0;            // 0..3
  double intensity = 0;

  bool is_balanced() const { return negatives % 2 == 0; }  // Heider
  bool is_clusterable() const { return negatives != 1; }   // Davis
};

// Index: how many edges are negative. 0 friends, 1 two enemies share a friend, 2 two
// friends share an enemy, 3 all are enemies.
struct TriadCensus {
  std::array<std::uint64_t, 4> count{};
  std::array<double, 4> intensity{};  // summed

  std::uint64_t total() const { return count[0] + count[1] + count[2] + count[3]; }

  // Shares of 0..1. Where there is no triad, a kind has 0 and balance is 1: nothing is
  // out of it.
  double share(std::size_t negatives) const;           // of the triads
  double weighted_share(std::size_t negatives) const;  // of the intensity
  double balanced() const;                             // Heider; Cartwright and Harary
  double weighted_balanced() const;
  double clusterable() const;  // Davis
  double weighted_clusterable() const;
};

// Counts all triads. Cost: edges times the mean number of arcs.
TriadCensus CountTriads(const SignedGraph& graph);

// The triads that are not balanced, the most intense first (ties by nodes), at most
// `limit` of them.
std::vector<Triad> UnbalancedTriads(const SignedGraph& graph, std::size_t limit);

// All triads of the graph, by nodes.
std::vector<Triad> FindTriads(const SignedGraph& graph);

}  // namespace entente

#endif  // ENTENTE_NETWORK_BALANCE_H_
