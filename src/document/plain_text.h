// PlainText: bytes of one page or one plain text -> a document, checked and converted.
#ifndef ENTENTE_DOCUMENT_PLAIN_TEXT_H_
#define ENTENTE_DOCUMENT_PLAIN_TEXT_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "document/document.h"

namespace entente {

enum class TextKind : std::uint8_t { kPlain, kHtml };

// Returns kInvalid for what is no text: a file of another kind that is known by its
// first bytes (PDF, zip, pictures, UTF-16), empty, with a NUL byte.
Status CheckIsText(std::string_view bytes);

// `charset` is the one that bytes which are not UTF-8 are written in; empty: unknown.
// `title` is what is known of it from elsewhere. Returns kInvalid as CheckIsText and
// ToUtf8 do, else what ReadHtml returns.
Result<Document> ReadBytesAs(TextKind kind, std::string bytes, std::string_view charset,
                             std::string_view title = {});

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_PLAIN_TEXT_H_
