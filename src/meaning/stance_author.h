// How whoever speaks describes an actor: words of praise and blame, each weighed by how
// it hangs together with the actor in the tree. Private to the StanceFinder's files.
#ifndef ENTENTE_MEANING_STANCE_AUTHOR_H_
#define ENTENTE_MEANING_STANCE_AUTHOR_H_

#include <vector>

#include "meaning/analysis.h"
#include "meaning/stance_party.h"
#include "meaning/stance_polarity.h"
#include "record/statement.h"

namespace entente {

// Adds a stance for each actor and sentence where the words lean one way: from the
// speaker of the statement that they stand in, else from nobody (the author). Nothing
// about an actor's own saying, and nothing where the sentence shows a stance of a party
// towards the actor already.
void FindAuthorStances(const Analysis& analysis, const PolarityLexicon& lexicon,
                       const StanceParties& parties, std::vector<Stance>& stances);

}  // namespace entente

#endif  // ENTENTE_MEANING_STANCE_AUTHOR_H_
