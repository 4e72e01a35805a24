// PlacePeople: people, bodies and persons whose country nobody names are those of the
// place where it happened to them ("81 people were killed in Chad"), or of the other
// party: those that an authority dealt with ("Hungary's police questioned a
// pensioner"), those that a country's own armed groups attacked, those that dealt with
// a country's authorities ("protesters marched on Sudan's generals"). What a state of
// one country did to nobody named, it did where it did it ("police used tear gas in La
// Paz").
//
// Needs: events, places, mentions. Changes: the country of such entities, and says so
// in their `code_source`; recipients of blows that named none. O(events).
#ifndef ENTENTE_MEANING_EVENT_COUNTRY_H_
#define ENTENTE_MEANING_EVENT_COUNTRY_H_

#include <vector>

#include "meaning/analysis.h"
#include "record/event.h"

namespace entente {

void PlacePeople(std::vector<Event>& events, const PlaceTable& places,
                 MentionTable& mentions);

}  // namespace entente

#endif  // ENTENTE_MEANING_EVENT_COUNTRY_H_
