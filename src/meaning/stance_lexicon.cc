#include "meaning/stance_lexicon.h"

#include <charconv>
#include <optional>
#include <set>
#include <utility>

#include "base/check.h"
#include "base/tsv.h"

namespace entente {
namespace {

std::optional<StanceKind> KindOf(std::string_view name) {
  static constexpr std::pair<std::string_view, StanceKind> kNames[] = {
      {"predicate", StanceKind::kPredicate}, {"role", StanceKind::kRole},
      {"call", StanceKind::kCall},           {"against", StanceKind::kAgainst},
      {"carrier", StanceKind::kCarrier},     {"being", StanceKind::kBeing},
      {"undergone", StanceKind::kUndergone}, {"bond", StanceKind::kBond},
      {"turn", StanceKind::kTurn},           {"stop", StanceKind::kStop}};
  for (const auto& [known, kind] : kNames) {
    if (name == known) return kind;
  }
  return std::nullopt;
}

std::optional<double> StrengthOf(std::string_view cell) {
  double value = 0;
  const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  const bool is_whole = read.ec == std::errc() && read.ptr == cell.data() + cell.size();
  if (!is_whole || value < 0 || value > 1) return std::nullopt;
  return value;
}

}  // namespace

Result<StanceLexicon> StanceLexicon::Read(const std::string& path) {
  TRY(const Tsv table, Tsv::Read(path));
  TRY([[maybe_unused]] const auto checked,
      table.ExpectColumns({"id", "word", "kind", "from", "to", "sign", "strength",
                           "mutual", "fires", "silent"}));
  StanceLexicon lexicon;
  std::set<std::string_view> ids;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto kind = KindOf(table.cell(row, 2));
    if (!kind) return table.Complain(row, "unknown kind");
    const std::string_view sign = table.cell(row, 5);
    if (sign != "+" && sign != "-" && sign != "0") {
      return table.Complain(row, "sign is not +, - or 0");
    }
    const auto strength = StrengthOf(table.cell(row, 6));
    if (!strength) return table.Complain(row, "strength is no number from 0 to 1");
    if (!ids.insert(table.cell(row, 0)).second)
      return table.Complain(row, "id used twice");
    lexicon.words_[std::string(table.cell(row, 1))].push_back(
        {.id = std::string(table.cell(row, 0)),
         .kind = *kind,
         .from = std::string(table.cell(row, 3)),
         .to = std::string(table.cell(row, 4)),
         .sign = sign == "+" ? 1 : (sign == "-" ? -1 : 0),
         .strength = *strength,
         .is_mutual = table.cell(row, 7) == "yes"});
    lexicon.examples_.push_back(
        {std::string(table.cell(row, 0)), std::string(table.cell(row, 1)),
         std::string(table.cell(row, 8)), std::string(table.cell(row, 9))});
  }
  return lexicon;
}

const StanceWord* StanceLexicon::Find(std::string_view lemma, StanceKind kind) const {
  const std::vector<StanceWord>* words = Find(lemma);
  if (words == nullptr) return nullptr;
  for (const StanceWord& word : *words) {
    if (word.kind == kind) return &word;
  }
  return nullptr;
}

}  // namespace entente
