// ClauseLexicon: the word lists that the clause builder reads, and the document that it
// reads them over. Immutable after load.
#ifndef ENTENTE_MEANING_CLAUSE_LEXICON_H_
#define ENTENTE_MEANING_CLAUSE_LEXICON_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "meaning/light_verb.h"
#include "meaning/modality.h"
#include "meaning/nominal.h"
#include "meaning/verb_forms.h"
#include "syntax/syntax_table.h"
#include "syntax/tree.h"
#include "text/token_table.h"

namespace entente {

struct ClauseLexicon {
  NominalTable nominals;
  LightVerbTable light_verbs;
  OperatorTable operators;
  VerbForms verb_forms;

  // Reads data_dir/lexicon/*.tsv and the nouns that data_dir/rules/*.rule name.
  // Returns kNotFound or kCorrupt, naming file and line.
  static Result<ClauseLexicon> Load(const std::string& data_dir);

  // The tables alone, without the rules' nouns.
  static Result<ClauseLexicon> ReadTables(const std::string& lexicon_dir);
};

// What every step of the builder looks at. Keeps references; lives for one Build.
struct ClauseSource {
  const TokenTable& tokens;
  const SyntaxTable& syntax;
  const Tree& tree;
  std::string_view text;
  const ClauseLexicon& lexicon;
  const std::vector<std::string_view>& lemmas;  // by word, verbs corrected
  const std::vector<bool>& is_known_verb;       // by word: the form is a known verb's

  std::string_view lemma(std::uint32_t word) const { return lemmas[word]; }
  Upos upos(std::uint32_t word) const { return syntax.upos[word]; }
  Xpos xpos(std::uint32_t word) const { return syntax.xpos[word]; }
  Relation relation(std::uint32_t word) const { return syntax.relation[word]; }
  bool has_child(std::uint32_t word, Relation relation_name) const {
    return tree.ChildBy(word, relation_name) != kNoWord;
  }
  bool is_name(std::uint32_t word) const {
    return xpos(word) == Xpos::kNnp || xpos(word) == Xpos::kNnps ||
           upos(word) == Upos::kPropn;
  }
};

}  // namespace entente

#endif  // ENTENTE_MEANING_CLAUSE_LEXICON_H_
