#include <algorithm>

#include "meaning/event_coder.h"

namespace entente {

double ConfidenceOf(const Match& match, const Clause& clause, const Frame& frame) {
  double confidence = 0.45;
  const std::uint32_t conditions = match.rank / 64;
  confidence += 0.06 * std::min(conditions, 4U);
  if (!match.actors.empty()) confidence += 0.12;
  if (!match.recipients.empty()) confidence += 0.12;
  for (const ResolvedActor& actor : match.actors) {
    if (actor.is_owner) {
      confidence -= 0.05;
      break;
    }
  }
  if (clause.kind == ClauseKind::kNoun && clause.light_verb == kNoWord) {
    confidence -= 0.1;
  }
  if (!frame.has_recipient && match.actors.empty()) confidence -= 0.1;
  return std::clamp(confidence, 0.05, 0.95);
}

}  // namespace entente
