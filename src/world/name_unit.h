// Name units: the pieces of a word that names are compared by.
//
// "al-Qaeda" is two units, "al" and "qaeda"; "U.S." is "us"; "Côte" is "cote"; "Xi'an"
// is "xian"; "Putin's" is "putin" and the possessive unit "'s"; "&" is "and". Letters
// lose case and accents, dots and apostrophes vanish, other marks separate.
#ifndef ENTENTE_WORLD_NAME_UNIT_H_
#define ENTENTE_WORLD_NAME_UNIT_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "world/name_index.h"

namespace entente {

// Bits of NameUnit::shape.
inline constexpr std::uint8_t kUnitUpperFirst = 1;  // begins with a capital or a digit
inline constexpr std::uint8_t kUnitAllUpper = 2;    // one letter or more, all capital
inline constexpr std::uint8_t kUnitParticle = 4;  // "of", "al", "bin": needs no capital
inline constexpr std::uint8_t kUnitPossessive = 8;
inline constexpr std::uint8_t kUnitBreak = 16;  // a mark that no name reaches over
inline constexpr std::uint8_t kUnitHyphenated =
    32;  // a hyphen joins it to the one before
inline constexpr std::uint8_t kUnitDigit = 64;

// Appends the units of `word`, whose first byte is byte `offset` of the text, as word
// number `index`. A word of marks alone becomes a break, or nothing where it is a
// hyphen or an empty string.
void AppendUnits(std::string_view word, std::uint32_t offset, std::uint32_t index,
                 std::vector<NameUnit>& units);

// The units of a whole name, blanks between words.
std::vector<NameUnit> UnitsOfName(std::string_view name);

// The hash of a name of one more unit.
std::uint64_t ExtendName(std::uint64_t name, std::uint64_t unit);

}  // namespace entente

#endif  // ENTENTE_WORLD_NAME_UNIT_H_
