#include "text/tokenizer.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "text/sentences.h"
#include "text/word_lists.h"

namespace entente {
namespace {

bool IsSpace(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 ||
         c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}
bool IsQuote(char32_t c) {
  return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB ||
         c == 0xBB;
}
bool IsApostrophe(char32_t c) { return c == '\'' || c == 0x2019; }
bool IsDash(char32_t c) {
  return c == 0x2013 || c == 0x2014 || c == 0x2015 || c == 0x2212;
}
bool IsCurrency(char32_t c) {
  return c == '$' || c == 0xA3 || c == 0xA5 || (c >= 0x20A0 && c <= 0x20BF);
}
bool IsOpening(char32_t c) {
  return c == '(' || c == '[' || c == '{' || c == '<' || c == '`' || c == '*' ||
         c == 0x2018 || c == 0x2022 || c == 0x2026 || c == 0xBF || c == 0xA1 ||
         IsQuote(c) || IsDash(c) || IsCurrency(c);
}
bool IsClosing(char32_t c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' ||
         c == ')' || c == ']' || c == '}' || c == '>' || c == '%' || c == '*' ||
         c == 0x2018 || c == 0x2026 || c == 0x2022 || IsQuote(c) || IsApostrophe(c) ||
         IsDash(c);
}
// Marks that stand together as one word when repeated: "...", "!!!", "--", "***".
bool IsRunMark(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == '-' || c == '*' || c == '=' ||
         c == '_' || c == '~' || c == '#';
}

class ChunkSplitter {
 public:
  ChunkSplitter(std::string_view text, TokenTable& table)
      : text_(text), table_(table) {}

  // Splits text[begin, end), which holds no white space.
  void Split(std::uint32_t begin, std::uint32_t end);

 private:
  char32_t at(std::uint32_t byte) const { return DecodeUtf8(text_, byte).value; }
  std::uint32_t size_at(std::uint32_t byte) const {
    return DecodeUtf8(text_, byte).size;
  }
  std::uint32_t before(std::uint32_t byte) const {
    do {
      --byte;
    } while ((static_cast<unsigned char>(text_[byte]) & 0xC0) == 0x80);
    return byte;
  }
  std::string_view slice(std::uint32_t begin, std::uint32_t end) const {
    return text_.substr(begin, end - begin);
  }

  void Emit(std::uint32_t begin, std::uint32_t end, bool continues = false);
  std::uint32_t PeelFront(std::uint32_t begin, std::uint32_t end);
  std::uint32_t TrailingBegin(std::uint32_t begin, std::uint32_t end) const;
  bool KeepsDot(std::uint32_t begin, std::uint32_t dot) const;
  void SplitTrail(std::uint32_t begin, std::uint32_t end, std::uint32_t word_begin);
  void SplitCore(std::uint32_t begin, std::uint32_t end);
  std::uint32_t BreakAt(std::uint32_t begin, std::uint32_t i, std::uint32_t end) const;
  bool BreaksHyphen(std::uint32_t begin, std::uint32_t i, std::uint32_t end) const;
  void Word(std::uint32_t begin, std::uint32_t end);
  bool IsAddress(std::uint32_t begin, std::uint32_t end) const;

  bool IsDigitAt(std::uint32_t i) const { return IsAsciiDigit(text_[i]); }
  bool IsLetterAt(std::uint32_t i) const {
    return IsAsciiAlpha(text_[i]) || (text_[i] & 0x80) != 0;
  }

