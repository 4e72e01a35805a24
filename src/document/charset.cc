#include "document/charset.h"

#include <array>

#include "base/strings.h"
#include "base/utf8.h"

namespace entente {

bool DeclaresLatin1(std::string_view page) {
  const std::string head = AsciiLower(page.substr(0, 2048));
  const std::size_t at = head.find("charset=");
  if (at == std::string::npos) return false;
  std::string_view value = std::string_view(head).substr(at + 8);
  while (!value.empty() && (value[0] == '"' || value[0] == '\'' || value[0] == ' ')) {
    value.remove_prefix(1);
  }
  for (const std::string_view name :
       {"iso-8859-1", "iso8859-1", "latin1", "windows-1252", "cp1252", "us-ascii"}) {
    if (value.starts_with(name)) return true;
  }
  return false;
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

}  // namespace entente
