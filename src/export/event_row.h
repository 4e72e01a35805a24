// EventRows: the ledger's events one by one, a row for each actor towards each
// recipient, with all that other programs' formats ask for. One row is in memory at a
// time.
//
//   TRY(EventRows rows, EventRows::Open(database, {.actor = "RUS"}));
//   while (true) {
//     TRY(const bool found, rows.Next());
//     if (!found) break;
//     use(rows.row());
//   }
#ifndef ENTENTE_EXPORT_EVENT_ROW_H_
#define ENTENTE_EXPORT_EVENT_ROW_H_

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "ledger/ask.h"
#include "ledger/database.h"

namespace entente {

struct ExportParty {
  std::string name, code;              // "Russian Defence Ministry", "RUS GOV"
  std::string country, sector, group;  // the blocks of the code
};

struct ExportRow {
  std::int64_t id = 0;  // of event and pair: the same in every export of the row
  std::string label;    // "9f2dcb782915-e8"
  ExportParty actor, recipient;
  std::string type, mode, cameo, quad, contexts;  // contexts: comma between
  double score = 0, confidence = 0;
  std::string date;  // YYYY-MM-DD, "" unknown
  std::string begins, ends, date_precision;
  std::string polarity, modality, status, claimed_by, rule;
  std::string place, place_country, admin1, place_precision;
  std::optional<double> lat, lon;
  std::optional<std::int64_t> geonames;
  std::string words;
  std::int64_t sentence = 0;  // its first byte in the document
  std::string document, title, source, url, published;
};

class EventRows {
 public:
  // Filters as those of ask: events alone; the limit does not count.
  static Result<EventRows> Open(const Database& database, const AskFilters& filters);

  // False: there are no more.
  Result<bool> Next();
  const ExportRow& row() const { return row_; }

 private:
  explicit EventRows(Query query) : query_(std::move(query)) {}

  Query query_;
  ExportRow row_;
};

}  // namespace entente

#endif  // ENTENTE_EXPORT_EVENT_ROW_H_
