// FormKeys: what the model sees of one word form, as hashes.
//
// The lower-cased form (quotes straightened), the same with every digit as 0, and the
// first and last letters and the shape. Trainer and model must agree on every bit here:
// a change needs a new model file (raise kFeatureVersion).
#ifndef ENTENTE_SYNTAX_FEATURES_H_
#define ENTENTE_SYNTAX_FEATURES_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

inline constexpr std::uint32_t kFeatureVersion = 2;

// The hashed tables, in the order of FormKeys::affix.
inline constexpr int kAffixCount = 6;  // first 3; last 1, 2, 3, 4 letters; shape

struct FormKeys {
  std::uint64_t lower = 0;    // of the lower-cased form
  std::uint64_t pattern = 0;  // of the same, digits as 0; equal to lower without digits
  std::array<std::uint32_t, kAffixCount> affix{};
};

// `scratch` is overwritten; its capacity is reused.
FormKeys KeysOf(std::string_view form, std::string& scratch);

// The form with typographic quotes, dashes and ellipses in their ASCII spelling; no
// letter changes. Appends to `out`.
void AppendPlain(std::string_view form, std::string& out);

// Lower-cases Latin, Greek and Cyrillic letters in place; no letter changes its length.
void LowerInPlace(char* begin, char* end);
// Upper-cases the first letter in place.
void CapitaliseInPlace(char* begin, char* end);

// The hash under which a word of the vocabulary is stored.
std::uint64_t WordHash(std::string_view lower);

// What word lists say of a word: a sum of classes (noun, plural, verb, name, place,
// ...; tools/word-classes.mjs names them). 0: on no list.
inline constexpr std::uint32_t kClassCount = 4096;
inline constexpr std::uint32_t kNounClass = 1, kVerbClass = 4, kAdjectiveClass = 64,
                               kAdverbClass = 128;

// Where a word stands, beside its form: 4 bits.
inline constexpr std::uint32_t kPlaceCount = 16;
constexpr std::uint32_t PlaceOf(bool space_before, bool space_after, bool first,
                                bool continues) {
  return (space_before ? 1U : 0U) | (space_after ? 2U : 0U) | (first ? 4U : 0U) |
         (continues ? 8U : 0U);
}

}  // namespace entente

#endif  // ENTENTE_SYNTAX_FEATURES_H_
