// A softmax over event types, learned whole-batch by L-BFGS with an L2 penalty: convex,
// so that the same examples give the same model whatever the order of steps.
//
// An example may have several right labels; its loss is -log of their summed
// probability. (J. Nocedal, Updating quasi-Newton matrices with limited storage, 1980.)
#ifndef ENTENTE_TRAIN_EVENT_MODEL_LEARNER_H_
#define ENTENTE_TRAIN_EVENT_MODEL_LEARNER_H_

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "train/event_model_data.h"

namespace entente::train {

using LabelScores = std::array<float, kEventLabels>;

// An example with its features numbered by a vocabulary, and its weight.
struct LearnerRow {
  std::vector<std::uint32_t> features;
  const std::vector<float>* numbers = nullptr;
  std::uint32_t labels = 0;
  float weight = 1;
};

// Feature keys seen in at least `least` examples, numbered in ascending order of key.
class FeatureVocabulary {
 public:
  FeatureVocabulary(const std::vector<const EventExample*>& examples, unsigned least);
  std::size_t size() const { return keys_.size(); }
  const std::vector<std::uint64_t>& keys() const { return keys_; }
  std::vector<std::uint32_t> NumbersOf(const EventExample& example) const;

 private:
  std::vector<std::uint64_t> keys_;
  std::unordered_map<std::uint64_t, std::uint32_t> number_of_;
};

struct LearnerOptions {
  float penalty = 1;                                 // of a feature's weights
  float number_penalty = 1;                          // of a vector's
  std::uint32_t allowed = (1U << kEventLabels) - 1;  // labels that may come out
  int steps = 60;
};

// Weights: features first, then numbers; a row of kEventLabels each.
struct SoftmaxModel {
  std::size_t features = 0, numbers = 0;
  std::uint32_t allowed = 0;
  std::vector<float> weights;

  // Log-probabilities but for a constant; -inf for labels not allowed.
  LabelScores Score(const std::vector<std::uint32_t>& row,
                    const std::vector<float>& values) const;
};

// Probabilities at a temperature; 0 for labels not allowed.
LabelScores Probabilities(const LabelScores& scores, float temperature = 1);

SoftmaxModel LearnSoftmax(const std::vector<LearnerRow>& rows, std::size_t features,
                          std::size_t numbers, const LearnerOptions& options);

}  // namespace entente::train

#endif  // ENTENTE_TRAIN_EVENT_MODEL_LEARNER_H_
