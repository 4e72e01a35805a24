// Scores `relate` against {"text","source","target","plover"}.
#include <map>

#include "base/check.h"
#include "base/strings.h"
#include "engine/relate.h"
#include "eval/evaluate.h"
#include "eval/gold.h"
#include "eval/score.h"

namespace entente {
namespace {

// The gold folds CONCEDE and RETREAT into one class.
std::string Folded(std::string_view type) {
  return type == "CONCEDE" || type == "RETREAT" ? "YIELD" : std::string(type);
}

struct Class {
  std::size_t gold = 0, predicted = 0, right = 0;
};

}  // namespace

Result<std::string> EvaluateRelations(const Engine& engine, const std::string& gold) {
  Workspace workspace;
  std::map<std::string, Class> classes;
  std::size_t rows = 0;
  std::size_t right = 0;
  std::size_t unanswered = 0;
  TRY([[maybe_unused]] const auto done, ForEachGoldRow(gold, [&](GoldRow row) {
        const RelateQuery query{.text = std::string(StringIn(row, "text").value_or("")),
                                .source = SpansIn(row, "source"),
                                .target = SpansIn(row, "target")};
        if (query.source.empty() || query.target.empty()) return;
        const std::string want = Folded(StringIn(row, "plover").value_or(""));
        ++rows;
        ++classes[want].gold;
        const auto relation = RelateParties(engine, query, workspace);
        if (!relation) {
          ++unanswered;
          return;
        }
        const std::string got = Folded(Name(relation->type));
        ++classes[got].predicted;
        classes[got].right += got == want;
        right += got == want;
      }));
  std::string out;
  double sum = 0;
  std::size_t gold_classes = 0;
  for (const auto& [name, each] : classes) {
    if (each.gold == 0) continue;
    const double f1 = 2.0 * static_cast<double>(each.right) /
                      static_cast<double>(each.gold + each.predicted);
    sum += f1;
    ++gold_classes;
    out += StrCat("  ", name, std::string(name.size() < 10 ? 10 - name.size() : 0, ' '),
                  " ", Fixed(f1, 3), "  n=", each.gold, "\n");
  }
  const auto share = [](double part, std::size_t whole) {
    return whole == 0 ? 0 : part / static_cast<double>(whole);
  };
  return StrCat(out, "n=", rows, " unanswered=", unanswered,
                " macroF1=", Fixed(share(sum, gold_classes), 3),
                " accuracy=", Fixed(share(static_cast<double>(right), rows), 3), "\n");
}

}  // namespace entente
