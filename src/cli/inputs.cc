#include "cli/inputs.h"

#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/strings.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> FilesBelow(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code error;
  const auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator at(folder, options, error), end;
       !error && at != end; at.increment(error)) {
    const bool is_hidden = at->path().filename().string().starts_with('.');
    std::error_code ignored;  // gone since: no file any more
    if (at->is_directory(ignored)) {
      if (is_hidden) at.disable_recursion_pending();
    } else if (!is_hidden && at->is_regular_file(ignored)) {
      files.push_back(at->path().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::string> FilesLike(const std::string& pattern) {
  glob_t found = {};
  std::vector<std::string> files;
  if (::glob(pattern.c_str(), 0, nullptr, &found) == 0) {
    files.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  }
  ::globfree(&found);
  return files;
}

}  // namespace

std::vector<std::string> ExpandPath(const std::string& path) {
  std::error_code error;
  if (path == "-") return {path};
  if (fs::is_directory(path, error)) return FilesBelow(path);
  if (fs::exists(path, error) || path.find_first_of("*?[") == std::string::npos) {
    return {path};
  }
  std::vector<std::string> files = FilesLike(path);
  if (files.empty()) files.push_back(path);  // whose absence is told
  return files;
}

Inputs::Inputs(const std::vector<std::string>& files, ReadOptions options)
    : options_(std::move(options)) {
  bool is_known = true;
  for (const std::string& path :
       files.empty() ? std::vector<std::string>{"-"} : files) {
    for (std::string& file : ExpandPath(path)) {
      std::error_code error;
      const std::uintmax_t size = fs::file_size(file, error);
      is_known = is_known && file != "-" && !error;
      if (!error) total_bytes_ += size;
      files_.push_back(std::move(file));
    }
  }
  if (!is_known) total_bytes_ = 0;
}

std::optional<Result<Document>> Inputs::Next() {
  while (true) {
    if (open_) {
      if (std::optional<Result<Document>> read = open_->Next()) return read;
      bytes_before_ += open_->bytes_read();
      open_.reset();
    }
    if (next_file_ == files_.size()) return std::nullopt;
    open_ = DocumentStream::Open(files_[next_file_++], options_);
  }
}

std::uint64_t Inputs::bytes_read() const {
  return bytes_before_ + (open_ ? open_->bytes_read() : 0);
}

}  // namespace entente
