#include "meaning/learned_model.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <string>

#include "base/files.h"
#include "syntax/model_file.h"

namespace entente {
namespace {

constexpr auto kColumns = static_cast<std::uint32_t>(kLearnedLabels);
constexpr auto kAccuse = static_cast<std::size_t>(EventType::kAccuse);

// A model that knows two words: "p|blame" speaks for ACCUSE, "p|see" for no event.
struct Parts {
  std::uint32_t version = kLearnedFeatureVersion;
  float least = 0.5F;
  bool is_sorted = true;
};

std::string Write(const Parts& parts, const std::string& name) {
  FeatureSet blame;
  FeatureSet see;
  blame.Add("p", "blame");
  see.Add("p", "see");
  std::vector<std::uint64_t> keys = {blame.keys[0], see.keys[0]};
  const bool is_swapped = (keys[0] > keys[1]) == parts.is_sorted;
  if (is_swapped) std::swap(keys[0], keys[1]);
  std::vector<std::int8_t> weights(2 * kLearnedLabels, 0);
  const std::size_t row = keys[0] == blame.keys[0] ? 0 : 1;
  weights[row * kLearnedLabels + kAccuse] = 100;
  weights[(1 - row) * kLearnedLabels + kEventTypeCount] = 100;
  const std::vector<float> step(kLearnedLabels, 0.1F);
  const std::vector<float> numbers(kPairNumbers * kLearnedLabels, 0);
  ModelFileWriter file;
  file.Add("features.version", 1, 1, std::vector<std::uint32_t>{parts.version});
  file.Add("keys", 2, 1, keys);
  for (const std::string task : {"relation", "event"}) {
    file.Add(task + ".q", 2, kColumns, weights);
    file.Add(task + ".step", 1, kColumns, step);
    file.Add(task + ".numbers", static_cast<std::uint32_t>(kPairNumbers), kColumns,
             numbers);
  }
  file.Add("calibration", 1, 5, std::vector<float>{0.5F, 0, 0.5F, 0, parts.least});
  std::vector<std::int8_t> vector(2 * kWordVectorSize, 0);
  vector[0] = 127;                    // the first example's predicate
  vector[kWordVectorSize + 1] = 127;  // the second's
  file.Add("examples.label", 2, 1,
           std::vector<std::uint8_t>{static_cast<std::uint8_t>(kAccuse),
                                     static_cast<std::uint8_t>(kAccuse)});
  file.Add("examples.q", 2, static_cast<std::uint32_t>(kWordVectorSize), vector);
  const std::string text = "accuse-0001\tblame\naccuse-0002\tsue";
  file.AddBytes("examples.text", 1, static_cast<std::uint32_t>(text.size()), text);
  const std::string path =
      (std::filesystem::temp_directory_path() / ("entente_" + name)).string();
  EXPECT_TRUE(WriteFileAtomically(path, file.Finish("events-0")));
  return path;
}

FeatureSet With(std::string_view word) {
  FeatureSet features;
  features.Clear();
  features.Add("p", word);
  features.numbers[0] = 1;
  return features;
}

TEST(LearnedModel, GuessesWithHonestConfidence) {
  const auto model = LearnedModel::Open(Write({}, "learned_guess.model"));
  ASSERT_TRUE(model) << model.error().message;
  EXPECT_EQ(model->version(), "events-0");
  const LearnedGuess guess = model->Relation(With("blame"));
  EXPECT_EQ(guess.type, EventType::kAccuse);
  // Ten log-odds against fifteen others, halved by the calibration.
  EXPECT_NEAR(guess.confidence, 1 / (1 + std::exp(-0.5 * (10 - std::log(15.0)))), 1e-4);
  EXPECT_LT(model->Relation(With("unknown")).confidence, 0.3);
}

TEST(LearnedModel, LeavesOutWhatIsNoEventOrUnsure) {
  const auto model = LearnedModel::Open(Write({}, "learned_event.model"));
  ASSERT_TRUE(model);
  ASSERT_TRUE(model->Event(With("blame")));
  EXPECT_EQ(model->Event(With("blame"))->type, EventType::kAccuse);
  EXPECT_FALSE(model->Event(With("see")));
  EXPECT_FALSE(model->Event(With("unknown")));
  const auto strict =
      LearnedModel::Open(Write({.least = 0.999F}, "learned_strict.model"));
  ASSERT_TRUE(strict);
  EXPECT_FALSE(strict->Event(With("blame")));
}

TEST(LearnedModel, NamesTheNearestSentencesOfOurs) {
  const auto model = LearnedModel::Open(Write({}, "learned_near.model"));
  ASSERT_TRUE(model);
  const std::vector<std::string> wanted = {"accuse-0001 (blame)"};
  EXPECT_EQ(model->Nearest(EventType::kAccuse, With("blame")), wanted);
  EXPECT_TRUE(model->Nearest(EventType::kAid, With("blame")).empty());
}

TEST(LearnedModel, RefusesFilesOfAnotherKind) {
  EXPECT_EQ(LearnedModel::Open("/no/such.model").error().code, ErrorCode::kNotFound);
  const auto old = LearnedModel::Open(
      Write({.version = kLearnedFeatureVersion + 1}, "learned_old.model"));
  ASSERT_FALSE(old);
  EXPECT_EQ(old.error().code, ErrorCode::kCorrupt);
  const auto unsorted =
      LearnedModel::Open(Write({.is_sorted = false}, "learned_unsorted.model"));
  ASSERT_FALSE(unsorted);
  EXPECT_EQ(unsorted.error().code, ErrorCode::kCorrupt);
  EXPECT_FALSE(LearnedModel::Open(ENTENTE_SOURCE_DIR "/data/model/english.model"));
}

TEST(LearnedModel, ShipsWithOurs) {
  const auto model = LearnedModel::Open(ENTENTE_SOURCE_DIR "/data/model/events.model");
  ASSERT_TRUE(model) << model.error().message;
  EXPECT_TRUE(model->version().starts_with("events-"));
  EXPECT_LT(std::filesystem::file_size(ENTENTE_SOURCE_DIR "/data/model/events.model"),
            1'000'000U);
}

}  // namespace
}  // namespace entente
