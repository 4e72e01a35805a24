// The keys of the rows that filters pick. Ask's own.
#ifndef ENTENTE_LEDGER_ASK_KEYS_H_
#define ENTENTE_LEDGER_ASK_KEYS_H_

#include "base/result.h"
#include "ledger/ask.h"
#include "ledger/ask_sql.h"
#include "ledger/database.h"

namespace entente {

// A SELECT of `reading` and `event` (or `statement`, `stance`), each row once, in order
// and no more than the limit. The database is asked how many rows the filters hold for,
// as far as a glance tells.
// REQUIRES: rows of events, statements or stances.
Result<Sql> KeysOf(const Database& database, const AskFilters& filters);

}  // namespace entente

#endif  // ENTENTE_LEDGER_ASK_KEYS_H_
