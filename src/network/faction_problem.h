// FactionCover: one block of a signed graph whose factions are wanted, as factions.cc
// and its solver see it.
#ifndef ENTENTE_NETWORK_FACTION_PROBLEM_H_
#define ENTENTE_NETWORK_FACTION_PROBLEM_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "network/camp_problem.h"
#include "network/cover_program.h"

namespace entente {

using FactionOf = std::vector<std::uint32_t>;  // by node, any numbers up to size()

class FactionCover : public CoverModel {
 public:
  // Keeps a reference to the problem.
  explicit FactionCover(const CampProblem& problem);

  const std::vector<double>& costs() const override { return costs_; }
  std::vector<CycleCut> FirstCuts() const override;
  std::vector<CycleCut> BrokenCuts(const std::vector<double>& x, double tolerance,
                                   std::size_t limit) const override;
  Cover Near(const std::vector<double>& x) const override;

  // The edges that these factions frustrate.
  Cover CoverOf(const FactionOf& factions) const;

  // Moves single actors to the faction, or to one of their own, where they cost least,
  // until none gains.
  void Descend(FactionOf& factions) const;

  // Iterated: a sixth of the actors is thrown elsewhere and the descent starts again.
  Cover Search(std::uint64_t seed, std::uint32_t throws) const;

  // A lower bound: cycles with exactly one negative edge that share no cost.
  double Pack() const;

 private:
  bool MoveToBest(std::uint32_t node, FactionOf& factions, std::vector<double>& pull,
                  std::vector<std::uint32_t>& members) const;

  const CampProblem& problem_;
  std::vector<double> costs_;
};

}  // namespace entente

#endif  // ENTENTE_NETWORK_FACTION_PROBLEM_H_
