// The first step of the clause builder: which words are predicates, and which verbs are
// light and leave that to their noun.
#ifndef ENTENTE_MEANING_CLAUSE_PREDICATES_H_
#define ENTENTE_MEANING_CLAUSE_PREDICATES_H_

#include <cstdint>
#include <vector>

#include "meaning/clause.h"
#include "meaning/clause_lexicon.h"

namespace entente {

enum class PredicateKind : std::uint8_t { kNone, kVerb, kNoun, kAdjective, kLightVerb };

struct PredicateTable {
  std::vector<PredicateKind> kind;     // by word
  std::vector<std::uint32_t> partner;  // light verb <-> its noun, else kNoWord
  std::vector<LightVoice> voice;       // at the noun of a light verb
};

PredicateTable FindPredicates(const ClauseSource& source);

// The preposition of a filler ("with", "in front of", "because of"), or "".
std::string_view PrepositionOf(const ClauseSource& source, std::uint32_t word);

// True where a verb is passive as written: an auxiliary says so, or a bare participle
// hangs from its object or heads a headline.
bool IsPassive(const ClauseSource& source, std::uint32_t verb);

}  // namespace entente

#endif  // ENTENTE_MEANING_CLAUSE_PREDICATES_H_
