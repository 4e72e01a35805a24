// Stories: documents that tell of the same happenings, in their own words. Ledger's
// own: part of Finish.
#ifndef ENTENTE_LEDGER_STORIES_H_
#define ENTENTE_LEDGER_STORIES_H_

#include "base/result.h"
#include "ledger/database.h"

namespace entente {

// Fills `story`: for each document the story's first one. Two originals, published no
// more than two days apart, belong to a story where their profiles are alike: the
// cosine of features weighed by how rare they are in the ledger (TF-IDF; Salton and
// Buckley 1988). The most alike are joined first, as long as a story does not last more
// than ten days; copies follow their originals. All documents are compared anew, so a
// story does not depend on the order in which they were read.
//
// Needs an open transaction, FindNearDuplicates before it, and 600 bytes of memory a
// document.
Status FindStories(const Database& database);

}  // namespace entente

#endif  // ENTENTE_LEDGER_STORIES_H_
