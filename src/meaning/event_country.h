// PlacePeople: people whose country nobody names are those of the place where it
// happened to them ("81 people were killed in Chad"), or of the authority that dealt
// with them ("Hungary's police questioned a pensioner").
//
// Needs: events, places, mentions. Changes: the country of such entities, and says so
// in their `code_source`. O(events).
#ifndef ENTENTE_MEANING_EVENT_COUNTRY_H_
#define ENTENTE_MEANING_EVENT_COUNTRY_H_

#include <vector>

#include "meaning/analysis.h"
#include "record/event.h"

namespace entente {

void PlacePeople(const std::vector<Event>& events, const PlaceTable& places,
                 MentionTable& mentions);

}  // namespace entente

#endif  // ENTENTE_MEANING_EVENT_COUNTRY_H_
