#include "export/codes.h"

#include <array>
#include <cstdio>

#include "base/check.h"
#include "base/strings.h"
#include "base/tsv.h"

namespace entente {

Result<Codes> Codes::Read(const std::string& world_dir) {
  Codes codes;
  TRY(const Tsv table, Tsv::Read(world_dir + "/fips.tsv"));
  const Status is_table = table.ExpectColumns({"iso3", "fips"});
  if (!is_table) return is_table.error();
  for (std::size_t row = 0; row < table.rows(); ++row) {
    codes.fips_.emplace(table.cell(row, 0), table.cell(row, 1));
  }
  TRY(const Ontology ontology, Ontology::Read(world_dir));
  // Shorter codes first, so that the general ones win.
  for (std::size_t size = 2; size <= 4; ++size) {
    for (const Ontology::Cameo& row : ontology.cameo()) {
      if (row.code.size() != size) continue;
      codes.cameo_.emplace(StrCat(row.type, " ", row.mode), row.code);
      codes.cameo_.emplace(row.type, row.code.substr(0, 2));
    }
  }
  return codes;
}

std::string Codes::Fips(const std::string& iso3) const {
  const auto found = fips_.find(iso3);
  return found == fips_.end() ? std::string() : found->second;
}

std::string Codes::CameoOf(const ExportRow& row) const {
  if (!row.cameo.empty()) return row.cameo;
  const auto exact = cameo_.find(StrCat(row.type, " ", row.mode));
  if (exact != cameo_.end()) return exact->second;
  const auto root = cameo_.find(row.type);
  return root == cameo_.end() ? std::string() : root->second;
}

std::string Codes::CameoRole(const std::string& sector) {
  if (sector == "JRN") return "MED";
  if (sector == "MED") return "HLH";
  return sector;
}

std::string Codes::QuadNumber(std::string_view quad) {
  constexpr std::array<std::string_view, 4> kQuads = {
      "verbal cooperation", "material cooperation", "verbal conflict",
      "material conflict"};
  for (std::size_t i = 0; i < kQuads.size(); ++i) {
    if (kQuads[i] == quad) return std::to_string(i + 1);
  }
  return {};
}

std::string ScoreText(double score) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", score);
  return text;
}

}  // namespace entente
