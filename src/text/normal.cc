#include "text/normal.h"

#include <cstddef>

#include "base/strings.h"
#include "base/utf8.h"

namespace entente {
namespace {

// Two letters for each code point, blanks where there are fewer: Unicode's
// compatibility decomposition without its marks, and the usual spelling of the letters
// that have none.
// clang-format off
constexpr std::string_view kLatin =
    "a a a a a a aec e e e e i i i i "  // U+00C0
    "d n o o o o o   o u u u u y thss"  // U+00D0
    "a a a a a a aec e e e e i i i i "  // U+00E0
    "d n o o o o o   o u u u u y thy "  // U+00F0
    "a a a a a a c c c c c c c c d d "  // U+0100
    "d d e e e e e e e e e e g g g g "  // U+0110
    "g g g g h h h h i i i i i i i i "  // U+0120
    "i i ijijj j k k k l l l l l l   "  // U+0130
    "  l l n n n n n n n ngngo o o o "  // U+0140
    "o o oeoer r r r r r s s s s s s "  // U+0150
    "s s t t t t t t u u u u u u u u "  // U+0160
    "u u u u w w y y y z z z z z z s "  // U+0170
    "b b         o     d d d d   e e "  // U+0180
    "e f f g g hvi i k k l   w n n o "  // U+0190
    "o o     p p r         t t t t u "  // U+01A0
    "u   v y y z z z               w "  // U+01B0
    "        dzdzdzljljljnjnjnja a i "  // U+01C0
    "i o o u u u u u u u u u u e a a "  // U+01D0
    "a a aeaeg g g g k k o o o o z   "  // U+01E0
    "j dzdzdzg g hvw n n a a aeaeo o "  // U+01F0
    "a a a a e e e e i i i i o o o o "  // U+0200
    "r r r r u u u u s s t t y y h h "  // U+0210
    "    ououz z a a e e o o o o o o "  // U+0220
    "o o y y             a c c l t s "  // U+0230
    "z     b u v e e j j     r r y y ";  // U+0240

constexpr std::string_view kLatinAdditional =
    "a a b b b b b b c c d d d d d d "  // U+1E00
    "d d d d e e e e e e e e e e f f "  // U+1E10
    "g g h h h h h h h h h h i i i i "  // U+1E20
    "k k k k k k l l l l l l l l m m "  // U+1E30
    "m m m m n n n n n n n n o o o o "  // U+1E40
    "o o o o p p p p r r r r r r r r "  // U+1E50
    "s s s s s s s s s s t t t t t t "  // U+1E60
    "t t u u u u u u u u u u v v v v "  // U+1E70
    "w w w w w w w w w w x x x x y y "  // U+1E80
    "z z z z z z h t w y   s     ss  "  // U+1E90
    "a a a a a a a a a a a a a a a a "  // U+1EA0
    "a a a a a a a a e e e e e e e e "  // U+1EB0
    "e e e e e e e e i i i i o o o o "  // U+1EC0
    "o o o o o o o o o o o o o o o o "  // U+1ED0
    "o o o o u u u u u u u u u u u u "  // U+1EE0
    "u u y y y y y y y y             ";  // U+1EF0
// clang-format on

constexpr char32_t kFirstLatin = 0xC0;
constexpr char32_t kFirstAdditional = 0x1E00;
static_assert(kLatin.size() == 2 * (0x250 - 0xC0));
static_assert(kLatinAdditional.size() == 2 * 0x100);

bool IsLetterByte(unsigned char byte) {
  return byte >= 0x80 || IsAsciiAlpha(static_cast<char>(byte)) ||
         IsAsciiDigit(static_cast<char>(byte));
}

// Apostrophes, and the marks that stand for one: ' ` ´ ‘ ’ ‛ ′.
bool IsApostrophe(char32_t value) {
  return value == '\'' || value == '`' || value == 0xB4 || value == 0x2018 ||
         value == 0x2019 || value == 0x201B || value == 0x2032;
}

bool IsBlank(char32_t value) {
  return value == ' ' || (value >= '\t' && value <= '\r') || value == 0xA0 ||
         value == 0x1680 || (value >= 0x2000 && value <= 0x200A) || value == 0x2028 ||
         value == 0x2029 || value == 0x202F || value == 0x205F || value == 0x3000;
}

bool IsHyphen(char32_t value) {
  return value == '-' || (value >= 0x2010 && value <= 0x2015) || value == 0x2212;
}

bool IsDoubleQuote(char32_t value) {
  return value == 0x201C || value == 0x201D || value == 0x201E || value == 0x201F ||
         value == 0xAB || value == 0xBB;
}

// Marks, modifier letters (the ayin and hamza of transliterations) and characters
// without width: no part of a key.
bool IsDropped(char32_t value) {
  return (value >= 0x300 && value <= 0x36F) || (value >= 0x2B0 && value <= 0x2FF) ||
         value == 0xAD || (value >= 0x200B && value <= 0x200F) || value == 0x2060 ||
         value == 0xFEFF;
}

char32_t LowerOther(char32_t value) {
  if (value >= 0x391 && value <= 0x3A9 && value != 0x3A2) return value + 0x20;
  if (value >= 0x410 && value <= 0x42F) return value + 0x20;
  if (value >= 0x400 && value <= 0x40F) return value + 0x50;
  if (value >= 0x460 && value <= 0x481) return value | 1U;
  if (value >= 0x48A && value <= 0x4BF) return value | 1U;
  return value;
}

// Whether a letter or digit follows at `at`, what is dropped passed over.
bool LetterFollows(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint point = DecodeUtf8(text, at);
    if (!IsDropped(point.value)) {
      return IsLetterByte(static_cast<unsigned char>(text[at])) &&
             !IsApostrophe(point.value) && !IsHyphen(point.value) &&
             !IsBlank(point.value) && !IsDoubleQuote(point.value);
    }
    at += point.size;
  }
  return false;
}

}  // namespace

