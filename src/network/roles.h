// FindRoles: what each actor is in the whole: a member of its camp, a bridge between
// the camps, one who could stand on either side, an outcast, a loner.
#ifndef ENTENTE_NETWORK_ROLES_H_
#define ENTENTE_NETWORK_ROLES_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "network/camps.h"
#include "network/signed_graph.h"

namespace entente {

enum class NodeStanding : std::uint8_t {
  kMember,   // none of the others
  kBridge,   // cooperates with both camps
  kSwing,    // would fit the other camp nearly as well
  kOutcast,  // has enemies in both camps and no friend
  kLoner,    // has no edge
};

std::string_view NameOf(NodeStanding standing);  // "member", "bridge", ...

struct RoleOptions {
  double bridge_share =
      0.25;  // least share of its cooperation that goes to the other camp
  double swing_share = 0.1;  // most that a move may cost, of all that its edges weigh
};

struct NodeRole {
  NodeStanding standing = NodeStanding::kMember;
  std::uint32_t friends = 0, enemies = 0;  // edges of cooperation, of conflict
  double cooperation = 0, conflict = 0;    // their weights, summed
  // Shares of 0..1, 0 where there is nothing to share: of its cooperation, what goes to
  // the other camp; of its conflict, what stays within its own; of all its edges'
  // weight, what a move to the other camp would cost (0 or a little less: undecided, 1:
  // no doubt).
  double cooperation_across = 0, conflict_within = 0, hold = 0;
  // Share of the shortest paths of cooperation between others that lead over it.
  double betweenness = 0;
  bool is_cut_node = false;  // without it the network falls apart
};

struct Roles {
  std::vector<NodeRole> of;            // by node
  std::vector<std::uint32_t> bridges;  // edges without which the network falls apart
};

// All by weight, whatever cost the camps were found with.
// REQUIRES: camps are of this graph.
Roles FindRoles(const SignedGraph& graph, const Camps& camps,
                const RoleOptions& options);

}  // namespace entente

#endif  // ENTENTE_NETWORK_ROLES_H_
