#include "meaning/time_rule.h"

#include <charconv>

#include "base/strings.h"

namespace entente {
namespace {

// The whole of `text` as a number; a leading + is allowed.
std::optional<int> Number(std::string_view text) {
  if (!text.empty() && text[0] == '+') text.remove_prefix(1);
  int value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) {
    return std::nullopt;
  }
  return value;
}

CivilDate Day(int year, int month, int day) {
  return {.year = static_cast<std::int16_t>(year),
          .month = static_cast<std::uint8_t>(month),
          .day = static_cast<std::uint8_t>(day)};
}

std::optional<DayRule> ParseEaster(std::string_view text, DayRule::Kind kind) {
  const std::optional<int> shift = Number(text);
  if (!shift) return std::nullopt;
  return DayRule{.kind = kind, .shift = *shift};
}

// "11-W4-4", "05-W-1-1", "11-W4-4+1".
std::optional<DayRule> ParseWeekday(std::string_view text) {
  DayRule rule{.kind = DayRule::Kind::kWeekday};
  const std::size_t plus = text.find('+');
  if (plus != std::string_view::npos) {
    const std::optional<int> shift = Number(text.substr(plus));
    if (!shift) return std::nullopt;
    rule.shift = *shift;
    text = text.substr(0, plus);
  }
  const std::size_t cut = text.rfind('-');
  if (cut < 5) return std::nullopt;
  const auto month = Number(text.substr(0, 2));
  const auto nth = Number(text.substr(4, cut - 4));
  const auto weekday = Number(text.substr(cut + 1));
  if (!month || !nth || !weekday) return std::nullopt;
  rule.month = *month;
  rule.nth = *nth;
  rule.weekday = *weekday;
  if (rule.weekday < 1 || rule.weekday > 7 || rule.nth > 5) return std::nullopt;
  return rule.month >= 1 && rule.month <= 12 ? std::optional(rule) : std::nullopt;
}

}  // namespace

std::optional<DayRule> DayRule::Parse(std::string_view text) {
  constexpr std::string_view kWestern = "easter";
  constexpr std::string_view kOrthodox = "julian-easter";
  if (text.starts_with(kWestern)) {
    return ParseEaster(text.substr(kWestern.size()), Kind::kEaster);
  }
  if (text.starts_with(kOrthodox)) {
    return ParseEaster(text.substr(kOrthodox.size()), Kind::kJulianEaster);
  }
  if (const auto date = ParseIsoDate(text); date && text.size() == 10) {
    return DayRule{.kind = Kind::kOnce,
                   .year = date->year,
                   .month = date->month,
                   .day = date->day};
  }
  if (text.size() < 5 || text[2] != '-') return std::nullopt;
  if (text[3] == 'W') return ParseWeekday(text);
  const auto month = Number(text.substr(0, 2));
  const auto day = Number(text.substr(3));
  if (!month || !day || !IsValid(Day(2000, *month, *day))) return std::nullopt;
  return DayRule{.month = *month, .day = *day};
}

CivilDate DayRule::In(int in_year) const {
  std::int32_t days = 0;
  switch (kind) {
    case Kind::kFixed:
      days = ToDays(Day(in_year, month, day));
      break;
    case Kind::kOnce:
      days = ToDays(Day(year, month, day));
      break;
    case Kind::kEaster:
      days = ToDays(EasterSunday(in_year));
      break;
    case Kind::kJulianEaster:
      days = ToDays(OrthodoxEasterSunday(in_year));
      break;
    case Kind::kWeekday: {
      const int next_year = month == 12 ? in_year + 1 : in_year;
      const int next_month = month == 12 ? 1 : month + 1;
      if (nth > 0) {
        const std::int32_t first = ToDays(Day(in_year, month, 1));
        const int lead = (weekday - 1 - Weekday(FromDays(first)) + 7) % 7;
        days = first + lead + 7 * (nth - 1);
      } else {
        const std::int32_t last = ToDays(Day(next_year, next_month, 1)) - 1;
        const int back = (Weekday(FromDays(last)) - (weekday - 1) + 7) % 7;
        days = last - back;
      }
      break;
    }
  }
  return FromDays(days + shift);
}

// The anonymous Gregorian computus (Nature, 1876).
CivilDate EasterSunday(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int g = (8 * b + 13) / 25;
  const int h = (19 * a + b - b / 4 - g + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 19 * l) / 433;
  const int n = (h + l - 7 * m + 90) / 25;
  return Day(year, n, (h + l - 7 * m + 33 * n + 19) % 32);
}

// Meeus's Julian computus, moved to the Gregorian calendar.
CivilDate OrthodoxEasterSunday(int year) {
  const int d = (19 * (year % 19) + 15) % 30;
  const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const int month = (d + e + 114) / 31;
  const int day = (d + e + 114) % 31 + 1;
  const int lag = year / 100 - year / 400 - 2;  // days between the calendars
  return FromDays(ToDays(Day(year, month, day)) + lag);
}

}  // namespace entente
