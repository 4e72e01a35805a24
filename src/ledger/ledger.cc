#include "ledger/ledger.h"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <mutex>
#include <optional>
#include <unordered_set>
#include <utility>

#include "base/check.h"
#include "base/hash.h"
#include "base/strings.h"
#include "ledger/database.h"
#include "ledger/happenings.h"
#include "ledger/near_duplicates.h"
#include "ledger/revisions.h"
#include "ledger/row_writer.h"
#include "ledger/schema.h"
#include "ledger/stories.h"

namespace entente {
namespace {

constexpr int kLedgerFormat = 5;                   // PRAGMA user_version
constexpr std::int64_t kApplication = 0x454E5445;  // "ENTE"
constexpr std::size_t kDocumentsACommit = 2000;

std::string Now() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text;
}

// The first cell of a query's answer; 0 where there is none.
Result<std::int64_t> First(const Database& database, std::string_view sql) {
  TRY(Query query, database.Prepare(sql));
  TRY(const bool found, query.Step());
  return found ? query.Integer(0) : 0;
}

// The views of this program in place of those of another.
Status MakeViews(const Database& database) {
  const std::string hash = std::to_string(Hash64(kViewsSql));
  TRY(Query known, database.Prepare("SELECT value FROM meta WHERE name = 'views'"));
  TRY(const bool is_there, known.Step());
  if (is_there && known.Text(0) == hash) return std::monostate{};
  known.Reset();
  std::string sql = "BEGIN IMMEDIATE;";
  TRY(Query views, database.Prepare("SELECT name FROM sqlite_schema WHERE type = "
                                    "'view'"));
  while (true) {
    TRY(const bool more, views.Step());
    if (!more) break;
    sql += StrCat("DROP VIEW \"", views.Text(0), "\";");
  }
  sql += StrCat(kViewsSql, "INSERT OR REPLACE INTO meta VALUES ('views', '", hash,
                "'); COMMIT;");
  return database.Execute(sql);
}

// An empty file gets the schema; one of another program or format is refused.
Status Prepare(const std::string& path, const Database& database) {
  TRY(Query tables, database.Prepare("SELECT count(*) FROM sqlite_schema"));
  TRY(const bool found, tables.Step());
  CHECK(found);
  const bool is_empty = tables.Integer(0) == 0;
  tables.Reset();
  if (is_empty) {
    TRY(Query mode, database.Prepare("PRAGMA journal_mode = WAL"));
    TRY(const bool is_set, mode.Step());
    CHECK(is_set);
    mode.Reset();
    const Status made = database.Execute(
        StrCat("BEGIN IMMEDIATE; PRAGMA application_id = ", kApplication,
               "; PRAGMA user_version = ", kLedgerFormat, ";", kSchemaSql, "COMMIT;"));
    return made ? MakeViews(database) : made;
  }
  TRY(const std::int64_t application, First(database, "PRAGMA application_id"));
  if (application != kApplication) {
    return Error{ErrorCode::kCorrupt,
                 StrCat(path, ": is a database of another program")};
  }
  TRY(const std::int64_t format, First(database, "PRAGMA user_version"));
  if (format != kLedgerFormat) {
    return Error{ErrorCode::kCorrupt,
                 StrCat(path, ": is a ledger of format ", format, ", not ",
                        kLedgerFormat, "; read its documents into a new one")};
  }
  return MakeViews(database);
}

}  // namespace

std::string KeyOf(const Document& document) {
  std::string all;
  const auto add = [&all](std::string_view part) {
    all += StrCat(part.size(), ":");
    all += part;
  };
  add(document.title);
  add(document.source);
  add(document.url);
  add(document.published ? ToString(*document.published) : "");
  add(document.updated ? ToString(*document.updated) : "");
  add(document.text);
  char text[33];
  std::snprintf(text, sizeof text, "%016llx%016llx",
                static_cast<unsigned long long>(Hash64(all, 1)),
                static_cast<unsigned long long>(Hash64(all, 2)));
  return text;
}

struct Ledger::State {
  explicit State(Database opened) : database(std::move(opened)) {}

  Status Begin() {
    if (is_open) return std::monostate{};
    const Status begun = database.Execute("BEGIN IMMEDIATE");
    if (begun) is_open = true;
    return begun;
  }
  Status Commit() {
    if (!is_open) return std::monostate{};
    is_open = false;
    pending = 0;
    TRY(Query count, database.Prepare("UPDATE run SET read = ?, known = ?, failed = ?, "
                                      "upto = ? WHERE run = ?"));
    count.Bind(1, read);
    count.Bind(2, known);
    count.Bind(3, failed);
    count.Bind(4, upto);
    count.Bind(5, run);
    const Status counted = count.Run();
    if (!counted) return counted;
    return database.Execute("COMMIT");
  }

