#include "base/tsv.h"

#include <utility>

#include "base/check.h"
#include "base/files.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace entente {

Result<Tsv> Tsv::Parse(std::string name, std::string bytes) {
  Tsv table;
  table.name_ = std::move(name);
  table.bytes_ = std::move(bytes);
  const std::string_view text = table.bytes_;
  if (const std::size_t bad = FirstInvalidUtf8(text); bad != text.size()) {
    return Error{ErrorCode::kCorrupt, StrCat(table.name_, ": byte ", bad,
                                             " is not UTF-8; save the table as UTF-8")};
  }
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    ++number;
    std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) end = text.size();
    std::string_view line = text.substr(at, end - at);
    const std::size_t line_begin = at;
    at = end + 1;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const auto cells = Split(line, '\t');
    if (table.header_.empty()) {
      table.header_.assign(cells.begin(), cells.end());
      continue;
    }
    if (cells.size() != table.header_.size()) {
      return Error{ErrorCode::kCorrupt,
                   StrCat(table.name_, ":", number, ": ", cells.size(), " cells, not ",
                          table.header_.size())};
    }
    table.lines_.push_back({number, static_cast<std::uint32_t>(table.cells_.size())});
    for (const std::string_view cell : cells) {
      const auto offset = static_cast<std::size_t>(cell.data() - line.data());
      table.cells_.push_back({static_cast<std::uint32_t>(line_begin + offset),
                              static_cast<std::uint32_t>(cell.size())});
    }
  }
  if (table.header_.empty()) {
    return Error{ErrorCode::kCorrupt,
                 StrCat(table.name_, ": no header line names the columns")};
  }
  return table;
}

Result<Tsv> Tsv::Read(const std::string& path) {
  TRY(std::string bytes, ReadFile(path));
  const std::size_t slash = path.rfind('/');
  return Parse(slash == std::string::npos ? path : path.substr(slash + 1),
               std::move(bytes));
}

Status Tsv::ExpectColumns(const std::vector<std::string_view>& names) const {
  if (header_.size() == names.size()) {
    bool same = true;
    for (std::size_t i = 0; i < names.size(); ++i)
      same = same && header_[i] == names[i];
    if (same) return std::monostate{};
  }
  std::string wanted;
  for (const std::string_view name : names) {
    if (!wanted.empty()) wanted += ", ";
    wanted += name;
  }
  return Error{ErrorCode::kCorrupt, StrCat(name_, ": the columns must be ", wanted)};
}

std::string_view Tsv::cell(std::size_t row, std::size_t column) const {
  CHECK(row < lines_.size() && column < header_.size());
  const Cell cell = cells_[lines_[row].first_cell + column];
  return std::string_view(bytes_).substr(cell.begin, cell.size);
}

Error Tsv::Complain(std::size_t row, std::string_view message) const {
  CHECK(row < lines_.size());
  return {ErrorCode::kCorrupt, StrCat(name_, ":", lines_[row].number, ": ", message)};
}

}  // namespace entente
