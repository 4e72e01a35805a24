// Dates as news pages and files write them: "Dec 27, 2015", "27 December 2015",
// "2015-12-27T10:32:00Z", "12/27/2015" where only one reading exists.
#ifndef ENTENTE_DOCUMENT_DATES_H_
#define ENTENTE_DOCUMENT_DATES_H_

#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/span.h"

namespace entente {

struct FoundDate {
  CivilDate date;
  TextSpan span;  // of the date alone
};

// The first full date (year, month, day) of `text`; nothing where there is none. Reads
// at most the first 4096 bytes.
std::optional<FoundDate> FindDate(std::string_view text);

// The number 1 to 12 of an English month name or its abbreviation, else 0.
int MonthNumber(std::string_view word);

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_DATES_H_
