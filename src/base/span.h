// TextSpan: a half-open range of bytes in Document::text.
#ifndef ENTENTE_BASE_SPAN_H_
#define ENTENTE_BASE_SPAN_H_

#include <compare>
#include <cstdint>
#include <string_view>

namespace entente {

struct TextSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend constexpr auto operator<=>(const TextSpan&, const TextSpan&) = default;
};

// REQUIRES: span.begin <= span.end <= body.size().
inline std::string_view Slice(std::string_view body, TextSpan span) {
  return body.substr(span.begin, span.end - span.begin);
}

}  // namespace entente

#endif  // ENTENTE_BASE_SPAN_H_
