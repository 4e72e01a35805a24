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

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

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
  std::string rule;                  // a frame, or "learned.accuse"
  std::vector<std::string> nearest;  // the learned part's reason: sentences of ours, or
                                     // else a frame of the type: "frame aid.ship.01"
};

// How much of the two parties a frame binds.
enum class Binding : std::uint8_t {
  kBoth,
  kSource,
  kTarget,
  kNeither,
  kWord,      // the frame's predicate alone stands there
  kHalfWord,  // likewise, of a frame that requires more than parties
};

struct FrameOffer {
  std::uint32_t frame = kNoFrame;
  EventType type = EventType::kConsult;
  Binding binding = Binding::kNeither;
  double score = 0;  // the highest is the frames' answer
};

// All that frames make of two parties, for the learned part and for tools.
struct RelationView {
  std::optional<PartyRelation> by_frames;
  bool is_exact = false;           // a frame binds both: its answer stands
  std::vector<FrameOffer> offers;  // in text order, bare words last
  std::uint32_t anchor = kNoWord;  // the clause between the two; kNoWord: no clause
  std::vector<std::uint32_t> source, target;  // head words
  std::vector<Entity> entities;
  EntityId source_party, target_party;
};
RelationView ViewRelation(const EventCoder& coder, const Analysis& analysis,
                          std::span<const TextSpan> source,
                          std::span<const TextSpan> target);

// What frames and the learned part make of it together: an exact frame stands; else the
// learned part answers, where the coder has one.
std::optional<PartyRelation> Decide(const RelationView& view, const EventCoder& coder,
                                    const Analysis& analysis);

// Nothing where the text shows no relation. The spans are bytes of the document's text.
// REQUIRES: at least one span each.
std::optional<PartyRelation> Relate(const EventCoder& coder, const Analysis& analysis,
                                    std::span<const TextSpan> source,
                                    std::span<const TextSpan> target);

}  // namespace entente

#endif  // ENTENTE_MEANING_RELATE_H_
