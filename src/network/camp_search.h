// SearchCamps: good camps quickly, without proof.
//
// Tabu search over single moves (Glover 1989) from several starts: the move of one node
// to the other camp that costs least is made, even when it makes things worse, and the
// node then stays for a while. The work is bounded beforehand.
#ifndef ENTENTE_NETWORK_CAMP_SEARCH_H_
#define ENTENTE_NETWORK_CAMP_SEARCH_H_

#include <cstdint>

#include "network/camp_problem.h"

namespace entente {

struct CampSearchOptions {
  std::uint64_t seed = 1;
  std::uint32_t starts = 12;
  std::uint32_t moves_per_node = 60;  // of each start
};

struct FoundCamps {
  CampOf camp;
  double frustration = 0;
};

// The first start follows a spanning tree of the costliest edges, the others are
// random.
FoundCamps SearchCamps(const CampProblem& problem, const CampSearchOptions& options);

// The nearest camps downhill from `camp`: no single move makes them better.
FoundCamps DescendCamps(const CampProblem& problem, CampOf camp);

// Camps along a spanning tree in which every edge is kept as its sign wants it; edges
// of lower `badness` are taken first. One number an edge; ties go by index.
CampOf CampsOfTree(const CampProblem& problem, const std::vector<double>& badness);

}  // namespace entente

#endif  // ENTENTE_NETWORK_CAMP_SEARCH_H_
