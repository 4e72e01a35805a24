// Rows: what a query gives, kept whole, and written as JSON or CSV under the columns'
// own names; the rows of a snapshot with their words.
#ifndef ENTENTE_SERVE_ROWS_H_
#define ENTENTE_SERVE_ROWS_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "ledger/database.h"
#include "serve/snapshot.h"

namespace entente {

class Rows {
 public:
  std::size_t size() const { return cells_.size(); }
  bool empty() const { return cells_.empty(); }
  // Empty where the column is null, or there is none of the name.
  std::string_view Get(std::size_t row, std::string_view column) const;

  // Adds every row that the query still gives. All must come from one kind of query.
  Status Add(Query& query);

  // An array of objects, null columns left out.
  void ToJson(JsonWriter& json) const;
  // RFC 4180, with a line of names.
  std::string ToCsv() const;

 private:
  enum class Kind : std::uint8_t { kNull, kInteger, kReal, kText };
  struct Cell {
    Kind kind = Kind::kNull;
    double real = 0;
    std::int64_t integer = 0;
    std::string text;
  };
  std::vector<std::string> columns_;
  std::vector<std::vector<Cell>> cells_;
};

// The rows of the ledger's views for events, statements, stances that stand at these
// indexes of the snapshot, in that order.
Result<Rows> FetchEvents(const Database& database, const Snapshot& snapshot,
                         std::span<const std::uint32_t> events);
Result<Rows> FetchStatements(const Database& database, const Snapshot& snapshot,
                             std::span<const std::uint32_t> statements);
Result<Rows> FetchStances(const Database& database, const Snapshot& snapshot,
                          std::span<const std::uint32_t> stances);

}  // namespace entente

#endif  // ENTENTE_SERVE_ROWS_H_
