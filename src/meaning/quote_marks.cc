#include "meaning/quote_marks.h"

#include <algorithm>
#include <optional>

#include "base/strings.h"
#include "base/utf8.h"

namespace entente {
namespace {

enum class Mark : std::uint8_t {
  kNone,
  kStraight,
  kOpen,
  kClose,
  kApostrophe,
  kSingleOpen
};

Mark MarkOf(char32_t c) {
  switch (c) {
    case '"':
    case 0xFF02:
      return Mark::kStraight;
    case 0x201C:
    case 0x201E:
    case 0x201F:
    case 0x00AB:
      return Mark::kOpen;
    case 0x201D:
    case 0x00BB:
      return Mark::kClose;
    case '\'':
    case 0x2019:
      return Mark::kApostrophe;
    case 0x2018:
      return Mark::kSingleOpen;
    default:
      return Mark::kNone;
  }
}

bool IsWordByte(char c) {
  return IsAsciiAlpha(c) || IsAsciiDigit(c) ||
         (static_cast<unsigned char>(c) >= 0xC3 &&
          static_cast<unsigned char>(c) != 0xE2);
}

// Ends of paragraphs: block ends and blank lines.
std::vector<std::uint32_t> ParagraphEnds(const Document& document) {
  const std::string_view text = document.text;
  std::vector<std::uint32_t> ends;
  for (const Block& block : document.blocks) ends.push_back(block.span.end);
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    std::size_t next = at + 1;
    while (next < text.size() && text[next] != '\n' && IsAsciiSpace(text[next])) ++next;
    if (next < text.size() && text[next] == '\n') {
      ends.push_back(static_cast<std::uint32_t>(at));
    }
  }
  ends.push_back(static_cast<std::uint32_t>(text.size()));
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  return ends;
}

TextSpan Trimmed(std::string_view text, TextSpan span) {
  while (span.begin < span.end && IsAsciiSpace(text[span.begin])) ++span.begin;
  while (span.end > span.begin && IsAsciiSpace(text[span.end - 1])) --span.end;
  return span;
}

// Reads the marks of one text, paragraph after paragraph.
class MarkReader {
 public:
  explicit MarkReader(std::string_view text) : text_(text) {}

  void ReadParagraph(std::uint32_t begin, std::uint32_t end);
  std::vector<Quotation> Finish() {
    if (open_) Close(open_->end_of_text, /*is_closed=*/false);
    return std::move(found_);
  }

 private:
  struct OpenQuotation {
    std::vector<TextSpan> pieces;
    std::uint32_t begin = 0;        // of the piece being read
    std::uint32_t depth = 1;        // of curly marks inside curly marks
    std::uint32_t end_of_text = 0;  // of the last paragraph read
    bool is_straight = false;
    bool awaits_paragraph = false;
  };

  void ReadMark(Mark mark, std::uint32_t at, std::uint32_t after);
  void ReadStraight(std::uint32_t at, std::uint32_t after);
  void Open(std::uint32_t after, bool is_straight) {
    open_ = OpenQuotation{};
    open_->begin = after;
    open_->is_straight = is_straight;
  }
  void Close(std::uint32_t at, bool is_closed);
  std::optional<std::uint32_t> SingleClose(std::uint32_t after) const;

  char before(std::uint32_t at) const { return at == begin_ ? ' ' : text_[at - 1]; }
  char after(std::uint32_t at) const { return at >= end_ ? ' ' : text_[at]; }
  bool LooksOpening(std::uint32_t at, std::uint32_t next) const {
    const char left = before(at);
    return (IsAsciiSpace(left) || left == '(' || left == '[' || left == '-' ||
            static_cast<unsigned char>(left) == 0x94 || left == ':') &&
           !IsAsciiSpace(after(next));
  }

