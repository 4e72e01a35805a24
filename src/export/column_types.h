// ColumnTypeOf: what the columns of the ledger's views hold, told by their names, for
// formats that want types.
#ifndef ENTENTE_EXPORT_COLUMN_TYPES_H_
#define ENTENTE_EXPORT_COLUMN_TYPES_H_

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace entente {

enum class ColumnType : std::uint8_t { kText, kDate, kNumber, kInteger };

constexpr ColumnType ColumnTypeOf(std::string_view column) {
  constexpr std::array<std::string_view, 5> kDates = {"date", "begins", "ends",
                                                      "published", "updated"};
  constexpr std::array<std::string_view, 5> kNumbers = {"lat", "lon", "score",
                                                        "strength", "confidence"};
  constexpr std::array<std::string_view, 10> kIntegers = {
      "sign",    "thought", "letters",   "events", "statements",
      "stances", "reading", "statement", "stance", "event"};
  const auto is_in = [column](const auto& list) {
    return std::find(list.begin(), list.end(), column) != list.end();
  };
  if (is_in(kDates)) return ColumnType::kDate;
  if (is_in(kNumbers)) return ColumnType::kNumber;
  if (is_in(kIntegers)) return ColumnType::kInteger;
  return ColumnType::kText;
}

}  // namespace entente

#endif  // ENTENTE_EXPORT_COLUMN_TYPES_H_
