// The fields of a date, one at a time; and whether a name is one.
#include "meaning/time_calendar.h"
#include "meaning/time_units.h"

namespace entente {
namespace {

// May the modal, March the verb, Sun the paper: names of months and days that are
// words.
bool IsAmbiguousWord(const TimeReader& reader, std::size_t i) {
  for (const char* word : {"may", "march", "mar", "sun", "sat", "mon", "wed", "dec",
                           "jan", "sep", "fri"}) {
    if (reader.IsWord(i, word)) return true;
  }
  return false;
}

}  // namespace

std::optional<std::size_t> MatchPhrase(const TimeReader& reader,
                                       const TimePhrase& phrase, std::size_t i) {
  for (std::size_t k = 0; k < phrase.pieces.size(); ++k) {
    const std::string& piece = phrase.pieces[k];
    const bool is_quote = (piece == "'" || piece == "’") && reader.IsMark(i + k, '\'');
    if (!is_quote && !reader.IsWord(i + k, piece)) return std::nullopt;
    if (k > 0 && reader.StartsSentence(i + k)) return std::nullopt;
  }
  return i + phrase.pieces.size() - 1;
}

std::optional<ReadNumber> ReadYearAt(const TimeReader& reader, std::size_t i) {
  if (reader.Is(i, TimeClass::kEra) && reader.text(i).size() == 2) {  // "AD 314"
    const TimePiece& number = reader.at(i + 1);
    const bool is_year = reader.text(i)[0] == 'A' && number.is_plain &&
                         number.digits <= 4 && !number.is_ordinal;
    if (is_year) return ReadNumber{number.whole(), i + 2};
    return std::nullopt;
  }
  const TimePiece& piece = reader.at(i);
  if (!piece.is_plain || piece.is_ordinal || piece.is_plural) return std::nullopt;
  if (reader.Is(i + 1, TimeClass::kEra) && piece.digits <= 4 &&
      reader.at(i + 1).is_capital) {
    const int sign = reader.at(i + 1).value_of(TimeClass::kEra);
    return ReadNumber{sign * piece.whole(), i + 2};
  }
  const bool is_year =
      piece.digits == 4 && piece.whole() >= 1000 && piece.whole() < 2200;
  const bool has_fraction = reader.IsMark(i + 1, '.') && reader.IsGlued(i + 1) &&
                            reader.IsNumber(i + 2) && reader.IsGlued(i + 2);
  if (!is_year || has_fraction) return std::nullopt;
  return ReadNumber{piece.whole(), i + 1};
}

std::optional<ReadNumber> ReadDayAt(const TimeReader& reader, std::size_t i) {
  const TimePiece& piece = reader.at(i);
  const bool is_day = piece.is_plain && piece.digits <= 2 && piece.whole() >= 1 &&
                      piece.whole() <= 31 && !piece.is_plural;
  if (is_day) {
    const bool has_fraction = reader.IsMark(i + 1, '.') && reader.IsGlued(i + 1) &&
                              reader.IsNumber(i + 2) && reader.IsGlued(i + 2);
    if (has_fraction) return std::nullopt;
    return ReadNumber{piece.whole(), i + 1};
  }
  int tens = 0;
  std::size_t at = i;
  if (reader.Is(i + 1, TimeClass::kScale)) return std::nullopt;  // "two thousand"
  if (piece.is(TimeClass::kNumber)) {  // "twenty-first", "May twenty nine"
    tens = piece.value_of(TimeClass::kNumber);
    at = reader.SkipMark(i + 1, '-');
    if (tens != 20 && tens != 30) {
      return tens < 20 ? std::optional(ReadNumber{tens, i + 1}) : std::nullopt;
    }
  }
  int units = 0;
  if (reader.Is(at, TimeClass::kOrdinal)) {
    units = reader.at(at).value_of(TimeClass::kOrdinal);
  } else if (tens > 0 && reader.Is(at, TimeClass::kNumber)) {
    units = reader.at(at).value_of(TimeClass::kNumber);
  }
  const bool is_one_digit = tens == 0 || (units >= 1 && units < 10);
  if (units >= 1 && is_one_digit && tens + units <= 31) {
    return ReadNumber{tens + units, at + 1};
  }
  return tens > 0 ? std::optional(ReadNumber{tens, i + 1}) : std::nullopt;
}

std::optional<TimeExpression> ReadNumericDateAt(const TimeReader& reader,
                                                std::size_t i) {
  const char mark = reader.at(i + 1).mark;
  if (mark != '-' && mark != '/' && mark != '.') return std::nullopt;
  const bool is_glued = reader.IsMark(i + 3, mark) && reader.IsGlued(i + 1) &&
                        reader.IsGlued(i + 2) && reader.IsGlued(i + 3) &&
                        reader.IsGlued(i + 4);
  const bool are_numbers =
      reader.at(i).is_plain && reader.at(i + 2).is_plain && reader.at(i + 4).is_plain;
  if (!is_glued || !are_numbers) return std::nullopt;
  const int a = reader.at(i).whole();
  const int b = reader.at(i + 2).whole();
  const int c = reader.at(i + 4).whole();
  TimeExpression date;
  if (reader.at(i).digits == 4) {
    date.year = a;
    date.month = b;
    date.day = c;
  } else if (reader.at(i + 4).digits == 4 || reader.at(i + 4).digits == 2) {
    date.year = reader.at(i + 4).digits == 4 ? c : (c < 50 ? 2000 + c : 1900 + c);
    const bool is_day_first = a > 12 || (mark == '.' && b <= 12);
    date.month = is_day_first ? b : a;
    date.day = is_day_first ? a : b;
    if (mark == '.' && reader.at(i + 4).digits == 2) return std::nullopt;
  } else {
    return std::nullopt;
  }
  const bool is_date = *date.month >= 1 && *date.month <= 12 && *date.day >= 1 &&
                       *date.day <= 31 && *date.year >= 1000;
  return is_date ? std::optional(Framed(i, i + 5, date)) : std::nullopt;
}

bool IsBareNameTrusted(const TimeReader& reader, std::size_t i) {
  const std::optional<Xpos> tag = reader.xpos(i);
  if (!IsAmbiguousWord(reader, i)) return true;
  if (!reader.at(i).is_capital) return false;
  if (reader.text(i).size() == 3 && !reader.IsWord(i, "may")) {
    const bool has_mark = reader.IsMark(i + 1, '.') || reader.IsMark(i + 1, ',');
    return has_mark && !reader.StartsSentence(i + 2) && !reader.IsWord(i - 1, "the");
  }
  if (tag && *tag == Xpos::kMd) return false;
  const bool is_led =
      i > 0 && (reader.Is(i - 1, TimeClass::kPreposition) ||
                reader.Is(i - 1, TimeClass::kDirection) || reader.IsMark(i - 1, '-') ||
                reader.Is(i - 1, TimeClass::kPart));
  const bool begins_range =
      reader.IsMark(i + 1, '-') && reader.Is(i + 2, TimeClass::kMonth);
  return begins_range || (is_led && !reader.IsWord(i + 1, "on"));
}

}  // namespace entente
