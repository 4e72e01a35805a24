#include "eval/gold.h"

#include <utility>

#include "base/check.h"
#include "base/files.h"
#include "base/strings.h"
#include "document/reader.h"

namespace entente {

Status ForEachGoldRow(const std::string& path,
                      const std::function<void(GoldRow)>& use) {
  TRY(const std::string bytes, ReadFile(path));
  simdjson::dom::parser parser;
  std::uint32_t number = 0;
  for (const std::string_view line : Split(bytes, '\n')) {
    ++number;
    if (Trim(line).empty()) continue;
    GoldRow row;
    if (parser.parse(line.data(), line.size()).get(row) != simdjson::SUCCESS ||
        !row.is_object()) {
      return Error{ErrorCode::kCorrupt,
                   StrCat(path, ":", number, ": not a JSON object")};
    }
    use(row);
  }
  return std::monostate{};
}

std::optional<std::string_view> StringIn(GoldRow row, std::string_view name) {
  std::string_view value;
  if (row[name].get(value) != simdjson::SUCCESS) return std::nullopt;
  return value;
}

std::optional<double> NumberIn(GoldRow row, std::string_view name) {
  double value = 0;
  if (row[name].get(value) != simdjson::SUCCESS) return std::nullopt;
  return value;
}

std::vector<GoldRow> ListIn(GoldRow row, std::string_view name) {
  simdjson::dom::array values;
  if (row[name].get(values) != simdjson::SUCCESS) return {};
  return {values.begin(), values.end()};
}

std::vector<std::string_view> StringsIn(GoldRow row, std::string_view name) {
  std::vector<std::string_view> strings;
  for (const GoldRow item : ListIn(row, name)) {
    std::string_view value;
    if (item.get(value) == simdjson::SUCCESS) strings.push_back(value);
  }
  return strings;
}

std::vector<TextSpan> SpansIn(GoldRow row, std::string_view name) {
  std::vector<TextSpan> spans;
  for (const GoldRow item : ListIn(row, name)) {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    if (item.at(0).get(begin) != simdjson::SUCCESS) continue;
    if (item.at(1).get(end) != simdjson::SUCCESS) continue;
    spans.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
  return spans;
}

TextSpan SpanOf(GoldRow row) {
  return {.begin = static_cast<std::uint32_t>(NumberIn(row, "b").value_or(0)),
          .end = static_cast<std::uint32_t>(NumberIn(row, "e").value_or(0))};
}

GoldReading ReadGold(const Engine& engine, Workspace& workspace, GoldRow row) {
  GoldReading result;
  auto documents =
      ReadDocuments("gold", std::string(StringIn(row, "text").value_or("")), {});
  if (!documents.front()) return result;  // an empty text has an empty reading
  result.document = std::move(documents.front()).value();
  for (const std::string_view name : {"dct", "date", "story_time"}) {
    if (result.document.published) break;
    if (const auto date = StringIn(row, name)) {
      result.document.published = ParseIsoDate(*date);
    }
  }
  result.reading = engine.Read(result.document, workspace);
  return result;
}

}  // namespace entente
