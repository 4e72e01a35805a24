// Row ids as views show them: "9f2dcb782915-e8" is event 8 of the document whose key
// begins with those digits.
#ifndef ENTENTE_LEDGER_ROW_ID_H_
#define ENTENTE_LEDGER_ROW_ID_H_

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "ledger/database.h"

namespace entente {

struct RowPlace {
  char kind = 'e';            // e event, s statement, x stance
  std::int64_t document = 0;  // its number
  std::int64_t reading = 0;   // the one that views show
  std::int64_t number = 0;    // of the event, statement or stance in that reading
};

// Looks up the document by its key's index. Returns kInvalid for what is no row id,
// kNotFound where the ledger has no such document; that the row is there is not
// checked.
Result<RowPlace> FindRow(const Database& database, std::string_view row);

}  // namespace entente

#endif  // ENTENTE_LEDGER_ROW_ID_H_
