#include "align/settings.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>

#include "base/check.h"
#include "base/strings.h"
#include "base/tsv.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, kWordCount> kWords = {"reported", "own word",
                                                             "third word"};

// The place of each (kind, name) that the table must have.
std::map<std::string, double*> Slots(AlignSettings& settings) {
  std::map<std::string, double*> slots;
  for (std::size_t i = 0; i < kWordCount; ++i) {
    slots[StrCat("status ", kWords[i])] = &settings.word[i];
  }
  for (std::size_t i = 0; i < kModalityCount; ++i) {
    slots[StrCat("modality ", Name(static_cast<Modality>(i)))] = &settings.modality[i];
  }
  for (std::size_t i = 0; i < kBasisCount; ++i) {
    slots[StrCat("basis ", Name(static_cast<StanceBasis>(i)))] = &settings.basis[i];
  }
  return slots;
}

std::optional<double> NumberOf(std::string_view cell) {
  const std::string text(cell);
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (text.empty() || end != text.c_str() + text.size()) return std::nullopt;
  return value;
}

Status ReadWeights(const std::string& path, AlignSettings& settings) {
  TRY(const Tsv table, Tsv::Read(path));
  const Status columns = table.ExpectColumns({"id", "kind", "name", "weight", "why"});
  if (!columns) return columns;
  std::map<std::string, double*> slots = Slots(settings);
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string_view kind = table.cell(row, 1);
    const auto slot = slots.find(StrCat(kind, " ", table.cell(row, 2)));
    if (slot == slots.end()) {
      return table.Complain(row, "no such kind and name, or it is there twice");
    }
    const std::optional<double> weight = NumberOf(table.cell(row, 3));
    const bool is_status = kind == "status";
    if (!weight || *weight < 0 || *weight > 1 || (is_status && *weight >= 1)) {
      return table.Complain(row, is_status ? "a status weighs 0 or more, less than 1"
                                           : "a weight is a number from 0 to 1");
    }
    *slot->second = *weight;
    slots.erase(slot);
  }
  if (slots.empty()) return std::monostate{};
  return Error{ErrorCode::kCorrupt,
               StrCat(path, ": no row for ", slots.begin()->first)};
}

Status ReadActors(const std::string& path, AlignSettings& settings) {
  TRY(const Tsv table, Tsv::Read(path));
  const Status columns = table.ExpectColumns({"id", "kind", "code", "why"});
  if (!columns) return columns;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string_view kind = table.cell(row, 1);
    if (kind != "apart" && kind != "class") {
      return table.Complain(row, "kind is apart or class");
    }
    (kind == "apart" ? settings.apart_sectors : settings.classes)
        .emplace_back(table.cell(row, 2));
  }
  return std::monostate{};
}

bool Has(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

}  // namespace

Result<AlignSettings> AlignSettings::Read(const std::string& folder) {
  AlignSettings settings;
  const Status weights = ReadWeights(folder + "/weights.tsv", settings);
  if (!weights) return weights.error();
  const Status actors = ReadActors(folder + "/actors.tsv", settings);
  if (!actors) return actors.error();
  return settings;
}

bool AlignSettings::IsApart(std::string_view sector) const {
  return Has(apart_sectors, sector);
}

bool AlignSettings::IsClass(std::string_view country) const {
  return Has(classes, country);
}

}  // namespace entente
