// TimeExpression: what an expression of time says, before it is put on the calendar.
#ifndef ENTENTE_MEANING_TIME_EXPRESSION_H_
#define ENTENTE_MEANING_TIME_EXPRESSION_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "meaning/time_codes.h"
#include "meaning/time_rule.h"

namespace entente {

// "two weeks"; a count below 0 is unknown ("several").
struct TimeAmount {
  double count = 0;
  TimeUnit unit = TimeUnit::kDay;
};

// The timex of a phrase that looks like a time and is none.
inline constexpr std::string_view kNoTime = "-";

struct TimeExpression {
  enum class Shape : std::uint8_t {
    kCalendar,  // a date, or the fields of it that are said: "May 5", "Wednesday"
    kUnit,      // "last week", "that year": direction and unit
    kOffset,    // "two weeks ago", "a day after May 5": amounts, shift; base in the
                // calendar fields where it has one
    kPeriod,    // "the past 30 days", "the next two weeks": direction and amounts
    kDuration,  // "for 15 days": amounts
    kSet,       // "every Friday", "twice a week": amounts or calendar fields
    kVague,     // "recently": timex
  };
  Shape shape = Shape::kCalendar;
  std::uint32_t first = 0;  // pieces, both included
  std::uint32_t last = 0;

  // The calendar.
  std::optional<int> year = std::nullopt, month = std::nullopt, day = std::nullopt;
  std::optional<int> weekday = std::nullopt;  // 1 Monday
  std::optional<int> quarter = std::nullopt, half = std::nullopt;
  std::optional<int> decade = std::nullopt;   // 199: the 1990s
  std::optional<int> century = std::nullopt;  // 19: the 1900s
  bool is_before_era = false;    // year, decade and century count backwards
  bool is_short_decade = false;  // "the nineties", "'90s": of the century at hand
  std::optional<YearSeason> season = std::nullopt;
  std::optional<int> nth = std::nullopt;  // "the last week of": -1 the last
  TimeUnit nth_unit = TimeUnit::kDay;
  const DayRule* holiday = nullptr;  // the lexicon's
  std::optional<int> year_kind =
      std::nullopt;  // of kYearKindCodes, where not the calendar's
  std::optional<DayPart> day_part = std::nullopt;
  std::optional<int> hour = std::nullopt, minute = std::nullopt, second = std::nullopt;
  std::optional<int> zone_minutes = std::nullopt;  // east of UTC
  std::optional<PeriodPart> part = std::nullopt;

  // Relations.
  bool is_nearest = false;  // "this coming Friday": the first one ahead
  std::optional<TimeDirection> direction =
      std::nullopt;  // of the weekday, month, unit, ...
  std::optional<TimeDirection> year_direction =
      std::nullopt;  // "May of last year", "July of that year"
  std::optional<TimeDirection> month_direction =
      std::nullopt;  // "the 5th of next month"
  std::optional<TimeDirection> week_direction = std::nullopt;  // "Friday next week"
  std::optional<int> deictic_days = std::nullopt;              // yesterday -1
  bool is_from_document = false;  // "ago": not from the narrative's date
  std::optional<TimeUnit> unit = std::nullopt;
  std::array<TimeAmount, 3> amounts{};
  std::size_t amount_count = 0;
  int shift = 0;  // -1 ago, +1 later
  bool has_base = false;

  bool is_led_by_in = false;    // "in two weeks": ahead where the tense is
  bool needs_future = false;    // of a vague phrase
  std::string_view timex = {};  // of a vague phrase; the lexicon's
  bool ends_range = false;      // its partner begins one
  bool begins_range = false;  // "from 2001 to": runs to the end of the next expression

  bool has_day() const {
    return day.has_value() || weekday.has_value() || holiday != nullptr ||
           deictic_days.has_value();
  }
  bool has_clock() const { return hour.has_value() || day_part.has_value(); }
  void Add(TimeAmount amount) {
    if (amount_count < amounts.size()) amounts[amount_count++] = amount;
  }
};

}  // namespace entente

#endif  // ENTENTE_MEANING_TIME_EXPRESSION_H_
