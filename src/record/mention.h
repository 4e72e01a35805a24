// Mention: where an actor is named. Entity: who it is. Both of one document.
#ifndef ENTENTE_RECORD_MENTION_H_
#define ENTENTE_RECORD_MENTION_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "record/ids.h"

namespace entente {

enum class ActorKind : std::uint8_t {
  kPerson,
  kOrganisation,
  kGroup,  // armed group, movement, party
  kCountry,
  kPlace,   // a place that may act: "Moscow"
  kPeople,  // "Afghans", "seven Russians"; an entity: "protesters", whose mentions are
            // groups
  kRole,    // "a senior Russian diplomat"
  kPronoun,
};

// "person", "organisation", ... as the contract spells them.
std::string_view Name(ActorKind kind);

struct Mention {
  TextSpan span;  // the whole phrase without its relative clause
  TextSpan head;  // the head word, or the name
  ActorKind kind = ActorKind::kPerson;
  EntityId entity;
  std::uint32_t first_word = 0;  // words of `span`, both included
  std::uint32_t last_word = 0;
  std::uint32_t head_word = 0;  // the syntactic head: what a clause argument points at
  bool is_twin = false;  // one of several nationalities before a noun: "Russian" of
                         // "Russian and Ukrainian officials", the Russian ones
};

// An actor's code: ISO 3166-1 alpha-3 country or organisation class (IGO, NGO, MNC,
// IMG), sector (GOV, MIL, REB, ...), named group (TAL, ISI, ...). Empty parts are
// unknown.
struct ActorCode {
  std::string country;
  std::string sector;
  std::string group;

  bool empty() const { return country.empty() && sector.empty() && group.empty(); }
  friend bool operator==(const ActorCode&, const ActorCode&) = default;
};

// "RUS GOV"; an unknown country before a known sector prints as "---".
std::string ToString(const ActorCode& code);

struct Entity {
  std::string name;  // the fullest name in the text, or the table's
  ActorKind kind = ActorKind::kPerson;
  ActorCode code;
  std::string role;         // "Defence Minister", from title or apposition
  std::string code_source;  // "title 'Defence Minister'", "groups.tsv g0012"
  std::vector<MentionId> mentions;
};

}  // namespace entente

#endif  // ENTENTE_RECORD_MENTION_H_
