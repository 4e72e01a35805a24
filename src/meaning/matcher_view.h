// A clause as one frame sees it; private to the matcher.
#ifndef ENTENTE_MEANING_MATCHER_VIEW_H_
#define ENTENTE_MEANING_MATCHER_VIEW_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "meaning/matcher.h"

namespace entente {

struct Matcher::View {
  std::uint32_t index = 0;
  bool is_light_verb_frame = false;
  const std::vector<Match>& coded;
  // The preposition that the predicate names ("call for"): its phrase is the object.
  std::string_view tail = {};
  bool is_binding = false;  // for a party: a bare modifier counts only by itself
  bool is_loose = false;    // what is done to no party is told of a state's actor
  const std::vector<ResolvedActor>* actors = nullptr;  // where they are bound already
};

}  // namespace entente

#endif  // ENTENTE_MEANING_MATCHER_VIEW_H_
