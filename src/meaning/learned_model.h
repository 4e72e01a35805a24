// LearnedModel: what entente-train-events learned (src/train/event_model_*), for where
// frames are silent or disagree. Two softmaxes over hashed features and word vectors:
// one says what a marked party does to another, one whether a clause with two parties
// is an event, and which.
//
// The file is a ModelFile (syntax/model_file.h) of at most a megabyte, with the blocks
//   features.version        kLearnedFeatureVersion
//   keys                    feature keys, ascending
//   relation.q, event.q     8-bit weights, a row a key, a column a label
//   relation.step, ...      what one step of a column is worth
//   relation.numbers, ...   weights of the word vectors, a row a number
//   calibration             relation's slope and offset, event's, event's least
//                           confidence (J. Platt, Probabilistic outputs, 1999)
//   examples.q, .label, .text  sentences of ours: the predicate's vector in 8 bits, the
//                           type, "case-id<TAB>predicate" a line
// Labels are PLOVER's types in the order of EventType, then "no event". Immutable.
#ifndef ENTENTE_MEANING_LEARNED_MODEL_H_
#define ENTENTE_MEANING_LEARNED_MODEL_H_

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "meaning/learned_features.h"
#include "record/event.h"

namespace entente {

inline constexpr std::size_t kLearnedLabels = kEventTypeCount + 1;

struct LearnedGuess {
  EventType type = EventType::kConsult;
  double confidence = 0;  // calibrated: the share of such guesses that are right
};

class LearnedModel {
 public:
  // Returns kNotFound or kUnavailable; kCorrupt for bytes that are no such model.
  static Result<LearnedModel> Open(const std::string& path);

  std::string_view version() const { return version_; }

  LearnedGuess Relation(const FeatureSet& features) const;

  // Nothing where it is no event, or the guess is below the least confidence.
  std::optional<LearnedGuess> Event(const FeatureSet& features) const;

  // Sentences of ours of this type whose predicate is nearest in meaning:
  // "accuse-0003 (denounce)"; none where nothing is near. O(examples).
  std::vector<std::string> Nearest(EventType type, const FeatureSet& features) const;

 private:
  struct Softmax {
    std::span<const std::int8_t> weights;
    std::span<const float> step, numbers;
    float slope = 1, offset = 0;
  };
  using Scores = std::array<float, kLearnedLabels>;

  explicit LearnedModel(MappedFile file) : file_(std::move(file)) {}
  Status Read(const std::string& path);
  Scores Score(const Softmax& softmax, const FeatureSet& features) const;
  static LearnedGuess Best(const Softmax& softmax, const Scores& scores,
                           std::size_t labels, std::size_t& label);

  MappedFile file_;
  std::string version_;
  std::span<const std::uint64_t> keys_;
  Softmax relation_, event_;
  float least_confidence_ = 1;
  std::span<const std::int8_t> example_vectors_;
  std::span<const std::uint8_t> example_labels_;
  std::vector<std::string_view> example_texts_;
};

}  // namespace entente

#endif  // ENTENTE_MEANING_LEARNED_MODEL_H_
