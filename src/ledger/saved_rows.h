// SaveRows, RestoreRows: rows of a table as JSON and back, with every column as it was.
#ifndef ENTENTE_LEDGER_SAVED_ROWS_H_
#define ENTENTE_LEDGER_SAVED_ROWS_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "ledger/database.h"

namespace entente {

// The rows of a reading whose column `key` is `number`, as a JSON list of objects.
Result<std::string> SaveRows(const Database& database, std::string_view table,
                             std::string_view key, std::int64_t reading,
                             std::int64_t number);

// Takes such rows out of the table.
Status DeleteRows(const Database& database, std::string_view table,
                  std::string_view key, std::int64_t reading, std::int64_t number);

// Puts back rows that SaveRows gave.
Status RestoreRows(const Database& database, std::string_view table,
                   std::string_view rows);

}  // namespace entente

#endif  // ENTENTE_LEDGER_SAVED_ROWS_H_
