// CSV as RFC 4180 has it, in UTF-8, always with a header.
#ifndef ENTENTE_EXPORT_CSV_H_
#define ENTENTE_EXPORT_CSV_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "export/output.h"
#include "ledger/database.h"

namespace entente {

// Quotes where a comma, a quote or a line's end would part the cell.
std::string CsvCell(std::string_view cell);

// All rows of a query; returns how many.
Result<std::int64_t> WriteCsv(Query& query, Output& out);

}  // namespace entente

#endif  // ENTENTE_EXPORT_CSV_H_
