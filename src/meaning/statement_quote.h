// Joins quotations to the statements that the tree shows, and makes statements of those
// that it does not: beside a reporting word, after a colon, going on after "he said.",
// floating by themselves. Quoted words that nobody says (scare quotes, titles) stay
// without. Private to the StatementFinder's files.
#ifndef ENTENTE_MEANING_STATEMENT_QUOTE_H_
#define ENTENTE_MEANING_STATEMENT_QUOTE_H_

#include <vector>

#include "meaning/statement_draft.h"

namespace entente {

// Extends `drafts` and adds to them; `drafts` are in the order of their cues.
void AttachQuotations(const StatementSource& source,
                      std::vector<StatementDraft>& drafts);

}  // namespace entente

#endif  // ENTENTE_MEANING_STATEMENT_QUOTE_H_
