// Review: what people say of the ledger's rows, and the rows as corrected.
//
//   TRY(Reviewer reviewer, Reviewer::Open("news.ledger", ontology));
//   TRY(const RowRef row, reviewer.Find("9f2dcb782915-e8"));
//   const Status done = reviewer.Record(
//       {row, Judgement::kAmend, {{"type", "AID"}}, "anna", "it was a gift"});
//
// Corrections are only ever added. The tables `event`, `statement`, `stance` and those
// that hang from them hold the corrected state, so that every view, figure and export
// shows it; what the machine wrote stays in `original`. A row's state is what its
// corrections, in their order, make of the machine's: an undo takes back the last one
// that still stands.
#ifndef ENTENTE_LEDGER_REVIEW_H_
#define ENTENTE_LEDGER_REVIEW_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ledger/database.h"
#include "world/ontology.h"

namespace entente {

enum class Judgement : std::uint8_t { kAccept, kReject, kAmend, kUndo };
std::string_view Name(Judgement verdict);

struct RowRef {
  std::int64_t reading = 0;
  char list = 'e';  // e event, s statement, x stance
  std::int64_t number = 0;
};

// Fields: of events type, mode, polarity (+ or -), modality, date (YYYY-MM-DD), actor
// and recipient; of statements kind, polarity and speaker; of stances sign (1, 0, -1),
// giver and target. Parties are codes, "RUS GOV", or "-" for nobody.
struct Change {
  std::string field, value;
};

struct Correction {
  RowRef row;
  Judgement verdict = Judgement::kAccept;
  std::vector<Change> changes;
  std::string reviewer, reason;
};

// The last verdict on a row that still stands; nothing where there is none.
Result<std::optional<Judgement>> StateOf(const Database& database, const RowRef& row);

class Reviewer {
 public:
  // Returns what Ledger::Open returns, and kNotFound where no file is.
  static Result<Reviewer> Open(const std::string& path, const Ontology& ontology);

  // The row of a label, "9f2dcb782915-e8"; kNotFound where there is none, and never
  // was.
  Result<RowRef> Find(std::string_view text) const;

  // All or nothing. Returns kInvalid for a field or value that the row cannot have, or
  // an undo of nothing.
  Status Record(const Correction& correction);

  const Database& database() const { return database_; }

 private:
  Reviewer(Database database, const Ontology& ontology)
      : database_(std::move(database)), ontology_(&ontology) {}
  Status Rebuild(const RowRef& row);

  Database database_;
  const Ontology* ontology_;
};

}  // namespace entente

#endif  // ENTENTE_LEDGER_REVIEW_H_
