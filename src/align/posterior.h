// Posterior: how two sides stand, and how sure that is: Beta over weighed evidence.
//
// Let t be the share of what passes between two sides that is cooperative. Masses for
// and against (units.h) count as that many draws:
//   t ~ Beta(strength * mean, strength * (1 - mean))            the prior
//   t | rows ~ Beta(strength * mean + plus, strength * (1 - mean) + minus)
//   alignment = 2 t - 1, from -1 (all conflict) to 1 (all cooperation)
// (Gelman et al., Bayesian Data Analysis, 3rd ed., 2.4: the conjugate binomial model.)
// The prior's mean is drawn from all evidence between the two sides' regions, itself
// drawn towards that of the whole ledger; its strength is two draws, so that a pair
// without rows has an interval of nearly the whole scale: unknown, not neutral.
// A unit weighs at most one draw, mostly less: intervals are as wide as stated or
// wider.
#ifndef ENTENTE_ALIGN_POSTERIOR_H_
#define ENTENTE_ALIGN_POSTERIOR_H_

#include <cstdint>
#include <string_view>

#include "align/evidence.h"

namespace entente {

inline constexpr double kPriorStrength = 2;    // draws
inline constexpr double kRegionStrength = 20;  // of the whole ledger on a region
inline constexpr double kLevel = 0.9;          // of every interval, equal tails

struct Interval {
  double low = -1;
  double high = 1;
};

class Posterior {
 public:
  // REQUIRES: 0 < prior_mean < 1; masses not negative.
  Posterior(double prior_mean, const Masses& masses);

  double mean() const;        // of the alignment
  double deviation() const;   // its standard deviation
  Interval interval() const;  // of the alignment, kLevel
  // That t is over a half.
  double ChanceOfAlignment() const;

 private:
  double alpha_, beta_;
};

// The prior's mean for sides of two regions, of t. `region` 0: unknown, the ledger's.
double PriorMean(const EvidenceTable& table, std::uint32_t region_a,
                 std::uint32_t region_b);

// 2 min(plus, minus) / (plus + minus): 0 where all evidence points one way, 1 where
// both ways weigh the same; 0 without evidence.
double Ambivalence(const Masses& masses);

enum class Verdict : std::uint8_t {
  kUnknown,
  kUnclear,
  kAligned,
  kOpposed,
  kAmbivalent
};
std::string_view Name(Verdict verdict);

// Unknown: no mass. Ambivalent: both masses at least kMassThatTells and ambivalence at
// least a half. Aligned, opposed: the interval lies on one side of nought. Else
// unclear.
inline constexpr double kMassThatTells = 0.5;
Verdict VerdictOf(const Masses& masses, const Posterior& posterior);

}  // namespace entente

#endif  // ENTENTE_ALIGN_POSTERIOR_H_
