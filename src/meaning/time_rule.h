// DayRule: which day of a year a holiday is.
#ifndef ENTENTE_MEANING_TIME_RULE_H_
#define ENTENTE_MEANING_TIME_RULE_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/date.h"

namespace entente {

struct DayRule {
  enum class Kind : std::uint8_t { kFixed, kWeekday, kEaster, kJulianEaster, kOnce };
  Kind kind = Kind::kFixed;
  int year = 0;     // kOnce
  int month = 1;    // kFixed, kWeekday, kOnce
  int day = 1;      // kFixed, kOnce
  int nth = 1;      // kWeekday: which one of the month, -1 the last
  int weekday = 1;  // kWeekday: 1 Monday .. 7 Sunday
  int shift = 0;    // days after the day that the rest names

  // Reads "12-25", "11-W4-4+1", "easter-2", "julian-easter+0" or "2001-09-11".
  static std::optional<DayRule> Parse(std::string_view text);

  CivilDate In(int in_year) const;
};

// Western (Gregorian) Easter Sunday.
CivilDate EasterSunday(int year);

// Orthodox Easter Sunday, in Gregorian days.
CivilDate OrthodoxEasterSunday(int year);

}  // namespace entente

#endif  // ENTENTE_MEANING_TIME_RULE_H_
