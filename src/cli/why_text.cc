#include "cli/why_text.h"

#include <utility>

#include "base/strings.h"

namespace entente {

std::string Airy(std::string_view line) {
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    out += line[i];
    if (line[i] == ',' && i + 1 < line.size() && line[i + 1] != ' ') out += ' ';
  }
  return out;
}

std::vector<std::string> LearnedReason(const Event& event) {
  if (!event.rule.starts_with("learned.")) return {};
  std::vector<std::string> lines = {
      "no frame reads this clause; the learned part does (docs/model-card.md)"};
  if (event.nearest.empty()) {
    lines.emplace_back("no sentence of ours is near: it goes by words and parties");
    return lines;
  }
  std::string near = "nearest sentences of ours, in cases/ and data/rules/: ";
  for (std::size_t i = 0; i < event.nearest.size(); ++i) {
    near += StrCat(i == 0 ? "" : ", ", event.nearest[i]);
  }
  lines.push_back(std::move(near));
  return lines;
}

}  // namespace entente
