#include "ledger/review.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <optional>
#include <utility>

#include "base/check.h"
#include "base/json.h"
#include "base/strings.h"
#include "ledger/amend.h"
#include "ledger/happenings.h"
#include "ledger/ledger.h"
#include "ledger/row_label.h"
#include "ledger/saved_rows.h"

namespace entente {
namespace {

// Tables that hold a row, that which others hang from first; `key` counts it there.
struct Part {
  std::string_view table, key;
};

std::vector<Part> PartsOf(char list) {
  if (list == 's') return {{"statement", "statement"}};
  if (list == 'x') return {{"stance", "stance"}};
  return {
      {"event", "event"}, {"party", "event"}, {"count", "event"}, {"dyad", "event"}};
}

// Rows of others that name a statement as where they come from: they let go of it while
// it is rejected.
struct Link {
  std::string_view table, column;
};
constexpr std::array<Link, 3> kLinks = {
    {{"event", "claimed_by"}, {"stance", "claimed_by"}, {"statement", "parent"}}};

std::string Now() {
  const std::time_t now =
      std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

std::string ToJson(const std::vector<Change>& changes) {
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  for (const Change& change : changes) {
    json.Key(change.field);
    json.String(change.value);
  }
  json.EndObject();
  return out;
}

struct Past {
  Judgement verdict;
  std::vector<Change> changes;
};

// The corrections of a row that still stand, in their order.
Result<std::vector<Past>> Standing(const Database& database, const RowRef& row) {
  TRY(Query query,
      database.Prepare("SELECT correction, verdict, key, value FROM correction LEFT "
                       "JOIN json_each(changes) WHERE reading = ? AND list = ? AND "
                       "number = ? ORDER BY correction, json_each.id"));
  query.Bind(1, row.reading);
  query.Bind(2, std::string_view(&row.list, 1));
  query.Bind(3, row.number);
  std::vector<Past> past;
  std::int64_t last = 0;
  while (true) {
    TRY(const bool found, query.Step());
    if (!found) return past;
    const bool is_new = query.Integer(0) != last;
    last = query.Integer(0);
    const std::string_view verdict = query.Text(1);
    if (verdict == "undo") {
      if (!past.empty()) past.pop_back();
      continue;
    }
    if (is_new) {
      past.push_back({verdict == "accept"   ? Judgement::kAccept
                      : verdict == "reject" ? Judgement::kReject
                                            : Judgement::kAmend,
                      {}});
    }
    if (!query.IsNull(2)) {
      past.back().changes.push_back(
          {std::string(query.Text(2)), std::string(query.Text(3))});
    }
  }
}

// Keeps the machine's rows, once.
Status KeepOriginal(const Database& database, const RowRef& row) {
  std::string rows = "{";
  for (const Part& part : PartsOf(row.list)) {
    TRY(const std::string saved,
        SaveRows(database, part.table, part.key, row.reading, row.number));
    rows += StrCat(rows.size() > 1 ? "," : "", "\"", part.table, "\":", saved);
  }
  if (row.list == 's') {
    for (const Link& link : kLinks) {
      TRY(const std::string saved,
          SaveRows(database, link.table, link.column, row.reading, row.number));
      rows += StrCat(",\"", link.table, ".", link.column, "\":", saved);
    }
  }
  TRY(Query keep, database.Prepare("INSERT OR IGNORE INTO original VALUES (?,?,?,?)"));
  keep.Bind(1, row.reading);
  keep.Bind(2, std::string_view(&row.list, 1));
  keep.Bind(3, row.number);
  keep.Bind(4, rows + "}");
  return keep.Run();
}

Result<bool> HasOriginal(const Database& database, const RowRef& row) {
  TRY(Query find,
      database.Prepare("SELECT 1 FROM original WHERE reading = ? AND list = "
                       "? AND number = ?"));
  find.Bind(1, row.reading);
  find.Bind(2, std::string_view(&row.list, 1));
  find.Bind(3, row.number);
  return find.Step();
}

Status CutLinks(const Database& database, const RowRef& row) {
  for (const Link& link : kLinks) {
    TRY(Query cut, database.Prepare(StrCat("UPDATE ", link.table, " SET ", link.column,
                                           " = NULL WHERE reading = ? AND ",
                                           link.column, " = ?")));
    cut.Bind(1, row.reading);
    cut.Bind(2, row.number);
    const Status done = cut.Run();
    if (!done) return done;
  }
  return std::monostate{};
}

Status MendLinks(const Database& database, const RowRef& row) {
  for (const Link& link : kLinks) {
    TRY(Query mend,
        database.Prepare(StrCat(
            "UPDATE ", link.table, " SET ", link.column,
            " = ?3 WHERE reading = ?1 AND ", link.table,
            " IN (SELECT json_extract(value, '$.", link.table,
            "') FROM original, json_each(rows, '$.\"", link.table, ".", link.column,
            "\"') WHERE reading = ?1 AND list = ?2 AND number = ?3)")));
    mend.Bind(1, row.reading);
    mend.Bind(2, std::string_view(&row.list, 1));
    mend.Bind(3, row.number);
    const Status done = mend.Run();
    if (!done) return done;
  }
  return std::monostate{};
}

// Takes the row out of its tables, what hangs from it first.
Status TakeOut(const Database& database, const RowRef& row) {
  if (row.list == 's') {
    const Status cut = CutLinks(database, row);
    if (!cut) return cut;
  }
  const std::vector<Part> parts = PartsOf(row.list);
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    const Status done =
        DeleteRows(database, part->table, part->key, row.reading, row.number);
    if (!done) return done;
  }
  return std::monostate{};
}

// Puts the machine's row in.
Status PutBack(const Database& database, const RowRef& row) {
  for (const Part& part : PartsOf(row.list)) {
    TRY(Query saved,
        database.Prepare("SELECT json_extract(rows, '$.' || ?4) FROM original WHERE "
                         "reading = ?1 AND list = ?2 AND number = ?3"));
    saved.Bind(1, row.reading);
    saved.Bind(2, std::string_view(&row.list, 1));
    saved.Bind(3, row.number);
    saved.Bind(4, part.table);
    TRY(const bool found, saved.Step());
    CHECK(found);
    const Status done = RestoreRows(database, part.table, saved.Text(0));
    if (!done) return done;
  }
  return row.list == 's' ? MendLinks(database, row) : std::monostate{};
}

Status Append(const Database& database, const Correction& correction) {
  TRY(Query add, database.Prepare(
                     "INSERT INTO correction (reading, list, number, verdict, changes, "
                     "reviewer, made, reason) VALUES (?,?,?,?,?,?,?,?)"));
  add.Bind(1, correction.row.reading);
  add.Bind(2, std::string_view(&correction.row.list, 1));
  add.Bind(3, correction.row.number);
  add.Bind(4, Name(correction.verdict));
  add.Bind(5, ToJson(correction.changes));
  add.Bind(6, correction.reviewer);
  add.Bind(7, Now());
  add.BindOptional(8, correction.reason);
  return add.Run();
}

}  // namespace

std::string_view Name(Judgement verdict) {
  switch (verdict) {
    case Judgement::kAccept:
      return "accept";
    case Judgement::kReject:
      return "reject";
    case Judgement::kAmend:
      return "amend";
    case Judgement::kUndo:
      return "undo";
  }
  return "";
}

Result<std::optional<Judgement>> StateOf(const Database& database, const RowRef& row) {
  TRY(const std::vector<Past> past, Standing(database, row));
  if (past.empty()) return std::optional<Judgement>();
  return std::optional<Judgement>(past.back().verdict);
}

Result<Reviewer> Reviewer::Open(const std::string& path, const Ontology& ontology) {
  { TRY(const Database exists, Database::Open(path, Database::Access::kRead)); }
  { TRY(const Ledger is_ledger, Ledger::Open(path)); }
  TRY(Database database, Database::Open(path, Database::Access::kWrite));
  return Reviewer(std::move(database), ontology);
}

Result<RowRef> Reviewer::Find(std::string_view text) const {
  TRY(const RowLabel label, ParseRowLabel(text));
  RowRef row{0, label.list, label.number};
  TRY(Query find,
      database_.Prepare("SELECT current.reading FROM current JOIN document USING "
                        "(document) WHERE document.key >= ?1 AND document.key < ?1 || "
                        "'g'"));
  find.Bind(1, label.key);
  TRY(const bool found, find.Step());
  if (!found) return NoSuchRow(text);
  row.reading = find.Integer(0);
  find.Reset();
  const Part home = PartsOf(row.list).front();
  TRY(Query there,
      database_.Prepare(StrCat("SELECT 1 FROM ", home.table, " WHERE reading = ?1 AND ",
                               home.key,
                               " = ?2 UNION SELECT 1 FROM original WHERE reading = ?1 "
                               "AND number = ?2 AND list = ?3")));
  there.Bind(1, row.reading);
  there.Bind(2, row.number);
  there.Bind(3, std::string_view(&row.list, 1));
  TRY(const bool is_there, there.Step());
  if (!is_there) return NoSuchRow(text);
  return row;
}

Status Reviewer::Rebuild(const RowRef& row) {
  TRY(const std::vector<Past> past, Standing(database_, row));
  const bool is_touched = std::any_of(past.begin(), past.end(), [](const Past& one) {
    return one.verdict != Judgement::kAccept;
  });
  if (!is_touched) {
    TRY(const bool was_touched, HasOriginal(database_, row));
    if (!was_touched) return std::monostate{};
  }
  Status done = KeepOriginal(database_, row);
  if (done) done = TakeOut(database_, row);
  if (done) done = PutBack(database_, row);
  bool is_out = false;
  for (const Past& one : past) {
    is_out = one.verdict == Judgement::kReject;
    for (const Change& change : one.changes) {
      if (done) done = Amend(database_, *ontology_, row, change);
    }
  }
  return done && is_out ? TakeOut(database_, row) : done;
}

Status Reviewer::Record(const Correction& correction) {
  if (correction.reviewer.empty()) {
    return Error{ErrorCode::kInvalid, "a correction needs a reviewer's name"};
  }
  if ((correction.verdict == Judgement::kAmend) == correction.changes.empty()) {
    return Error{ErrorCode::kInvalid, "an amendment, and only one, changes fields"};
  }
  if (correction.verdict == Judgement::kUndo) {
    TRY(const std::vector<Past> past, Standing(database_, correction.row));
    if (past.empty()) return Error{ErrorCode::kInvalid, "there is nothing to undo"};
  }
  Status done = database_.Execute("BEGIN IMMEDIATE");
  if (!done) return done;
  done = Append(database_, correction);
  if (done) done = Rebuild(correction.row);
  if (done && correction.row.list == 'e') {
    done = RenewHappenings(database_, correction.row.reading);
  }
  if (done) return database_.Execute("COMMIT");
  const Status undone = database_.Execute("ROLLBACK");
  return undone ? done : undone;
}

}  // namespace entente
