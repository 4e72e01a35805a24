#include "meaning/time_amount.h"
#include "meaning/time_calendar.h"
#include "meaning/time_grammar.h"
#include "meaning/time_units.h"

namespace entente {
namespace {

using Shape = TimeExpression::Shape;

struct ReadDirection {
  TimeDirection direction = TimeDirection::kThis;
  std::size_t next = 0;
  bool is_from_text = false;  // counts from a date of the text: "the next", "previous"
};

// "last", "the past", "this coming", "that same", "the very next".
std::optional<ReadDirection> ReadDirectionAt(const TimeReader& reader, std::size_t i) {
  ReadDirection read;
  std::size_t at = reader.Skip(i, "the");
  const bool has_the = at != i;
  at = reader.Skip(at, "very");
  if (!reader.Is(at, TimeClass::kDirection)) return std::nullopt;
  read.direction =
      static_cast<TimeDirection>(reader.at(at).value_of(TimeClass::kDirection));
  read.is_from_text = (has_the && reader.IsWord(at, "next")) ||
                      reader.IsWord(at, "previous") || reader.IsWord(at, "preceding") ||
                      reader.IsWord(at, "following") || reader.IsWord(at, "subsequent");
  ++at;
  const bool is_double = (read.direction == TimeDirection::kThis ||
                          read.direction == TimeDirection::kThat) &&
                         reader.Is(at, TimeClass::kDirection);
  if (is_double) {
    read.direction =
        static_cast<TimeDirection>(reader.at(at).value_of(TimeClass::kDirection));
    ++at;
  }
  read.next = at;
  return read;
}

// What "last" and "next" may stand before: a weekday, month, season or holiday word.
bool ReadNamed(const TimeReader& reader, std::size_t i, TimeExpression& expression) {
  const bool is_verb = reader.IsWord(i, "may") && !reader.at(i).is_capital;
  if (is_verb) return false;
  if (reader.Is(i, TimeClass::kWeekday)) {
    expression.weekday = reader.at(i).value_of(TimeClass::kWeekday);
  } else if (reader.Is(i, TimeClass::kMonth)) {
    expression.month = reader.at(i).value_of(TimeClass::kMonth);
  } else if (reader.Is(i, TimeClass::kSeason)) {
    expression.season =
        static_cast<YearSeason>(reader.at(i).value_of(TimeClass::kSeason));
  } else {
    return false;
  }
  return true;
}

// "the month", "the year": of the date named before; "the weekend".
std::optional<TimeExpression> ReadTheUnit(const TimeReader& reader, std::size_t i) {
  if (!reader.IsWord(i, "the")) return std::nullopt;
  TimeExpression expression{.shape = Shape::kUnit};
  expression.unit = UnitAt(reader, i + 1);
  if (expression.unit == TimeUnit::kWeekend) {
    expression.direction = TimeDirection::kThis;
    expression.is_from_document = true;
    return Framed(i, i + 2, expression);
  }
  const bool is_period = expression.unit && *expression.unit != TimeUnit::kSeason &&
                         reader.IsWord(i - 1, "of") &&
                         *expression.unit >= TimeUnit::kMonth &&
                         *expression.unit <= TimeUnit::kYear;
  if (!is_period || !IsClauseEnd(reader, i + 2)) return std::nullopt;
  expression.direction = TimeDirection::kSame;
  return Framed(i, i + 2, expression);
}

// The unit at `at` behind "last", "this", ...; with a weekday or part of the day.
std::optional<TimeExpression> ReadDirectedUnit(const TimeReader& reader, std::size_t i,
                                               std::size_t at,
                                               TimeExpression expression) {
  const TimeUnit unit = *UnitAt(reader, at);
  if (unit <= TimeUnit::kHour) return std::nullopt;
  expression.unit = unit;
  ++at;
  if (unit == TimeUnit::kNight) {
    expression.unit = TimeUnit::kDay;
    expression.day_part = DayPart::kNight;
  }
  if (unit == TimeUnit::kWeek) {  // "next week on Tuesday", "this week Monday"
    const std::size_t day = reader.Skip(at, "on");
    if (reader.Is(day, TimeClass::kWeekday)) {
      TimeExpression date;
      date.weekday = reader.at(day).value_of(TimeClass::kWeekday);
      date.week_direction = expression.direction;
      return Framed(i, day + 1, date);
    }
  }
  if (unit == TimeUnit::kDay && DayPartAt(reader, at)) {
    expression.day_part = DayPartAt(reader, at++);
  }
  return Framed(i, at, expression);
}

// What may stand behind "last Monday", "next May": a part of the day, a day, a year.
std::optional<TimeExpression> ReadDirectedName(const TimeReader& reader, std::size_t i,
                                               std::size_t at,
                                               TimeExpression expression) {
  expression.shape = Shape::kCalendar;
  if (expression.weekday && DayPartAt(reader, at)) {
    expression.day_part = DayPartAt(reader, at++);
  } else if (expression.month && ReadDayAt(reader, at) && reader.at(at).is_plain) {
    expression.day = ReadDayAt(reader, at)->value;
    ++at;
  }
  const auto year = ReadYearAt(reader, reader.SkipMark(at, ','));
  if (year && expression.month) {
    expression.year = year->value;
    at = year->next;
  }
  return Framed(i, at, expression);
}

}  // namespace

std::optional<TimeExpression> ReadRelativeAt(const TimeReader& reader, std::size_t i) {
  const auto read = ReadDirectionAt(reader, i);
  if (!read) return ReadTheUnit(reader, i);
  std::size_t at = read->next;
  TimeExpression expression{.shape = Shape::kUnit};
  expression.direction = read->direction;
  expression.is_nearest =
      reader.IsWord(at - 1, "coming") || reader.IsWord(at - 1, "upcoming");
  // "the next day", "the previous year" count from the date named before.
  expression.is_from_document = !IsPointing(read->direction) && !read->is_from_text;
  if (reader.Is(at, TimeClass::kYearKind) &&
      UnitAt(reader, at + 1) == TimeUnit::kYear) {
    const int kind = reader.at(at).value_of(TimeClass::kYearKind);
    if (kind != 0) expression.year_kind = kind;
    ++at;
  }
  if (UnitAt(reader, at)) return ReadDirectedUnit(reader, i, at, expression);
  if (const auto part = DayPartAt(reader, at)) {  // "this morning", "the next night"
    expression.unit = TimeUnit::kDay;
    expression.day_part = part;
    return Framed(i, at + 1, expression);
  }
  if (ReadNamed(reader, at, expression)) {
    return ReadDirectedName(reader, i, at + 1, expression);
  }
  if (IsPointing(read->direction)) return std::nullopt;
  const auto amount = ReadAmountAt(reader, at);
  expression.shape = Shape::kPeriod;
  if (amount && !amount->is_article && !amount->is_adjective) {
    expression.amounts = amount->amounts;  // "the past 30 days"
    expression.amount_count = amount->amount_count;
    return Framed(i, amount->next, expression);
  }
  if (!reader.Is(at, TimeClass::kUnits)) return std::nullopt;
  expression.Add({-1, *UnitsAt(reader, at)});  // "the coming weeks"
  return Framed(i, at + 1, expression);
}

std::optional<TimeExpression> ReadNthUnitAt(const TimeReader& reader, std::size_t i) {
  const std::size_t start = reader.Skip(i, "the");
  const TimePiece& piece = reader.at(start);
  int nth = 0;
  if (piece.is_ordinal) {
    nth = piece.whole();
  } else if (piece.is(TimeClass::kOrdinal)) {
    nth = piece.value_of(TimeClass::kOrdinal);
  }
  const bool is_week = start != i && reader.IsWord(start, "week");
  if (is_week) {  // "the week of April 10", "the week beginning on February 4"
    std::size_t at = start + 1;
    for (const char* word : {"of", "beginning", "starting", "ending"}) {
      if (reader.IsWord(start + 1, word)) at = reader.Skip(start + 2, "on");
    }
    auto day = at == start + 1 ? std::nullopt : ReadCalendarAt(reader, at);
    if (!day || !day->day || day->has_clock()) return std::nullopt;
    day->nth = 0;
    day->nth_unit = TimeUnit::kWeek;
    day->first = static_cast<std::uint32_t>(i);
    return day;
  }
  const auto unit = nth == 0 ? std::nullopt : UnitAt(reader, start + 1);
  const bool is_countable =
      unit && (*unit == TimeUnit::kDay || *unit == TimeUnit::kWeek ||
               *unit == TimeUnit::kWeekend || *unit == TimeUnit::kMonth);
  if (!is_countable || nth > 53) return std::nullopt;
  const std::size_t of = reader.Skip(start + 2, "of");
  if (of == start + 2) return std::nullopt;
  auto whole = ReadCalendarAt(reader, of);
  if (!whole) whole = ReadRelativeAt(reader, of);
  const bool is_whole =
      whole && !whole->has_day() && !whole->has_clock() &&
      (whole->shape == Shape::kCalendar || whole->shape == Shape::kUnit);
  if (!is_whole) return std::nullopt;
  whole->nth = nth;
  whole->nth_unit = *unit;
  whole->first = static_cast<std::uint32_t>(i);
  return whole;
}

std::optional<TimeExpression> ReadDeicticAt(const TimeReader& reader, std::size_t i) {
  TimeExpression expression;
  std::size_t next = i;
  if (reader.IsWord(i, "the") && reader.IsWord(i + 1, "day") &&
      (reader.IsWord(i + 3, "yesterday") || reader.IsWord(i + 3, "tomorrow"))) {
    const bool is_before = reader.IsWord(i + 2, "before");
    if (!is_before && !reader.IsWord(i + 2, "after")) return std::nullopt;
    expression.deictic_days = is_before ? -2 : 2;
    return Framed(i, i + 4, expression);
  }
  if (!reader.Is(i, TimeClass::kDeictic)) return std::nullopt;
  if (reader.IsMark(i + 1, '\'') && reader.IsWord(i + 2, "s") &&
      reader.IsWord(i, "today") && !reader.IsGlued(i + 1)) {
    return std::nullopt;
  }
  const std::int32_t days = reader.at(i).value_of(TimeClass::kDeictic);
  expression.deictic_days = days == kTonight ? 0 : days;
  if (days == kTonight) expression.day_part = DayPart::kNight;
  next = i + 1;
  if (const auto part = DayPartAt(reader, next)) {
    expression.day_part = part;
    ++next;
  }
  const std::size_t at = reader.Skip(next, "at");
  if (const auto clock = ReadBareClockAt(reader, at);
      clock && !reader.StartsSentence(at)) {
    expression.hour = clock->hour;
    expression.minute = clock->minute;
    expression.zone_minutes = clock->zone_minutes;
    next = clock->last + 1;
  }
  return Framed(i, next, expression);
}

std::optional<TimeExpression> ReadDayPartAt(const TimeReader& reader, std::size_t i) {
  const std::size_t start = reader.Skip(i, "the");
  const auto part = DayPartAt(reader, start);
  const bool is_night = reader.IsWord(start, "night");
  if (!part && !is_night) return std::nullopt;
  const DayPart what = part ? *part : DayPart::kNight;
  const std::size_t of = start + 1;
  const bool has_of = reader.IsWord(of, "of") || reader.IsWord(of, "on");
  if (has_of) {
    const std::size_t at = reader.Skip(of + 1, "the");
    auto date = ReadCalendarAt(reader, at);
    const bool is_bare_day =
        !date && ReadDayAt(reader, at) && reader.at(at).is_number();
    if (is_bare_day) {
      date = TimeExpression{.day = ReadDayAt(reader, at)->value};
      date->last = static_cast<std::uint32_t>(at);
    }
    if (date && date->has_day() && !date->has_clock()) {
      date->day_part = what;
      date->first = static_cast<std::uint32_t>(i);
      return date;
    }
    if (auto deictic = ReadDeicticAt(reader, at)) {
      deictic->day_part = what;
      deictic->first = static_cast<std::uint32_t>(i);
      return deictic;
    }
  }
  // "in the morning", "at dawn", "overnight": of the day that the text is at.
  const bool is_led =
      start != i
          ? (i > 0 && (reader.IsWord(i - 1, "in") || reader.IsWord(i - 1, "during") ||
                       reader.IsWord(i - 1, "by")))
          : (i > 0 && (reader.IsWord(i - 1, "at") || reader.IsWord(i - 1, "by"))) ||
                reader.IsWord(i, "overnight");
  if (!is_led) return std::nullopt;
  if (what == DayPart::kNight && start == i && reader.IsWord(i - 1, "at")) {
    TimeExpression nights{.shape = Shape::kSet};  // "at night": of every day
    nights.day_part = what;
    return Framed(i, start + 1, nights);
  }
  TimeExpression expression{.shape = Shape::kUnit};
  expression.unit = TimeUnit::kDay;
  expression.direction = TimeDirection::kSame;
  expression.day_part = what;
  return Framed(i, start + 1, expression);
}

}  // namespace entente
