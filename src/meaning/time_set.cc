#include "meaning/time_amount.h"
#include "meaning/time_grammar.h"
#include "meaning/time_units.h"

namespace entente {
namespace {

using Shape = TimeExpression::Shape;

// "every Friday", "each summer", "every two years", "per day".
std::optional<TimeExpression> ReadEvery(const TimeReader& reader, std::size_t i) {
  TimeExpression set{.shape = Shape::kSet};
  double step = reader.at(i).value_of(TimeClass::kEvery);
  std::size_t at = i + 1;
  if (reader.IsWord(at, "other") || reader.IsWord(at, "second")) {
    const bool has_unit =
        UnitAt(reader, at + 1) || reader.Is(at + 1, TimeClass::kWeekday);
    if (has_unit) {
      step = 2;
      ++at;
    }
  } else if (reader.IsWord(at, "single")) {
    ++at;
  }
  if (reader.Is(at, TimeClass::kWeekday)) {
    set.weekday = reader.at(at).value_of(TimeClass::kWeekday);
    if (const auto part = DayPartAt(reader, at + 1)) {
      set.day_part = part;
      ++at;
    }
    return Framed(i, at + 1, set);
  }
  if (reader.Is(at, TimeClass::kMonth)) {
    set.month = reader.at(at).value_of(TimeClass::kMonth);
    return Framed(i, at + 1, set);
  }
  if (reader.Is(at, TimeClass::kSeason)) {
    set.season = static_cast<YearSeason>(reader.at(at).value_of(TimeClass::kSeason));
    return Framed(i, at + 1, set);
  }
  if (const auto part = DayPartAt(reader, at)) {
    set.day_part = part;
    return Framed(i, at + 1, set);
  }
  if (const auto unit = UnitAt(reader, at)) {
    if (*unit == TimeUnit::kNight) {
      set.day_part = DayPart::kNight;
    } else {
      set.Add({step, *unit});
    }
    return Framed(i, at + 1, set);
  }
  const auto amount = ReadAmountAt(reader, at);
  if (!amount || amount->is_article) return std::nullopt;
  set.amounts = amount->amounts;
  set.amount_count = amount->amount_count;
  return Framed(i, amount->next, set);
}

}  // namespace

std::optional<TimeExpression> ReadSetAt(const TimeReader& reader, std::size_t i) {
  TimeExpression set{.shape = Shape::kSet};
  const TimePiece& piece = reader.at(i);
  if (piece.is(TimeClass::kFrequency)) {
    if (reader.IsWord(i, "daily") && piece.is_capital && !reader.StartsSentence(i)) {
      return std::nullopt;  // a paper: "the Daily Mail"
    }
    const int value = piece.value_of(TimeClass::kFrequency);
    const int amount = value / 32;  // as TimeLexicon packs it
    set.Add({static_cast<double>(amount), static_cast<TimeUnit>(value % 32)});
    return Framed(i, i + 1, set);
  }
  if (piece.is(TimeClass::kWeekdays)) {  // "on Mondays"
    set.weekday = piece.value_of(TimeClass::kWeekdays);
    return Framed(i, i + 1, set);
  }
  if (piece.is(TimeClass::kTimes) || reader.IsWord(i + 1, "times")) {
    const std::size_t at = reader.Is(i, TimeClass::kTimes) ? i + 1 : i + 2;
    const bool is_rate = (reader.IsWord(at, "a") || reader.IsWord(at, "an") ||
                          reader.IsWord(at, "per") || reader.IsWord(at, "each") ||
                          reader.IsWord(at, "every")) &&
                         UnitAt(reader, at + 1).has_value();
    if (!is_rate) return std::nullopt;
    set.Add({1, *UnitAt(reader, at + 1)});
    return Framed(i, at + 2, set);
  }
  if (piece.is(TimeClass::kEvery)) return ReadEvery(reader, i);
  return std::nullopt;
}

}  // namespace entente
