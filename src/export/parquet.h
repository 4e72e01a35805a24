// ExportParquet: a view as one Parquet file, through DuckDB's C library where npm has
// installed it (package @duckdb/node-bindings-linux-x64); loaded at run time, so that
// nobody else needs it.
#ifndef ENTENTE_EXPORT_PARQUET_H_
#define ENTENTE_EXPORT_PARQUET_H_

#include <cstdint>
#include <string>

#include "base/result.h"
#include "ledger/ask.h"
#include "ledger/database.h"

namespace entente {

// Rows and columns are those of PrepareAsk, without its limit. Returns kUnavailable,
// with the command that installs it, where the library is not found: it is looked for
// at $ENTENTE_DUCKDB, in node_modules of the working folder and its parents and beside
// the program, and where the system keeps libraries.
Result<std::int64_t> ExportParquet(const Database& database, const AskFilters& filters,
                                   const std::string& path);

}  // namespace entente

#endif  // ENTENTE_EXPORT_PARQUET_H_
