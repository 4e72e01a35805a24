// Revisions: which documents are later versions of the same article, and what changed
// in them. Ledger's own: part of Finish.
#ifndef ENTENTE_LEDGER_REVISIONS_H_
#define ENTENTE_LEDGER_REVISIONS_H_

#include <string>
#include <string_view>

#include "base/result.h"
#include "ledger/database.h"

namespace entente {

// Fills `revision`: each document whose address an earlier document has with another
// text; and each near-copy from the same source under (nearly) the same title. Earlier
// is what was updated or published before, on the same day what was read before.
// Needs an open transaction, and FindNearDuplicates before it.
Status FindRevisions(const Database& database);

// What one text says in sentences that another has not, a line each. Sentences are
// compared by their words.
std::string SentencesOnlyIn(std::string_view text, std::string_view other);

}  // namespace entente

#endif  // ENTENTE_LEDGER_REVISIONS_H_
