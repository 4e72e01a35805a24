// How clauses hang together: the governor of each, its embedding, coordination, and the
// order in which the later steps visit them.
#ifndef ENTENTE_MEANING_CLAUSE_LINKS_H_
#define ENTENTE_MEANING_CLAUSE_LINKS_H_

#include "meaning/clause_draft.h"

namespace entente {

// Fills draft.links and draft.order, and parent and embedding of every clause.
void LinkClauses(ClauseDraft& draft);

}  // namespace entente

#endif  // ENTENTE_MEANING_CLAUSE_LINKS_H_
