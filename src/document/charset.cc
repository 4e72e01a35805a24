#include "document/charset.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

#include "base/strings.h"
#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::string_view kLatin[] = {"iso-8859-1", "iso8859-1",    "latin1",
                                       "latin-1",    "windows-1252", "cp1252",
                                       "us-ascii",   "ascii"};

// The others that pages use, as the C library names them too.
constexpr std::string_view kOther[] = {
    "iso-8859-2",   "iso-8859-3",   "iso-8859-4",   "iso-8859-5",   "iso-8859-6",
    "iso-8859-7",   "iso-8859-8",   "iso-8859-9",   "iso-8859-10",  "iso-8859-13",
    "iso-8859-14",  "iso-8859-15",  "iso-8859-16",  "windows-1250", "windows-1251",
    "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257",
    "windows-1258", "koi8-r",       "koi8-u",       "gb2312",       "gbk",
    "gb18030",      "big5",         "euc-jp",       "shift_jis",    "iso-2022-jp",
    "euc-kr",       "tis-620"};

template <std::size_t count>
bool IsOneOf(const std::string_view (&names)[count], std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

std::string Windows1252ToUtf8(std::string_view bytes) {
  // The WHATWG index: what 0x80 to 0x9F stand for.
  constexpr std::array<char32_t, 32> kHigh = {
      0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
      0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
      0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
      0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool high = byte >= 0x80 && byte < 0xA0;
    AppendUtf8(out, high ? kHigh[byte - 0x80U] : char32_t{byte});
  }
  return out;
}

Result<std::string> Convert(std::string bytes, const std::string& charset) {
  const iconv_t opened = iconv_open("UTF-8", charset.c_str());
  // iconv's own way to say that there is none.
  if (opened == reinterpret_cast<iconv_t>(-1)) {  // NOLINT(performance-no-int-to-ptr)
    return Error{ErrorCode::kInvalid, StrCat("is written in ", charset,
                                             ", which this system cannot convert")};
  }
  struct Close {
    void operator()(void* converter) const { iconv_close(converter); }
  };
  const std::unique_ptr<void, Close> converter(opened);
  std::string out;
  std::array<char, 1 << 12> chunk;
  char* in = bytes.data();
  std::size_t in_left = bytes.size();
  while (in_left > 0) {
    char* to = chunk.data();
    std::size_t to_left = chunk.size();
    const std::size_t done = iconv(converter.get(), &in, &in_left, &to, &to_left);
    const int reason = done == static_cast<std::size_t>(-1) ? errno : 0;
    out.append(chunk.data(), chunk.size() - to_left);
    if (reason == 0 || reason == E2BIG) continue;
    AppendUtf8(out, 0xFFFD);
    ++in;
    --in_left;
  }
  return out;
}

}  // namespace

std::string DeclaredCharset(std::string_view page) {
  const std::string head = AsciiLower(page.substr(0, 2048));
  const std::size_t at = head.find("charset=");
  if (at == std::string::npos) return {};
  std::size_t begin = at + 8;
  while (begin < head.size() &&
         (head[begin] == '"' || head[begin] == '\'' || head[begin] == ' ')) {
    ++begin;
  }
  std::size_t end = begin;
  while (end < head.size() && (IsAsciiAlpha(head[end]) || IsAsciiDigit(head[end]) ||
                               head[end] == '-' || head[end] == '_')) {
    ++end;
  }
  return head.substr(begin, end - begin);
}

Result<std::string> ToUtf8(std::string bytes, std::string_view charset) {
  const std::size_t bad = FirstInvalidUtf8(bytes);
  if (bad == bytes.size()) return bytes;
  if (IsOneOf(kLatin, charset)) return Windows1252ToUtf8(bytes);
  if (IsOneOf(kOther, charset)) return Convert(std::move(bytes), std::string(charset));
  return Error{ErrorCode::kInvalid, StrCat("is not UTF-8: bad byte at offset ", bad)};
}

}  // namespace entente
