// entente-train-events EXAMPLES VERSION LEAST-CONFIDENCE OUT: learns
// data/model/events.model from what entente-event-examples wrote, and reports how it
// does on what it has not seen (docs/model-card.md). OUT "-": only the report.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "base/check.h"
#include "base/files.h"
#include "train/event_model_export.h"

namespace entente::train {
namespace {

Status Learn(const std::string& path, const std::string& version, float least,
             const std::string& out) {
  FoldOptions options;
  TRY(const std::vector<EventExample> examples, ReadEventExamples(path));
  const auto relations = ExamplesOf(EventTask::kRelation, examples);
  const auto relation_guesses = CrossValidate(EventTask::kRelation, relations, options);
  std::fputs(ReportRelations(relation_guesses, options.folds).c_str(), stdout);
  const auto events = ExamplesOf(EventTask::kEvent, examples);
  const auto event_guesses = CrossValidate(EventTask::kEvent, events, options);
  std::vector<Guess> written;  // what people judged; "no event" needs no confidence
  for (const Guess& guess : event_guesses) {
    if (guess.label != kNoEvent && guess.example->origin != ExampleOrigin::kSilver) {
      written.push_back(guess);
    }
  }
  const PlattLine event_line = FitPlatt(written);
  std::fputs(ReportEvents(event_guesses, event_line).c_str(), stdout);
  if (out == "-") return std::monostate();

  std::vector<const EventExample*> all;
  for (const EventExample& example : examples) all.push_back(&example);
  std::vector<Guess> inexact;
  for (const Guess& guess : relation_guesses) {
    if (!guess.example->is_exact) inexact.push_back(guess);
  }
  const FeatureVocabulary vocabulary(all, options.least + 1);
  const SoftmaxModel relation =
      LearnTask(EventTask::kRelation, relations, vocabulary, options);
  const SoftmaxModel event = LearnTask(EventTask::kEvent, events, vocabulary, options);
  const EventModelParts parts{.vocabulary = &vocabulary,
                              .relation = {&relation, FitPlatt(inexact)},
                              .event = {&event, event_line},
                              .least_confidence = least,
                              .examples = std::move(all)};
  const std::string bytes = ExportEventModel(parts, version);
  std::printf("%s: %zu features, %zu bytes\n", out.c_str(), vocabulary.size(),
              bytes.size());
  return WriteFileAtomically(out, bytes);
}

}  // namespace
}  // namespace entente::train

int main(int argc, char** argv) {
  if (argc != 5) {
    std::fputs("usage: entente-train-events EXAMPLES VERSION LEAST-CONFIDENCE OUT\n",
               stderr);
    return 2;
  }
  const entente::Status done =
      entente::train::Learn(argv[1], argv[2], std::strtof(argv[3], nullptr), argv[4]);
  if (!done) {
    std::fprintf(stderr, "entente-train-events: %s\n", done.error().message.c_str());
  }
  return done ? 0 : 1;
}
