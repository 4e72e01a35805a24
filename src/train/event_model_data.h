// The examples that the learned part of the event coder learns from, as
// entente-event-examples writes them (src/eval/event_examples.h).
#ifndef ENTENTE_TRAIN_EVENT_MODEL_DATA_H_
#define ENTENTE_TRAIN_EVENT_MODEL_DATA_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace entente::train {

// PLOVER's types in the order of record/event.h, and "no event".
inline constexpr std::size_t kEventLabels = 17;
inline constexpr std::size_t kNoEvent = 16;
std::string_view EventLabelName(std::size_t label);

enum class ExampleOrigin : std::uint8_t { kGold, kOwn, kNothing, kSilver };

struct EventExample {
  bool is_relation = false;  // else an event
  ExampleOrigin origin = ExampleOrigin::kGold;
  std::string id;
  std::uint32_t labels = 0;                  // bit i: label i is right
  std::uint32_t frame_label = kEventLabels;  // kEventLabels: frames are silent
  bool is_exact = false;                     // a frame binds both parties
  std::string predicate;                     // of our own cases alone
  std::vector<std::uint64_t> keys;           // ascending, each once
  std::vector<float> numbers;
};

// Returns kNotFound, or kCorrupt as file:line.
Result<std::vector<EventExample>> ReadEventExamples(const std::string& path);

}  // namespace entente::train

#endif  // ENTENTE_TRAIN_EVENT_MODEL_DATA_H_
