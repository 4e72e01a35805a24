// Reader: bytes of any kind that we read -> documents.
//
//   DocumentStream stream = DocumentStream::Open("news.jsonl.gz", {});
//   while (std::optional<Result<Document>> read = stream.Next()) { ... }
//
// The kind is told by the content, never by the name: plain text, HTML, JSON lines, CSV
// and TSV tables with a header, RSS and Atom feeds, WARC archives, each of them perhaps
// gzipped or compressed by zstd. An input that cannot be read is one Error that names
// it; in JSON lines, tables, feeds and archives each bad entry is an Error of its own
// ("news.jsonl:7: ...") and the others are read.
//
// Memory holds one document of JSON lines, tables and archives, the whole of a feed.
#ifndef ENTENTE_DOCUMENT_READER_H_
#define ENTENTE_DOCUMENT_READER_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/byte_source.h"
#include "document/csv.h"
#include "document/document.h"
#include "document/document_source.h"

namespace entente {

struct ReadOptions {
  std::optional<CivilDate> date =
      {};                   // of documents that do not say when they appeared
  std::string source = {};  // of documents that do not say who published them
  std::size_t document_bytes = std::size_t{8} << 20;  // longest text or page
  std::size_t feed_bytes = std::size_t{64} << 20;     // longest feed
  ColumnMap columns = {};  // of tables, where their names are not the usual ones
};

class DocumentStream {
 public:
  // "-" is standard input. What is wrong with the file is what Next gives.
  static DocumentStream Open(const std::string& path, const ReadOptions& options);
  // `name` is for messages.
  static DocumentStream Over(std::string_view name, std::string bytes,
                             const ReadOptions& options);

  // The next document, or why there is none in its place; nothing at the end. An input
  // gives at least one or the other. Error codes: kNotFound for a file that is not
  // there or may not be read, kInvalid where the bytes are nothing that we read (empty,
  // binary, PDF, not UTF-8), kCorrupt for a broken compressed stream or record,
  // kOverBudget past a limit of the options.
  std::optional<Result<Document>> Next();

  // Of the input, packed as it is; how far it is read.
  std::uint64_t bytes_read() const { return *bytes_read_; }

 private:
  DocumentStream(std::string name, Result<std::unique_ptr<ByteSource>> bytes,
                 const ReadOptions& options);

  Result<Document> Finish(NamedDocument read) const;

  std::string name_;
  Result<std::unique_ptr<ByteSource>> bytes_;  // until the first Next
  std::shared_ptr<std::uint64_t> bytes_read_ = std::make_shared<std::uint64_t>(0);
  ReadOptions options_;
  std::unique_ptr<DocumentSource> source_;
  bool has_given_ = false;  // a document or an error
};

// All that DocumentStream::Over gives; never empty.
std::vector<Result<Document>> ReadDocuments(std::string_view name, std::string bytes,
                                            const ReadOptions& options);

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_READER_H_
