// Columns: a tab-separated format as a list of columns, each with its name, type,
// meaning and how it is filled from an event's row. A format is such a list; its
// schema.json is the same list written out.
#ifndef ENTENTE_EXPORT_COLUMNS_H_
#define ENTENTE_EXPORT_COLUMNS_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "export/codes.h"
#include "export/event_row.h"

namespace entente {

struct Column {
  std::string name;
  std::string type;     // integer, number, date, string
  std::string meaning;  // and why it is empty, where it always is
  std::function<std::string(const ExportRow&)> value;
};

struct TabFormat {
  std::string name;    // "icews"
  std::string source;  // where its columns are described
  bool has_header = true;
  std::vector<Column> columns;
};

// One line without its end: tabs and line ends inside a value become blanks.
std::string TabLine(const TabFormat& format, const ExportRow& row);
std::string TabHeader(const TabFormat& format);
// {"name", "source", "delimiter", "header", "columns": [{"name", "type", "meaning"}]}
std::string SchemaOf(const TabFormat& format);

// To five places, a metre on the ground; "" for none.
std::string Degrees(const std::optional<double>& value);

// What formats that know no polarity or modality may hold: what was asserted, and what
// is planned, which PLOVER codes as agreed or threatened.
bool IsFact(const ExportRow& row);

// ICEWS coded event data, as published on Dataverse (doi:10.7910/DVN/28075): 20
// columns.
TabFormat IcewsFormat(const Codes& codes);
// Phoenix, Open Event Data Alliance: 26 columns, no header.
TabFormat PhoenixFormat(const Codes& codes);
// GDELT 1.0 (Event Data Format Codebook v1.03) with SOURCEURL: 58 columns, no header.
TabFormat Gdelt1Format(const Codes& codes);
// GDELT 2.0 (Event Codebook v2.0): 61 columns, no header.
TabFormat Gdelt2Format(const Codes& codes);

}  // namespace entente

#endif  // ENTENTE_EXPORT_COLUMNS_H_
