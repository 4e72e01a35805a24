// Typed indexes into the lists of a Reading. In JSON they print as a letter and a
// number: mention m1, entity a1 (actor), time t1, place p1, event e1, statement s1,
// stance x1.
#ifndef ENTENTE_RECORD_IDS_H_
#define ENTENTE_RECORD_IDS_H_

#include "base/id.h"

namespace entente {

using MentionId = Id<struct MentionTag>;
using EntityId = Id<struct EntityTag>;
using TimeId = Id<struct TimeTag>;
using PlaceId = Id<struct PlaceTag>;
using EventId = Id<struct EventTag>;
using StatementId = Id<struct StatementTag>;

}  // namespace entente

#endif  // ENTENTE_RECORD_IDS_H_
