#include "meaning/nominal.h"

#include <algorithm>

#include "base/check.h"
#include "base/strings.h"
#include "base/tsv.h"

namespace entente {
namespace {

Result<std::optional<Slot>> ReadSlot(const Tsv& table, std::size_t row,
                                     std::size_t column) {
  const std::string_view cell = table.cell(row, column);
  if (cell == "-") return std::optional<Slot>();
  if (cell == "subject") return std::optional<Slot>(Slot::kSubject);
  if (cell == "object") return std::optional<Slot>(Slot::kObject);
  return table.Complain(row, StrCat("'", cell, "' is not 'subject', 'object' or '-'"));
}

}  // namespace

bool Nominal::TakesObjectWith(std::string_view preposition) const {
  return std::find(object_prepositions.begin(), object_prepositions.end(),
                   preposition) != object_prepositions.end();
}

Result<NominalTable> NominalTable::Read(const std::string& path) {
  TRY(const Tsv table, Tsv::Read(path));
  const Status header = table.ExpectColumns(
      {"id", "noun", "verb", "of", "possessor", "modifier", "objects"});
  if (!header) return header.error();
  NominalTable nominals;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    Nominal nominal;
    nominal.verb = table.cell(row, 2);
    TRY(nominal.of, ReadSlot(table, row, 3));
    TRY(nominal.possessor, ReadSlot(table, row, 4));
    TRY(nominal.modifier, ReadSlot(table, row, 5));
    if (table.cell(row, 6) != "-") {
      for (const std::string_view preposition : Split(table.cell(row, 6), ',')) {
        nominal.object_prepositions.emplace_back(preposition);
      }
    }
    const bool is_new =
        nominals.nouns_.emplace(table.cell(row, 1), std::move(nominal)).second;
    if (!is_new) {
      return table.Complain(row,
                            StrCat("noun '", table.cell(row, 1), "' stands twice"));
    }
  }
  return nominals;
}

std::vector<std::string> NominalTable::Verbs() const {
  std::vector<std::string> verbs;
  for (const auto& entry : nouns_) verbs.push_back(entry.second.verb);
  std::sort(verbs.begin(), verbs.end());
  return verbs;
}

void NominalTable::Add(std::string_view noun) {
  if (nouns_.find(noun) != nouns_.end()) return;
  Nominal nominal;
  nominal.of = Slot::kObject;
  nominal.possessor = Slot::kSubject;
  nominal.modifier = Slot::kSubject;
  nouns_.emplace(noun, std::move(nominal));
}

}  // namespace entente
