// Reader: bytes of any kind that we read -> documents.
//
//   for (Result<Document>& read : ReadDocuments("news.jsonl.gz", std::move(bytes), {}))
//
// The kind is told by the content, never by the name: plain text, HTML, JSON lines, RSS
// and Atom feeds, each of them perhaps gzipped or compressed by zstd. An input that
// cannot be read is one Error that names it; in JSON lines and feeds each bad entry is
// an Error of its own ("news.jsonl:7: ...") and the others are read.
#ifndef ENTENTE_DOCUMENT_READER_H_
#define ENTENTE_DOCUMENT_READER_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"

namespace entente {

struct ReadOptions {
  std::optional<CivilDate> date =
      {};                   // of documents that do not say when they appeared
  std::string source = {};  // of documents that do not say who published them
  std::size_t document_bytes = std::size_t{8} << 20;  // longest text or page
  std::size_t unpacked_bytes = std::size_t{512}
                               << 20;  // most that gzip or zstd may give
};

// The documents of one input, in its order; never empty. Error codes: kInvalid where
// the bytes are nothing that we read (empty, binary, PDF, not UTF-8), kCorrupt for a
// broken compressed stream, kOverBudget past a limit of the options.
std::vector<Result<Document>> ReadDocuments(std::string_view name, std::string bytes,
                                            const ReadOptions& options);

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_READER_H_
