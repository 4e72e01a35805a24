// Tsv: a strict reader of the tab-separated tables in data/.
//
// The first line that is neither empty nor a comment (`#`) names the columns; every
// later one must have as many cells. Errors name file and line: "actors.tsv:812: 5
// cells, not 6".
#ifndef ENTENTE_BASE_TSV_H_
#define ENTENTE_BASE_TSV_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace entente {

class Tsv {
 public:
  // Takes the bytes of a table; `name` is used in messages alone.
  // Returns kCorrupt when there is no header, a cell count is off or a byte is not
  // UTF-8.
  static Result<Tsv> Parse(std::string name, std::string bytes);

  // Reads a file. Returns kNotFound when it cannot be read, else as Parse.
  static Result<Tsv> Read(const std::string& path);

  // Returns kCorrupt, naming the file, when the header is not exactly `names`.
  Status ExpectColumns(const std::vector<std::string_view>& names) const;

  std::size_t rows() const { return lines_.size(); }
  std::size_t columns() const { return header_.size(); }

  // REQUIRES: row < rows(), column < columns(). The view lives as long as this table.
  std::string_view cell(std::size_t row, std::size_t column) const;

  // "actors.tsv:812: <message>" for a row of the table.
  Error Complain(std::size_t row, std::string_view message) const;

 private:
  struct Line {
    std::uint32_t number;      // 1-based line in the file
    std::uint32_t first_cell;  // index into cells_
  };
  struct Cell {
    std::uint32_t begin, size;
  };

  std::string name_;
  std::string bytes_;
  std::vector<std::string> header_;
  std::vector<Line> lines_;
  std::vector<Cell> cells_;
};

}  // namespace entente

#endif  // ENTENTE_BASE_TSV_H_
