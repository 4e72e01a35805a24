// Ask: filters on a ledger's rows, as one SQL query with its parameters.
//
//   AskFilters filters{.rows = AskRows::kEvents, .actor = "RUS", .type = "ASSAULT"};
//   TRY(Query query, PrepareAsk(database, filters));
#ifndef ENTENTE_LEDGER_ASK_H_
#define ENTENTE_LEDGER_ASK_H_

#include <cstdint>
#include <string>

#include "base/result.h"
#include "ledger/database.h"

namespace entente {

enum class AskRows : std::uint8_t { kEvents, kStatements, kStances, kDocuments };

// Empty: no condition. A party is a code or the beginning of one in capitals ("RUS",
// "AFG REB"), or a part of a name in any letters ("kabulov").
struct AskFilters {
  AskRows rows = AskRows::kEvents;
  std::string actor;      // who did, said, or stands
  std::string recipient;  // to whom, or on whom it stands
  std::string type;       // PLOVER
  std::string since;      // YYYY-MM-DD, both days included
  std::string until;
  std::string place;  // part of its name, or a country's code
  std::string text;   // words of the document, as FTS5 reads them
  std::int64_t limit = 100;
};

// Ready to step; rows in order of date, then of the ledger. Returns kInvalid for a
// filter that these rows do not have.
Result<Query> PrepareAsk(const Database& database, const AskFilters& filters);

}  // namespace entente

#endif  // ENTENTE_LEDGER_ASK_H_
