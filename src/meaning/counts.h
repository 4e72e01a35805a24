// Numbers in words and digits, and the counts that stand on a filler: "more than 3,400
// troops", "seven Russians", "dozens of protesters".
#ifndef ENTENTE_MEANING_COUNTS_H_
#define ENTENTE_MEANING_COUNTS_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/span.h"
#include "meaning/analysis.h"

namespace entente {

struct CountedNumber {
  double number = 0;
  bool at_least = false;
  TextSpan span;
};

// The value of one number word or numeral: "seven", "3,400", "2.5"; nothing for others.
std::optional<double> NumberOf(std::string_view word);

// The number on a filler: its numeral, or the filler itself where that is one.
std::optional<CountedNumber> CountOn(const Analysis& analysis, std::uint32_t word);

}  // namespace entente

#endif  // ENTENTE_MEANING_COUNTS_H_
