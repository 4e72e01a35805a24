#include "align/pair.h"

#include <algorithm>

namespace entente {
namespace {

// The region of the busiest actor of a side that has one; 0 where none is known.
std::uint32_t RegionOf(const EvidenceTable& table, const PartySet& side) {
  std::uint32_t region = 0;
  std::uint64_t most = 0;
  for (const std::uint32_t actor : side.actors()) {
    if (actor == kNoIndex || table.actor_rows[actor].region == 0) continue;
    if (region != 0 && table.actor_rows[actor].rows <= most) continue;
    most = table.actor_rows[actor].rows;
    region = table.actor_rows[actor].region;
  }
  return region;
}

void Rank(std::vector<Common>& list) {
  std::stable_sort(list.begin(), list.end(), [](const Common& x, const Common& y) {
    return x.chance > y.chance;
  });
}

}  // namespace

PairStanding StandingOf(double prior_mean, const Masses& masses, std::uint32_t units) {
  PairStanding standing{.masses = masses,
                        .units = units,
                        .prior_mean = prior_mean,
                        .posterior = Posterior(prior_mean, masses)};
  standing.verdict = VerdictOf(masses, standing.posterior);
  return standing;
}

PairView ViewPair(const EvidenceTable& table, const AlignSettings& settings,
                  const PartySet& a, const PartySet& b, const TimeSpan& span) {
  PairView view;
  view.units = Collapse(table, settings, TagPair(table, a, b, span), span);
  const double prior = PriorMean(table, RegionOf(table, a), RegionOf(table, b));
  std::array<std::uint32_t, kSphereCount> counts{};
  for (const Unit& unit : view.units.units) {
    if (unit.mass() > 0) ++counts[static_cast<std::size_t>(unit.sphere)];
  }
  std::uint32_t all = 0;
  for (std::size_t i = 0; i < kSphereCount; ++i) {
    all += counts[i];
    view.spheres[i] =
        StandingOf(prior, SumOf(view.units, static_cast<Sphere>(i)), counts[i]);
  }
  view.whole = StandingOf(prior, SumOf(view.units), all);
  return view;
}

Thirds ViewThirds(const EvidenceTable& table, const AlignSettings& settings,
                  const PartySet& a, const TimeSpan& span) {
  Thirds out;
  out.units = Collapse(table, settings, TagThirds(table, a, span), span);
  const std::vector<Unit>& units = out.units.units;
  const std::uint32_t region = RegionOf(table, a);
  for (std::uint32_t first = 0; first < units.size();) {
    Third third{.actor = units[first].pair, .first = first};
    Masses masses;
    std::uint32_t count = 0, last = first;
    for (; last < units.size() && units[last].pair == third.actor; ++last) {
      const double mass = units[last].mass();
      if (units[last].sign > 0) masses.plus += mass;
      if (units[last].sign < 0) masses.minus += mass;
      if (mass > 0) ++count;
    }
    third.last = last;
    const double prior = PriorMean(table, region, table.actor(third.actor).region);
    third.standing = StandingOf(prior, masses, count);
    out.thirds.push_back(third);
    first = last;
  }
  return out;
}

CommonView ViewCommon(const EvidenceTable& table, const AlignSettings& settings,
                      const PartySet& a, const PartySet& b, const TimeSpan& span) {
  CommonView view{.a = ViewThirds(table, settings, a, span),
                  .b = ViewThirds(table, settings, b, span)};
  std::uint32_t j = 0;
  for (std::uint32_t i = 0; i < view.a.thirds.size(); ++i) {
    const Third& x = view.a.thirds[i];
    while (j < view.b.thirds.size() && view.b.thirds[j].actor < x.actor) ++j;
    if (j == view.b.thirds.size()) break;
    const Third& y = view.b.thirds[j];
    if (y.actor != x.actor || a.HasActor(x.actor) || b.HasActor(x.actor)) {
      continue;
    }
    const Masses &p = x.standing.masses, &q = y.standing.masses;
    const double for_a = x.standing.posterior.ChanceOfAlignment();
    const double for_b = y.standing.posterior.ChanceOfAlignment();
    Common common{.actor = x.actor, .third_a = i, .third_b = j};
    if (p.minus > p.plus && q.minus > q.plus) {
      common.chance = (1 - for_a) * (1 - for_b);
      view.adversaries.push_back(common);
    } else if (p.plus > p.minus && q.plus > q.minus) {
      common.chance = for_a * for_b;
      view.friends.push_back(common);
    }
  }
  Rank(view.adversaries);
  Rank(view.friends);
  return view;
}

}  // namespace entente
