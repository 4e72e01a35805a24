// Sentences: where they end among the words of one block.
#ifndef ENTENTE_TEXT_SENTENCES_H_
#define ENTENTE_TEXT_SENTENCES_H_

#include <cstdint>
#include <string_view>

#include "text/token_table.h"

namespace entente {

// Appends the sentences of the words from `first_word` to the end of the table.
// A sentence ends at a blank line, at final punctuation that a new start follows, and
// after kLongestSentence words. Linear.
void AppendSentences(std::string_view text, std::uint32_t first_word,
                     std::uint32_t block, TokenTable& table);

}  // namespace entente

#endif  // ENTENTE_TEXT_SENTENCES_H_
