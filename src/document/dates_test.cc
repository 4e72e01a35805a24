#include "document/dates.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace entente {
namespace {

struct Case {
  std::string_view text, date;  // "" for none
};

TEST(Dates, FindsFullDates) {
  constexpr Case kCases[] = {
      {"Dec 27, 2015", "2015-12-27"},
      {"27 December 2015", "2015-12-27"},
      {"on Sept. 3rd, 2009.", "2009-09-03"},
      {"2015-12-27T10:32:00Z", "2015-12-27"},
      {"2015/12/27", "2015-12-27"},
      {"12/27/2015", "2015-12-27"},
      {"27/12/2015", "2015-12-27"},
      {"27.12.2015", "2015-12-27"},
      {"03/04/2015", ""},
      {"04/04/2015", "2015-04-04"},
      {"27-Dec-2015", "2015-12-27"},
      {"Mon, 06 Sep 2010 00:01:00 +0000", "2010-09-06"},
      {"February 30, 2015", ""},
      {"in December 2015", ""},
      {"May, 12 people died in 2003", ""},
      {"", ""},
      {"99999999999999999999", ""},
  };
  for (const Case& c : kCases) {
    const auto found = FindDate(c.text);
    EXPECT_EQ(found ? ToString(found->date) : std::string(), c.date) << c.text;
  }
}

TEST(Dates, NamesTheBytesOfTheDate) {
  const auto found = FindDate("Kabul, 3 May 2016 (Agency)");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->span.begin, 7U);
  EXPECT_EQ(found->span.end, 17U);
}

}  // namespace
}  // namespace entente
