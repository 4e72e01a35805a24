#include "serve/rows.h"

#include "base/check.h"
#include "base/strings.h"

namespace entente {
namespace {

constexpr std::string_view kEventColumns =
    "SELECT row, date, date_precision, actor, actor_code, type, mode, recipient, "
    "recipient_code, place, place_country, lat, lon, quad, score, cameo, contexts, "
    "polarity, modality, status, claimed_by, confidence, rule, words, title, source, "
    "url, published FROM events WHERE reading = ? AND event = ?";
constexpr std::string_view kStatementColumns =
    "SELECT row, date, speaker, speaker_code, speaker_role, addressee, kind, polarity, "
    "thought, content, rule, title, source, url, published FROM statements "
    "WHERE reading = ? AND statement = ?";
constexpr std::string_view kStanceColumns =
    "SELECT row, date, giver, giver_code, target, target_code, sign, strength, basis, "
    "issue, claimed_by, words, rule, title, source, url, published FROM stances "
    "WHERE reading = ? AND stance = ?";

template <typename Item>
Result<Rows> Fetch(const Database& database, const Snapshot& snapshot,
                   std::string_view sql, const std::vector<Item>& items,
                   std::span<const std::uint32_t> indexes) {
  TRY(Query query, database.Prepare(sql));
  Rows rows;
  for (const std::uint32_t index : indexes) {
    query.Bind(1, snapshot.documents[items[index].document].reading);
    query.Bind(2, std::int64_t{items[index].number});
    const Status added = rows.Add(query);
    if (!added) return added.error();
  }
  return rows;
}

// RFC 4180; a cell that a spreadsheet would run as a formula gets a quote before it.
std::string CsvCell(std::string_view cell) {
  std::string out;
  if (!cell.empty() &&
      std::string_view("=+-@\t").find(cell[0]) != std::string_view::npos) {
    out = "'";
  }
  out += cell;
  if (out.find_first_of(",\"\r\n") == std::string::npos) return out;
  std::string quoted = "\"";
  for (const char c : out) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

}  // namespace

std::string_view Rows::Get(std::size_t row, std::string_view column) const {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i] == column) return cells_[row][i].text;
  }
  return {};
}

Status Rows::Add(Query& query) {
  const int width = query.columns();
  if (columns_.empty()) {
    for (int i = 0; i < width; ++i) columns_.emplace_back(query.column_name(i));
  }
  while (true) {
    TRY(const bool found, query.Step());
    if (!found) return std::monostate{};
    std::vector<Cell> row;
    row.reserve(columns_.size());
    for (int i = 0; i < width; ++i) {
      Cell cell;
      if (query.IsInteger(i)) {
        cell.kind = Kind::kInteger;
        cell.integer = query.Integer(i);
      } else if (query.IsReal(i)) {
        cell.kind = Kind::kReal;
        cell.real = query.Real(i);
      } else if (!query.IsNull(i)) {
        cell.kind = Kind::kText;
      }
      if (cell.kind != Kind::kNull) cell.text = query.Text(i);
      row.push_back(std::move(cell));
    }
    cells_.push_back(std::move(row));
  }
}

void Rows::ToJson(JsonWriter& json) const {
  constexpr int kDigits = 5;
  json.BeginArray();
  for (const auto& row : cells_) {
    json.BeginObject();
    for (std::size_t i = 0; i < row.size(); ++i) {
      const Cell& cell = row[i];
      if (cell.kind == Kind::kNull) continue;
      json.Key(columns_[i]);
      if (cell.kind == Kind::kText) json.String(cell.text);
      if (cell.kind == Kind::kReal) json.Number(cell.real, kDigits);
      if (cell.kind == Kind::kInteger) json.Number(cell.integer);
    }
    json.EndObject();
  }
  json.EndArray();
}

std::string Rows::ToCsv() const {
  std::string out;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    out += StrCat(i == 0 ? "" : ",", columns_[i]);
  }
  out += "\r\n";
  for (const auto& row : cells_) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += ',';
      out += row[i].kind == Kind::kText ? CsvCell(row[i].text) : row[i].text;
    }
    out += "\r\n";
  }
  return out;
}

Result<Rows> FetchEvents(const Database& database, const Snapshot& snapshot,
                         std::span<const std::uint32_t> events) {
  return Fetch(database, snapshot, kEventColumns, snapshot.events, events);
}

Result<Rows> FetchStatements(const Database& database, const Snapshot& snapshot,
                             std::span<const std::uint32_t> statements) {
  return Fetch(database, snapshot, kStatementColumns, snapshot.statements, statements);
}

Result<Rows> FetchStances(const Database& database, const Snapshot& snapshot,
                          std::span<const std::uint32_t> stances) {
  return Fetch(database, snapshot, kStanceColumns, snapshot.stances, stances);
}

}  // namespace entente
