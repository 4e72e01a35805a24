// Who says it, to whom and when: the parts of a statement that hang from its cue.
// Private to the StatementFinder's files.
#ifndef ENTENTE_MEANING_STATEMENT_SPEAKER_H_
#define ENTENTE_MEANING_STATEMENT_SPEAKER_H_

#include <cstdint>
#include <optional>

#include "meaning/statement_draft.h"

namespace entente {

struct Voices {
  std::uint32_t speaker = kNoWord;  // head words
  std::uint32_t addressee = kNoWord;
};

// The speaker and the hearer of a reporting verb: its own subject, the one that it
// shares by coordination or control, the noun that it modifies, the agent of a passive.
Voices VoicesOfVerb(const StatementSource& source, std::uint32_t verb,
                    const ReportingWord& entry);

// Whose claim, view, letter a noun is: possessor, "of", "by", "from", or the subject of
// the verb that it is the object of ("made the claim").
std::uint32_t SpeakerOfNoun(const StatementSource& source, std::uint32_t noun);

// The bytes of the phrase headed by `word`: its mention, or the phrase without clauses
// and appositions.
TextSpan PhraseSpan(const StatementSource& source, std::uint32_t word);

// The mention that stands for the phrase headed by `word`, or kNoWord.
std::uint32_t MentionOf(const StatementSource& source, std::uint32_t word);

// The time words around `predicate` (and the verb that it is coordinated with) that lie
// outside `content`.
TimeId TimeOf(const StatementSource& source, std::uint32_t predicate,
              const std::vector<WordRange>& content);

}  // namespace entente

#endif  // ENTENTE_MEANING_STATEMENT_SPEAKER_H_
