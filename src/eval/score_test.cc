#include "eval/score.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Score, NothingPredictedOfNothingIsPerfect) {
  EXPECT_EQ(Score(0, 0, 0).f1, 1.0);
  EXPECT_EQ(Score(0, 0, 3).f1, 0.0);
  EXPECT_EQ(ToString(Score(1, 2, 4)), "P 0.5000 R 0.2500 F1 0.3333");
}

TEST(MatchGreedily, AnExactPairGoesBeforeALongerOverlap) {
  const std::vector<TextSpan> gold = {{0, 10}, {20, 30}};
  const std::vector<TextSpan> predicted = {{1, 10}, {0, 10}, {29, 40}};
  const auto matches = MatchGreedily(2, 3, [&](std::size_t g, std::size_t p) {
    return FitSpans(gold[g], predicted[p]);
  });
  ASSERT_EQ(matches.size(), 2U);
  EXPECT_EQ(matches[0].predicted, 1U);
  EXPECT_EQ(matches[1].gold, 1U);
  EXPECT_EQ(matches[1].predicted, 2U);
}

}  // namespace
}  // namespace entente
