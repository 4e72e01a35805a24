#include "export/parquet.h"

#include <filesystem>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/strings.h"
#include "export/column_types.h"
#include "export/duckdb_library.h"

namespace entente {
namespace {

// DuckDB's type of a column. Days stay text: not all of them are whole ones.
std::string_view TypeOf(std::string_view column) {
  switch (ColumnTypeOf(column)) {
    case ColumnType::kNumber:
      return "DOUBLE";
    case ColumnType::kInteger:
      return "BIGINT";
    case ColumnType::kDate:
    case ColumnType::kText:
      break;
  }
  return "VARCHAR";
}

// The rows wait in a file of DuckDB's own, so that memory stays bounded; it goes when
// the Parquet file is whole.
class ScratchFile {
 public:
  explicit ScratchFile(std::string path) : path_(std::move(path)) { Remove(); }
  ~ScratchFile() { Remove(); }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  void Remove() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
    std::filesystem::remove(path_ + ".wal", ignored);
  }
  std::string path_;
};

std::string Quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + "'";
}

void AppendCell(const Query& query, int column, bool is_real, DuckDb& duck) {
  if (query.IsNull(column)) {
    duck.Null();
  } else if (is_real) {
    duck.Real(query.Real(column));
  } else if (query.IsInteger(column)) {
    duck.Integer(query.Integer(column));
  } else {
    duck.Text(query.Text(column));
  }
}

Result<std::int64_t> Append(Query& query, DuckDb& duck) {
  std::string columns;
  std::vector<bool> is_real;
  for (int i = 0; i < query.columns(); ++i) {
    const std::string_view type = TypeOf(query.column_name(i));
    is_real.push_back(type == "DOUBLE");
    columns += StrCat(i > 0 ? ", " : "", "\"", query.column_name(i), "\" ", type);
  }
  Status done = duck.Execute("SET memory_limit = '512MB'");
  if (done) done = duck.Execute(StrCat("CREATE TABLE rows (", columns, ")"));
  if (done) done = duck.BeginRows("rows");
  if (!done) return done.error();
  std::int64_t count = 0;
  for (;; ++count) {
    TRY(const bool found, query.Step());
    if (!found) break;
    for (int i = 0; i < query.columns(); ++i) {
      AppendCell(query, i, is_real[static_cast<std::size_t>(i)], duck);
    }
    done = duck.EndRow();
    if (!done) return done.error();
  }
  done = duck.EndRows();
  if (!done) return done.error();
  return count;
}

}  // namespace

Result<std::int64_t> ExportParquet(const Database& database, const AskFilters& filters,
                                   const std::string& path) {
  AskFilters all = filters;
  all.limit = -1;  // SQLite: all
  TRY(Query query, PrepareAsk(database, all));
  const ScratchFile scratch(path + ".duckdb");
  TRY(DuckDb duck, DuckDb::Open(scratch.path()));
  TRY(const std::int64_t count, Append(query, duck));
  const Status written =
      duck.Execute(StrCat("COPY rows TO ", Quoted(path), " (FORMAT PARQUET)"));
  if (!written) return written.error();
  return count;
}

}  // namespace entente
