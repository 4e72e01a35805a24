// NameDecoder: the best sequence of name tags that is a proper BILUO coding (Viterbi).
#ifndef ENTENTE_SYNTAX_NAME_DECODER_H_
#define ENTENTE_SYNTAX_NAME_DECODER_H_

#include <array>
#include <cstdint>
#include <vector>

#include "syntax/shape.h"
#include "syntax/syntax_table.h"

namespace entente {

class NameDecoder {
 public:
  // `scores` holds `count` rows, `stride` floats apart, of kNameLabelCount: O, then
  // B, I, L, U of each kind in turn. Writes `count` tags.
  void Decode(const float* scores, int stride, int count, NameTag* tags);

 private:
  std::vector<std::array<std::uint8_t, kNameLabelCount>> from_;
};

}  // namespace entente

#endif  // ENTENTE_SYNTAX_NAME_DECODER_H_
