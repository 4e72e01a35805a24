// Corrects what a parser commonly gets wrong around a reporting verb, by what the
// writing shows: a quotation that ends before its cue is whole; the clause before ", X
// said" reaches back to the start of its sentence; a reported clause includes the
// subject that was taken for an object of the cue, and the clauses coordinated with it;
// a speaker stands between the quotation and its cue, or right after the cue. Private
// to the StatementFinder's files.
#ifndef ENTENTE_MEANING_STATEMENT_REPAIR_H_
#define ENTENTE_MEANING_STATEMENT_REPAIR_H_

#include <vector>

#include "meaning/statement_draft.h"

namespace entente {

// REQUIRES: quotations are attached.
void RepairDrafts(const StatementSource& source, std::vector<StatementDraft>& drafts);

}  // namespace entente

#endif  // ENTENTE_MEANING_STATEMENT_REPAIR_H_
