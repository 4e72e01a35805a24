#include "meaning/time_period.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "base/strings.h"

namespace entente {
namespace {

std::string Padded(int value, int width) {
  std::array<char, 24> buffer;
  std::snprintf(buffer.data(), buffer.size(), "%0*d", width, value);
  return buffer.data();
}

// "2015", "0314"; "BC0490" before our era.
std::string YearTimex(int year) {
  return year < 0 ? StrCat("BC", Padded(-year, 4)) : Padded(year, 4);
}

// ISO 8601: the year and week of the Thursday of the day's week.
std::string WeekTimex(CivilDate day) {
  const std::int32_t thursday = ToDays(day) - Weekday(day) + 3;
  const CivilDate in_year = FromDays(thursday);
  const std::int32_t first = ToDays({.year = in_year.year, .month = 1, .day = 1});
  return StrCat(Padded(in_year.year, 4), "-W", Padded((thursday - first) / 7 + 1, 2));
}

TimePeriod Between(std::string timex, int first_year, int first_month, int months,
                   TimePrecision precision) {
  TimePeriod period{.timex = std::move(timex), .precision = precision};
  const int last = first_year * 12 + first_month - 1 + months;  // the month behind
  if (first_year < 1 || last / 12 > 9999) return period;
  period.begin = ClampedDay(first_year, first_month, 1);
  period.end = FromDays(ToDays(ClampedDay(last / 12, last % 12 + 1, 1)) - 1);
  return period;
}

}  // namespace

CivilDate ClampedDay(int year, int month, int day) {
  CivilDate date{.year = static_cast<std::int16_t>(year),
                 .month = static_cast<std::uint8_t>(month),
                 .day = static_cast<std::uint8_t>(day)};
  while (!IsValid(date) && date.day > 28) --date.day;
  return date;
}

TimePeriod DayPeriod(CivilDate day) {
  return {.timex = ToString(day), .begin = day, .end = day};
}

TimePeriod WeekPeriod(CivilDate day) {
  const std::int32_t monday = ToDays(day) - Weekday(day);
  return {.timex = WeekTimex(day),
          .begin = FromDays(monday),
          .end = FromDays(monday + 6),
          .precision = TimePrecision::kWeek};
}

TimePeriod WeekendPeriod(CivilDate day) {
  const std::int32_t monday = ToDays(day) - Weekday(day);
  return {.timex = StrCat(WeekTimex(day), "-WE"),
          .begin = FromDays(monday + 5),
          .end = FromDays(monday + 6),
          .precision = TimePrecision::kWeek};
}

TimePeriod MonthPeriod(int year, int month) {
  return Between(StrCat(YearTimex(year), "-", Padded(month, 2)), year, month, 1,
                 TimePrecision::kMonth);
}

TimePeriod QuarterPeriod(int year, int quarter) {
  return Between(StrCat(YearTimex(year), "-Q", quarter), year, 3 * quarter - 2, 3,
                 TimePrecision::kSeason);
}

TimePeriod HalfYearPeriod(int year, int half) {
  return Between(StrCat(YearTimex(year), "-H", half), year, 6 * half - 5, 6,
                 TimePrecision::kSeason);
}

// Meteorological seasons of the northern half; winter begins in the year's December.
TimePeriod SeasonPeriod(int year, YearSeason season) {
  const int index = static_cast<int>(season);
  return Between(
      StrCat(YearTimex(year), "-", kSeasonCodes[static_cast<std::size_t>(index)]), year,
      3 + 3 * index, 3, TimePrecision::kSeason);
}

TimePeriod YearPeriod(int year) {
  return Between(YearTimex(year), year, 1, 12, TimePrecision::kYear);
}

TimePeriod DecadePeriod(int decade, bool is_before_era) {
  if (is_before_era) {
    return {.timex = StrCat("BC", Padded(decade, 3)),
            .precision = TimePrecision::kDecade};
  }
  return Between(Padded(decade, 3), decade * 10, 1, 120, TimePrecision::kDecade);
}

TimePeriod CenturyPeriod(int century, bool is_before_era) {
  if (is_before_era) {
    return {.timex = StrCat("BC", Padded(century, 2)),
            .precision = TimePrecision::kCentury};
  }
  const int first = century == 0 ? 1 : century * 100;
  return Between(Padded(century, 2), first, 1, 1200 - (century == 0 ? 12 : 0),
                 TimePrecision::kCentury);
}

TimePeriod UnitPeriod(CivilDate day, TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kSecond:
    case TimeUnit::kMinute:
    case TimeUnit::kHour:
    case TimeUnit::kDay:
    case TimeUnit::kNight:
      return DayPeriod(day);
    case TimeUnit::kWeek:
    case TimeUnit::kFortnight:
      return WeekPeriod(day);
    case TimeUnit::kWeekend:
      return WeekendPeriod(day);
    case TimeUnit::kMonth:
      return MonthPeriod(day.year, day.month);
    case TimeUnit::kQuarter:
      return QuarterPeriod(day.year, (day.month + 2) / 3);
    case TimeUnit::kHalfYear:
      return HalfYearPeriod(day.year, day.month <= 6 ? 1 : 2);
    case TimeUnit::kSeason:
    case TimeUnit::kYear:
      return YearPeriod(day.year);
    case TimeUnit::kDecade:
      return DecadePeriod(day.year / 10, false);
    case TimeUnit::kCentury:
    case TimeUnit::kMillennium:
      return CenturyPeriod(day.year / 100, false);
  }
  return DayPeriod(day);
}

