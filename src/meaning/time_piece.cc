#include "meaning/time_piece.h"

#include <array>

#include "base/strings.h"

namespace entente {
namespace {

constexpr std::size_t kLongestWord = 24;  // no word of the lexicon is longer

bool IsWordByte(char c) {
  return IsAsciiAlpha(c) || static_cast<unsigned char>(c) >= 0x80;
}

// The mark that a UTF-8 dash or quote at `at` stands for, or 0. Both are three bytes.
char WideMark(std::string_view text, std::size_t at) {
  if (text.size() < at + 3 || text[at] != '\xE2' || text[at + 1] != '\x80') return 0;
  const auto last = static_cast<unsigned char>(text[at + 2]);
  if (last >= 0x90 && last <= 0x95) return '-';
  if (last == 0x98 || last == 0x99) return '\'';
  if (last == 0x9C || last == 0x9D) return '"';
  return 0;
}

// Cuts the bytes [at, end) of one word into pieces.
class Cutter {
 public:
  Cutter(std::string_view text, const TimeLexicon& lexicon,
         std::vector<TimePiece>& pieces)
      : text_(text), lexicon_(lexicon), pieces_(pieces) {}

  void CutWord(TextSpan span, TimePiece first) {
    std::size_t at = span.begin;
    while (at < span.end) {
      TimePiece piece{.begin = static_cast<std::uint32_t>(at), .word = first.word};
      piece.has_space = at == span.begin && first.has_space;
      piece.begins_sentence = at == span.begin && first.begins_sentence;
      if (IsAsciiDigit(text_[at])) {
        at = ReadNumber(at, span.end, piece);
      } else if (const char mark = WideMark(text_, at); mark != 0) {
        piece.kind = TimePiece::Kind::kMark;
        piece.mark = mark;
        at += 3;
      } else if (IsWordByte(text_[at])) {
        at = ReadLetters(at, span.end, piece);
      } else {
        piece.kind = TimePiece::Kind::kMark;
        piece.mark = text_[at] == '`' ? '\'' : text_[at];
        ++at;
      }
      piece.end = static_cast<std::uint32_t>(at);
      if (!JoinEnding(piece)) pieces_.push_back(piece);
    }
  }

 private:
  std::size_t ReadNumber(std::size_t at, std::size_t end, TimePiece& piece) const {
    piece.kind = TimePiece::Kind::kNumber;
    piece.is_plain = true;
    piece.value = 0;
    while (at < end && IsAsciiDigit(text_[at])) {
      piece.value = piece.value * 10 + (text_[at++] - '0');
      if (piece.digits < 255) ++piece.digits;
    }
    while (piece.digits <= 3 && IsGroup(at, end)) {  // "1,900"; not "11,2001"
      for (std::size_t i = at + 1; i < at + 4; ++i) {
        piece.value = piece.value * 10 + (text_[i] - '0');
      }
      at += 4;
      piece.is_plain = false;
    }
    return at;
  }

  bool IsGroup(std::size_t at, std::size_t end) const {
    if (at + 4 > end || text_[at] != ',') return false;
    for (std::size_t i = at + 1; i < at + 4; ++i) {
      if (!IsAsciiDigit(text_[i])) return false;
    }
    return at + 4 == end || !IsAsciiDigit(text_[at + 4]);
  }

  std::size_t ReadLetters(std::size_t at, std::size_t end, TimePiece& piece) const {
    std::array<char, kLongestWord> lower;
    std::size_t size = 0;
    piece.is_capital = IsAsciiUpper(text_[at]);
    while (at < end && IsWordByte(text_[at]) && WideMark(text_, at) == 0) {
      if (size < kLongestWord) lower[size] = AsciiLower(text_[at]);
      ++size;
      ++at;
    }
    if (size <= kLongestWord) {
      piece.entry = lexicon_.Find(std::string_view(lower.data(), size));
    }
    return at;
  }

  // Adds "th" to "11", "s" or "'s" to "1990": true when `piece` is such an ending.
  bool JoinEnding(const TimePiece& piece) {
    if (pieces_.empty() || piece.has_space || piece.kind != TimePiece::Kind::kWord) {
      return false;
    }
    const std::string_view ending = text_.substr(piece.begin, piece.end - piece.begin);
    TimePiece* number = &pieces_.back();
    if (ending == "s") {
      const bool has_quote = number->mark == '\'' && pieces_.size() > 1 &&
                             number->begin == pieces_[pieces_.size() - 2].end;
      if (has_quote) number = &pieces_[pieces_.size() - 2];
      if (!number->is_number() || !number->is_plain || number->whole() % 10 != 0) {
        return false;
      }
      if (has_quote) pieces_.pop_back();
      TimePiece& decade = pieces_.back();
      decade.is_plural = true;
      decade.end = piece.end;
      return true;
    }
    if (!number->is_number() || number->end != piece.begin) return false;
    if (ending != "st" && ending != "nd" && ending != "rd" && ending != "th") {
      return false;
    }
    number->is_ordinal = true;
    number->end = piece.end;
    return true;
  }

  std::string_view text_;
  const TimeLexicon& lexicon_;
  std::vector<TimePiece>& pieces_;
};

}  // namespace

std::vector<TimePiece> CutTimePieces(std::string_view text, const TokenTable& tokens,
                                     const TimeLexicon& lexicon) {
  std::vector<TimePiece> pieces;
  pieces.reserve(tokens.size() + tokens.size() / 4);
  Cutter cutter(text, lexicon, pieces);
  std::size_t sentence = 0;
  for (std::uint32_t word = 0; word < tokens.size(); ++word) {
    TimePiece first{.word = word};
    first.has_space = (tokens.flags[word] & kSpaceBefore) != 0;
    while (sentence < tokens.sentences.size() &&
           tokens.sentences[sentence].begin < word) {
      ++sentence;
    }
    first.begins_sentence =
        sentence < tokens.sentences.size() && tokens.sentences[sentence].begin == word;
    cutter.CutWord(tokens.span[word], first);
  }
  return pieces;
}

}  // namespace entente
