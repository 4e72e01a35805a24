#include "document/text_pieces.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/check.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace entente {
namespace {

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

void TextPieces::Close::operator()(std::FILE* file) const {
  if (file != stdin) std::fclose(file);
}

Result<TextPieces> TextPieces::Open(const std::string& path, std::size_t piece_bytes) {
  if (path == "-") return TextPieces("standard input", stdin, piece_bytes);
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) {
    return Error{ErrorCode::kNotFound, StrCat(path, ": ", std::strerror(errno))};
  }
  TextPieces pieces(path, file, piece_bytes);
  struct stat status {};
  if (fstat(fileno(file), &status) == 0 && S_ISDIR(status.st_mode)) {
    return Error{ErrorCode::kInvalid, StrCat(path, ": is a directory")};
  }
  return pieces;
}

Status TextPieces::Fill() {
  while (!is_at_end_ && ahead_.size() < piece_bytes_) {
    const std::size_t old = ahead_.size();
    ahead_.resize(piece_bytes_);
    const std::size_t got =
        std::fread(ahead_.data() + old, 1, piece_bytes_ - old, file_.get());
    ahead_.resize(old + got);
    if (got > 0) continue;
    if (std::ferror(file_.get()) != 0) {
      return Error{ErrorCode::kUnavailable, StrCat(name_, ": cannot be read further")};
    }
    is_at_end_ = true;
  }
  return std::monostate{};
}

// Paragraphs are better ends than lines, lines than blanks; but not for a tiny piece.
std::size_t TextPieces::CutOf() const {
  if (is_at_end_) return ahead_.size();
  const std::size_t least = piece_bytes_ / 2;
  for (const std::string_view end : {"\n\n", "\n", " "}) {
    const std::size_t at = ahead_.rfind(end);
    if (at != std::string::npos && at >= least) return at + end.size();
  }
  std::size_t cut = ahead_.size();
  for (int i = 0; i < 3 && cut > 1 && IsContinuation(ahead_[cut - 1]); ++i) --cut;
  // The letter's first byte goes with the rest of it, which may not be here yet.
  return cut > 1 ? cut - 1 : ahead_.size();
}

Result<std::string> TextPieces::Next() {
  const Status filled = Fill();
  if (!filled) return filled.error();
  const std::size_t cut = CutOf();
  std::string piece = ahead_.substr(0, cut);
  ahead_.erase(0, cut);
  if (const std::size_t bad = FirstInvalidUtf8(piece); bad != piece.size()) {
    return Error{ErrorCode::kInvalid, StrCat(name_, ": byte ", handed_out_ + bad,
                                             " is not UTF-8; convert it with iconv")};
  }
  handed_out_ += piece.size();
  return piece;
}

}  // namespace entente
