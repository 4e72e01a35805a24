#include "document/blocks.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "base/strings.h"
#include "document/article_cues.h"
#include "document/dates.h"

namespace entente {
namespace {

constexpr std::size_t kLongestHeadline = 250;  // bytes
constexpr std::size_t kLongestSummary = 400;   // bytes
// A longer line is a paragraph, not one line of wrapped text.
constexpr std::size_t kLongestWrappedLine = 130;

TextSpan TrimSpan(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && IsAsciiSpace(text[begin])) ++begin;
  while (end > begin && IsAsciiSpace(text[end - 1])) --end;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool IsCueLine(std::string_view line) {
  return IsCredit(line) || IsByline(line) || ReadDateLine(line).has_value();
}

// One run of lines without a blank one between them: paragraphs when the lines are long
// or say what they are, else one wrapped paragraph.
void AddLines(std::string_view text, const std::vector<TextSpan>& lines,
              std::vector<Part>& parts) {
  if (lines.empty()) return;
  bool each = false;
  for (const TextSpan line : lines) {
    const std::string_view slice = Slice(text, line);
    if (slice.size() > kLongestWrappedLine || IsCueLine(slice)) each = true;
  }
  if (each) {
    for (const TextSpan line : lines) parts.push_back({.span = line});
  } else {
    parts.push_back({.span = {lines.front().begin, lines.back().end}});
  }
}

class Namer {
 public:
  Namer(std::vector<Part> parts, Document& document)
      : parts_(std::move(parts)), document_(document) {}

  void Run();

 private:
  std::string_view Text(std::size_t i) const {
    return Slice(document_.text, parts_[i].span);
  }
  bool IsOpen(std::size_t i) const { return i < parts_.size() && !parts_[i].is_known; }
  void Set(std::size_t i, BlockKind kind) {
    parts_[i].kind = kind;
    parts_[i].is_known = true;
  }
  void NameCues();
  void NameHead();
  void NameCaptions();
  void SplitDateline();
  void SplitByline();
  std::size_t FirstBody() const;

