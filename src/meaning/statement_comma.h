// Words reported without a tree to show it: "The pact is dead, declared the minister",
// "The man knew nothing, his lawyer, Simon Hale, told the court". What the commas and
// the names beside the cue tell. Private to the StatementFinder's files.
#ifndef ENTENTE_MEANING_STATEMENT_COMMA_H_
#define ENTENTE_MEANING_STATEMENT_COMMA_H_

#include <cstdint>
#include <vector>

#include "meaning/statement_draft.h"

namespace entente {

// The head of whoever is named right before the verb ("X, the envoy, said"), or
// kNoWord. `first` gets the first word of the names there, appositions included.
struct NameBeside {
  std::uint32_t head = kNoWord;
  std::uint32_t first = kNoWord;
};
NameBeside NameBefore(const StatementSource& source, std::uint32_t verb);

// The head of whoever is named right after the verb ("said Captain Reyes"), or kNoWord.
std::uint32_t NameAfter(const StatementSource& source, std::uint32_t verb);

// "A spokesman for the group, Ali Reza, said", "said its head, Ali Reza": the mention
// of the name put beside the role that `word` heads, or kNoWord.
std::uint32_t NameOfRole(const StatementSource& source, std::uint32_t word,
                         std::uint32_t verb);

struct CommaSpeech {
  std::vector<WordRange> content;  // empty: nothing is reported so
  std::uint32_t speaker = kNoWord;
};

// The clause before the comma that a finite reporting verb and its speaker follow.
CommaSpeech SpeechBeforeComma(const StatementSource& source, std::uint32_t verb,
                              const ReportingWord& entry);

}  // namespace entente

#endif  // ENTENTE_MEANING_STATEMENT_COMMA_H_
