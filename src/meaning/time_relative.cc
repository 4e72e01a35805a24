#include "meaning/time_amount.h"
#include "meaning/time_calendar.h"
#include "meaning/time_grammar.h"

namespace entente {
namespace {

using Shape = TimeExpression::Shape;

std::optional<TimeExpression> Finish(std::size_t first, std::size_t next,
                                     TimeExpression expression) {
  expression.first = static_cast<std::uint32_t>(first);
  expression.last = static_cast<std::uint32_t>(next - 1);
  return expression;
}

std::optional<TimeUnit> UnitAt(const TimeReader& reader, std::size_t i) {
  if (!reader.Is(i, TimeClass::kUnit)) return std::nullopt;
  return static_cast<TimeUnit>(reader.at(i).value_of(TimeClass::kUnit));
}

std::optional<TimeUnit> UnitsAt(const TimeReader& reader, std::size_t i) {
  if (!reader.Is(i, TimeClass::kUnits)) return UnitAt(reader, i);
  return static_cast<TimeUnit>(reader.at(i).value_of(TimeClass::kUnits));
}

std::optional<DayPart> DayPartAt(const TimeReader& reader, std::size_t i) {
  if (!reader.Is(i, TimeClass::kDayPart)) return std::nullopt;
  return static_cast<DayPart>(reader.at(i).value_of(TimeClass::kDayPart));
}

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

// The shift word of an offset at i ("ago", "later", "before that"), or 0.
struct ReadShift {
  int shift = 0;
  std::size_t next = 0;
  bool is_ago = false;
  bool may_have_base = false;  // "after", "before", "from"
};
std::optional<ReadShift> ReadShiftAt(const TimeReader& reader, std::size_t i) {
  if (reader.IsWord(i, "from")) {
    if (reader.IsWord(i + 1, "now")) return ReadShift{1, i + 2, true, false};
    return ReadShift{1, i + 1, false, true};
  }
  if (!reader.Is(i, TimeClass::kShift)) return std::nullopt;
  ReadShift read{.shift = reader.at(i).value_of(TimeClass::kShift), .next = i + 1};
  read.is_ago = reader.IsWord(i, "ago") || reader.IsWord(i, "hence");
  read.may_have_base = reader.IsWord(i, "after") || reader.IsWord(i, "before") ||
                       reader.IsWord(i, "prior");
  if (reader.IsWord(i, "prior")) read.next = reader.Skip(read.next, "to");
  return read;
}

bool IsClauseEnd(const TimeReader& reader, std::size_t i) {
  return reader.StartsSentence(i) || reader.at(i).kind == TimePiece::Kind::kMark ||
         reader.IsWord(i, "and") || reader.IsWord(i, "that");
}

// Gives the offset the date that it is counted from, where one stands at i.
std::optional<std::size_t> ReadBase(const TimeReader& reader,
                                    const TimeLexicon& lexicon, std::size_t i,
                                    TimeExpression& offset) {
  auto base = ReadCalendarAt(reader, i);
  if (!base) base = ReadDeicticAt(reader, i);
  if (!base) base = ReadHolidayAt(reader, lexicon, i);
  if (!base) base = ReadRelativeAt(reader, i);
  if (!base || base->shape != Shape::kCalendar) return std::nullopt;
  base->shape = Shape::kOffset;
  base->amounts = offset.amounts;
  base->amount_count = offset.amount_count;
  base->shift = offset.shift;
  base->has_base = true;
  base->is_from_document = false;
  const std::size_t next = base->last + 1;
  offset = *base;
  return next;
}

// "two weeks ago", "a day after May 5": makes an offset of the amount, where it is one.
std::optional<TimeExpression> ReadOffset(const TimeReader& reader,
                                         const TimeLexicon& lexicon, std::size_t i,
                                         const ReadAmount& amount) {
  const auto shift = ReadShiftAt(reader, amount.next);
  if (!shift || amount.is_adjective) return std::nullopt;
  TimeExpression offset{.shape = Shape::kOffset};
  offset.amounts = amount.amounts;
  offset.amount_count = amount.amount_count;
  offset.shift = shift->shift;
  offset.is_from_document = shift->is_ago;
  if (shift->may_have_base) {
    const bool is_from = reader.IsWord(amount.next, "from");
    const auto next = ReadBase(reader, lexicon, shift->next, offset);
    // "64 days from November 21 to January 31" is a duration; "a week from Monday" not.
    const bool goes_on =
        next && (reader.IsWord(*next, "to") || reader.IsMark(*next, '-') ||
                 reader.IsWord(*next, "until") || reader.IsWord(*next, "through"));
    const bool is_offset = !is_from || (offset.has_day() && !goes_on);
    if (next && is_offset) return Finish(i, *next, offset);
    if (next) return std::nullopt;
    // "two days after the battle": how long, and no day that we can name.
    if (reader.IsWord(amount.next, "from")) return std::nullopt;
    const std::size_t that = reader.Skip(shift->next, "that");
    if (!IsClauseEnd(reader, that)) return std::nullopt;
    return Finish(i, that, offset);
  }
  return Finish(i, shift->next, offset);
}

// An age or a mere measure: "34 years old", "a 45-year-old man", "aged 34".
bool IsAge(const TimeReader& reader, std::size_t next) {
  const std::size_t at = reader.SkipMark(next, '-');
  return reader.IsWord(at, "old") || reader.IsWord(at, "olds") ||
         (reader.IsWord(at, "of") && reader.IsWord(at + 1, "age"));
}

std::optional<TimeExpression> Duration(const TimeReader& reader, std::size_t i,
                                       const ReadAmount& amount) {
  TimeExpression duration{.shape = Shape::kDuration};
  duration.amounts = amount.amounts;
  duration.amount_count = amount.amount_count;
  std::size_t next = amount.next;
  if (IsAge(reader, next)) {
    next = reader.SkipMark(next, '-') + 1;
    next = reader.Skip(next, "age");
  }
  duration.is_led_by_in = i > 0 && reader.IsWord(i - 1, "in");
  return Finish(i, next, duration);
}

}  // namespace

std::optional<TimeExpression> ReadRelativeAt(const TimeReader& reader, std::size_t i) {
  const auto read = ReadDirectionAt(reader, i);
  TimeExpression expression{.shape = Shape::kUnit};
  if (!read) {  // "the month", "the year": of the date named before
    const bool is_the_unit = reader.IsWord(i, "the") && reader.IsWord(i - 1, "of");
    const auto unit = is_the_unit ? UnitAt(reader, i + 1) : std::nullopt;
    const bool is_weekend = reader.IsWord(i, "the") && reader.IsWord(i + 1, "weekend");
    if (is_weekend) {
      expression.unit = TimeUnit::kWeekend;
      expression.direction = TimeDirection::kThis;
      expression.is_from_document = true;
      return Finish(i, i + 2, expression);
    }
    const bool is_period =
        unit && *unit >= TimeUnit::kMonth && *unit <= TimeUnit::kYear;
    if (!is_period || !IsClauseEnd(reader, i + 2)) return std::nullopt;
    expression.unit = unit;
    expression.direction = TimeDirection::kSame;
    return Finish(i, i + 2, expression);
  }
  std::size_t at = read->next;
  expression.direction = read->direction;
  expression.is_nearest =
      reader.IsWord(at - 1, "coming") || reader.IsWord(at - 1, "upcoming");
  const bool is_pointing = read->direction == TimeDirection::kSame ||
                           read->direction == TimeDirection::kThat;
  // "the next day", "the previous year" count from the date named before.
  expression.is_from_document = !is_pointing && !read->is_from_text;
  if (reader.Is(at, TimeClass::kYearKind) &&
      UnitAt(reader, at + 1) == TimeUnit::kYear) {
    const int kind = reader.at(at).value_of(TimeClass::kYearKind);
    if (kind != 0) expression.year_kind = kind;
    ++at;
  }
  if (const auto unit = UnitAt(reader, at)) {
    const bool is_small = *unit <= TimeUnit::kHour;
    if (is_small) return std::nullopt;
    expression.unit = unit;
    ++at;
    if (*unit == TimeUnit::kNight) {
      expression.unit = TimeUnit::kDay;
      expression.day_part = DayPart::kNight;
    }
    if (*unit == TimeUnit::kWeek) {  // "next week on Tuesday", "this week Monday"
      const std::size_t day = reader.Skip(at, "on");
      if (reader.Is(day, TimeClass::kWeekday) && !reader.IsMark(at, ',')) {
        TimeExpression date{.direction = std::nullopt};
        date.weekday = reader.at(day).value_of(TimeClass::kWeekday);
        date.week_direction = read->direction;
        return Finish(i, day + 1, date);
      }
    }
    if (*unit == TimeUnit::kDay && DayPartAt(reader, at)) {
      expression.day_part = DayPartAt(reader, at++);
    }
    return Finish(i, at, expression);
  }
  if (const auto part = DayPartAt(reader, at)) {  // "this morning", "the next night"
    expression.unit = TimeUnit::kDay;
    expression.day_part = part;
    return Finish(i, at + 1, expression);
  }
  if (ReadNamed(reader, at, expression)) {
    expression.shape = Shape::kCalendar;
    ++at;
    if (expression.weekday && DayPartAt(reader, at)) {
      expression.day_part = DayPartAt(reader, at++);
    } else if (expression.month && ReadDayAt(reader, at) && reader.at(at).is_plain) {
      expression.day = ReadDayAt(reader, at)->value;
      ++at;
    }
    if (const auto year = ReadYearAt(reader, reader.SkipMark(at, ','));
        year && expression.month) {
      expression.year = year->value;
      at = year->next;
    }
    return Finish(i, at, expression);
  }
  const auto amount = is_pointing ? std::nullopt : ReadAmountAt(reader, at);
  const auto units = UnitsAt(reader, at);
  if (amount && !amount->is_article && !amount->is_adjective) {
    expression.shape = Shape::kPeriod;  // "the past 30 days"
    expression.amounts = amount->amounts;
    expression.amount_count = amount->amount_count;
    return Finish(i, amount->next, expression);
  }
  if (units && !is_pointing && reader.Is(at, TimeClass::kUnits)) {  // "recent days"
    expression.shape = Shape::kPeriod;
    expression.Add({-1, *units});
    return Finish(i, at + 1, expression);
  }
  return std::nullopt;
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
    return Finish(i, i + 4, expression);
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
  return Finish(i, next, expression);
}

std::optional<TimeExpression> ReadAmountExpressionAt(const TimeReader& reader,
                                                     const TimeLexicon& lexicon,
                                                     std::size_t i) {
  const bool has_the = reader.IsWord(i, "the");
  const bool is_day =
      has_the && UnitAt(reader, i + 1) && reader.Is(i + 2, TimeClass::kShift);
  if (is_day) {  // "the day before", "the year after", "the day after May 5"
    ReadAmount amount{.amount_count = 1, .next = i + 2};
    amount.amounts[0] = {1, *UnitAt(reader, i + 1)};
    return ReadOffset(reader, lexicon, i, amount);
  }
  if (has_the && UnitAt(reader, i + 1) && reader.IsWord(i + 2, "following")) {
    TimeExpression next{.shape = Shape::kUnit, .direction = TimeDirection::kNext};
    next.unit = UnitAt(reader, i + 1);
    return Finish(i, i + 3, next);
  }
  const bool is_aged = reader.IsWord(i, "aged") && reader.at(i + 1).is_plain &&
                       reader.at(i + 1).digits <= 3;
  if (is_aged) {
    TimeExpression age{.shape = Shape::kDuration};
    age.Add({reader.at(i + 1).value, TimeUnit::kYear});
    return Finish(i, i + 2, age);
  }
  if (reader.IsWord(i, "all") && UnitAt(reader, i + 1)) {  // "all day"
    const TimeUnit whole = *UnitAt(reader, i + 1);
    if (whole < TimeUnit::kDay || whole > TimeUnit::kYear) return std::nullopt;
    TimeExpression all{.shape = Shape::kDuration};
    all.Add({1, whole});
    return Finish(i, i + 2, all);
  }
  if (reader.Is(i, TimeClass::kUnits)) {  // "weeks later", "months before that"
    ReadAmount amount{.amount_count = 1, .next = i + 1};
    amount.amounts[0] = {-1, *UnitsAt(reader, i)};
    if (auto offset = ReadOffset(reader, lexicon, i, amount)) return offset;
    const bool is_led =
        i > 0 && (reader.IsWord(i - 1, "for") || reader.IsWord(i - 1, "within") ||
                  reader.IsWord(i - 1, "after") || reader.IsWord(i - 1, "over"));
    const bool may_be = is_led && amount.amounts[0].unit >= TimeUnit::kMinute &&
                        amount.amounts[0].unit != TimeUnit::kSeason &&
                        amount.amounts[0].unit != TimeUnit::kQuarter;
    return may_be ? Duration(reader, i, amount) : std::nullopt;
  }
  std::size_t start = SkipApproximator(reader, i);
  if (start == i && has_the) {  // "the first ten months", "the 14-year-long war"
    start = i + 1;
    start = reader.Skip(reader.Skip(start, "first"), "final");
    if (reader.IsWord(start, "last")) return std::nullopt;
    start = SkipApproximator(reader, start);
  }
  const auto amount = ReadAmountAt(reader, start);
  if (!amount) return std::nullopt;
  if (auto offset = ReadOffset(reader, lexicon, i, *amount)) return offset;
  const TimeUnit unit = amount->amounts[0].unit;
  const bool is_one_day = amount->is_article && amount->next == start + 2 &&
                          (unit == TimeUnit::kQuarter || unit == TimeUnit::kSeason ||
                           unit == TimeUnit::kHalfYear || unit == TimeUnit::kSecond);
  if (is_one_day) return std::nullopt;
  return Duration(reader, i, *amount);
}

std::optional<TimeExpression> ReadSetAt(const TimeReader& reader, std::size_t i) {
  TimeExpression set{.shape = Shape::kSet};
  const TimePiece& piece = reader.at(i);
  if (piece.is(TimeClass::kFrequency)) {
    if (reader.IsWord(i, "daily") && piece.is_capital && !reader.StartsSentence(i)) {
      return std::nullopt;  // a paper: "the Daily Mail"
    }
    const int value = piece.value_of(TimeClass::kFrequency);
    const int amount = value / 32;  // as TimeLexicon packs it
    set.Add({static_cast<double>(amount), static_cast<TimeUnit>(value % 32)});
    return Finish(i, i + 1, set);
  }
  if (piece.is(TimeClass::kWeekdays)) {  // "on Mondays"
    set.weekday = piece.value_of(TimeClass::kWeekdays);
    return Finish(i, i + 1, set);
  }
  if (piece.is(TimeClass::kTimes) || reader.IsWord(i + 1, "times")) {
    const std::size_t at = reader.Is(i, TimeClass::kTimes) ? i + 1 : i + 2;
    const bool is_rate = (reader.IsWord(at, "a") || reader.IsWord(at, "an") ||
                          reader.IsWord(at, "per") || reader.IsWord(at, "each") ||
                          reader.IsWord(at, "every")) &&
                         UnitAt(reader, at + 1).has_value();
    if (!is_rate) return std::nullopt;
    set.Add({1, *UnitAt(reader, at + 1)});
    return Finish(i, at + 2, set);
  }
  if (!piece.is(TimeClass::kEvery)) return std::nullopt;
  double step = piece.value_of(TimeClass::kEvery);
  std::size_t at = i + 1;
  if (reader.IsWord(at, "other") || reader.IsWord(at, "second")) {
    const bool has_unit =
        UnitAt(reader, at + 1) || reader.Is(at + 1, TimeClass::kWeekday);
    if (has_unit) {
      step = 2;
      ++at;
    }
  } else if (reader.IsWord(at, "single")) {
    ++at;
  }
  if (reader.Is(at, TimeClass::kWeekday)) {
    set.weekday = reader.at(at).value_of(TimeClass::kWeekday);
    if (const auto part = DayPartAt(reader, at + 1)) {
      set.day_part = part;
      ++at;
    }
    return Finish(i, at + 1, set);
  }
  if (reader.Is(at, TimeClass::kMonth)) {
    set.month = reader.at(at).value_of(TimeClass::kMonth);
    return Finish(i, at + 1, set);
  }
  if (reader.Is(at, TimeClass::kSeason)) {
    set.season = static_cast<YearSeason>(reader.at(at).value_of(TimeClass::kSeason));
    return Finish(i, at + 1, set);
  }
  if (const auto part = DayPartAt(reader, at)) {
    set.day_part = part;
    return Finish(i, at + 1, set);
  }
  if (const auto unit = UnitAt(reader, at)) {
    if (*unit == TimeUnit::kNight) {
      set.day_part = DayPart::kNight;
    } else {
      set.Add({step, *unit});
    }
    return Finish(i, at + 1, set);
  }
  const auto amount = ReadAmountAt(reader, at);
  if (!amount || amount->is_article) return std::nullopt;
  set.amounts = amount->amounts;
  set.amount_count = amount->amount_count;
  return Finish(i, amount->next, set);
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
    return Finish(i, start + 1, nights);
  }
  TimeExpression expression{.shape = Shape::kUnit};
  expression.unit = TimeUnit::kDay;
  expression.direction = TimeDirection::kSame;
  expression.day_part = what;
  return Finish(i, start + 1, expression);
}

}  // namespace entente
