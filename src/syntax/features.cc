#include "syntax/features.h"

#include <algorithm>
#include <cstddef>

#include "base/hash.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::uint64_t kWordSeed = 0x656e74656e7465ULL;

char32_t Lower(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 32;
  if (c < 0xC0) return c;
  if (c <= 0xDE) return c == 0xD7 ? c : c + 32;
  if (c >= 0x100 && c <= 0x137) return c | 1;
  if (c >= 0x139 && c <= 0x148) return c + (c & 1);
  if (c >= 0x14A && c <= 0x177) return c | 1;
  if (c >= 0x179 && c <= 0x17E) return c + (c & 1);
  if (c >= 0x391 && c <= 0x3A9) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  return c;
}

char32_t Upper(char32_t c) {
  if (c >= 'a' && c <= 'z') return c - 32;
  if (c >= 0xE0 && c <= 0xFE) return c == 0xF7 ? c : c - 32;
  if (c >= 0x3B1 && c <= 0x3C9) return c == 0x3C2 ? c : c - 32;
  if (c >= 0x430 && c <= 0x44F) return c - 32;
  if (c >= 0x450 && c <= 0x45F) return c - 80;
  return c;
}

// Only one- and two-byte letters change, and each keeps its length.
void Put(char* at, unsigned size, char32_t c) {
  if (size == 1) {
    *at = static_cast<char>(c);
  } else if (size == 2) {
    at[0] = static_cast<char>(0xC0 | (c >> 6));
    at[1] = static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::string_view PlainOf(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x60:
    case 0xB4:
      return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
      return "\"";
    case 0x2010:
    case 0x2011:
      return "-";
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return "--";
    case 0x2026:
      return "...";
    case 0xA0:
      return " ";
    default:
      return {};
  }
}

char ClassOf(char32_t c) {
  if (c >= '0' && c <= '9') return 'd';
  if (Lower(c) != c) return 'X';
  if ((c >= 'a' && c <= 'z') || c >= 0xC0) return 'x';
  return static_cast<char>(c);
}

// "McDonald's" is XxXxx'x: at most two of a class in a row, at most ten in all.
std::uint32_t ShapeHash(std::string_view plain) {
  std::array<char, 10> shape{};
  std::size_t used = 0;
  for (std::size_t at = 0; at < plain.size() && used < shape.size();) {
    const CodePoint point = DecodeUtf8(plain, at);
    at += point.size;
    const char c = ClassOf(point.value);
    const bool third = used >= 2 && shape[used - 1] == c && shape[used - 2] == c;
    if (!third) shape[used++] = c;
  }
  return static_cast<std::uint32_t>(Hash64({shape.data(), used}, 99));
}

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string_view FirstLetters(std::string_view word, int count) {
  std::size_t at = 0;
  while (at < word.size() && count > 0) {
    ++at;
    while (at < word.size() && IsContinuation(word[at])) ++at;
    --count;
  }
  return word.substr(0, at);
}

std::string_view LastLetters(std::string_view word, int count) {
  std::size_t at = word.size();
  while (at > 0 && count > 0) {
    --at;
    while (at > 0 && IsContinuation(word[at])) --at;
    --count;
  }
  return word.substr(at);
}

std::uint32_t AffixHash(std::string_view affix, std::uint64_t which) {
  return static_cast<std::uint32_t>(Hash64(affix, which) >> 16);
}

}  // namespace

std::uint64_t WordHash(std::string_view lower) { return Hash64(lower, kWordSeed); }

void AppendPlain(std::string_view form, std::string& out) {
  const bool ascii = std::all_of(form.begin(), form.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80 && c != '`';
  });
  if (ascii || form == "`") {
    out += form == "`" ? std::string_view("'") : form;
    return;
  }
  for (std::size_t at = 0; at < form.size();) {
    const CodePoint point = DecodeUtf8(form, at);
    const std::string_view plain = PlainOf(point.value);
    out += plain.empty() ? form.substr(at, point.size) : plain;
    at += point.size;
  }
}

void LowerInPlace(char* begin, char* end) {
  const std::string_view word(begin, static_cast<std::size_t>(end - begin));
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = DecodeUtf8(word, at);
    const char32_t lower = Lower(point.value);
    if (lower != point.value) Put(begin + at, point.size, lower);
    at += point.size;
  }
}

void CapitaliseInPlace(char* begin, char* end) {
  if (begin == end) return;
  const CodePoint point = DecodeUtf8({begin, static_cast<std::size_t>(end - begin)}, 0);
  const char32_t upper = Upper(point.value);
  if (upper != point.value) Put(begin, point.size, upper);
}

FormKeys KeysOf(std::string_view form, std::string& scratch) {
  FormKeys keys;
  scratch.clear();
  AppendPlain(form, scratch);
  keys.affix[5] = ShapeHash(scratch);
  LowerInPlace(scratch.data(), scratch.data() + scratch.size());
  keys.lower = WordHash(scratch);
  keys.pattern = keys.lower;
  if (std::any_of(scratch.begin(), scratch.end(), IsAsciiDigit)) {
    for (char& c : scratch) c = IsAsciiDigit(c) ? '0' : c;
    keys.pattern = WordHash(scratch);
  }
  keys.affix[0] = AffixHash(FirstLetters(scratch, 3), 0);
  for (int length = 1; length <= 4; ++length) {
    const auto which = static_cast<std::size_t>(length);
    keys.affix[which] = AffixHash(LastLetters(scratch, length), which);
  }
  return keys;
}

}  // namespace entente
