// Event: who did what to whom, when and where, and why the row is there.
#ifndef ENTENTE_RECORD_EVENT_H_
#define ENTENTE_RECORD_EVENT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "record/ids.h"

namespace entente {

// PLOVER's 16 types, in the order of the codebook.
enum class EventType : std::uint8_t {
  kAgree,
  kConsult,
  kSupport,
  kConcede,
  kCooperate,
  kAid,
  kRetreat,
  kRequest,
  kAccuse,
  kReject,
  kThreaten,
  kProtest,
  kSanction,
  kMobilize,
  kCoerce,
  kAssault,
};
inline constexpr int kEventTypeCount = 16;

std::string_view Name(EventType type);  // "AGREE"
std::optional<EventType> EventTypeOf(std::string_view name);

enum class Modality : std::uint8_t {
  kAsserted,
  kPlanned,
  kPossible,
  kHypothetical,
  kDemanded,
  kDenied,
};
std::string_view Name(Modality modality);

struct Count {
  std::string what;  // "killed", "wounded", "hostages", "troops", ...
  double number = 0;
  bool at_least = false;
  TextSpan span;
};

struct Event {
  TextSpan span;     // the words of the clause that it rests on
  TextSpan trigger;  // the predicate
  std::uint32_t sentence = 0;
  std::uint32_t trigger_word = 0;

  EventType type = EventType::kConsult;
  std::string mode;  // PLOVER's, or ""
  std::vector<std::string> contexts;
  std::string cameo;  // 2 to 4 digits

  std::vector<EntityId> actor;
  std::vector<EntityId> recipient;
  std::optional<TextSpan> actor_span, recipient_span;
  bool is_reciprocal = false;

  TimeId time;    // may be invalid: the text gives none
  PlaceId place;  // likewise
  std::vector<Count> counts;

  bool is_negated = false;  // polarity "-"
  Modality modality = Modality::kAsserted;
  StatementId claimed_by;  // valid: status "claimed"
  double confidence = 0;   // 0..1
  std::string rule;        // permanent id: "assault.seize.03"; "learned.accuse": no
                           // frame reads the clause, the learned part does
  std::vector<std::string> nearest;  // its reason: sentences of ours, "accuse-0003
                                     // (denounce)"
};

}  // namespace entente

#endif  // ENTENTE_RECORD_EVENT_H_
