#include "world/place_words.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/check.h"
#include "base/strings.h"
#include "base/tsv.h"
#include "world/table_cells.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 9> kClasses = {
    "division", "settlement", "eponym", "bearing", "unit",
    "near",     "link",       "part",   "edge"};

std::uint32_t Bit(PlaceWord kind) { return 1U << static_cast<std::uint32_t>(kind); }

}  // namespace

Status PlaceWords::Read(const std::string& dir) {
  TRY(const Tsv table, Tsv::Read(dir + "/place_words.tsv"));
  const Status fits = table.ExpectColumns({"id", "class", "value", "words", "source"});
  if (!fits) return fits;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto at = std::find(kClasses.begin(), kClasses.end(), table.cell(row, 1));
    if (at == kClasses.end()) {
      return table.Complain(row, StrCat("'", table.cell(row, 1), "' is no class"));
    }
    const auto kind = static_cast<PlaceWord>(at - kClasses.begin());
    const bool has_value = kind == PlaceWord::kBearing || kind == PlaceWord::kDistance;
    const auto value = ParseNumber(table.cell(row, 2));
    if (has_value != value.has_value()) {
      return table.Complain(row, "a bearing and a unit have a value, others none");
    }
    for (const std::string_view word : SplitBlank(table.cell(row, 3))) {
      Entry& entry = words_[std::string(word)];
      entry.kinds |= Bit(kind);
      if (value) entry.value = *value;
    }
  }
  if (!std::filesystem::exists(dir + "/never_places.tsv")) return std::monostate{};
  TRY(const Tsv never, Tsv::Read(dir + "/never_places.tsv"));
  if (const Status columns = never.ExpectColumns({"id", "words", "source"}); !columns)
    return columns;
  for (std::size_t row = 0; row < never.rows(); ++row) {
    for (const std::string_view word : SplitBlank(never.cell(row, 1))) {
      words_[std::string(word)].kinds |= Bit(PlaceWord::kNever);
    }
  }
  return std::monostate{};
}

const PlaceWords::Entry* PlaceWords::Find(std::string_view word) const {
  constexpr std::size_t kLongest = 24;
  if (word.size() > kLongest) return nullptr;
  std::array<char, kLongest> lower{};
  std::transform(word.begin(), word.end(), lower.begin(), [](char c) {
    return IsAsciiUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const auto at = words_.find(std::string_view(lower.data(), word.size()));
  return at == words_.end() ? nullptr : &at->second;
}

bool PlaceWords::Is(PlaceWord kind, std::string_view word) const {
  const Entry* entry = Find(word);
  return entry != nullptr && (entry->kinds & Bit(kind)) != 0;
}

std::optional<double> PlaceWords::Bearing(std::string_view word) const {
  const Entry* entry = Find(word);
  if (entry == nullptr || (entry->kinds & Bit(PlaceWord::kBearing)) == 0)
    return std::nullopt;
  return entry->value;
}

std::optional<double> PlaceWords::Unit(std::string_view word) const {
  const Entry* entry = Find(word);
  if (entry == nullptr || (entry->kinds & Bit(PlaceWord::kDistance)) == 0)
    return std::nullopt;
  return entry->value;
}

}  // namespace entente
