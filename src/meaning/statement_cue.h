// Statements that the tree shows: a reporting word and the clause that it governs,
// follows or interrupts. Private to the StatementFinder's files.
#ifndef ENTENTE_MEANING_STATEMENT_CUE_H_
#define ENTENTE_MEANING_STATEMENT_CUE_H_

#include <vector>

#include "meaning/statement_draft.h"

namespace entente {

// Verbs, nouns, adjectives and "according to", in text order.
std::vector<StatementDraft> FindCues(const StatementSource& source);

// A draft for a reporting verb, its content still empty.
StatementDraft DraftOfVerb(const StatementSource& source, std::uint32_t verb,
                           const ReportingWord& entry);

// Headlines: "Lavrov: Russia is ready", "Russia is ready - Lavrov".
void FindHeadlineCues(const StatementSource& source,
                      std::vector<StatementDraft>& drafts);

}  // namespace entente

#endif  // ENTENTE_MEANING_STATEMENT_CUE_H_
