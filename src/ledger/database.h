// Database, Query: SQLite behind Result and RAII.
//
//   TRY(Database database, Database::Open("news.ledger", Database::Access::kRead));
//   TRY(Query query, database.Prepare("SELECT name FROM entity WHERE code = ?"));
//   query.Bind(1, code);
//   while (true) {
//     TRY(const bool found, query.Step());
//     if (!found) break;
//     use(query.Text(0));
//   }
//
// Errors name the file and say what to do where SQLite's own words do not.
#ifndef ENTENTE_LEDGER_DATABASE_H_
#define ENTENTE_LEDGER_DATABASE_H_

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace entente {

class Query {
 public:
  // Parameters count from 1, columns from 0. Bound text is copied.
  void Bind(int parameter, std::int64_t value);
  void Bind(int parameter, double value);
  void Bind(int parameter, std::string_view value);
  void BindBytes(int parameter, std::string_view value);  // a BLOB
  void BindNull(int parameter);
  // Null where there is no value, or the text is empty.
  void BindOptional(int parameter, std::string_view value);
  void BindOptional(int parameter, std::optional<std::int64_t> value);

  // True: a row stands ready. False: there are no more. After a false or an error the
  // query is reset and may be bound anew.
  Result<bool> Step();
  // Runs a query that gives no rows.
  Status Run();
  void Reset();

  // With its question marks filled in.
  std::string sql() const;
  int columns() const;
  std::string_view column_name(int column) const;
  bool IsNull(int column) const;
  bool IsInteger(int column) const;
  bool IsReal(int column) const;
  std::int64_t Integer(int column) const;
  double Real(int column) const;
  // Valid until the next Step.
  std::string_view Text(int column) const;
  std::string_view Bytes(int column) const;  // of a BLOB; likewise

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Query(std::string name, sqlite3_stmt* statement)
      : name_(std::move(name)), statement_(statement) {}

  std::string name_;  // the file, for messages
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class Database {
 public:
  enum class Access : std::uint8_t { kRead, kWrite };

  // Whether the file begins as SQLite's do.
  static bool IsDatabase(const std::string& path);

  // kRead: the file must exist, and nothing can change it through this connection.
  // kWrite: it is made where it does not exist. Returns kNotFound, kCorrupt for a file
  // that is no database, kUnavailable where it cannot be opened, or written.
  static Result<Database> Open(const std::string& path, Access access);

  // kInvalid, with SQLite's reason, where the text is no single statement.
  Result<Query> Prepare(std::string_view sql) const;
  // One or several statements without rows.
  Status Execute(const std::string& sql) const;
  std::int64_t LastRow() const;

  // Queries that run longer end with kOverBudget.
  void SetDeadline(std::chrono::milliseconds limit);

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  Database(std::string path, sqlite3* handle)
      : path_(std::move(path)), handle_(handle) {}

  std::string path_;
  std::unique_ptr<sqlite3, Close> handle_;
  std::unique_ptr<std::chrono::steady_clock::time_point> deadline_;
};

}  // namespace entente

#endif  // ENTENTE_LEDGER_DATABASE_H_
