#include "eval/score.h"

#include <algorithm>
#include <cstdio>
#include <tuple>

#include "base/strings.h"

namespace entente {

Prf Score(std::size_t right, std::size_t predicted, std::size_t gold) {
  const auto ratio = [&](std::size_t of, std::size_t other) {
    if (of == 0) return other == 0 ? 1.0 : 0.0;
    return static_cast<double>(right) / static_cast<double>(of);
  };
  Prf prf{.precision = ratio(predicted, gold), .recall = ratio(gold, predicted)};
  const double sum = prf.precision + prf.recall;
  prf.f1 = sum > 0 ? 2 * prf.precision * prf.recall / sum : 0;
  return prf;
}

std::string Fixed(double value, int digits) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.*f", digits, value);
  return buffer;
}

std::string ToString(const Prf& prf) {
  return StrCat("P ", Fixed(prf.precision), " R ", Fixed(prf.recall), " F1 ",
                Fixed(prf.f1));
}

std::vector<Pairing> MatchGreedily(
    std::size_t gold, std::size_t predicted,
    const std::function<Fit(std::size_t, std::size_t)>& fit) {
  struct Pair {
    Fit fit;
    Pairing match;
  };
  std::vector<Pair> pairs;
  for (std::size_t g = 0; g < gold; ++g) {
    for (std::size_t p = 0; p < predicted; ++p) {
      const Fit how = fit(g, p);
      if (how.weight <= 0) continue;
      pairs.push_back(
          {how, {static_cast<std::uint32_t>(g), static_cast<std::uint32_t>(p)}});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return std::tie(a.fit.is_exact, a.fit.weight) >
           std::tie(b.fit.is_exact, b.fit.weight);
  });
  std::vector<bool> is_gold_used(gold, false);
  std::vector<bool> is_predicted_used(predicted, false);
  std::vector<Pairing> matches;
  for (const Pair& pair : pairs) {
    if (is_gold_used[pair.match.gold] || is_predicted_used[pair.match.predicted])
      continue;
    is_gold_used[pair.match.gold] = is_predicted_used[pair.match.predicted] = true;
    matches.push_back(pair.match);
  }
  return matches;
}

Fit FitSpans(TextSpan a, TextSpan b) {
  const auto begin = std::max(a.begin, b.begin);
  const auto end = std::min(a.end, b.end);
  if (begin >= end) return {};
  const auto extent = std::max(a.end, b.end) - std::min(a.begin, b.begin);
  return {.is_exact = a == b, .weight = static_cast<double>(end - begin) / extent};
}

}  // namespace entente
