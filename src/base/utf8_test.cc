#include "base/utf8.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Utf8, FindsTheFirstBadByte) {
  const struct {
    std::string_view text;
    std::size_t expected;
  } cases[] = {
      {"plain ASCII, long enough for the fast path", 42},
      {"\xC3\xA9t\xC3\xA9", 5},
      {"abc\xFF", 3},
      {"\xC0\xAF", 0},               // overlong
      {"\xED\xA0\x80", 0},           // surrogate
      {"\xF4\x90\x80\x80", 0},       // beyond U+10FFFF
      {"ok \xE2\x82", 3},            // cut off
      {"\xF0\x9F\x98\x80 done", 9},  // emoji
      {"", 0},
  };
  for (const auto& c : cases) EXPECT_EQ(FirstInvalidUtf8(c.text), c.expected) << c.text;
}

TEST(Utf8, EncodesWhatItDecodes) {
  for (char32_t value = 1; value < 0x110000; value += 37) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    std::string text;
    AppendUtf8(text, value);
    const CodePoint point = DecodeUtf8(text, 0);
    EXPECT_EQ(point.value, value);
    EXPECT_EQ(point.size, text.size());
  }
}

}  // namespace
}  // namespace entente
