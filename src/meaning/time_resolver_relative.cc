// Expressions that count from a date: units, offsets, periods; and sets.
#include <algorithm>

#include "base/strings.h"
#include "meaning/time_resolver.h"

namespace entente {

TimePeriod TimeResolver::ResolveUnit(const TimeExpression& e) {
  const TimeUnit unit = e.unit.value_or(TimeUnit::kDay);
  const bool is_pointing = IsPointing(*e.direction);
  const auto reference = Reference(e.is_from_document && !is_pointing);
  if (!reference) {
    const int step = Step(*e.direction);
    return {.timex = step < 0   ? "PAST_REF"
                     : step > 0 ? "FUTURE_REF"
                                : "PRESENT_REF",
            .precision = TimePrecision::kVague};
  }
  int step = Step(*e.direction);
  const bool is_over = unit == TimeUnit::kWeekend && step == 0 && !is_pointing &&
                       Weekday(*reference) < 5 &&
                       TenseAround(reader_, e) == Tense::kPast;
  if (is_over) step = -1;  // on a Tuesday "met at the weekend"
  TimePeriod period = UnitPeriod(Shift(*reference, step, unit), unit);
  const bool is_odd_year = e.year_kind.value_or(0) != 0 && unit == TimeUnit::kYear;
  if (is_odd_year) {
    period.timex =
        StrCat(kYearKindCodes[static_cast<std::size_t>(*e.year_kind)], period.timex);
  }
  return Clip(std::move(period), e);
}

TimePeriod TimeResolver::ResolveOffset(const TimeExpression& e) {
  std::optional<CivilDate> base;
  TimePrecision grain = TimePrecision::kDay;
  if (e.has_base) {
    const TimePeriod period = ResolveWhole(e);
    base = period.begin;
    grain = period.precision;
  } else {
    base = Reference(e.is_from_document);
    if (!e.is_from_document && last_ && !last_->has_day) {
      grain = last_->has_month ? TimePrecision::kMonth : TimePrecision::kYear;
    }
  }
  const std::string vague = e.shift < 0 ? "PAST_REF" : "FUTURE_REF";
  if (!base) return {.timex = vague, .precision = TimePrecision::kVague};
  CivilDate day = *base;
  TimeUnit smallest = TimeUnit::kMillennium;
  for (std::size_t k = 0; k < e.amount_count; ++k) {
    const TimeAmount& amount = e.amounts[k];
    if (amount.count < 0) return {.timex = vague, .precision = TimePrecision::kVague};
    constexpr double kMost = 9999;
    const double count = std::min(amount.count, kMost);
    day = Shift(day, e.shift * static_cast<int>(count), amount.unit);
    const bool has_half = count > static_cast<int>(count);
    if (has_half && amount.unit == TimeUnit::kYear) {
      day = Shift(day, 6 * e.shift, TimeUnit::kMonth);
    }
    smallest = std::min(smallest, amount.unit);
  }
  if (smallest >= TimeUnit::kSeason || grain == TimePrecision::kYear) {
    return Clip(YearPeriod(day.year), e);
  }
  const bool is_month = smallest >= TimeUnit::kMonth || grain == TimePrecision::kMonth;
  if (is_month) return Clip(MonthPeriod(day.year, day.month), e);
  TimePeriod period = DayPeriod(day);
  if (smallest == TimeUnit::kWeek || smallest == TimeUnit::kFortnight) {
    period.precision = TimePrecision::kWeek;  // "two weeks ago": some day of that week
    period.begin = FromDays(ToDays(day) - 3);
    period.end = FromDays(ToDays(day) + 3);
  }
  return Clip(std::move(period), e);
}

TimePeriod TimeResolver::ResolvePeriod(const TimeExpression& e) const {
  TimePeriod period{.timex = DurationTimex(e), .precision = TimePrecision::kDuration};
  const auto reference = Reference(e.is_from_document);
  const int step = Step(*e.direction);
  if (!reference || step == 0) return period;
  CivilDate day = *reference;
  for (std::size_t k = 0; k < e.amount_count; ++k) {
    if (e.amounts[k].count < 0) return period;
    constexpr double kMost = 9999;
    const int count = static_cast<int>(std::min(e.amounts[k].count, kMost));
    day = Shift(day, step * count, e.amounts[k].unit);
  }
  period.begin = std::min(day, *reference);
  period.end = std::max(day, *reference);
  return period;
}

TimePeriod TimeResolver::ResolveSet(const TimeExpression& e) const {
  TimePeriod period{.precision = TimePrecision::kSet};
  if (e.amount_count > 0) {
    period.timex = DurationTimex(e);
  } else if (e.weekday || e.month || e.season) {
    period.timex = WithClock(FieldsWithoutYear(e), e);
  } else {
    period.timex = WithClock("XXXX-XX-XX", e);
  }
  return period;
}

}  // namespace entente
