// Page: text for a terminal - wrapped, indented, coloured only where a terminal shows
// it.
#ifndef ENTENTE_CLI_PAGE_H_
#define ENTENTE_CLI_PAGE_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

struct PageStyle {
  unsigned width = 80;
  bool has_colour = false;
};

enum class Ink : std::uint8_t { kPlain, kBold, kDim, kFriendly, kHostile };

class Page {
 public:
  explicit Page(PageStyle style) : style_(style) {}

  // Begins a new line at column `indent`; later lines of the paragraph hang at
  // `hanging`.
  void Line(unsigned indent, unsigned hanging);
  void Line(unsigned indent) { Line(indent, indent); }
  void BlankLine();

  // Adds words, breaking the line between them where it would grow past the width.
  // White space inside `text`, newlines too, is one blank.
  void Words(std::string_view text, Ink ink = Ink::kPlain);

  // Adds `text` as it stands, blanks too, without a blank after it.
  void Verbatim(std::string_view text, Ink ink = Ink::kPlain);

  // Pads the current line with blanks up to `column` (at least one blank).
  void Column(unsigned column);

  // All lines, the last one ended.
  std::string Finish() &&;

 private:
  void Break();

  PageStyle style_;
  std::string out_;
  unsigned column_ = 0;
  unsigned hanging_ = 0;
  bool is_line_open_ = false;
  bool needs_blank_ = false;
};

// Columns that a text takes in a terminal: one a code point, none for combining marks.
unsigned DisplayWidth(std::string_view text);

// The style for what stdout is now: its columns, and colour only on a terminal and
// where NO_COLOR is unset. `width` 0 means the terminal's.
PageStyle StyleOfStdout(unsigned width);

}  // namespace entente

#endif  // ENTENTE_CLI_PAGE_H_
