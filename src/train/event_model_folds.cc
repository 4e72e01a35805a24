#include "train/event_model_folds.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "base/hash.h"
#include "base/strings.h"

namespace entente::train {
namespace {

constexpr std::uint32_t kTypesAlone = (1U << kNoEvent) - 1;
constexpr std::uint32_t kConcede = 3, kRetreat = 6;

float WeightOf(EventTask task, const EventExample& example,
               const FoldOptions& options) {
  if (example.origin == ExampleOrigin::kSilver) return options.silver_weight;
  const bool is_own = example.origin == ExampleOrigin::kOwn;
  return task == EventTask::kRelation && is_own ? options.own_weight : 1.0F;
}

bool IsJudged(EventTask task, const EventExample& example) {
  if (task == EventTask::kRelation) return example.origin == ExampleOrigin::kGold;
  return example.origin != ExampleOrigin::kGold && example.frame_label == kEventLabels;
}

std::string Decimals(double value) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.3f", value);
  return buffer.data();
}

// The gold folds the two into one class.
std::size_t Folded(std::size_t label) { return label == kRetreat ? kConcede : label; }

class Tally {
 public:
  void Add(const EventExample& example, std::size_t answer) {
    std::size_t want = 0;
    while ((example.labels >> want & 1U) == 0) ++want;
    want = Folded(want);
    answer = Folded(answer);
    ++gold_[want];
    ++rows_;
    if (answer < kEventLabels) ++predicted_[answer];
    if (answer == want) ++right_[want];
  }
  std::string Text() const {
    double sum = 0;
    double right = 0;
    int classes = 0;
    for (std::size_t k = 0; k < kEventLabels; ++k) {
      if (gold_[k] == 0) continue;
      sum += 2 * right_[k] / (gold_[k] + predicted_[k]);
      right += right_[k];
      ++classes;
    }
    return StrCat("macro F1 ", Decimals(sum / classes), "  accuracy ",
                  Decimals(right / rows_), "  n=", static_cast<int>(rows_), "\n");
  }

 private:
  std::array<double, kEventLabels> gold_{}, predicted_{}, right_{};
  double rows_ = 0;
};

// What was said and what came true, in five equal steps of confidence.
class Reliability {
 public:
  void Add(double confidence, bool is_right) {
    const auto bin = std::min<std::size_t>(
        kBins - 1, static_cast<std::size_t>(confidence * double{kBins}));
    ++count_[bin];
    said_[bin] += confidence;
    right_[bin] += is_right ? 1 : 0;
  }
  std::string Text() const {
    std::string out = "  confidence   rows   said   right\n";
    double error = 0;
    double all = 0;
    for (std::size_t i = 0; i < kBins; ++i) {
      if (count_[i] == 0) continue;
      out += StrCat("  ", Decimals(static_cast<double>(i) / double{kBins}), "+       ",
                    static_cast<int>(count_[i]), "   ", Decimals(said_[i] / count_[i]),
                    "   ", Decimals(right_[i] / count_[i]), "\n");
      error += std::abs(said_[i] - right_[i]);
      all += count_[i];
    }
    return StrCat(out, "  expected calibration error ",
                  Decimals(all == 0 ? 0 : error / all), "\n");
  }

 private:
  static constexpr std::size_t kBins = 5;
  std::array<double, kBins> count_{}, said_{}, right_{};
};

}  // namespace

double PlattLine::Confidence(double odds) const {
  return 1 / (1 + std::exp(-(slope * odds + offset)));
}

std::vector<const EventExample*> ExamplesOf(EventTask task,
                                            const std::vector<EventExample>& all) {
  std::vector<const EventExample*> examples;
  for (const EventExample& example : all) {
    if (example.is_relation == (task == EventTask::kRelation)) {
      examples.push_back(&example);
    }
  }
  return examples;
}

SoftmaxModel LearnTask(EventTask task, const std::vector<const EventExample*>& examples,
                       const FeatureVocabulary& vocabulary,
                       const FoldOptions& options) {
  std::vector<LearnerRow> rows;
  for (const EventExample* example : examples) {
    rows.push_back({.features = vocabulary.NumbersOf(*example),
                    .numbers = &example->numbers,
                    .labels = example->labels,
                    .weight = WeightOf(task, *example, options)});
  }
  LearnerOptions learner{.penalty = options.penalty, .number_penalty = options.penalty};
  if (task == EventTask::kRelation) learner.allowed = kTypesAlone;
  const std::size_t numbers = examples.empty() ? 0 : examples.front()->numbers.size();
  return LearnSoftmax(rows, vocabulary.size(), numbers, learner);
}

Guess GuessOf(const SoftmaxModel& model, const FeatureVocabulary& vocabulary,
              const EventExample& example) {
  const LabelScores scores =
      model.Score(vocabulary.NumbersOf(example), example.numbers);
  Guess guess{.example = &example};
  const auto* const best = std::max_element(scores.begin(), scores.end());
  guess.label = static_cast<std::size_t>(best - scores.begin());
  double others = 1e-9;
  for (const float& each : scores) {
    if (&each != best) others += std::exp(double{each} - double{*best});
  }
  guess.odds = -std::log(others);
  return guess;
}

