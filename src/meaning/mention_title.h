// FindTitle: what stands before a person's name and says who it is: "Russian Defence
// Minister", "Taliban leader", "Mr".
#ifndef ENTENTE_MEANING_MENTION_TITLE_H_
#define ENTENTE_MEANING_MENTION_TITLE_H_

#include <cstdint>

#include "meaning/analysis.h"
#include "meaning/mention_lexicon.h"
#include "meaning/names.h"

namespace entente {

struct TitleWalk {
  std::uint32_t first = 0;        // first word of the title, or of the name
  std::uint32_t name_first = 0;   // "Mullah" of "Mullah Omar"
  std::uint32_t title = kNoWord;  // in NameTable::roles
  Gender gender = Gender::kUnknown;
};

// Walks left from the first word of a name, not beyond `sentence_begin`.
TitleWalk FindTitle(const Analysis& analysis, const NameTable& names,
                    const MentionLexicon& lexicon, std::uint32_t name_first,
                    std::uint32_t sentence_begin);

}  // namespace entente

#endif  // ENTENTE_MEANING_MENTION_TITLE_H_
