// Whom a statement's speaker word stands for, where its own mention does not say: "I"
// in a quotation is the one quoted, "he said" is mostly the one who spoke last, a
// floating quotation is the last speaker's, "I" and "you" of an interview are the one
// interviewed. Private to the StatementFinder's files.
#ifndef ENTENTE_MEANING_STATEMENT_VOICE_H_
#define ENTENTE_MEANING_STATEMENT_VOICE_H_

#include <vector>

#include "meaning/statement_draft.h"
#include "record/statement.h"

namespace entente {

struct SpeakerWord {
  std::uint32_t word = kNoWord;  // head word, or kNoWord
  bool is_previous = false;      // the one who spoke last
};

// REQUIRES: statements in text order with parents set; one speaker word a statement.
void ResolveSpeakers(const StatementSource& source,
                     const std::vector<SpeakerWord>& speakers,
                     std::vector<Statement>& statements);

}  // namespace entente

#endif  // ENTENTE_MEANING_STATEMENT_VOICE_H_
