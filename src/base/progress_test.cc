#include "base/progress.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Progress, TellsRateAndTimeLeft) {
  ProgressMeter meter(1000);
  EXPECT_EQ(meter.Line(), "0 documents");
  meter.Add(1, 100, 10);
  EXPECT_EQ(meter.Line(), "100 documents") << "too soon to tell";
  meter.Add(10, 2000, 100);
  EXPECT_EQ(meter.Line(), "2,000 documents, 200 a second, 1 min 30 s left");
}

TEST(Progress, TheRateIsThatOfTheLastHalfMinute) {
  ProgressMeter meter(100000);
  for (int second = 1; second <= 10; ++second) {
    meter.Add(second, static_cast<std::uint64_t>(second) * 1000, 1);
  }
  for (int second = 11; second <= 80; ++second) {
    meter.Add(second, 10000 + static_cast<std::uint64_t>(second - 10) * 10, 1);
  }
  EXPECT_EQ(meter.Line(), "10,700 documents, 10 a second");
}

TEST(Progress, NoTimeIsLeftOfWhatNobodyKnowsTheLength) {
  ProgressMeter meter(0);
  meter.Add(10, 1, 5000);
  EXPECT_EQ(meter.Line(), "1 document, 0 a second");
}

TEST(Progress, NumbersAndTimesAreForPeople) {
  EXPECT_EQ(WithCommas(0), "0");
  EXPECT_EQ(WithCommas(999), "999");
  EXPECT_EQ(WithCommas(1000), "1,000");
  EXPECT_EQ(WithCommas(1234567), "1,234,567");
  EXPECT_EQ(Duration(59.6), "1 min 0 s");
  EXPECT_EQ(Duration(8), "8 s");
  EXPECT_EQ(Duration(7500), "2 h 5 min");
}

}  // namespace
}  // namespace entente
