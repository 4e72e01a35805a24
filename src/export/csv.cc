#include "export/csv.h"

#include "base/check.h"

namespace entente {

std::string CsvCell(std::string_view cell) {
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(cell);
  std::string out = "\"";
  for (const char c : cell) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

Result<std::int64_t> WriteCsv(Query& query, Output& out) {
  std::string line;
  for (int i = 0; i < query.columns(); ++i) {
    if (i > 0) line += ',';
    line += CsvCell(query.column_name(i));
  }
  out.Write(line + "\r\n");
  for (std::int64_t count = 0;; ++count) {
    TRY(const bool found, query.Step());
    if (!found) return count;
    line.clear();
    for (int i = 0; i < query.columns(); ++i) {
      if (i > 0) line += ',';
      line += CsvCell(query.Text(i));
    }
    out.Write(line + "\r\n");
  }
}

}  // namespace entente
