// Tokenizer: text to words and sentences, by the conventions of Universal Dependencies
// English (EWT, GUM).
//
//   "They don't recognise [DAESH]," he said.
//   -> " They do n't recognise [ DAESH ] , " he said .
//
// Clitics are words of their own (kContinuesWord). A sentence never crosses a block, a
// blank line or the start of a list item, and holds at most kLongestSentence words. No
// byte is rewritten: a misprint stays as it is. Linear in the text, whatever its shape;
// immutable after Load, so one object serves all threads.
#ifndef ENTENTE_TEXT_TOKENIZER_H_
#define ENTENTE_TEXT_TOKENIZER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "base/span.h"
#include "document/document.h"
#include "text/token_table.h"
#include "text/word_lexicon.h"

namespace entente {

inline constexpr std::uint32_t kLongestSentence = 512;  // words

class Tokenizer {
 public:
  // Reads abbreviations.tsv, contractions.tsv and word_parts.tsv of data/lexicon.
  // Returns what WordLexicon::Load returns.
  static Result<Tokenizer> Load(const std::string& lexicon_folder);

  // Appends the words and sentences of text[span], which is block `block`. Spans in the
  // table are offsets into `text`. REQUIRES: text is UTF-8 of less than 4 GiB.
  void Append(std::string_view text, TextSpan span, std::uint32_t block,
              TokenTable& table) const;

  // Clears `table` and fills it with the blocks that hold prose: headline, summary,
  // dateline, caption and body.
  void Tokenize(const Document& document, TokenTable& table) const;

 private:
  explicit Tokenizer(WordLexicon lexicon) : lexicon_(std::move(lexicon)) {}

  WordLexicon lexicon_;
};

}  // namespace entente

#endif  // ENTENTE_TEXT_TOKENIZER_H_
