// Writes data/model/events.model (layout: meaning/learned_model.h).
#ifndef ENTENTE_TRAIN_EVENT_MODEL_EXPORT_H_
#define ENTENTE_TRAIN_EVENT_MODEL_EXPORT_H_

#include <string>
#include <vector>

#include "train/event_model_folds.h"

namespace entente::train {

struct LearnedTask {
  const SoftmaxModel* model = nullptr;
  PlattLine line;
};

struct EventModelParts {
  const FeatureVocabulary* vocabulary = nullptr;  // of both
  LearnedTask relation, event;
  float least_confidence = 1;
  std::vector<const EventExample*> examples;  // reasons: those of our own are kept
};

// REQUIRES: both models are over the vocabulary; a version of at most 31 bytes.
std::string ExportEventModel(const EventModelParts& parts, const std::string& version);

}  // namespace entente::train

#endif  // ENTENTE_TRAIN_EVENT_MODEL_EXPORT_H_
