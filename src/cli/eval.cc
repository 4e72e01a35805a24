// entente eval: scores one layer against a gold file.
#include <cstdio>

#include "base/strings.h"
#include "cli/command.h"
#include "cli/locate.h"
#include "eval/evaluate.h"

namespace entente {
namespace {

Result<std::string> Evaluate(const Engine& engine, const EvalCommand& command) {
  if (command.area == "cases") {
    return EvaluateCases(engine, command.gold, command.shows_errors);
  }
  if (command.area == "nothing") return EvaluateNothing(engine, command.gold);
  const std::string& gold = command.gold.front();
  if (command.area == "time") {
    return EvaluateTimes(engine, gold,
                         {.is_recall_only = command.is_recall_only,
                          .uses_intervals = command.uses_intervals});
  }
  if (command.area == "places") return EvaluatePlaces(engine, gold);
  if (command.area == "statements") return EvaluateStatements(engine, gold);
  if (command.area == "stances") return EvaluateStances(engine, gold);
  if (command.area == "events") return EvaluateEvents(engine, gold);
  if (command.area == "relations") return EvaluateRelations(engine, gold);
  return EvaluateTreebank(engine, gold);
}

}  // namespace

int Run(const EvalCommand& command) {
  const Result<Engine> engine = LoadEngine(command.engine);
  if (!engine) {
    Complain(engine.error());
    return kSomeFailed;
  }
  const Result<std::string> report = Evaluate(*engine, command);
  if (!report) {
    Complain(report.error());
    return kSomeFailed;
  }
  std::fputs(report->c_str(), stdout);
  return kDone;
}

}  // namespace entente
