// Bonds between actors and how they stand: "relations between Kenya and Uganda have
// soured", "Kenya severed ties with Uganda", "Kenya's close friendship with Uganda".
// Private to the StanceFinder's files.
#ifndef ENTENTE_MEANING_STANCE_BOND_H_
#define ENTENTE_MEANING_STANCE_BOND_H_

#include <vector>

#include "meaning/stance_party.h"
#include "record/statement.h"

namespace entente {

// A stance each way between all whom a bond joins where the bond itself or an adjective
// or verb over it has a sign; where somebody turns it ("cut ties with"), from that one
// to the others. In text order of the bonds.
std::vector<Stance> FindBonds(const Analysis& analysis, const StanceLexicon& lexicon,
                              const StanceParties& parties);

}  // namespace entente

#endif  // ENTENTE_MEANING_STANCE_BOND_H_
