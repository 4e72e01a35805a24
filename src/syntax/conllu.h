// CoNLL-U in and out (https://universaldependencies.org/format.html).
//
// Reading rebuilds a text from the forms and SpaceAfter, so that the words are spans of
// it as in any other document: sentences are parted by a line feed, range lines ("1-2
// don't") become words with kContinuesWord. Empty nodes, comments and DEPS are dropped.
// A word under a range line whose form is no part of the surface token ("du" of French)
// has no bytes of its own: its form is kept, its span is the whole token's.
#ifndef ENTENTE_SYNTAX_CONLLU_H_
#define ENTENTE_SYNTAX_CONLLU_H_

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "syntax/syntax_table.h"
#include "text/token_table.h"

namespace entente {

struct ConlluDocument {
  std::string text;
  TokenTable tokens;
  // Unknown values ("_"): Upos::kX, Xpos::kNfp, "" lemma, kNoWord head, Relation::kDep.
  SyntaxTable syntax;
  std::vector<std::string> sentence_ids;  // one a sentence, "" where none was given
  std::vector<std::string> document_of;   // "newdoc id" of each sentence
  bool has_tree = false;  // every word came with a tag, a head and a relation

  // Owns what the views in `syntax` show.
  std::deque<std::string> strings;
};

// Most bytes, words in a sentence and bytes in a form that are read.
inline constexpr std::size_t kConlluBytes = std::size_t{1} << 28;
inline constexpr std::size_t kConlluSentenceWords = 10000;
inline constexpr std::size_t kConlluFormBytes = 4096;

// Returns kInvalid, as "name:line: reason", for what is no CoNLL-U; kOverBudget beyond
// the limits above. Names are read from MISC: "NER=B-PER" (BILUO or IOB2).
Result<ConlluDocument> ReadConllu(const std::string& name, std::string_view bytes);

// One sentence a block, with sent_id, text, range lines, SpaceAfter=No and, in MISC,
// NER=B-PER. `prefix` begins the sentence ids: "doc-1". Sentences with an id in `ids`
// keep it.
// REQUIRES: the table belongs to the tokens, they to the text.
std::string WriteConllu(std::string_view text, const TokenTable& tokens,
                        const SyntaxTable& syntax, std::string_view prefix,
                        const std::vector<std::string>& ids = {});

// The same without ids: the bytes, and where each sentence begins in them, for those
// who number the sentences themselves.
struct ConlluSentences {
  std::string bytes;
  std::vector<std::size_t> begin;
};
ConlluSentences WriteConlluSentences(std::string_view text, const TokenTable& tokens,
                                     const SyntaxTable& syntax);

// "B-PER", "O" and back; nothing for an unknown spelling. IOB2's B and I are kBegin and
// kInside: ToBiluo makes them a proper coding.
std::string NameTagText(NameTag tag);
bool ParseNameTag(std::string_view text, NameTag& tag);
// Turns IOB1, IOB2 or BILUO coding of one sentence into BILUO.
void ToBiluo(NameTag* begin, NameTag* end);

}  // namespace entente

#endif  // ENTENTE_SYNTAX_CONLLU_H_
