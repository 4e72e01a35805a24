#include "network/roles.h"

#include <array>

#include "network/graph_parts.h"

namespace entente {

namespace {

NodeStanding StandingOf(const NodeRole& role, const std::array<bool, 2>& has_enemy_in,
                        const RoleOptions& options) {
  if (role.friends + role.enemies == 0) return NodeStanding::kLoner;
  if (role.friends == 0 && has_enemy_in[0] && has_enemy_in[1])
    return NodeStanding::kOutcast;
  if (role.cooperation_across >= options.bridge_share) return NodeStanding::kBridge;
  if (role.hold <= options.swing_share) return NodeStanding::kSwing;
  return NodeStanding::kMember;
}

NodeRole RoleOf(const SignedGraph& graph, const Camps& camps, std::uint32_t node,
                const RoleOptions& options) {
  NodeRole role;
  std::array<bool, 2> has_enemy_in{};
  double across = 0, within = 0;
  for (const SignedGraph::Arc& arc : graph.arcs(node)) {
    const SignedEdge& edge = graph.edges()[arc.edge];
    const bool is_apart = camps.of[node] != camps.of[arc.node];
    if (edge.is_negative()) {
      ++role.enemies;
      role.conflict += edge.weight();
      within += is_apart ? 0 : edge.weight();
      has_enemy_in[camps.of[arc.node]] = true;
    } else {
      ++role.friends;
      role.cooperation += edge.weight();
      across += is_apart ? edge.weight() : 0;
    }
  }
  if (role.cooperation > 0) role.cooperation_across = across / role.cooperation;
  if (role.conflict > 0) role.conflict_within = within / role.conflict;
  const double all = role.cooperation + role.conflict;
  if (all > 0) role.hold = 1 - 2 * (across + within) / all;
  role.standing = StandingOf(role, has_enemy_in, options);
  return role;
}

}  // namespace

std::string_view NameOf(NodeStanding standing) {
  switch (standing) {
    case NodeStanding::kMember:
      return "member";
    case NodeStanding::kBridge:
      return "bridge";
    case NodeStanding::kSwing:
      return "swing";
    case NodeStanding::kOutcast:
      return "outcast";
    case NodeStanding::kLoner:
      return "loner";
  }
  return "";
}

Roles FindRoles(const SignedGraph& graph, const Camps& camps,
                const RoleOptions& options) {
  Roles roles;
  const GraphParts parts = FindParts(graph);
  const std::vector<double> betweenness = CooperationBetweenness(graph);
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    NodeRole role = RoleOf(graph, camps, node, options);
    role.betweenness = betweenness[node];
    role.is_cut_node = parts.is_cut_node[node];
    roles.of.push_back(role);
  }
  for (std::uint32_t edge = 0; edge < graph.edges().size(); ++edge) {
    if (parts.is_bridge[edge]) roles.bridges.push_back(edge);
  }
  return roles;
}

}  // namespace entente
