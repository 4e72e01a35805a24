// Acts and feelings that nouns and verbs name, from somebody against or for somebody:
// "the fight against Kenya", "in support of Kenya", "Kenya's criticism of Uganda", "cut
// aid to Kenya". Private to the StanceFinder's files.
#ifndef ENTENTE_MEANING_STANCE_AGAINST_H_
#define ENTENTE_MEANING_STANCE_AGAINST_H_

#include <vector>

#include "meaning/stance_party.h"
#include "record/statement.h"

namespace entente {

// One stance for each party and target of each word of the kind `against`, in text
// order of the words.
std::vector<Stance> FindActs(const Analysis& analysis, const StanceLexicon& lexicon,
                             const StanceParties& parties);

}  // namespace entente

#endif  // ENTENTE_MEANING_STANCE_AGAINST_H_
