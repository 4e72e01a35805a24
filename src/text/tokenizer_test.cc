#include "text/tokenizer.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "base/check.h"

namespace entente {
namespace {

const Tokenizer& SharedTokenizer() {
  static const auto* const loaded =
      new auto(Tokenizer::Load(std::string(ENTENTE_SOURCE_DIR) + "/data/lexicon"));
  CHECK(loaded->has_value());
  return loaded->value();
}

TokenTable TableOf(std::string_view text) {
  TokenTable table;
  SharedTokenizer().Append(text, {0, static_cast<std::uint32_t>(text.size())}, 0,
                           table);
  return table;
}

// The words with a blank between them, '+' before one that continues a surface token,
// '|' between sentences.
std::string Show(std::string_view text) {
  const TokenTable table = TableOf(text);
  std::string shown;
  for (const Sentence& sentence : table.sentences) {
    if (!shown.empty()) shown += " |";
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (!shown.empty()) shown += ' ';
      if ((table.flags[i] & kContinuesWord) != 0) shown += '+';
      shown += Slice(text, table.span[i]);
    }
  }
  return shown;
}

struct Case {
  std::string_view text, shown;
};

TEST(Tokenizer, SplitsWordsAsTheTreebanksDo) {
  constexpr Case kCases[] = {
      {"don't can't cannot", "do +n't ca +n't can +not"},
      {"Russia's envoys’ homes’", "Russia +'s envoys +’ homes +’"},
      {"couldn’t've", "could +n’t +'ve"},
      {"the students' vote", "the students +' vote"},
      {"He said 'the dogs' barked", "He said ' the dogs ' barked"},
      {"O'Brien met L'Enfant at six o'clock", "O'Brien met L'Enfant at six o'clock"},
      {"a US-led, anti-war, mid-August e-mail",
       "a US - led , anti-war , mid-August e-mail"},
      {"3,400 troops, $1.5bn, 50km, 7pm, 10%",
       "3,400 troops , $ 1.5 bn , 50 km , 7 pm , 10 %"},
      {"1980s 5th F-16", "1980s 5th F - 16"},
      {"on 12/23/2015 at 10:30, pages 3-4", "on 12/23/2015 at 10:30 , pages 3 - 4"},
      {"call 555-0134 or 212-555-0134", "call 555-0134 or 212-555-0134"},
      {"see https://example.org/a-b?c=1. Or", "see https://example.org/a-b?c=1 . | Or"},
      {"a.b@example.org, @desk #Kyiv", "a.b@example.org , @desk #Kyiv"},
      {"recognise [DAESH],\"", "recognise [ DAESH ] , \""},
      {"\"\"objectively coincide\" with", "\" \" objectively coincide \" with"},
      {"wait... what -- no — yes–no", "wait ... what -- no — yes – no"},
      {"thenorthern city :)", "thenorthern city :)"},
      {"AT&T and/or s/he", "AT&T and / or s/he"},
  };
  for (const Case& c : kCases) EXPECT_EQ(Show(c.text), c.shown);
}

TEST(Tokenizer, KeepsFullStopsOfAbbreviations) {
  constexpr Case kCases[] = {
      {"Mr. Annan met Gen. Powell.", "Mr. Annan met Gen. Powell ."},
      {"on Sept. 11, 2001 at 9 a.m. in", "on Sept. 11 , 2001 at 9 a.m. in"},
      {"U.S.-led troops left. No. 5 stayed", "U.S. - led troops left . | No. 5 stayed"},
      {"She said no. He went", "She said no . | He went"},
      {"in the U.S. The Senate", "in the U.S. | The Senate"},
      {"the U.S. Senate voted", "the U.S. Senate voted"},
      {"J. K. Rowling and George W. Bush spoke",
       "J. K. Rowling and George W. Bush spoke"},
      {"e.g. Kenya, Uganda, etc. were", "e.g. Kenya , Uganda , etc. were"},
  };
  for (const Case& c : kCases) EXPECT_EQ(Show(c.text), c.shown);
}

TEST(Tokenizer, EndsSentences) {
  constexpr Case kCases[] = {
      {"Go. Stop! Why? Yes", "Go . | Stop ! | Why ? | Yes"},
      {"\"We agree.\" The talks", "\" We agree . \" | The talks"},
      {"\"Why?\" he asked.", "\" Why ? \" he asked ."},
      {"the talks ended.The envoys left", "the talks ended . | The envoys left"},
      {"He left (to Rome). She stayed", "He left ( to Rome ) . | She stayed"},
      {"one line\nand the next", "one line and the next"},
      {"A heading\n\nA sentence", "A heading | A sentence"},
      {"Points:\n- one\n- two", "Points : | - one | - two"},
  };
  for (const Case& c : kCases) EXPECT_EQ(Show(c.text), c.shown);
}

TEST(Tokenizer, ToleratesEveryScript) {
  constexpr Case kCases[] = {
      {"北京。", "北京 。"},
      {"قال؟ نعم", "قال ؟ | نعم"},
      {"ok 👍🏽👍", "ok 👍🏽 👍"},
      {"\uFEFFHi\u00A0there", "Hi there"},
  };
  for (const Case& c : kCases) EXPECT_EQ(Show(c.text), c.shown);
}

TEST(Tokenizer, CutsEndlessSentences) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += i % 100 == 99 ? "word, " : "word ";
  const TokenTable table = TableOf(text);
  std::uint32_t next = 0;
  for (const Sentence& sentence : table.sentences) {
    EXPECT_EQ(sentence.begin, next);
    EXPECT_LE(sentence.end - sentence.begin, kLongestSentence);
    next = sentence.end;
  }
  EXPECT_EQ(next, table.size());
}

TEST(Tokenizer, SkipsWhatIsNoProse) {
  Document document;
  document.text = "Talks open\n\nBy Jane Roe\n\nEnvoys met.";
  document.blocks = {{BlockKind::kHeadline, {0, 10}},
                     {BlockKind::kByline, {12, 23}},
                     {BlockKind::kBody, {25, 36}}};
  TokenTable table;
  SharedTokenizer().Tokenize(document, table);
  ASSERT_EQ(table.sentences.size(), 2U);
  EXPECT_EQ(table.sentences[1].block, 2U);
  EXPECT_EQ(Slice(document.text, table.span[2]), "Envoys");
}

TEST(Tokenizer, FlagsCapitals) {
  const TokenTable table = TableOf("NATO's Élan and UN");
  EXPECT_EQ(table.flags[0], kSpaceBefore | kFirstUpper | kAllUpper);
  EXPECT_EQ(table.flags[1], kContinuesWord);
  EXPECT_EQ(table.flags[2], kSpaceBefore | kFirstUpper);
  EXPECT_EQ(table.flags[3], kSpaceBefore);
}

}  // namespace
}  // namespace entente
