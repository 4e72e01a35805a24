// Closed word lists of the tokenizer: abbreviations, bound prefixes, contractions.
#ifndef ENTENTE_TEXT_WORD_LISTS_H_
#define ENTENTE_TEXT_WORD_LISTS_H_

#include <cstddef>
#include <string_view>

namespace entente {

// "Mr", "Gen", "etc": a dot after it belongs to it. Compared without case, without the
// dot.
bool IsAbbreviation(std::string_view word);

// An abbreviation that a name or number follows, so that it never ends a sentence:
// "Mr.", "Gen.", "No.".
bool IsTitleAbbreviation(std::string_view word);

// "co", "mid", "non": not split from what follows its hyphen.
bool IsBoundPrefix(std::string_view word);

// Where one written word falls into two ("cannot": 3, "gonna": 3, "dont": 2), else 0.
std::size_t SplitOfContraction(std::string_view word);

}  // namespace entente

#endif  // ENTENTE_TEXT_WORD_LISTS_H_
