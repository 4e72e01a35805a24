#include "align/network.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>

#include "base/check.h"
#include "base/strings.h"

namespace entente {
namespace {

// A sign must be of the evidence, not of the prior.
constexpr double kEvenPrior = 0.5;

}  // namespace

std::vector<std::uint32_t> BusiestActors(const EvidenceTable& table, std::size_t most) {
  std::vector<std::uint32_t> actors(table.actor_count());
  std::iota(actors.begin(), actors.end(), 0U);
  std::stable_sort(actors.begin(), actors.end(), [&](std::uint32_t x, std::uint32_t y) {
    return table.actor(x).rows > table.actor(y).rows;
  });
  if (actors.size() > most) actors.resize(most);
  return actors;
}

Network BuildNetwork(const EvidenceTable& table, const AlignSettings& settings,
                     const TimeSpan& span, std::size_t most) {
  Network network{.actors = BusiestActors(table, most), .pairs = {}};
  const auto count = static_cast<std::uint32_t>(network.actors.size());
  const Units units =
      Collapse(table, settings, TagAll(table, network.actors, span), span);
  for (std::size_t first = 0; first < units.units.size();) {
    const std::uint32_t pair = units.units[first].pair;
    Masses masses;
    std::uint32_t told = 0;
    for (; first < units.units.size() && units.units[first].pair == pair; ++first) {
      const Unit& unit = units.units[first];
      if (unit.sign > 0) masses.plus += unit.mass();
      if (unit.sign < 0) masses.minus += unit.mass();
      if (unit.sign != 0 && unit.mass() > 0) ++told;
    }
    if (told == 0) continue;
    const std::uint32_t a = pair / count, b = pair % count;
    network.pairs.push_back(
        {.a = a, .b = b, .standing = StandingOf(kEvenPrior, masses, told)});
  }
  return network;
}

Result<SignedGraph> GraphOf(const EvidenceTable& table, const Network& network,
                            std::vector<std::uint32_t>& actor_of) {
  constexpr std::uint32_t kNoNode = kNoIndex;
  std::vector<std::uint32_t> node(network.actors.size(), kNoNode);
  std::vector<SignedEdge> edges;
  for (const NetworkPair& pair : network.pairs) {
    const double mean = pair.standing.posterior.mean();
    if (mean == 0) continue;
    for (const std::uint32_t actor : {pair.a, pair.b}) node[actor] = 0;
    edges.push_back({.a = pair.a,
                     .b = pair.b,
                     .value = mean,
                     .sd = pair.standing.posterior.deviation()});
  }
  actor_of.clear();
  std::map<std::string, int> labels;
  for (std::uint32_t i = 0; i < node.size(); ++i) {
    if (node[i] == kNoNode) continue;
    node[i] = static_cast<std::uint32_t>(actor_of.size());
    actor_of.push_back(i);
    ++labels[std::string(table.actor(network.actors[i]).label)];
  }
  std::vector<std::string> names;
  for (const std::uint32_t i : actor_of) {
    const AlignActor actor = table.actor(network.actors[i]);
    const std::string label(actor.label);
    names.push_back(labels[label] == 1 ? label : StrCat(label, " (", actor.key, ")"));
  }
  for (SignedEdge& edge : edges) {
    edge.a = node[edge.a];
    edge.b = node[edge.b];
  }
  return SignedGraph::Make(std::move(names), std::move(edges));
}

}  // namespace entente
