#include "base/date.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(CivilDate, DaysAndBack) {
  EXPECT_EQ(ToDays({1970, 1, 1}), 0);
  EXPECT_EQ(ToDays({2015, 12, 27}), 16796);
  for (std::int32_t days = -800000; days < 800000; days += 997) {
    EXPECT_EQ(ToDays(FromDays(days)), days);
  }
}

TEST(CivilDate, WeekdayCountsFromMonday) {
  EXPECT_EQ(Weekday({2015, 12, 23}), 2);  // a Wednesday
  EXPECT_EQ(Weekday({2015, 12, 27}), 6);  // a Sunday
}

TEST(CivilDate, ReadsTheDateOfADateTime) {
  EXPECT_EQ(ParseIsoDate("2015-12-23T10:00:00Z"), (CivilDate{2015, 12, 23}));
  for (const char* bad : {"2015-02-30", "2015-13-01", "23.12.2015", "2015-1-2", ""}) {
    EXPECT_FALSE(ParseIsoDate(bad)) << bad;
  }
}

}  // namespace
}  // namespace entente
