#include "base/files.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "base/check.h"
#include "base/strings.h"

namespace entente {
namespace {

// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (value_ > STDERR_FILENO) ::close(value_);
  }
  int get() const { return value_; }

 private:
  int value_;
};

std::string Reason(int error_number) {
  return std::generic_category().message(error_number);
}

Error Failure(const std::string& path, int error_number) {
  const bool absent =
      error_number == ENOENT || error_number == EACCES || error_number == ENOTDIR;
  return {absent ? ErrorCode::kNotFound : ErrorCode::kUnavailable,
          StrCat(path, ": ", Reason(error_number))};
}

Status WriteAll(int descriptor, const std::string& path, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return Failure(path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return std::monostate{};
}

}  // namespace

Result<std::string> ReadFile(const std::string& path, std::size_t limit_bytes) {
  const bool is_stdin = path == "-";
  const Descriptor file(is_stdin ? STDIN_FILENO
                                 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return Failure(path, errno);
  struct stat facts {};
  if (::fstat(file.get(), &facts) != 0) return Failure(path, errno);
  if (S_ISDIR(facts.st_mode)) {
    return Error{ErrorCode::kInvalid,
                 StrCat(path, ": is a directory; name the files in it")};
  }
  std::string bytes;
  if (S_ISREG(facts.st_mode)) bytes.reserve(static_cast<std::size_t>(facts.st_size));
  std::string buffer(1 << 16, '\0');
  while (true) {
    const ssize_t got = ::read(file.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Failure(path, errno);
    if (got == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
    if (bytes.size() > limit_bytes) {
      return Error{ErrorCode::kOverBudget,
                   StrCat(path, ": larger than the limit of ", limit_bytes, " bytes")};
    }
  }
}

Status WriteFileAtomically(const std::string& path, std::string_view bytes) {
  const std::string beside = StrCat(path, ".part");
  {
    const Descriptor file(
        ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (file.get() < 0) return Failure(beside, errno);
    if (Status written = WriteAll(file.get(), beside, bytes); !written) {
      ::unlink(beside.c_str());
      return written;
    }
    if (::fsync(file.get()) != 0) return Failure(beside, errno);
  }
  if (std::rename(beside.c_str(), path.c_str()) != 0) return Failure(path, errno);
  return std::monostate{};
}

Result<MappedFile> MappedFile::Open(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return Failure(path, errno);
  struct stat facts {};
  if (::fstat(file.get(), &facts) != 0) return Failure(path, errno);
  const auto size = static_cast<std::size_t>(facts.st_size);
  if (size == 0) return MappedFile(nullptr, 0);
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.get(), 0);
  if (data == MAP_FAILED) return Failure(path, errno);
  return MappedFile(static_cast<const char*>(data), size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

}  // namespace entente
