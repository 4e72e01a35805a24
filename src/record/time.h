// TimeMention: a time expression and the interval that it names.
#ifndef ENTENTE_RECORD_TIME_H_
#define ENTENTE_RECORD_TIME_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/span.h"

namespace entente {

enum class TimePrecision : std::uint8_t {
  kTime,  // an hour or part of a day
  kDay,
  kWeek,
  kMonth,
  kSeason,  // season, quarter, half year
  kYear,
  kDecade,
  kCentury,
  kVague,     // "recently"
  kDuration,  // "for 15 days": no interval of its own
  kSet,       // "every Friday"
};

std::string_view Name(TimePrecision precision);

struct TimeMention {
  TextSpan span;
  std::string timex;  // TIMEX3 value: "2015-12-23", "2015-09", "P15D", "PAST_REF"
  std::optional<CivilDate> begin, end;  // both days included
  TimePrecision precision = TimePrecision::kDay;
  std::uint32_t first_word = 0;  // both included; 1 and 0 where it has none
  std::uint32_t last_word = 0;
};

}  // namespace entente

#endif  // ENTENTE_RECORD_TIME_H_
