#include <array>

#include "meaning/time_calendar.h"

namespace entente {
namespace {

struct ReadMeridiem {
  int hours = 0;  // to add
  std::size_t next = 0;
};

// "am", "a.m.", "p. m.".
std::optional<ReadMeridiem> ReadMeridiemAt(const TimeReader& reader, std::size_t i) {
  if (reader.Is(i, TimeClass::kMeridiem)) {
    return ReadMeridiem{reader.at(i).value_of(TimeClass::kMeridiem), i + 1};
  }
  const bool is_letter = reader.IsWord(i, "a") || reader.IsWord(i, "p");
  if (!is_letter || !reader.IsMark(i + 1, '.') || !reader.IsWord(i + 2, "m")) {
    return std::nullopt;
  }
  const bool has_point = reader.IsMark(i + 3, '.') && reader.IsGlued(i + 3);
  return ReadMeridiem{reader.IsWord(i, "p") ? 12 : 0, has_point ? i + 4 : i + 3};
}

// "GMT", "(UTC)", "local time", "Moscow time" (read, of unknown shift).
std::size_t ReadZone(const TimeReader& reader, std::size_t i, TimeExpression& clock) {
  const std::size_t open = reader.SkipMark(i, '(');
  if (reader.Is(open, TimeClass::kZone) && reader.at(open).is_capital) {
    const std::int32_t minutes = reader.at(open).value_of(TimeClass::kZone);
    if (minutes != kUnknownValue) clock.zone_minutes = minutes;
    return open != i ? reader.SkipMark(open + 1, ')') : open + 1;
  }
  const bool is_local = reader.IsWord(i, "local") || reader.at(i).is_capital;
  if (is_local && reader.IsWord(i + 1, "time")) return i + 2;
  return i;
}

// A two-digit number glued behind a colon (or a point): the minutes or seconds.
std::optional<int> GluedPair(const TimeReader& reader, std::size_t i, char mark) {
  const bool is_pair = reader.IsMark(i, mark) && reader.IsGlued(i) &&
                       reader.at(i + 1).is_plain && reader.at(i + 1).digits == 2 &&
                       reader.IsGlued(i + 1) && reader.at(i + 1).whole() < 60;
  return is_pair ? std::optional(reader.at(i + 1).whole()) : std::nullopt;
}

// The hour, minutes and meridiem at i, with the position behind.
std::size_t ReadHours(const TimeReader& reader, std::size_t i, TimeExpression& clock) {
  const TimePiece& piece = reader.at(i);
  int hour = -1;
  if (piece.is_plain && piece.digits <= 2 && !piece.is_ordinal && !piece.is_plural) {
    hour = piece.whole();
  } else if (piece.is(TimeClass::kNumber)) {
    hour = piece.value_of(TimeClass::kNumber);
  }
  const bool is_military = piece.is_plain && piece.digits == 4 && !piece.is_ordinal &&
                           piece.whole() < 2400 && piece.whole() % 100 < 60;
  const bool says_hours = reader.IsWord(i + 1, "hours") ||
                          reader.IsWord(i + 1, "hrs") || reader.IsWord(i + 1, "hr");
  const bool says_zone =
      reader.Is(i + 1, TimeClass::kZone) && reader.at(i + 1).is_capital;
  if (is_military && (says_hours || says_zone) &&
      (i == 0 || !reader.IsMark(i - 1, '$'))) {
    clock.hour = piece.whole() / 100;
    clock.minute = piece.whole() % 100;
    return says_hours ? i + 2 : i + 1;
  }
  if (hour < 0 || hour > 24) return i;
  std::size_t next = i + 1;
  auto minute = GluedPair(reader, next, ':');
  const auto point_minute = minute ? std::nullopt : GluedPair(reader, next, '.');
  bool is_clock = minute.has_value() && piece.is_number();
  if (minute || point_minute) next += 2;
  if (minute) {
    if (const auto second = GluedPair(reader, next, ':')) {
      clock.second = *second;
      next += 2;
    }
  }
  if (const auto meridiem = ReadMeridiemAt(reader, next); meridiem && hour <= 12) {
    hour = hour % 12 + meridiem->hours;
    if (point_minute) minute = point_minute;
    next = meridiem->next;
    is_clock = true;
  } else if (reader.IsWord(next, "o") && reader.IsMark(next + 1, '\'') &&
             reader.IsWord(next + 2, "clock")) {
    next += 3;
    is_clock = true;
  } else if (is_clock && (reader.IsWord(next, "hours") || reader.IsWord(next, "hrs") ||
                          reader.IsWord(next, "hr"))) {
    ++next;
  }
  if (!is_clock) return i;
  clock.hour = hour;
  clock.minute = minute;
  return next;
}

}  // namespace

std::optional<TimeExpression> ReadBareClockAt(const TimeReader& reader, std::size_t i) {
  TimeExpression clock;
  std::size_t next = i;
  const bool is_point = reader.IsWord(i, "noon") || reader.IsWord(i, "midday") ||
                        reader.IsWord(i, "midnight");
  if (is_point) {
    clock.hour = reader.IsWord(i, "midnight") ? 0 : 12;
    clock.minute = 0;
    ++next;
  } else {
    next = ReadHours(reader, i, clock);
    if (next == i) return std::nullopt;
  }
  next = ReadZone(reader, next, clock);
  const bool is_in_part = reader.IsWord(next, "in") && reader.IsWord(next + 1, "the") &&
                          reader.Is(next + 2, TimeClass::kDayPart);
  if (is_in_part) {  // "seven in the evening"
    const auto part =
        static_cast<DayPart>(reader.at(next + 2).value_of(TimeClass::kDayPart));
    if (part != DayPart::kMorning && *clock.hour < 12) clock.hour = *clock.hour + 12;
    next += 3;
  }
  clock.first = static_cast<std::uint32_t>(i);
  clock.last = static_cast<std::uint32_t>(next - 1);
  return clock;
}

std::optional<TimeExpression> ReadClockAt(const TimeReader& reader, std::size_t i) {
  auto bare = ReadBareClockAt(reader, i);
  if (!bare) return std::nullopt;
  TimeExpression& clock = *bare;
  const std::size_t next = clock.last + 1;
  std::size_t at = reader.SkipMark(next, ',');
  at = reader.Skip(at, "on");
  if (reader.StartsSentence(at)) return bare;
  if (const bool is_deictic = reader.Is(at, TimeClass::kDeictic); is_deictic) {
    const std::int32_t days = reader.at(at).value_of(TimeClass::kDeictic);
    clock.deictic_days = days == kTonight ? 0 : days;
    clock.last = static_cast<std::uint32_t>(at);
    return bare;
  }
  const bool may_be_date = reader.at(at).entry != nullptr || reader.IsNumber(at);
  if (!may_be_date || reader.IsMark(at, '\'')) return bare;
  if (reader.Is(at, TimeClass::kMonth) || reader.Is(at, TimeClass::kWeekday) ||
      ReadDayAt(reader, at)) {
    auto date = ReadCalendarAt(reader, at);
    if (date && date->has_day() && !date->has_clock()) {
      date->hour = clock.hour;
      date->minute = clock.minute;
      date->second = clock.second;
      date->zone_minutes = clock.zone_minutes;
      date->first = clock.first;
      return date;
    }
  }
  return bare;
}

}  // namespace entente
