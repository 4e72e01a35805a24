#include "ledger/database.h"

#include <sqlite3.h>

#include <fstream>
#include <utility>

#include "base/check.h"
#include "base/strings.h"

namespace entente {
namespace {

constexpr int kBusyMilliseconds = 5000;
constexpr int kStepsBetweenClocks = 10000;  // of SQLite's machine, a few microseconds

Error ErrorOf(const std::string& path, int code, std::string_view reason) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::kUnavailable,
              StrCat(path,
                     ": another program is writing to it; try again when it is "
                     "done")};
    case SQLITE_FULL:
      return {ErrorCode::kUnavailable,
              StrCat(path, ": the disk is full; what was committed before is kept")};
    case SQLITE_READONLY:
      return {ErrorCode::kUnavailable, StrCat(path, ": may not be written")};
    case SQLITE_CANTOPEN:
      return {ErrorCode::kNotFound, StrCat(path, ": cannot be opened")};
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return {ErrorCode::kCorrupt, StrCat(path, ": is damaged or no ledger (", reason,
                                          "); sqlite3's .recover may save its rows")};
    case SQLITE_INTERRUPT:
      return {ErrorCode::kOverBudget, StrCat(path, ": the query took too long")};
    case SQLITE_IOERR:
      return {ErrorCode::kUnavailable,
              StrCat(path, ": reading or writing failed (", reason, ")")};
    default:
      return {ErrorCode::kInvalid, StrCat(path, ": ", reason)};
  }
}

int Expired(void* deadline) {
  const auto* until = static_cast<std::chrono::steady_clock::time_point*>(deadline);
  return std::chrono::steady_clock::now() > *until ? 1 : 0;
}

}  // namespace

void Query::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

void Query::Bind(int parameter, std::int64_t value) {
  sqlite3_bind_int64(statement_.get(), parameter, value);
}

void Query::Bind(int parameter, double value) {
  sqlite3_bind_double(statement_.get(), parameter, value);
}

void Query::Bind(int parameter, std::string_view value) {
  sqlite3_bind_text64(statement_.get(), parameter, value.data(), value.size(),
                      SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Query::BindBytes(int parameter, std::string_view value) {
  sqlite3_bind_blob64(statement_.get(), parameter, value.data(), value.size(),
                      SQLITE_TRANSIENT);
}

void Query::BindNull(int parameter) { sqlite3_bind_null(statement_.get(), parameter); }

void Query::BindOptional(int parameter, std::string_view value) {
  if (value.empty()) {
    BindNull(parameter);
  } else {
    Bind(parameter, value);
  }
}

void Query::BindOptional(int parameter, std::optional<std::int64_t> value) {
  if (value) {
    Bind(parameter, *value);
  } else {
    BindNull(parameter);
  }
}

Result<bool> Query::Step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  const Error error =
      ErrorOf(name_, code, sqlite3_errmsg(sqlite3_db_handle(statement_.get())));
  Reset();
  if (code == SQLITE_DONE) return false;
  return error;
}

Status Query::Run() {
  TRY(const bool has_row, Step());
  if (has_row) Reset();
  return std::monostate{};
}

void Query::Reset() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}

std::string Query::sql() const {
  char* text = sqlite3_expanded_sql(statement_.get());
  std::string out(text == nullptr ? "" : text);
  sqlite3_free(text);
  return out;
}

int Query::columns() const { return sqlite3_column_count(statement_.get()); }

std::string_view Query::column_name(int column) const {
  return sqlite3_column_name(statement_.get(), column);
}

bool Query::IsNull(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

bool Query::IsInteger(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_INTEGER;
}

bool Query::IsReal(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_FLOAT;
}

std::int64_t Query::Integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Query::Real(int column) const {
  return sqlite3_column_double(statement_.get(), column);
}

std::string_view Query::Text(int column) const {
  const void* bytes = sqlite3_column_text(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

std::string_view Query::Bytes(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

bool Database::IsDatabase(const std::string& path) {
  constexpr std::string_view kMagic = "SQLite format 3";
  std::string head(kMagic.size(), '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  return file && head == kMagic;
}

Result<Database> Database::Open(const std::string& path, Access access) {
  sqlite3* handle = nullptr;
  const int flags = access == Access::kRead
                        ? SQLITE_OPEN_READONLY
                        : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const int opened =
      sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(path, handle);
  if (opened != SQLITE_OK) {
    return ErrorOf(path, opened,
                   handle == nullptr ? "no memory" : sqlite3_errmsg(handle));
  }
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
  const Status keyed = database.Execute("PRAGMA foreign_keys = ON");
  if (!keyed) return keyed.error();
  // The header is read only when something is asked for.
  TRY(Query first, database.Prepare("SELECT count(*) FROM sqlite_schema"));
  TRY(const bool is_read, first.Step());
  CHECK(is_read);
  return database;
}

Result<Query> Database::Prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const char* rest = nullptr;
  const int code = sqlite3_prepare_v3(
      handle_.get(), sql.data(), static_cast<int>(sql.size()), 0, &statement, &rest);
  if (code != SQLITE_OK) return ErrorOf(path_, code, sqlite3_errmsg(handle_.get()));
  Query query(path_, statement);
  const std::string_view left(rest,
                              sql.size() - static_cast<std::size_t>(rest - sql.data()));
  if (statement == nullptr || !Trim(left).empty()) {
    return Error{ErrorCode::kInvalid, "SQL: one statement is wanted"};
  }
  return query;
}

Status Database::Execute(const std::string& sql) const {
  char* reason = nullptr;
  const int code = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, &reason);
  if (code == SQLITE_OK) return std::monostate{};
  Error error = ErrorOf(path_, code, reason == nullptr ? "" : reason);
  sqlite3_free(reason);
  return error;
}

std::int64_t Database::LastRow() const {
  return sqlite3_last_insert_rowid(handle_.get());
}

void Database::SetDeadline(std::chrono::milliseconds limit) {
  if (!deadline_) deadline_ = std::make_unique<std::chrono::steady_clock::time_point>();
  *deadline_ = std::chrono::steady_clock::now() + limit;
  sqlite3_progress_handler(handle_.get(), kStepsBetweenClocks, Expired,
                           deadline_.get());
}

}  // namespace entente
