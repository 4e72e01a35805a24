// JSON lines: one object a line,
// {"id","text"|"html","title","date","source","url","lang"}; text or html is required,
// other fields are passed over.
#ifndef ENTENTE_DOCUMENT_JSON_LINES_H_
#define ENTENTE_DOCUMENT_JSON_LINES_H_

#include <cstddef>
#include <memory>

#include "document/byte_source.h"
#include "document/document_source.h"

namespace entente {

// A bad line is an Error in its place; blank lines are passed over. kInvalid: not JSON,
// not an object, a field of the wrong type, no text; kOverBudget: a longer line.
std::unique_ptr<DocumentSource> ReadJsonLines(ByteWindow bytes, std::size_t line_bytes);

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_JSON_LINES_H_