  Database database;
  std::optional<RowWriter> rows;
  mutable std::mutex mutex;  // of `keys`
  std::unordered_set<std::string> keys;
  std::int64_t edition = 0, run = 0;
  std::int64_t upto = 0;  // the last reading
  std::int64_t read = 0, known = 0, failed = 0;
  std::size_t pending = 0;
  bool is_open = false;  // a transaction
};

Ledger::Ledger(std::unique_ptr<State> state) : state_(std::move(state)) {}
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

Result<Ledger> Ledger::Open(const std::string& path) {
  TRY(Database database, Database::Open(path, Database::Access::kWrite));
  const Status prepared = Prepare(path, database);
  if (!prepared) return prepared.error();
  const Status tuned = database.Execute(
      "PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; "
      "PRAGMA cache_size = -65536");
  if (!tuned) return tuned.error();
  return Ledger(std::make_unique<State>(std::move(database)));
}

Status Ledger::BeginRun(const EngineVersion& engine, std::string_view options) {
  State& state = *state_;
  const Status begun = state.Begin();
  if (!begun) return begun;
  TRY(Query add,
      state.database.Prepare("INSERT OR IGNORE INTO edition (version, model, lexicon) "
                             "VALUES (?,?,?)"));
  TRY(Query find, state.database.Prepare("SELECT edition FROM edition WHERE "
                                         "version = ? AND model = ? AND lexicon = ?"));
  for (Query* query : {&add, &find}) {
    query->Bind(1, engine.version);
    query->Bind(2, engine.model);
    query->Bind(3, engine.lexicon);
  }
  const Status added = add.Run();
  if (!added) return added;
  TRY(const bool found, find.Step());
  CHECK(found);
  state.edition = find.Integer(0);
  find.Reset();
  TRY(state.upto,
      First(state.database, "SELECT coalesce(max(reading), 0) FROM reading"));
  TRY(Query run, state.database.Prepare(
                     "INSERT INTO run (edition, started, options) VALUES (?,?,?)"));
  run.Bind(1, state.edition);
  run.Bind(2, Now());
  run.Bind(3, options);
  const Status started = run.Run();
  if (!started) return started;
  state.run = state.database.LastRow();
  TRY(Query keys, state.database.Prepare("SELECT key FROM document JOIN reading "
                                         "USING (document) WHERE edition = ?"));
  keys.Bind(1, state.edition);
  while (true) {
    TRY(const bool more, keys.Step());
    if (!more) break;
    state.keys.emplace(keys.Text(0));
  }
  TRY(state.rows, RowWriter::Make(state.database));
  return state.Commit();
}

bool Ledger::Has(std::string_view key) const {
  const std::lock_guard lock(state_->mutex);
  return state_->keys.count(std::string(key)) > 0;
}

Status Ledger::Add(const Document& document, const Reading& reading,
                   const Ontology& ontology) {
  State& state = *state_;
  std::string key = KeyOf(document);
  if (Has(key)) {
    CountKnown();
    return std::monostate{};
  }
  const Status begun = state.Begin();
  if (!begun) return begun;
  TRY(const std::int64_t number,
      state.rows->AddDocument(state.database, key, document));
  TRY(state.upto, state.rows->AddReading(state.database, number, state.edition,
                                         document, reading, ontology));
  {
    const std::lock_guard lock(state.mutex);
    state.keys.insert(std::move(key));
  }
  ++state.read;
  if (++state.pending < kDocumentsACommit) return std::monostate{};
  return state.Commit();
}

void Ledger::CountKnown() { ++state_->known; }

Status Ledger::AddFailure(std::string_view reason) {
  State& state = *state_;
  const Status begun = state.Begin();
  if (!begun) return begun;
  TRY(Query add, state.database.Prepare("INSERT INTO failure VALUES (?,?)"));
  add.Bind(1, state.run);
  add.Bind(2, reason);
  ++state.failed;
  return add.Run();
}

Status Ledger::Finish() {
  State& state = *state_;
  Status done = state.Begin();
  if (done) {
    TRY(Query finish,
        state.database.Prepare("UPDATE run SET finished = ? WHERE run = ?"));
    finish.Bind(1, Now());
    finish.Bind(2, state.run);
    done = finish.Run();
  }
  if (done) done = state.Commit();
  if (done) done = state.database.Execute(std::string(kIndexesSql));
  if (done) done = state.Begin();
  if (done) done = FindNearDuplicates(state.database);
  if (done) done = FindRevisions(state.database);
  if (done) done = FindStories(state.database);
  if (done) done = FindHappenings(state.database);
  if (done) done = state.Commit();
  if (done) done = state.database.Execute("PRAGMA optimize; PRAGMA wal_checkpoint");
  return done;
}

}  // namespace entente
