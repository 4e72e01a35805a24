// TimePeriod: a stretch of the calendar, as TIMEX3 writes it and as days.
#ifndef ENTENTE_MEANING_TIME_PERIOD_H_
#define ENTENTE_MEANING_TIME_PERIOD_H_

#include <optional>
#include <string>

#include "base/date.h"
#include "meaning/time_expression.h"
#include "record/time.h"

namespace entente {

struct TimePeriod {
  std::string timex = {};
  // Both included; absent before our era and where the text gives too little.
  std::optional<CivilDate> begin = std::nullopt;
  std::optional<CivilDate> end = std::nullopt;
  TimePrecision precision = TimePrecision::kDay;
};

// The periods that contain nothing but what is named. Years may be negative: BC.
// REQUIRES: months 1 to 12, years within +-9999.
TimePeriod DayPeriod(CivilDate day);
TimePeriod WeekPeriod(CivilDate day);  // the ISO week that the day is in
TimePeriod WeekendPeriod(CivilDate day);
TimePeriod MonthPeriod(int year, int month);
TimePeriod QuarterPeriod(int year, int quarter);
TimePeriod HalfYearPeriod(int year, int half);
TimePeriod SeasonPeriod(int year, YearSeason season);
TimePeriod YearPeriod(int year);
TimePeriod DecadePeriod(int decade, bool is_before_era);    // 199
TimePeriod CenturyPeriod(int century, bool is_before_era);  // 19: the 1900s
TimePeriod UnitPeriod(CivilDate day, TimeUnit unit);        // the one the day is in

// The first, middle or last part of a period; of a decade 0-4, 4-6, 5-9.
TimePeriod PartOf(TimePeriod period, PeriodPart part);

// The n-th (-1: the last, 0: the one that it begins in) day, week, weekend or month of
// a period; a week is of the period when its Thursday is.
TimePeriod NthOf(const TimePeriod& period, int nth, TimeUnit unit);

// The day `count` units after (before, where negative) `day`; ends of months are kept.
CivilDate Shift(CivilDate day, int count, TimeUnit unit);

// A day that exists: the 31st of a month with 30 days becomes its last.
CivilDate ClampedDay(int year, int month, int day);

// "P15D", "PT3H", "P2W2D", "PXM", "P2.5Y".
std::string DurationTimex(const TimeExpression& expression);

// "XXXX-05", "XXXX-WXX-5": what is known of a date without its year; and how fine.
std::string FieldsWithoutYear(const TimeExpression& expression);
TimePrecision GrainWithoutYear(const TimeExpression& expression);

// "2015-12-23T10:30", "T10:30", "2015-12-23TMO": the clock behind a day, which may be
// "".
std::string WithClock(const std::string& day, const TimeExpression& expression);

}  // namespace entente

#endif  // ENTENTE_MEANING_TIME_PERIOD_H_
