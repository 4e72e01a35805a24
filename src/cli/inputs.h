// Inputs: the documents of a list of files, one at a time, failures among them.
//
// Files are opened one after another as documents are asked for, so memory holds one
// file.
#ifndef ENTENTE_CLI_INPUTS_H_
#define ENTENTE_CLI_INPUTS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "document/document.h"
#include "document/reader.h"

namespace entente {

class Inputs {
 public:
  // `files` may name "-" for standard input; an empty list means it alone.
  Inputs(std::vector<std::string> files, ReadOptions options);

  // The next document or the reason why an input gave none; nothing at the end.
  std::optional<Result<Document>> Next();

 private:
  std::vector<std::string> files_;
  ReadOptions options_;
  std::size_t next_file_ = 0;
  std::vector<Result<Document>> pending_;  // of the file that is open
  std::size_t next_pending_ = 0;
};

}  // namespace entente

#endif  // ENTENTE_CLI_INPUTS_H_
