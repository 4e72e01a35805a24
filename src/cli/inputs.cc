#include "cli/inputs.h"

#include <utility>

#include "base/files.h"

namespace entente {

Inputs::Inputs(std::vector<std::string> files, ReadOptions options)
    : files_(std::move(files)), options_(std::move(options)) {
  if (files_.empty()) files_.emplace_back("-");
}

std::optional<Result<Document>> Inputs::Next() {
  while (next_pending_ == pending_.size()) {
    if (next_file_ == files_.size()) return std::nullopt;
    const std::string& file = files_[next_file_++];
    next_pending_ = 0;
    pending_.clear();
    Result<std::string> bytes = ReadFile(file);
    if (!bytes) return bytes.error();
    pending_ = ReadDocuments(file == "-" ? "standard input" : file,
                             std::move(bytes).value(), options_);
  }
  return std::move(pending_[next_pending_++]);
}

}  // namespace entente
