// SyntaxScore: how right a SyntaxTable is, on gold tokens and sentences.
//
// Counts as shared treebank scorers do: LAS compares the universal part of the relation
// (before the colon), a gold lemma that is unknown accepts any, and names count as
// whole spans of one kind.
#ifndef ENTENTE_SYNTAX_EVAL_H_
#define ENTENTE_SYNTAX_EVAL_H_

#include <array>
#include <cstdint>

#include "syntax/syntax_table.h"
#include "text/token_table.h"

namespace entente {

struct SyntaxScore {
  std::uint64_t words = 0;
  std::uint64_t upos = 0, xpos = 0, feats = 0, lemma = 0;  // right
  std::uint64_t heads = 0, labelled = 0;  // right head; head and universal relation
  std::uint64_t labelled_strict = 0;      // head and whole relation
  std::uint64_t names_gold = 0, names_found = 0, names_right = 0;
  std::array<std::uint64_t, kRelationCount> relation_total{};  // gold words
  std::array<std::uint64_t, kRelationCount> relation_right{};  // as in `labelled`

  double NameF1() const {
    const auto sum = static_cast<double>(names_gold + names_found);
    return sum > 0 ? 200.0 * static_cast<double>(names_right) / sum : 0.0;
  }
  double Percent(std::uint64_t right) const {
    return words > 0 ? 100.0 * static_cast<double>(right) / static_cast<double>(words)
                     : 0.0;
  }
};

// Adds the sentence's counts. REQUIRES: both tables have rows for its words.
void AddScore(const Sentence& sentence, const SyntaxTable& gold,
              const SyntaxTable& system, SyntaxScore& score);

// All sentences.
SyntaxScore ScoreSyntax(const TokenTable& tokens, const SyntaxTable& gold,
                        const SyntaxTable& system);

}  // namespace entente

#endif  // ENTENTE_SYNTAX_EVAL_H_
