#include "train/event_model_learner.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>

namespace entente::train {
namespace {

using Vector = std::vector<float>;

double Dot(const Vector& a, const Vector& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += double{a[i]} * double{b[i]};
  return sum;
}

void AddScaled(Vector& to, double scale, const Vector& from) {
  for (std::size_t i = 0; i < to.size(); ++i) {
    to[i] += static_cast<float>(scale) * from[i];
  }
}

class Objective {
 public:
  Objective(const std::vector<LearnerRow>& rows, SoftmaxModel& model,
            const LearnerOptions& options)
      : rows_(rows), model_(model), options_(options) {}

  // The loss at the model's weights, and its gradient.
  double At(Vector& gradient) const {
    double loss = Penalty(gradient);
    for (const LearnerRow& row : rows_) loss += AddRow(row, gradient);
    return loss;
  }

 private:
  double Penalty(Vector& gradient) const {
    double loss = 0;
    const std::size_t split = model_.features * kEventLabels;
    gradient.resize(model_.weights.size());
    for (std::size_t i = 0; i < gradient.size(); ++i) {
      const float penalty = i < split ? options_.penalty : options_.number_penalty;
      const float weight = model_.weights[i];
      gradient[i] = penalty * weight;
      loss += 0.5 * double{penalty} * double{weight} * double{weight};
    }
    return loss;
  }

  double AddRow(const LearnerRow& row, Vector& gradient) const {
    const LabelScores probability =
        Probabilities(model_.Score(row.features, *row.numbers));
    double right = 1e-12;
    for (std::size_t k = 0; k < kEventLabels; ++k) {
      if ((row.labels >> k & 1U) != 0) right += double{probability[k]};
    }
    LabelScores error{};
    for (std::size_t k = 0; k < kEventLabels; ++k) {
      const bool is_right = (row.labels >> k & 1U) != 0;
      const float target = is_right ? probability[k] / static_cast<float>(right) : 0.0F;
      error[k] = row.weight * (probability[k] - target);
    }
    for (const std::uint32_t feature : row.features) {
      float* to = gradient.data() + feature * kEventLabels;
      for (std::size_t k = 0; k < kEventLabels; ++k) to[k] += error[k];
    }
    for (std::size_t i = 0; i < row.numbers->size(); ++i) {
      const float value = (*row.numbers)[i];
      if (value == 0) continue;
      float* to = gradient.data() + (model_.features + i) * kEventLabels;
      for (std::size_t k = 0; k < kEventLabels; ++k) to[k] += error[k] * value;
    }
    return -double{row.weight} * std::log(right);
  }

  const std::vector<LearnerRow>& rows_;
  SoftmaxModel& model_;
  const LearnerOptions& options_;
};

// The last steps and what they did to the gradient: an estimate of the curvature.
class History {
 public:
  void Push(Vector step, Vector change) {
    const double curvature = Dot(step, change);
    if (curvature <= 1e-10) return;
    if (pairs_.size() == kLength) pairs_.pop_front();
    pairs_.push_back({std::move(step), std::move(change), curvature});
  }

  // Where to go from here: downhill, corrected by the curvature.
  Vector Direction(Vector gradient) const {
    std::vector<double> part(pairs_.size());
    for (std::size_t i = pairs_.size(); i-- > 0;) {
      part[i] = Dot(pairs_[i].step, gradient) / pairs_[i].curvature;
      AddScaled(gradient, -part[i], pairs_[i].change);
    }
    double scale = -1;
    if (pairs_.empty()) {
      scale /= std::max(1.0, std::sqrt(Dot(gradient, gradient)));
    } else {
      const Pair& last = pairs_.back();
      scale *= last.curvature / Dot(last.change, last.change);
    }
    for (float& value : gradient) value *= static_cast<float>(scale);
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      const double back = Dot(pairs_[i].change, gradient) / pairs_[i].curvature;
      AddScaled(gradient, -part[i] - back, pairs_[i].step);
    }
    return gradient;
  }

 private:
  static constexpr std::size_t kLength = 8;
  struct Pair {
    Vector step, change;
    double curvature = 0;
  };
  std::deque<Pair> pairs_;
};

}  // namespace

FeatureVocabulary::FeatureVocabulary(const std::vector<const EventExample*>& examples,
                                     unsigned least) {
  std::vector<std::uint64_t> all;
  for (const EventExample* example : examples) {
    all.insert(all.end(), example->keys.begin(), example->keys.end());
  }
  std::sort(all.begin(), all.end());
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i;
    while (end < all.size() && all[end] == all[i]) ++end;
    if (end - i >= least) keys_.push_back(all[i]);
    i = end;
  }
  for (std::uint32_t i = 0; i < keys_.size(); ++i) number_of_.emplace(keys_[i], i);
}

std::vector<std::uint32_t> FeatureVocabulary::NumbersOf(
    const EventExample& example) const {
  std::vector<std::uint32_t> numbers;
  for (const std::uint64_t key : example.keys) {
    const auto found = number_of_.find(key);
    if (found != number_of_.end()) numbers.push_back(found->second);
  }
  return numbers;
}

LabelScores SoftmaxModel::Score(const std::vector<std::uint32_t>& row,
                                const std::vector<float>& values) const {
  LabelScores scores{};
  for (const std::uint32_t feature : row) {
    const float* from = weights.data() + feature * kEventLabels;
    for (std::size_t k = 0; k < kEventLabels; ++k) scores[k] += from[k];
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] == 0) continue;
    const float* from = weights.data() + (features + i) * kEventLabels;
    for (std::size_t k = 0; k < kEventLabels; ++k) scores[k] += values[i] * from[k];
  }
  for (std::size_t k = 0; k < kEventLabels; ++k) {
    if ((allowed >> k & 1U) == 0) scores[k] = -1e30F;
  }
  return scores;
}

LabelScores Probabilities(const LabelScores& scores, float temperature) {
  const float most = *std::max_element(scores.begin(), scores.end());
  LabelScores out{};
  float sum = 0;
  for (std::size_t k = 0; k < kEventLabels; ++k) {
    out[k] = std::exp((scores[k] - most) / temperature);
    sum += out[k];
  }
  for (float& value : out) value /= sum;
  return out;
}

SoftmaxModel LearnSoftmax(const std::vector<LearnerRow>& rows, std::size_t features,
                          std::size_t numbers, const LearnerOptions& options) {
  SoftmaxModel model{features, numbers, options.allowed, {}};
  model.weights.assign((features + numbers) * kEventLabels, 0.0F);
  const Objective objective(rows, model, options);
  History history;
  Vector gradient;
  double loss = objective.At(gradient);
  for (int step = 0; step < options.steps; ++step) {
    const Vector direction = history.Direction(gradient);
    const double slope = Dot(direction, gradient);
    if (slope >= 0) break;
    const Vector before = model.weights;
    Vector next;
    double rate = 1;
    double lower = loss;
    for (int trial = 0; trial < 20; ++trial, rate *= 0.5) {
      model.weights = before;
      AddScaled(model.weights, rate, direction);
      lower = objective.At(next);
      if (lower <= loss + 1e-4 * rate * slope) break;
    }
    if (lower >= loss) {
      model.weights = before;
      break;
    }
    Vector moved = direction;
    for (float& value : moved) value *= static_cast<float>(rate);
    Vector change = next;
    AddScaled(change, -1, gradient);
    history.Push(std::move(moved), std::move(change));
    const bool is_flat = loss - lower < 1e-6 * loss;
    gradient = std::move(next);
    loss = lower;
    if (is_flat) break;
  }
  return model;
}

}  // namespace entente::train
