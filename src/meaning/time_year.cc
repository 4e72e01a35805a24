// When a number is a year; decades and centuries.
#include "meaning/time_calendar.h"

namespace entente {
namespace {

// "troops", and any plain plural: what a number counts.
bool LooksCounted(const TimeReader& reader, std::size_t i) {
  if (reader.Is(i, TimeClass::kCounted)) return true;
  const std::string_view word = reader.text(i);
  return word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's' &&
         !reader.at(i).is_capital && reader.at(i).kind == TimePiece::Kind::kWord;
}

// Prepositions that also take amounts: "of 2000 troops", "to 1500 metres".
bool MayTakeAmount(const TimeReader& reader, std::size_t i) {
  for (const char* word :
       {"of",         "to",     "from",   "for",   "about", "around",
        "by",         "with",   "on",     "at",    "or",    "and",
        "between",    "within", "after",  "until", "till",  "through",
        "throughout", "during", "before", "since", "circa"}) {
    if (reader.IsWord(i, word)) return true;
  }
  return false;
}

bool StandsAlone(const TimeReader& reader, std::size_t i) {
  if (i >= reader.size() || reader.StartsSentence(i)) return true;
  const TimePiece& piece = reader.at(i);
  return piece.kind == TimePiece::Kind::kMark && piece.mark != '%' && piece.mark != '/';
}

// "1939-1945", "2014-15".
bool BeginsYearRange(const TimeReader& reader, std::size_t i) {
  const int year = reader.at(i).whole();
  const TimePiece& other = reader.at(i + 2);
  if (!reader.IsMark(i + 1, '-') || !other.is_plain) return false;
  if (other.digits == 4) return other.whole() > year && other.whole() < 2200;
  return other.digits == 2 && other.whole() > year % 100 && reader.IsGlued(i + 2);
}

constexpr std::string_view kTens[] = {"twenties", "thirties",  "forties",  "fifties",
                                      "sixties",  "seventies", "eighties", "nineties"};

}  // namespace

bool IsYearByContext(const TimeReader& reader, std::size_t i) {
  const std::size_t next = i + 1;
  if (reader.IsMark(next, '%') || reader.Is(next, TimeClass::kCounted)) return false;
  if (reader.Is(next, TimeClass::kUnits) || reader.Is(next, TimeClass::kScale)) {
    return false;
  }
  const int value = reader.at(i).whole();
  const bool is_likely = value >= 1400 && value < 2100;
  if (i == 0 || reader.StartsSentence(i)) {  // "2003: ...", or alone as a heading
    return is_likely && !LooksCounted(reader, next);
  }
  const std::size_t before = i - 1;
  if (reader.IsMark(before, '$') || reader.IsMark(before, '#')) return false;
  if (BeginsYearRange(reader, i) && !reader.IsMark(before, '-')) return is_likely;
  if (reader.IsWord(before, "in") || reader.IsWord(before, "since")) return true;
  if (reader.Is(before, TimeClass::kPart) || reader.Is(before, TimeClass::kSeason)) {
    return true;
  }
  const bool is_counted = LooksCounted(reader, next);
  if (reader.Is(before, TimeClass::kPreposition) || MayTakeAmount(reader, before)) {
    if (reader.IsWord(before, "at") || reader.IsWord(before, "on")) {
      return is_likely && !is_counted && !StandsAlone(reader, next);
    }
    return is_likely && !(is_counted && MayTakeAmount(reader, before));
  }
  if (reader.IsMark(before, '-') || reader.IsMark(before, '/')) {
    // "1939-1945", "1939 - 1945", "mid-1916".
    const std::size_t left = before == 0 ? 0 : before - 1;
    const bool is_range = reader.at(left).is_plain && reader.at(left).digits == 4 &&
                          reader.at(left).whole() < value;
    return is_likely && (is_range || reader.Is(left, TimeClass::kPart));
  }
  if (reader.IsMark(before, '.')) {  // "(m. 1949; div. 1964)"
    return is_likely && StandsAlone(reader, next) && next < reader.size() &&
           !reader.StartsSentence(next) && !reader.IsGlued(i);
  }
  if (reader.IsMark(before, '(') || reader.IsMark(before, '[')) return is_likely;
  if (reader.IsMark(before, ',')) {
    const bool follows_year = before > 0 && reader.at(before - 1).is_plain &&
                              reader.at(before - 1).digits == 4;
    return is_likely &&
           (follows_year || StandsAlone(reader, next) || reader.IsWord(next, "and"));
  }
  if (reader.IsMark(before, '\'') || reader.IsMark(before, '"')) {
    return is_likely && !is_counted && !StandsAlone(reader, next);
  }
  // "the 2014 election", "a 2008 report", "his 1994 book", "Russia's 2014 annexation".
  const bool is_determined =
      reader.Is(before, TimeClass::kDeterminer) || reader.IsWord(before, "s") ||
      reader.IsWord(before, "this") || reader.Is(before, TimeClass::kDirection);
  if (is_determined) return is_likely && !StandsAlone(reader, next);
  const bool is_before_name = reader.at(next).is_capital &&
                              !reader.StartsSentence(next) &&
                              !reader.at(before).is_capital;
  if (is_before_name && is_likely) return true;  // "won 2014 World Cup"
  // "World Cup 2014", not "Resolution 1973".
  const bool is_named = reader.at(before).is_capital &&
                        !reader.StartsSentence(before) &&
                        !reader.Is(before, TimeClass::kNumbered);
  return is_named && is_likely && value > 1900 && !is_counted;
}

std::optional<TimeExpression> ReadDecadeAt(const TimeReader& reader, std::size_t i) {
  TimeExpression date;
  date.first = static_cast<std::uint32_t>(i);
  const std::size_t number = reader.SkipMark(i, '\'');
  const TimePiece& piece = reader.at(number);
  if (piece.is_plural && piece.is_plain) {
    const bool is_full = piece.digits == 4 && number == i;
    const bool is_short =
        piece.digits == 2 && piece.whole() >= 10 &&
        (number != i || reader.IsWord(i - 1, "the") || reader.IsMark(i - 1, '-') ||
         reader.Is(i - 1, TimeClass::kPart));
    if (!is_full && !is_short) return std::nullopt;
    date.is_short_decade = is_short;
    date.decade = piece.whole() / 10;
    if (is_full && piece.whole() % 100 == 0 && piece.whole() < 1900) {
      date.century = piece.whole() / 100;  // "the 1800s"
      date.decade.reset();
    }
    date.last = static_cast<std::uint32_t>(number);
    return date;
  }
  for (int tens = 0; tens < 8; ++tens) {
    if (!reader.IsWord(i, kTens[tens])) continue;
    const bool is_led =
        i > 0 && (reader.IsWord(i - 1, "the") || reader.Is(i - 1, TimeClass::kPart) ||
                  reader.IsMark(i - 1, '-'));
    if (!is_led) return std::nullopt;
    date.is_short_decade = true;
    date.decade = tens + 2;
    date.last = date.first;
    return date;
  }
  int nth = -1;
  std::size_t next = i + 1;
  if (piece.is_ordinal && number == i) {
    nth = piece.whole();
  } else if (piece.is(TimeClass::kOrdinal)) {
    nth = piece.value_of(TimeClass::kOrdinal);
  } else if (piece.is(TimeClass::kNumber) && piece.value_of(TimeClass::kNumber) == 20) {
    const std::size_t units = reader.SkipMark(i + 1, '-');  // "twenty-first"
    if (reader.Is(units, TimeClass::kOrdinal)) {
      nth = 20 + reader.at(units).value_of(TimeClass::kOrdinal);
      next = units + 1;
    }
  }
  next = reader.SkipMark(next, '-');
  const bool is_century =
      reader.IsWord(next, "century") || reader.IsWord(next, "centuries");
  if (nth < 1 || nth > 30 || !is_century) return std::nullopt;
  ++next;
  date.century = nth - 1;
  if (reader.Is(next, TimeClass::kEra) && reader.at(next).is_capital) {
    date.is_before_era = reader.at(next).value_of(TimeClass::kEra) < 0;
    ++next;
  }
  date.last = static_cast<std::uint32_t>(next - 1);
  return date;
}

}  // namespace entente
