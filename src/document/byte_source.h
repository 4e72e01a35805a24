// ByteSource: bytes that come one after another, from a file, from memory, unpacked.
//
// ByteWindow reads ahead of one: lines, blocks of a known size, a look at what comes.
// Memory holds what is asked for and one chunk.
#ifndef ENTENTE_DOCUMENT_BYTE_SOURCE_H_
#define ENTENTE_DOCUMENT_BYTE_SOURCE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace entente {

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // At most `size` bytes into `into`; 0 is the end. After an error it may be asked
  // again: what can still be read comes, then the end.
  virtual Result<std::size_t> Read(char* into, std::size_t size) = 0;
};

std::unique_ptr<ByteSource> BytesOf(std::string bytes);

// "-" is standard input. Returns kNotFound when it does not exist or may not be read,
// kInvalid when it is a directory; messages do not name the file.
Result<std::unique_ptr<ByteSource>> OpenBytes(const std::string& path);

// `source`, with the bytes that were read added to `count`.
std::unique_ptr<ByteSource> Counted(std::unique_ptr<ByteSource> source,
                                    std::shared_ptr<std::uint64_t> count);

class ByteWindow {
 public:
  explicit ByteWindow(std::unique_ptr<ByteSource> source)
      : source_(std::move(source)) {}

  // What comes next, `size` bytes or more; fewer at the end. Valid until the next call.
  Result<std::string_view> Peek(std::size_t size);
  // REQUIRES: that many bytes were seen by Peek.
  void Skip(std::size_t size) { at_ += size; }
  // The next line without its "\n"; false at the end. A line longer than `limit_bytes`
  // is passed over and gives kOverBudget.
  Result<bool> ReadLine(std::string& line, std::size_t limit_bytes);
  // The next `size` bytes added to `out`; false where the input ends before them.
  Result<bool> ReadBlock(std::string& out, std::uint64_t size);
  // Passes over them; false where the input ends before.
  Result<bool> SkipBlock(std::uint64_t size);
  // All that is left. Returns kOverBudget where it is more than `limit_bytes`.
  Result<std::string> ReadAll(std::size_t limit_bytes);
  // These bytes come next.
  void PutBack(std::string_view bytes);

 private:
  // False at the end.
  Result<bool> Fill();
  std::string_view ahead() const { return std::string_view(ahead_).substr(at_); }

  std::unique_ptr<ByteSource> source_;
  std::string ahead_;
  std::size_t at_ = 0;  // what lies before was handed out
};

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_BYTE_SOURCE_H_
