#include "align/profile.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace entente {
namespace {

double Observed(std::span<const double> a, std::span<const double> b,
                Distance distance) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += distance(a[i], b[i]);
  return sum / static_cast<double>(a.size());
}

double Expected(std::span<const double> a, std::span<const double> b,
                Distance distance) {
  double sum = 0;
  for (const double x : a) {
    for (const double y : b) sum += distance(x, y);
  }
  return sum / static_cast<double>(a.size()) / static_cast<double>(b.size());
}

std::optional<double> Corrected(double observed, double expected) {
  if (expected <= 0) return std::nullopt;
  return 1 - observed / expected;
}

constexpr double kGreatest = 2;  // between alignments of -1 and 1

// The posterior of a side's rows of one context towards all but the other side; nothing
// without mass.
std::optional<double> StandingIn(const EvidenceTable& table,
                                 const AlignSettings& settings, const Thirds& of,
                                 const PartySet& other, std::uint64_t context,
                                 const TimeSpan& span) {
  std::vector<TaggedRow> rows;
  for (const TaggedRow& tagged : of.units.rows) {
    const EvidenceRow& row = table.rows[tagged.row];
    if ((row.contexts & context) == 0 || other.Has(row.from) || other.Has(row.to)) {
      continue;
    }
    rows.push_back(tagged);
  }
  const Masses masses = SumOf(Collapse(table, settings, std::move(rows), span));
  if (masses.plus + masses.minus <= 0) return std::nullopt;
  return Posterior(PriorMean(table, 0, 0), masses).mean();
}

}  // namespace

double AbsoluteDistance(double x, double y) { return std::abs(x - y); }
double SquaredDistance(double x, double y) { return (x - y) * (x - y); }

std::optional<double> SignorinoRitterS(std::span<const double> a,
                                       std::span<const double> b, double greatest,
                                       std::span<const double> weights) {
  CHECK(a.size() == b.size());
  CHECK(weights.empty() || weights.size() == a.size());
  CHECK(greatest > 0);
  double distance = 0, sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double weight = weights.empty() ? 1 : weights[i];
    distance += weight * std::abs(a[i] - b[i]);
    sum += weight;
  }
  if (sum <= 0) return std::nullopt;
  return 1 - 2 * distance / (sum * greatest);
}

std::optional<double> CohenKappa(std::span<const double> a, std::span<const double> b,
                                 Distance distance) {
  CHECK(a.size() == b.size());
  if (a.empty()) return std::nullopt;
  return Corrected(Observed(a, b, distance), Expected(a, b, distance));
}

std::optional<double> ScottPi(std::span<const double> a, std::span<const double> b,
                              Distance distance) {
  CHECK(a.size() == b.size());
  if (a.empty()) return std::nullopt;
  std::vector<double> pooled(a.begin(), a.end());
  pooled.insert(pooled.end(), b.begin(), b.end());
  return Corrected(Observed(a, b, distance), Expected(pooled, pooled, distance));
}

Likeness LikenessOf(const Profile& profile) {
  return {.s = SignorinoRitterS(profile.a, profile.b, kGreatest),
          .pi = ScottPi(profile.a, profile.b, SquaredDistance),
          .kappa = CohenKappa(profile.a, profile.b, SquaredDistance)};
}

Profile ThirdsProfile(const EvidenceTable& table, const CommonView& view,
                      const PartySet& a, const PartySet& b) {
  Profile profile;
  std::size_t j = 0;
  for (const Third& third : view.a.thirds) {
    while (j < view.b.thirds.size() && view.b.thirds[j].actor < third.actor) ++j;
    if (j == view.b.thirds.size()) break;
    const Third& other = view.b.thirds[j];
    if (other.actor != third.actor || third.standing.units == 0 ||
        other.standing.units == 0 || a.HasActor(third.actor) ||
        b.HasActor(third.actor)) {
      continue;
    }
    profile.over.emplace_back(table.actor(third.actor).label);
    profile.a.push_back(third.standing.posterior.mean());
    profile.b.push_back(other.standing.posterior.mean());
  }
  return profile;
}

Profile IssuesProfile(const EvidenceTable& table, const AlignSettings& settings,
                      const CommonView& view, const PartySet& a, const PartySet& b,
                      const TimeSpan& span) {
  Profile profile;
  for (std::size_t i = 0; i < std::min<std::size_t>(64, table.contexts.size()); ++i) {
    const std::uint64_t context = std::uint64_t{1} << i;
    const auto of_a = StandingIn(table, settings, view.a, b, context, span);
    const auto of_b = StandingIn(table, settings, view.b, a, context, span);
    if (!of_a || !of_b) continue;
    profile.over.push_back(table.contexts[i]);
    profile.a.push_back(*of_a);
    profile.b.push_back(*of_b);
  }
  return profile;
}

}  // namespace entente
