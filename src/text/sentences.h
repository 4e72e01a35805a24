// Sentences: where the words of one block begin new sentences.
#ifndef ENTENTE_TEXT_SENTENCES_H_
#define ENTENTE_TEXT_SENTENCES_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/token_table.h"
#include "text/word_lexicon.h"

namespace entente {

// Appends the sentences of the words from `first_word` on to table.sentences.
void AppendSentences(std::string_view text, std::size_t first_word, std::uint32_t block,
                     const WordLexicon& lexicon, TokenTable& table);

}  // namespace entente

#endif  // ENTENTE_TEXT_SENTENCES_H_
