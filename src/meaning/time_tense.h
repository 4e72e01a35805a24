// Tense around an expression of time: does "on Wednesday" lie behind or ahead?
#ifndef ENTENTE_MEANING_TIME_TENSE_H_
#define ENTENTE_MEANING_TIME_TENSE_H_

#include <cstdint>

#include "meaning/time_expression.h"
#include "meaning/time_reader.h"

namespace entente {

enum class Tense : std::uint8_t { kUnknown, kPast, kPresent, kFuture };

// The tense of the verb that governs the expression where there is a parse; else of the
// nearest cue in its sentence, those before it first. Cost: O(words of the sentence).
Tense TenseAround(const TimeReader& reader, const TimeExpression& expression);

}  // namespace entente

#endif  // ENTENTE_MEANING_TIME_TENSE_H_
