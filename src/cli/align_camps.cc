// entente align camps: the signed network of a period, its balance, camps and roles.
#include <algorithm>

#include "align/network.h"
#include "align/tell.h"
#include "base/check.h"
#include "base/strings.h"
#include "cli/align.h"
#include "network/balance.h"
#include "network/camps.h"
#include "network/graph_files.h"
#include "network/picture.h"
#include "network/roles.h"
#include "network/stable_camps.h"

namespace entente {
namespace {

constexpr std::size_t kTriadsShown = 5;

struct Whole {
  Network network;
  std::vector<std::uint32_t> actor_of;  // node to place in network.actors
  SignedGraph graph;
  Camps camps;
  StableCamps stable;
  Roles roles;
  TriadCensus census;
};

Result<Whole> Build(const AlignContext& context) {
  Network network = BuildNetwork(context.table, context.settings, context.span,
                                 context.command.actors);
  std::vector<std::uint32_t> actor_of;
  TRY(SignedGraph graph, GraphOf(context.table, network, actor_of));
  Camps camps = FindCamps(graph, {});
  StableCamps stable = ResampleCamps(graph, camps, {});
  Roles roles = FindRoles(graph, camps, {});
  const TriadCensus census = CountTriads(graph);
  return Whole{.network = std::move(network),
               .actor_of = std::move(actor_of),
               .graph = std::move(graph),
               .camps = std::move(camps),
               .stable = std::move(stable),
               .roles = std::move(roles),
               .census = census};
}

std::string Percent(double share) {
  return StrCat(static_cast<int>(share * 100 + 0.5), " %");
}

// Nodes of a component, those of one camp of it.
struct CampList {
  std::uint32_t component = 0;
  std::uint8_t camp = 0;
  std::vector<std::uint32_t> nodes;  // the surest first
};

std::vector<CampList> ListsOf(const Whole& whole) {
  std::vector<CampList> lists;
  for (std::uint32_t node = 0; node < whole.graph.size(); ++node) {
    const std::uint32_t component = whole.camps.component[node];
    const std::uint8_t camp = whole.camps.of[node];
    if (camp == kNoCamp) continue;
    const auto at = std::find_if(lists.begin(), lists.end(), [&](const CampList& list) {
      return list.component == component && list.camp == camp;
    });
    if (at == lists.end()) {
      lists.push_back({.component = component, .camp = camp, .nodes = {node}});
    } else {
      at->nodes.push_back(node);
    }
  }
  for (CampList& list : lists) {
    std::stable_sort(list.nodes.begin(), list.nodes.end(),
                     [&](std::uint32_t x, std::uint32_t y) {
                       return whole.stable.certainty[x] > whole.stable.certainty[y];
                     });
  }
  std::stable_sort(
      lists.begin(), lists.end(), [](const CampList& x, const CampList& y) {
        return std::pair(x.component, x.camp) < std::pair(y.component, y.camp);
      });
  return lists;
}

std::string TellFrustration(const Camps& camps) {
  std::string out = StrCat("Frustration ", Signed(camps.frustration), " of ",
                           Signed(camps.total), " that all ties weigh; ");
  if (camps.is_exact) return out + "no two camps have less (proven).";
  return StrCat(out, "not proven: the least is at most ", Percent(camps.gap()),
                " lower.");
}

std::string TellBalance(const TriadCensus& census) {
  if (census.total() == 0) return "No three of them all have ties to one another.";
  return StrCat(Percent(census.balanced()), " of ", census.total(),
                " triads are balanced, ", Percent(census.weighted_balanced()),
                " by weight.");
}

std::string EdgeText(const Whole& whole, const SignedEdge& edge) {
  return StrCat(whole.graph.names()[edge.a],
                edge.is_negative() ? " \xE2\x88\x92 " : " + ",
                whole.graph.names()[edge.b], " (", Signed(edge.value), ")");
}

void WriteCamps(const Whole& whole, Page& page) {
  std::uint32_t component = kNoIndex;
  for (const CampList& list : ListsOf(whole)) {
    page.BlankLine();
    page.Line(0);
    page.Words(list.component == component ? "against" : "Camp", Ink::kBold);
    component = list.component;
    for (const std::uint32_t node : list.nodes) {
      const NodeRole& role = whole.roles.of[node];
      page.Line(2, 4);
      page.Words(whole.graph.names()[node], Ink::kBold);
      std::string notes = StrCat("sure ", Percent(whole.stable.certainty[node]));
      if (role.standing != NodeStanding::kMember) {
        notes += StrCat(", ", NameOf(role.standing));
      }
      page.Words(notes, Ink::kDim);
    }
  }
}

void WriteStrains(const Whole& whole, Page& page) {
  const std::vector<SignedEdge>& edges = whole.graph.edges();
  if (!whole.camps.frustrated.empty()) {
    page.BlankLine();
    page.Line(0);
    page.Words("Ties that the camps belie", Ink::kBold);
    for (const std::uint32_t edge : whole.camps.frustrated) {
      page.Line(2, 4);
      page.Words(EdgeText(whole, edges[edge]));
    }
  }
  const std::vector<Triad> triads = UnbalancedTriads(whole.graph, kTriadsShown);
  if (triads.empty()) return;
  page.BlankLine();
  page.Line(0);
  page.Words("The heaviest unbalanced triads", Ink::kBold);
  for (const Triad& triad : triads) {
    page.Line(2, 4);
    for (std::size_t i = 0; i < triad.edges.size(); ++i) {
      page.Words(StrCat(EdgeText(whole, edges[triad.edges[i]]), i < 2 ? "," : ""));
    }
  }
}

std::string CampsPage(const AlignContext& context, const Whole& whole) {
  Page page(context.style);
  page.Line(0);
  page.Words(StrCat("The network of ", whole.graph.size(), " actors and ",
                    whole.graph.edges().size(), " ties"),
             Ink::kBold);
  page.Line(0);
  page.Words(TellFrustration(whole.camps));
  page.Line(0);
  page.Words(TellBalance(whole.census));
  WriteCamps(whole, page);
  WriteStrains(whole, page);
  return std::move(page).Finish();
}

std::string CampsJson(const AlignContext& context, const Whole& whole) {
  const Camps& camps = whole.camps;
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.Field("view", "camps");
  json.OptionalField("since", context.command.since);
  json.OptionalField("until", context.command.until);
  json.Field("frustration", camps.frustration, 6);
  json.Field("lower_bound", camps.lower_bound, 6);
  json.Field("total", camps.total, 6);
  json.Key("exact");
  json.Bool(camps.is_exact);
  json.Field("gap", camps.gap(), 6);
  json.Field("triads", static_cast<std::int64_t>(whole.census.total()));
  json.Field("balanced", whole.census.balanced(), 6);
  json.Field("weighted_balanced", whole.census.weighted_balanced(), 6);
  json.Key("actors");
  json.BeginArray();
  for (std::uint32_t node = 0; node < whole.graph.size(); ++node) {
    const std::uint32_t actor = whole.network.actors[whole.actor_of[node]];
    json.BeginObject();
    json.Field("name", whole.graph.names()[node]);
    json.Field("key", context.table.actor(actor).key);
    json.Field("component", std::int64_t{camps.component[node]});
    if (camps.of[node] != kNoCamp) json.Field("camp", std::int64_t{camps.of[node]});
    json.Field("certainty", whole.stable.certainty[node], 4);
    json.Field("role", NameOf(whole.roles.of[node].standing));
    json.EndObject();
  }
  json.EndArray();
  json.Key("ties");
  json.BeginArray();
  for (std::uint32_t i = 0; i < whole.graph.edges().size(); ++i) {
    const SignedEdge& edge = whole.graph.edges()[i];
    json.BeginObject();
    json.Field("a", whole.graph.names()[edge.a]);
    json.Field("b", whole.graph.names()[edge.b]);
    json.Field("mean", edge.value, 6);
    json.Field("sd", edge.sd, 6);
    json.Key("frustrated");
    json.Bool(std::binary_search(camps.frustrated.begin(), camps.frustrated.end(), i));
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return out + "\n";
}

}  // namespace

Result<std::string> AlignCamps(AlignContext& context) {
  TRY(const Whole whole, Build(context));
  const std::string& format = context.command.format;
  if (format == "json") return CampsJson(context, whole);
  if (format == "graphml") {
    return WriteGraphml(whole.graph, whole.camps, whole.stable.certainty);
  }
  if (format == "svg") {
    const std::string days =
        StrCat(context.command.since.empty() ? "" : "since " + context.command.since,
               context.command.until.empty() ? "" : " until " + context.command.until);
    return DrawNetwork(whole.graph, whole.camps,
                       {.title = "Who stands with whom",
                        .subtitle = std::string(Trim(days)),
                        .certainty = whole.stable.certainty});
  }
  return CampsPage(context, whole);
}

}  // namespace entente
