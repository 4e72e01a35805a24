#include "syntax/tree_decoder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/hash.h"

namespace entente {
namespace {

constexpr int kStride = 12;

std::vector<float> RandomScores(int count, std::uint64_t seed) {
  std::vector<float> scores(static_cast<std::size_t>(count * kStride));
  for (std::size_t i = 0; i < scores.size(); ++i) {
    scores[i] = static_cast<float>(Mix64(seed * 1000 + i + 1) % 1000) / 100.0F;
  }
  return scores;
}

bool IsTree(const std::vector<int>& heads) {
  if (std::count(heads.begin(), heads.end(), -1) != 1) return false;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    int at = static_cast<int>(i);
    for (std::size_t step = 0; at >= 0; ++step) {
      if (step > heads.size()) return false;
      at = heads[static_cast<std::size_t>(at)];
    }
  }
  return true;
}

float Total(const std::vector<float>& scores, const std::vector<int>& heads) {
  float sum = 0;
  for (std::size_t d = 0; d < heads.size(); ++d) {
    sum += scores[d * kStride + static_cast<std::size_t>(heads[d] + 1)];
  }
  return sum;
}

// The best total of all trees whose root is `root`, by trying every one.
float BestTotal(const std::vector<float>& scores, int count, int root) {
  std::vector<int> heads(static_cast<std::size_t>(count), -1);
  float best = -1e30F;
  std::uint64_t combinations = 1;
  for (int i = 0; i < count; ++i) combinations *= static_cast<std::uint64_t>(count + 1);
  for (std::uint64_t k = 0; k < combinations; ++k) {
    std::uint64_t rest = k;
    for (int& head : heads) {
      head = static_cast<int>(rest % static_cast<std::uint64_t>(count + 1)) - 1;
      rest /= static_cast<std::uint64_t>(count + 1);
    }
    if (heads[static_cast<std::size_t>(root)] == -1 && IsTree(heads)) {
      best = std::max(best, Total(scores, heads));
    }
  }
  return best;
}

TEST(TreeDecoder, IsTheBestTreeUnderItsRoot) {
  TreeDecoder decoder;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const int count = 1 + static_cast<int>(seed % 5);
    const std::vector<float> scores = RandomScores(count, seed);
    std::vector<float> changed = scores;
    std::vector<int> heads(static_cast<std::size_t>(count));
    decoder.Decode(changed.data(), kStride, count, heads.data());
    ASSERT_TRUE(IsTree(heads)) << seed;
    const auto root = std::find(heads.begin(), heads.end(), -1) - heads.begin();
    EXPECT_NEAR(Total(scores, heads), BestTotal(scores, count, static_cast<int>(root)),
                1e-4)
        << seed;
  }
}

TEST(TreeDecoder, LongSentencesAreTreesToo) {
  TreeDecoder decoder;
  for (const int count : {100, 255, 256}) {
    std::vector<float> scores(static_cast<std::size_t>(count * (count + 1)));
    for (std::size_t i = 0; i < scores.size(); ++i) {
      scores[i] = static_cast<float>(Mix64(i + 7) % 10000);
    }
    std::vector<int> heads(static_cast<std::size_t>(count));
    decoder.Decode(scores.data(), count + 1, count, heads.data());
    EXPECT_TRUE(IsTree(heads));
    std::fill(scores.begin(), scores.end(), 0.0F);  // all ties
    decoder.Decode(scores.data(), count + 1, count, heads.data());
    EXPECT_TRUE(IsTree(heads));
  }
}

}  // namespace
}  // namespace entente
