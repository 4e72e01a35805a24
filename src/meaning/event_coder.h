// EventCoder: clauses and frames to events, with who, whom, when, where, how many, on
// whose word.
//
// Needs: everything in Analysis. Gives: Events in text order. Immutable after load.
#ifndef ENTENTE_MEANING_EVENT_CODER_H_
#define ENTENTE_MEANING_EVENT_CODER_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "meaning/analysis.h"
#include "meaning/contexts.h"
#include "meaning/learned_model.h"
#include "meaning/matcher.h"
#include "record/event.h"

namespace entente {

// How every clause of a document was read, embedded events settled.
struct CodedClauses {
  std::vector<Match> matches;      // by clause; frame is kNoFrame where none fits
  std::vector<bool> is_dropped;    // another frame speaks for it
  std::vector<Modality> modality;  // after what embeds it
};

class EventCoder {
 public:
  // Reads data_dir/rules, lexicon/classes.tsv and lexicon/contexts.tsv; with the
  // learned part, events.model too.
  // Returns kNotFound or kCorrupt, naming file and line.
  static Result<EventCoder> Load(const std::string& data_dir,
                                 bool has_learned_part = false);

  EventCoder(Frames frames, ContextTable contexts)
      : frames_(std::move(frames)), contexts_(std::move(contexts)) {}

  std::vector<Event> Code(const Analysis& analysis) const;

  // The frame of every clause, without making events of them.
  CodedClauses Match(const Analysis& analysis) const;

  const Frames& frames() const { return frames_; }
  // Null where rules work alone.
  const LearnedModel* learned() const { return learned_ ? &*learned_ : nullptr; }

 private:
  Frames frames_;
  ContextTable contexts_;
  std::optional<LearnedModel> learned_;
};

// 0..1: how much a row of this match can be relied on.
double ConfidenceOf(const Match& match, const Clause& clause, const Frame& frame);

}  // namespace entente

#endif  // ENTENTE_MEANING_EVENT_CODER_H_
