// RuleSet: the frames of data/rules/*.rule, compiled to small integers (docs/rules.md).
//
// Text appears twice only: in the symbols (lemmas, words of conditions, prepositions)
// and in the sentences kept for the tests. A frame refers to ranges in the set's flat
// arrays.
#ifndef ENTENTE_MEANING_RULE_H_
#define ENTENTE_MEANING_RULE_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "meaning/clause.h"
#include "meaning/lemma_map.h"
#include "record/event.h"

namespace entente {

enum class ConditionKind : std::uint8_t {
  kAny,
  kNone,
  kActor,
  kPerson,
  kOrganisation,
  kGroup,
  kCountry,
  kPlace,
  kPeople,
  kArmed,
  kGovernment,
  kCivilian,
  kClass,  // value: class of data/lexicon/classes.tsv
  kWord,   // value: symbol
};

struct Condition {
  ConditionKind kind = ConditionKind::kAny;
  bool is_negated = false;
  std::uint32_t value = 0;
};

// Where a pattern looks: at the clause itself, in its embedded clause, or at the
// recipient of the embedded clause's event.
enum class SlotOwner : std::uint8_t { kClause, kEmbedded, kEmbeddedRecipient };

// A range of one of the set's arrays.
struct Range {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

struct SlotPattern {
  SlotOwner owner = SlotOwner::kClause;
  Slot slot = Slot::kSubject;
  std::uint32_t preposition = Symbols::kUnknown;  // symbol, for kOblique
  Range conditions;  // any of those without "!", all of those with
};

// "obj: actor or with: actor": the first alternative that something fills.
struct SlotTest {
  Range patterns;
};

struct ModeRule {
  SlotPattern pattern;
  std::uint32_t mode = 0;                   // symbol
  std::uint32_t cameo = Symbols::kUnknown;  // symbol
};

struct CountRule {
  SlotPattern pattern;
  std::uint32_t what = 0;  // symbol
};

// What becomes of an event coded in the embedded clause.
enum class Embeds : std::uint8_t {
  kDrop,
  kHappened,
  kClaimed,
  kPlanned,
  kPossible,
  kHypothetical,
  kDemanded,
  kDenied,
};

struct Predicate {
  ClauseKind kind = ClauseKind::kVerb;
  std::uint32_t head = 0;  // symbol of the first word
  Range tail;              // symbols of the further words, in RuleSet::tails
  std::uint32_t frame = 0;
  std::uint16_t rank = 0;  // specificity without what depends on the clause
};

struct Example {
  std::string sentence;
  std::string actor, recipient;  // codes that must be prefixes, or ""
  std::uint32_t frame = 0;
  std::uint32_t line = 0;
  bool must_fire = true;
};

struct Frame {
  std::string id;
  std::uint32_t file = 0;  // into RuleSet::files
  std::uint32_t line = 0;

  SlotTest actor, recipient;
  bool has_recipient = false;
  bool is_actor_optional = false;
  bool is_recipient_optional = false;
  Range requirements;  // SlotTests

  bool when_negated = false;
  bool when_passive = false;
  bool when_demanded = false;    // the embedded clause stands under "must"
  std::uint32_t when_types = 0;  // bit i: the embedded clause codes as EventType i

  bool is_veto = false;
  EventType type = EventType::kConsult;
  std::uint32_t mode = Symbols::kUnknown;   // symbol
  std::uint32_t cameo = Symbols::kUnknown;  // symbol
  Range contexts;                           // symbols, in RuleSet::contexts
  Range modes;                              // ModeRules
  Range counts;                             // CountRules
  Embeds embeds = Embeds::kDrop;
  bool is_general = false;  // wins only where no other frame fits
  bool is_reciprocal = false;
};

struct RuleSet {
  std::vector<std::string> files;
  std::vector<Frame> frames;
  std::vector<Predicate> predicates;
  std::vector<std::uint32_t> tails;
  std::vector<std::uint32_t> contexts;
  std::vector<Condition> conditions;
  std::vector<SlotPattern> patterns;
  std::vector<SlotTest> tests;
  std::vector<ModeRule> modes;
  std::vector<CountRule> counts;
  std::vector<Example> examples;
  Symbols symbols;
  std::vector<std::string> classes;  // names used in conditions; Condition::value

  template <typename T>
  static std::span<const T> Of(const std::vector<T>& all, Range range) {
    return std::span(all).subspan(range.first, range.count);
  }
};

}  // namespace entente

#endif  // ENTENTE_MEANING_RULE_H_
