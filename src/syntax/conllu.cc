#include "syntax/conllu.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <unordered_map>

#include "base/check.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "syntax/features.h"

namespace entente {
namespace {

using Cells = std::array<std::string_view, 10>;

bool ParseNumber(std::string_view text, std::uint32_t& number) {
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && !text.empty();
}

std::optional<std::string_view> MiscValue(std::string_view misc, std::string_view key) {
  for (const std::string_view item : Split(misc, '|')) {
    if (item.size() > key.size() && item.substr(0, key.size()) == key &&
        item[key.size()] == '=') {
      return item.substr(key.size() + 1);
    }
  }
  return std::nullopt;
}

std::uint8_t WordFlags(std::string_view form, bool space_before, bool continues) {
  std::uint8_t flags = space_before ? kSpaceBefore : std::uint8_t{0};
  if (continues) flags |= kContinuesWord;
  std::string lower(form);
  LowerInPlace(lower.data(), lower.data() + lower.size());
  int letters = 0;
  bool all_upper = true;
  for (std::size_t at = 0; at < form.size();) {
    const CodePoint point = DecodeUtf8(form, at);
    const bool upper =
        form.substr(at, point.size) != std::string_view(lower).substr(at, point.size);
    const bool letter = upper || IsAsciiAlpha(form[at]) || point.value >= 0xC0;
    if (at == 0 && upper) flags |= kFirstUpper;
    letters += letter ? 1 : 0;
    all_upper = all_upper && (upper || !letter);
    at += point.size;
  }
  if (letters >= 2 && all_upper) flags |= kAllUpper;
  return flags;
}

// Reads line by line; the members are the state between two lines.
class Reader {
 public:
  Reader(const std::string& name, std::string_view bytes)
      : name_(name), bytes_(bytes) {}

  Result<ConlluDocument> Read();

 private:
  Error Complain(std::string_view reason, ErrorCode code = ErrorCode::kInvalid) const {
    return {code, StrCat(name_, ":", line_, ": ", reason)};
  }
  Status ReadLine(std::string_view line);
  void ReadComment(std::string_view line);
  Status ReadRange(const Cells& cells);
  Status ReadWord(const Cells& cells);
  void PlaceWord(std::string_view form, std::string_view misc);
  Status ReadTags(const Cells& cells);
  Status CloseSentence();
  std::string_view Keep(std::string_view value);

