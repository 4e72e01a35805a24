// Clause: one predicate with its arguments, whatever the syntax around it was.
//
// Between the tree and the frames stands this one normal form. Passive, relative,
// participial and infinitive clauses (control, raising), coordination, light verbs with
// their noun and nominal predicates are all undone here, once; frames are written in
// the active voice over what is left. Around a clause stand its operators: negation,
// modality, tense, and the clause that it is embedded in.
//
//   "Kunduz was seized by the Taliban in September"
//       seize   subject Taliban, object Kunduz, in September
//   "Kabulov, who held negotiations with Mullah Omar"
//       negotiation (light verb hold)   subject Kabulov, with Omar
//   "the seizure of Kunduz by the Taliban"
//       seizure   object Kunduz, subject Taliban
//
// Needs: TokenTable, SyntaxTable, Tree. Gives: ClauseTable.
#ifndef ENTENTE_MEANING_CLAUSE_H_
#define ENTENTE_MEANING_CLAUSE_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "record/event.h"
#include "syntax/syntax_table.h"

namespace entente {

enum class Slot : std::uint8_t {
  kSubject,     // who does it, voice undone
  kObject,      // who or what it is done to
  kIndirect,    // "gave Kabul arms"
  kOblique,     // with `preposition`
  kComplement,  // an embedded clause: `clause` says which
};

struct Argument {
  Slot slot = Slot::kSubject;
  std::uint32_t word = kNoWord;  // head word of the filler; one argument a conjunct
  std::string_view preposition;  // lemma for kOblique ("with", "in front of"), else ""
  std::uint32_t clause = kNoWord;  // index of the embedded clause for kComplement
  bool is_shared = false;          // supplied by control, raising or coordination
  bool is_weak = false;  // a bare modifier of a noun, perhaps no argument at all
};

enum class ClauseKind : std::uint8_t { kVerb, kNoun, kAdjective };

// How a clause hangs from its parent clause.
enum class Embedding : std::uint8_t {
  kNone,
  kComplement,  // "agreed to meet", "said that they met"
  kPurpose,     // "met to discuss"
  kRelative,    // "Kabulov, who held negotiations"
  kAdverbial,   // "after meeting", "killing three"
  kCondition,   // "if they attack"
  kTime,        // "when the group seized"
};

enum class Tense : std::uint8_t { kPast, kPresent, kFuture, kNone };

struct Clause {
  std::uint32_t word = kNoWord;  // the predicate's head word
  std::string_view lemma;        // "seize", "carry out", "seizure", "ready"
  std::string_view verb;         // for a noun that names an act: "seize" for "seizure"
  ClauseKind kind = ClauseKind::kVerb;
  std::uint32_t light_verb = kNoWord;  // "held" of "held talks"
  std::string_view light_lemma;        // "hold"
  std::uint32_t particle = kNoWord;    // "out" of "carry out"

  std::uint32_t first_argument = 0;  // into ClauseTable::arguments
  std::uint32_t argument_count = 0;

  bool is_negated = false;
  bool is_question = false;
  bool is_passive = false;  // as written; the arguments are active
  Modality modality = Modality::kAsserted;
  Tense tense = Tense::kNone;
  std::uint32_t parent = kNoWord;  // clause index
  Embedding embedding = Embedding::kNone;

  std::uint32_t first_word =
      0;  // extent without embedded clauses' own extents, both included
  std::uint32_t last_word = 0;
  std::uint32_t sentence = 0;
};

struct ClauseTable {
  std::vector<Clause> clauses;  // by predicate word, ascending
  std::vector<Argument> arguments;
  std::vector<std::uint32_t>
      clause_at;  // by word: clause whose predicate it is, or kNoWord

  std::span<const Argument> arguments_of(const Clause& clause) const {
    return std::span(arguments).subspan(clause.first_argument, clause.argument_count);
  }
};

}  // namespace entente

#endif  // ENTENTE_MEANING_CLAUSE_H_
