#include "meaning/time.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/strings.h"
#include "meaning/time_rule.h"

namespace entente {
namespace {

const TimeTagger& Tagger() {
  static const TimeTagger* tagger = [] {
    auto loaded = TimeTagger::Load(std::string(ENTENTE_SOURCE_DIR) + "/data/lexicon");
    if (!loaded) ADD_FAILURE() << loaded.error().message;
    return new TimeTagger(std::move(loaded).value());
  }();
  return *tagger;
}

bool IsLetter(char c) {
  return IsAsciiAlpha(c) || IsAsciiDigit(c) || static_cast<unsigned char>(c) >= 0x80;
}

// Words at white space, marks alone but for those inside numbers; a sentence ends at a
// mark before a capital where the word before it is long.
TokenTable Tokens(const std::string& text) {
  TokenTable table;
  Sentence sentence;
  for (std::size_t at = 0; at < text.size();) {
    std::uint8_t flags = at == 0 ? kSpaceBefore : 0;
    while (at < text.size() && IsAsciiSpace(text[at])) {
      flags = kSpaceBefore;
      ++at;
    }
    if (at >= text.size()) break;
    std::size_t end = at + 1;
    while (IsLetter(text[at]) && end < text.size()) {
      const bool is_inside = (text[end] == ',' || text[end] == ':') &&
                             IsAsciiDigit(text[end - 1]) && end + 1 < text.size() &&
                             IsAsciiDigit(text[end + 1]);
      if (!IsLetter(text[end]) && !is_inside) break;
      ++end;
    }
    if (IsAsciiUpper(text[at])) flags |= kFirstUpper;
    table.span.push_back(
        {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    table.flags.push_back(flags);
    const bool is_long =
        table.size() > 1 &&
        table.span[table.size() - 2].end - table.span[table.size() - 2].begin > 4;
    const bool ends = text[at] == '.' && end + 1 < text.size() && is_long &&
                      IsAsciiUpper(text[end + 1]);
    if (ends) {
      sentence.end = static_cast<std::uint32_t>(table.size());
      table.sentences.push_back(sentence);
      sentence.begin = sentence.end;
    }
    at = end;
  }
  sentence.end = static_cast<std::uint32_t>(table.size());
  if (sentence.end > sentence.begin) table.sentences.push_back(sentence);
  return table;
}

// "September 2001 = 2001-09 [2001-09-01..2001-09-30]; ..." of every mention.
std::string Show(const std::string& text, const std::string& date, bool has_days) {
  Document document;
  document.text = text;
  document.published = ParseIsoDate(date);
  std::string out;
  for (const TimeMention& time : Tagger().Find(document, Tokens(text), nullptr)) {
    if (!out.empty()) out += "; ";
    out += StrCat(Slice(text, time.span), " = ", time.timex);
    if (!has_days || !time.begin) continue;
    out += StrCat(" ", ToString(*time.begin), "..", ToString(*time.end));
  }
  return out;
}

struct Case {
  std::string text;
  std::string date;
  std::string expected;
};

void Check(const std::vector<Case>& cases, bool has_days = false) {
  for (const Case& c : cases) {
    EXPECT_EQ(Show(c.text, c.date, has_days), c.expected) << c.text;
  }
}

constexpr const char* kSunday = "2015-12-27";

TEST(TimeTagger, ResolvesTheSeedArticle) {
  Check({
      {"A diplomat said on Wednesday.", kSunday, "Wednesday = 2015-12-23"},
      {"They listen to him on November 3, 2015", kSunday,
       "November 3, 2015 = 2015-11-03"},
      {"Talks were held in the mid-1990s when they fought.", kSunday,
       "the mid-1990s = 199"},
      {"The captors held them for a year.", kSunday, "a year = P1Y"},
      {"Moscow saw a threat for more than a decade.", kSunday,
       "more than a decade = P1DE"},
      {"It reinforced its base in October.", kSunday, "October = 2015-10"},
      {"The 14-year-long war sparked by the Sept. 11, 2001 attacks has killed troops.",
       kSunday, "The 14-year-long = P14Y; Sept. 11, 2001 = 2001-09-11"},
      {"In September, they seized the city for 15 days.", kSunday,
       "September = 2015-09; 15 days = P15D"},
  });
}

TEST(TimeTagger, GivesDecadesAndTheirPartsAsYears) {
  Check(
      {
          {"They met in the mid-1990s.", kSunday,
           "the mid-1990s = 199 1994-01-01..1996-12-31"},
          {"They met in the early 2000s.", kSunday,
           "the early 2000s = 200 2000-01-01..2004-12-31"},
          {"They met in the late 1980s.", kSunday,
           "the late 1980s = 198 1985-01-01..1989-12-31"},
          {"It began in the sixties.", kSunday,
           "the sixties = 196 1960-01-01..1969-12-31"},
          {"It was built in the 19th century.", kSunday,
           "the 19th century = 18 1800-01-01..1899-12-31"},
      },
      true);
}

TEST(TimeTagger, ReadsDatesInEveryOrder) {
  Check({
      {"It fell on 11 September 2001.", kSunday, "11 September 2001 = 2001-09-11"},
      {"It fell on the 11th of September, 2001.", kSunday,
       "the 11th of September, 2001 = 2001-09-11"},
      {"It fell in September 2001.", kSunday, "September 2001 = 2001-09"},
      {"Dated 2001-09-11 and signed.", kSunday, "2001-09-11 = 2001-09-11"},
      {"Dated 12/23/2015 and signed.", kSunday, "12/23/2015 = 2015-12-23"},
      {"Dated 23.12.2015 and signed.", kSunday, "23.12.2015 = 2015-12-23"},
      {"It fell in May of that year.", kSunday, "May of that year = 2015-05"},
      {"Athens won in 490 BC.", kSunday, "490 BC = BC0490"},
      {"He was born on 6 and 7 January 1916.", kSunday,
       "6 = 1916-01-06; 7 January 1916 = 1916-01-07"},
  });
}

TEST(TimeTagger, CountsWeekdaysFromTheDocument) {
  Check({
      {"Ministers met on Friday.", "2016-03-02", "Friday = 2016-02-26"},
      {"Ministers will meet on Friday.", "2016-03-02", "Friday = 2016-03-04"},
      {"Ministers will meet next Friday.", "2016-03-02", "next Friday = 2016-03-11"},
      {"Ministers met last Monday.", "2016-03-02", "last Monday = 2016-02-29"},
      {"Ministers met on Monday morning.", "2016-03-02",
       "Monday morning = 2016-02-29TMO"},
      {"Ministers will meet this coming Friday.", "2016-03-02",
       "this coming Friday = 2016-03-04"},
      {"Shops open every Friday.", "2016-03-02", "every Friday = XXXX-WXX-5"},
  });
}

TEST(TimeTagger, CountsMonthsByTense) {
  Check({
      {"The treaty was signed in May.", "2016-03-02", "May = 2015-05"},
      {"The treaty will be signed in May.", "2016-03-02", "May = 2016-05"},
      {"The treaty was signed in March.", "2016-03-02", "March = 2016-03"},
      {"The vote was held on February 6.", "2016-03-02", "February 6 = 2016-02-06"},
      {"The referendum is to be held from November 20 to December 11.", "2015-05-07",
       "November 20 = 2015-11-20; December 11 = 2015-12-11"},
  });
}

TEST(TimeTagger, ResolvesWordsThatPointFromToday) {
  Check({
      {"They met yesterday.", kSunday, "yesterday = 2015-12-26"},
      {"They will meet tomorrow.", kSunday, "tomorrow = 2015-12-28"},
      {"Troops moved last night.", kSunday, "last night = 2015-12-26TNI"},
      {"Prices rose last week.", kSunday, "last week = 2015-W51"},
      {"Prices rose this year.", kSunday, "this year = 2015"},
      {"Prices rose earlier this month.", kSunday, "earlier this month = 2015-12"},
      {"He left two years ago.", kSunday, "two years ago = 2013"},
      {"He left two weeks ago.", kSunday, "two weeks ago = 2015-12-13"},
      {"He left three days ago.", kSunday, "three days ago = 2015-12-24"},
      {"They will vote in two weeks.", kSunday, "two weeks = 2016-01-10"},
  });
}

TEST(TimeTagger, ClipsAndSpreadsIntervals) {
  Check(
      {
          {"Prices rose earlier this month.", kSunday,
           "earlier this month = 2015-12 2015-12-01..2015-12-27"},
          {"Prices rose over the past 30 days.", kSunday,
           "the past 30 days = P30D 2015-11-27..2015-12-27"},
          {"He ruled from 2001 to 2004.", kSunday,
           "2001 = 2001 2001-01-01..2004-12-31; 2004 = 2004 2004-01-01..2004-12-31"},
          {"They fought between May and July 2014.", kSunday,
           "May = 2014-05 2014-05-01..2014-07-31; July 2014 = 2014-07 "
           "2014-07-01..2014-07-31"},
          {"They fought in 1994-96.", kSunday,
           "1994 = 1994 1994-01-01..1996-12-31; 96 = 1996 1996-01-01..1996-12-31"},
          {"It grew in the third quarter of 2015.", kSunday,
           "the third quarter of 2015 = 2015-Q3 2015-07-01..2015-09-30"},
          {"They landed in the summer of 1944.", kSunday,
           "the summer of 1944 = 1944-SU 1944-06-01..1944-08-31"},
      },
      true);
}

TEST(TimeTagger, ReadsTimesOfDay) {
  Check({
      {"It began on May 5, 2014 at 10:30 a.m. GMT.", kSunday,
       "May 5, 2014 at 10:30 a.m. GMT = 2014-05-05T10:30Z"},
      {"It began at noon.", kSunday, "noon = T12:00"},
      {"It began at 7 p.m. on Friday.", kSunday, "7 p.m. on Friday = 2015-12-25T19:00"},
      {"They crossed on the night of 5 May 1945.", kSunday,
       "the night of 5 May 1945 = 1945-05-05TNI"},
  });
}

TEST(TimeTagger, ReadsDurationsAndSets) {
  Check({
      {"A three-day visit ended.", kSunday, "A three-day = P3D"},
      {"It took several months.", kSunday, "several months = PXM"},
      {"It took two and a half years.", kSunday, "two and a half years = P2.5Y"},
      {"Papers appear daily.", kSunday, "daily = P1D"},
      {"They meet twice a year.", kSunday, "twice a year = P1Y"},
      {"A 45-year-old man left.", kSunday, "A 45-year-old = P45Y"},
  });
}

TEST(TimeTagger, CountsFromTheDateNamedBefore) {
  Check({
      {"It was signed on 3 May 2014. The next day they left, and three days later they "
       "returned.",
       kSunday,
       "3 May 2014 = 2014-05-03; The next day = 2014-05-04; three days later = "
       "2014-05-07"},
      {"It was signed on 3 May 2014, a day after April 30.", kSunday,
       "3 May 2014 = 2014-05-03; a day after April 30 = 2014-05-01"},
  });
}

TEST(TimeTagger, AnchorsHistoryOnTheStory) {
  Check({
      {"Germany attacked Poland on September 1, 1939. Warsaw surrendered on September "
       "28. Norway was invaded in April 1940. France fell in June, and Greece in April "
       "1941.",
       "2009-12-19",
       "September 1, 1939 = 1939-09-01; September 28 = 1939-09-28; April 1940 = "
       "1940-04; June = 1940-06; April 1941 = 1941-04"},
      {"It ended in December 1864. Grant advanced on April 1.", "",
       "December 1864 = 1864-12; April 1 = 1865-04-01"},
      {"The battle was fought in May.", "", "May = XXXX-05"},
  });
}

TEST(TimeTagger, KnowsHolidays) {
  Check({
      {"They met on Christmas Day.", kSunday, "Christmas Day = 2015-12-25"},
      {"They met on Easter Sunday 2016.", kSunday, "Easter Sunday 2016 = 2016-03-27"},
      {"They met on Thanksgiving 2015.", kSunday, "Thanksgiving 2015 = 2015-11-26"},
      {"They will meet two days before Christmas.", kSunday,
       "two days before Christmas = 2015-12-23"},
  });
}

TEST(TimeTagger, MarksVagueWords) {
  Check({
      {"He recently left.", kSunday, "recently = PAST_REF"},
      {"He is now here.", kSunday, "now = PRESENT_REF"},
      {"He will soon leave.", kSunday, "soon = FUTURE_REF"},
      {"He soon left.", kSunday, ""},
  });
}

TEST(TimeTagger, LeavesOtherNumbersAndWordsAlone) {
  Check({
      {"The quake killed 2001 people.", kSunday, ""},
      {"He sent 1,900 troops.", kSunday, ""},
      {"See page 1990 there.", kSunday, ""},
      {"They may go.", kSunday, ""},
      {"May they go?", kSunday, ""},
      {"They march on Rome.", kSunday, ""},
      {"The second man spoke to The Sun.", kSunday, ""},
      {"Prices fall quickly.", kSunday, ""},
      {"The fall of Kabul was quick.", kSunday, ""},
      {"Three quarters of them left.", kSunday, ""},
      {"The Six-Day War and the Arab Spring changed it.", kSunday, ""},
      {"They signed the Good Friday Agreement.", kSunday, ""},
      {"UN Resolution 1973 passed in Room 2003.", kSunday, ""},
      {"The airline lost flight 9268 and an F-16.", kSunday, ""},
  });
}

TEST(TimeTagger, GivesTimesOfDayTheDayOfTheirSentence) {
  Check({
      {"Rockets hit on Friday, the first at 10:30 a.m. and the last at 9 p.m.", kSunday,
       "Friday = 2015-12-25; 10:30 a.m. = 2015-12-25T10:30; 9 p.m. = 2015-12-25T21:00"},
      {"The Sept. 11 attacks changed it.", kSunday, "Sept. 11 attacks = 2001-09-11"},
      {"In the 2014-15 season they won.", kSunday, "2014 = 2014; 15 = 2015"},
      {"They meet in the week of January 4.", kSunday,
       "the week of January 4 = 2016-W01"},
      {"It rained in the last week of August 2014.", kSunday,
       "the last week of August 2014 = 2014-W35"},
  });
}

// "Ministers <verb> on Friday." with the verb's tag as the parse says it.
std::string WithParse(const std::string& text, const std::vector<Xpos>& tags,
                      const std::vector<std::uint32_t>& heads,
                      const std::vector<Relation>& relations,
                      const std::vector<std::string_view>& lemmas) {
  Document document;
  document.text = text;
  document.published = ParseIsoDate("2016-03-02");
  const TokenTable tokens = Tokens(text);
  SyntaxTable syntax;
  syntax.upos.resize(tags.size(), Upos::kX);
  syntax.xpos = tags;
  syntax.head = heads;
  syntax.relation = relations;
  syntax.lemma = lemmas;
  std::string out;
  for (const TimeMention& time : Tagger().Find(document, tokens, &syntax)) {
    out += StrCat(Slice(text, time.span), " = ", time.timex);
  }
  return out;
}

TEST(TimeTagger, AsksTheParseForTense) {
  // "leave" alone is no cue: only the parse knows that "are leaving" lies ahead.
  EXPECT_EQ(WithParse("They are leaving on Friday.",
                      {Xpos::kPrp, Xpos::kVbp, Xpos::kVbg, Xpos::kIn, Xpos::kNnp,
                       Xpos::kPeriod},
                      {2, 2, kNoWord, 4, 2, 2},
                      {Relation::kNsubj, Relation::kAux, Relation::kRoot,
                       Relation::kCase, Relation::kObl, Relation::kPunct},
                      {"they", "be", "leave", "on", "Friday", "."}),
            "Friday = 2016-03-04");
  EXPECT_EQ(WithParse("They flew out on Friday.",
                      {Xpos::kPrp, Xpos::kVbd, Xpos::kRp, Xpos::kIn, Xpos::kNnp,
                       Xpos::kPeriod},
                      {1, kNoWord, 1, 4, 1, 1},
                      {Relation::kNsubj, Relation::kRoot, Relation::kCompoundPrt,
                       Relation::kCase, Relation::kObl, Relation::kPunct},
                      {"they", "fly", "out", "on", "Friday", "."}),
            "Friday = 2016-02-26");
}

TEST(TimeTagger, ReadsTheLineThatDatesThePage) {
  Document document;
  document.text = "Rain floods Lagos\nSaturday, September 12, 2015\n";
  document.blocks.push_back({BlockKind::kOther, {18, 46}});
  const auto times = Tagger().Find(document, TokenTable(), nullptr);
  ASSERT_EQ(times.size(), 1U);
  EXPECT_EQ(times[0].timex, "2015-09-12");
  EXPECT_EQ(Slice(document.text, times[0].span), "September 12, 2015");
  EXPECT_GT(times[0].first_word, times[0].last_word);
}

TEST(DayRule, DatesMovableFeasts) {
  const auto show = [](std::string_view rule, int year) {
    const auto parsed = DayRule::Parse(rule);
    return parsed ? ToString(parsed->In(year)) : std::string("not a rule");
  };
  EXPECT_EQ(show("easter+0", 2016), "2016-03-27");
  EXPECT_EQ(show("easter-2", 2015), "2015-04-03");
  EXPECT_EQ(show("julian-easter+0", 2016), "2016-05-01");
  EXPECT_EQ(show("11-W4-4", 2015), "2015-11-26");
  EXPECT_EQ(show("05-W-1-1", 2016), "2016-05-30");
  EXPECT_EQ(show("2001-09-11", 2015), "2001-09-11");
  EXPECT_EQ(show("13-40", 2015), "not a rule");
  EXPECT_EQ(show("11-W9-4", 2015), "not a rule");
}

TEST(TimeTagger, FailsWithoutItsTables) {
  const auto loaded = TimeTagger::Load("/nowhere");
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace entente
