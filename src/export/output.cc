#include "export/output.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/check.h"
#include "base/strings.h"

namespace entente {

Result<Output> Output::Open(const std::string& path) {
  if (path.empty() || path == "-") return Output("", stdout);
  std::FILE* file = std::fopen((path + ".part").c_str(), "wb");
  if (file == nullptr) {
    return Error{ErrorCode::kUnavailable,
                 StrCat(path, ": cannot be made: ", std::strerror(errno))};
  }
  return Output(path, file);
}

Output::Output(Output&& other) noexcept
    : path_(std::move(other.path_)),
      file_(std::exchange(other.file_, nullptr)),
      is_failed_(other.is_failed_) {}

Output::~Output() {
  if (file_ == nullptr || file_ == stdout) return;
  std::fclose(file_);
  std::remove((path_ + ".part").c_str());
}

void Output::Write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) {
    is_failed_ = true;
  }
}

Status Output::Finish() {
  std::FILE* file = std::exchange(file_, nullptr);
  if (file == stdout) {
    if (std::fflush(file) != 0 || is_failed_) {
      return Error{ErrorCode::kUnavailable, "standard output: could not be written"};
    }
    return std::monostate{};
  }
  const std::string part = path_ + ".part";
  if (std::fclose(file) != 0 || is_failed_) {
    std::remove(part.c_str());
    return Error{ErrorCode::kUnavailable,
                 StrCat(path_, ": could not be written; is the disk full?")};
  }
  if (std::rename(part.c_str(), path_.c_str()) != 0) {
    return Error{ErrorCode::kUnavailable, StrCat(path_, ": ", std::strerror(errno))};
  }
  return std::monostate{};
}

Status WriteWhole(const std::string& path, std::string_view bytes) {
  TRY(Output out, Output::Open(path));
  out.Write(bytes);
  return out.Finish();
}

}  // namespace entente
