// CivilDate: a day of the proleptic Gregorian calendar, as ISO 8601 writes it.
#ifndef ENTENTE_BASE_DATE_H_
#define ENTENTE_BASE_DATE_H_

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

struct CivilDate {
  std::int16_t year = 0;
  std::uint8_t month = 1;
  std::uint8_t day = 1;
  friend constexpr auto operator<=>(const CivilDate&, const CivilDate&) = default;
};

// Days since 1970-01-01. REQUIRES: a day that exists.
std::int32_t ToDays(CivilDate date);
CivilDate FromDays(std::int32_t days);

// True for months 1..12 and days that the month has.
bool IsValid(CivilDate date);

// "2015-12-23".
std::string ToString(CivilDate date);

// Reads the leading "YYYY-MM-DD" of an ISO 8601 date or date-time; nothing where there
// is none.
std::optional<CivilDate> ParseIsoDate(std::string_view text);

// 0 Monday .. 6 Sunday.
int Weekday(CivilDate date);

}  // namespace entente

#endif  // ENTENTE_BASE_DATE_H_
