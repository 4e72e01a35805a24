// StatementFinder: who says what, in which words.
//
// Direct, indirect and mixed quotations; thoughts and denials marked as such; each with
// its reporting word, speaker, hearer and time, and the statement that it stands inside
// of.
//
//   "That is very important," added Kabulov
//       content "That is very important", cue "added", speaker Kabulov, direct
//
// A content begins with its "that" (as GUM and PolNeAR have it), unless quotation marks
// follow; marks and outer punctuation are left out.
//
// Needs: TokenTable, SyntaxTable, Tree, TimeTable, MentionTable (the last two may be
// empty). Gives: statements in text order, an outer one before those within it. Cost:
// linear in the text. Const: any number of threads may use one finder.
#ifndef ENTENTE_MEANING_STATEMENT_FINDER_H_
#define ENTENTE_MEANING_STATEMENT_FINDER_H_

#include <string>
#include <vector>

#include "base/result.h"
#include "meaning/analysis.h"
#include "meaning/reporting.h"

namespace entente {

class StatementFinder {
 public:
  // Reads lexicon_dir/reporting.tsv. Returns what ReportingLexicon::Read returns.
  static Result<StatementFinder> Load(const std::string& lexicon_dir);

  std::vector<Statement> Find(const Analysis& analysis) const;

  const ReportingLexicon& lexicon() const { return lexicon_; }

 private:
  explicit StatementFinder(ReportingLexicon lexicon) : lexicon_(std::move(lexicon)) {}

  ReportingLexicon lexicon_;
};

}  // namespace entente

#endif  // ENTENTE_MEANING_STATEMENT_FINDER_H_
