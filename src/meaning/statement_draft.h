// StatementDraft: a statement while it is being found, in words rather than bytes; and
// what the steps of the search look at. Private to the StatementFinder's files.
#ifndef ENTENTE_MEANING_STATEMENT_DRAFT_H_
#define ENTENTE_MEANING_STATEMENT_DRAFT_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "meaning/analysis.h"
#include "meaning/quote_marks.h"
#include "meaning/reporting.h"

namespace entente {

// Words first..last, both included.
struct WordRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  friend bool operator==(const WordRange&, const WordRange&) = default;
};

struct StatementDraft {
  const ReportingWord* entry = nullptr;
  WordRange cue{kNoWord, kNoWord};    // kNoWord: a quotation that floats
  std::vector<WordRange> content;     // ascending, disjoint
  std::uint32_t speaker = kNoWord;    // head word
  std::uint32_t addressee = kNoWord;  // head word
  std::uint32_t time_from = kNoWord;  // predicate whose time words date the saying
  bool is_negated = false;
  bool takes_previous_speaker = false;              // the one who spoke last
  std::uint32_t quotation = QuotationTable::kNone;  // the one that it was made of

  bool has_cue() const { return cue.first != kNoWord; }
};

// Keeps references; lives for one Find.
struct StatementSource {
  const Analysis& analysis;
  const ReportingLexicon& lexicon;
  const QuotationTable& quotes;
  std::vector<std::uint32_t> sentence_of;  // by word

  std::uint32_t size() const {
    return static_cast<std::uint32_t>(analysis.tokens->size());
  }
  std::string_view lemma(std::uint32_t word) const {
    return analysis.syntax->lemma[word];
  }
  std::string_view form(std::uint32_t word) const { return analysis.form(word); }
  Upos upos(std::uint32_t word) const { return analysis.syntax->upos[word]; }
  Xpos xpos(std::uint32_t word) const { return analysis.syntax->xpos[word]; }
  Relation relation(std::uint32_t word) const {
    return analysis.syntax->relation[word];
  }
  std::uint32_t head(std::uint32_t word) const { return analysis.syntax->head[word]; }
  const Tree& tree() const { return analysis.tree; }
  const Sentence& sentence(std::uint32_t word) const {
    return analysis.tokens->sentences[sentence_of[word]];
  }
  bool is_punct(std::uint32_t word) const {
    return upos(word) == Upos::kPunct || quotes.is_mark[word] != 0;
  }
  BlockKind block(std::uint32_t word) const {
    const std::uint32_t block = sentence(word).block;
    return block < analysis.document->blocks.size()
               ? analysis.document->blocks[block].kind
               : BlockKind::kBody;
  }
  // The mention whose head is this word, or kNoWord.
  std::uint32_t mention(std::uint32_t word) const {
    const auto& at = analysis.mentions.mention_at;
    return word < at.size() ? at[word] : kNoWord;
  }
};

// The words of the subtree of `word`, as ranges (one where the tree is projective).
std::vector<WordRange> Subtree(const StatementSource& source, std::uint32_t word);

// Set operations on ascending, disjoint ranges.
std::vector<WordRange> Union(std::vector<WordRange> a, const std::vector<WordRange>& b);
std::vector<WordRange> Without(const std::vector<WordRange>& a,
                               const std::vector<WordRange>& b);
std::vector<WordRange> Clip(const std::vector<WordRange>& a, WordRange limit);
bool Holds(const std::vector<WordRange>& ranges, std::uint32_t word);
bool Intersects(const std::vector<WordRange>& ranges, WordRange range);

// True where the clause of predicate `word` has a finite verb.
bool IsFinite(const StatementSource& source, std::uint32_t word);

}  // namespace entente

#endif  // ENTENTE_MEANING_STATEMENT_DRAFT_H_
