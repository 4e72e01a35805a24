// SolveCamps: the camps of least frustration with a proof, by an integer program.
//
// One variable of 0 or 1 for every edge (1: frustrated), the sum of costs to be least,
// every negative cycle to hold a frustrated edge: the covering form of the frustration
// index. Aref, Mason and Wilson (2018, "Computing the line index of balance using
// integer programming optimisation") give forms with node variables and add the
// triangles of this one as cuts; here the cycles alone are the program, found when they
// are broken (negative_cycles.h), which leaves the symmetry of the camps out and far
// fewer rows in. GLPK solves the linear programs and branches. The reduced costs at the
// root fix the edges that no better solution can use.
#ifndef ENTENTE_NETWORK_CAMP_PROGRAM_H_
#define ENTENTE_NETWORK_CAMP_PROGRAM_H_

#include <cstdint>

#include "network/camp_problem.h"
#include "network/camp_search.h"

namespace entente {

struct CampProgramOptions {
  // Where the work ends without a proof: counted, not timed, so that the answer is the
  // same on every machine. Above 600 edges fewer, as each step takes longer.
  std::int64_t simplex_steps = 300'000;
  bool may_branch = true;  // false: the linear bound alone
};

struct SolvedCamps {
  FoundCamps best;
  double lower_bound = 0;
  bool is_exact = false;  // lower_bound equals best.frustration
  std::int64_t simplex_steps = 0;
  std::int32_t branches = 0;
};

// Starts from known camps, which may be any. Not for two threads at once: GLPK is not.
SolvedCamps SolveCamps(const CampProblem& problem, const FoundCamps& start,
                       const CampProgramOptions& options);

}  // namespace entente

#endif  // ENTENTE_NETWORK_CAMP_PROGRAM_H_
