// WordLexicon: what the tokeniser knows by heart, from three tables of data/lexicon:
// abbreviations.tsv, contractions.tsv and word_parts.tsv (units, prefixes, endings of
// addresses, words that begin sentences).
//
// Lookups ignore ASCII case, take curly apostrophes for straight ones and allocate
// nothing.
#ifndef ENTENTE_TEXT_WORD_LEXICON_H_
#define ENTENTE_TEXT_WORD_LEXICON_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "base/tsv.h"

namespace entente {

enum class Abbreviation : std::uint8_t { kNone, kTitle, kNumber, kDate, kLatin, kTail };

// Bits of WordLexicon::Roles.
inline constexpr std::uint8_t kPrefix = 1;   // "anti" of "anti-war"
inline constexpr std::uint8_t kUnit = 2;     // "km" of "50km"
inline constexpr std::uint8_t kEnding = 4;   // "org" of "example.org"
inline constexpr std::uint8_t kStarter = 8;  // "the" of "the U.S. The ..."

class WordLexicon {
 public:
  // The pieces of a contraction: their byte lengths with straight apostrophes, 0 after
  // the last.
  using Pieces = std::array<std::uint8_t, 4>;

  // Reads the tables. Returns kNotFound for a missing one, kCorrupt naming file and
  // line for a bad row.
  static Result<WordLexicon> Load(const std::string& lexicon_folder);

  // What `form`, without its last full stop, abbreviates as.
  Abbreviation FindAbbreviation(std::string_view form) const;

  std::uint8_t Roles(std::string_view word) const;

  // The pieces of a word that is listed whole; all 0 when it is not. One piece: the
  // word is kept whole.
  Pieces FindContraction(std::string_view word) const;

 private:
  struct Entry {
    Abbreviation abbreviation = Abbreviation::kNone;
    bool needs_capital = false;
    std::uint8_t roles = 0;
    Pieces pieces = {};
  };

  Status AddAbbreviations(const Tsv& table);
  Status AddContractions(const Tsv& table);
  Status AddParts(const Tsv& table);
  const Entry* Find(std::string_view word) const;

  // Keyed by the hash of the lower-case word; Load refuses two words of one hash.
  std::unordered_map<std::uint64_t, Entry> entries_;
  std::unordered_map<std::uint64_t, std::string> spelling_;
  // Which pairs of length and first letter occur: most words need no lookup at all.
  std::array<std::uint32_t, 32> lengths_by_first_ = {};
  std::array<std::uint32_t, 32> contraction_lengths_ = {};  // of contractions alone
};

}  // namespace entente

#endif  // ENTENTE_TEXT_WORD_LEXICON_H_
