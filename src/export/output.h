// Output: a file that an export grows in, or standard output. Nothing stands under the
// file's name before it is whole.
#ifndef ENTENTE_EXPORT_OUTPUT_H_
#define ENTENTE_EXPORT_OUTPUT_H_

#include <cstdio>
#include <string>
#include <string_view>

#include "base/result.h"

namespace entente {

class Output {
 public:
  // "" or "-": standard output. Returns kUnavailable where the file cannot be made.
  static Result<Output> Open(const std::string& path);
  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();  // what was not finished is taken away

  // An error of writing is told by Finish.
  void Write(std::string_view bytes);
  // Returns kUnavailable where the disk was full or the reader gone.
  Status Finish();

 private:
  Output(std::string path, std::FILE* file) : path_(std::move(path)), file_(file) {}

  std::string path_;  // empty: standard output
  std::FILE* file_;
  bool is_failed_ = false;
};

// A file of these bytes.
Status WriteWhole(const std::string& path, std::string_view bytes);

}  // namespace entente

#endif  // ENTENTE_EXPORT_OUTPUT_H_
