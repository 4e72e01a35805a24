// Brackets and quotation marks hang in pairs: both from the same word.
//
// The network finds the head of each mark by itself; a pair whose heads differ is
// settled by the one whose head lies between the two. (On the development files this is
// right nine times in ten where it changes anything.)
#ifndef ENTENTE_SYNTAX_PAIRED_MARKS_H_
#define ENTENTE_SYNTAX_PAIRED_MARKS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "syntax/syntax_table.h"
#include "text/token_table.h"

namespace entente {

class PairedMarks {
 public:
  // Corrects the heads of the marks among words [begin, end) of one sentence; the tree
  // stays a tree.
  void Settle(std::string_view text, const TokenTable& tokens, std::uint32_t begin,
              std::uint32_t end, SyntaxTable& table);

 private:
  std::vector<std::uint32_t> open_;  // brackets not closed yet
};

}  // namespace entente

#endif  // ENTENTE_SYNTAX_PAIRED_MARKS_H_
