// SignedGraph: who is for and who is against whom, as a plain undirected graph.
//
//   TRY(const SignedGraph graph,
//       SignedGraph::Make({"RUS", "CHN", "USA"}, {{0, 1, 2.0, 0.5}, {0, 2, -1.0,
//       0.2}}));
//
// A node is an actor, an edge the evidence of one pair: `value` is its posterior mean
// (above zero cooperation, below zero conflict; |value| is the edge's weight) and `sd`
// its posterior standard deviation. A pair without evidence has no edge: that is not
// the same as a neutral pair.
#ifndef ENTENTE_NETWORK_SIGNED_GRAPH_H_
#define ENTENTE_NETWORK_SIGNED_GRAPH_H_

#include <cmath>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"

namespace entente {

struct SignedEdge {
  std::uint32_t a = 0, b = 0;  // indices of nodes
  double value = 1;            // signed, not zero
  double sd = 0;               // of `value`, 0 where it is certain

  bool is_negative() const { return value < 0; }
  double weight() const { return std::abs(value); }
};

class SignedGraph {
 public:
  // An edge as one of its ends sees it.
  struct Arc {
    std::uint32_t node = 0;  // the other end
    std::uint32_t edge = 0;
  };

  // Returns kInvalid, naming the edge, when an end is no node or both are the same, a
  // value is zero or not finite, an sd is negative or not finite, a pair has two edges,
  // or a name stands twice.
  static Result<SignedGraph> Make(std::vector<std::string> names,
                                  std::vector<SignedEdge> edges);

  std::uint32_t size() const { return static_cast<std::uint32_t>(names_.size()); }
  const std::vector<std::string>& names() const { return names_; }
  const std::vector<SignedEdge>& edges() const { return edges_; }

  // The arcs of a node, by the other end. REQUIRES: node < size().
  std::span<const Arc> arcs(std::uint32_t node) const {
    return {arcs_.data() + first_arc_[node], first_arc_[node + 1] - first_arc_[node]};
  }

  // The same actors with other evidence; `edges` as Make wants them.
  Result<SignedGraph> WithEdges(std::vector<SignedEdge> edges) const {
    return Make(names_, std::move(edges));
  }

 private:
  std::vector<std::string> names_;
  std::vector<SignedEdge> edges_;
  std::vector<std::uint32_t> first_arc_;
  std::vector<Arc> arcs_;
};

}  // namespace entente

#endif  // ENTENTE_NETWORK_SIGNED_GRAPH_H_
