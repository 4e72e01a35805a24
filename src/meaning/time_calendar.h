// The grammar of dates: "Sept. 11, 2001", "11 September", "2001-09-11", "May 2014",
// "the summer of 1941", "Q3 2015", "the mid-1990s", "Monday morning", "10:30 a.m. GMT".
//
// Every function reads at one position and returns the expression, with `first` and
// `last` set, or nothing.
#ifndef ENTENTE_MEANING_TIME_CALENDAR_H_
#define ENTENTE_MEANING_TIME_CALENDAR_H_

#include <cstddef>
#include <optional>

#include "meaning/time_expression.h"
#include "meaning/time_reader.h"

namespace entente {

// A full or partial date, with the part of the day or the time of day behind it.
std::optional<TimeExpression> ReadCalendarAt(const TimeReader& reader, std::size_t i);

// "1990s", "the nineties", "'90s"; "21st century", "third century BC".
std::optional<TimeExpression> ReadDecadeAt(const TimeReader& reader, std::size_t i);

// "10:30 a.m. GMT", "noon", "10 o'clock"; with the date behind it where there is one.
std::optional<TimeExpression> ReadClockAt(const TimeReader& reader, std::size_t i);

// The same without a date behind it.
std::optional<TimeExpression> ReadBareClockAt(const TimeReader& reader, std::size_t i);

// A holiday of the lexicon, with its year.
std::optional<TimeExpression> ReadHolidayAt(const TimeReader& reader,
                                            const TimeLexicon& lexicon, std::size_t i);

// The last piece of the phrase where it stands at i, or nothing.
std::optional<std::size_t> MatchPhrase(const TimeReader& reader,
                                       const TimePhrase& phrase, std::size_t i);

struct ReadNumber {
  int value = 0;
  std::size_t next = 0;
};

// The year at i: four digits; "314" beside an era, which is then read too.
std::optional<ReadNumber> ReadYearAt(const TimeReader& reader, std::size_t i);

// The day of the month at i: 1 to 31, "11th", "the third" without "the".
std::optional<ReadNumber> ReadDayAt(const TimeReader& reader, std::size_t i);

// "2001-09-11", "12/23/2015", "23.12.2015", with one and the same mark twice.
std::optional<TimeExpression> ReadNumericDateAt(const TimeReader& reader,
                                                std::size_t i);

// May the modal, March the verb, Sun the paper: false where the month or weekday that
// stands alone at i is more likely the other word.
bool IsBareNameTrusted(const TimeReader& reader, std::size_t i);

// True when the words around make the year at i a year: "in 1914", not "1914 troops".
bool IsYearByContext(const TimeReader& reader, std::size_t i);

}  // namespace entente

#endif  // ENTENTE_MEANING_TIME_CALENDAR_H_
