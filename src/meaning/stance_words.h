// Stances that words show, apart from events. Private to the StanceFinder's files.
#ifndef ENTENTE_MEANING_STANCE_WORDS_H_
#define ENTENTE_MEANING_STANCE_WORDS_H_

#include <vector>

#include "meaning/stance_party.h"
#include "meaning/stance_polarity.h"
#include "record/statement.h"

namespace entente {

// Predicates, roles and what somebody is called, in no order.
std::vector<Stance> FindStancesInWords(const Analysis& analysis,
                                       const StanceLexicon& lexicon,
                                       const PolarityLexicon& polarity,
                                       const StanceParties& parties);

}  // namespace entente

#endif  // ENTENTE_MEANING_STANCE_WORDS_H_
