// DuckDb: the few functions of DuckDB's C interface (duckdb.org/docs/api/c) that
// Parquet needs, found in a library at run time.
#ifndef ENTENTE_EXPORT_DUCKDB_LIBRARY_H_
#define ENTENTE_EXPORT_DUCKDB_LIBRARY_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace entente {

class DuckDb {
 public:
  // Opens a database file of DuckDB's, made where it is not. Returns kUnavailable where
  // the library is not installed, with the command that does it.
  static Result<DuckDb> Open(const std::string& path);
  DuckDb(DuckDb&& other) noexcept;
  DuckDb& operator=(DuckDb&&) = delete;
  ~DuckDb();

  // kInvalid with DuckDB's own words.
  Status Execute(const std::string& sql);

  // Rows appended to a table, value by value.
  Status BeginRows(const std::string& table);
  void Integer(std::int64_t value);
  void Real(double value);
  void Text(std::string_view value);
  void Null();
  Status EndRow();
  Status EndRows();

 private:
  struct Functions;
  DuckDb() = default;

  const Functions* call_ = nullptr;
  void* database_ = nullptr;
  void* connection_ = nullptr;
  void* appender_ = nullptr;
};

}  // namespace entente

#endif  // ENTENTE_EXPORT_DUCKDB_LIBRARY_H_