std::string_view FoldLatin(char32_t value) {
  const bool additional = value >= kFirstAdditional && value < kFirstAdditional + 0x100;
  if (!additional && (value < kFirstLatin || value >= 0x250)) return {};
  const std::size_t at =
      2 * (additional ? value - kFirstAdditional : value - kFirstLatin);
  const std::string_view pair = (additional ? kLatinAdditional : kLatin).substr(at, 2);
  return pair.substr(0, pair[0] == ' ' ? 0U : pair[1] == ' ' ? 1U : 2U);
}

void AppendNormal(std::string& out, std::string_view text) {
  const std::size_t start = out.size();
  bool blank_due = false;
  bool after_letter = false;
  const auto begin_character = [&](bool is_letter) {
    if (blank_due && out.size() > start) out += ' ';
    blank_due = false;
    after_letter = is_letter;
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    const std::string_view bytes = text.substr(at, point.size);
    at += point.size;
    if (IsBlank(point.value) || IsHyphen(point.value)) {
      blank_due = true;
      after_letter = false;
    } else if (point.value < 0x80 && !IsApostrophe(point.value)) {
      const char c = static_cast<char>(point.value);
      begin_character(IsAsciiAlpha(c) || IsAsciiDigit(c));
      out += AsciiLower(c);
    } else if (IsDropped(point.value)) {
      continue;
    } else if (IsApostrophe(point.value)) {
      if (after_letter && LetterFollows(text, at)) continue;
      begin_character(false);
      out += '\'';
    } else if (IsDoubleQuote(point.value)) {
      begin_character(false);
      out += '"';
    } else if (const auto folded = FoldLatin(point.value); !folded.empty()) {
      begin_character(true);
      out += folded;
    } else {
      begin_character(point.value >= 0x250);
      const char32_t lower = LowerOther(point.value);
      if (lower == point.value) {
        out += bytes;
      } else {
        AppendUtf8(out, lower);
      }
    }
  }
}

std::string Normalize(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  AppendNormal(out, text);
  return out;
}

}  // namespace entente