  std::vector<Part> parts_;
  Document& document_;
};

// Lines that say themselves what they are.
void Namer::NameCues() {
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const bool is_date_part = parts_[i].is_known && parts_[i].kind == BlockKind::kOther;
    if (!IsOpen(i) && !is_date_part) continue;
    const std::string_view line = Text(i);
    if (const auto dated = ReadDateLine(line)) {
      Set(i, BlockKind::kOther);
      if (!document_.published) document_.published = dated->published;
      if (!document_.updated) document_.updated = dated->updated;
    } else if (is_date_part) {
      continue;
    } else if (IsCredit(line)) {
      Set(i, BlockKind::kCredit);
    } else if (IsByline(line) || (i > 0 && i < 5 && IsOpeningByline(line))) {
      Set(i, BlockKind::kByline);
    } else if (i < 6 && IsPlaceAndDate(line)) {
      Set(i, BlockKind::kDateline);
    }
  }
}

std::size_t Namer::FirstBody() const {
  std::size_t i = 0;
  while (i < parts_.size() && parts_[i].is_known && parts_[i].kind != BlockKind::kBody)
    ++i;
  return i;
}

void Namer::NameHead() {
  const bool has_headline =
      std::any_of(parts_.begin(), parts_.end(),
                  [](const Part& part) { return part.kind == BlockKind::kHeadline; });
  std::size_t headline = FirstBody();
  if (!has_headline) {
    if (headline + 1 >= parts_.size() || headline > 3) return;
    const std::string_view line = Text(headline);
    const bool is_title = !document_.title.empty() && line == document_.title;
    const bool stops = EndsSentence(line) && !line.ends_with('?') &&
                       !line.ends_with('!') && !line.ends_with("\u2019") &&
                       !line.ends_with('\'');
    if (!is_title &&
        (line.size() > kLongestHeadline || stops || DatelineSize(line) > 0)) {
      return;
    }
    Set(headline, BlockKind::kHeadline);
  } else {
    headline = 0;
    while (parts_[headline].kind != BlockKind::kHeadline) ++headline;
  }
  const std::size_t next = headline + 1;
  if (!IsOpen(next) || next + 1 >= parts_.size()) return;
  const std::string_view line = Text(next);
  const bool cue_follows =
      parts_[next + 1].is_known && (parts_[next + 1].kind == BlockKind::kByline ||
                                    parts_[next + 1].kind == BlockKind::kOther ||
                                    parts_[next + 1].kind == BlockKind::kDateline);
  if (line.size() <= kLongestSummary && CountWords(line) >= 6 &&
      DatelineSize(line) == 0 && (!EndsSentence(line) || cue_follows)) {
    Set(next, BlockKind::kSummary);
  }
}

// The description of a picture follows its credit; another is a bare noun phrase.
void Namer::NameCaptions() {
  for (std::size_t i = 1; i + 1 < parts_.size(); ++i) {
    if (!IsOpen(i)) continue;
    const std::string_view line = Text(i);
    const bool after_credit = parts_[i - 1].kind == BlockKind::kCredit;
    const bool cue_follows =
        parts_[i + 1].is_known && parts_[i + 1].kind != BlockKind::kBody;
    const bool described = after_credit && line.size() <= kLongestSummary &&
                           (!EndsSentence(line) || cue_follows) &&
                           CountWords(line) >= 4;
    const bool in_prose = EndsSentence(Text(i - 1)) && EndsSentence(Text(i + 1));
    if (described || (in_prose && IsBareCaption(line))) Set(i, BlockKind::kCaption);
  }
}

void Namer::SplitDateline() {
  const std::size_t first = FirstBody();
  if (first == parts_.size()) return;
  const std::size_t size = DatelineSize(Text(first));
  if (size == 0) return;
  const TextSpan whole = parts_[first].span;
  const auto middle = static_cast<std::uint32_t>(whole.begin + size);
  parts_[first].span = TrimSpan(document_.text, middle, whole.end);
  const Part dateline{.span = TrimSpan(document_.text, whole.begin, middle),
                      .is_known = true,
                      .kind = BlockKind::kDateline};
  parts_.insert(parts_.begin() + static_cast<std::ptrdiff_t>(first), dateline);
}

void Namer::SplitByline() {
  std::size_t last = parts_.size();
  while (last > 0 && parts_[last - 1].kind != BlockKind::kBody) --last;
  if (last == 0) return;
  Part& part = parts_[last - 1];
  const std::string_view text = Slice(document_.text, part.span);
  const std::size_t begin = GluedBylineBegin(text);
  if (begin == text.size() || begin == 0) return;
  const auto middle = static_cast<std::uint32_t>(part.span.begin + begin);
  const Part byline{
      .span = {middle, part.span.end}, .is_known = true, .kind = BlockKind::kByline};
  part.span = TrimSpan(document_.text, part.span.begin, middle);
  parts_.insert(parts_.begin() + static_cast<std::ptrdiff_t>(last), byline);
}

void Namer::Run() {
  NameCues();
  NameHead();
  SplitByline();
  NameCaptions();
  SplitDateline();
  for (const Part& part : parts_) {
    if (part.kind == BlockKind::kHeadline && document_.title.empty()) {
      document_.title = std::string(Slice(document_.text, part.span));
    }
    if (part.kind == BlockKind::kDateline && !document_.published) {
      const auto dated = FindDate(Slice(document_.text, part.span));
      if (dated) document_.published = dated->date;
    }
    document_.blocks.push_back({part.kind, part.span});
  }
}

}  // namespace

std::vector<Part> SplitParagraphs(std::string_view text) {
  std::vector<Part> parts;
  std::vector<TextSpan> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) end = text.size();
    const TextSpan line = TrimSpan(text, begin, end);
    if (line.begin == line.end) {
      AddLines(text, lines, parts);
      lines.clear();
    } else {
      lines.push_back(line);
    }
    begin = end + 1;
  }
  AddLines(text, lines, parts);
  return parts;
}

void NameBlocks(std::vector<Part> parts, Document& document) {
  document.blocks.clear();
  Namer(std::move(parts), document).Run();
}

}  // namespace entente
