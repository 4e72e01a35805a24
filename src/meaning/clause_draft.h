// ClauseDraft: a clause table in the making, with what only the builder's own steps
// need.
//
// The steps visit the clauses in `order`, a clause after the one that governs it, so
// that a subject that control or coordination supplies is there when it is asked for.
#ifndef ENTENTE_MEANING_CLAUSE_DRAFT_H_
#define ENTENTE_MEANING_CLAUSE_DRAFT_H_

#include <cstdint>
#include <span>
#include <vector>

#include "meaning/clause.h"
#include "meaning/clause_lexicon.h"
#include "meaning/clause_predicates.h"

namespace entente {

struct ClauseLink {
  std::uint32_t anchor = kNoWord;    // the word by which the clause hangs in the tree
  std::uint32_t governor = kNoWord;  // the clause above it in the tree
  std::uint32_t conjunct =
      kNoWord;  // the clause that it is coordinated with, before it
  std::uint32_t antecedent =
      kNoWord;                    // the noun that a relative or participle modifies
  std::string_view mark;          // "if", "when", "of", "to"
  Slot surface = Slot::kSubject;  // where the grammatical subject went
};

struct ClauseDraft {
  const ClauseSource& source;
  const PredicateTable& predicates;
  ClauseTable table;
  std::vector<ClauseLink> links;     // by clause
  std::vector<std::uint32_t> order;  // clauses, governors first

  Clause& clause(std::uint32_t index) { return table.clauses[index]; }
  // The verb whose auxiliaries, subject and adverbs belong to the clause.
  std::uint32_t verb_of(std::uint32_t index) const {
    const Clause& clause = table.clauses[index];
    return clause.light_verb != kNoWord ? clause.light_verb : clause.word;
  }
  bool has(std::uint32_t index, Slot slot) const {
    for (const Argument& argument : table.arguments_of(table.clauses[index])) {
      if (argument.slot == slot && !argument.is_weak) return true;
    }
    return false;
  }
};

// Steps, in this order: clauses and how they hang together; then, governors first, the
// arguments of each; then the operators around it.
void CollectArguments(ClauseDraft& draft, std::uint32_t index);
void ShareArguments(ClauseDraft& draft, std::uint32_t index);
void ApplyOperators(ClauseDraft& draft, std::uint32_t index);

}  // namespace entente

#endif  // ENTENTE_MEANING_CLAUSE_DRAFT_H_
