#include "fetch/schedule.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Schedule, AsksAtOnceAndThenAtIntervals) {
  Schedule schedule(900);
  EXPECT_TRUE(schedule.IsDue(5000));
  schedule.Succeed(5000);
  EXPECT_FALSE(schedule.IsDue(5899));
  EXPECT_TRUE(schedule.IsDue(5900));
}

TEST(Schedule, WaitsLongerAfterEachFailure) {
  Schedule schedule(900);
  schedule.Fail(0, {});
  EXPECT_EQ(schedule.due(), 1800);
  schedule.Fail(1800, {});
  EXPECT_EQ(schedule.due(), 1800 + 3600);
  for (int i = 0; i < 40; ++i) schedule.Fail(0, {});
  EXPECT_EQ(schedule.due(), 86400);
  schedule.Succeed(0);
  schedule.Fail(0, {});
  EXPECT_EQ(schedule.due(), 1800);
}

TEST(Schedule, WaitsAsLongAsTheServerAsks) {
  Schedule schedule(60);
  schedule.Fail(0, 600);
  EXPECT_EQ(schedule.due(), 600);
  schedule.Fail(0, 1'000'000'000);
  EXPECT_EQ(schedule.due(), 86400);
}

TEST(Schedule, WhatIsGoneIsNotAskedAgain) {
  Schedule schedule(1);
  schedule.End();
  EXPECT_FALSE(schedule.IsDue(1'000'000));
}

TEST(Schedule, OthersAreAskedOnceAMinuteAtMost) {
  EXPECT_EQ(PoliteInterval("https://example.org/feed", 5), 60);
  EXPECT_EQ(PoliteInterval("https://example.org/feed", 900), 900);
  EXPECT_EQ(PoliteInterval("http://127.0.0.1:8080/feed", 1), 1);
  EXPECT_EQ(PoliteInterval("http://127.0.0.1.example.org/feed", 1), 60);
}

}  // namespace
}  // namespace entente
