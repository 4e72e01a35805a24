// PartySet: the parties of a ledger that a name or a code means.
//
//   TRY(const PartySet russia, FindParties(table, settings, &world, "Russia"));
//   if (russia.Has(row.from)) ...
//
// What may be asked for:
//   Russia, RUS     a country: its state and people, without what is apart from it
//                   (rebels, opposition, ... of data/alignment/actors.tsv) and without
//                   named groups
//   RUS GOV         a code and all codes that go on from it
//   RUS*, * REB *   a pattern over codes: * any letters, ? one
//   Taliban         a group or organisation by any of its names, whatever its code was
//   Putin           a person, an office, or any other name that the ledger has: every
//                   name with these words in it
#ifndef ENTENTE_ALIGN_PARTY_SET_H_
#define ENTENTE_ALIGN_PARTY_SET_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "align/evidence.h"

namespace entente {

class PartySet {
 public:
  // `has` by party of the table.
  PartySet(const EvidenceTable& table, std::string label, std::string sql,
           std::vector<std::uint8_t> has);

  bool Has(std::uint32_t party) const { return party != kNoIndex && has_[party] != 0; }
  bool empty() const { return actors_.empty(); }
  bool Overlaps(const PartySet& other) const;

  // The actors that any of its parties belongs to, ascending; kNoIndex, for parties
  // without one, is the last.
  const std::vector<std::uint32_t>& actors() const { return actors_; }
  bool HasActor(std::uint32_t actor) const;

  // "Russia"
  const std::string& label() const { return label_; }
  // The same choice as a condition of SQL over the columns <prefix>name, <prefix>code,
  // <prefix>country, <prefix>sector and <prefix>grp.
  std::string Sql(std::string_view prefix) const;

 private:
  std::string label_;
  std::string sql_;  // "@" stands before each column
  std::vector<std::uint8_t> has_;
  std::vector<std::uint32_t> actors_;
};

// kNotFound where neither the world nor the ledger knows the name. A known name that
// the ledger has no row of gives an empty set.
Result<PartySet> FindParties(const EvidenceTable& table, const AlignSettings& settings,
                             const World* world, std::string_view text);

// All parties of one actor of the table.
PartySet PartiesOf(const EvidenceTable& table, const AlignSettings& settings,
                   std::uint32_t actor);

}  // namespace entente

#endif  // ENTENTE_ALIGN_PARTY_SET_H_
