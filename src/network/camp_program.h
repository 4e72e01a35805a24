// SolveCamps: the camps of least frustration with a proof, by an integer program.
//
// One variable of 0 or 1 for every edge (1: frustrated), the sum of costs to be least,
// every negative cycle to hold a frustrated edge: the covering form of the frustration
// index. Aref, Mason and Wilson (2018, "Computing the line index of balance using
// integer programming optimisation") give forms with node variables and add the
// triangles of this one as cuts; here the cycles alone are the program, found when they
// are broken (negative_cycles.h), which leaves the symmetry of the camps out and far
// fewer rows in.
#ifndef ENTENTE_NETWORK_CAMP_PROGRAM_H_
#define ENTENTE_NETWORK_CAMP_PROGRAM_H_

#include <cstdint>

#include "network/camp_problem.h"
#include "network/camp_search.h"
#include "network/cover_program.h"

namespace entente {

struct SolvedCamps {
  FoundCamps best;
  double lower_bound = 0;
  bool is_exact = false;  // lower_bound equals best.frustration
};

// Starts from known camps, which may be any. Not for two threads at once: GLPK is not.
SolvedCamps SolveCamps(const CampProblem& problem, const FoundCamps& start,
                       const CoverOptions& options);

}  // namespace entente

#endif  // ENTENTE_NETWORK_CAMP_PROGRAM_H_