std::vector<Guess> CrossValidate(EventTask task,
                                 const std::vector<const EventExample*>& examples,
                                 const FoldOptions& options) {
  std::vector<Guess> guesses;
  const auto fold_of = [&](const EventExample& example) {
    return static_cast<unsigned>(Hash64(example.id, 7) % options.folds);
  };
  for (unsigned fold = 0; fold < options.folds; ++fold) {
    std::vector<const EventExample*> seen;
    for (const EventExample* example : examples) {
      if (fold_of(*example) != fold) seen.push_back(example);
    }
    const FeatureVocabulary vocabulary(seen, options.least);
    const SoftmaxModel model = LearnTask(task, seen, vocabulary, options);
    for (const EventExample* example : examples) {
      if (fold_of(*example) != fold || !IsJudged(task, *example)) continue;
      guesses.push_back(GuessOf(model, vocabulary, *example));
      guesses.back().fold = fold;
    }
  }
  return guesses;
}

PlattLine FitPlatt(const std::vector<Guess>& guesses) {
  // Newton's method on two numbers; a little pull towards the identity.
  PlattLine line;
  constexpr double kPull = 0.1;
  for (int step = 0; step < 200; ++step) {
    double g0 = kPull * (line.slope - 1);
    double g1 = kPull * line.offset;
    double h00 = kPull;
    double h01 = 0;
    double h11 = kPull;
    for (const Guess& guess : guesses) {
      const double p = line.Confidence(guess.odds);
      const double error = p - (guess.IsRight() ? 1 : 0);
      const double curve = p * (1 - p);
      g0 += error * guess.odds;
      g1 += error;
      h00 += curve * guess.odds * guess.odds;
      h01 += curve * guess.odds;
      h11 += curve;
    }
    const double determinant = h00 * h11 - h01 * h01;
    if (determinant <= 1e-12) break;
    const double slope = (h11 * g0 - h01 * g1) / determinant;
    const double offset = (h00 * g1 - h01 * g0) / determinant;
    // Half a step at most: far from the answer the curve is too flat to trust.
    const double size = std::max({1.0, 2 * std::abs(slope), 2 * std::abs(offset)});
    line.slope -= slope / size;
    line.offset -= offset / size;
  }
  return line;
}

std::string ReportRelations(const std::vector<Guess>& guesses, unsigned folds) {
  Tally frames;
  Tally learned;
  Tally both;
  Tally frames_inexact;
  Tally learned_inexact;
  Reliability reliability;
  for (unsigned fold = 0; fold < folds; ++fold) {
    std::vector<Guess> others;
    for (const Guess& guess : guesses) {
      if (guess.fold != fold && !guess.example->is_exact) others.push_back(guess);
    }
    const PlattLine line = FitPlatt(others);
    for (const Guess& guess : guesses) {
      if (guess.fold != fold) continue;
      const EventExample& example = *guess.example;
      frames.Add(example, example.frame_label);
      learned.Add(example, guess.label);
      both.Add(example, example.is_exact ? example.frame_label : guess.label);
      if (example.is_exact) continue;
      frames_inexact.Add(example, example.frame_label);
      learned_inexact.Add(example, guess.label);
      reliability.Add(line.Confidence(guess.odds), guess.IsRight());
    }
  }
  return StrCat(
      "relations, each answered by a model that has not seen it\n",
      "  frames alone            ", frames.Text(), "  learned alone           ",
      learned.Text(), "  both, exact frames stand ", both.Text(),
      "  where no frame is exact:\n  frames                  ", frames_inexact.Text(),
      "  learned                 ", learned_inexact.Text(), reliability.Text());
}

std::string ReportEvents(const std::vector<Guess>& guesses, const PlattLine& line) {
  std::string out = "clauses with two parties on which frames are silent\n";
  for (const double least : {0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7}) {
    int own = 0;
    int own_right = 0;
    int own_events = 0;
    int silver = 0;
    int nothing = 0;
    for (const Guess& guess : guesses) {
      const bool is_own = guess.example->origin == ExampleOrigin::kOwn;
      if (is_own && (guess.example->labels >> kNoEvent & 1U) == 0) ++own_events;
      if (guess.label == kNoEvent || line.Confidence(guess.odds) < least) continue;
      own += is_own ? 1 : 0;
      own_right += is_own && guess.IsRight() ? 1 : 0;
      silver += guess.example->origin == ExampleOrigin::kSilver ? 1 : 0;
      nothing += guess.example->origin == ExampleOrigin::kNothing ? 1 : 0;
    }
    out += StrCat("  at ", Decimals(least), "  own ", own_right, " right of ", own,
                  " written, ", own_events, " there;  nothing ", nothing, ";  texts ",
                  silver, "\n");
  }
  return out;
}

}  // namespace entente::train
