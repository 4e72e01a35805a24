// Files: whole files in and out, and read-only memory maps.
#ifndef ENTENTE_BASE_FILES_H_
#define ENTENTE_BASE_FILES_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace entente {

// The bytes of a file; "-" is standard input.
// Returns kNotFound when it does not exist or may not be read, kInvalid when it is a
// directory, kOverBudget when it holds more than `limit_bytes`, kUnavailable on a read
// error.
Result<std::string> ReadFile(const std::string& path,
                             std::size_t limit_bytes = std::size_t{1} << 31);

// Writes beside the file, syncs, renames: readers see the old bytes or the new, never
// half. Returns kUnavailable, naming the path and the system's reason.
Status WriteFileAtomically(const std::string& path, std::string_view bytes);

// A file mapped read-only into memory for as long as this object lives.
class MappedFile {
 public:
  // Returns kNotFound or kUnavailable as ReadFile does.
  static Result<MappedFile> Open(const std::string& path);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  std::string_view bytes() const { return {data_, size_}; }

 private:
  MappedFile(const char* data, std::size_t size) : data_(data), size_(size) {}

  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace entente

#endif  // ENTENTE_BASE_FILES_H_
