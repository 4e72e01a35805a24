#include "text/sentences.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "base/utf8.h"
#include "text/tokenizer.h"
#include "text/word_lists.h"

namespace entente {
namespace {

using namespace std::string_view_literals;

// After "U.S." or "Inc." these begin a sentence; most other capitals go on with the
// name.
constexpr std::array kStarters = {
    "A"sv,     "After"sv, "Also"sv, "Although"sv, "An"sv,        "And"sv,   "As"sv,
    "At"sv,    "Both"sv,  "But"sv,  "By"sv,       "During"sv,    "Even"sv,  "For"sv,
    "From"sv,  "He"sv,    "Her"sv,  "His"sv,      "However"sv,   "I"sv,     "If"sv,
    "In"sv,    "It"sv,    "Its"sv,  "Last"sv,     "Meanwhile"sv, "More"sv,  "No"sv,
    "On"sv,    "One"sv,   "Our"sv,  "She"sv,      "Since"sv,     "So"sv,    "Some"sv,
    "Such"sv,  "That"sv,  "The"sv,  "Their"sv,    "There"sv,     "These"sv, "They"sv,
    "This"sv,  "Those"sv, "To"sv,   "Under"sv,    "We"sv,        "What"sv,  "When"sv,
    "While"sv, "With"sv,  "You"sv};

constexpr std::array kSaying = {"said"sv,  "says"sv,   "asked"sv, "asks"sv,
                                "told"sv,  "added"sv,  "wrote"sv, "shouted"sv,
                                "cried"sv, "replied"sv};

template <std::size_t kCount>
bool IsIn(const std::array<std::string_view, kCount>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

class Splitter {
 public:
  Splitter(std::string_view text, const TokenTable& table)
      : text_(text), table_(table) {}

  // True when a sentence that began at `begin` ends with word `last`.
  bool EndsAt(std::uint32_t begin, std::uint32_t last) const;
  bool IsNewParagraph(std::uint32_t word) const;

 private:
  std::string_view form(std::uint32_t word) const {
    return Slice(text_, table_.span[word]);
  }
  bool has_space(std::uint32_t word) const { return table_.flags[word] & kSpaceBefore; }
  bool IsFinal(std::string_view form) const;
  bool IsCloser(std::uint32_t word) const;
  bool IsOpener(std::string_view form) const {
    return form == "\"" || form == "“" || form == "‘" || form == "'" || form == "(" ||
           form == "[" || form == "``" || form == "-" || form == "—" || form == "–";
  }
  // The first word from `word` on that is no opening mark.
  std::uint32_t Content(std::uint32_t word) const;
  bool IsLowerStart(std::uint32_t word) const;
  bool SaysWithin(std::uint32_t word) const;
  bool AbbreviationEnds(std::uint32_t last, std::uint32_t next) const;

  std::string_view text_;
  const TokenTable& table_;
};

bool Splitter::IsFinal(std::string_view form) const {
  if (form == "…") return true;
  return !form.empty() && form.find_first_not_of(".!?") == std::string_view::npos;
}

// A quote mark or bracket that closes what stands before it.
bool Splitter::IsCloser(std::uint32_t word) const {
  const std::string_view mark = form(word);
  if (mark == ")" || mark == "]" || mark == "”" || mark == "’" || mark == "''")
    return true;
  return (mark == "\"" || mark == "'") && !has_space(word);
}

std::uint32_t Splitter::Content(std::uint32_t word) const {
  while (word + 1 < table_.size() && IsOpener(form(word))) ++word;
  return word;
}

bool Splitter::IsLowerStart(std::uint32_t word) const {
  return IsAsciiLower(form(Content(word)).front());
}

bool Splitter::SaysWithin(std::uint32_t word) const {
  constexpr std::uint32_t kReach = 4;
  for (std::uint32_t i = word; i < word + kReach && i < table_.size(); ++i) {
    if (IsFinal(form(i))) return false;
    if (IsIn(kSaying, form(i))) return true;
  }
  return false;
}

// "U.S. The" ends; "U.S. Army", "Mr. Smith", "J. Smith" go on.
bool Splitter::AbbreviationEnds(std::uint32_t last, std::uint32_t next) const {
  const std::string_view word = form(last).substr(0, form(last).size() - 1);
  if (IsTitleAbbreviation(word)) return false;
  const std::string_view start = form(Content(next));
  const bool is_initial = word.size() == 1 && IsAsciiUpper(word.front());
  if (is_initial && last > 0 && (table_.flags[last - 1] & kFirstUpper)) return false;
  return IsIn(kStarters, start);
}

bool Splitter::IsNewParagraph(std::uint32_t word) const {
  if (word == 0) return true;
  const std::uint32_t begin = table_.span[word - 1].end;
  const std::string_view gap = text_.substr(begin, table_.span[word].begin - begin);
  return std::count(gap.begin(), gap.end(), '\n') > 1;
}

bool Splitter::EndsAt(std::uint32_t begin, std::uint32_t last) const {
  const std::uint32_t next = last + 1;
  if (IsNewParagraph(next)) return true;
  if (IsCloser(next)) return false;  // it belongs to the sentence before
  std::uint32_t end = last;          // the word before closing marks
  bool has_quote = false;
  while (end > begin && IsCloser(end)) {
    has_quote = has_quote || (form(end) != ")" && form(end) != "]");
    --end;
  }
  const std::string_view final_form = form(end);
  const bool is_abbreviation =
      final_form.size() > 1 && final_form.back() == '.' && !IsFinal(final_form);
  if (is_abbreviation) return AbbreviationEnds(end, next);
  if (!IsFinal(final_form)) return false;
  if (IsLowerStart(next)) return false;
  // "1. Introduction": the number of a list.
  if (end == begin + 1 && final_form == "." && IsAsciiDigit(form(begin).front()))
    return false;
  const bool is_question = final_form.back() != '.';
  return !(has_quote && is_question && SaysWithin(next));
}

}  // namespace

void AppendSentences(std::string_view text, std::uint32_t first_word,
                     std::uint32_t block, TokenTable& table) {
  const auto size = static_cast<std::uint32_t>(table.size());
  const Splitter splitter(text, table);
  std::uint32_t begin = first_word;
  for (std::uint32_t word = first_word; word < size; ++word) {
    const bool is_last = word + 1 == size;
    const bool is_too_long = word + 1 - begin >= kLongestSentence;
    if (!is_last && !is_too_long && !splitter.EndsAt(begin, word)) continue;
    if (!is_last && !is_too_long && (table.flags[word + 1] & kContinuesWord)) continue;
    table.sentences.push_back({.begin = begin, .end = word + 1, .block = block});
    begin = word + 1;
  }
}

}  // namespace entente
