#include "train/event_model_export.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/strings.h"
#include "syntax/model.h"
#include "syntax/model_file.h"

namespace entente::train {
namespace {

constexpr std::uint32_t kFeatureVersion = 1;  // kLearnedFeatureVersion
constexpr auto kColumns = static_cast<std::uint32_t>(kEventLabels);

std::int8_t Quantised(float value, float step) {
  const float steps = std::nearbyint(value / step);
  return static_cast<std::int8_t>(std::clamp(steps, -127.0F, 127.0F));
}

void AddSoftmax(const std::string& name, const SoftmaxModel& model,
                ModelFileWriter& file) {
  const std::size_t split = model.features * kEventLabels;
  std::vector<float> step(kEventLabels, 1e-9F);
  for (std::size_t i = 0; i < split; ++i) {
    float& column = step[i % kEventLabels];
    column = std::max(column, std::abs(model.weights[i]) / 127);
  }
  std::vector<std::int8_t> weights(split);
  for (std::size_t i = 0; i < split; ++i) {
    weights[i] = Quantised(model.weights[i], step[i % kEventLabels]);
  }
  const std::vector<float> numbers(
      model.weights.begin() + static_cast<std::ptrdiff_t>(split), model.weights.end());
  const auto rows = static_cast<std::uint32_t>(model.features);
  file.Add(name + ".q", rows, kColumns, weights);
  file.Add(name + ".step", 1, kColumns, step);
  file.Add(name + ".numbers", static_cast<std::uint32_t>(model.numbers), kColumns,
           numbers);
}

// Sentences of ours by id and predicate: no text of anybody else's goes into the file.
void AddExamples(const std::vector<const EventExample*>& examples,
                 ModelFileWriter& file) {
  std::set<std::string> seen;
  std::string text;
  std::vector<std::uint8_t> labels;
  std::vector<std::int8_t> vectors;
  for (const EventExample* example : examples) {
    if (example->origin != ExampleOrigin::kOwn || example->predicate.empty()) continue;
    std::uint8_t label = 0;
    while ((example->labels >> label & 1U) == 0) ++label;
    if (label == kNoEvent) continue;
    std::string line = StrCat(example->id, "\t", example->predicate);
    if (!seen.insert(StrCat(line, label)).second) continue;
    if (!labels.empty()) text += '\n';
    text += line;
    labels.push_back(label);
    for (std::size_t i = 0; i < kWordVectorSize; ++i) {
      vectors.push_back(Quantised(example->numbers[i], 1.0F / 127));
    }
  }
  const auto rows = static_cast<std::uint32_t>(labels.size());
  file.Add("examples.label", rows, 1, labels);
  file.Add("examples.q", rows, static_cast<std::uint32_t>(kWordVectorSize), vectors);
  const auto bytes = static_cast<std::uint32_t>(text.size());
  file.AddBytes("examples.text", 1, bytes, std::move(text));
}

}  // namespace

std::string ExportEventModel(const EventModelParts& parts, const std::string& version) {
  ModelFileWriter file;
  file.Add("features.version", 1, 1, std::vector<std::uint32_t>{kFeatureVersion});
  file.Add("keys", static_cast<std::uint32_t>(parts.vocabulary->size()), 1,
           parts.vocabulary->keys());
  AddSoftmax("relation", *parts.relation.model, file);
  AddSoftmax("event", *parts.event.model, file);
  file.Add("calibration", 1, 5,
           std::vector<float>{static_cast<float>(parts.relation.line.slope),
                              static_cast<float>(parts.relation.line.offset),
                              static_cast<float>(parts.event.line.slope),
                              static_cast<float>(parts.event.line.offset),
                              parts.least_confidence});
  AddExamples(parts.examples, file);
  return file.Finish(version);
}

}  // namespace entente::train
