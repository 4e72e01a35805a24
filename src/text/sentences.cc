#include "text/sentences.h"

#include <algorithm>

#include "base/strings.h"
#include "text/char_class.h"
#include "text/tokenizer.h"

namespace entente {
namespace {

enum class Ending : std::uint8_t { kNone, kStop, kMark, kDots, kAbbreviation };

class Splitter {
 public:
  Splitter(std::string_view text, const WordLexicon& lexicon, TokenTable& table)
      : text_(text), lexicon_(lexicon), table_(table) {}

  void Run(std::size_t first, std::uint32_t block);

 private:
  std::string_view Word(std::size_t i) const { return Slice(text_, table_.span[i]); }
  bool Glued(std::size_t i) const { return (table_.flags[i] & kSpaceBefore) == 0; }
  bool Has(std::size_t i, unsigned flag) const { return (table_.flags[i] & flag) != 0; }
  Ending EndingOf(std::size_t i) const;
  std::size_t AfterClosers(std::size_t i, std::size_t end) const;
  bool Begins(std::size_t i, Ending ending, bool closed) const;
  bool BreaksBefore(std::size_t i) const;
  void Cut(std::size_t end, std::uint32_t block);

  std::string_view text_;
  const WordLexicon& lexicon_;
  TokenTable& table_;
  std::size_t begin_ = 0;
  bool quote_open_ = false;
};

Ending Splitter::EndingOf(std::size_t i) const {
  const std::string_view word = Word(i);
  const char last = word.back();
  if (last == '.') {
    if (word.size() == 1) return Ending::kStop;
    return word[0] == '.' ? Ending::kDots : Ending::kAbbreviation;
  }
  if (last == '!' || last == '?') return Ending::kMark;
  if (static_cast<unsigned char>(last) < 0x80) return Ending::kNone;
  if (word == "\u2026") return Ending::kDots;
  const bool full_width = word == "\u3002" || word == "\uFF01" || word == "\uFF1F" ||
                          word == "\u061F" || word == "\u06D4" || word == "\u0964";
  return full_width ? Ending::kMark : Ending::kNone;
}

bool IsStraightQuote(std::string_view word) { return word == "\"" || word == "'"; }

bool IsNumber(std::string_view word) {
  return word.size() <= 3 && std::all_of(word.begin(), word.end(), IsAsciiDigit);
}

bool IsFace(std::string_view word) {
  return word.size() >= 2 && word.size() <= 3 &&
         (word[0] == ':' || word[0] == ';' || word[0] == '=') &&
         (word.back() == ')' || word.back() == '(' || word.back() == 'D' ||
          word.back() == 'P');
}

bool IsCloser(std::string_view word) {
  return word == ")" || word == "]" || word == "\u201D" || word == "\u2019" ||
         word == "''" || word == "\u00BB" || IsStraightQuote(word);
}

// The first word after the quotes and brackets that close what ended at `i`.
std::size_t Splitter::AfterClosers(std::size_t i, std::size_t end) const {
  std::size_t next = i + 1;
  while (next < end) {
    // A footnote's number and a face belong to what they follow.
    if (next + 2 < end && Word(next) == "[" && IsNumber(Word(next + 1)) &&
        Word(next + 2) == "]") {
      next += 3;
      continue;
    }
    if (IsFace(Word(next))) {
      ++next;
      continue;
    }
    if (!IsCloser(Word(next))) break;
    // A straight quote with a blank before it closes only what is open, and only when
    // no word is glued to it.
    const bool word_glued = next + 1 < end && Glued(next + 1) &&
                            CharAt(Word(next + 1), 0).kind == CharClass::kLetter;
    if (!Glued(next) && (word_glued || !quote_open_ || !IsStraightQuote(Word(next))))
      break;
    if (word_glued && IsStraightQuote(Word(next)) && !quote_open_) break;
    ++next;
  }
  return next;
}

bool Splitter::Begins(std::size_t i, Ending ending, bool closed) const {
  const std::string_view word = Word(i);
  const CharClass kind = CharAt(word, 0).kind;
  const bool lower = kind == CharClass::kLetter && !Has(i, kFirstUpper) &&
                     static_cast<unsigned char>(word[0]) < 0x80;
  switch (ending) {
    case Ending::kNone:
      return false;
    case Ending::kStop:
      if (Glued(i)) return kind == CharClass::kLetter && !lower;
      if (word == "," || word == ";" || word == ":" || word == "." || word == ")")
        return false;
      return !(closed && lower);
    case Ending::kMark:
      if (word == "," || word == ";" || word == ":" || word == "." || word == ")")
        return false;
      return !lower || (!closed && !Glued(i));
    case Ending::kDots:
      return Has(i, kFirstUpper) && !Glued(i);
    case Ending::kAbbreviation:
      break;
  }
  if (closed) return Has(i, kFirstUpper);
  const std::string_view before = Word(i - 1);
  const std::string_view form = before.substr(0, before.size() - 1);
  const Abbreviation abbreviation = lexicon_.FindAbbreviation(form);
  const bool may_end = abbreviation == Abbreviation::kTail ||
                       abbreviation == Abbreviation::kDate ||
                       (abbreviation == Abbreviation::kNone && form.size() > 2);
  if (!may_end || !Has(i, kFirstUpper)) return false;
  return (lexicon_.Roles(word) & kStarter) != 0;
}

// Whether the layout begins something new at word `i`: a blank line, a list item.
bool Splitter::BreaksBefore(std::size_t i) const {
  if (Glued(i)) return false;
  const std::uint32_t from = table_.span[i - 1].end;
  const std::string_view gap = text_.substr(from, table_.span[i].begin - from);
  if (gap.find('\n') == std::string_view::npos) return false;
  if (std::count(gap.begin(), gap.end(), '\n') >= 2) return true;
  const std::string_view word = Word(i);
  return word == "-" || word == "*" || word == "\u2022" || word == "\u2013" ||
         word == "\u25AA" || word == "\u00B7";
}

// Ends the running sentence before word `end`; one that is too long is cut at its
// punctuation.
void Splitter::Cut(std::size_t end, std::uint32_t block) {
  while (end - begin_ > kLongestSentence) {
    std::size_t cut = begin_ + kLongestSentence;
    const std::size_t earliest = begin_ + kLongestSentence / 2;
    std::size_t at = cut;
    while (at > earliest) {
      const char last = Word(at - 1).back();
      if (last == ',' || last == ';' || last == ':' || last == '.' || last == ')')
        break;
      --at;
    }
    if (at > earliest) cut = at;
    while (cut > begin_ + 1 && Has(cut, kContinuesWord)) --cut;
    table_.sentences.push_back(
        {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(cut), block});
    begin_ = cut;
  }
  if (end > begin_) {
    table_.sentences.push_back(
        {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end), block});
  }
  begin_ = end;
  quote_open_ = false;
}

void Splitter::Run(std::size_t first, std::uint32_t block) {
  const std::size_t end = table_.size();
  begin_ = first;
  bool quote_carried = false;
  for (std::size_t i = first; i < end; ++i) {
    if (i > begin_ && BreaksBefore(i)) {
      Cut(i, block);
      quote_carried = false;
    }
    if (i == begin_) quote_open_ = quote_carried;
    if (Word(i) == "\"") quote_open_ = !quote_open_;
    const Ending ending = EndingOf(i);
    if (ending == Ending::kNone) continue;
    const std::size_t next = AfterClosers(i, end);
    for (std::size_t k = i + 1; k < next; ++k) {
      if (Word(k) == "\"") quote_open_ = !quote_open_;
    }
    if (next == end || Begins(next, ending, next > i + 1)) {
      quote_carried = quote_open_;
      Cut(next, block);
    }
    i = next - 1;
  }
  Cut(end, block);
}

}  // namespace

void AppendSentences(std::string_view text, std::size_t first_word, std::uint32_t block,
                     const WordLexicon& lexicon, TokenTable& table) {
  if (first_word == table.size()) return;
  Splitter(text, lexicon, table).Run(first_word, block);
}

}  // namespace entente
