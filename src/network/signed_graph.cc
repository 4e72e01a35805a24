#include "network/signed_graph.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "base/check.h"
#include "base/strings.h"

namespace entente {

namespace {

Error Complain(std::size_t edge, std::string_view message) {
  return {ErrorCode::kInvalid, StrCat("edge ", edge, ": ", message)};
}

Status CheckEdges(std::uint32_t nodes, const std::vector<SignedEdge>& edges) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const SignedEdge& edge = edges[i];
    if (edge.a >= nodes || edge.b >= nodes) return Complain(i, "an end is no node");
    if (edge.a == edge.b) return Complain(i, "both ends are the same node");
    if (!std::isfinite(edge.value) || edge.value == 0)
      return Complain(i, "its value must be a number other than zero");
    if (!std::isfinite(edge.sd) || edge.sd < 0)
      return Complain(i, "its standard deviation must be a number of at least zero");
    if (!pairs.insert(std::minmax(edge.a, edge.b)).second)
      return Complain(i, "its pair has an edge already");
  }
  return std::monostate{};
}

}  // namespace

Result<SignedGraph> SignedGraph::Make(std::vector<std::string> names,
                                      std::vector<SignedEdge> edges) {
  std::set<std::string_view> seen;
  for (const std::string& name : names) {
    if (!seen.insert(name).second)
      return Error{ErrorCode::kInvalid, StrCat("two nodes are called ", name)};
  }
  SignedGraph graph;
  graph.names_ = std::move(names);
  graph.edges_ = std::move(edges);
  TRY([[maybe_unused]] const auto checked, CheckEdges(graph.size(), graph.edges_));

  std::vector<std::vector<Arc>> arcs(graph.size());
  for (std::uint32_t i = 0; i < graph.edges_.size(); ++i) {
    const SignedEdge& edge = graph.edges_[i];
    arcs[edge.a].push_back({edge.b, i});
    arcs[edge.b].push_back({edge.a, i});
  }
  graph.first_arc_.push_back(0);
  for (std::vector<Arc>& of_node : arcs) {
    std::sort(of_node.begin(), of_node.end(),
              [](const Arc& x, const Arc& y) { return x.node < y.node; });
    graph.arcs_.insert(graph.arcs_.end(), of_node.begin(), of_node.end());
    graph.first_arc_.push_back(static_cast<std::uint32_t>(graph.arcs_.size()));
  }
  return graph;
}

}  // namespace entente
