// PairView: how two sides stand to one another, with all that it rests on.
#ifndef ENTENTE_ALIGN_PAIR_H_
#define ENTENTE_ALIGN_PAIR_H_

#include <array>
#include <cstdint>
#include <vector>

#include "align/evidence.h"
#include "align/party_set.h"
#include "align/posterior.h"
#include "align/units.h"

namespace entente {

// One aggregate with its posterior.
struct PairStanding {
  Masses masses;
  std::uint32_t units = 0;  // that weigh something
  double prior_mean = 0.5;  // of t
  Posterior posterior{0.5, {}};
  Verdict verdict = Verdict::kUnknown;
};

struct PairView {
  Units units;
  PairStanding whole;
  // Words of A, words of B, deeds, descriptions: by Sphere.
  std::array<PairStanding, kSphereCount> spheres;
};

PairStanding StandingOf(double prior_mean, const Masses& masses, std::uint32_t units);

PairView ViewPair(const EvidenceTable& table, const AlignSettings& settings,
                  const PartySet& a, const PartySet& b, const TimeSpan& span);

// How A stands with each actor that is none of A's, in the order of the table.
struct Third {
  std::uint32_t actor = kNoIndex;
  PairStanding standing = {};
  std::uint32_t first = 0;  // of Thirds::units.units, [first, last)
  std::uint32_t last = 0;
};
struct Thirds {
  Units units;
  std::vector<Third> thirds;
};
Thirds ViewThirds(const EvidenceTable& table, const AlignSettings& settings,
                  const PartySet& a, const TimeSpan& span);

// A third that both sides of a pair stand to in the same clear way.
struct Common {
  std::uint32_t actor = kNoIndex;
  std::uint32_t third_a = 0;  // indexes into the two sides' thirds
  std::uint32_t third_b = 0;
  double chance = 0;  // that both are against it, or both for it, if independent
};
struct CommonView {
  Thirds a, b;
  std::vector<Common> adversaries = {};  // the surest first
  std::vector<Common> friends = {};
};
// Only thirds whose evidence leans one way on both sides.
CommonView ViewCommon(const EvidenceTable& table, const AlignSettings& settings,
                      const PartySet& a, const PartySet& b, const TimeSpan& span);

}  // namespace entente

#endif  // ENTENTE_ALIGN_PAIR_H_
