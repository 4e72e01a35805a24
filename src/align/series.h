// Series: a pair over time, by day, week or month, and where it breaks.
//
//   const Series series = BuildSeries(view.units, Step::kMonth, prior_mean);
//   for (const Break& change : FindBreaks(series)) ...
#ifndef ENTENTE_ALIGN_SERIES_H_
#define ENTENTE_ALIGN_SERIES_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "align/change_point.h"
#include "align/pair.h"
#include "align/units.h"

namespace entente {

enum class Step : std::uint8_t { kDay, kWeek, kMonth };  // weeks begin on Monday
std::string_view Name(Step step);                        // "day"
std::optional<Step> StepOf(std::string_view name);
std::int32_t BeginOf(Step step, std::int32_t day);   // of the step that holds the day
std::int32_t NextOf(Step step, std::int32_t begin);  // of the step after it

// Acts of one kind in one step: units that weigh something, each counted once.
struct QuadCount {
  std::uint32_t count = 0;
  // Of the rate a step: Gamma(count + 1/2, 1), Jeffreys' posterior; kLevel.
  double low = 0, high = 0;
};

struct SeriesStep {
  std::int32_t begin = 0;
  PairStanding standing;                    // of the step's units alone
  std::array<QuadCount, kQuadCount> quads;  // by Quad
};

struct Series {
  Step step = Step::kMonth;
  std::vector<SeriesStep> steps;  // empty ones too
  std::uint32_t undated = 0;      // units without a day, in no step
  std::uint32_t earlier = 0;      // units of before the first step, likewise
};

// One step without what is dear to compute: for all pairs at once.
struct StepSum {
  std::int32_t begin = 0;
  Masses masses;
  std::uint32_t units = 0;
  std::array<std::uint32_t, kQuadCount> quads{};
  double mean = 0;  // of the alignment
};
// Steps with evidence alone, in order of time; units of one pair, [first, last).
std::vector<StepSum> SumByStep(const Units& units, std::uint32_t first,
                               std::uint32_t last, Step step, double prior_mean);

// Days that the ledger's documents observe; kNoDay: as far as there are acts.
struct Observed {
  std::int32_t first = kNoDay, last = kNoDay;
};

// Of units of one pair, [first, last) of `units`: every step from the first observed
// day to the last, or to the last act. An act of long ago that news tells in passing is
// in no step: nobody counted the others of its time.
Series BuildSeries(const Units& units, std::uint32_t first, std::uint32_t last,
                   Step step, double prior_mean, Observed observed = {});

// A break in how often they act for, or against, one another.
struct Break {
  bool is_conflict = false;
  std::int32_t begin = 0;    // day: first of the step
  std::int32_t told_at = 0;  // likewise
  ChangePoint change;
};
// Over verbal and material acts together, in order of time.
std::vector<Break> FindBreaks(const Series& series, const ChangeOptions& options = {});

// "From 2022-02 on conflict rises from 0.4 to 6.1 acts a month (chance 0.99, sure since
// 2022-03)."
std::string TellBreak(const Series& series, const Break& told);
// "2022-02", "2022-02-24": as exact as the step.
std::string StepText(Step step, std::int32_t begin);

}  // namespace entente

#endif  // ENTENTE_ALIGN_SERIES_H_
