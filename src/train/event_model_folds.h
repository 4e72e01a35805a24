// Cross-validation of the learned part: what it would answer for examples that it has
// not seen, and how far its confidence can be believed.
#ifndef ENTENTE_TRAIN_EVENT_MODEL_FOLDS_H_
#define ENTENTE_TRAIN_EVENT_MODEL_FOLDS_H_

#include <string>
#include <vector>

#include "train/event_model_learner.h"

namespace entente::train {

// Which of the two models: what one party does to another, or whether a clause is an
// event.
enum class EventTask : std::uint8_t { kRelation, kEvent };

struct FoldOptions {
  unsigned folds = 5;
  unsigned least = 2;       // examples that must have a feature
  float penalty = 3;        // L2 of feature weights, and of vectors' weights
  float own_weight = 0.5F;  // of our own cases, among relations
  float silver_weight = 1;
};

// The best label of an example left out, and its log-odds against all others.
struct Guess {
  const EventExample* example = nullptr;
  std::size_t label = 0;
  double odds = 0;
  unsigned fold = 0;
  bool IsRight() const { return (example->labels >> label & 1U) != 0; }
};

// A line from log-odds to honest log-odds (J. Platt, 1999).
struct PlattLine {
  double slope = 1, offset = 0;
  double Confidence(double odds) const;
};

// The examples of a task, with the label of what frames alone would say kept apart.
std::vector<const EventExample*> ExamplesOf(EventTask task,
                                            const std::vector<EventExample>& all);

SoftmaxModel LearnTask(EventTask task, const std::vector<const EventExample*>& examples,
                       const FeatureVocabulary& vocabulary, const FoldOptions& options);

// A guess for each example that no fold's model saw: relations of gold; events of our
// cases, of sentences without one, and of what frames say nothing of. Examples of one
// text stay in one fold.
std::vector<Guess> CrossValidate(EventTask task,
                                 const std::vector<const EventExample*>& examples,
                                 const FoldOptions& options);

Guess GuessOf(const SoftmaxModel& model, const FeatureVocabulary& vocabulary,
              const EventExample& example);

PlattLine FitPlatt(const std::vector<Guess>& guesses);

// Macro F1 and accuracy of frames alone, of the learned part alone, of both together;
// the table of reliability.
std::string ReportRelations(const std::vector<Guess>& guesses, unsigned folds);

// Precision and number of rows that would be written, by least confidence.
std::string ReportEvents(const std::vector<Guess>& guesses, const PlattLine& line);

}  // namespace entente::train

#endif  // ENTENTE_TRAIN_EVENT_MODEL_FOLDS_H_
