#include "meaning/stance_polarity.h"

#include <charconv>
#include <optional>
#include <set>
#include <utility>

#include "base/check.h"
#include "base/strings.h"
#include "base/tsv.h"

namespace entente {
namespace {

std::optional<PolaritySlot> SlotOf(std::string_view name) {
  static constexpr std::pair<std::string_view, PolaritySlot> kNames[] = {
      {"subject", PolaritySlot::kSubject},
      {"object", PolaritySlot::kObject},
      {"of", PolaritySlot::kOf},
      {"manner", PolaritySlot::kManner}};
  for (const auto& [known, slot] : kNames) {
    if (name == known) return slot;
  }
  return std::nullopt;
}

std::optional<double> ValueOf(std::string_view cell) {
  double value = 0;
  const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  const bool is_whole = read.ec == std::errc() && read.ptr == cell.data() + cell.size();
  if (!is_whole || value < -1 || value > 1 || value == 0) return std::nullopt;
  return value;
}

}  // namespace

Result<PolarityLexicon> PolarityLexicon::Read(const std::string& path) {
  TRY(const Tsv table, Tsv::Read(path));
  TRY([[maybe_unused]] const auto checked,
      table.ExpectColumns({"id", "slot", "value", "words", "fires", "silent"}));
  PolarityLexicon lexicon;
  std::set<std::string_view> ids;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto slot = SlotOf(table.cell(row, 1));
    if (!slot) return table.Complain(row, "slot is not subject, object, of or manner");
    const auto value = ValueOf(table.cell(row, 2));
    if (!value) return table.Complain(row, "value is no number from -1 to 1 but 0");
    if (!ids.insert(table.cell(row, 0)).second)
      return table.Complain(row, "id used twice");
    for (const std::string_view word : SplitBlank(table.cell(row, 3))) {
      const PolarityWord entry{static_cast<std::uint32_t>(lexicon.rows_.size()),
                               *value};
      auto& words = lexicon.words_[static_cast<std::size_t>(*slot)];
      if (!words.emplace(std::string(word), entry).second) {
        return table.Complain(row, StrCat("'", word, "' stands in this slot twice"));
      }
    }
    lexicon.rows_.push_back(
        {std::string(table.cell(row, 0)), std::string(table.cell(row, 3)),
         std::string(table.cell(row, 4)), std::string(table.cell(row, 5))});
  }
  return lexicon;
}

}  // namespace entente
