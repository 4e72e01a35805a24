// The clause that a reporting word governs, follows or interrupts, as the tree shows
// it. Private to the StatementFinder's files.
#ifndef ENTENTE_MEANING_STATEMENT_CLAUSE_H_
#define ENTENTE_MEANING_STATEMENT_CLAUSE_H_

#include <cstdint>
#include <vector>

#include "meaning/statement_draft.h"

namespace entente {

// The entry of a verb, its particle included ("point out"), or nullptr.
const ReportingWord* VerbEntry(const StatementSource& source, std::uint32_t word);

bool HasSubject(const StatementSource& source, std::uint32_t verb);

// A clause under a noun that "that" begins without standing for the noun: no relative
// one, whatever the tree calls it.
bool IsThatClause(const StatementSource& source, std::uint32_t clause);

// The words that a reporting verb reports; empty where there are none.
std::vector<WordRange> ReportedBy(const StatementSource& source, std::uint32_t verb,
                                  const ReportingWord& entry);

}  // namespace entente

#endif  // ENTENTE_MEANING_STATEMENT_CLAUSE_H_
