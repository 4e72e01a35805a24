// NameFinder: which words are names, and of what kind of thing.
//
// Three witnesses are heard: the tables of the world (World::Match), the names that the
// syntax model tagged, and runs of proper nouns. Where they differ, the longer name of
// a person or an organisation swallows a place inside it ("Jordan Henderson", "Moscow
// State University"), and everyday words ("Turkey", "Reading") need a second witness.
//
// Needs: document, tokens, syntax, tree, world. Gives: NameTable.
#ifndef ENTENTE_MEANING_NAMES_H_
#define ENTENTE_MEANING_NAMES_H_

#include <cstdint>
#include <vector>

#include "base/span.h"
#include "meaning/analysis.h"
#include "world/name_index.h"
#include "world/role.h"

namespace entente {

enum class NameSense : std::uint8_t {
  kPerson,
  kOrganisation,  // IGO, ministry, company, medium, party
  kGroup,         // armed group, movement
  kCountry,
  kDemonym,
  kPlace,
};

struct FoundName {
  std::uint32_t first_word = 0;  // both included
  std::uint32_t last_word = 0;
  std::uint32_t head_word = 0;  // the word of the name that hangs from outside it
  NameSense sense = NameSense::kPerson;
  bool is_known = false;           // `candidate` is an entry of the tables
  Candidate candidate;             // the best entry
  std::uint32_t hit = kNoWord;     // in NameTable::hits, for the other entries
  std::uint32_t inside = kNoWord;  // hit of a country, demonym or place in an unknown
                                   // organisation's name
};

// A phrase of data/world/roles.tsv: "defence minister", "rebels".
struct FoundRole {
  std::uint32_t first_word = 0;  // both included
  std::uint32_t last_word = 0;
  std::uint32_t head_word = 0;
  RoleId id;
};

struct NameTable {
  NameHits hits;
  std::vector<FoundName> names;        // in text order, none overlapping
  std::vector<FoundRole> roles;        // likewise
  std::vector<std::uint32_t> name_at;  // by word: the name that holds it, or kNoWord
  std::vector<std::uint32_t> role_at;  // by word: the role that holds it, or kNoWord
};

NameTable FindNames(const Analysis& analysis);

// The word of first..last that hangs from outside: its syntactic head.
std::uint32_t HeadOf(const SyntaxTable& syntax, std::uint32_t first,
                     std::uint32_t last);

// True for NNP and NNPS.
inline bool IsProperNoun(const SyntaxTable& syntax, std::uint32_t word) {
  return syntax.xpos[word] == Xpos::kNnp || syntax.xpos[word] == Xpos::kNnps;
}

}  // namespace entente

#endif  // ENTENTE_MEANING_NAMES_H_
