#include "document/csv.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/strings.h"

namespace entente {
namespace {

constexpr std::size_t kMostReadAgain = std::size_t{64} << 20;

}  // namespace

bool CsvReader::Cut(std::string_view line, std::vector<std::string>& cells,
                    bool is_open) const {
  std::size_t at = 0;
  if (!is_open) cells.emplace_back();
  while (true) {
    std::string& cell = cells.back();
    if (!is_open && at < line.size() && line[at] == '"' && cell.empty()) {
      is_open = true;
      ++at;
    }
    while (is_open) {
      const std::size_t quote = line.find('"', at);
      cell += line.substr(at, quote - at);
      if (quote == std::string_view::npos) return true;
      at = quote + 1;
      is_open = at < line.size() && line[at] == '"';
      if (is_open) {
        cell += '"';
        ++at;
      }
    }
    const std::size_t end = std::min(line.find(separator_, at), line.size());
    cell += line.substr(at, end - at);
    if (end == line.size()) break;
    at = end + 1;
    cells.emplace_back();
  }
  if (cells.back().ends_with('\r')) cells.back().pop_back();
  return false;
}

// The quote may be a slip of the first line alone: the lines after it are read anew.
Error CsvReader::GiveUp(std::string_view rest, Error error) {
  if (read_again_ + rest.size() > kMostReadAgain) return error;
  read_again_ += rest.size();
  bytes_.PutBack(rest);
  next_line_ = line_ + 1;
  return error;
}

Result<bool> CsvReader::Next(std::vector<std::string>& cells) {
  cells.clear();
  do {
    line_ = next_line_++;
    TRY(const bool found, bytes_.ReadLine(record_, record_bytes_));
    if (!found) return false;
  } while (record_.empty() || record_ == "\r");
  const std::size_t first_size = record_.size();
  bool is_open = Cut(record_, cells, false);
  std::string line;
  while (is_open) {
    cells.back() += '\n';
    const Result<bool> found = bytes_.ReadLine(line, record_bytes_);
    if (!found) return found.error();
    if (*found) record_ += StrCat("\n", line);
    ++next_line_;
    const std::string_view rest =
        std::string_view(record_).substr(std::min(first_size + 1, record_.size()));
    if (!*found) {
      return GiveUp(rest, {ErrorCode::kInvalid,
                           "a cell opens with a quote that is never closed"});
    }
    if (record_.size() > record_bytes_) {
      return GiveUp(StrCat(rest, "\n"), {ErrorCode::kOverBudget,
                                         StrCat("a record of more than ", record_bytes_,
                                                " bytes; is a quote not closed?")});
    }
    is_open = Cut(line, cells, true);
  }
  return true;
}

}  // namespace entente
