// Happenings: the events of a ledger that are one and the same event, told several
// times. Ledger's own: part of Finish.
#ifndef ENTENTE_LEDGER_HAPPENINGS_H_
#define ENTENTE_LEDGER_HAPPENINGS_H_

#include <cstdint>

#include "base/result.h"
#include "ledger/database.h"

namespace entente {

// Fills `same_event` for every story that has changed. Two events of a story are the
// same where type, polarity and assertedness agree, modes and places do not disagree, a
// named actor of the one is one of the other (by name, or by a code that the other's
// begins with) and so a recipient, and the days agree: exactly where both texts name a
// day, else within one day. No row is lost: each has its place in one happening, which
// is known by the row that was published first.
// Needs an open transaction, and FindStories before it.
Status FindHappenings(const Database& database);

// Likewise for the story of a reading whose events have changed.
Status RenewHappenings(const Database& database, std::int64_t reading);

}  // namespace entente

#endif  // ENTENTE_LEDGER_HAPPENINGS_H_
