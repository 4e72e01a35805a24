// FindFactions: the sides into which a signed graph falls when there may be any number.
//
// Two camps make friends of two enemies of a third; many sides need not. An edge is
// frustrated when it is cooperation between factions or conflict within one; the sum of
// the frustrated edges is to be least over all ways to part the actors (Davis 1967; as
// a problem of its own Doreian and Mrvar 1996, "A partitioning approach to structural
// balance", and Bansal, Blum and Chawla 2004, "Correlation clustering"). It is 0
// exactly when no cycle has exactly one negative edge, never more than the frustration
// of two camps, and found like it: block by block, searched, then proven by the integer
// program over those cycles (Demaine, Emanuel, Fiat and Immorlica 2006) or told with a
// gap.
//
// A faction hangs together by its own cooperation. Actors without friends in it are
// factions of one: the graph does not say that they stand together.
#ifndef ENTENTE_NETWORK_FACTIONS_H_
#define ENTENTE_NETWORK_FACTIONS_H_

#include <cstdint>
#include <vector>

#include "network/camps.h"
#include "network/signed_graph.h"

namespace entente {

struct Factions {
  std::vector<std::uint32_t> of;  // by node; numbered by their first nodes
  std::uint32_t count = 0;
  std::vector<std::uint32_t> frustrated;  // edges, ascending
  double frustration = 0;
  double lower_bound = 0;
  double total = 0;  // what all edges cost
  bool is_exact = true;

  double gap() const {
    return is_exact || frustration <= 0 ? 0 : (frustration - lower_bound) / frustration;
  }
};

// The options mean what they mean for camps. Not for two threads at once (GLPK).
Factions FindFactions(const SignedGraph& graph, const CampOptions& options);

}  // namespace entente

#endif  // ENTENTE_NETWORK_FACTIONS_H_
