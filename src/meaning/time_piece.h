// TimePiece: the finer cut of the words that the grammar of time reads.
//
// Runs of letters, runs of digits and single marks: "mid-1990s", "10:30am" and
// "14-year-long" give the same pieces however the tokenizer cut them. A number keeps
// its thousands ("3,400" is no year) and its ordinal or plural ending ("11th",
// "1990s").
#ifndef ENTENTE_MEANING_TIME_PIECE_H_
#define ENTENTE_MEANING_TIME_PIECE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "meaning/time_lexicon.h"
#include "text/token_table.h"

namespace entente {

struct TimePiece {
  enum class Kind : std::uint8_t { kWord, kNumber, kMark };

  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;
  std::uint32_t word = 0;           // of the TokenTable
  const TimeWord* entry = nullptr;  // of a word that the lexicon knows
  double value = -1;                // of a number
  std::uint8_t digits = 0;          // of its whole part
  Kind kind = Kind::kWord;
  char mark = 0;            // of a mark; every dash is '-', every quote '\''
  bool has_space = false;   // white space or the start of the text precedes
  bool is_capital = false;  // begins with a capital
  bool is_ordinal = false;  // "11th"
  bool is_plural = false;   // "1990s", "1990's"
  bool is_plain = false;    // digits alone: no comma, no point
  bool begins_sentence = false;

  bool is(TimeClass which) const { return entry != nullptr && entry->is(which); }
  std::int32_t value_of(TimeClass which) const { return entry->value(which); }
  bool is_number() const { return kind == Kind::kNumber; }
  int whole() const { return value < 1e9 ? static_cast<int>(value) : -1; }
};

// The pieces of all words, in order.
std::vector<TimePiece> CutTimePieces(std::string_view text, const TokenTable& tokens,
                                     const TimeLexicon& lexicon);

}  // namespace entente

#endif  // ENTENTE_MEANING_TIME_PIECE_H_
