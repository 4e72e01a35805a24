#include "meaning/contexts.h"

#include <algorithm>

#include "base/check.h"
#include "base/strings.h"
#include "base/tsv.h"

namespace entente {

Result<ContextTable> ContextTable::Read(const std::string& path) {
  TRY(const Tsv table, Tsv::Read(path));
  const Status header = table.ExpectColumns({"id", "context", "cues"});
  if (!header) return header.error();
  ContextTable contexts;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string_view name = table.cell(row, 1);
    auto at = std::find(contexts.names_.begin(), contexts.names_.end(), name);
    if (at == contexts.names_.end()) {
      contexts.names_.emplace_back(name);
      at = contexts.names_.end() - 1;
    }
    const auto bit = static_cast<std::size_t>(at - contexts.names_.begin());
    if (bit >= 64) return table.Complain(row, "more than 64 contexts");
    for (const std::string_view cue : Split(table.cell(row, 2), ',')) {
      contexts.cues_[std::string(Trim(cue))] |= std::uint64_t{1} << bit;
    }
  }
  return contexts;
}

}  // namespace entente
