#include "text/normal.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace entente {
namespace {

struct Case {
  std::string_view text, normal;
};

TEST(Normal, MakesOneKeyOfManySpellings) {
  constexpr Case kCases[] = {
      {"", ""},
      {"Kabul", "kabul"},
      {"São Tomé", "sao tome"},
      {"Erdoğan", "erdogan"},
      {"İstanbul", "istanbul"},
      {"Łódź", "lodz"},
      {"Straße", "strasse"},
      {"Þingvellir", "thingvellir"},
      {"Nguyễn Phú Trọng", "nguyen phu trong"},
      {"Sana'a", "sanaa"},
      {"Sana’a", "sanaa"},
      {"Ṣanʿāʾ", "sana"},
      {"Al-Shabaab", "al shabaab"},
      {"al–Qaeda", "al qaeda"},
      {"-", ""},
      {"n't", "nt"},
      {"n’t", "nt"},
      {"'s", "'s"},
      {"’s", "'s"},
      {"U.S.", "u.s."},
      {"  Côte \n d’Ivoire\u00A0", "cote divoire"},
      {"“Yes”", "\"yes\""},
      {"МОСКВА", "москва"},
      {"ΑΘΗΝΑ", "αθηνα"},
      {"Cafe\u0301", "cafe"},
      {"北京", "北京"},
      {"a'\u036Eb", "ab"},
      {"co\u00ADoperate", "cooperate"},
      {"3,400", "3,400"},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(Normalize(c.text), c.normal) << c.text;
    EXPECT_EQ(Normalize(c.normal), c.normal) << c.text;
  }
}

TEST(Normal, AppendsWithoutRegardToWhatIsThere) {
  std::string out = "x";
  AppendNormal(out, "'S");
  EXPECT_EQ(out, "x's");
}

TEST(Normal, CopiesMalformedBytesWithoutReadingPastThem) {
  EXPECT_EQ(Normalize("a\xC3"), "a\xC3");
}

}  // namespace
}  // namespace entente
