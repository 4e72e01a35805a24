#include "ledger/shingles.h"

#include <gtest/gtest.h>

#include <string>

#include "base/strings.h"

namespace entente {
namespace {

constexpr char kReport[] =
    "Fishermen from three villages blocked the port of Walvis Bay on Tuesday, saying "
    "that foreign trawlers had emptied their waters. Police watched from a distance. A "
    "spokesman for the ministry said that licences would be looked at again before the "
    "season opens in August. The blockade ended in the evening, when two boats with "
    "supplies were let through. A second protest is planned for next week.";

bool AreNear(std::string_view one, std::string_view other) {
  const Resemblance resemblance = Compare(ShinglesOf(one), ShinglesOf(other));
  const Resemblance turned = Compare(ShinglesOf(other), ShinglesOf(one));
  EXPECT_EQ(resemblance.alike, turned.alike);
  EXPECT_EQ(resemblance.is_near, turned.is_near);
  return resemblance.is_near;
}

TEST(Shingles, CaseMarksAndBlanksDoNotCount) {
  const Resemblance same =
      Compare(ShinglesOf("The talks, \xE2\x80\x9Ctotally\xE2\x80\x9D open, ended."),
              ShinglesOf("the talks \"totally\" open\nended"));
  EXPECT_EQ(same.alike, 1);
}

TEST(Shingles, ACopyWithAnotherHeadAndFootIsNear) {
  EXPECT_TRUE(AreNear(kReport, StrCat("WALVIS BAY (Coast News) - ", kReport,
                                      "\n\nAll rights of the agency.")));
}

// News is cut from its end.
TEST(Shingles, TheBeginningOfALongTextIsNearItsWhole) {
  std::string rest;
  for (int i = 0; i < 200; ++i) rest += StrCat(" Word", i, " follows word", i * 7, ".");
  EXPECT_TRUE(AreNear(kReport, StrCat(kReport, rest)));
  EXPECT_FALSE(
      AreNear(kReport, StrCat(rest, " ", kReport)));  // one of many in a digest
}

TEST(Shingles, AnotherReportOnTheSameMatterIsNotNear) {
  EXPECT_FALSE(AreNear(
      kReport,
      "Namibian police kept watch on Tuesday as boats closed the harbour at Walvis "
      "Bay. "
      "The crews are angry about foreign trawlers, which they blame for poor catches. "
      "Officials promised to review licences in August, and by evening the harbour was "
      "open."));
}

TEST(Shingles, SignaturesOfCopiesShareABandAndSurviveStorage) {
  const Signature one = SignatureOf(ShinglesOf(kReport));
  const Signature other = SignatureOf(ShinglesOf(StrCat(kReport, " More soon.")));
  int shared = 0;
  for (std::size_t i = 0; i < Signature::kBands; ++i) {
    shared += one.bands[i] == other.bands[i] ? 1 : 0;
  }
  EXPECT_GT(shared, 0);
  EXPECT_EQ(SignatureFrom(ToBytes(one)).bands, one.bands);
  EXPECT_EQ(SignatureOf(ShinglesOf("...")).bands, Signature().bands);
}

}  // namespace
}  // namespace entente
