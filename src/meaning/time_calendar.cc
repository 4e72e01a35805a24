#include "meaning/time_calendar.h"

#include "meaning/time_units.h"

namespace entente {
namespace {

using Shape = TimeExpression::Shape;

// "Sept." and "Sept": the position behind the month's name.
std::size_t AfterMonth(const TimeReader& reader, std::size_t i) {
  const bool is_whole = reader.text(i).size() > 4 || reader.IsWord(i, "may") ||
                        reader.IsWord(i, "june") || reader.IsWord(i, "july");
  return !is_whole && reader.IsGlued(i + 1) ? reader.SkipMark(i + 1, '.') : i + 1;
}

bool IsMonth(const TimeReader& reader, std::size_t i) {
  return reader.Is(i, TimeClass::kMonth);
}

int MonthAt(const TimeReader& reader, std::size_t i) {
  return reader.at(i).value_of(TimeClass::kMonth);
}

// ", 2001", "of 2001", "in 2001", "2001" behind a month or a day.
std::optional<ReadNumber> ReadYearBehind(const TimeReader& reader, std::size_t i) {
  std::size_t at = reader.SkipMark(i, ',');
  if (at == i) at = reader.SkipMark(i, '-');
  const bool has_mark = at != i;
  if (!has_mark) {
    at = reader.Skip(i, "of");
    if (at == i) at = reader.Skip(i, "in");
    if (at != i) at = reader.Skip(reader.Skip(at, "the"), "year");
  }
  const auto year = ReadYearAt(reader, at);
  if (year && !reader.Is(year->next, TimeClass::kCounted)) return year;
  const TimePiece& early = reader.at(at);  // "30 September 420"
  const bool is_early_year = !has_mark && early.is_plain && early.digits == 3 &&
                             !early.is_ordinal && !early.is_plural &&
                             reader.at(at + 1).kind == TimePiece::Kind::kMark;
  if (is_early_year) return ReadNumber{early.whole(), at + 1};
  if (reader.IsMark(i, '\'') && reader.IsGlued(i + 1) && reader.at(i + 1).digits == 2) {
    const int value = reader.at(i + 1).whole();
    return ReadNumber{value < 50 ? 2000 + value : 1900 + value, i + 2};
  }
  return std::nullopt;
}

// "of that year", "last year", "of this month": sets the direction.
std::size_t ReadDirectionBehind(const TimeReader& reader, std::size_t i,
                                TimeExpression& date) {
  std::size_t at = reader.Skip(i, "of");
  const bool has_of = at != i;
  if (has_of || reader.IsWord(at, "the")) {
    const std::size_t same = reader.Skip(at, "the");
    if (same != at && !reader.Is(same, TimeClass::kDirection)) return i;
    at = same;
  }
  if (!reader.Is(at, TimeClass::kDirection) || !reader.Is(at + 1, TimeClass::kUnit)) {
    return i;
  }
  const auto direction =
      static_cast<TimeDirection>(reader.at(at).value_of(TimeClass::kDirection));
  switch (static_cast<TimeUnit>(reader.at(at + 1).value_of(TimeClass::kUnit))) {
    case TimeUnit::kYear:
      if (date.year || (!date.month && !date.season && !date.quarter)) return i;
      date.year_direction = direction;
      return at + 2;
    case TimeUnit::kMonth:
      if (!date.day || date.month) return i;
      date.month_direction = direction;
      return at + 2;
    case TimeUnit::kWeek:
      if (!date.weekday || date.day) return i;
      date.week_direction = direction;
      return at + 2;
    default:
      return i;
  }
}

// The month and day at i, in either order, without the year.
std::size_t ReadMonthAndDay(const TimeReader& reader, std::size_t i,
                            TimeExpression& date) {
  if (IsMonth(reader, i)) {  // "May 5", "May the 5th", "Sept.11"
    date.month = MonthAt(reader, i);
    const std::size_t after = AfterMonth(reader, i);
    std::size_t at = reader.IsGlued(after) ? reader.SkipMark(after, '-') : after;
    const std::size_t the = at;
    at = reader.Skip(at, "the");
    auto day = ReadDayAt(reader, at);
    const bool is_rank = at != the && !reader.IsNumber(at) && reader.at(at).is_capital;
    if (is_rank) day.reset();  // "by May the Second Squadron"
    const bool is_day = day && !reader.Is(day->next, TimeClass::kUnits) &&
                        !reader.IsMark(day->next, '%') &&
                        !(reader.IsMark(day->next, ':') && reader.IsGlued(day->next));
    if (is_day) {
      date.day = day->value;
      return day->next;
    }
    return after;
  }
  const auto day = ReadDayAt(reader, i);  // "11 September", "11th of September"
  if (!day) return i;
  std::size_t at = day->next;
  at = reader.SkipMark(at, '-');
  if (reader.IsWord(at, "day") && reader.IsWord(at + 1, "of")) ++at;
  at = reader.Skip(at, "of");
  if (IsMonth(reader, at)) {
    date.day = day->value;
    date.month = MonthAt(reader, at);
    return AfterMonth(reader, at);
  }
  TimeExpression probe{.day = day->value};  // "the 21st of next month"
  if (at == day->next) return i;
  const std::size_t behind = ReadDirectionBehind(reader, at - 1, probe);
  if (!probe.month_direction) return i;
  date.day = day->value;
  date.month_direction = probe.month_direction;
  return behind;
}

// A weekday at i, with the comma and "the" that lead on to the date.
std::size_t ReadWeekday(const TimeReader& reader, std::size_t i, TimeExpression& date) {
  if (!reader.Is(i, TimeClass::kWeekday)) return i;
  date.weekday = reader.at(i).value_of(TimeClass::kWeekday);
  const bool is_short = reader.text(i).size() <= 5 && !reader.IsWord(i, "friday");
  return is_short && reader.IsGlued(i + 1) ? reader.SkipMark(i + 1, '.') : i + 1;
}

// "Q3", "third quarter", "first half", "the fiscal year"; with "of" behind.
std::size_t ReadPartOfYear(const TimeReader& reader, std::size_t i,
                           TimeExpression& date) {
  if (reader.IsWord(i, "q") || reader.IsWord(i, "h")) {
    const TimePiece& number = reader.at(i + 1);
    const bool is_part = number.is_number() && reader.IsGlued(i + 1) &&
                         number.digits == 1 && number.whole() >= 1;
    const int most = reader.IsWord(i, "q") ? 4 : 2;
    if (!is_part || number.whole() > most) return i;
    (most == 4 ? date.quarter : date.half) = number.whole();
    return i + 2;
  }
  int nth = 0;
  if (reader.Is(i, TimeClass::kOrdinal))
    nth = reader.at(i).value_of(TimeClass::kOrdinal);
  if (reader.at(i).is_ordinal) nth = reader.at(i).whole();
  const bool is_latter = reader.IsWord(i, "latter");
  if (is_latter) nth = 2;
  const std::size_t at = reader.SkipMark(i + 1, '-');
  if (reader.IsWord(at, "quarter") && (nth == -1 || (nth >= 1 && nth <= 4))) {
    date.quarter = nth == -1 ? 4 : nth;
    return at + 1;
  }
  const bool is_half = reader.IsWord(at, "half") && (nth == 1 || nth == 2);
  if (is_half && (reader.IsWord(at + 1, "of") || ReadYearAt(reader, at + 1))) {
    date.half = nth;
    return at + 1;
  }
  return i;
}

// "2013-01", "2015-W39" are rare in news; the month form is read where the year is one.
std::optional<TimeExpression> ReadSeason(const TimeReader& reader, std::size_t i) {
  if (!reader.Is(i, TimeClass::kSeason)) return std::nullopt;
  TimeExpression date;
  date.season = static_cast<YearSeason>(reader.at(i).value_of(TimeClass::kSeason));
  std::size_t next = i + 1;
  const std::size_t of = reader.Skip(next, "of");
  if (const auto year = ReadYearBehind(reader, next)) {
    date.year = year->value;
    next = year->next;
  } else {
    next = ReadDirectionBehind(reader, next, date);
    const bool is_left = next == i + 1;
    if (is_left && of != i + 1) return std::nullopt;  // "the fall of Kabul"
    const std::size_t before = reader.IsWord(i - 1, "the") ? i - 2 : i - 1;
    const bool is_led = i > 0 && (reader.Is(i - 1, TimeClass::kPart) ||
                                  reader.Is(before, TimeClass::kPreposition) ||
                                  reader.IsWord(i - 1, "the"));
    const bool is_name = reader.at(i).is_capital && !reader.StartsSentence(i) &&
                         (reader.at(i - 1).is_capital || reader.at(i + 1).is_capital);
    // "Spring floods", "fall from power": alone only where "in", "the" or a part leads.
    if (is_left && (!is_led || is_name || reader.IsWord(i - 1, "to"))) {
      return std::nullopt;
    }
    const bool is_fall = reader.IsWord(i, "fall") || reader.IsWord(i, "spring");
    if (is_left && is_fall && reader.IsWord(i + 1, "in")) return std::nullopt;
  }
  return Framed(i, next, date);
}

// A part of the day or a time of day behind a day: "Monday morning", "May 5 at 10 am".
std::size_t ReadTimeBehind(const TimeReader& reader, std::size_t next,
                           TimeExpression& date) {
  if (!date.has_day()) return next;
  if (reader.Is(next, TimeClass::kDayPart) && !reader.StartsSentence(next)) {
    date.day_part = static_cast<DayPart>(reader.at(next).value_of(TimeClass::kDayPart));
    return next + 1;
  }
  std::size_t at = reader.SkipMark(next, ',');
  at = reader.Skip(at, "at");
  if (reader.StartsSentence(at)) return next;
  const auto clock = ReadBareClockAt(reader, at);
  if (!clock) return next;
  date.hour = clock->hour;
  date.minute = clock->minute;
  date.second = clock->second;
  date.day_part = clock->day_part;
  date.zone_minutes = clock->zone_minutes;
  return clock->last + 1;
}

// The weekday, month and day at i, as far as they stand there: the position behind, i
// where there are none; nothing where a name alone is likely another word.
std::optional<std::size_t> ReadNamedDay(const TimeReader& reader, std::size_t i,
                                        TimeExpression& date) {
  std::size_t next = ReadWeekday(reader, i, date);
  const std::size_t weekday_end = next;
  std::size_t at = next;
  if (next != i) {
    at = reader.SkipMark(next, ',');
    at = reader.Skip(reader.Skip(at, "on"), "the");
  } else if (reader.IsWord(i, "the") && ReadDayAt(reader, i + 1)) {
    at = i + 1;
  }
  const std::size_t month_end = ReadMonthAndDay(reader, at, date);
  if (month_end != at) next = month_end;
  if (date.day && !date.month && !date.month_direction) date.day.reset();
  const bool is_plain_name = next == weekday_end || next == at + 1;
  const bool is_name = (date.month && !date.day) || (date.weekday && !date.month);
  const bool is_doubtful = next != i && is_name && is_plain_name &&
                           !ReadYearBehind(reader, next) &&
                           !IsBareNameTrusted(reader, i);
  if (is_doubtful) return std::nullopt;
  return next;
}

// A year with what may stand before and behind it: "fiscal 2015", "2003 summer".
std::optional<TimeExpression> ReadYearAlone(const TimeReader& reader, std::size_t i) {
  TimeExpression date;
  std::size_t at = i;
  if (reader.Is(i, TimeClass::kYearKind)) {
    date.year_kind = reader.at(i).value_of(TimeClass::kYearKind);
    at = reader.Skip(i + 1, "year");
  } else if (reader.IsWord(i, "year")) {
    ++at;
  }
  const auto year = ReadYearAt(reader, at);
  if (!year) return std::nullopt;
  const bool has_era = year->next != at + 1;
  if (at == i && !has_era && !IsYearByContext(reader, i)) return std::nullopt;
  date.year = year->value;
  std::size_t next = year->next;
  const bool is_season =
      reader.Is(next, TimeClass::kSeason) && !reader.StartsSentence(next) &&
      !(reader.at(next).is_capital && reader.at(next + 1).is_capital);
  if (is_season) {  // not "the 2014 Winter Olympics"
    date.season = SeasonAt(reader, next);
    return Framed(i, next + 1, date);
  }
  next = ReadPartOfYear(reader, reader.SkipMark(next, '-'), date);
  if (!date.quarter && !date.half) next = year->next;
  return Framed(i, next, date);
}

}  // namespace

std::optional<TimeExpression> ReadHolidayAt(const TimeReader& reader,
                                            const TimeLexicon& lexicon, std::size_t i) {
  const TimePiece& piece = reader.at(i);
  const TimeWord* word = piece.entry;
  if (piece.is_number()) word = lexicon.Find(reader.text(i));
  if (word == nullptr) return std::nullopt;
  for (const TimePhrase& phrase : lexicon.phrases(*word)) {
    if (phrase.holiday == nullptr) continue;
    const auto last = MatchPhrase(reader, phrase, i);
    if (!last) continue;
    TimeExpression date{.holiday = phrase.holiday};
    std::size_t next = *last + 1;
    if (const auto year = ReadYearBehind(reader, next)) {
      date.year = year->value;
      next = year->next;
    } else {
      next = ReadDirectionBehind(reader, next, date);
    }
    next = ReadTimeBehind(reader, next, date);
    return Framed(i, next, date);
  }
  return std::nullopt;
}

std::optional<TimeExpression> ReadCalendarAt(const TimeReader& reader, std::size_t i) {
  if (reader.at(i).is_plain) {
    if (auto date = ReadNumericDateAt(reader, i)) {
      return Framed(i, ReadTimeBehind(reader, date->last + 1, *date), *date);
    }
  }
  if (auto season = ReadSeason(reader, i)) return season;
  TimeExpression date;
  std::size_t next = ReadPartOfYear(reader, i, date);
  if (next == i) {
    const auto behind_names = ReadNamedDay(reader, i, date);
    if (!behind_names) return std::nullopt;
    next = *behind_names;
  }
  if (next == i) return ReadYearAlone(reader, i);
  const bool takes_year = date.month || date.quarter || date.half;
  if (const auto year = ReadYearBehind(reader, next); year && takes_year) {
    date.year = year->value;
    next = year->next;
  } else {
    next = ReadDirectionBehind(reader, next, date);
  }
  next = ReadTimeBehind(reader, next, date);
  if (date.half && !date.year && !date.year_direction) return std::nullopt;
  return Framed(i, next, date);
}

}  // namespace entente
