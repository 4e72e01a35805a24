// UTF-8: validate, step, decode, encode.
#ifndef ENTENTE_BASE_UTF8_H_
#define ENTENTE_BASE_UTF8_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

// The offset of the first byte that is not well-formed UTF-8 (RFC 3629), or
// text.size().
std::size_t FirstInvalidUtf8(std::string_view text);

struct CodePoint {
  char32_t value;
  unsigned size;  // bytes, 1 to 4
};

// The code point at text[at]. A malformed byte decodes as U+FFFD of size 1.
// REQUIRES: at < text.size().
CodePoint DecodeUtf8(std::string_view text, std::size_t at);

void AppendUtf8(std::string& out, char32_t value);

}  // namespace entente

#endif  // ENTENTE_BASE_UTF8_H_
