// ExportEvents, ExportPackage: a ledger's rows in the shapes that other programs read.
#ifndef ENTENTE_EXPORT_FORMATS_H_
#define ENTENTE_EXPORT_FORMATS_H_

#include <cstdint>
#include <string>

#include "base/result.h"
#include "export/codes.h"
#include "ledger/ask.h"
#include "ledger/database.h"

namespace entente {

// format: plover, geojson, icews, phoenix, gdelt1, gdelt2 (a schema.json is laid beside
// the file), or csv: the view that filters.rows names. `path` "" is standard output.
// Returns the number of rows; kInvalid for an unknown format or a filter that its rows
// do not have.
Result<std::int64_t> ExportEvents(const Database& database, const Codes& codes,
                                  const std::string& format, const AskFilters& filters,
                                  const std::string& path);

// A frictionless data package (specs.frictionlessdata.io): events, statements, stances
// and documents as CSV, datapackage.json, README.md, CITATION.bib. The folder is made.
Result<std::int64_t> ExportPackage(const Database& database, const std::string& folder);

}  // namespace entente

#endif  // ENTENTE_EXPORT_FORMATS_H_
