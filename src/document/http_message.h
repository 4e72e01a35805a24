// HttpMessage: a response of a web server as archives keep it, taken apart.
#ifndef ENTENTE_DOCUMENT_HTTP_MESSAGE_H_
#define ENTENTE_DOCUMENT_HTTP_MESSAGE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace entente {

// Header lines; names in lower case, values trimmed, folded lines joined.
class Headers {
 public:
  // From the lines before the first blank one; a line without ":" is passed over.
  static Headers Parse(std::string_view lines);
  // Of the first header of that name; empty where there is none.
  std::string_view Find(std::string_view lower_name) const;

 private:
  std::vector<std::pair<std::string, std::string>> all_;
};

struct HttpMessage {
  int status = 0;
  Headers headers;
  std::string body;  // as the server meant it: no chunks, not compressed
};

// Whether what a Content-Type names is a text that we read: HTML or plain text.
bool IsReadableType(std::string_view content_type);

// Returns kInvalid for what is no HTTP response or is compressed in a way that is not
// read (brotli), kCorrupt for a broken body, kOverBudget past `limit_bytes` of body.
// The body is left as it is unless status is 200 and the type is readable.
Result<HttpMessage> ReadHttpMessage(std::string_view bytes, std::size_t limit_bytes);

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_HTTP_MESSAGE_H_
