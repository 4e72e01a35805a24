#include "syntax/tag_choice.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace entente {
namespace {

constexpr std::array<FeatsKind, 3> kKinds = {
    FeatsKind{}, FeatsKind{.is_verbal = true, .is_graded = false},
    FeatsKind{.is_verbal = false, .is_graded = true}};
constexpr std::array<LemmaScript, 2> kScripts = {LemmaScript{},
                                                 LemmaScript{LemmaCase::kLower, 0, ""}};

struct Scores {
  std::vector<float> upos = std::vector<float>(kUposCount, -10.0F);
  std::vector<float> xpos = std::vector<float>(kXposCount, -10.0F);
  std::vector<float> feats = {0, -9, -9}, lemmas = {0, -9};

  Scores& With(Upos tag, float score) {
    upos[static_cast<std::size_t>(tag)] = score;
    return *this;
  }
  Scores& With(Xpos tag, float score) {
    xpos[static_cast<std::size_t>(tag)] = score;
    return *this;
  }
  TagChoice Choose(std::string_view form) const {
    return ChooseTags({upos, xpos, feats, lemmas, kKinds, kScripts}, form);
  }
};

TEST(TagChoice, LeavesAloneWhatAgrees) {
  const TagChoice choice =
      Scores().With(Upos::kPropn, 1).With(Xpos::kNnp, 1).Choose("Luna");
  EXPECT_EQ(choice.upos, Upos::kPropn);
  EXPECT_EQ(choice.xpos, Xpos::kNnp);
}

// UPOS prefers a noun by little; Penn tag and a lemma with its capital say a name.
TEST(TagChoice, TakesTheCombinationThatCostsLeast) {
  const TagChoice choice = Scores()
                               .With(Upos::kNoun, 1)
                               .With(Upos::kPropn, 0.5F)
                               .With(Xpos::kNnp, 2)
                               .Choose("Reader");
  EXPECT_EQ(choice.upos, Upos::kPropn);
  EXPECT_EQ(choice.xpos, Xpos::kNnp);
}

TEST(TagChoice, FeaturesOfAVerbMakeOne) {
  Scores scores;
  scores.feats = {-9, 3, 0};
  scores.lemmas = {-1, 0};
  const TagChoice choice = scores.With(Upos::kAdj, 1)
                               .With(Upos::kVerb, 0)
                               .With(Xpos::kVbn, 2)
                               .With(Xpos::kJj, 0)
                               .Choose("lost");
  EXPECT_EQ(choice.upos, Upos::kVerb);
  EXPECT_EQ(choice.xpos, Xpos::kVbn);
  EXPECT_EQ(choice.feats, 1U);
}

// A model of another language's features: no label is a verb's.
TEST(TagChoice, AsksForNoLabelThatTheModelLacks) {
  Scores scores;
  scores.With(Upos::kVerb, 1).With(Xpos::kVbd, 1);
  const std::array<FeatsKind, 3> plain = {};
  const TagChoice choice = ChooseTags(
      {scores.upos, scores.xpos, scores.feats, scores.lemmas, plain, kScripts}, "ran");
  EXPECT_EQ(choice.upos, Upos::kVerb);
}

}  // namespace
}  // namespace entente
