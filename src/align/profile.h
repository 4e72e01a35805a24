// Likeness of two profiles: how alike two actors stand to the same thirds, or on the
// same issues. A profile is a list of values, one a third, in the same order for both.
//
// S is Signorino and Ritter's (1999, "Tau-b or Not Tau-b: Measuring the Similarity of
// Foreign Policy Positions", International Studies Quarterly 43, 115-144): one less
// twice the mean distance as a share of the greatest. Pi is Scott's (1955), kappa
// Cohen's (1960; for distances 1968), as Haege (2011, "Choice or Circumstance?
// Adjusting Measures of Foreign Policy Similarity for Chance Agreement", Political
// Analysis 19, 287-305) defines them for valued ties between dyads: one less observed
// over expected disagreement. Kappa expects by the two profiles' own distributions, pi
// by the one that they have together. All are 1 for the same profile.
#ifndef ENTENTE_ALIGN_PROFILE_H_
#define ENTENTE_ALIGN_PROFILE_H_

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "align/pair.h"

namespace entente {

// Of two values; 0 for equal ones.
using Distance = double (*)(double, double);
double AbsoluteDistance(double x, double y);
double SquaredDistance(double x, double y);

// S = 1 - 2 sum(w d(a, b)) / (sum(w) greatest). `weights` empty: all the same.
// Nothing for empty profiles. REQUIRES: equal sizes; greatest > 0.
std::optional<double> SignorinoRitterS(std::span<const double> a,
                                       std::span<const double> b, double greatest,
                                       std::span<const double> weights = {});

// kappa = 1 - mean d(a_i, b_i) / mean over all i, j of d(a_i, b_j). With the squared
// distance this is Haege's
//   1 - sum (a - b)^2 / (sum (a - mean a)^2 + sum (b - mean b)^2
//                        + n (mean a - mean b)^2).
// Nothing where no disagreement is expected: both profiles are one value throughout.
std::optional<double> CohenKappa(std::span<const double> a, std::span<const double> b,
                                 Distance distance);

// pi = 1 - mean d(a_i, b_i) / mean over all pairs of the pooled values of d. With the
// squared distance: 1 - sum (a - b)^2 / (sum (a - m)^2 + sum (b - m)^2), m their mean.
std::optional<double> ScottPi(std::span<const double> a, std::span<const double> b,
                              Distance distance);

// What both sides have evidence on, with the posterior mean of each.
struct Profile {
  std::vector<std::string> over;  // thirds, or contexts
  std::vector<double> a, b;       // -1..1
};
struct Likeness {
  std::optional<double> s, pi,
      kappa;  // S by absolute, pi and kappa by squared distance
};
Likeness LikenessOf(const Profile& profile);

Profile ThirdsProfile(const EvidenceTable& table, const CommonView& view,
                      const PartySet& a, const PartySet& b);
// By PLOVER's contexts: how a side stands to all but the other side together, where one
// is the issue.
Profile IssuesProfile(const EvidenceTable& table, const AlignSettings& settings,
                      const CommonView& view, const PartySet& a, const PartySet& b,
                      const TimeSpan& span);

}  // namespace entente

#endif  // ENTENTE_ALIGN_PROFILE_H_
