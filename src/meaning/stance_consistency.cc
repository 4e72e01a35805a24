#include "meaning/stance_consistency.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace entente {
namespace {

// What the holder says of itself: its own words, nobody else's.
bool IsOwnWord(const std::vector<Statement>& statements, const Stance& stance) {
  return stance.claimed_by.valid() && stance.from.valid() &&
         statements[stance.claimed_by.value].speaker == stance.from;
}

bool IsRecord(const Stance& stance) {
  return stance.basis == StanceBasis::kEvent && !stance.claimed_by.valid();
}

}  // namespace

void FindContradictions(const std::vector<Statement>& statements,
                        std::vector<Stance>& stances) {
  constexpr std::uint32_t kMostOfPair = 64;
  std::vector<std::uint32_t> order(stances.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto pair = [&](std::uint32_t at) {
    return std::tuple(stances[at].from, stances[at].to);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return pair(a) < pair(b); });
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first;
    while (last < order.size() && pair(order[last]) == pair(order[first])) ++last;
    const std::size_t end = std::min<std::size_t>(last, first + kMostOfPair);
    for (std::size_t a = first; a < end; ++a) {
      for (std::size_t b = first; b < end; ++b) {
        Stance& word = stances[order[a]];
        Stance& deed = stances[order[b]];
        if (word.sign * deed.sign >= 0 || !IsOwnWord(statements, word) ||
            !IsRecord(deed)) {
          continue;
        }
        word.contradicts.push_back(order[b]);
        deed.contradicts.push_back(order[a]);
      }
    }
    first = last;
  }
}

}  // namespace entente
