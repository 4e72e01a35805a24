#include "meaning/learned_model.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/check.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "syntax/model_file.h"

namespace entente {
namespace {

constexpr auto kColumns = static_cast<std::uint32_t>(kLearnedLabels);
constexpr auto kNumberRows = static_cast<std::uint32_t>(kPairNumbers);

// Examples told with a guess, and how alike their predicate must be (cosine).
constexpr std::size_t kMostNearest = 3;
constexpr float kNear = 0.45F;

bool AreFinite(std::span<const float> values) {
  return std::all_of(values.begin(), values.end(),
                     [](float value) { return std::isfinite(value); });
}

Result<std::span<const float>> Floats(const ModelFile& file, const std::string& block,
                                      std::uint32_t rows, std::uint32_t columns) {
  TRY(const auto values, file.Get<float>(block, rows, columns));
  if (!AreFinite(values)) return file.Complain(block, "holds what is no number");
  return values;
}

}  // namespace

Result<LearnedModel> LearnedModel::Open(const std::string& path) {
  TRY(MappedFile mapped, MappedFile::Open(path));
  LearnedModel model(std::move(mapped));
  const Status read = model.Read(path);
  if (!read) return read.error();
  return model;
}

Status LearnedModel::Read(const std::string& path) {
  TRY(const ModelFile file, ModelFile::Parse(path, file_.bytes()));
  version_ = file.version();
  TRY(const auto features, file.Get<std::uint32_t>("features.version", 1, 1));
  if (features[0] != kLearnedFeatureVersion) {
    return file.Complain("features.version", "is of another version of the program");
  }
  TRY(keys_, file.Get<std::uint64_t>("keys", 0, 1));
  if (!std::is_sorted(keys_.begin(), keys_.end())) {
    return file.Complain("keys", "are not in order");
  }
  const std::uint32_t rows = file.RowsOf("keys");
  for (const auto& [name, softmax] :
       {std::pair{"relation", &relation_}, std::pair{"event", &event_}}) {
    const std::string prefix = name;
    TRY(softmax->weights, file.Get<std::int8_t>(prefix + ".q", rows, kColumns));
    TRY(softmax->step, Floats(file, prefix + ".step", 1, kColumns));
    TRY(softmax->numbers, Floats(file, prefix + ".numbers", kNumberRows, kColumns));
  }
  TRY(const auto calibration, Floats(file, "calibration", 1, 5));
  relation_.slope = calibration[0];
  relation_.offset = calibration[1];
  event_.slope = calibration[2];
  event_.offset = calibration[3];
  least_confidence_ = calibration[4];
  const std::uint32_t examples = file.RowsOf("examples.label");
  TRY(example_labels_, file.Get<std::uint8_t>("examples.label", examples, 1));
  TRY(example_vectors_,
      file.Get<std::int8_t>("examples.q", examples,
                            static_cast<std::uint32_t>(kWordVectorSize)));
  TRY(const auto text, file.Get<char>("examples.text", 1, 0));
  const std::string_view lines(text.data(), text.size());
  if (FirstInvalidUtf8(lines) != lines.size()) {
    return file.Complain("examples.text", "is not UTF-8");
  }
  example_texts_ = Split(lines, '\n');
  if (example_texts_.size() != example_labels_.size()) {
    return file.Complain("examples.text", "has another number of lines");
  }
  return std::monostate();
}

LearnedModel::Scores LearnedModel::Score(const Softmax& softmax,
                                         const FeatureSet& features) const {
  std::vector<std::uint64_t> keys = features.keys;
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  std::array<std::int32_t, kLearnedLabels> sums{};
  auto from = keys_.begin();
  for (const std::uint64_t key : keys) {
    from = std::lower_bound(from, keys_.end(), key);
    if (from == keys_.end()) break;
    if (*from != key) continue;
    const auto row = static_cast<std::size_t>(from - keys_.begin());
    const std::int8_t* weights = softmax.weights.data() + row * kLearnedLabels;
    for (std::size_t k = 0; k < kLearnedLabels; ++k) sums[k] += weights[k];
  }
  Scores scores{};
  for (std::size_t k = 0; k < kLearnedLabels; ++k) {
    scores[k] = static_cast<float>(sums[k]) * softmax.step[k];
  }
  for (std::size_t i = 0; i < kPairNumbers; ++i) {
    const float value = features.numbers[i];
    if (value == 0) continue;
    const float* weights = softmax.numbers.data() + i * kLearnedLabels;
    for (std::size_t k = 0; k < kLearnedLabels; ++k) scores[k] += value * weights[k];
  }
  return scores;
}

LearnedGuess LearnedModel::Best(const Softmax& softmax, const Scores& scores,
                                std::size_t labels, std::size_t& label) {
  const auto* const end = scores.begin() + labels;
  const auto* const best = std::max_element(scores.begin(), end);
  label = static_cast<std::size_t>(best - scores.begin());
  double others = 0;
  for (const auto* each = scores.begin(); each != end; ++each) {
    if (each != best) others += std::exp(static_cast<double>(*each - *best));
  }
  // The log-odds of the best are -log(others); Platt's line makes them honest.
  const double odds = -std::log(std::max(others, 1e-9));
  const double honest =
      static_cast<double>(softmax.slope) * odds + static_cast<double>(softmax.offset);
  LearnedGuess guess;
  guess.type =
      static_cast<EventType>(std::min<std::size_t>(label, kEventTypeCount - 1));
  guess.confidence = 1 / (1 + std::exp(-honest));
  return guess;
}

LearnedGuess LearnedModel::Relation(const FeatureSet& features) const {
  std::size_t label = 0;
  return Best(relation_, Score(relation_, features), kEventTypeCount, label);
}

std::optional<LearnedGuess> LearnedModel::Event(const FeatureSet& features) const {
  std::size_t label = 0;
  const LearnedGuess guess =
      Best(event_, Score(event_, features), kLearnedLabels, label);
  if (label == kEventTypeCount) return std::nullopt;
  if (guess.confidence < static_cast<double>(least_confidence_)) return std::nullopt;
  return guess;
}

std::vector<std::string> LearnedModel::Nearest(EventType type,
                                               const FeatureSet& features) const {
  std::vector<std::pair<float, std::size_t>> near;
  for (std::size_t i = 0; i < example_labels_.size(); ++i) {
    if (example_labels_[i] != static_cast<std::uint8_t>(type)) continue;
    const std::int8_t* vector = example_vectors_.data() + i * kWordVectorSize;
    float dot = 0;
    for (std::size_t k = 0; k < kWordVectorSize; ++k) {
      dot += features.numbers[k] * static_cast<float>(vector[k]);
    }
    dot /= 127;
    if (dot >= kNear) near.push_back({-dot, i});
  }
  std::sort(near.begin(), near.end());
  std::vector<std::string> names;
  for (const auto& [unused, i] : near) {
    const std::string_view text = example_texts_[i];
    const std::size_t tab = std::min(text.find('\t'), text.size());
    std::string name = StrCat(text.substr(0, tab), " (",
                              text.substr(std::min(tab + 1, text.size())), ")");
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(std::move(name));
    }
    if (names.size() == kMostNearest) break;
  }
  return names;
}

}  // namespace entente
