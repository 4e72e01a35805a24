#include "network/graph_files.h"

#include <algorithm>
#include <string_view>

#include "base/strings.h"
#include "network/xml.h"

namespace entente {

namespace {

constexpr int kDigits = 6;

struct Field {
  std::string_view name, type;  // the type as GraphML calls it
  std::string value;            // "" where there is none
};

std::vector<Field> NodeFields(const SignedGraph& graph, const Camps& camps,
                              const std::vector<double>& certainty,
                              std::uint32_t node) {
  const std::uint8_t camp = camps.of[node];
  return {{"name", "string", graph.names()[node]},
          {"camp", "int", camp == kNoCamp ? "" : StrCat(static_cast<int>(camp))},
          {"component", "int", StrCat(camps.component[node])},
          {"certainty", "double",
           node < certainty.size() ? XmlNumber(certainty[node], kDigits) : ""}};
}

std::vector<Field> EdgeFields(const SignedGraph& graph, const Camps& camps,
                              std::uint32_t index) {
  const SignedEdge& edge = graph.edges()[index];
  const bool is_frustrated =
      std::binary_search(camps.frustrated.begin(), camps.frustrated.end(), index);
  return {{"value", "double", XmlNumber(edge.value, kDigits)},
          {"sign", "int", edge.is_negative() ? "-1" : "1"},
          {"weight", "double", XmlNumber(edge.weight(), kDigits)},
          {"sd", "double", XmlNumber(edge.sd, kDigits)},
          {"frustrated", "boolean", is_frustrated ? "true" : "false"}};
}

// The fields of the first node and edge, for their declaration; of empty ones where
// there are none.
const SignedGraph& Sample() {
  static const SignedGraph graph = SignedGraph::Make({"a", "b"}, {{0, 1, 1.0}}).value();
  return graph;
}

const Camps& SampleCamps() {
  static const Camps camps{{0, 0}, {0, 0}, {}, 0, 0, 1, true, {1, 1}};
  return camps;
}

std::string Data(const std::vector<Field>& fields, std::string_view kind) {
  std::string out;
  for (const Field& field : fields) {
    if (field.value.empty()) continue;
    out += StrCat("<data key=\"", kind, "_", field.name, "\">", XmlEscape(field.value),
                  "</data>");
  }
  return out;
}

std::string Values(const std::vector<Field>& fields) {
  std::string out = "<attvalues>";
  for (const Field& field : fields) {
    if (field.value.empty()) continue;
    out += StrCat("<attvalue for=\"", field.name, "\" value=\"", XmlEscape(field.value),
                  "\"/>");
  }
  return out + "</attvalues>";
}

}  // namespace

std::string WriteGraphml(const SignedGraph& graph, const Camps& camps,
                         const std::vector<double>& certainty) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
      "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
      "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  const auto declare = [&](const std::vector<Field>& fields, std::string_view kind) {
    for (const Field& field : fields)
      out += StrCat("<key id=\"", kind, "_", field.name, "\" for=\"", kind,
                    "\" attr.name=\"", field.name, "\" attr.type=\"", field.type,
                    "\"/>\n");
  };
  declare(NodeFields(Sample(), SampleCamps(), {}, 0), "node");
  declare(EdgeFields(Sample(), SampleCamps(), 0), "edge");
  out += "<graph id=\"network\" edgedefault=\"undirected\">\n";
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    out += StrCat("<node id=\"n", node, "\">",
                  Data(NodeFields(graph, camps, certainty, node), "node"), "</node>\n");
  }
  for (std::uint32_t i = 0; i < graph.edges().size(); ++i) {
    out += StrCat("<edge id=\"e", i, "\" source=\"n", graph.edges()[i].a,
                  "\" target=\"n", graph.edges()[i].b, "\">",
                  Data(EdgeFields(graph, camps, i), "edge"), "</edge>\n");
  }
  return out + "</graph>\n</graphml>\n";
}

std::string WriteGexf(const SignedGraph& graph, const Camps& camps,
                      const std::vector<double>& certainty) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
      "<graph defaultedgetype=\"undirected\">\n";
  const auto declare = [&](const std::vector<Field>& fields, std::string_view kind) {
    out += StrCat("<attributes class=\"", kind, "\">\n");
    for (const Field& field : fields) {
      out +=
          StrCat("<attribute id=\"", field.name, "\" title=\"", field.name,
                 "\" type=\"", field.type == "int" ? "integer" : field.type, "\"/>\n");
    }
    out += "</attributes>\n";
  };
  declare(NodeFields(Sample(), SampleCamps(), {}, 0), "node");
  declare(EdgeFields(Sample(), SampleCamps(), 0), "edge");
  out += "<nodes>\n";
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    out +=
        StrCat("<node id=\"n", node, "\" label=\"", XmlEscape(graph.names()[node]),
               "\">", Values(NodeFields(graph, camps, certainty, node)), "</node>\n");
  }
  out += "</nodes>\n<edges>\n";
  for (std::uint32_t i = 0; i < graph.edges().size(); ++i) {
    out += StrCat("<edge id=\"e", i, "\" source=\"n", graph.edges()[i].a,
                  "\" target=\"n", graph.edges()[i].b, "\" weight=\"",
                  XmlNumber(graph.edges()[i].weight(), kDigits), "\">",
                  Values(EdgeFields(graph, camps, i)), "</edge>\n");
  }
  return out + "</edges>\n</graph>\n</gexf>\n";
}

}  // namespace entente
