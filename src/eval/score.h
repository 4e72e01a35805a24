// Scores shared by the layers' evaluations: precision, recall, F1; one-to-one matching
// of spans.
#ifndef ENTENTE_EVAL_SCORE_H_
#define ENTENTE_EVAL_SCORE_H_

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/span.h"

namespace entente {

struct Prf {
  double precision = 0;
  double recall = 0;
  double f1 = 0;
};

// With nothing predicted precision is 1 where nothing was there, else 0; recall
// likewise.
Prf Score(std::size_t right, std::size_t predicted, std::size_t gold);

// "P 0.9012 R 0.8800 F1 0.8905"
std::string ToString(const Prf& prf);

// "0.8905", always four digits.
std::string Fixed(double value, int digits = 4);

struct Pairing {
  std::uint32_t gold = 0;
  std::uint32_t predicted = 0;
};

// How well a gold and a predicted row fit: pairs with `weight` <= 0 are never matched;
// among the others an exact pair goes before a better overlapping one.
struct Fit {
  bool is_exact = false;
  double weight = 0;
};

// Greedy one-to-one matching, the best fit first; ties go to the earliest gold, then
// the earliest predicted row. O(gold x predicted): for the rows of one document.
std::vector<Pairing> MatchGreedily(
    std::size_t gold, std::size_t predicted,
    const std::function<Fit(std::size_t, std::size_t)>& fit);

// Equal spans are exact; else the shared bytes over the bytes from first begin to last
// end.
Fit FitSpans(TextSpan a, TextSpan b);

}  // namespace entente

#endif  // ENTENTE_EVAL_SCORE_H_
