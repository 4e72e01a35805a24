#include "align/change_point.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "base/check.h"

namespace entente {
namespace {

// Runs that begin at each step since `first`, with their weights; the weights sum to 1.
class RunLengths {
 public:
  RunLengths(double mean, double hazard) : rate_(1 / mean), hazard_(hazard) {}

  void Add(std::uint32_t count) {
    // A new run begins here, or each goes on.
    const double fresh = std::exp(LogPredictive(0, 0, count));
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      weights_[i] *= std::exp(LogPredictive(sums_[i], lengths_[i], count));
    }
    const double before = weights_.empty() ? 1 : hazard_;
    for (double& weight : weights_) weight *= 1 - hazard_;
    weights_.push_back(before * fresh);
    sums_.push_back(0);
    lengths_.push_back(0);
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      sums_[i] += count;
      lengths_[i] += 1;
    }
    const double all = std::accumulate(weights_.begin(), weights_.end(), 0.0);
    for (double& weight : weights_) weight /= all;
  }

  // That the run began after the first step.
  double ChanceOfChange() const { return 1 - weights_.front(); }
  // The likeliest beginning but the first, in steps from the first.
  std::size_t LikeliestChange() const {
    const auto best = std::max_element(weights_.begin() + 1, weights_.end());
    return static_cast<std::size_t>(best - weights_.begin());
  }
  std::size_t steps() const { return weights_.size(); }

 private:
  // Of a run of `length` counts that sum to `sum`: negative binomial, Gamma(1 + sum,
  // rate + length) mixed over Poisson.
  double LogPredictive(double sum, double length, std::uint32_t count) const {
    const double shape = 1 + sum, rate = rate_ + length, x = count;
    return std::lgamma(shape + x) - std::lgamma(shape) - std::lgamma(x + 1) +
           shape * std::log(rate / (rate + 1)) - x * std::log(rate + 1);
  }

  double rate_, hazard_;
  std::vector<double> weights_, sums_, lengths_;  // by beginning
};

double MeanOf(std::span<const std::uint32_t> counts) {
  const double sum = std::accumulate(counts.begin(), counts.end(), 0.0);
  return counts.empty() ? 0 : sum / static_cast<double>(counts.size());
}

// The first break after `first`.
std::optional<ChangePoint> NextChange(std::span<const std::uint32_t> counts,
                                      std::size_t first, double mean,
                                      const ChangeOptions& options) {
  RunLengths runs(mean, 1 / options.expected_run);
  for (std::size_t step = first; step < counts.size(); ++step) {
    runs.Add(counts[step]);
    if (runs.steps() < 3) continue;
    const double chance = runs.ChanceOfChange();
    if (chance < options.threshold) continue;
    const std::size_t begin = first + runs.LikeliestChange();
    if (begin == step) continue;  // one count may be a burst
    return ChangePoint{
        .begin = begin, .told_at = step, .chance = chance, .before = 0, .after = 0};
  }
  return std::nullopt;
}

}  // namespace

std::vector<ChangePoint> FindChanges(std::span<const std::uint32_t> counts,
                                     const ChangeOptions& options) {
  CHECK(options.expected_run > 1);
  std::vector<ChangePoint> changes;
  const double mean = MeanOf(counts);
  if (mean <= 0) return changes;
  std::size_t first = 0;
  while (const auto change = NextChange(counts, first, mean, options)) {
    changes.push_back(*change);
    first = change->begin;
  }
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const std::size_t begin = i == 0 ? 0 : changes[i - 1].begin;
    const std::size_t end =
        i + 1 < changes.size() ? changes[i + 1].begin : counts.size();
    ChangePoint& change = changes[i];
    change.before = MeanOf(counts.subspan(begin, change.begin - begin));
    change.after = MeanOf(counts.subspan(change.begin, end - change.begin));
  }
  return changes;
}

}  // namespace entente
