// The shipped model: what it says of a few sentences, and what becomes of a broken
// file.
#include "syntax/model.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <thread>

#include "base/files.h"
#include "base/hash.h"
#include "base/strings.h"
#include "syntax/conllu.h"
#include "syntax/tree.h"

namespace entente {
namespace {

const std::string kPath = ENTENTE_SOURCE_DIR "/data/model/english.model";

const SyntaxModel& Model() {
  static const SyntaxModel model = [] {
    auto opened = SyntaxModel::Open(kPath);
    if (!opened) std::fprintf(stderr, "%s\n", opened.error().message.c_str());
    return std::move(opened).value();
  }();
  return model;
}

// Words parted at blanks; "_" before a word glues it to the one before.
struct Sample {
  std::string text;
  TokenTable tokens;
};
Sample Words(std::string_view line) {
  Sample sample;
  for (std::string_view word : SplitBlank(line)) {
    const bool glued = word.size() > 1 && word[0] == '_';
    if (glued) word.remove_prefix(1);
    if (!glued && !sample.text.empty()) sample.text += ' ';
    const auto begin = static_cast<std::uint32_t>(sample.text.size());
    sample.text += word;
    sample.tokens.span.push_back(
        {begin, static_cast<std::uint32_t>(sample.text.size())});
    sample.tokens.flags.push_back(glued ? 0 : kSpaceBefore);
  }
  const auto count = static_cast<std::uint32_t>(sample.tokens.size());
  sample.tokens.sentences.push_back({0, count, 0});
  return sample;
}

TEST(SyntaxModel, ReadsAPlainNewsSentence) {
  const Sample sample =
      Words("Neil Armstrong walked on the Moon in July 1969 _, NASA said _.");
  SyntaxWorkspace workspace;
  const SyntaxTable& syntax = Model().Analyse(sample.text, sample.tokens, workspace);
  ASSERT_EQ(syntax.size(), 13U);
  EXPECT_EQ(syntax.upos[2], Upos::kVerb);
  EXPECT_EQ(syntax.lemma[2], "walk");
  EXPECT_EQ(syntax.lemma[11], "say");
  EXPECT_EQ(syntax.head[0], 2U);
  EXPECT_EQ(syntax.relation[0], Relation::kNsubj);
  EXPECT_EQ(syntax.head[10], 11U);
  EXPECT_EQ(syntax.name[0].kind, NameKind::kPerson);
  EXPECT_EQ(syntax.name[1].part, NamePart::kLast);
}

TEST(SyntaxModel, TypographicQuotesReadAsStraightOnes) {
  const Sample plain = Words("\" We do _n't know _, _\" she said _.");
  const Sample curly =
      Words("\xE2\x80\x9C We do _n\xE2\x80\x99t know _, _\xE2\x80\x9D she said _.");
  SyntaxWorkspace a, b;
  const SyntaxTable& first = Model().Analyse(plain.text, plain.tokens, a);
  const SyntaxTable& second = Model().Analyse(curly.text, curly.tokens, b);
  EXPECT_EQ(first.lemma[3], "not");
  EXPECT_EQ(second.lemma[3], "not");
  EXPECT_EQ(first.upos, second.upos);
}

bool OneTree(const SyntaxTable& syntax, std::uint32_t begin, std::uint32_t end) {
  int roots = 0;
  for (std::uint32_t word = begin; word < end; ++word) {
    std::uint32_t at = word, steps = 0;
    while (syntax.head[at] != kNoWord && steps++ <= end - begin) {
      at = syntax.head[at];
      if (at < begin || at >= end) return false;
    }
    if (steps > end - begin) return false;
    roots += syntax.head[word] == kNoWord ? 1 : 0;
  }
  return roots == 1;
}

TEST(SyntaxModel, LongSentencesAreOneTree) {
  for (const std::uint32_t count : {1U, 2U, 200U, 256U, 257U, 2000U}) {
    std::string line;
    for (std::uint32_t i = 0; i < count; ++i) line += i % 7 == 6 ? "_, " : "ministers ";
    const Sample sample = Words(line);
    SyntaxWorkspace workspace;
    const SyntaxTable& syntax = Model().Analyse(sample.text, sample.tokens, workspace);
    ASSERT_EQ(syntax.size(), count);
    EXPECT_TRUE(OneTree(syntax, 0, count)) << count;
  }
}

TEST(SyntaxModel, NothingToAnalyse) {
  SyntaxWorkspace workspace;
  EXPECT_EQ(Model().Analyse("", {}, workspace).size(), 0U);
  const Sample sample = Words("Yes");
  EXPECT_EQ(Model().Analyse(sample.text, sample.tokens, workspace).size(), 1U);
  EXPECT_EQ(Model().Analyse("", {}, workspace).size(), 0U);
}

TEST(SyntaxModel, StrangeBytesAreWords) {
  std::string line;
  for (int i = 1; i < 400; ++i) {
    for (std::uint64_t k = 0; k < 1 + Mix64(static_cast<std::uint64_t>(i)) % 9; ++k) {
      const auto c = static_cast<char>(Mix64(static_cast<std::uint64_t>(i) * 31 + k));
      line += IsAsciiSpace(c) || c == '\0' ? 'q' : c;
    }
    line += ' ';
  }
  const Sample sample = Words(line);
  SyntaxWorkspace workspace;
  const SyntaxTable& syntax = Model().Analyse(sample.text, sample.tokens, workspace);
  EXPECT_TRUE(OneTree(syntax, 0, static_cast<std::uint32_t>(syntax.size())));
}

TEST(SyntaxModel, SentencesDoNotSeeOneAnother) {
  const std::string one = "Talks in Geneva ended without a deal _.";
  const Sample alone = Words(one);
  std::string many;
  for (int i = 0; i < 40; ++i) many += one + " ";
  Sample together = Words(many);
  const auto count = static_cast<std::uint32_t>(alone.tokens.size());
  together.tokens.sentences.clear();
  for (std::uint32_t i = 0; i < 40; ++i) {
    together.tokens.sentences.push_back({i * count, (i + 1) * count, 0});
  }
  SyntaxWorkspace a, b;
  const SyntaxTable& first = Model().Analyse(alone.text, alone.tokens, a);
  const SyntaxTable& second = Model().Analyse(together.text, together.tokens, b);
  for (std::uint32_t i = 0; i < second.size(); ++i) {
    EXPECT_EQ(second.upos[i], first.upos[i % count]);
    EXPECT_EQ(second.lemma[i], first.lemma[i % count]);
    EXPECT_EQ(second.relation[i], first.relation[i % count]);
    if (first.head[i % count] != kNoWord) {
      EXPECT_EQ(second.head[i], first.head[i % count] + i / count * count);
    }
  }
}

TEST(SyntaxModel, ThreadsShareIt) {
  const Sample sample = Words("The two sides signed a truce in Minsk on Thursday _.");
  SyntaxWorkspace mine;
  const std::string expected =
      WriteConllu(sample.text, sample.tokens,
                  Model().Analyse(sample.text, sample.tokens, mine), "s");
  std::vector<std::string> results(4);
  {
    std::vector<std::jthread> threads;
    for (std::string& result : results) {
      threads.emplace_back([&result, &sample] {
        SyntaxWorkspace workspace;
        for (int i = 0; i < 20; ++i) {
          result =
              WriteConllu(sample.text, sample.tokens,
                          Model().Analyse(sample.text, sample.tokens, workspace), "s");
        }
      });
    }
  }
  for (const std::string& result : results) EXPECT_EQ(result, expected);
}

TEST(ModelFile, DamageIsNamed) {
  const auto bytes = ReadFile(kPath);
  ASSERT_TRUE(bytes);
  const auto message = [](const std::string& changed) {
    const auto model = SyntaxModel::FromBytes("m", changed);
    return model ? std::string("read") : model.error().message;
  };
  std::string changed = *bytes;
  changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
  EXPECT_EQ(message(changed), "m: checksum does not match, the file is damaged");
  changed = bytes->substr(0, bytes->size() / 2);
  EXPECT_NE(message(changed).find("cut short"), std::string::npos);
  changed = *bytes;
  changed[8] = 9;
  EXPECT_EQ(message(changed), "m: model format 9, this program reads format 1");
  EXPECT_EQ(message("PK"), "m: not a syntax model");
  EXPECT_EQ(message(""), "m: not a syntax model");
  EXPECT_FALSE(SyntaxModel::Open("/no/such.model"));
}

}  // namespace
}  // namespace entente
