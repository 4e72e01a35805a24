#include "network/cover_program.h"

#include <glpk.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace entente {

namespace {

constexpr double kTolerance = 1e-6;
constexpr std::size_t kCutsARound = 250;
// A step costs in proportion to the edges: above so many there are fewer steps.
constexpr std::int64_t kFullStepEdges = 600;

struct DeleteProblem {
  void operator()(glp_prob* problem) const { glp_delete_prob(problem); }
};

int Column(std::size_t edge) { return static_cast<int>(edge) + 1; }

class Solver {
 public:
  Solver(const CoverModel& model, const Cover& start, const CoverOptions& options)
      : model_(model), options_(options), program_(glp_create_prob()) {
    const std::vector<double>& costs = model.costs();
    const auto edges = static_cast<std::int64_t>(costs.size());
    step_limit_ =
        options.simplex_steps * kFullStepEdges / std::max(kFullStepEdges, edges);
    glp_term_out(GLP_OFF);
    solved_.best = start;
    glp_set_obj_dir(program_.get(), GLP_MIN);
    glp_add_cols(program_.get(), static_cast<int>(costs.size()));
    for (std::size_t i = 0; i < costs.size(); ++i) {
      glp_set_obj_coef(program_.get(), Column(i), costs[i]);
      glp_set_col_bnds(program_.get(), Column(i), GLP_DB, 0, 1);
      has_whole_costs_ = has_whole_costs_ && costs[i] == std::floor(costs[i]);
    }
  }

  SolvedCover Solve() {
    std::vector<CycleCut> first = model_.FirstCuts();
    if (first.size() > 2 * model_.costs().size())
      first.resize(2 * model_.costs().size());
    Add(first);
    if (SolveRoot() && !is_done() && options_.may_branch) {
      FixByReducedCosts();
      Branch();
    }
    if (is_done()) {
      solved_.is_exact = true;
      solved_.lower_bound = solved_.best.cost;
    } else if (has_whole_costs_) {
      solved_.lower_bound = std::ceil(solved_.lower_bound - kTolerance);
    }
    return solved_;
  }

 private:
  // No cover can be better than the best known: costs that are whole leave no room
  // between one number and the next.
  bool is_done() const { return !LeavesRoom(solved_.lower_bound); }
  bool LeavesRoom(double bound) const {
    const double room = solved_.best.cost - bound;
    return has_whole_costs_ ? room > 1 - kTolerance : room > kTolerance;
  }

  void Add(const std::vector<CycleCut>& cuts) {
    if (cuts.empty()) return;
    int row = glp_add_rows(program_.get(), static_cast<int>(cuts.size()));
    for (const CycleCut& cut : cuts) {
      std::vector<int> columns{0};
      std::vector<double> factors{0};
      double least = 1;
      for (const CycleCut::Term& term : cut.terms) {
        columns.push_back(Column(term.edge));
        factors.push_back(term.is_turned ? -1 : 1);
        least -= term.is_turned ? 1 : 0;
      }
      glp_set_mat_row(program_.get(), row, static_cast<int>(cut.terms.size()),
                      columns.data(), factors.data());
      glp_set_row_bnds(program_.get(), row, GLP_LO, least, 0);
      ++row;
    }
  }

  // Rows that the solution does not touch go: they come back when they are broken.
  void DropIdleRows() {
    std::vector<int> idle{0};
    for (int row = 1; row <= glp_get_num_rows(program_.get()); ++row) {
      if (glp_get_row_stat(program_.get(), row) == GLP_BS) idle.push_back(row);
    }
    if (idle.size() > 1)
      glp_del_rows(program_.get(), static_cast<int>(idle.size()) - 1, idle.data());
  }

  std::vector<double> Solution() const {
    std::vector<double> x(model_.costs().size());
    for (std::size_t i = 0; i < x.size(); ++i)
      x[i] = std::clamp(glp_get_col_prim(program_.get(), Column(i)), 0.0, 1.0);
    return x;
  }

  void TryCoverNear(const std::vector<double>& x) {
    Cover found = model_.Near(x);
    if (found.cost < solved_.best.cost - kTolerance) solved_.best = std::move(found);
  }

