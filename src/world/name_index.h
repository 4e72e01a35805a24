// NameIndex: finds the longest known names in a text: countries, demonyms, places,
// actors and roles, in one walk over the words.
//
//   NameHits hits;                                   // scratch, reused
//   world.Match(document.text, tokens, hits);
//   for (const NameHit& hit : hits.hits)
//     for (const Candidate& candidate : hits.of(hit)) ...
//
// Names are compared in the normal form of text/normal.h, unit by unit: a unit is a run
// of letters and digits; hyphens join without a trace ("al-Qaeda" = "Al Qaeda"), dots
// and apostrophes inside a word vanish ("U.S." = "US", "Sana'a" = "Sanaa"). A
// possessive 's is never the end of a name. Proper names must begin with capitals,
// acronyms must be in capitals; roles need none. A hit never reaches over a sentence
// end.
//
// Cost: one or two cache misses a word, whatever the number of names.
#ifndef ENTENTE_WORLD_NAME_INDEX_H_
#define ENTENTE_WORLD_NAME_INDEX_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace entente {

// The numbers are written into world files: add at the end.
enum class EntryKind : std::uint8_t {  // NameKind is of syntax/syntax_table.h
  kActor,                              // index: ActorTableId
  kCountry,                            // CountryId
  kDemonym,                            // DemonymId
  kRole,                               // RoleId
  kPlace,                              // GazetteerId
};

// Bits of Candidate::flags.
inline constexpr std::uint8_t kNameIsAcronym = 1;  // matches in capitals alone
inline constexpr std::uint8_t kNameIsPrimary = 2;  // the entry's own name, no alias
inline constexpr std::uint8_t kNameIsShort = 4;  // a short form such as a family name:
                                                 // good only where the context agrees
inline constexpr std::uint8_t kNameHasLower =
    8;  // the table spells a word of it without a
        // capital: one capital is enough
inline constexpr std::uint8_t kNameIsLower =
    16;  // all of it: needs none ("yellow vests")

struct Candidate {
  EntryKind kind = EntryKind::kPlace;
  std::uint8_t flags = 0;
  std::uint32_t index = 0;
  friend bool operator==(const Candidate&, const Candidate&) = default;
};

// Bits of NameHit::flags.
inline constexpr std::uint8_t kHitCommonWord =
    1;                                        // one word that is also an everyday one:
                                              // "Turkey", "Nice", "March", "Police"
inline constexpr std::uint8_t kHitLower = 2;  // no capital: only roles are candidates
inline constexpr std::uint8_t kHitAllUpper = 4;    // every letter a capital
inline constexpr std::uint8_t kHitPartOfWord = 8;  // begins or ends inside a token that
                                                   // holds a hyphen
inline constexpr std::uint8_t kHitGivenName = 16;  // one word that is also a given name
                                                   // or a family name: "Jordan", "Chad"

struct NameHit {
  TextSpan span;
  std::uint32_t first_word = 0;  // both included
  std::uint32_t last_word = 0;
  std::uint32_t first_candidate = 0;  // in NameHits::candidates
  std::uint16_t candidate_count = 0;
  std::uint8_t flags = 0;
};

// A word of a text as the index sees it. Scratch of Match.
struct NameUnit {
  std::uint64_t hash = 0;
  TextSpan span;
  std::uint32_t word = 0;
  std::uint8_t shape = 0;
};

// What Match found, in text order, none overlapping; candidates of a hit: actors,
// countries, demonyms, roles, then places, the likelier first: by population, where
// capitals count four times and divisions half. Short names follow full ones.
struct NameHits {
  std::vector<NameHit> hits;
  std::vector<Candidate> candidates;
  std::vector<NameUnit> units;  // scratch

  std::span<const Candidate> of(const NameHit& hit) const {
    return std::span(candidates).subspan(hit.first_candidate, hit.candidate_count);
  }
  void clear() {
    hits.clear();
    candidates.clear();
    units.clear();
  }
};

}  // namespace entente

#endif  // ENTENTE_WORLD_NAME_INDEX_H_
