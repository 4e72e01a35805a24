#include "world/ontology.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "base/check.h"
#include "base/strings.h"
#include "base/tsv.h"

namespace entente {
namespace {

Result<std::vector<Ontology::Type>> ReadTypes(const std::string& path) {
  TRY(const Tsv table, Tsv::Read(path));
  if (const Status fits = table.ExpectColumns({"type", "mode", "quad", "score"});
      !fits) {
    return fits.error();
  }
  std::vector<Ontology::Type> types;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    Ontology::Type type{std::string(table.cell(row, 0)),
                        std::string(table.cell(row, 1)),
                        std::string(table.cell(row, 2)), 0};
    const std::string_view score = table.cell(row, 3);
    const auto read =
        std::from_chars(score.data(), score.data() + score.size(), type.score);
    if (read.ec != std::errc() || read.ptr != score.data() + score.size()) {
      return table.Complain(row, StrCat("score '", score, "' is not a number"));
    }
    types.push_back(std::move(type));
  }
  std::sort(types.begin(), types.end(), [](const auto& a, const auto& b) {
    return std::tie(a.type, a.mode) < std::tie(b.type, b.mode);
  });
  return types;
}

Result<std::vector<std::string>> ReadContexts(const std::string& path) {
  TRY(const Tsv table, Tsv::Read(path));
  if (const Status fits = table.ExpectColumns({"context"}); !fits) return fits.error();
  std::vector<std::string> contexts;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    contexts.emplace_back(table.cell(row, 0));
  }
  return contexts;
}

}  // namespace

Result<Ontology> Ontology::Read(const std::string& dir) {
  Ontology out;
  TRY(out.types_, ReadTypes(dir + "/plover.tsv"));
  TRY(out.contexts_, ReadContexts(dir + "/contexts.tsv"));
  TRY(const Tsv table, Tsv::Read(dir + "/cameo.tsv"));
  const Status fits =
      table.ExpectColumns({"cameo", "type", "mode", "contexts", "label"});
  if (!fits) return fits.error();
  for (std::size_t row = 0; row < table.rows(); ++row) {
    Cameo cameo{std::string(table.cell(row, 0)),
                std::string(table.cell(row, 1)),
                std::string(table.cell(row, 2)),
                {},
                std::string(table.cell(row, 4))};
    if (out.Find(cameo.type, "") == nullptr) {
      return table.Complain(row, StrCat("'", cameo.type, "' is no type of plover.tsv"));
    }
    if (!cameo.mode.empty() && !out.HasMode(cameo.type, cameo.mode)) {
      return table.Complain(row, StrCat(cameo.type, " has no mode '", cameo.mode, "'"));
    }
    for (const std::string_view context : SplitBlank(table.cell(row, 3))) {
      if (!out.HasContext(context)) {
        return table.Complain(row, StrCat("'", context, "' is not in contexts.tsv"));
      }
      cameo.contexts.emplace_back(context);
    }
    out.cameo_.push_back(std::move(cameo));
  }
  std::sort(out.cameo_.begin(), out.cameo_.end(),
            [](const auto& a, const auto& b) { return a.code < b.code; });
  return out;
}

const Ontology::Type* Ontology::Find(std::string_view type,
                                     std::string_view mode) const {
  const Type* plain = nullptr;
  for (const Type& entry : types_) {
    if (entry.type != type) continue;
    if (entry.mode == mode) return &entry;
    if (entry.mode.empty()) plain = &entry;
  }
  return plain;
}

bool Ontology::HasMode(std::string_view type, std::string_view mode) const {
  const Type* entry = Find(type, mode);
  return entry != nullptr && entry->mode == mode;
}

bool Ontology::HasContext(std::string_view context) const {
  return std::find(contexts_.begin(), contexts_.end(), context) != contexts_.end();
}

const Ontology::Cameo* Ontology::FindCameo(std::string_view code) const {
  for (; code.size() >= 2; code.remove_suffix(1)) {
    const auto at = std::lower_bound(cameo_.begin(), cameo_.end(), code,
                                     [](const Cameo& entry, std::string_view wanted) {
                                       return entry.code < wanted;
                                     });
    if (at != cameo_.end() && at->code == code) return &*at;
  }
  return nullptr;
}

}  // namespace entente
