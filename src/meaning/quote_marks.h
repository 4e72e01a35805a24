// Quotations: the stretches of a text between quotation marks.
//
// Curly, straight, angle and single marks; apostrophes are none. A doubled mark counts
// as one ("" before a word), a stray one as none. A paragraph that opens with a mark
// while the one before it was never closed goes on with the same quotation; a quotation
// that nobody closes ends with its paragraph.
//
//   He said: "We go. / "We stay." he said     one quotation of two pieces, then text
//
// Cost: linear in the text. Needs: TokenTable. Gives: QuotationTable.
#ifndef ENTENTE_MEANING_QUOTE_MARKS_H_
#define ENTENTE_MEANING_QUOTE_MARKS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "document/document.h"
#include "text/token_table.h"

namespace entente {

struct Quotation {
  std::vector<TextSpan> pieces;  // one a paragraph; without marks, trimmed of blanks
  std::uint32_t first_word = 0;  // words between the marks, both included
  std::uint32_t last_word = 0;
  bool is_closed = true;
  bool is_single = false;  // 'in single marks'
};

struct QuotationTable {
  static constexpr std::uint32_t kNone = UINT32_MAX;

  std::vector<Quotation> quotations;  // in text order, none overlapping
  std::vector<std::uint32_t> at;      // by word: the quotation that holds it, or kNone
  std::vector<std::uint8_t> is_mark;  // by word: it is a quotation mark
  std::vector<std::uint32_t> paragraph;  // by word: number of its paragraph
};

QuotationTable FindQuotations(const Document& document, const TokenTable& tokens);

}  // namespace entente

#endif  // ENTENTE_MEANING_QUOTE_MARKS_H_
