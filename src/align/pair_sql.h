// PairSql: the view of a pair as one SQL query, for whoever will not take our word.
//
// The query gives one row a unit: sphere, direction, type, day, sign, intensity, trust,
// age, mass, rows, quad. What `entente align pair` shows is sums over it;
// docs/alignment.md has the last steps. It runs in sqlite3 and in `entente ask --sql`.
#ifndef ENTENTE_ALIGN_PAIR_SQL_H_
#define ENTENTE_ALIGN_PAIR_SQL_H_

#include <string>

#include "align/party_set.h"
#include "align/settings.h"
#include "align/units.h"

namespace entente {

// `has_copies`: the ledger knows near-duplicates (table `copy`). `context`: of the
// span's, by name; "" for all.
std::string PairSql(const PartySet& a, const PartySet& b, const AlignSettings& settings,
                    const TimeSpan& span, const std::string& context, bool has_copies);

}  // namespace entente

#endif  // ENTENTE_ALIGN_PAIR_SQL_H_
