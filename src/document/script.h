// Script: which script a code point is a letter of, and its lower case.
#ifndef ENTENTE_DOCUMENT_SCRIPT_H_
#define ENTENTE_DOCUMENT_SCRIPT_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace entente {

enum class Script : std::uint8_t {
  kNone,  // no letter, or of a script that is not listed
  kLatin,
  kCyrillic,
  kGreek,
  kArabic,
  kHebrew,
  kDevanagari,
  kBengali,
  kGurmukhi,
  kGujarati,
  kTamil,
  kTelugu,
  kKannada,
  kMalayalam,
  kSinhala,
  kThai,
  kLao,
  kMyanmar,
  kKhmer,
  kTibetan,
  kGeorgian,
  kArmenian,
  kEthiopic,
  kHan,
  kKana,
  kHangul,
};
inline constexpr std::size_t kScripts = 26;

// Of letters and the marks that are written on them.
Script ScriptOf(char32_t point);

// The script of this name ("Latin"); nothing where there is none.
std::optional<Script> ScriptNamed(std::string_view name);

// Of Latin, Greek, Cyrillic and Armenian capitals; others as they are.
char32_t LowerCase(char32_t point);

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_SCRIPT_H_
