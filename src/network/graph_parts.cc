#include "network/graph_parts.h"

#include <algorithm>

#include "network/igraph_handle.h"

namespace entente {

namespace {

void FindBlocks(const igraph_t* graph, GraphParts& parts) {
  igraph_vector_int_list_t blocks;
  igraph_vector_int_list_init(&blocks, 0);
  IgraphIntegers cut_nodes;
  igraph_integer_t count = 0;
  igraph_biconnected_components(graph, &count, nullptr, &blocks, nullptr,
                                cut_nodes.get());
  for (igraph_integer_t i = 0; i < count; ++i) {
    const igraph_vector_int_t* block = igraph_vector_int_list_get_ptr(&blocks, i);
    auto& edges = parts.blocks.emplace_back();
    for (const igraph_integer_t edge : std::span(block->stor_begin, block->end))
      edges.push_back(static_cast<std::uint32_t>(edge));
    std::sort(edges.begin(), edges.end());
    if (edges.size() == 1) parts.is_bridge[edges.front()] = true;
  }
  std::sort(parts.blocks.begin(), parts.blocks.end());
  for (const igraph_integer_t node : cut_nodes.view())
    parts.is_cut_node[static_cast<std::size_t>(node)] = true;
  igraph_vector_int_list_destroy(&blocks);
}

}  // namespace

GraphParts FindParts(const SignedGraph& graph) {
  IgraphIntegers ends(2 * graph.edges().size());
  for (std::size_t i = 0; i < graph.edges().size(); ++i) {
    ends.view()[2 * i] = graph.edges()[i].a;
    ends.view()[2 * i + 1] = graph.edges()[i].b;
  }
  const IgraphGraph handle(graph.size(), ends);
  GraphParts parts;
  parts.is_cut_node.resize(graph.size());
  parts.is_bridge.resize(graph.edges().size());

  IgraphIntegers membership;
  igraph_integer_t count = 0;
  igraph_connected_components(handle.get(), membership.get(), nullptr, &count,
                              IGRAPH_WEAK);
  parts.components = static_cast<std::uint32_t>(count);
  // In the order of their first nodes, whatever igraph's is.
  std::vector<std::uint32_t> number(parts.components, UINT32_MAX);
  std::uint32_t next = 0;
  for (const igraph_integer_t theirs : membership.view()) {
    std::uint32_t& ours = number[static_cast<std::size_t>(theirs)];
    if (ours == UINT32_MAX) ours = next++;
    parts.component.push_back(ours);
  }
  FindBlocks(handle.get(), parts);
  return parts;
}

std::vector<double> CooperationBetweenness(const SignedGraph& graph) {
  std::vector<const SignedEdge*> kept;
  for (const SignedEdge& edge : graph.edges()) {
    if (!edge.is_negative()) kept.push_back(&edge);
  }
  std::vector<double> shares(graph.size(), 0);
  if (kept.empty() || graph.size() < 3) return shares;
  IgraphIntegers ends(2 * kept.size());
  IgraphNumbers lengths(kept.size());
  for (std::size_t i = 0; i < kept.size(); ++i) {
    ends.view()[2 * i] = kept[i]->a;
    ends.view()[2 * i + 1] = kept[i]->b;
    lengths.view()[i] = 1 / kept[i]->weight();
  }
  const IgraphGraph handle(graph.size(), ends);
  IgraphNumbers betweenness;
  igraph_betweenness(handle.get(), betweenness.get(), igraph_vss_all(),
                     IGRAPH_UNDIRECTED, lengths.get());
  const double others = graph.size() - 1.0;
  for (std::uint32_t node = 0; node < graph.size(); ++node)
    shares[node] = betweenness.view()[node] / (others * (others - 1) / 2);
  return shares;
}

}  // namespace entente