  const std::string& name_;
  std::string_view bytes_;
  ConlluDocument out_;
  std::unordered_map<std::string_view, std::string_view> kept_;
  std::size_t line_ = 0;
  std::uint32_t first_ = 0;  // first word of the sentence being read
  std::uint32_t id_ = 0;     // of the last word
  bool open_ = false;
  bool space_ = true;            // white space precedes the next word
  std::uint32_t range_end_ = 0;  // last id under the range line, 0: none
  bool range_space_ = true;      // white space follows the range's token
  TextSpan range_span_;
  std::uint32_t range_at_ = 0;  // where the next part of the range's token begins
  std::string sentence_id_, document_;
  bool complete_ = true;
};

std::string_view Reader::Keep(std::string_view value) {
  if (value == "_" || value.empty()) return {};
  const auto found = kept_.find(value);
  if (found != kept_.end()) return found->second;
  const std::string_view view = out_.strings.emplace_back(value);
  kept_.emplace(view, view);
  return view;
}

void Reader::ReadComment(std::string_view line) {
  const auto value_of = [&](std::string_view key) -> std::optional<std::string_view> {
    const std::string_view rest = Trim(line.substr(1));
    if (rest.substr(0, key.size()) != key) return std::nullopt;
    const std::size_t equals = rest.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    if (Trim(rest.substr(0, equals)) != key) return std::nullopt;
    return Trim(rest.substr(equals + 1));
  };
  if (const auto id = value_of("sent_id")) sentence_id_ = *id;
  if (const auto id = value_of("newdoc id")) document_ = *id;
}

Status Reader::ReadRange(const Cells& cells) {
  const std::size_t dash = cells[0].find('-');
  std::uint32_t first = 0;
  if (!ParseNumber(cells[0].substr(0, dash), first) ||
      !ParseNumber(cells[0].substr(dash + 1), range_end_)) {
    return Complain(StrCat("bad range \"", cells[0], "\""));
  }
  if (first != id_ + 1 || range_end_ < first ||
      range_end_ - first > kConlluSentenceWords) {
    return Complain(StrCat("range ", cells[0], " does not begin at the next word"));
  }
  if (cells[1].empty() || cells[1].size() > kConlluFormBytes) {
    return Complain("empty or over-long form");
  }
  if (space_ && !out_.text.empty() && out_.text.back() != '\n') out_.text += ' ';
  range_span_.begin = static_cast<std::uint32_t>(out_.text.size());
  out_.text += cells[1];
  range_span_.end = static_cast<std::uint32_t>(out_.text.size());
  range_at_ = range_span_.begin;
  range_space_ = MiscValue(cells[9], "SpaceAfter") != "No";
  return std::monostate();
}

void Reader::PlaceWord(std::string_view form, std::string_view misc) {
  TokenTable& tokens = out_.tokens;
  if (id_ <= range_end_) {
    const std::string_view rest = Slice(out_.text, {range_at_, range_span_.end});
    const bool first = range_at_ == range_span_.begin;
    TextSpan span = range_span_;
    if (rest.substr(0, form.size()) == form) {
      span = {range_at_, range_at_ + static_cast<std::uint32_t>(form.size())};
      range_at_ = span.end;
    }
    tokens.span.push_back(span);
    tokens.flags.push_back(WordFlags(form, first && space_, !first));
    if (id_ == range_end_) {
      space_ = range_space_;
      range_end_ = 0;
    }
    return;
  }
  if (space_ && !out_.text.empty() && out_.text.back() != '\n') out_.text += ' ';
  const auto begin = static_cast<std::uint32_t>(out_.text.size());
  out_.text += form;
  tokens.span.push_back({begin, static_cast<std::uint32_t>(out_.text.size())});
  tokens.flags.push_back(WordFlags(form, space_, false));
  space_ = MiscValue(misc, "SpaceAfter") != "No";
}

Status Reader::ReadTags(const Cells& cells) {
  SyntaxTable& syntax = out_.syntax;
  const auto upos = UposOf(cells[3]);
  const auto xpos = XposOf(cells[4]);
  const auto relation = RelationOf(cells[7]);
  if (!upos && cells[3] != "_") return Complain(StrCat("unknown tag ", cells[3]));
  if (!xpos && cells[4] != "_") return Complain(StrCat("unknown tag ", cells[4]));
  if (!relation && cells[7] != "_") {
    return Complain(StrCat("unknown relation ", cells[7]));
  }
  std::uint32_t head = kNoWord;
  if (cells[6] != "_" && (!ParseNumber(cells[6], head) || head == kNoWord)) {
    return Complain(StrCat("bad head \"", cells[6], "\""));
  }
  complete_ = complete_ && upos && relation && cells[6] != "_";
  syntax.upos.push_back(upos.value_or(Upos::kX));
  syntax.xpos.push_back(xpos.value_or(Xpos::kNfp));
  syntax.feats.push_back(Keep(cells[5]));
  // "_" is the lemma of the word "_" alone.
  syntax.lemma.push_back(cells[2] == "_" && cells[1] == "_" ? std::string_view("_")
                                                            : Keep(cells[2]));
  syntax.head.push_back(head);
  syntax.relation.push_back(relation.value_or(Relation::kDep));
  NameTag name;
  if (const auto tag = MiscValue(cells[9], "NER")) {
    if (!ParseNameTag(*tag, name)) return Complain(StrCat("bad NER=", *tag));
  }
  syntax.name.push_back(name);
  return std::monostate();
}

Status Reader::ReadWord(const Cells& cells) {
  std::uint32_t id = 0;
  if (!ParseNumber(cells[0], id) || id != id_ + 1) {
    return Complain(StrCat("word id \"", cells[0], "\", expected ", id_ + 1));
  }
  if (id > kConlluSentenceWords) {
    return Complain("sentence of too many words", ErrorCode::kOverBudget);
  }
  if (cells[1].empty() || cells[1].size() > kConlluFormBytes) {
    return Complain("empty or over-long form");
  }
  id_ = id;
  PlaceWord(cells[1], cells[9]);
  return ReadTags(cells);
}

Status Reader::ReadLine(std::string_view line) {
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  if (line.empty()) return CloseSentence();
  if (line[0] == '#') {
    ReadComment(line);
    return std::monostate();
  }
  Cells cells;
  std::size_t used = 0;
  for (const std::string_view cell : Split(line, '\t')) {
    if (used == cells.size()) return Complain("more than 10 columns");
    cells[used++] = cell;
  }
  if (used != cells.size()) return Complain(StrCat(used, " columns, not 10"));
  if (!open_) {
    open_ = true;
    first_ = static_cast<std::uint32_t>(out_.tokens.size());
    if (!out_.text.empty()) out_.text += '\n';
    space_ = true;
  }
  if (cells[0].find('.') != std::string_view::npos) return std::monostate();
  if (cells[0].find('-') != std::string_view::npos) return ReadRange(cells);
  return ReadWord(cells);
}

Status Reader::CloseSentence() {
  if (!open_) return std::monostate();
  if (range_end_ != 0) return Complain("the sentence ends inside a range");
  const auto end = static_cast<std::uint32_t>(out_.tokens.size());
  if (end > first_) {
    for (std::uint32_t word = first_; word < end; ++word) {
      std::uint32_t& head = out_.syntax.head[word];
      if (head == kNoWord) continue;
      if (head > end - first_) {
        return Complain(StrCat("head ", head, " is outside the sentence"));
      }
      head = head == 0 ? kNoWord : first_ + head - 1;
    }
    ToBiluo(out_.syntax.name.data() + first_, out_.syntax.name.data() + end);
    out_.tokens.sentences.push_back({first_, end, 0});
    out_.sentence_ids.push_back(sentence_id_);
    out_.document_of.push_back(document_);
  }
  sentence_id_.clear();
  open_ = false;
  id_ = 0;
  return std::monostate();
}

Result<ConlluDocument> Reader::Read() {
  if (bytes_.size() > kConlluBytes) {
    return Error{ErrorCode::kOverBudget,
                 StrCat(name_, ": more than ", kConlluBytes, " bytes of CoNLL-U")};
  }
  for (std::size_t at = 0; at < bytes_.size();) {
    const std::size_t end = std::min(bytes_.find('\n', at), bytes_.size());
    const std::string_view line = bytes_.substr(at, end - at);
    ++line_;
    if (FirstInvalidUtf8(line) != line.size()) return Complain("not UTF-8");
    const Status status = ReadLine(line);
    if (!status) return status.error();
    at = end + 1;
  }
  const Status status = CloseSentence();
  if (!status) return status.error();
  out_.has_tree = complete_ && out_.tokens.size() > 0;
  return std::move(out_);
}

}  // namespace

Result<ConlluDocument> ReadConllu(const std::string& name, std::string_view bytes) {
  return Reader(name, bytes).Read();
}

}  // namespace entente
