#include "document/article_cues.h"

#include <gtest/gtest.h>

#include <string_view>

namespace entente {
namespace {

TEST(ArticleCues, KnowsTheEndsOfSentences) {
  for (const std::string_view line : {"They left.", "Why?\"", "They left.\u201D",
                                      "They left. [21]", "He said:", "(They left.)"}) {
    EXPECT_TRUE(EndsSentence(line)) << line;
  }
  for (const std::string_view line : {"", "[]", "[1]", "\"", "Early life"}) {
    EXPECT_FALSE(EndsSentence(line)) << line;
  }
}

TEST(ArticleCues, KnowsCredits) {
  for (const std::string_view line :
       {"Photo by: AFP", "(Photo: Jane Roe/Agency)", "\u00A9 2015 Agency",
        "Image: Pool", "Photograph: Getty Images", "Credit: UN Photo"}) {
    EXPECT_TRUE(IsCredit(line)) << line;
  }
  for (const std::string_view line :
       {"Photographs of the camp shocked the world.",
        "Images of the attack spread fast", "Credit agencies cut the rating of Greece.",
        ""}) {
    EXPECT_FALSE(IsCredit(line)) << line;
  }
}

TEST(ArticleCues, KnowsBylines) {
  for (const std::string_view line :
       {"By Jane Roe", "By Jane Roe and John Doe in Nairobi", "Desk and agencies",
        "Reporting by Jane Roe; editing by John Doe", "Source: News agencies",
        "(Reporting by Jane Roe in Kabul; Editing by John Doe)"}) {
    EXPECT_TRUE(IsByline(line)) << line;
  }
  for (const std::string_view line :
       {"By Friday the rebels had left the town.", "By law, agencies must report",
        "The aid agencies", "He met heads of agencies.", "By"}) {
    EXPECT_FALSE(IsByline(line)) << line;
  }
}

TEST(ArticleCues, ReadsDateLines) {
  const auto updated = ReadDateLine("Updated Dec 27, 2015");
  ASSERT_TRUE(updated);
  EXPECT_FALSE(updated->published);
  EXPECT_EQ(ToString(*updated->updated), "2015-12-27");
  const auto both =
      ReadDateLine("Published: 3 May 2016 | Last updated: 4 May 2016 10:30 GMT");
  ASSERT_TRUE(both);
  EXPECT_EQ(ToString(*both->published), "2016-05-03");
  EXPECT_EQ(ToString(*both->updated), "2016-05-04");
  EXPECT_TRUE(ReadDateLine("Friday, January 7, 2011"));
  EXPECT_TRUE(ReadDateLine("December 27, 2015 10:32 GMT"));
  EXPECT_FALSE(ReadDateLine("The war began on December 27, 2015"));
  EXPECT_FALSE(ReadDateLine("December 27, 2015 was a Sunday"));
}

struct DatelineCase {
  std::string_view dateline, rest;
};

TEST(ArticleCues, FindsDatelines) {
  constexpr DatelineCase kCases[] = {
      {"KABUL, Dec 27 (Agency) - ", "The ministers met."},
      {"MOSCOW \u2014 ", "The ministers met."},
      {"GENEVA (AP) \u2014", "The ministers met."},
      {"Nairobi, Kenya (Agency) -- ", "The ministers met."},
      {"ISLAMABAD: ", "Pakistan agreed."},
      {"HONG KONG, May 3, 2016 \u2013 ", "\"We agree,\" she said."},
  };
  for (const DatelineCase& c : kCases) {
    const std::string paragraph = std::string(c.dateline) + std::string(c.rest);
    EXPECT_EQ(DatelineSize(paragraph), c.dateline.size()) << paragraph;
  }
  for (const std::string_view paragraph :
       {"The truce - signed in May - held.", "Tehran, which denied it - again - left.",
        "UNICEF - the UN agency for children - said so.", "He said: Stop.",
        "Jane Roe (May 3, 1929 \u2013 June 4, 2001) was a judge.", "- An item", ""}) {
    EXPECT_EQ(DatelineSize(paragraph), 0U) << paragraph;
  }
}

TEST(ArticleCues, FindsTheGluedByline) {
  const std::string_view glued = "The war ended. Source: Desk and agencies";
  EXPECT_EQ(glued.substr(GluedBylineBegin(glued)), "Source: Desk and agencies");
  const std::string_view plain = "The war ended. Aid workers and doctors left.";
  EXPECT_EQ(GluedBylineBegin(plain), plain.size());
}

TEST(ArticleCues, TellsCaptionsFromSentences) {
  EXPECT_TRUE(IsBareCaption(
      "Spokeswoman of the ministry for foreign affairs in the capital Jane Roe"));
  EXPECT_FALSE(IsBareCaption("Early life and education"));
  EXPECT_FALSE(IsBareCaption(
      "The ministry has said that its spokeswoman Jane Roe will not come to Geneva"));
}

}  // namespace
}  // namespace entente
