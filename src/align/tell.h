// What a view says, in sentences: for people, and for programs that show it to people.
#ifndef ENTENTE_ALIGN_TELL_H_
#define ENTENTE_ALIGN_TELL_H_

#include <string>
#include <string_view>
#include <vector>

#include "align/pair.h"

namespace entente {

// "+0.31", "-0.28".
std::string Signed(double value);
// "+0.31 (90%: -0.20 to +0.70)".
std::string TellStanding(const PairStanding& standing);

// A few sentences: how the two stand, words against deeds, who it is that says so, and
// what they stand against together.
std::vector<std::string> TellPair(const EvidenceTable& table, const PartySet& a,
                                  const PartySet& b, const PairView& view,
                                  const CommonView& common);

// The enemy of my enemy: what the surest common third would make one expect, marked as
// inferred, with its triad. Empty where there is none that is sure enough.
std::string TellInferred(const EvidenceTable& table, const PartySet& a,
                         const PartySet& b, const CommonView& common);

// Chance that both of a triad's other sides stand as said, for it to be told.
inline constexpr double kSureTriad = 0.6;

// The party by whose word a range of units of a sign is there: of the heaviest unit,
// who claims most of its rows. Nothing where the newsroom itself reports it.
struct Claimant {
  bool is_there = false;
  std::uint32_t party = kNoIndex;  // kNoIndex: somebody unnamed
};
Claimant ClaimantOf(const EvidenceTable& table, const Units& units, std::uint32_t first,
                    std::uint32_t last, int sign);

}  // namespace entente

#endif  // ENTENTE_ALIGN_TELL_H_
