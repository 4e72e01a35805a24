// Near-duplicates: which documents of a ledger are copies, shortenings and extensions
// of one another. Ledger's own: part of Finish.
#ifndef ENTENTE_LEDGER_NEAR_DUPLICATES_H_
#define ENTENTE_LEDGER_NEAR_DUPLICATES_H_

#include "base/result.h"
#include "ledger/database.h"

namespace entente {

// Compares every document that has no row in `copy` with those whose signature says so,
// and fills `copy`: for each document the one of its group that was published first.
// Groups are what Compare joins, directly or through others, so they are the same
// whichever was read first; only where hundreds of unlike documents share one band are
// they compared with their nearest in time alone. Copies that were published more than
// a week apart must be nearly the same: a weekly bulletin is no copy of the last one.
//
// Needs an open transaction and 300 bytes of memory a document.
Status FindNearDuplicates(const Database& database);

}  // namespace entente

#endif  // ENTENTE_LEDGER_NEAR_DUPLICATES_H_
