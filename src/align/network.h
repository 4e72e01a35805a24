// The whole: the actors of a span of time as a signed network, for network/'s camps.
#ifndef ENTENTE_ALIGN_NETWORK_H_
#define ENTENTE_ALIGN_NETWORK_H_

#include <cstdint>
#include <vector>

#include "align/evidence.h"
#include "align/pair.h"
#include "align/units.h"
#include "network/signed_graph.h"

namespace entente {

struct NetworkPair {
  std::uint32_t a = 0, b = 0;  // places in Network::actors, a < b
  PairStanding standing;
};

struct Network {
  std::vector<std::uint32_t> actors;  // of the table; those with most rows first
  std::vector<NetworkPair> pairs;     // with evidence that weighs something, by a and b
};

// The actors with most rows, at most `most`, those with most first.
std::vector<std::uint32_t> BusiestActors(const EvidenceTable& table, std::size_t most);

// The `most` busiest actors, and all pairs of them. Here the prior's mean is even (0):
// the sign of a tie must be that of its evidence.
Network BuildNetwork(const EvidenceTable& table, const AlignSettings& settings,
                     const TimeSpan& span, std::size_t most);

// An edge a pair whose mean is not 0: the posterior mean and its standard deviation.
// Actors without an edge are left out; `actor_of` gets the place of each node in
// network.actors. Nodes are named by label, with the key behind it where two share one.
Result<SignedGraph> GraphOf(const EvidenceTable& table, const Network& network,
                            std::vector<std::uint32_t>& actor_of);

}  // namespace entente

#endif  // ENTENTE_ALIGN_NETWORK_H_
