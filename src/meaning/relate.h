// Relater: what the first of two marked parties does to the second.
//
// The two are taken for actors whatever the text calls them. Frames decide where they
// bind both; failing that, the nearest evidence does, step by step, at falling
// confidence: a frame between them, one that the source is subject of, the nearest
// frame's predicate alone.
//
// Needs: everything in Analysis but events. Immutable.
#ifndef ENTENTE_MEANING_RELATE_H_
#define ENTENTE_MEANING_RELATE_H_

#include <optional>
#include <span>
#include <string>

#include "base/span.h"
#include "meaning/analysis.h"
#include "meaning/event_coder.h"
#include "record/event.h"

namespace entente {

struct PartyRelation {
  EventType type = EventType::kConsult;
  std::string mode;   // "" unknown
  std::string cameo;  // likewise
  TextSpan trigger;
  bool is_negated = false;
  Modality modality = Modality::kAsserted;
  double confidence = 0;
  std::string rule;
};

// Nothing where the text shows no relation. The spans are bytes of the document's text.
// REQUIRES: at least one span each.
std::optional<PartyRelation> Relate(const EventCoder& coder, const Analysis& analysis,
                                    std::span<const TextSpan> source,
                                    std::span<const TextSpan> target);

}  // namespace entente

#endif  // ENTENTE_MEANING_RELATE_H_
