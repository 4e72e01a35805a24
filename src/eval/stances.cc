// Scores stances against {"items":[{"id","a","b","sent","label"}]}: for each pair of
// mentions, how the first stands to the second; "a" null: how anybody stands to "b".
#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "base/check.h"
#include "base/strings.h"
#include "eval/evaluate.h"
#include "eval/gold.h"
#include "eval/score.h"

namespace entente {
namespace {

bool Overlaps(TextSpan a, TextSpan b) { return a.begin < b.end && b.begin < a.end; }

std::optional<TextSpan> SpanIn(GoldRow row, std::string_view name) {
  simdjson::dom::array pair;
  if (row[name].get(pair) != simdjson::SUCCESS || pair.size() != 2) {
    return std::nullopt;
  }
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  if (pair.at(0).get(begin) != simdjson::SUCCESS ||
      pair.at(1).get(end) != simdjson::SUCCESS) {
    return std::nullopt;
  }
  return TextSpan{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

class Labeller {
 public:
  explicit Labeller(const GoldReading& gold) : reading_(gold.reading) {
    whole_ = {0, static_cast<std::uint32_t>(gold.document.text.size())};
  }

  // The label that the reading gives an item: the last stance of each direction that
  // touches its sentence; of two directions that differ, the one from a to b.
  std::string Label(GoldRow item) const {
    const TextSpan sentence = SpanIn(item, "sent").value_or(whole_);
    const std::optional<TextSpan> a = SpanIn(item, "a");
    const std::optional<TextSpan> b = SpanIn(item, "b");
    if (!b) return "none";
    int there = 0;
    int back = 0;
    for (const Stance& stance : reading_.stances) {
      if (stance.sign == 0 || !Overlaps(stance.span, sentence)) continue;
      if (!a) {
        if (IsHit(stance.to, *b)) there = stance.sign;
      } else if (IsHit(stance.from, *a) && IsHit(stance.to, *b)) {
        there = stance.sign;
      } else if (IsHit(stance.to, *a) && IsHit(stance.from, *b)) {
        back = stance.sign;
      }
    }
    if (there == 0 && back == 0) return "none";
    const std::string sign = (there != 0 ? there : back) > 0 ? "pos" : "neg";
    if (!a) return sign;
    if (there == back) return sign + "_both";
    return sign + (there != 0 ? "_ab" : "_ba");
  }

 private:
  bool IsHit(EntityId entity, TextSpan span) const {
    return entity.valid() &&
           std::any_of(reading_.mentions.begin(), reading_.mentions.end(),
                       [&](const Mention& mention) {
                         return mention.entity == entity &&
                                Overlaps(mention.span, span);
                       });
  }

  const Reading& reading_;
  TextSpan whole_;
};

struct ClassTally {
  std::size_t gold = 0, predicted = 0, right = 0;
};

}  // namespace

Result<std::string> EvaluateStances(const Engine& engine, const std::string& gold) {
  std::map<std::string, ClassTally, std::less<>> classes;
  std::size_t right = 0;
  std::size_t items = 0;
  Workspace workspace;
  TRY([[maybe_unused]] const auto done, ForEachGoldRow(gold, [&](GoldRow row) {
        const GoldReading read = ReadGold(engine, workspace, row);
        const Labeller labeller(read);
        for (const GoldRow item : ListIn(row, "items")) {
          const std::string want(StringIn(item, "label").value_or("none"));
          const std::string got = labeller.Label(item);
          ++items;
          ++classes[want].gold;
          ++classes[got].predicted;
          if (want != got) continue;
          ++classes[want].right;
          ++right;
        }
      }));
  double sum = 0;
  std::size_t known = 0;
  std::string lines;
  for (const auto& [label, tally] : classes) {
    if (tally.gold == 0) continue;
    const double f1 = Score(tally.right, tally.predicted, tally.gold).f1;
    sum += f1;
    ++known;
    lines += StrCat("  ", label,
                    std::string(10 - std::min<std::size_t>(9, label.size()), ' '), "n ",
                    tally.gold, " F1 ", Fixed(f1), "\n");
  }
  const double macro = known == 0 ? 0 : sum / static_cast<double>(known);
  const double accuracy =
      items == 0 ? 0 : static_cast<double>(right) / static_cast<double>(items);
  return StrCat("macro-F1 ", Fixed(macro), "  accuracy ", Fixed(accuracy), "  n ",
                items, "\n", lines);
}

}  // namespace entente
