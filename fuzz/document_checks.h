// What must hold of every document, whatever bytes it came from.
#ifndef ENTENTE_FUZZ_DOCUMENT_CHECKS_H_
#define ENTENTE_FUZZ_DOCUMENT_CHECKS_H_

#include "base/check.h"
#include "base/utf8.h"
#include "document/document.h"

namespace entente {

inline void CheckDocument(const Document& document) {
  CHECK(FirstInvalidUtf8(document.text) == document.text.size());
  std::uint32_t end = 0;
  for (const Block& block : document.blocks) {
    CHECK(block.span.begin >= end);
    CHECK(block.span.end > block.span.begin);
    end = block.span.end;
  }
  CHECK(end <= document.text.size());
}

}  // namespace entente

#endif  // ENTENTE_FUZZ_DOCUMENT_CHECKS_H_
