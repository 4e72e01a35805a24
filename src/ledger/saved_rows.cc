#include "ledger/saved_rows.h"

#include <vector>

#include "base/check.h"
#include "base/strings.h"

namespace entente {
namespace {

Result<std::vector<std::string>> ColumnsOf(const Database& database,
                                           std::string_view table) {
  TRY(Query query, database.Prepare("SELECT name FROM pragma_table_info(?)"));
  query.Bind(1, table);
  std::vector<std::string> names;
  while (true) {
    TRY(const bool found, query.Step());
    if (!found) return names;
    names.emplace_back(query.Text(0));
  }
}

std::string Where(std::string_view key) {
  return StrCat(" WHERE reading = ? AND ", key, " = ?");
}

}  // namespace

Result<std::string> SaveRows(const Database& database, std::string_view table,
                             std::string_view key, std::int64_t reading,
                             std::int64_t number) {
  TRY(const std::vector<std::string> columns, ColumnsOf(database, table));
  std::string pairs;
  for (const std::string& column : columns) {
    if (!pairs.empty()) pairs += ", ";
    pairs += StrCat("'", column, "', \"", column, "\"");
  }
  TRY(Query query,
      database.Prepare(StrCat("SELECT json_group_array(json_object(", pairs,
                              ")) FROM \"", table, "\"", Where(key))));
  query.Bind(1, reading);
  query.Bind(2, number);
  TRY(const bool found, query.Step());
  CHECK(found);
  return std::string(query.Text(0));
}

Status DeleteRows(const Database& database, std::string_view table,
                  std::string_view key, std::int64_t reading, std::int64_t number) {
  TRY(Query query, database.Prepare(StrCat("DELETE FROM \"", table, "\"", Where(key))));
  query.Bind(1, reading);
  query.Bind(2, number);
  return query.Run();
}

Status RestoreRows(const Database& database, std::string_view table,
                   std::string_view rows) {
  TRY(const std::vector<std::string> columns, ColumnsOf(database, table));
  std::string names;
  std::string values;
  for (const std::string& column : columns) {
    if (!names.empty()) {
      names += ", ";
      values += ", ";
    }
    names += StrCat("\"", column, "\"");
    values += StrCat("json_extract(value, '$.", column, "')");
  }
  TRY(Query query, database.Prepare(StrCat("INSERT INTO \"", table, "\" (", names,
                                           ") SELECT ", values, " FROM json_each(?)")));
  query.Bind(1, rows);
  return query.Run();
}

}  // namespace entente
