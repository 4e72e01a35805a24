#include "meaning/quote_marks.h"

#include <gtest/gtest.h>

#include "base/strings.h"

namespace entente {
namespace {

// Words and marks, as a tokenizer would part them.
TokenTable Words(std::string_view text) {
  TokenTable tokens;
  std::uint32_t at = 0;
  while (at < text.size()) {
    if (IsAsciiSpace(text[at])) {
      ++at;
      continue;
    }
    const std::uint32_t begin = at;
    const auto is_word = [&](std::uint32_t i) {
      return i < text.size() && (IsAsciiAlpha(text[i]) || IsAsciiDigit(text[i]));
    };
    if (is_word(at)) {
      while (is_word(at)) ++at;
    } else {
      ++at;
      while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
        ++at;
    }
    tokens.span.push_back({begin, at});
    tokens.flags.push_back(0);
  }
  tokens.sentences.push_back({0, static_cast<std::uint32_t>(tokens.size()), 0});
  return tokens;
}

// The pieces of all quotations: "one|two", those of one quotation joined by "+".
std::string Quoted(std::string_view text) {
  Document document;
  document.text = std::string(text);
  const QuotationTable table = FindQuotations(document, Words(text));
  std::string out;
  for (const Quotation& quotation : table.quotations) {
    if (!out.empty()) out += '|';
    for (std::size_t i = 0; i < quotation.pieces.size(); ++i) {
      if (i > 0) out += '+';
      out += Slice(document.text, quotation.pieces[i]);
    }
  }
  return out;
}

TEST(QuoteMarks, PairsMarks) {
  struct Case {
    const char* text;
    const char* quoted;
  };
  static constexpr Case kCases[] = {
      {"He said \"we go\" and left.", "we go"},
      {"\"We go,\" he said, \"now.\"", "We go,|now."},
      {"\u201cWe go,\u201d he said.", "We go,"},
      {"\u201cHe said \u201cno\u201d twice,\u201d she said.",
       "He said \u201cno\u201d twice,"},
      {"\u00abWe go\u00bb, he said.", "We go"},
      // A mark typed twice, and one that closes nothing.
      {"Interests \"\"coincide\" with theirs.", "coincide"},
      {"The one who\" left came back.", ""},
      // An opening mark that nobody closed yields to the next one.
      {"He read \"Dune and then \"we go\" came.", "we go"},
      {"No marks here.", ""},
      {"An empty \"\" one.", ""},
  };
  for (const Case& row : kCases) EXPECT_EQ(Quoted(row.text), row.quoted) << row.text;
}

TEST(QuoteMarks, TellsApostrophesFromSingleMarks) {
  EXPECT_EQ(Quoted("The workers' rights aren't the owner's."), "");
  EXPECT_EQ(Quoted("He called it 'a fine day' and left."), "a fine day");
  EXPECT_EQ(Quoted("He wrote 'the workers' rights come first' today."),
            "the workers' rights come first");
  EXPECT_EQ(Quoted("\u2018We go\u2019, he said."), "We go");
}

TEST(QuoteMarks, FollowsAQuotationOverParagraphs) {
  EXPECT_EQ(Quoted("He said: \"We go.\n\n\"We stay.\" Then he left."),
            "We go.+We stay.");
}

TEST(QuoteMarks, EndsAnUnclosedQuotationWithItsParagraph) {
  EXPECT_EQ(Quoted("He said: \"We go.\n\nThen he left."), "We go.");
}

TEST(QuoteMarks, KnowsTheWordsInside) {
  Document document;
  document.text = "He said \"we go\" twice";
  const QuotationTable table = FindQuotations(document, Words(document.text));
  ASSERT_EQ(table.quotations.size(), 1U);
  EXPECT_EQ(table.quotations[0].first_word, 3U);
  EXPECT_EQ(table.quotations[0].last_word, 4U);
  EXPECT_EQ(table.at[2], QuotationTable::kNone);
  EXPECT_EQ(table.at[3], 0U);
  EXPECT_EQ(table.is_mark[2], 1);
}

}  // namespace
}  // namespace entente
