// Tokenizer: words by the conventions of Universal Dependencies for English.
//
// Contractions and possessives are words of their own that continue their surface token
// ("don't": do, n't; "Russia's": Russia, 's); punctuation and currency signs stand
// alone; hyphenated words are split at the hyphen except after a bound prefix
// ("mid-1990s", "re-elected" stay whole; "US-led" is three words); abbreviations keep
// their dot. Nothing is ever repaired: glued words and doubled quote marks stay as they
// are.
//
// Cost: one pass, linear, no allocation per word.
#ifndef ENTENTE_TEXT_TOKENIZER_H_
#define ENTENTE_TEXT_TOKENIZER_H_

#include <cstdint>
#include <string_view>

#include "base/span.h"
#include "document/document.h"
#include "text/token_table.h"

namespace entente {

// A sentence is cut at the first good place after this many words, and here at the
// latest.
inline constexpr std::uint32_t kLongestSentence = 400;

// Appends the words and sentences of text[span] as part of a block. Blank lines end a
// sentence. REQUIRES: valid UTF-8; the span cuts no character.
void AppendTokens(std::string_view text, TextSpan span, std::uint32_t block,
                  TokenTable& table);

// The words of a document's blocks that are read as language: headline, summary,
// caption and body. Datelines, bylines, credits and other blocks are not.
void Tokenize(const Document& document, TokenTable& table);

}  // namespace entente

#endif  // ENTENTE_TEXT_TOKENIZER_H_
