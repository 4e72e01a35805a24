// Breaks in a series of counts: Bayesian online change-point detection.
//
// Adams and MacKay (2007, "Bayesian Online Changepoint Detection", arXiv:0710.3742):
// the posterior of how long the present run has lasted, updated with every count.
// Counts of a run are Poisson of one rate, rates Gamma: before any count of a run
// Gamma(1, 1 / mean of the series). A run ends with every step with chance 1 /
// expected_run.
//
// A break is told at the first step at which the chance that the run began later than
// the last break reaches `threshold`, with at least two counts behind it; it is dated
// to the likeliest beginning, and detection starts anew from there. On series without a
// break, 100 steps long, of rates 0.5 to 20, fewer than 2 in 100 tell one
// (ChangePointTest); counts that come in bursts tell more.
#ifndef ENTENTE_ALIGN_CHANGE_POINT_H_
#define ENTENTE_ALIGN_CHANGE_POINT_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente {

struct ChangeOptions {
  double expected_run = 100;  // steps, above 1
  double threshold = 0.99;
};

struct ChangePoint {
  std::size_t begin = 0;    // the first step of the new run
  std::size_t told_at = 0;  // the step at which it was sure enough
  double chance = 0;        // that there was one, at that step
  double before = 0;        // mean count of the runs before and after it
  double after = 0;
};

// In order. O(n^2) of the longest run.
std::vector<ChangePoint> FindChanges(std::span<const std::uint32_t> counts,
                                     const ChangeOptions& options = {});

}  // namespace entente

#endif  // ENTENTE_ALIGN_CHANGE_POINT_H_
