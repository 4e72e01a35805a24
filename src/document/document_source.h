// DocumentSource: the documents of one input of one kind, one at a time.
#ifndef ENTENTE_DOCUMENT_DOCUMENT_SOURCE_H_
#define ENTENTE_DOCUMENT_DOCUMENT_SOURCE_H_

#include <optional>
#include <string>

#include "base/result.h"
#include "document/document.h"

namespace entente {

struct NamedDocument {
  std::string place;  // in its file: "7" for a line, "record 12", or empty
  Result<Document> document;
};

class DocumentSource {
 public:
  virtual ~DocumentSource() = default;
  // The next document, or why there is none in this place; nothing at the end. Every
  // call passes over some input, so that the end comes.
  virtual std::optional<NamedDocument> Next() = 0;
};

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_DOCUMENT_SOURCE_H_
