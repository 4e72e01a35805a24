// Which actors count as one, and who a filter means.
//
// A filter's party is, as for `entente ask`, a code or the beginning of one ("RUS",
// "AFG REB") or a part of a name in any letters; and beside that "state:RUS", the state
// with its organs (government, military, police, courts, parliament, intelligence), but
// not its opposition, its companies or its people.
#ifndef ENTENTE_SERVE_ACTOR_GROUPS_H_
#define ENTENTE_SERVE_ACTOR_GROUPS_H_

#include <string>
#include <string_view>
#include <vector>

#include "serve/snapshot.h"

namespace entente {

// Sets `groups`, and each actor's `group`.
void AddGroups(Snapshot& snapshot);

// For each actor, whether the filter means it; empty for an empty filter.
std::vector<bool> ActorsOf(const Snapshot& snapshot, std::string_view party);

// What a party of a filter is called: "Russia", "Russia: rebels", or itself.
std::string LabelOf(const Snapshot& snapshot, std::string_view party);

// "government" for "GOV"; empty for what is no sector.
std::string_view SectorName(std::string_view sector);

}  // namespace entente

#endif  // ENTENTE_SERVE_ACTOR_GROUPS_H_
