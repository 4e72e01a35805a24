#include "meaning/time_resolver.h"

#include <algorithm>
#include <cstdlib>

#include "base/strings.h"

namespace entente {
namespace {

using Shape = TimeExpression::Shape;

// History names years that are long past; news names weekdays and counts from today.
bool IsNarrative(const TimeReader& reader, std::optional<CivilDate> document_date,
                 const std::vector<TimeExpression>& all) {
  if (!document_date) return true;
  int past_years = 0;
  int today = 0;
  for (const TimeExpression& e : all) {
    if (e.year) {
      const int age = document_date->year - *e.year;
      if (age > 1) ++past_years;
      if (age == 0) ++today;
    } else if (e.deictic_days || (e.weekday && !e.day && e.shape == Shape::kCalendar)) {
      today += 2;
    } else if ((e.shape == Shape::kUnit || e.shape == Shape::kOffset) &&
               e.is_from_document) {
      ++today;
    }
  }
  (void)reader;
  constexpr int kFewestYears = 4;
  return past_years >= kFewestYears && past_years > 2 * today;
}

}  // namespace

TimeResolver::TimeResolver(const TimeReader& reader,
                           std::optional<CivilDate> document_date,
                           const std::vector<TimeExpression>& all)
    : reader_(reader),
      document_date_(document_date),
      is_narrative_(IsNarrative(reader, document_date, all)) {}

std::optional<CivilDate> TimeResolver::Reference(bool is_from_document) const {
  const bool prefers_document = is_from_document && !is_narrative_;
  if (prefers_document && document_date_) return document_date_;
  if (!is_from_document && last_) return last_->day;
  if (anchor_) return anchor_->day;
  return document_date_;
}

// In history always; in news behind a year that was said in the same sentence.
bool TimeResolver::AnchorLeads(const TimeExpression& expression) const {
  if (!anchor_) return false;
  if (is_narrative_ || !document_date_) return true;
  return anchor_->is_explicit && IsSameSentence(anchor_->piece, expression.first);
}

bool TimeResolver::IsSameSentence(std::uint32_t first, std::uint32_t second) const {
  for (std::size_t i = first + 1; i <= second; ++i) {
    if (reader_.StartsSentence(i)) return false;
  }
  return true;
}

std::optional<int> TimeResolver::YearOf(int month, std::optional<int> day,
                                        const TimeExpression& expression) const {
  if (expression.direction && document_date_ && !IsPointing(*expression.direction)) {
    const CivilDate reference = *Reference(true);
    const int step = Step(*expression.direction);
    if (step < 0) return reference.year - (month >= reference.month ? 1 : 0);
    if (step > 0) return reference.year + (month <= reference.month ? 1 : 0);
    return reference.year;
  }
  if (expression.year_direction) {
    const bool is_pointing = IsPointing(*expression.year_direction);
    const auto reference = Reference(!is_pointing);
    if (!reference) return std::nullopt;
    return reference->year + Step(*expression.year_direction);
  }
  if (expression.ends_range && last_) {  // "from November 20 to December 11"
    const bool wraps = last_->has_month && month < last_->day.month;
    return last_->day.year + (wraps ? 1 : 0);
  }
  if (AnchorLeads(expression)) {
    const int year = anchor_->day.year;
    if (!anchor_->has_month) return year;
    const int ahead = month - anchor_->day.month;
    constexpr int kLongBack = -7;  // "December 1864 ... in April": of the next year
    constexpr int kLongAhead = 9;  // "January 1941 ... in December": of the year before
    if (ahead <= kLongBack) return year + 1;
    if (ahead >= kLongAhead) return year - 1;
    return year;
  }
  if (!document_date_) return std::nullopt;
  const CivilDate today = *document_date_;
  const std::int32_t now = ToDays(today);
  const std::int32_t then = ToDays(ClampedDay(today.year, month, day.value_or(1)));
  const bool is_same_month = !day && month == today.month;
  switch (TenseAround(reader_, expression)) {
    case Tense::kPast: {
      constexpr std::int32_t kZoneDays =
          1;  // a dateline ahead of the publisher's clock
      return then > now + kZoneDays && !is_same_month ? today.year - 1 : today.year;
    }
    case Tense::kFuture: {
      // "would meet in May" of a past plan: a little behind is still this year's.
      constexpr std::int32_t kGraceDays = 45;
      return then + kGraceDays < now && !is_same_month ? today.year + 1 : today.year;
    }
    case Tense::kPresent:
    case Tense::kUnknown:
      break;
  }
  constexpr std::int32_t kHalfYear = 183;
  if (then - now > kHalfYear) return today.year - 1;
  if (now - then > kHalfYear) return today.year + 1;
  return today.year;
}

TimePeriod TimeResolver::Resolve(const TimeExpression& expression) {
  TimePeriod period;
  switch (expression.shape) {
    case Shape::kCalendar:
      period = ResolveCalendar(expression);
      break;
    case Shape::kUnit:
      period = ResolveUnit(expression);
      break;
    case Shape::kOffset:
      period = ResolveOffset(expression);
      break;
    case Shape::kPeriod:
      return ResolvePeriod(expression);
    case Shape::kDuration:
      if (expression.is_led_by_in && document_date_ && !is_narrative_ &&
          TenseAround(reader_, expression) == Tense::kFuture) {
        TimeExpression ahead = expression;
        ahead.shape = Shape::kOffset;
        ahead.shift = 1;
        ahead.is_from_document = true;
        return ResolveOffset(ahead);
      }
      return {.timex = DurationTimex(expression),
              .precision = TimePrecision::kDuration};
    case Shape::kSet:
      return ResolveSet(expression);
    case Shape::kVague:
      return {.timex = std::string(expression.timex),
              .precision = TimePrecision::kVague};
  }
  Remember(expression, period);
  return period;
}

// In history a glance back ("since 1790", "the previous year") or far ahead ("until
// 1945") leaves the story where it is, unless the sentence opens with it.
bool TimeResolver::IsAside(const TimeExpression& expression, CivilDate begin) const {
  const bool is_bare_year = expression.shape == Shape::kCalendar && expression.year &&
                            !expression.month && !expression.season &&
                            !expression.holiday;
  if (is_bare_year) {
    const std::size_t first = expression.first;
    const bool opens = reader_.StartsSentence(first) ||
                       (first > 0 && reader_.StartsSentence(first - 1)) ||
                       (first > 1 && reader_.StartsSentence(first - 2));
    const int ahead = begin.year - anchor_->day.year;
    return !opens && (ahead < 0 || ahead > 1);
  }
  const bool is_relative =
      expression.shape == Shape::kOffset || expression.shape == Shape::kUnit;
  return is_relative && begin < anchor_->day;
}

void TimeResolver::Remember(const TimeExpression& expression,
                            const TimePeriod& period) {
  if (!period.begin) return;
  const TimePrecision grain = period.precision;
  if (grain > TimePrecision::kYear) return;
  const bool has_month = grain <= TimePrecision::kMonth;
  const bool has_day = grain <= TimePrecision::kDay;
  last_ = Anchor{.day = *period.begin,
                 .has_month = has_month || grain == TimePrecision::kSeason,
                 .has_day = has_day,
                 .piece = expression.last,
                 .is_explicit = expression.year.has_value()};
  const bool is_aside = is_narrative_ && anchor_ && IsAside(expression, *period.begin);
  if (!is_aside) anchor_ = last_;
}

// Cuts the period to the part said, and to a time of day.
TimePeriod TimeResolver::Clip(TimePeriod period,
                              const TimeExpression& expression) const {
  if (expression.nth) period = NthOf(period, *expression.nth, expression.nth_unit);
  if (expression.part) {
    const PeriodPart part = *expression.part;
    if (document_date_ && period.begin && period.end) {
      const bool contains_today =
          *period.begin <= *document_date_ && *document_date_ <= *period.end;
      if (contains_today && part == PeriodPart::kBefore) period.end = document_date_;
      if (contains_today && part == PeriodPart::kAfter) period.begin = document_date_;
    }
    period = PartOf(std::move(period), part);
  }
  if (expression.has_clock() && period.precision == TimePrecision::kDay) {
    period.timex = WithClock(period.timex, expression);
    period.precision = TimePrecision::kTime;
  }
  return period;
}

TimePeriod TimeResolver::ResolveCalendar(const TimeExpression& expression) {
  return Clip(ResolveWhole(expression), expression);
}

TimePeriod TimeResolver::ResolveWhole(const TimeExpression& e) {
  if (e.deictic_days) {
    const auto today = document_date_ ? document_date_ : Reference(true);
    if (!today) {
      return {.timex = *e.deictic_days < 0   ? "PAST_REF"
                       : *e.deictic_days > 0 ? "FUTURE_REF"
                                             : "PRESENT_REF",
              .precision = TimePrecision::kVague};
    }
    return DayPeriod(Shift(*today, *e.deictic_days, TimeUnit::kDay));
  }
  if (e.century) return CenturyPeriod(*e.century, e.is_before_era);
  if (e.decade) {
    int decade = *e.decade;
    if (e.is_short_decade) {  // "the sixties": the last ones that have begun
      const auto reference = Reference(true);
      const int year = reference ? reference->year : 2000;
      decade += year / 100 * 10;
      if (decade * 10 > year) decade -= 10;
    }
    return DecadePeriod(decade, e.is_before_era);
  }
  if (e.holiday != nullptr) {
    std::optional<int> year = e.year;
    if (!year) {
      const auto reference = Reference(true);
      if (!reference && e.holiday->kind != DayRule::Kind::kOnce) {
        return {.timex = "XXXX", .precision = TimePrecision::kDay};
      }
      const int in_year = reference ? reference->year : e.holiday->year;
      const CivilDate day = e.holiday->In(in_year);
      year = YearOf(day.month, day.day, e);
    }
    return DayPeriod(e.holiday->In(year.value_or(e.holiday->year)));
  }
  if (e.weekday && !e.day) return ResolveWeekday(e);
  if (e.month || e.day) return ResolveMonth(e);
  std::optional<int> year = e.year;
  if (e.season || e.quarter || e.half) {
    if (!year) {
      const int month = e.season    ? 4 + 3 * static_cast<int>(*e.season)
                        : e.quarter ? 3 * *e.quarter - 2
                                    : 6 * *e.half - 5;
      year = YearOf(std::min(month, 12), std::nullopt, e);
    }
    if (!year) return {.timex = FieldsWithoutYear(e), .precision = GrainWithoutYear(e)};
    if (e.season) return SeasonPeriod(*year, *e.season);
    return e.quarter ? QuarterPeriod(*year, *e.quarter)
                     : HalfYearPeriod(*year, *e.half);
  }
  if (year) {
    TimePeriod period = YearPeriod(*year);
    if (e.year_kind.value_or(0) != 0) {
      period.timex =
          StrCat(kYearKindCodes[static_cast<std::size_t>(*e.year_kind)], *year);
    }
    return period;
  }
  const bool has_day = last_ && last_->has_day &&
                       (is_narrative_ || IsSameSentence(last_->piece, e.first));
  if (has_day) return DayPeriod(last_->day);
  return {.timex = WithClock("", e), .precision = TimePrecision::kTime};
}

TimePeriod TimeResolver::ResolveWeekday(const TimeExpression& e) {
  const bool is_from_text = e.direction == TimeDirection::kNext && !e.is_from_document;
  const auto reference = Reference(!is_from_text);
  if (!reference) {
    return {.timex = FieldsWithoutYear(e), .precision = TimePrecision::kDay};
  }
  const std::int32_t today = ToDays(*reference);
  const std::int32_t monday = today - Weekday(*reference);
  const std::int32_t this_week = monday + *e.weekday - 1;
  if (e.week_direction) {
    return DayPeriod(FromDays(this_week + 7 * Step(*e.week_direction)));
  }
  const std::int32_t behind = this_week > today ? this_week - 7 : this_week;
  const std::int32_t ahead = this_week < today ? this_week + 7 : this_week;
  if (e.direction) {
    switch (*e.direction) {
      case TimeDirection::kLast:
        return DayPeriod(FromDays(behind == today ? behind - 7 : behind));
      case TimeDirection::kNext:
        if (e.is_nearest)
          return DayPeriod(FromDays(ahead == today ? ahead + 7 : ahead));
        return DayPeriod(FromDays(this_week + 7));
      case TimeDirection::kThis:
      case TimeDirection::kSame:
      case TimeDirection::kThat:
        return DayPeriod(FromDays(this_week));
    }
  }
  const bool is_future = TenseAround(reader_, e) == Tense::kFuture;
  return DayPeriod(FromDays(is_future ? ahead : behind));
}

TimePeriod TimeResolver::ResolveMonth(const TimeExpression& e) {
  std::optional<int> year = e.year;
  std::optional<int> month = e.month;
  if (!month) {  // "the 20th", "the 5th of next month"
    const auto reference = Reference(e.month_direction.has_value());
    if (!reference)
      return {.timex = FieldsWithoutYear(e), .precision = TimePrecision::kDay};
    const int step = e.month_direction ? Step(*e.month_direction) : 0;
    const CivilDate shifted =
        Shift(ClampedDay(reference->year, reference->month, 1), step, TimeUnit::kMonth);
    year = shifted.year;
    month = shifted.month;
  }
  if (!year) year = YearOf(*month, e.day, e);
  if (!year) return {.timex = FieldsWithoutYear(e), .precision = GrainWithoutYear(e)};
  if (!e.day) return MonthPeriod(*year, *month);
  if (*year < 1) {
    TimePeriod period = MonthPeriod(*year, *month);
    period.timex += StrCat(*e.day < 10 ? "-0" : "-", *e.day);
    period.precision = TimePrecision::kDay;
    return period;
  }
  return DayPeriod(ClampedDay(*year, *month, *e.day));
}

}  // namespace entente
