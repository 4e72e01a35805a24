// Negative cycles: the reason for frustration. A signed graph falls into two camps
// without frustration exactly when no cycle has an odd number of negative edges (Harary
// 1953), so some edge of every such cycle is frustrated.
//
// With a number x of 0..1 for every edge (1: frustrated), camps obey for every cycle C
// and every part F of C such that |F| plus the negative edges of C is odd
//
//   sum of x over C without F  +  sum of (1 - x) over F  >=  1.
//
// These are the odd cycle inequalities of the cut polytope (Barahona and Mahjoub 1986)
// told for signed graphs; those with an empty F alone already describe the least
// frustration whenever the graph has no odd-K5 minor (Guenin 2001).
#ifndef ENTENTE_NETWORK_NEGATIVE_CYCLES_H_
#define ENTENTE_NETWORK_NEGATIVE_CYCLES_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "network/camp_problem.h"

namespace entente {

// One inequality: its edges in order of index. An edge of F counts as 1 - x.
struct CycleCut {
  struct Term {
    std::uint32_t edge = 0;
    bool is_turned = false;  // in F
    friend bool operator==(const Term&, const Term&) = default;
  };
  std::vector<Term> terms;
  double value = 0;  // of the left side; below 1 when it is broken

  friend bool operator==(const CycleCut& a, const CycleCut& b) {
    return a.terms == b.terms;
  }
};

// The inequalities that x breaks by more than `tolerance`, the most broken first, at
// most `limit`; none only when x breaks none. Shortest paths in the doubled graph of
// Barahona and Mahjoub: O(nodes * edges * log nodes).
std::vector<CycleCut> FindBrokenCuts(const CampProblem& problem,
                                     const std::vector<double>& x, double tolerance,
                                     std::size_t limit);

// The inequalities of all triangles with one or three negative edges and an empty F.
std::vector<CycleCut> NegativeTriangles(const CampProblem& problem);

// A lower bound of the frustration: negative cycles that share no cost, packed one
// after another, triangles first. O(edges * (nodes + edges)) at worst.
double PackNegativeCycles(const CampProblem& problem);

}  // namespace entente

#endif  // ENTENTE_NETWORK_NEGATIVE_CYCLES_H_
