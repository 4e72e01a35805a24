#include "align/posterior.h"

#include <algorithm>
#include <array>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>

namespace entente {

Posterior::Posterior(double prior_mean, const Masses& masses)
    : alpha_(kPriorStrength * prior_mean + masses.plus),
      beta_(kPriorStrength * (1 - prior_mean) + masses.minus) {}

double Posterior::mean() const { return (alpha_ - beta_) / (alpha_ + beta_); }

double Posterior::deviation() const {
  const double both = alpha_ + beta_;
  return 2 * std::sqrt(alpha_ * beta_ / (both + 1)) / both;
}

Interval Posterior::interval() const {
  const double tail = (1 - kLevel) / 2;
  return {.low = 2 * boost::math::ibeta_inv(alpha_, beta_, tail) - 1,
          .high = 2 * boost::math::ibeta_inv(alpha_, beta_, 1 - tail) - 1};
}

double Posterior::ChanceOfAlignment() const {
  return boost::math::ibetac(alpha_, beta_, 0.5);
}

double PriorMean(const EvidenceTable& table, std::uint32_t region_a,
                 std::uint32_t region_b) {
  const double whole = (1 + table.pool.plus) / (2 + table.pool.plus + table.pool.minus);
  if (region_a == 0 || region_b == 0) return whole;
  const Masses& pool = table.pools[region_a * table.regions.size() + region_b];
  return (kRegionStrength * whole + pool.plus) /
         (kRegionStrength + pool.plus + pool.minus);
}

double Ambivalence(const Masses& masses) {
  const double both = masses.plus + masses.minus;
  return both > 0 ? 2 * std::min(masses.plus, masses.minus) / both : 0;
}

std::string_view Name(Verdict verdict) {
  constexpr std::array<std::string_view, 5> kNames = {"unknown", "unclear", "aligned",
                                                      "opposed", "ambivalent"};
  return kNames[static_cast<std::size_t>(verdict)];
}

Verdict VerdictOf(const Masses& masses, const Posterior& posterior) {
  if (masses.plus + masses.minus <= 0) return Verdict::kUnknown;
  if (masses.plus >= kMassThatTells && masses.minus >= kMassThatTells &&
      Ambivalence(masses) >= 0.5) {
    return Verdict::kAmbivalent;
  }
  const Interval interval = posterior.interval();
  if (interval.low > 0) return Verdict::kAligned;
  if (interval.high < 0) return Verdict::kOpposed;
  return Verdict::kUnclear;
}

}  // namespace entente
