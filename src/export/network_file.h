// WriteNetworkFile: the ledger's actors as a signed network, for Gephi, yEd, NetworkX
// or igraph: those with most rows, a tie where evidence weighs something
// (docs/alignment.md).
#ifndef ENTENTE_EXPORT_NETWORK_FILE_H_
#define ENTENTE_EXPORT_NETWORK_FILE_H_

#include <cstdint>
#include <string>

#include "align/evidence.h"
#include "align/settings.h"
#include "align/units.h"
#include "base/result.h"

namespace entente {

// format: graphml or gexf. Returns the number of ties.
Result<std::int64_t> WriteNetworkFile(const EvidenceTable& table,
                                      const AlignSettings& settings,
                                      const TimeSpan& span, std::size_t actors,
                                      const std::string& format,
                                      const std::string& path);

}  // namespace entente

#endif  // ENTENTE_EXPORT_NETWORK_FILE_H_
