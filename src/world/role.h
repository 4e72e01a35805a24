// Role: a noun phrase that says what somebody is: "defence minister", "rebels".
#ifndef ENTENTE_WORLD_ROLE_H_
#define ENTENTE_WORLD_ROLE_H_

#include <cstdint>
#include <string_view>

#include "base/id.h"

namespace entente {

using RoleId = Id<struct RoleTag>;

// The numbers are written into world files: add at the end.
enum class RoleKind : std::uint8_t {
  kPerson,        // one human being: "minister", "general", "protester"
  kPeople,        // several: "rebels", "police", "protesters", "troops"
  kOrganisation,  // "ministry", "parliament", "army", "embassy", "militia"
};

std::string_view Name(RoleKind kind);

// Bits of Role::flags.
inline constexpr std::uint8_t kRoleSpeaksFor = 1;  // "spokesman", "envoy": takes the
                                                   // code of whom it speaks for
inline constexpr std::uint8_t kRoleTakesSector =
    2;                                         // "leader", "member", "chief": sector of
                                               // the organisation, `sector` if alone
inline constexpr std::uint8_t kRoleTitle = 4;  // stands before a name: "President X"
inline constexpr std::uint8_t kRoleActsAlone = 8;     // an actor without a country too:
                                                      // "rebels", "gunmen"
inline constexpr std::uint8_t kRoleFormer = 16;       // "ex-president"
inline constexpr std::uint8_t kRoleHeadOfState = 32;  // stands for the state itself
inline constexpr std::uint8_t kRoleGeneric = 64;  // "group", "officials", "forces": may
                                                  // point back to one named before

struct Role {
  std::string_view row;      // permanent id: "r0101"
  std::string_view form;     // "defence ministers"
  std::string_view lemma;    // "defence minister"
  std::string_view sector;   // GOV, MIL, ...; "" where only the context tells
  std::string_view country;  // class such as IGO, NGO, MNC, or ""
  RoleKind kind = RoleKind::kPerson;
  bool is_plural = false;
  std::uint8_t flags = 0;
};

}  // namespace entente

#endif  // ENTENTE_WORLD_ROLE_H_
