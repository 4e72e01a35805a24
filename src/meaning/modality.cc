#include "meaning/modality.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/check.h"
#include "base/strings.h"
#include "base/tsv.h"

namespace entente {
namespace {

template <typename Value, std::size_t kSize>
std::optional<Value> Look(
    const std::array<std::pair<std::string_view, Value>, kSize>& names,
    std::string_view name) {
  for (const auto& [candidate, value] : names) {
    if (candidate == name) return value;
  }
  return std::nullopt;
}

constexpr std::array<std::pair<std::string_view, OperatorKind>, 4> kKinds = {{
    {"verb", OperatorKind::kVerb},
    {"adjective", OperatorKind::kAdjective},
    {"noun", OperatorKind::kNoun},
    {"auxiliary", OperatorKind::kAuxiliary},
}};

constexpr std::array<std::pair<std::string_view, Control>, 5> kControls = {{
    {"none", Control::kNone},
    {"subject", Control::kSubject},
    {"object", Control::kObject},
    {"raising", Control::kRaising},
    {"speech", Control::kSpeech},
}};

constexpr std::array<std::pair<std::string_view, Modality>, 7> kEffects = {{
    {"asserted", Modality::kAsserted},
    {"planned", Modality::kPlanned},
    {"possible", Modality::kPossible},
    {"hypothetical", Modality::kHypothetical},
    {"demanded", Modality::kDemanded},
    {"denied", Modality::kDenied},
    {"negated", Modality::kAsserted},
}};

}  // namespace

Result<OperatorTable> OperatorTable::Read(const std::string& path) {
  TRY(const Tsv table, Tsv::Read(path));
  const Status header =
      table.ExpectColumns({"id", "lemma", "kind", "effect", "control", "nominal"});
  if (!header) return header.error();
  OperatorTable operators;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto kind = Look(kKinds, table.cell(row, 2));
    if (!kind) return table.Complain(row, "no such kind");
    const auto modality = Look(kEffects, table.cell(row, 3));
    if (!modality) return table.Complain(row, "no such effect");
    const auto control = Look(kControls, table.cell(row, 4));
    if (!control) return table.Complain(row, "no such control");
    Operator entry;
    entry.modality = *modality;
    entry.is_negating = table.cell(row, 3) == "negated";
    entry.control = *control;
    entry.takes_nominal = table.cell(row, 5) == "yes";
    auto& words = operators.words_[static_cast<std::size_t>(*kind)];
    if (!words.emplace(table.cell(row, 1), entry).second) {
      return table.Complain(row, StrCat("'", table.cell(row, 1), "' stands twice"));
    }
  }
  return operators;
}

std::vector<std::string> OperatorTable::Verbs() const {
  std::vector<std::string> verbs;
  for (const auto& entry : words_[static_cast<std::size_t>(OperatorKind::kVerb)]) {
    verbs.push_back(entry.first);
  }
  std::sort(verbs.begin(), verbs.end());
  return verbs;
}

Modality Combine(Modality outer, Modality inner) {
  if (outer == Modality::kAsserted) return inner;
  if (inner == Modality::kAsserted || outer == Modality::kDenied) return outer;
  if (outer == Modality::kHypothetical) return outer;
  return inner;
}

}  // namespace entente
