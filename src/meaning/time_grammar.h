// ReadTimeExpressions: the grammar of time over the pieces of a document.
#ifndef ENTENTE_MEANING_TIME_GRAMMAR_H_
#define ENTENTE_MEANING_TIME_GRAMMAR_H_

#include <vector>

#include "meaning/time_expression.h"
#include "meaning/time_reader.h"

namespace entente {

// All expressions in order, none overlapping; the longest at each place. Lists and
// ranges share what they say once: "6 and 7 January 1916", "from May to July 2014",
// "1916-17".
std::vector<TimeExpression> ReadTimeExpressions(const TimeReader& reader,
                                                const TimeLexicon& lexicon);

// "last week", "the past 30 days", "that same day", "next Friday", "this morning".
std::optional<TimeExpression> ReadRelativeAt(const TimeReader& reader, std::size_t i);

// "the last week of August", "the second day of 2015".
std::optional<TimeExpression> ReadNthUnitAt(const TimeReader& reader, std::size_t i);

// "yesterday", "tomorrow morning", "tonight".
std::optional<TimeExpression> ReadDeicticAt(const TimeReader& reader, std::size_t i);

// "two weeks ago", "three days later", "the day before", "a day after May 5", and
// durations: "15 days", "a 14-year-long".
std::optional<TimeExpression> ReadAmountExpressionAt(const TimeReader& reader,
                                                     const TimeLexicon& lexicon,
                                                     std::size_t i);

// "every Friday", "each day", "daily", "twice a week", "Mondays", "per month".
std::optional<TimeExpression> ReadSetAt(const TimeReader& reader, std::size_t i);

// "the morning of May 5", "the night of 5 May".
std::optional<TimeExpression> ReadDayPartAt(const TimeReader& reader, std::size_t i);

// Lets neighbours share their fields and marks ranges.
void JoinTimeExpressions(const TimeReader& reader, std::vector<TimeExpression>& all);

}  // namespace entente

#endif  // ENTENTE_MEANING_TIME_GRAMMAR_H_
