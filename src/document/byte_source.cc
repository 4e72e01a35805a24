#include "document/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "base/check.h"
#include "base/strings.h"

namespace entente {
namespace {

constexpr std::size_t kChunk = 1 << 16;

class MemoryBytes : public ByteSource {
 public:
  explicit MemoryBytes(std::string bytes) : bytes_(std::move(bytes)) {}
  Result<std::size_t> Read(char* into, std::size_t size) override {
    const std::size_t taken = std::min(size, bytes_.size() - at_);
    std::memcpy(into, bytes_.data() + at_, taken);
    at_ += taken;
    return taken;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

std::string Reason(int error_number) {
  return std::generic_category().message(error_number);
}

class FileBytes : public ByteSource {
 public:
  explicit FileBytes(int descriptor) : descriptor_(descriptor) {}
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;
  ~FileBytes() override {
    if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
  }
  Result<std::size_t> Read(char* into, std::size_t size) override {
    if (has_failed_) return std::size_t{0};
    while (true) {
      const ssize_t got = ::read(descriptor_, into, size);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno == EINTR) continue;
      has_failed_ = true;
      return Error{ErrorCode::kUnavailable,
                   StrCat("cannot be read further: ", Reason(errno))};
    }
  }

 private:
  int descriptor_;
  bool has_failed_ = false;
};

class CountedBytes : public ByteSource {
 public:
  CountedBytes(std::unique_ptr<ByteSource> source, std::shared_ptr<std::uint64_t> count)
      : source_(std::move(source)), count_(std::move(count)) {}
  Result<std::size_t> Read(char* into, std::size_t size) override {
    TRY(const std::size_t got, source_->Read(into, size));
    *count_ += got;
    return got;
  }

 private:
  std::unique_ptr<ByteSource> source_;
  std::shared_ptr<std::uint64_t> count_;
};

}  // namespace

std::unique_ptr<ByteSource> BytesOf(std::string bytes) {
  return std::make_unique<MemoryBytes>(std::move(bytes));
}

Result<std::unique_ptr<ByteSource>> OpenBytes(const std::string& path) {
  if (path == "-") {
    return std::unique_ptr<ByteSource>(std::make_unique<FileBytes>(STDIN_FILENO));
  }
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return Error{ErrorCode::kNotFound, Reason(errno)};
  auto file = std::make_unique<FileBytes>(descriptor);
  struct stat facts {};
  if (::fstat(descriptor, &facts) == 0 && S_ISDIR(facts.st_mode)) {
    return Error{ErrorCode::kInvalid, "is a directory; name the files in it"};
  }
  return std::unique_ptr<ByteSource>(std::move(file));
}

std::unique_ptr<ByteSource> Counted(std::unique_ptr<ByteSource> source,
                                    std::shared_ptr<std::uint64_t> count) {
  return std::make_unique<CountedBytes>(std::move(source), std::move(count));
}

Result<bool> ByteWindow::Fill() {
  if (at_ > 0 && at_ >= ahead_.size() / 2) {
    ahead_.erase(0, at_);
    at_ = 0;
  }
  const std::size_t old = ahead_.size();
  ahead_.resize(old + kChunk);
  const Result<std::size_t> got = source_->Read(ahead_.data() + old, kChunk);
  ahead_.resize(old + (got ? *got : 0));
  if (!got) return got.error();
  return *got > 0;
}

Result<std::string_view> ByteWindow::Peek(std::size_t size) {
  while (ahead_.size() - at_ < size) {
    TRY(const bool more, Fill());
    if (!more) break;
  }
  return ahead();
}

Result<bool> ByteWindow::ReadLine(std::string& line, std::size_t limit_bytes) {
  line.clear();
  std::size_t searched = 0;
  bool is_too_long = false;
  while (true) {
    const std::size_t end = ahead().find('\n', searched);
    if (end != std::string_view::npos) {
      is_too_long = is_too_long || end > limit_bytes;
      if (!is_too_long) line = ahead().substr(0, end);
      at_ += end + 1;
      break;
    }
    searched = ahead().size();
    if (searched > limit_bytes) {  // the rest of it is not kept
      is_too_long = true;
      at_ = ahead_.size();
      searched = 0;
    }
    TRY(const bool more, Fill());
    if (more) continue;
    if (!is_too_long && ahead().empty()) return false;
    line = ahead();
    at_ = ahead_.size();
    break;
  }
  if (!is_too_long) return true;
  line.clear();
  return Error{ErrorCode::kOverBudget,
               StrCat("a line of more than ", limit_bytes, " bytes")};
}

Result<bool> ByteWindow::ReadBlock(std::string& out, std::uint64_t size) {
  while (size > 0) {
    if (ahead().empty()) {
      TRY(const bool more, Fill());
      if (!more) return false;
    }
    const std::size_t taken =
        static_cast<std::size_t>(std::min<std::uint64_t>(size, ahead().size()));
    out += ahead().substr(0, taken);
    at_ += taken;
    size -= taken;
  }
  return true;
}

Result<bool> ByteWindow::SkipBlock(std::uint64_t size) {
  while (size > 0) {
    if (ahead().empty()) {
      TRY(const bool more, Fill());
      if (!more) return false;
    }
    const auto taken = std::min<std::uint64_t>(size, ahead().size());
    at_ += static_cast<std::size_t>(taken);
    size -= taken;
  }
  return true;
}

Result<std::string> ByteWindow::ReadAll(std::size_t limit_bytes) {
  while (ahead().size() <= limit_bytes) {
    TRY(const bool more, Fill());
    if (more) continue;
    std::string all = std::move(ahead_);
    all.erase(0, at_);
    ahead_.clear();
    at_ = 0;
    return all;
  }
  return Error{ErrorCode::kOverBudget,
               StrCat("is larger than the limit of ", limit_bytes, " bytes")};
}

void ByteWindow::PutBack(std::string_view bytes) {
  ahead_.erase(0, at_);
  at_ = 0;
  ahead_.insert(0, bytes);
}

}  // namespace entente
