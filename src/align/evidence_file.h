// OpenEvidence: a ledger's evidence, kept beside it once it takes long to gather.
//
//   TRY(const EvidenceTable table,
//       OpenEvidence("news.ledger", database, settings, &world));
//
// The first call on a ledger of many rows walks through it (LoadEvidence) and writes
// news.ledger.align, which later calls map into memory in a moment. The file is a copy:
// it may be deleted at any time, is of this machine's byte order, and is made anew when
// the ledger, the program or the settings have changed. Where it cannot be written,
// every call walks.
#ifndef ENTENTE_ALIGN_EVIDENCE_FILE_H_
#define ENTENTE_ALIGN_EVIDENCE_FILE_H_

#include <cstdint>
#include <string>

#include "align/evidence.h"
#include "base/result.h"

namespace entente {

// Rows from which on it is kept: fewer are gathered in half a second.
inline constexpr std::size_t kRowsWorthKeeping = 200'000;

Result<EvidenceTable> OpenEvidence(const std::string& ledger, const Database& database,
                                   const AlignSettings& settings, const World* world);

// The file alone. Save returns kUnavailable where it cannot be written; Map kNotFound
// for no file, kCorrupt for one that is cut off, is none or has another stamp.
Status SaveEvidence(const EvidenceTable& table, std::uint64_t stamp,
                    const std::string& path);
Result<EvidenceTable> MapEvidence(const std::string& path, std::uint64_t stamp);

}  // namespace entente

#endif  // ENTENTE_ALIGN_EVIDENCE_FILE_H_
