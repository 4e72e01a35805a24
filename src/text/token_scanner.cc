#include "text/token_scanner.h"

#include <algorithm>
#include <cstdint>

#include "base/strings.h"
#include "text/char_class.h"
#include "text/shape.h"

namespace entente {
namespace {

constexpr std::size_t kLongestToken = 1024;    // bytes
constexpr std::size_t kLongestLookahead = 64;  // bytes

bool IsAddressByte(char c) {
  return IsAsciiAlpha(c) || IsAsciiDigit(c) || c == '.' || c == '_' || c == '-' ||
         c == '+' || c == '%';
}

bool IsSentenceMark(char c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' ||
         c == ')' || c == ']' || c == '\'' || c == '"' || c == '>';
}

bool StartsWithNoCase(std::string_view text, std::size_t at, std::string_view prefix) {
  if (text.size() - at < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    if (AsciiLower(text[at + i]) != prefix[i]) return false;
  }
  return true;
}

constexpr std::string_view kEmoticons[] = {":'(", ":-)", ":-(", ":-D", ":-P", ";-)",
                                           ":-/", "=-)", ":)",  ":(",  ";)",  ":D",
                                           ":P",  "=)",  "=(",  ":/",  "<3"};

}  // namespace

bool TokenScanner::IsWordAt(std::size_t at) const {
  if (at >= text_.size()) return false;
  const CharClass kind = CharAt(text_, at).kind;
  return kind == CharClass::kLetter || kind == CharClass::kDigit;
}

// The size in bytes of the apostrophe at `at`, 0 for none.
std::size_t TokenScanner::ApostropheAt(std::size_t at) const {
  const char c = Byte(at);
  if (c == '\'' || c == '`') return 1;
  return text_.substr(std::min(at, text_.size()), 3) == "\u2019" ? 3 : 0;
}

std::size_t TokenScanner::Next(std::size_t begin) {
  const ClassedChar first = CharAt(text_, begin);
  switch (first.kind) {
    case CharClass::kLetter:
    case CharClass::kDigit:
      return ScanWord(begin);
    case CharClass::kPictograph: {
      std::size_t at = begin + first.size;
      bool joined = false;
      while (at < text_.size() && at - begin < kLongestLookahead) {
        const ClassedChar next = CharAt(text_, at);
        const bool pair = at - begin == 4 && first.value >= 0x1F1E6 &&
                          first.value <= 0x1F1FF && next.value >= 0x1F1E6 &&
                          next.value <= 0x1F1FF;
        const bool sticks = next.kind == CharClass::kJoiner || pair ||
                            (joined && next.kind == CharClass::kPictograph);
        if (!sticks) break;
        joined = next.value == 0x200D;
        at += next.size;
      }
      return at;
    }
    case CharClass::kOther:
    case CharClass::kSpace:
    case CharClass::kJoiner:
      break;
  }
  return ScanSymbol(begin);
}

std::size_t TokenScanner::ScanSymbol(std::size_t begin) {
  const char c = text_[begin];
  const std::size_t limit = std::min(text_.size(), begin + kLongestToken);
  const auto run = [&](std::string_view members) {
    std::size_t at = begin;
    while (at < limit && members.find(text_[at]) != std::string_view::npos) ++at;
    return at;
  };
  if (const std::size_t size = ApostropheAt(begin); size > 0) {
    return ScanApostrophe(begin, size);
  }
  if (c == ':' || c == ';' || c == '=' || c == '<') {
    for (const std::string_view face : kEmoticons) {
      const std::size_t end = begin + face.size();
      const bool glued = begin > 0 && IsAsciiDigit(text_[begin - 1]);
      if (!glued && text_.substr(begin, face.size()) == face && !IsWordAt(end) &&
          Byte(end) != '/') {
        return end;
      }
    }
  }
  switch (c) {
    case '.':
      if (IsAsciiDigit(Byte(begin + 1))) return ScanNumber(begin + 1);
      return run(".");
    case '!':
    case '?':
      return run("!?");
    case '-':
    case '*':
    case '=':
    case '~':
    case '+':
    case '<':
    case '>':
    case '#':
    case '$': {
      const std::size_t end = run(std::string_view(&c, 1));
      const bool tag = c == '#' && end == begin + 1 && IsAsciiAlpha(Byte(end));
      return tag ? ScanLetters(end, limit) : end;
    }
    case '@':
      return IsWordAt(begin + 1) ? ScanLetters(begin + 1, limit) : begin + 1;
    default:
      return begin + CharAt(text_, begin).size;
  }
}

// An apostrophe that no word is before: 'em, '99, or a quotation mark.
std::size_t TokenScanner::ScanApostrophe(std::size_t begin, std::size_t size) {
  const std::size_t after = begin + size;
  if (ApostropheAt(after) == size) return after + size;  // '' and ``
  const std::size_t limit = std::min(text_.size(), begin + kLongestToken);
  if (IsAsciiDigit(Byte(after)) && IsAsciiDigit(Byte(after + 1)) &&
      !IsAsciiDigit(Byte(after + 2))) {
    return ScanLetters(after, limit);
  }
  const std::size_t end = ScanLetters(after, std::min(limit, after + 8));
  if (end > after &&
      lexicon_.FindContraction(text_.substr(begin, end - begin))[0] != 0) {
    return end;
  }
  in_single_quote_ = IsWordAt(after);
  return after;
}

// Letters, digits and what sticks to them, up to `limit`.
std::size_t TokenScanner::ScanLetters(std::size_t at, std::size_t limit) const {
  while (at < limit) {
    const ClassedChar next = CharAt(text_, at);
    if (next.kind != CharClass::kLetter && next.kind != CharClass::kDigit &&
        next.kind != CharClass::kJoiner) {
      break;
    }
    at += next.size;
  }
  return at;
}

// The end of a web or mail address or file name at `begin`; `begin` when there is none.
std::size_t TokenScanner::ScanAddress(std::size_t begin) const {
  const std::size_t limit = std::min(text_.size(), begin + kLongestToken);
  const auto trim = [&](std::size_t end) {
    while (end > begin && IsSentenceMark(text_[end - 1])) --end;
    return end;
  };
  const auto to_space = [&](std::size_t at) {
    while (at<limit&& static_cast<unsigned char>(text_[at])> ' ' && text_[at] != '<' &&
           text_[at] != '>' && text_[at] != '"') {
      ++at;
    }
    return trim(at);
  };
  for (const std::string_view scheme : {"http://", "https://", "ftp://", "www."}) {
    if (StartsWithNoCase(text_, begin, scheme)) return to_space(begin);
  }
  const std::size_t near = std::min(text_.size(), begin + kLongestLookahead);
  std::size_t at = begin;
  std::size_t last_stop = begin;
  unsigned stops = 0;
  bool is_lower = true;  // "alt.animals.dogs"
  while (at < near && IsAddressByte(text_[at])) {
    if (text_[at] == '.' && IsAsciiAlpha(Byte(at + 1)) && text_[at - 1] != '.') {
      last_stop = at;
      ++stops;
    }
    if (!IsAsciiLower(text_[at]) && text_[at] != '.' && text_[at] != '-')
      is_lower = false;
    ++at;
  }
  if (Byte(at) == '@' && IsAsciiAlpha(Byte(at + 1)) && at < near) {
    ++at;
    while (at < limit && IsAddressByte(text_[at])) ++at;
    return trim(at);
  }
  if (last_stop == begin) return begin;
  if (is_lower && stops >= 2 && at - begin > 9) return trim(at);
  const std::size_t end = ScanLetters(last_stop + 1, near);
  if ((lexicon_.Roles(text_.substr(last_stop + 1, end - last_stop - 1)) & kEnding) ==
      0) {
    return begin;
  }
  // "week.In" ends a sentence, "example.in" and "EXAMPLE.IN" do not.
  if (IsAsciiUpper(text_[last_stop + 1]) && IsAsciiLower(Byte(last_stop + 2)))
    return begin;
  return Byte(end) == '/' && IsWordAt(end + 1) ? to_space(end) : end;
}

// Digits with what may stand between them: "3,400", "1.5", "10:30", "12/23/2015".
std::size_t TokenScanner::ScanNumber(std::size_t begin) const {
  const std::size_t limit = std::min(text_.size(), begin + kLongestToken);
  std::size_t at = begin;
  std::size_t group = begin;
  while (at < limit) {
    const char c = text_[at];
    if (IsAsciiDigit(c)) {
      ++at;
      continue;
    }
    if (!IsAsciiDigit(Byte(at + 1)) || at == group) break;
    const bool thousands = c == ',' && IsAsciiDigit(Byte(at + 2)) &&
                           IsAsciiDigit(Byte(at + 3)) && !IsAsciiDigit(Byte(at + 4)) &&
                           at - group <= 3;
    if (c != '.' && c != ':' && c != '/' && !thousands) break;
    group = ++at;
  }
  // Telephone numbers and dates keep their hyphens, ranges do not.
  if (Byte(at) == '-' && IsAsciiDigit(Byte(at + 1))) {
    const std::size_t near = std::min(limit, at + kLongestLookahead);
    std::size_t end = at;
    std::size_t last = at;
    unsigned hyphens = 0;
    while (end < near && (IsAsciiDigit(text_[end]) || text_[end] == '-')) {
      if (text_[end] == '-') {
        ++hyphens;
        last = end;
      }
      ++end;
    }
    const bool local_number = hyphens == 1 && at - begin == 3 && end - last == 5;
    if (IsAsciiDigit(text_[end - 1]) && (hyphens >= 2 || local_number)) return end;
  }
  return at;
}

std::size_t TokenScanner::ScanWord(std::size_t begin) {
  const std::size_t limit = std::min(text_.size(), begin + kLongestToken);
  if (const std::size_t end = ScanAddress(begin); end > begin) return end;
  std::size_t at = begin;
  if (IsAsciiDigit(text_[begin])) {
    at = ScanNumber(begin);
    const std::size_t letters = ScanLetters(at, limit);
    if (letters > at && (lexicon_.Roles(text_.substr(at, letters - at)) & kUnit) != 0) {
      return at;
    }
    if (IsAsciiLower(Byte(at)) && Byte(at + 1) == '.' && IsAsciiLower(Byte(at + 2))) {
      return at;  // "2p.m."
    }
  }
  at = ScanLetters(at, limit);
  while (at < limit) {
    std::size_t next = at;
    const char c = text_[at];
    if (c == '.') {
      next = JoinStop(begin, at);
      if (next == at + 1 && !IsWordAt(next)) return next;
    } else if (c == '-') {
      next = JoinHyphen(begin, at);
    } else if (c == '/' || c == '&' || c == '$') {
      next = JoinSign(begin, at);
    } else if (const std::size_t size = ApostropheAt(at); size > 0) {
      next = JoinApostrophe(begin, at, size);
      if (next == at + size && !IsWordAt(next)) return next;
      if (next == at) in_single_quote_ = false;
    }
    if (next == at) break;
    at = ScanLetters(next, limit);
  }
  return at;
}

// Whether the full stop at `at` belongs to the word from `begin`: at when not.
std::size_t TokenScanner::JoinStop(std::size_t begin, std::size_t at) const {
  const std::string_view word = text_.substr(begin, at - begin);
  if (Byte(at + 1) == '.') {  // "etc..." keeps its dots together
    return at;
  }
  const bool single = IsAsciiAlpha(text_[at - 1]) &&
                      (word.size() == 1 || (word.size() >= 3 && text_[at - 2] == '.'));
  if (single && word.size() > 1) {  // "U.S" + "."
    return at + 1;
  }
  const bool letter_next = IsAsciiAlpha(Byte(at + 1));
  if (single && letter_next && !IsAsciiAlpha(Byte(at + 2))) return at + 1;
  const Abbreviation kind = lexicon_.FindAbbreviation(word);
  std::size_t next = at + 1;
  const bool blank = Byte(next) == ' ';
  if (blank) ++next;
  switch (kind) {
    case Abbreviation::kNumber:
      return IsAsciiDigit(Byte(next)) ? at + 1 : at;
    case Abbreviation::kTitle:
    case Abbreviation::kDate:
    case Abbreviation::kLatin:
    case Abbreviation::kTail:
      return at + 1;
    case Abbreviation::kNone:
      break;
  }
  if (letter_next && word.size() <= 3 && IsAsciiUpper(Byte(at + 1)) &&
      Byte(at + 2) == '.' &&
      lexicon_.FindAbbreviation(text_.substr(begin, at + 2 - begin)) !=
          Abbreviation::kNone) {
    return at + 1;  // "Ph.D."
  }
  // An initial: "J. Smith", "George W. Bush". Not "I", nor before a word that begins
  // sentences.
  if (!single || !blank || !IsAsciiUpper(word[0]) ||
      !IsUpper(CharAt(text_, std::min(next, text_.size() - 1)).value))
    return at;
  const std::size_t end = ScanLetters(next, std::min(text_.size(), next + 16));
  const bool starts = (lexicon_.Roles(text_.substr(next, end - next)) & kStarter) != 0;
  return starts && end - next > 1 ? at : at + 1;
}

// Whether the hyphen at `at` is inside one word: "e-mail", "anti-war".
std::size_t TokenScanner::JoinHyphen(std::size_t begin, std::size_t at) const {
  if (!IsWordAt(at + 1)) return at;
  const std::string_view before = text_.substr(begin, at - begin);
  return (lexicon_.Roles(before) & kPrefix) != 0 ? at + 1 : at;
}

// "s/he", "A&E", "US$".
std::size_t TokenScanner::JoinSign(std::size_t begin, std::size_t at) const {
  const std::size_t size = at - begin;
  const char c = text_[at];
  const bool upper = IsAsciiUpper(text_[at - 1]);
  if (c == '$') {
    return upper && size <= 2 && IsAsciiDigit(Byte(at + 1)) ? at + 1 : at;
  }
  if (c == '&') {
    return upper && size <= 3 && IsAsciiUpper(Byte(at + 1)) ? at + 1 : at;
  }
  const bool short_after = IsAsciiAlpha(Byte(at + 1)) && !IsAsciiAlpha(Byte(at + 2));
  const bool or_he = StartsWithNoCase(text_, begin, "s/he");
  return size == 1 && IsAsciiAlpha(text_[begin]) && (short_after || or_he) ? at + 1
                                                                           : at;
}

// Whether the apostrophe at `at` belongs to the word: "don't", "O'Brien", "students'".
std::size_t TokenScanner::JoinApostrophe(std::size_t begin, std::size_t at,
                                         std::size_t size) const {
  const char before = text_[at - 1];
  const std::size_t next = at + size;
  const bool after_digit = IsAsciiDigit(before);
  if (IsWordAt(next)) {
    if (!after_digit) return IsAsciiDigit(Byte(next)) ? at : next;
    return AsciiLower(Byte(next)) == 's' && !IsWordAt(next + 1) ? next : at;
  }
  const bool plural = AsciiLower(before) == 's' || AsciiLower(before) == 'z' ||
                      AsciiLower(before) == 'x';
  const bool contracted =
      next - begin > 1 && size > 0 && Byte(begin) != '\0' && ApostropheAt(next) == 0;
  return plural && contracted && !in_single_quote_ && !after_digit ? next : at;
}

}  // namespace entente
