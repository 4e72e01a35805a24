// Blocks: the parts of an article in the text of a document.
//
// A plain file is cut at its blank lines and each paragraph named by its place and form
// (headline first, dateline before the first body paragraph, ...). Of a page the markup
// has named most parts already; the same cues name the rest.
#ifndef ENTENTE_DOCUMENT_BLOCKS_H_
#define ENTENTE_DOCUMENT_BLOCKS_H_

#include <vector>

#include "document/document.h"

namespace entente {

struct Part {
  TextSpan span;          // trimmed, in Document::text
  bool is_known = false;  // named by markup: `kind` stays
  BlockKind kind = BlockKind::kBody;
};

// The paragraphs of a plain text, all unnamed.
std::vector<Part> SplitParagraphs(std::string_view text);

// Names the parts that are not known yet and sets document.blocks; fills title,
// published and updated where they are unknown. REQUIRES: parts in text order, none
// overlapping.
void NameBlocks(std::vector<Part> parts, Document& document);

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_BLOCKS_H_
