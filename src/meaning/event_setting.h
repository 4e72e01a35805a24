// When and where a clause's event happened: the time and place expressions that stand
// in the clause, the nearest first, or those of a clause that it shares its time with.
#ifndef ENTENTE_MEANING_EVENT_SETTING_H_
#define ENTENTE_MEANING_EVENT_SETTING_H_

#include <cstdint>
#include <vector>

#include "meaning/analysis.h"
#include "record/ids.h"

namespace entente {

struct EventSetting {
  TimeId time;    // may be invalid
  PlaceId place;  // likewise
};

// One setting a clause. O(words + clauses).
std::vector<EventSetting> FindSettings(const Analysis& analysis);

}  // namespace entente

#endif  // ENTENTE_MEANING_EVENT_SETTING_H_
