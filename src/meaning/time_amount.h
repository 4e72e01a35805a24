// Amounts of time: "15 days", "two and a half years", "several months", "14-year-".
#ifndef ENTENTE_MEANING_TIME_AMOUNT_H_
#define ENTENTE_MEANING_TIME_AMOUNT_H_

#include <array>
#include <cstddef>
#include <optional>

#include "meaning/time_expression.h"
#include "meaning/time_reader.h"

namespace entente {

struct ReadCount {
  double count = 0;         // below 0: unknown
  std::size_t next = 0;     // the first piece behind it
  bool is_article = false;  // "a year": one
};

struct ReadAmount {
  std::array<TimeAmount, 3> amounts{};
  std::size_t amount_count = 0;
  std::size_t next = 0;
  bool is_article = false;    // begins with "a", "an"
  bool is_adjective = false;  // "14-year", "month-long"
};

// "15", "2.5", "twenty-five", "a couple of", "several", "half a", "a".
std::optional<ReadCount> ReadCountAt(const TimeReader& reader, std::size_t i);

// A count and a unit, up to three of them joined ("2 weeks and 3 days").
std::optional<ReadAmount> ReadAmountAt(const TimeReader& reader, std::size_t i);

// The position behind "more than", "at least", "about", ... or i.
std::size_t SkipApproximator(const TimeReader& reader, std::size_t i);

}  // namespace entente

#endif  // ENTENTE_MEANING_TIME_AMOUNT_H_
