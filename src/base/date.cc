#include "base/date.h"

#include <cstdio>

namespace entente {
namespace {

std::chrono::year_month_day ToChrono(CivilDate date) {
  return {std::chrono::year(date.year), std::chrono::month(date.month),
          std::chrono::day(date.day)};
}

// The digits text[begin, begin + count) as a number, or -1.
int Digits(std::string_view text, std::size_t begin, std::size_t count) {
  if (text.size() < begin + count) return -1;
  int value = 0;
  for (std::size_t i = begin; i < begin + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

}  // namespace

std::int32_t ToDays(CivilDate date) {
  return static_cast<std::int32_t>(
      std::chrono::sys_days(ToChrono(date)).time_since_epoch().count());
}

CivilDate FromDays(std::int32_t days) {
  const std::chrono::year_month_day date{
      std::chrono::sys_days(std::chrono::days(days))};
  return {.year = static_cast<std::int16_t>(static_cast<int>(date.year())),
          .month = static_cast<std::uint8_t>(static_cast<unsigned>(date.month())),
          .day = static_cast<std::uint8_t>(static_cast<unsigned>(date.day()))};
}

bool IsValid(CivilDate date) { return ToChrono(date).ok(); }

std::string ToString(CivilDate date) {
  char buffer[24];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", date.year, date.month,
                date.day);
  return buffer;
}

std::optional<CivilDate> ParseIsoDate(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year = Digits(text, 0, 4);
  const int month = Digits(text, 5, 2);
  const int day = Digits(text, 8, 2);
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  const CivilDate date{.year = static_cast<std::int16_t>(year),
                       .month = static_cast<std::uint8_t>(month),
                       .day = static_cast<std::uint8_t>(day)};
  if (!IsValid(date)) return std::nullopt;
  return date;
}

int Weekday(CivilDate date) {
  return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(ToChrono(date)))
                              .iso_encoding()) -
         1;
}

}  // namespace entente
