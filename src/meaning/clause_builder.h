// ClauseBuilder: from the trees of a document to its clauses (see clause.h).
#ifndef ENTENTE_MEANING_CLAUSE_BUILDER_H_
#define ENTENTE_MEANING_CLAUSE_BUILDER_H_

#include <string>
#include <string_view>

#include "base/result.h"
#include "meaning/clause.h"
#include "meaning/clause_lexicon.h"

namespace entente {

class ClauseBuilder {
 public:
  // Reads data_dir/lexicon and the nouns of data_dir/rules.
  // Returns kNotFound or kCorrupt, naming file and line.
  static Result<ClauseBuilder> Load(const std::string& data_dir);

  explicit ClauseBuilder(ClauseLexicon lexicon) : lexicon_(std::move(lexicon)) {}

  // The clauses of a document, in O(words). The views in the table are the syntax
  // table's and this builder's.
  ClauseTable Build(std::string_view text, const TokenTable& tokens,
                    const SyntaxTable& syntax, const Tree& tree) const;

 private:
  ClauseLexicon lexicon_;
};

// One line for people and tests: "seize(subj Taliban; obj city; in September) past".
std::string Format(const ClauseTable& table, const Clause& clause,
                   std::string_view text, const TokenTable& tokens);

}  // namespace entente

#endif  // ENTENTE_MEANING_CLAUSE_BUILDER_H_
