// TokenTable: the words of one document, one column per attribute.
//
// A row is a syntactic word of Universal Dependencies: "don't" is two rows, "do" and
// "n't", whose spans touch. Row i of every column describes word i; later stages append
// tables of the same length, none rewrites a column.
#ifndef ENTENTE_TEXT_TOKEN_TABLE_H_
#define ENTENTE_TEXT_TOKEN_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/span.h"

namespace entente {

// Bits of TokenTable::flags.
inline constexpr std::uint8_t kSpaceBefore = 1;  // white space (or text start) precedes
inline constexpr std::uint8_t kContinuesWord = 2;  // second or later part of one
                                                   // surface token ("n't" of "don't")
inline constexpr std::uint8_t kFirstUpper = 4;     // begins with a capital
inline constexpr std::uint8_t kAllUpper = 8;       // two or more letters, all capital

struct Sentence {
  std::uint32_t begin = 0;  // first word
  std::uint32_t end = 0;    // one past the last
  std::uint32_t block = 0;  // index into Document::blocks
};

struct TokenTable {
  std::vector<TextSpan> span;       // bytes in Document::text
  std::vector<std::uint8_t> flags;  // the bits above
  std::vector<Sentence> sentences;  // in order, covering all words

  std::size_t size() const { return span.size(); }
  void clear() {
    span.clear();
    flags.clear();
    sentences.clear();
  }
};

}  // namespace entente

#endif  // ENTENTE_TEXT_TOKEN_TABLE_H_
