// Csv: records of comma- or tab-separated text (RFC 4180), and such tables as
// documents.
//
// A quoted cell may hold separators, line ends and doubled quotes; a quote inside a
// cell that does not begin with one is an ordinary character. Lines end in LF or CR LF.
#ifndef ENTENTE_DOCUMENT_CSV_H_
#define ENTENTE_DOCUMENT_CSV_H_

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/byte_source.h"
#include "document/document_source.h"

namespace entente {

// Field of a document ("text", "html", "title", "published", "updated", "source",
// "url", "id", "lang") -> name of its column.
using ColumnMap = std::map<std::string, std::string>;

// "title=headline,text=body" -> a map. Returns kInvalid, naming the part, for what is
// no FIELD=COLUMN or no field of a document.
Result<ColumnMap> ParseColumns(std::string_view text);

class CsvReader {
 public:
  CsvReader(ByteWindow bytes, char separator, std::size_t record_bytes)
      : bytes_(std::move(bytes)), separator_(separator), record_bytes_(record_bytes) {}

  // The cells of the next record that is not an empty line; false at the end. Returns
  // kOverBudget for a longer record, kInvalid where a quoted cell is never closed;
  // reading then goes on at the line after the record's first.
  Result<bool> Next(std::vector<std::string>& cells);
  // 1-based, where the last record began.
  std::size_t line() const { return line_; }

 private:
  // Adds a line to the cells; true where its last cell goes on in the next line.
  bool Cut(std::string_view line, std::vector<std::string>& cells, bool is_open) const;
  Error GiveUp(std::string_view rest, Error error);

  ByteWindow bytes_;
  char separator_;
  std::size_t record_bytes_;
  std::size_t line_ = 0, next_line_ = 1;
  std::size_t read_again_ = 0;  // bytes; bounded, for every line may open a quote
  std::string record_;
};

// The separator of a text whose first line is a header that names a column of news text
// ("text", "body", "content", ...) and another that is known; '\0' where it is none.
// With a map it is taken for a table.
char SeparatorOf(std::string_view head, const ColumnMap& columns);

// The rows of a table as documents; its first record names the columns. What the map
// does not name is found by its usual names ("headline", "date", "link", "publisher",
// ...). A bad row is an Error in its place.
std::unique_ptr<DocumentSource> ReadCsv(ByteWindow bytes, char separator,
                                        const ColumnMap& columns,
                                        std::size_t document_bytes);

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_CSV_H_
