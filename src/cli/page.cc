#include "cli/page.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"

namespace entente {
namespace {

std::string_view Escape(Ink ink) {
  switch (ink) {
    case Ink::kPlain:
      return "";
    case Ink::kBold:
      return "\x1b[1m";
    case Ink::kDim:
      return "\x1b[2m";
    case Ink::kFriendly:
      return "\x1b[34m";  // blue against orange: told apart by everyone
    case Ink::kHostile:
      return "\x1b[33m";
  }
  return "";
}

bool IsCombining(char32_t value) {
  return (value >= 0x300 && value <= 0x36F) || (value >= 0x200B && value <= 0x200F) ||
         value == 0xFE0F;
}

}  // namespace

unsigned DisplayWidth(std::string_view text) {
  unsigned width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    if (!IsCombining(point.value)) ++width;
    at += point.size;
  }
  return width;
}

PageStyle StyleOfStdout(unsigned width) {
  constexpr unsigned kNarrowest = 40;
  constexpr unsigned kWidest = 100;  // longer lines are hard to read
  PageStyle style;
  style.has_colour = ::isatty(STDOUT_FILENO) != 0 &&
                     std::getenv("NO_COLOR") ==
                         nullptr;  // NOLINT(concurrency-mt-unsafe): no thread yet
  if (width != 0) {
    style.width = std::max(width, kNarrowest);
    return style;
  }
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col != 0) {
    style.width = std::clamp<unsigned>(size.ws_col, kNarrowest, kWidest);
  }
  return style;
}

void Page::Line(unsigned indent, unsigned hanging) {
  if (is_line_open_) out_ += '\n';
  out_.append(indent, ' ');
  column_ = indent;
  hanging_ = hanging;
  is_line_open_ = true;
  needs_blank_ = false;
}

void Page::BlankLine() {
  if (is_line_open_) out_ += '\n';
  out_ += '\n';
  is_line_open_ = false;
}

void Page::Break() {
  out_ += '\n';
  out_.append(hanging_, ' ');
  column_ = hanging_;
  needs_blank_ = false;
}

void Page::Words(std::string_view text, Ink ink) {
  const bool is_inked = style_.has_colour && ink != Ink::kPlain;
  if (is_inked) out_ += Escape(ink);
  for (const std::string_view word : SplitBlank(text)) {
    const unsigned width = DisplayWidth(word);
    if (column_ + width + (needs_blank_ ? 1 : 0) > style_.width && column_ > hanging_)
      Break();
    if (needs_blank_) {
      out_ += ' ';
      ++column_;
    }
    out_ += word;
    column_ += width;
    needs_blank_ = true;
  }
  if (is_inked) out_ += "\x1b[0m";
}

void Page::Verbatim(std::string_view text, Ink ink) {
  const bool is_inked = style_.has_colour && ink != Ink::kPlain;
  if (is_inked) out_ += Escape(ink);
  out_ += text;
  if (is_inked) out_ += "\x1b[0m";
  column_ += DisplayWidth(text);
  needs_blank_ = false;
}

void Page::Column(unsigned column) {
  const unsigned blanks = column > column_ ? column - column_ : 1;
  out_.append(blanks, ' ');
  column_ += blanks;
  needs_blank_ = false;
}

std::string Page::Finish() && {
  if (is_line_open_) out_ += '\n';
  return std::move(out_);
}

}  // namespace entente
