// JSON lines: one object a line,
// {"id","text"|"html","title","date","source","url","lang"}; text or html is required,
// other fields are passed over.
#ifndef ENTENTE_DOCUMENT_JSON_LINES_H_
#define ENTENTE_DOCUMENT_JSON_LINES_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"

namespace entente {

struct NamedDocument {
  std::size_t line;  // 1-based, where it begins in its file
  Result<Document> document;
};

// The documents of `bytes`, a bad line as an Error in its place; blank lines are passed
// over. kInvalid: not JSON, not an object, a field of the wrong type, no text.
std::vector<NamedDocument> ReadJsonLines(std::string_view bytes);

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_JSON_LINES_H_
