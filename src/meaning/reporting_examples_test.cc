// Every row of reporting.tsv says a sentence that gives a statement by it and one that
// must not. Needs the syntax model, whose slips are why a few may miss.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "meaning/statement_finder.h"
#include "syntax/model.h"
#include "text/tokenizer.h"

namespace entente {
namespace {

constexpr double kLeastFiring = 0.88;  // share of the rows; goes up with the parser
constexpr double kMostWrong = 0.01;    // share whose silent sentence fires

class Examples : public testing::Test {
 protected:
  void SetUp() override {
    const std::string path = ENTENTE_SOURCE_DIR "/data/model/english.model";
    auto model = SyntaxModel::Open(path);
    if (!model && model.error().code == ErrorCode::kNotFound) {
      GTEST_SKIP() << "no model at " << path << ": the example sentences are not read";
    }
    ASSERT_TRUE(model) << model.error().message;
    model_.emplace(std::move(model).value());
  }

  // The rule ids of the statements in a sentence.
  std::vector<std::string> RulesIn(const StatementFinder& finder,
                                   const Tokenizer& tokenizer,
                                   const std::string& sentence, BlockKind kind) {
    Document document;
    document.text = sentence;
    document.blocks.push_back({kind, {0, static_cast<std::uint32_t>(sentence.size())}});
    tokenizer.Tokenize(document, tokens_);
    Analysis analysis;
    analysis.document = &document;
    analysis.tokens = &tokens_;
    analysis.syntax = &model_->Analyse(document.text, tokens_, syntax_);
    analysis.tree.Rebuild(*analysis.syntax);
    std::vector<std::string> rules;
    for (const Statement& statement : finder.Find(analysis))
      rules.push_back(statement.rule);
    return rules;
  }

  std::optional<SyntaxModel> model_;
  SyntaxWorkspace syntax_;
  TokenTable tokens_;
};

TEST_F(Examples, FireAndStaySilent) {
  const auto finder = StatementFinder::Load(ENTENTE_SOURCE_DIR "/data/lexicon");
  const auto tokenizer = Tokenizer::Load(ENTENTE_SOURCE_DIR "/data/lexicon");
  ASSERT_TRUE(finder) << finder.error().message;
  ASSERT_TRUE(tokenizer) << tokenizer.error().message;
  std::size_t rows = 0;
  std::size_t firing = 0;
  std::size_t wrong = 0;
  for (const ReportingExample& example : finder->lexicon().examples()) {
    const bool is_headline = example.word == ":" || example.word == "-";
    if (is_headline) continue;  // they need mentions
    ++rows;
    const auto fired = RulesIn(*finder, *tokenizer, example.fires, BlockKind::kBody);
    const auto silent = RulesIn(*finder, *tokenizer, example.silent, BlockKind::kBody);
    // Rows that only help another word fire through it.
    const bool has_fired = !fired.empty();
    firing += has_fired;
    if (!has_fired)
      std::cerr << example.id << " does not fire: " << example.fires << '\n';
    if (std::find(silent.begin(), silent.end(), example.id) != silent.end()) {
      ++wrong;
      std::cerr << example.id << " must not fire: " << example.silent << '\n';
    }
  }
  EXPECT_GE(static_cast<double>(firing), kLeastFiring * static_cast<double>(rows));
  EXPECT_LE(static_cast<double>(wrong), kMostWrong * static_cast<double>(rows));
}

}  // namespace
}  // namespace entente
