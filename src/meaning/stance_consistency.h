// Words against the record: somebody calls an actor a partner and fines it in the same
// text. Private to the StanceFinder's files.
#ifndef ENTENTE_MEANING_STANCE_CONSISTENCY_H_
#define ENTENTE_MEANING_STANCE_CONSISTENCY_H_

#include <vector>

#include "record/statement.h"

namespace entente {

// Fills `contradicts` of each stance that somebody states about itself towards an
// actor, with the events of the other sign that the text reports between the two, in
// its own voice; and of those events' stances with the statement's. Cost: n log n.
void FindContradictions(const std::vector<Statement>& statements,
                        std::vector<Stance>& stances);

}  // namespace entente

#endif  // ENTENTE_MEANING_STANCE_CONSISTENCY_H_
