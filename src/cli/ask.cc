// entente ask: a ledger's rows that filters or SQL pick, as a table, CSV, JSON lines or
// Markdown.
#include "ledger/ask.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "base/check.h"
#include "base/json.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "cli/command.h"
#include "cli/locate.h"
#include "export/csv.h"

namespace entente {
namespace {

constexpr std::size_t kWidestCell = 48;  // letters, in a table for people

using Row = std::vector<std::string>;

std::string MarkdownCell(std::string_view cell) {
  std::string out;
  for (const char c : cell) {
    if (c == '|') out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

std::size_t Letters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

// One line, cut to the widest cell.
std::string TableCell(std::string_view cell) {
  std::string out;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < cell.size();) {
    const CodePoint point = DecodeUtf8(cell, at);
    if (++letters == kWidestCell && at + point.size < cell.size()) {
      return out + "\xE2\x80\xA6";
    }
    const char c = cell[at];
    out += c == '\n' || c == '\r' || c == '\t' ? std::string_view(" ")
                                               : cell.substr(at, point.size);
    at += point.size;
  }
  return out;
}

Row NamesOf(const Query& query) {
  Row names;
  for (int i = 0; i < query.columns(); ++i) names.emplace_back(query.column_name(i));
  return names;
}

Row CellsOf(const Query& query) {
  Row cells;
  for (int i = 0; i < query.columns(); ++i) cells.emplace_back(query.Text(i));
  return cells;
}

template <typename Cell>
void PrintLine(const Row& row, std::string_view between, Cell cell) {
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) line += between;
    line += cell(row[i]);
  }
  line += '\n';
  std::fwrite(line.data(), 1, line.size(), stdout);
}

void PrintJson(const Query& query) {
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  for (int i = 0; i < query.columns(); ++i) {
    if (query.IsNull(i)) continue;
    json.Key(query.column_name(i));
    if (query.IsInteger(i)) {
      json.Number(query.Integer(i));
    } else if (query.IsReal(i)) {
      json.Number(query.Real(i), 5);
    } else {
      json.String(query.Text(i));
    }
  }
  json.EndObject();
  out += '\n';
  std::fwrite(out.data(), 1, out.size(), stdout);
}

void PrintTable(const Row& names, const std::vector<Row>& rows) {
  std::vector<std::size_t> widths;
  for (const std::string& name : names) widths.push_back(Letters(name));
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], Letters(row[i]));
    }
  }
  const auto print = [&](const Row& row) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += row[i];
      if (i + 1 < row.size()) line.append(widths[i] - Letters(row[i]) + 2, ' ');
    }
    std::printf("%s\n", line.c_str());
  };
  print(names);
  for (const Row& row : rows) print(row);
}

Status PrintAll(const AskCommand& command, Query& query) {
  const Row names = NamesOf(query);
  const bool is_table = command.format == "table";
  if (command.format == "csv") PrintLine(names, ",", CsvCell);
  if (command.format == "md") {
    PrintLine(names, " | ", MarkdownCell);
    PrintLine(Row(names.size(), "---"), "|", [](const std::string& c) { return c; });
  }
  std::vector<Row> rows;  // of a table: its columns' widths come first
  for (std::int64_t count = 0; count < command.filters.limit; ++count) {
    TRY(const bool found, query.Step());
    if (!found) break;
    if (command.format == "jsonl") {
      PrintJson(query);
      continue;
    }
    Row cells = CellsOf(query);
    if (command.format == "csv") PrintLine(cells, ",", CsvCell);
    if (command.format == "md") PrintLine(cells, " | ", MarkdownCell);
    if (!is_table) continue;
    for (std::string& cell : cells) cell = TableCell(cell);
    rows.push_back(std::move(cells));
  }
  if (is_table) PrintTable(names, rows);
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    return Error{ErrorCode::kUnavailable, "standard output: could not be written"};
  }
  return std::monostate{};
}

// One line a step of the plan, and the whole query.
Status PrintPlan(const Database& database, const Query& query) {
  const std::string sql(query.sql());
  std::printf("%s\n", sql.c_str());
  TRY(Query plan, database.Prepare(StrCat("EXPLAIN QUERY PLAN ", sql)));
  while (true) {
    TRY(const bool more, plan.Step());
    if (!more) return std::monostate{};
    constexpr int kDetail = 3;
    std::printf("  %s\n", std::string(plan.Text(kDetail)).c_str());
  }
}

Status Ask(const AskCommand& command) {
  TRY(Database database, Database::Open(command.ledger, Database::Access::kRead));
  database.SetDeadline(std::chrono::seconds(command.seconds));
  if (!command.as_of.empty()) {
    const Status shown = ShowAsOf(database, command.as_of);
    if (!shown) return shown;
  }
  TRY(Query query, command.sql.empty() ? PrepareAsk(database, command.filters)
                                       : database.Prepare(command.sql));
  if (command.shows_plan) return PrintPlan(database, query);
  return PrintAll(command, query);
}

}  // namespace

int Run(const AskCommand& command) {
  const Status done = Ask(command);
  if (done) return kDone;
  Complain(done.error());
  return kSomeFailed;
}

}  // namespace entente
