// Actor: an organisation, group, medium or person of data/world/, and what it was when.
//
// An actor's code changes with time: the Taliban are AFG REB TAL until August 2021 and
// AFG GOV TAL after; a foreign minister becomes president. Each span of time is a
// Tenure.
#ifndef ENTENTE_WORLD_ACTOR_H_
#define ENTENTE_WORLD_ACTOR_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/id.h"

namespace entente {

using ActorTableId = Id<struct ActorTableTag>;

// The numbers are written into world files: add at the end.
enum class ActorClass : std::uint8_t {
  kOrganisation,  // IGO, NGO, agency, alliance
  kInstitution,   // of a state: "Pentagon", "State Duma", "Kremlin"
  kArmedGroup,    // rebels, militias, terrorist groups
  kParty,
  kMovement,
  kMedia,
  kCompany,
  kPerson,
};

std::string_view Name(ActorClass kind);  // "organisation", "armed-group", ...

struct Tenure {
  std::string_view country;       // iso3 or class: IGO, NGO, MNC, IMG; "" unknown
  std::string_view sector;        // GOV, MIL, REB, ...
  std::string_view group;         // TAL, ISI, NAT, ...
  std::string_view title;         // of a person: "president"; else ""
  std::optional<CivilDate> from;  // first day; absent: always before `to`
  std::optional<CivilDate> to;    // last day; absent: to this day
};

struct Actor {
  std::string_view row;   // permanent id: "g0012", "o0007", "m0003", "h0101"
  std::string_view name;  // the fullest common name
  ActorClass kind = ActorClass::kOrganisation;
  std::uint32_t first_tenure = 0;  // in order of time; at least one
  std::uint32_t tenure_count = 0;
};

}  // namespace entente

#endif  // ENTENTE_WORLD_ACTOR_H_
