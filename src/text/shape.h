// Shape: what the letters of a word look like, as the bits of TokenTable::flags.
#ifndef ENTENTE_TEXT_SHAPE_H_
#define ENTENTE_TEXT_SHAPE_H_

#include <cstdint>
#include <string_view>

#include "base/strings.h"
#include "base/utf8.h"
#include "text/token_table.h"

namespace entente {

// Whether a code point is a capital letter: Latin, Greek or Cyrillic.
constexpr bool IsUpper(char32_t value) {
  if (value < 0x80) return value >= 'A' && value <= 'Z';
  if (value < 0x100) return value >= 0xC0 && value <= 0xDE && value != 0xD7;
  // In the two Latin extensions the capital comes first; which parity it has differs.
  if (value < 0x138) return (value & 1) == 0;
  if (value >= 0x139 && value < 0x149) return (value & 1) == 1;
  if (value >= 0x14A && value < 0x178) return (value & 1) == 0;
  if (value >= 0x178 && value < 0x17F) return value == 0x178 || (value & 1) == 1;
  if (value >= 0x1CD && value < 0x1DD) return (value & 1) == 1;
  if (value >= 0x1DE && value < 0x234) return (value & 1) == 0;
  if (value >= 0x386 && value <= 0x3AB) return value != 0x390;
  if (value >= 0x400 && value <= 0x42F) return true;
  if (value >= 0x460 && value <= 0x4BF) return (value & 1) == 0;
  if (value >= 0x1E00 && value < 0x1F00) return (value & 1) == 0;
  return false;
}

// kFirstUpper and kAllUpper of a word.
inline std::uint8_t CapitalFlags(std::string_view word) {
  if (word.empty()) return 0;
  std::uint8_t flags = 0;
  unsigned capitals = 0;
  bool others = false;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = DecodeUtf8(word, at);
    if (IsUpper(point.value)) {
      ++capitals;
      if (at == 0) flags = kFirstUpper;
    } else if (point.value >= 0xC0 ||
               (point.value < 0x80 && IsAsciiLower(static_cast<char>(point.value)))) {
      others = true;
      if (flags == 0 && at > 0) break;
    }
    at += point.size;
  }
  if (capitals >= 2 && !others) flags |= kAllUpper;
  return flags;
}

inline bool HasDigit(std::string_view word) {
  for (const char c : word) {
    if (IsAsciiDigit(c)) return true;
  }
  return false;
}

}  // namespace entente

#endif  // ENTENTE_TEXT_SHAPE_H_
