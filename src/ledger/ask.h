// Ask: filters on a ledger's rows, as one SQL query with its parameters.
//
//   AskFilters filters{.rows = AskRows::kEvents, .actor = "RUS", .type = "ASSAULT"};
//   TRY(Query query, PrepareAsk(database, filters));
//
// The query first picks rows by their keys, walking an index in order of date or
// reading few rows, then looks up what is shown of them: its time grows with the rows
// that it gives, not with the ledger.
#ifndef ENTENTE_LEDGER_ASK_H_
#define ENTENTE_LEDGER_ASK_H_

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "ledger/database.h"

namespace entente {

enum class AskRows : std::uint8_t {
  kEvents,
  kStatements,
  kStances,
  kReported,  // events, each once however many report it
  kOneADay,
  kDocuments,
  kStories,
  kCopies,
  kRevisions,
  kRuns,
};

// Empty: no condition. A party is a code or the beginning of one in capitals ("RUS",
// "AFG REB"), or a part of a name in any letters ("kabulov").
struct AskFilters {
  AskRows rows = AskRows::kEvents;
  std::string actor = {};      // who did, said, or stands
  std::string recipient = {};  // to whom, or on whom it stands
  std::string type = {};       // PLOVER
  std::string since = {};      // YYYY-MM-DD, both days included
  std::string until = {};
  std::string place = {};  // part of its name, or a country's code
  std::string text = {};   // words of the document; FTS5's operators where it holds any
  // Conditions on other columns of the view: "mode=arrest", "confidence>=0.7",
  // "title~strike". Operators: = != < <= > >= and ~ (holds, in any letters).
  std::vector<std::string> where = {};
  bool is_newest_first = false;
  std::int64_t limit = 100;
};

// Ready to step; rows in order of date, then of the ledger. Returns kInvalid for a
// filter that these rows do not have.
Result<Query> PrepareAsk(const Database& database, const AskFilters& filters);

// Makes all views of this connection show the ledger as it stood after a run ("3"), or
// at the end of a day ("2026-03-31", UTC). Returns kNotFound where no run is so old.
Status ShowAsOf(const Database& database, const std::string& run_or_date);

}  // namespace entente

#endif  // ENTENTE_LEDGER_ASK_H_
