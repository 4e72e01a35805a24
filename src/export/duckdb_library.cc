#include "export/duckdb_library.h"

#include <dlfcn.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <utility>
#include <vector>

#include "base/strings.h"

namespace entente {
namespace {

constexpr const char* kPackage = "@duckdb/node-bindings-linux-x64";

// duckdb_result, which callers own; its parts are DuckDB's.
struct QueryResult {
  std::array<void*, 6> parts{};
};

// Where the library may be, in the order in which it is looked for.
std::vector<std::string> Places() {
  std::vector<std::string> places;
  const char* named = std::getenv("ENTENTE_DUCKDB");
  if (named != nullptr) places.emplace_back(named);
  const std::string inside = StrCat("node_modules/", kPackage, "/libduckdb.so");
  std::error_code ignored;
  std::vector<std::filesystem::path> folders = {
      std::filesystem::current_path(ignored),
      std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path()};
  for (std::filesystem::path folder : folders) {
    for (int i = 0; i < 8 && !folder.empty(); ++i) {
      places.push_back((folder / inside).string());
      if (folder == folder.root_path()) break;
      folder = folder.parent_path();
    }
  }
  places.emplace_back("libduckdb.so");
  return places;
}

}  // namespace

struct DuckDb::Functions {
  int (*open)(const char*, void**);
  void (*close)(void**);
  int (*connect)(void*, void**);
  void (*disconnect)(void**);
  int (*query)(void*, const char*, QueryResult*);
  const char* (*result_error)(QueryResult*);
  void (*destroy_result)(QueryResult*);
  int (*appender_create)(void*, const char*, const char*, void**);
  const char* (*appender_error)(void*);
  int (*appender_end_row)(void*);
  int (*appender_close)(void*);
  int (*appender_destroy)(void**);
  int (*append_int64)(void*, std::int64_t);
  int (*append_double)(void*, double);
  int (*append_text)(void*, const char*, std::uint64_t);
  int (*append_null)(void*);

  // Null where no library, or not all of it, is there.
  static const Functions* Find();
};

const DuckDb::Functions* DuckDb::Functions::Find() {
  static const Functions* found = []() -> const Functions* {
    void* library = nullptr;
    for (const std::string& place : Places()) {
      library = ::dlopen(place.c_str(), RTLD_NOW | RTLD_LOCAL);
      if (library != nullptr) break;
    }
    if (library == nullptr) return nullptr;
    static Functions call{};
    bool is_whole = true;
    const auto take = [&](const char* name, auto& function) {
      function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(
          ::dlsym(library, name));
      is_whole = is_whole && function != nullptr;
    };
    take("duckdb_open", call.open);
    take("duckdb_close", call.close);
    take("duckdb_connect", call.connect);
    take("duckdb_disconnect", call.disconnect);
    take("duckdb_query", call.query);
    take("duckdb_result_error", call.result_error);
    take("duckdb_destroy_result", call.destroy_result);
    take("duckdb_appender_create", call.appender_create);
    take("duckdb_appender_error", call.appender_error);
    take("duckdb_appender_end_row", call.appender_end_row);
    take("duckdb_appender_close", call.appender_close);
    take("duckdb_appender_destroy", call.appender_destroy);
    take("duckdb_append_int64", call.append_int64);
    take("duckdb_append_double", call.append_double);
    take("duckdb_append_varchar_length", call.append_text);
    take("duckdb_append_null", call.append_null);
    return is_whole ? &call : nullptr;
  }();
  return found;
}

Result<DuckDb> DuckDb::Open(const std::string& path) {
  DuckDb opened;
  opened.call_ = Functions::Find();
  if (opened.call_ == nullptr) {
    return Error{
        ErrorCode::kUnavailable,
        StrCat("Parquet is written by DuckDB's library, which is not here: npm "
               "install ",
               kPackage, " in this folder, or name libduckdb.so in $ENTENTE_DUCKDB")};
  }
  if (opened.call_->open(path.c_str(), &opened.database_) != 0 ||
      opened.call_->connect(opened.database_, &opened.connection_) != 0) {
    return Error{ErrorCode::kUnavailable, StrCat(path, ": DuckDB cannot open it")};
  }
  return opened;
}

DuckDb::DuckDb(DuckDb&& other) noexcept
    : call_(other.call_),
      database_(std::exchange(other.database_, nullptr)),
      connection_(std::exchange(other.connection_, nullptr)),
      appender_(std::exchange(other.appender_, nullptr)) {}

DuckDb::~DuckDb() {
  if (appender_ != nullptr) call_->appender_destroy(&appender_);
  if (connection_ != nullptr) call_->disconnect(&connection_);
  if (database_ != nullptr) call_->close(&database_);
}

Status DuckDb::Execute(const std::string& sql) {
  QueryResult result;
  const bool is_done = call_->query(connection_, sql.c_str(), &result) == 0;
  const char* reason = is_done ? nullptr : call_->result_error(&result);
  const std::string words = reason == nullptr ? "" : reason;
  call_->destroy_result(&result);
  if (is_done) return std::monostate{};
  return Error{ErrorCode::kInvalid, StrCat("DuckDB: ", words)};
}

Status DuckDb::BeginRows(const std::string& table) {
  if (call_->appender_create(connection_, nullptr, table.c_str(), &appender_) == 0) {
    return std::monostate{};
  }
  return Error{ErrorCode::kInvalid, StrCat("DuckDB: no table ", table)};
}

// What an append refuses is told by the end of the row.
void DuckDb::Integer(std::int64_t value) { call_->append_int64(appender_, value); }
void DuckDb::Real(double value) { call_->append_double(appender_, value); }
void DuckDb::Text(std::string_view value) {
  call_->append_text(appender_, value.data(), value.size());
}
void DuckDb::Null() { call_->append_null(appender_); }

Status DuckDb::EndRow() {
  if (call_->appender_end_row(appender_) == 0) return std::monostate{};
  return Error{ErrorCode::kUnavailable,
               StrCat("DuckDB: ", call_->appender_error(appender_))};
}

Status DuckDb::EndRows() {
  const bool is_done = call_->appender_close(appender_) == 0;
  const char* reason = is_done ? nullptr : call_->appender_error(appender_);
  const std::string words = reason == nullptr ? "" : reason;
  call_->appender_destroy(&appender_);
  appender_ = nullptr;
  if (is_done) return std::monostate{};
  return Error{ErrorCode::kUnavailable, StrCat("DuckDB: ", words)};
}

}  // namespace entente
