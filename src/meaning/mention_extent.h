// The words of a noun phrase around its head: determiners and modifiers, complements
// with "of" and the like; no relative clause, apposition or coordinated phrase.
#ifndef ENTENTE_MEANING_MENTION_EXTENT_H_
#define ENTENTE_MEANING_MENTION_EXTENT_H_

#include <cstdint>

#include "meaning/analysis.h"

namespace entente {

struct WordRange {
  std::uint32_t first = 0;  // both included
  std::uint32_t last = 0;
};

// Widens `core` (a name or role) to its phrase. With `takes_complement`, prepositional
// phrases after the head belong to it.
WordRange PhraseAround(const Analysis& analysis, WordRange core, std::uint32_t head,
                       bool takes_complement);

}  // namespace entente

#endif  // ENTENTE_MEANING_MENTION_EXTENT_H_