  std::string_view text_;
  std::uint32_t begin_ = 0, end_ = 0;  // of the paragraph
  std::optional<OpenQuotation> open_;
  std::uint32_t skip_to_ = 0;
  std::vector<Quotation> found_;
};

void MarkReader::Close(std::uint32_t at, bool is_closed) {
  Quotation quotation;
  quotation.pieces = std::move(open_->pieces);
  const TextSpan last = Trimmed(text_, {open_->begin, std::max(open_->begin, at)});
  if (!open_->awaits_paragraph && last.begin < last.end)
    quotation.pieces.push_back(last);
  quotation.is_closed = is_closed;
  open_.reset();
  if (!quotation.pieces.empty()) found_.push_back(std::move(quotation));
}

void MarkReader::ReadStraight(std::uint32_t at, std::uint32_t next) {
  if (!open_) {
    // A mark that ends a word with nothing open is a slip of the writer's.
    const bool is_stray =
        !IsAsciiSpace(before(at)) && before(at) != '(' &&
        (IsAsciiSpace(after(next)) || after(next) == ',' || after(next) == '.');
    if (!is_stray) Open(next, true);
    return;
  }
  if (!open_->is_straight) return;
  // An opening mark inside an open quotation: the one before was never meant or closed.
  if (LooksOpening(at, next) && IsWordByte(after(next)) && IsAsciiSpace(before(at))) {
    Open(next, true);
    return;
  }
  Close(at, true);
}

// The closing mark of a single-quoted stretch that starts at `from`, in this paragraph.
std::optional<std::uint32_t> MarkReader::SingleClose(std::uint32_t from) const {
  std::optional<std::uint32_t> possessive;
  for (std::uint32_t at = from; at < end_;) {
    const CodePoint point = DecodeUtf8(text_, at);
    const std::uint32_t next = at + point.size;
    const Mark mark = MarkOf(point.value);
    if (mark == Mark::kStraight || mark == Mark::kOpen || mark == Mark::kClose) break;
    if (mark == Mark::kApostrophe && at > from && !IsAsciiSpace(before(at)) &&
        !IsWordByte(after(next))) {
      // "workers' rights" is a possessive unless nothing closes later.
      const bool may_be_possessive = before(at) == 's' && IsAsciiSpace(after(next)) &&
                                     next + 1 < end_ && IsAsciiLower(text_[next + 1]);
      if (!may_be_possessive) return at;
      if (!possessive) possessive = at;
    }
    at = next;
  }
  return possessive;
}

void MarkReader::ReadMark(Mark mark, std::uint32_t at, std::uint32_t next) {
  switch (mark) {
    case Mark::kStraight:
      ReadStraight(at, next);
      return;
    case Mark::kOpen:
      if (!open_) {
        Open(next, false);
      } else if (!open_->is_straight) {
        ++open_->depth;
      }
      return;
    case Mark::kClose:
      if (open_ && (open_->is_straight || --open_->depth == 0)) Close(at, true);
      return;
    case Mark::kApostrophe:
    case Mark::kSingleOpen: {
      if (open_ || !LooksOpening(at, next) || !IsWordByte(after(next))) return;
      const auto close = SingleClose(next);
      if (!close) return;
      Open(next, false);
      Close(*close, true);
      found_.back().is_single = true;
      skip_to_ = *close + 1;
      return;
    }
    case Mark::kNone:
      return;
  }
}

void MarkReader::ReadParagraph(std::uint32_t begin, std::uint32_t end) {
  begin_ = begin;
  end_ = end;
  const TextSpan inner = Trimmed(text_, {begin, end});
  if (inner.begin == inner.end) return;
  if (open_ && open_->awaits_paragraph) {
    const CodePoint first = DecodeUtf8(text_, inner.begin);
    const Mark mark = MarkOf(first.value);
    if (mark == Mark::kStraight || mark == Mark::kOpen) {
      open_->begin = inner.begin + first.size;
      open_->depth = 1;
      open_->awaits_paragraph = false;
      skip_to_ = open_->begin;
    } else {
      Close(open_->end_of_text, false);
    }
  }
  for (std::uint32_t at = inner.begin; at < inner.end;) {
    const CodePoint point = DecodeUtf8(text_, at);
    std::uint32_t next = at + point.size;
    const Mark mark = at < skip_to_ ? Mark::kNone : MarkOf(point.value);
    if (mark != Mark::kNone) {
      // A mark typed twice is one mark.
      while (mark == Mark::kStraight && next < inner.end && text_[next] == '"') ++next;
      const bool is_empty = next - at > point.size && IsAsciiSpace(before(at)) &&
                            IsAsciiSpace(after(next));
      if (!is_empty) ReadMark(mark, at, next);
    }
    at = next;
  }
  if (!open_) return;
  open_->pieces.push_back(
      Trimmed(text_, {std::min(open_->begin, inner.end), inner.end}));
  if (open_->pieces.back().begin == open_->pieces.back().end) open_->pieces.pop_back();
  open_->end_of_text = inner.end;
  open_->awaits_paragraph = true;
}

void MarkWords(const TokenTable& tokens, std::string_view text, QuotationTable& table) {
  const auto count = static_cast<std::uint32_t>(tokens.size());
  table.at.assign(count, QuotationTable::kNone);
  table.is_mark.assign(count, 0);
  for (std::uint32_t word = 0; word < count; ++word) {
    const TextSpan span = tokens.span[word];
    if (span.end == span.begin) continue;
    const Mark mark = MarkOf(DecodeUtf8(text, span.begin).value);
    const bool is_double =
        mark == Mark::kStraight || mark == Mark::kOpen || mark == Mark::kClose;
    table.is_mark[word] =
        is_double || (mark != Mark::kNone && span.end - span.begin <= 3 &&
                      !IsWordByte(text[span.end - 1]));
    if (Slice(text, span) == "``" || Slice(text, span) == "''") table.is_mark[word] = 1;
  }
  std::uint32_t word = 0;
  std::vector<Quotation> kept;
  for (Quotation& quotation : table.quotations) {
    const std::uint32_t begin = quotation.pieces.front().begin;
    const std::uint32_t end = quotation.pieces.back().end;
    while (word < count && tokens.span[word].begin < begin) ++word;
    const std::uint32_t first = word;
    while (word < count && tokens.span[word].end <= end) ++word;
    if (word == first) continue;
    quotation.first_word = first;
    quotation.last_word = word - 1;
    std::fill(table.at.begin() + first, table.at.begin() + word,
              static_cast<std::uint32_t>(kept.size()));
    kept.push_back(std::move(quotation));
  }
  table.quotations = std::move(kept);
}

}  // namespace

QuotationTable FindQuotations(const Document& document, const TokenTable& tokens) {
  QuotationTable table;
  MarkReader reader(document.text);
  const std::vector<std::uint32_t> ends = ParagraphEnds(document);
  std::uint32_t begin = 0;
  for (const std::uint32_t end : ends) {
    reader.ReadParagraph(begin, end);
    begin = end;
  }
  table.quotations = reader.Finish();
  std::sort(table.quotations.begin(), table.quotations.end(),
            [](const Quotation& a, const Quotation& b) {
              return a.pieces.front().begin < b.pieces.front().begin;
            });
  MarkWords(tokens, document.text, table);
  table.paragraph.resize(tokens.size());
  std::uint32_t number = 0;
  for (std::size_t word = 0; word < tokens.size(); ++word) {
    while (number + 1 < ends.size() && tokens.span[word].begin >= ends[number])
      ++number;
    table.paragraph[word] = number;
  }
  return table;
}

}  // namespace entente
