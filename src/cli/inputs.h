// Inputs: the documents of a list of files, one at a time, failures among them.
//
// Files are opened one after another as documents are asked for, so memory holds one
// document (of a feed: the feed).
#ifndef ENTENTE_CLI_INPUTS_H_
#define ENTENTE_CLI_INPUTS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "document/document.h"
#include "document/reader.h"

namespace entente {

// `path` itself; of a folder, the files in it and below in order of their names, but
// hidden ones; of a pattern ("news/*.txt") that is no file, the files that match it.
std::vector<std::string> ExpandPath(const std::string& path);

class Inputs {
 public:
  // `files` may name folders, patterns and "-" for standard input; an empty list means
  // it alone.
  Inputs(const std::vector<std::string>& files, ReadOptions options);

  // The next document or the reason why an input gave none; nothing at the end.
  std::optional<Result<Document>> Next();

  // Of all files together, packed as they are; 0 where one has no known length.
  std::uint64_t total_bytes() const { return total_bytes_; }
  std::uint64_t bytes_read() const;

 private:
  std::vector<std::string> files_;
  ReadOptions options_;
  std::uint64_t total_bytes_ = 0;
  std::uint64_t bytes_before_ = 0;  // of files that are done with
  std::size_t next_file_ = 0;
  std::optional<DocumentStream> open_;
};

}  // namespace entente

#endif  // ENTENTE_CLI_INPUTS_H_
