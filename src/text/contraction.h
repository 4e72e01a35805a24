// Contractions: the syntactic words of one surface token.
#ifndef ENTENTE_TEXT_CONTRACTION_H_
#define ENTENTE_TEXT_CONTRACTION_H_

#include <array>
#include <cstdint>
#include <string_view>

#include "text/word_lexicon.h"

namespace entente {

struct WordPieces {
  std::array<std::uint32_t, 4> ends =
      {};  // byte offsets in the token, the last its size
  std::uint32_t count = 1;
};

// "don't" -> "do" "n't"; "Russia's" -> "Russia" "'s"; "students'" -> "students" "'";
// "cannot" -> "can" "not"; most words -> themselves.
WordPieces SplitContraction(std::string_view token, const WordLexicon& lexicon);

}  // namespace entente

#endif  // ENTENTE_TEXT_CONTRACTION_H_
