// SolveCover: the cheapest edges that hold one of every cycle of some kind, by an
// integer program whose rows come when they are broken.
//
// Both questions of this folder are of this form: two camps need an edge of every cycle
// with an odd number of negative edges (camp_program.h), any number of factions an edge
// of every cycle with exactly one (factions.h). GLPK solves the linear programs and
// branches. The reduced costs at the root fix the edges that no better cover can use.
#ifndef ENTENTE_NETWORK_COVER_PROGRAM_H_
#define ENTENTE_NETWORK_COVER_PROGRAM_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "network/negative_cycles.h"

namespace entente {

struct Cover {
  std::vector<std::uint8_t> holds;  // by edge, 1 when it is in the cover
  double cost = 0;
};

// What a question must say of itself.
class CoverModel {
 public:
  virtual ~CoverModel() = default;

  virtual const std::vector<double>& costs() const = 0;  // by edge, above 0
  virtual std::vector<CycleCut> FirstCuts() const = 0;   // a few that are worth having
  // The inequalities that x breaks by more than `tolerance`; none only when it breaks
  // none.
  virtual std::vector<CycleCut> BrokenCuts(const std::vector<double>& x,
                                           double tolerance,
                                           std::size_t limit) const = 0;
  // A cover near x, which may be fractional. It need not be minimal, but of an x that
  // is a cover it costs no more.
  virtual Cover Near(const std::vector<double>& x) const = 0;
};

struct CoverOptions {
  // Where the work ends without a proof: counted, not timed, so that the answer is the
  // same on every machine. Above 600 edges fewer, as each step takes longer.
  std::int64_t simplex_steps = 300'000;
  bool may_branch = true;  // false: the linear bound alone
};

struct SolvedCover {
  Cover best;
  double lower_bound = 0;
  bool is_exact = false;  // lower_bound equals best.cost
  std::int64_t simplex_steps = 0;
  std::int32_t branches = 0;
};

// Starts from a known cover, which may be any. Not for two threads at once: GLPK is
// not.
SolvedCover SolveCover(const CoverModel& model, const Cover& start,
                       const CoverOptions& options);

}  // namespace entente

#endif  // ENTENTE_NETWORK_COVER_PROGRAM_H_