TimePeriod PartOf(TimePeriod period, PeriodPart part) {
  if (!period.begin || !period.end || period.precision == TimePrecision::kDay) {
    return period;
  }
  const bool is_decade = period.precision == TimePrecision::kDecade;
  const std::int32_t begin = ToDays(*period.begin);
  const std::int32_t days = ToDays(*period.end) - begin + 1;
  const int year = period.begin->year;
  switch (part) {
    case PeriodPart::kStart:
      period.end = is_decade ? ClampedDay(year + 4, 12, 31)
                             : FromDays(begin + (days + 1) / 2 - 1);
      break;
    case PeriodPart::kMiddle:
      period.begin =
          is_decade ? ClampedDay(year + 4, 1, 1) : FromDays(begin + days / 3);
      period.end =
          is_decade ? ClampedDay(year + 6, 12, 31) : FromDays(begin + 2 * days / 3 - 1);
      break;
    case PeriodPart::kEnd:
      period.begin =
          is_decade ? ClampedDay(year + 5, 1, 1) : FromDays(begin + days / 2);
      break;
    case PeriodPart::kBefore:
    case PeriodPart::kAfter:
      break;  // cut at the day that the text is at, which the resolver knows
  }
  return period;
}

TimePeriod NthOf(const TimePeriod& period, int nth, TimeUnit unit) {
  if (!period.begin || !period.end) return period;
  if (nth == 0) return UnitPeriod(*period.begin, unit);
  const std::int32_t begin = ToDays(*period.begin);
  const std::int32_t end = ToDays(*period.end);
  if (unit == TimeUnit::kMonth) {
    const int months = nth > 0 ? nth - 1 : 0;
    return UnitPeriod(Shift(nth > 0 ? *period.begin : *period.end, months, unit), unit);
  }
  if (unit == TimeUnit::kDay) {
    return DayPeriod(FromDays(nth > 0 ? begin + nth - 1 : end));
  }
  const std::int32_t first = begin + (3 - Weekday(*period.begin) + 7) % 7;  // Thursdays
  const std::int32_t last = end - (Weekday(*period.end) - 3 + 7) % 7;
  return UnitPeriod(FromDays(nth > 0 ? first + 7 * (nth - 1) : last), unit);
}

CivilDate Shift(CivilDate day, int count, TimeUnit unit) {
  int months = 0;
  switch (unit) {
    case TimeUnit::kSecond:
    case TimeUnit::kMinute:
    case TimeUnit::kHour:
      return day;
    case TimeUnit::kDay:
    case TimeUnit::kNight:
      return FromDays(ToDays(day) + count);
    case TimeUnit::kWeek:
    case TimeUnit::kWeekend:
      return FromDays(ToDays(day) + 7 * count);
    case TimeUnit::kFortnight:
      return FromDays(ToDays(day) + 14 * count);
    case TimeUnit::kMonth:
      months = count;
      break;
    case TimeUnit::kQuarter:
      months = 3 * count;
      break;
    case TimeUnit::kHalfYear:
      months = 6 * count;
      break;
    case TimeUnit::kSeason:
    case TimeUnit::kYear:
      months = 12 * count;
      break;
    case TimeUnit::kDecade:
      months = 120 * count;
      break;
    case TimeUnit::kCentury:
      months = 1200 * count;
      break;
    case TimeUnit::kMillennium:
      months = 12000 * count;
      break;
  }
  const int total = day.year * 12 + day.month - 1 + months;
  if (total < 12 || total / 12 > 9999) return day;
  return ClampedDay(total / 12, total % 12 + 1, day.day);
}

}  // namespace entente
