#include "align/series.h"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cstdio>
#include <utility>

#include "base/date.h"
#include "base/strings.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 3> kSteps = {"day", "week", "month"};

QuadCount CountOf(std::uint32_t count) {
  const double shape = count + 0.5, tail = (1 - kLevel) / 2;
  return {.count = count,
          .low = count == 0 ? 0 : boost::math::gamma_p_inv(shape, tail),
          .high = boost::math::gamma_p_inv(shape, 1 - tail)};
}

std::string Rate(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", value);
  return text;
}

}  // namespace

std::string_view Name(Step step) { return kSteps[static_cast<std::size_t>(step)]; }

std::optional<Step> StepOf(std::string_view name) {
  for (std::size_t i = 0; i < kSteps.size(); ++i) {
    if (kSteps[i] == name) return static_cast<Step>(i);
  }
  return std::nullopt;
}

std::int32_t BeginOf(Step step, std::int32_t day) {
  if (step == Step::kDay) return day;
  CivilDate date = FromDays(day);
  if (step == Step::kWeek) return day - Weekday(date);
  date.day = 1;
  return ToDays(date);
}

std::int32_t NextOf(Step step, std::int32_t begin) {
  if (step == Step::kDay) return begin + 1;
  if (step == Step::kWeek) return begin + 7;
  return BeginOf(step, begin + 31);  // no month is longer, none shorter than 28
}

std::vector<StepSum> SumByStep(const Units& units, std::uint32_t first,
                               std::uint32_t last, Step step, double prior_mean) {
  std::vector<std::pair<std::int32_t, const Unit*>> dated;
  for (std::uint32_t i = first; i < last; ++i) {
    const Unit& unit = units.units[i];
    if (unit.mass() <= 0 || unit.sign == 0 || unit.day == kNoDay) continue;
    dated.emplace_back(unit.day, &unit);
  }
  std::stable_sort(dated.begin(), dated.end(),
                   [](const auto& x, const auto& y) { return x.first < y.first; });
  std::vector<StepSum> steps;
  std::int32_t end = kNoDay;  // of the step at hand
  for (const auto& [day, unit] : dated) {
    if (day >= end) {
      const std::int32_t begin = BeginOf(step, day);
      end = NextOf(step, begin);
      steps.push_back({.begin = begin, .masses = {}});
    }
    StepSum& sum = steps.back();
    (unit->sign > 0 ? sum.masses.plus : sum.masses.minus) += unit->mass();
    ++sum.units;
    if (unit->quad != Quad::kNoQuad) ++sum.quads[static_cast<std::size_t>(unit->quad)];
  }
  for (StepSum& sum : steps) sum.mean = Posterior(prior_mean, sum.masses).mean();
  return steps;
}

Series BuildSeries(const Units& units, std::uint32_t first, std::uint32_t last,
                   Step step, double prior_mean, Observed observed) {
  Series series{.step = step, .steps = {}};
  for (std::uint32_t i = first; i < last; ++i) {
    const Unit& unit = units.units[i];
    if (unit.mass() > 0 && unit.sign != 0 && unit.day == kNoDay) ++series.undated;
  }
  const std::vector<StepSum> sums = SumByStep(units, first, last, step, prior_mean);
  if (sums.empty()) return series;
  auto next = sums.begin();
  std::int32_t begin = next->begin, end = sums.back().begin;
  if (observed.first != kNoDay) begin = BeginOf(step, observed.first);
  if (observed.last != kNoDay) end = std::max(end, observed.last);
  for (; next != sums.end() && next->begin < begin; ++next) {
    series.earlier += next->units;
  }
  for (; begin <= end; begin = NextOf(step, begin)) {
    const bool has_sum = next != sums.end() && next->begin == begin;
    const StepSum sum = has_sum ? *next++ : StepSum{};
    SeriesStep row{.begin = begin,
                   .standing = StandingOf(prior_mean, sum.masses, sum.units),
                   .quads = {}};
    for (std::size_t i = 0; i < kQuadCount; ++i) row.quads[i] = CountOf(sum.quads[i]);
    series.steps.push_back(row);
  }
  return series;
}

std::vector<Break> FindBreaks(const Series& series, const ChangeOptions& options) {
  std::vector<Break> breaks;
  for (const bool is_conflict : {true, false}) {
    std::vector<std::uint32_t> counts;
    for (const SeriesStep& step : series.steps) {
      const Quad verbal =
          is_conflict ? Quad::kVerbalConflict : Quad::kVerbalCooperation;
      const Quad material =
          is_conflict ? Quad::kMaterialConflict : Quad::kMaterialCooperation;
      counts.push_back(step.quads[static_cast<std::size_t>(verbal)].count +
                       step.quads[static_cast<std::size_t>(material)].count);
    }
    for (const ChangePoint& change : FindChanges(counts, options)) {
      breaks.push_back({.is_conflict = is_conflict,
                        .begin = series.steps[change.begin].begin,
                        .told_at = series.steps[change.told_at].begin,
                        .change = change});
    }
  }
  std::stable_sort(breaks.begin(), breaks.end(),
                   [](const Break& x, const Break& y) { return x.begin < y.begin; });
  return breaks;
}

std::string StepText(Step step, std::int32_t begin) {
  const std::string day = ToString(FromDays(begin));
  return step == Step::kMonth ? day.substr(0, 7) : day;
}

std::string TellBreak(const Series& series, const Break& told) {
  const ChangePoint& change = told.change;
  char chance[32];
  std::snprintf(chance, sizeof chance, "%.3f", std::min(change.chance, 0.999));
  return StrCat("From ", StepText(series.step, told.begin), " on ",
                told.is_conflict ? "conflict" : "cooperation",
                change.after > change.before ? " rises from " : " falls from ",
                Rate(change.before), " to ", Rate(change.after), " acts a ",
                Name(series.step), " (chance ", chance, ", sure since ",
                StepText(series.step, told.told_at), ").");
}

}  // namespace entente
