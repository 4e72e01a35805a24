#include "network/camp_program.h"

#include <utility>

#include "network/negative_cycles.h"

namespace entente {

namespace {

class CampCover : public CoverModel {
 public:
  explicit CampCover(const CampProblem& problem) : problem_(problem) {
    for (const CampProblem::Edge& edge : problem.edges()) costs_.push_back(edge.cost);
  }

  const std::vector<double>& costs() const override { return costs_; }
  std::vector<CycleCut> FirstCuts() const override {
    return NegativeTriangles(problem_);
  }
  std::vector<CycleCut> BrokenCuts(const std::vector<double>& x, double tolerance,
                                   std::size_t limit) const override {
    return FindBrokenCuts(problem_, x, tolerance, limit);
  }
  Cover Near(const std::vector<double>& x) const override {
    return CoverOf(DescendCamps(problem_, CampsOfTree(problem_, x)));
  }

  Cover CoverOf(const FoundCamps& camps) const {
    Cover cover{{}, camps.frustration};
    for (const CampProblem::Edge& edge : problem_.edges())
      cover.holds.push_back(IsFrustrated(edge, camps.camp) ? 1 : 0);
    return cover;
  }

 private:
  const CampProblem& problem_;
  std::vector<double> costs_;
};

}  // namespace

SolvedCamps SolveCamps(const CampProblem& problem, const FoundCamps& start,
                       const CoverOptions& options) {
  const CampCover model(problem);
  const SolvedCover cover = SolveCover(model, model.CoverOf(start), options);
  SolvedCamps solved;
  solved.lower_bound = cover.lower_bound;
  solved.is_exact = cover.is_exact;
  // A cover of all negative cycles is the frustrated edges of the camps along the
  // others.
  const std::vector<double> badness(cover.best.holds.begin(), cover.best.holds.end());
  solved.best.camp = CampsOfTree(problem, badness);
  solved.best.frustration = FrustrationOf(problem, solved.best.camp);
  return solved;
}

}  // namespace entente
