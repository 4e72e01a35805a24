// Statement: who says what, in which words. Stance: how one actor stands to another.
#ifndef ENTENTE_RECORD_STATEMENT_H_
#define ENTENTE_RECORD_STATEMENT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "record/ids.h"

namespace entente {

enum class SpeechKind : std::uint8_t { kDirect, kIndirect, kMixed };
std::string_view Name(SpeechKind kind);

struct Statement {
  TextSpan span;  // content, cue and speaker together
  std::vector<TextSpan>
      content;   // several where "he said" interrupts; without quote marks
  TextSpan cue;  // "said", "according to"; empty where a quotation floats
  SpeechKind kind = SpeechKind::kIndirect;
  EntityId speaker;                      // may be invalid: unnamed
  std::optional<TextSpan> speaker_span;  // the mention at the cue
  EntityId addressee;
  std::optional<TextSpan> addressee_span;
  TimeId time;
  StatementId parent;  // the statement that this one is quoted in
  std::vector<EventId> events;
  bool is_negated = false;              // "did not say", "denied"
  bool is_thought = false;              // "believes", "thinks": held, not said
  std::optional<TextSpan> medium_span;  // "in a letter", "on X": where it was said
  bool is_anonymous = false;            // "on condition of anonymity"
  std::string rule;                     // id of the reporting word's entry
};

enum class StanceBasis : std::uint8_t { kEvent, kStatement, kDescription };
std::string_view Name(StanceBasis basis);

struct Stance {
  TextSpan span;  // the words that it rests on
  EntityId from;
  EntityId to;
  std::string issue;
  int sign = 0;         // +1, -1, 0
  double strength = 0;  // 0..1
  StanceBasis basis = StanceBasis::kEvent;
  StatementId claimed_by;
  bool is_inferred = false;  // no word shows it: the attacked one's towards the
                             // attacker, an ally's towards the enemy
  std::string rule;
  std::vector<std::uint32_t> contradicts;  // indexes of stances that deny it by deed,
                                           // or by word
};

}  // namespace entente

#endif  // ENTENTE_RECORD_STATEMENT_H_