  // The linear program with all cycles that matter. False when the work ran out or the
  // solver gave up; the bound so far holds all the same.
  bool SolveRoot() {
    glp_smcp how;
    glp_init_smcp(&how);
    how.msg_lev = GLP_MSG_OFF;
    how.meth = GLP_DUALP;
    while (true) {
      if (glp_simplex(program_.get(), &how) != 0) return false;
      solved_.simplex_steps = glp_get_it_cnt(program_.get());
      if (glp_get_status(program_.get()) != GLP_OPT) return false;
      const double before = solved_.lower_bound;
      solved_.lower_bound = std::max(before, glp_get_obj_val(program_.get()));
      const std::vector<double> x = Solution();
      TryCoverNear(x);
      if (is_done()) return true;
      if (solved_.simplex_steps > step_limit_) return false;
      const std::vector<CycleCut> cuts = model_.BrokenCuts(x, 1e-4, kCutsARound);
      if (cuts.empty()) return true;
      if (solved_.lower_bound > before + kTolerance) DropIdleRows();
      Add(cuts);
    }
  }

  void FixByReducedCosts() {
    for (std::size_t i = 0; i < model_.costs().size(); ++i) {
      const double rise = glp_get_col_dual(program_.get(), Column(i));
      if (LeavesRoom(solved_.lower_bound + std::abs(rise))) continue;
      const double kept = rise > 0 ? 0 : 1;
      glp_set_col_bnds(program_.get(), Column(i), GLP_FX, kept, kept);
    }
  }

  void Branch() {
    for (std::size_t i = 0; i < model_.costs().size(); ++i)
      glp_set_col_kind(program_.get(), Column(i), GLP_IV);
    glp_iocp how;
    glp_init_iocp(&how);
    how.msg_lev = GLP_MSG_OFF;
    how.br_tech = GLP_BR_DTH;
    how.bt_tech = GLP_BT_BLB;
    how.cb_func = &Solver::Call;
    how.cb_info = this;
    const int failed = glp_intopt(program_.get(), &how);
    solved_.simplex_steps = glp_get_it_cnt(program_.get());
    if (failed == 0) {
      // GLPK has looked everywhere: nothing is better than the best that we know.
      if (glp_mip_status(program_.get()) == GLP_OPT) {
        std::vector<double> x(model_.costs().size());
        for (std::size_t i = 0; i < x.size(); ++i)
          x[i] = glp_mip_col_val(program_.get(), Column(i));
        TryCoverNear(x);
      }
      solved_.lower_bound = solved_.best.cost;
    }
  }

  static void Call(glp_tree* tree, void* self) {
    static_cast<Solver*>(self)->Answer(tree);
  }

  void Answer(glp_tree* tree) {
    switch (glp_ios_reason(tree)) {
      case GLP_ISELECT:
        if (glp_get_it_cnt(program_.get()) > step_limit_) {
          const double bound = glp_ios_node_bound(tree, glp_ios_best_node(tree));
          solved_.lower_bound = std::max(solved_.lower_bound, bound);
          glp_ios_terminate(tree);
        }
        break;
      case GLP_IROWGEN:
        // A row more is a row of the program that the tree works on, which is ours.
        Add(model_.BrokenCuts(Solution(), 1e-3, kCutsARound));
        break;
      case GLP_IHEUR: {
        TryCoverNear(Solution());
        std::vector<double> x{0};
        x.insert(x.end(), solved_.best.holds.begin(), solved_.best.holds.end());
        glp_ios_heur_sol(tree, x.data());
        break;
      }
      case GLP_IBRANCH:
        ++solved_.branches;
        break;
      default:
        break;
    }
  }

  const CoverModel& model_;
  const CoverOptions& options_;
  std::unique_ptr<glp_prob, DeleteProblem> program_;
  SolvedCover solved_;
  bool has_whole_costs_ = true;
  std::int64_t step_limit_ = 0;
};

}  // namespace

SolvedCover SolveCover(const CoverModel& model, const Cover& start,
                       const CoverOptions& options) {
  return Solver(model, start, options).Solve();
}

}  // namespace entente