  std::string_view text_;
  TokenTable& table_;
  bool is_chunk_start_ = true;
  bool has_open_quote_ = false;  // a single quote mark that awaits its partner
};

void ChunkSplitter::Emit(std::uint32_t begin, std::uint32_t end, bool continues) {
  if (begin >= end) return;
  std::uint8_t flags = 0;
  if (is_chunk_start_) flags |= kSpaceBefore;
  if (continues) flags |= kContinuesWord;
  const std::string_view form = slice(begin, end);
  if (IsAsciiUpper(form.front()) || (form.size() > 1 && form[0] == '\xC3' &&
                                     static_cast<unsigned char>(form[1]) < 0x9F)) {
    flags |= kFirstUpper;
    const auto is_upper = [](char c) {
      return IsAsciiUpper(c) || c == '.' || c == '-';
    };
    if (form.size() > 1 && std::all_of(form.begin(), form.end(), is_upper))
      flags |= kAllUpper;
  }
  table_.span.push_back({.begin = begin, .end = end});
  table_.flags.push_back(flags);
  is_chunk_start_ = false;
}

// URLs, e-mail addresses, handles and tags are one word.
bool ChunkSplitter::IsAddress(std::uint32_t begin, std::uint32_t end) const {
  const std::string_view chunk = slice(begin, end);
  if (chunk.find("://") != std::string_view::npos || chunk.starts_with("www."))
    return true;
  const std::size_t sign = chunk.find('@');
  if (sign != std::string_view::npos && sign > 0 &&
      chunk.find('.', sign) != std::string_view::npos) {
    return true;
  }
  if ((chunk.front() == '@' || chunk.front() == '#') && chunk.size() > 1) {
    return std::all_of(chunk.begin() + 1, chunk.end(), [](char c) {
      return IsAsciiAlpha(c) || IsAsciiDigit(c) || c == '_' || (c & 0x80) != 0;
    });
  }
  constexpr std::string_view kDomains[] = {".com", ".org", ".net", ".gov", ".edu"};
  return std::any_of(std::begin(kDomains), std::end(kDomains),
                     [&](std::string_view domain) {
                       return chunk.size() > domain.size() + 1 &&
                              chunk.ends_with(domain) && IsAsciiAlpha(chunk.front());
                     });
}

// Emits the opening marks; gives where the rest begins.
std::uint32_t ChunkSplitter::PeelFront(std::uint32_t begin, std::uint32_t end) {
  while (begin < end) {
    const char32_t c = at(begin);
    std::uint32_t next = begin + size_at(begin);
    if (IsRunMark(c)) {
      while (next < end && static_cast<char32_t>(text_[next]) == c) ++next;
      const bool is_sign =
          c == '-' && next == begin + 1 && next < end && IsDigitAt(next);
      const bool is_plain_word = next == begin + 1 && c != '*' && (c != '-' || is_sign);
      if (is_plain_word && next < end) return begin;
      Emit(begin, next);
      begin = next;
      continue;
    }
    if (c == '\'' && next < end) {
      // "'s" and "'90s" are words; else it opens a quotation.
      if (IsDigitAt(next) || end - next <= 2) return begin;
      has_open_quote_ = true;
      Emit(begin, next);
      begin = next;
      continue;
    }
    if (!IsOpening(c)) return begin;
    if (c == 0x2018) has_open_quote_ = true;
    Emit(begin, next);
    begin = next;
  }
  return begin;
}

// True for the dot of "Mr.", "U.S.", "J."
bool ChunkSplitter::KeepsDot(std::uint32_t begin, std::uint32_t dot) const {
  const std::string_view word = slice(begin, dot);
  if (word.empty()) return false;
  if (word.size() == 1) return IsAsciiUpper(word.front());
  if (IsAbbreviation(word)) return true;
  // Letters with dots between them: "U.S", "a.m", "Ph.D".
  if (word.find('.') == std::string_view::npos) return false;
  std::size_t run = 0;
  for (const char c : word) {
    if (c == '.') {
      run = 0;
    } else if (!IsAsciiAlpha(c) || ++run > 2) {
      return false;
    }
  }
  return true;
}

// Where the closing marks begin.
std::uint32_t ChunkSplitter::TrailingBegin(std::uint32_t begin,
                                           std::uint32_t end) const {
  std::uint32_t trail = end;
  while (trail > begin) {
    const std::uint32_t mark = before(trail);
    const char32_t c = at(mark);
    if (!IsClosing(c)) break;
    const bool is_lone_dot = c == '.' && (mark == begin || text_[mark - 1] != '.') &&
                             (trail == end || text_[trail] != '.');
    if (is_lone_dot && KeepsDot(begin, mark)) break;
    trail = mark;
  }
  return trail;
}

// Emits the closing marks, runs of one mark together.
void ChunkSplitter::SplitTrail(std::uint32_t begin, std::uint32_t end,
                               std::uint32_t word_begin) {
  const std::uint32_t first = begin;
  while (begin < end) {
    const char32_t c = at(begin);
    std::uint32_t next = begin + size_at(begin);
    if (IsRunMark(c)) {
      while (next < end &&
             (text_[next] == static_cast<char>(c) ||
              ((c == '!' || c == '?') && (text_[next] == '!' || text_[next] == '?')))) {
        ++next;
      }
    }
    const bool follows_s = begin == first && begin > word_begin &&
                           (text_[begin - 1] == 's' || text_[begin - 1] == 'S');
    const bool is_possessive = IsApostrophe(c) && follows_s && !has_open_quote_;
    if (IsApostrophe(c) && !is_possessive) has_open_quote_ = false;
    Emit(begin, next, is_possessive);
    begin = next;
  }
}

// True when the hyphen at i parts two words; [begin, i) is the word before it.
bool ChunkSplitter::BreaksHyphen(std::uint32_t begin, std::uint32_t i,
                                 std::uint32_t end) const {
  if (i == begin || i + 1 == end) return false;
  const std::string_view rest = slice(i + 1, end);
  const std::string_view head = slice(begin, i);
  if (IsDigitAt(i - 1) && IsDigitAt(i + 1)) {
    // A range has one hyphen and numbers alone; telephone numbers and codes have more.
    const auto is_number = [](std::string_view part) {
      return std::all_of(part.begin(), part.end(), [](char c) {
        return IsAsciiDigit(c) || c == '.' || c == ',';
      });
    };
    return is_number(head) && is_number(rest);
  }
  return !IsBoundPrefix(head);
}

// The end of a separator that stands at i inside a chunk, or i where there is none.
std::uint32_t ChunkSplitter::BreakAt(std::uint32_t begin, std::uint32_t i,
                                     std::uint32_t end) const {
  const char32_t c = at(i);
  const std::uint32_t next = i + size_at(i);
  if (IsDash(c) || IsQuote(c) || c == 0x2026 || c == '(' || c == ')' || c == '[' ||
      c == ']' || c == '{' || c == '}') {
    return next;
  }
  if (i == begin || next == end) return i;
  switch (c) {
    case '-':
      if (text_[next] == '-') {
        std::uint32_t run = next;
        while (run < end && text_[run] == '-') ++run;
        return run;
      }
      return BreaksHyphen(begin, i, end) ? next : i;
    case '.':
      if (text_[next] == '.') {
        std::uint32_t run = next;
        while (run < end && text_[run] == '.') ++run;
        return run;
      }
      // "began.The": a blank is missing.
      return IsAsciiLower(text_[i - 1]) && i - begin > 1 && IsAsciiUpper(text_[next]) &&
                     next + 1 < end && IsAsciiLower(text_[next + 1])
                 ? next
                 : i;
    case '/':
      return IsLetterAt(i - 1) && IsLetterAt(next) && i - begin > 1 && end - next > 1
                 ? next
                 : i;
    case ',':
    case ';':
      return IsDigitAt(i - 1) && IsDigitAt(next) ? i : next;
    case ':':
      return IsLetterAt(i - 1) && IsLetterAt(next) ? next : i;
    case '!':
    case '?':
      return IsLetterAt(next) ? next : i;
    default:
      return i;
  }
}

void ChunkSplitter::SplitCore(std::uint32_t begin, std::uint32_t end) {
  std::uint32_t word = begin;
  for (std::uint32_t i = begin; i < end;) {
    const std::uint32_t separator_end = BreakAt(word, i, end);
    if (separator_end == i) {
      i += size_at(i);
      continue;
    }
    Word(word, i);
    Emit(i, separator_end);
    word = i = separator_end;
  }
  Word(word, end);
}

// Emits one written word, contractions in two.
void ChunkSplitter::Word(std::uint32_t begin, std::uint32_t end) {
  if (begin >= end) return;
  const std::string_view word = slice(begin, end);
  if (const std::size_t split = SplitOfContraction(word); split != 0) {
    const auto middle = begin + static_cast<std::uint32_t>(split);
    Emit(begin, middle);
    Emit(middle, end, true);
    return;
  }
  for (std::uint32_t i = end; i > begin;) {
    i = before(i);
    if (!IsApostrophe(at(i))) continue;
    const std::string_view suffix = slice(i + size_at(i), end);
    const auto is = [&](std::string_view clitic) {
      return suffix.size() == clitic.size() && AsciiLower(suffix) == clitic;
    };
    if (is("t") && i > begin + 1 && AsciiLower(text_[i - 1]) == 'n') {
      Emit(begin, i - 1);
      Emit(i - 1, end, true);
      return;
    }
    if (i > begin &&
        (is("s") || is("re") || is("ve") || is("ll") || is("d") || is("m"))) {
      Emit(begin, i);
      Emit(i, end, true);
      return;
    }
    break;
  }
  // "10am", "50km"
  if (IsDigitAt(begin) && word.size() > 2) {
    const std::string_view unit = word.substr(word.size() - 2);
    if ((unit == "am" || unit == "pm" || unit == "km" || unit == "kg") &&
        IsDigitAt(end - 3)) {
      Emit(begin, end - 2);
      Emit(end - 2, end);
      return;
    }
  }
  Emit(begin, end);
}

void ChunkSplitter::Split(std::uint32_t begin, std::uint32_t end) {
  is_chunk_start_ = true;
  begin = PeelFront(begin, end);
  if (begin >= end) return;
  const std::uint32_t trail = TrailingBegin(begin, end);
  if (trail > begin && IsAddress(begin, trail)) {
    Emit(begin, trail);
  } else if (trail > begin) {
    SplitCore(begin, trail);
  }
  SplitTrail(trail, end, begin);
}

}  // namespace

void AppendTokens(std::string_view text, TextSpan span, std::uint32_t block,
                  TokenTable& table) {
  const auto first_word = static_cast<std::uint32_t>(table.size());
  ChunkSplitter splitter(text, table);
  std::uint32_t begin = span.begin;
  for (std::uint32_t i = span.begin; i < span.end;) {
    const CodePoint point = DecodeUtf8(text, i);
    if (IsSpace(point.value)) {
      if (i > begin) splitter.Split(begin, i);
      begin = i + point.size;
    }
    i += point.size;
  }
  if (span.end > begin) splitter.Split(begin, span.end);
  AppendSentences(text, first_word, block, table);
}

void Tokenize(const Document& document, TokenTable& table) {
  table.clear();
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    switch (document.blocks[i].kind) {
      case BlockKind::kHeadline:
      case BlockKind::kSummary:
      case BlockKind::kCaption:
      case BlockKind::kBody:
        AppendTokens(document.text, document.blocks[i].span, i, table);
        break;
      case BlockKind::kDateline:
      case BlockKind::kByline:
      case BlockKind::kCredit:
      case BlockKind::kOther:
        break;
    }
  }
}

}  // namespace entente
