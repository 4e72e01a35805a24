// CharClass: what a character is to the tokeniser.
#ifndef ENTENTE_TEXT_CHAR_CLASS_H_
#define ENTENTE_TEXT_CHAR_CLASS_H_

#include <array>
#include <cstdint>
#include <string_view>

#include "base/strings.h"
#include "base/utf8.h"

namespace entente {

enum class CharClass : std::uint8_t {
  kOther,   // punctuation and symbols: a token each
  kLetter,  // of any script; '_' counts as one
  kDigit,
  kSpace,
  kPictograph,  // emoji
  kJoiner,      // sticks to what is before it: marks, variation selectors, joiners
};

constexpr CharClass ClassOf(char32_t c) {
  if (c < 0x80) {
    const char ascii = static_cast<char>(c);
    if (IsAsciiAlpha(ascii) || ascii == '_') return CharClass::kLetter;
    if (IsAsciiDigit(ascii)) return CharClass::kDigit;
    return c <= ' ' || c == 0x7F ? CharClass::kSpace : CharClass::kOther;
  }
  if (c <= 0xA0) return CharClass::kSpace;
  if (c == 0xAD) return CharClass::kJoiner;
  if (c < 0xC0) {
    return c == 0xAA || c == 0xB5 || c == 0xBA ? CharClass::kLetter : CharClass::kOther;
  }
  if (c == 0xD7 || c == 0xF7) return CharClass::kOther;
  if (c >= 0x300 && c <= 0x36F) return CharClass::kJoiner;
  if (c == 0x60C || c == 0x61B || c == 0x61F || c == 0x66A || c == 0x6D4 ||
      c == 0x964 || c == 0x965) {
    return CharClass::kOther;
  }
  if ((c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9))
    return CharClass::kDigit;
  if (c < 0x2000) return c == 0x1680 ? CharClass::kSpace : CharClass::kLetter;
  if (c <= 0x200B || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F) {
    return CharClass::kSpace;
  }
  if (c == 0x200C || c == 0x200D || c == 0x20E3) return CharClass::kJoiner;
  if (c < 0x2070)
    return c < 0x2010 || c >= 0x2060 ? CharClass::kSpace : CharClass::kOther;
  if (c < 0x20A0) return CharClass::kLetter;
  if (c < 0x2100) return CharClass::kOther;
  if (c < 0x2190) return CharClass::kLetter;
  if (c < 0x2600) return CharClass::kOther;
  if (c < 0x27C0) return CharClass::kPictograph;
  if (c < 0x2C00) return CharClass::kOther;
  if (c == 0x3000 || c == 0xFEFF) return CharClass::kSpace;
  if (c >= 0x3001 && c <= 0x3020) return CharClass::kOther;
  if (c >= 0xFE00 && c <= 0xFE0F) return CharClass::kJoiner;
  if (c >= 0xFF01 && c <= 0xFF0F) return CharClass::kOther;
  if (c == 0xFF1A || c == 0xFF1B || c == 0xFF1F) return CharClass::kOther;
  if (c == 0xFFFD) return CharClass::kOther;
  if (c >= 0x1F3FB && c <= 0x1F3FF) return CharClass::kJoiner;
  if (c >= 0x1F000 && c <= 0x1FAFF) return CharClass::kPictograph;
  return CharClass::kLetter;
}

inline constexpr auto kAsciiClass = [] {
  std::array<CharClass, 128> classes{};
  for (std::size_t i = 0; i < classes.size(); ++i) {
    classes[i] = ClassOf(static_cast<char32_t>(i));
  }
  return classes;
}();

struct ClassedChar {
  CharClass kind;
  std::uint8_t size;  // bytes
  char32_t value;
};

// The character at text[at].
inline ClassedChar CharAt(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {kAsciiClass[byte], 1, byte};
  const CodePoint point = DecodeUtf8(text, at);
  return {ClassOf(point.value), static_cast<std::uint8_t>(point.size), point.value};
}

}  // namespace entente

#endif  // ENTENTE_TEXT_CHAR_CLASS_H_
