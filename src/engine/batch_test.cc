#include "engine/batch.h"

#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

// The squares of 0..count-1, joined in the order in which the sink saw them.
std::string Squares(unsigned threads, int count, std::size_t window) {
  int at = 0;
  std::string seen;
  RunInOrder<int, int>(
      {.threads = threads, .window = window},
      [&]() -> std::optional<int> {
        return at < count ? std::optional<int>(at++) : std::nullopt;
      },
      [] {
        return [](int job) {
          // Early jobs are the slow ones, so that later ones overtake them.
          volatile int spin = 0;
          for (int i = 0; i < 20000 / (job + 1); ++i) spin = spin + 1;
          return job * job;
        };
      },
      [&](int output) { seen += std::to_string(output) + " "; });
  return seen;
}

TEST(RunInOrder, SinkSeesInputOrderOnAnyNumberOfThreads) {
  const std::string one = Squares(1, 200, 256);
  EXPECT_EQ(Squares(4, 200, 256), one);
  EXPECT_EQ(Squares(16, 200, 3), one);
}

TEST(RunInOrder, NoJobsIsNoOutput) { EXPECT_EQ(Squares(4, 0, 8), ""); }

}  // namespace
}  // namespace entente
