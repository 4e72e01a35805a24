// TextPieces: a plain text of any length, a piece at a time, for work that streams.
//
//   TRY(TextPieces pieces, TextPieces::Open("news.txt"));
//   while (true) {
//     TRY(const std::string piece, pieces.Next());
//     if (piece.empty()) break;
//   }
//
// Pieces end between paragraphs where there is a blank line, else at a line's end, else
// at a blank; they are the file's bytes and nothing is lost between them. Memory holds
// one piece.
#ifndef ENTENTE_DOCUMENT_TEXT_PIECES_H_
#define ENTENTE_DOCUMENT_TEXT_PIECES_H_

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

#include "base/result.h"

namespace entente {

class TextPieces {
 public:
  // "-" is standard input. Returns kNotFound or kInvalid as ReadFile does.
  static Result<TextPieces> Open(const std::string& path,
                                 std::size_t piece_bytes = std::size_t{256} << 10);

  // The next piece of at most `piece_bytes`, valid UTF-8; empty at the end. Returns
  // kInvalid, naming the file and the byte, for what is not UTF-8, kUnavailable on a
  // read error.
  Result<std::string> Next();

 private:
  struct Close {
    void operator()(std::FILE* file) const;
  };

  TextPieces(std::string name, std::FILE* file, std::size_t piece_bytes)
      : name_(std::move(name)), file_(file), piece_bytes_(piece_bytes) {}

  Status Fill();
  std::size_t CutOf() const;

  std::string name_;
  std::unique_ptr<std::FILE, Close> file_;
  std::size_t piece_bytes_;
  std::string ahead_;  // read and not yet handed out
  bool is_at_end_ = false;
  std::uint64_t handed_out_ = 0;  // bytes
};

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_TEXT_PIECES_H_
