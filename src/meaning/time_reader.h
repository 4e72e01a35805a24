// TimeReader: the pieces of a document with the small questions that the grammar asks.
//
// Every position may be past the end: there is nothing there and every claim is false.
// Keeps references to the text and the pieces, which must outlive it.
#ifndef ENTENTE_MEANING_TIME_READER_H_
#define ENTENTE_MEANING_TIME_READER_H_

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "meaning/time_piece.h"
#include "syntax/syntax_table.h"

namespace entente {

class TimeReader {
 public:
  TimeReader(std::string_view text, const std::vector<TimePiece>& pieces,
             const SyntaxTable* syntax)
      : text_(text), pieces_(pieces), syntax_(syntax) {}

  std::size_t size() const { return pieces_.size(); }
  const TimePiece& at(std::size_t i) const {
    return i < pieces_.size() ? pieces_[i] : nothing_;
  }
  const SyntaxTable* syntax() const { return syntax_; }
  const std::vector<TimePiece>& pieces() const { return pieces_; }

  bool Is(std::size_t i, TimeClass which) const { return at(i).is(which); }
  bool IsMark(std::size_t i, char mark) const {
    return at(i).kind == TimePiece::Kind::kMark && at(i).mark == mark && mark != 0;
  }
  bool IsNumber(std::size_t i) const { return at(i).is_number(); }
  // No white space between piece i and the one before.
  bool IsGlued(std::size_t i) const { return i < size() && !at(i).has_space; }

  std::string_view text(std::size_t i) const {
    return text_.substr(at(i).begin, at(i).end - at(i).begin);
  }
  // Case does not count.
  bool IsWord(std::size_t i, std::string_view lower) const {
    const std::string_view word = text(i);
    if (word.size() != lower.size() || i >= size()) return false;
    for (std::size_t k = 0; k < word.size(); ++k) {
      if (AsciiLower(word[k]) != lower[k]) return false;
    }
    return true;
  }
  // The position behind the word, dash or comma where it stands there, else i.
  std::size_t Skip(std::size_t i, std::string_view lower) const {
    return IsWord(i, lower) ? i + 1 : i;
  }
  std::size_t SkipMark(std::size_t i, char mark) const {
    return IsMark(i, mark) ? i + 1 : i;
  }
  // Same sentence, as far as the pieces know.
  bool StartsSentence(std::size_t i) const {
    return i >= size() || at(i).begins_sentence;
  }
  // The tag of the word of piece i, or nothing without a parse.
  std::optional<Xpos> xpos(std::size_t i) const {
    if (syntax_ == nullptr || i >= size() || at(i).word >= syntax_->xpos.size()) {
      return std::nullopt;
    }
    return syntax_->xpos[at(i).word];
  }

 private:
  std::string_view text_;
  const std::vector<TimePiece>& pieces_;
  const SyntaxTable* syntax_;
  TimePiece nothing_{};
};

}  // namespace entente

#endif  // ENTENTE_MEANING_TIME_READER_H_
