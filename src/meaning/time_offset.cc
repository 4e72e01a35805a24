#include "meaning/time_amount.h"
#include "meaning/time_calendar.h"
#include "meaning/time_grammar.h"
#include "meaning/time_units.h"

namespace entente {
namespace {

using Shape = TimeExpression::Shape;

// The shift word of an offset at i ("ago", "later", "before that"), or 0.
struct ReadShift {
  int shift = 0;
  std::size_t next = 0;
  bool is_ago = false;
  bool may_have_base = false;  // "after", "before", "from"
};

std::optional<ReadShift> ReadShiftAt(const TimeReader& reader, std::size_t i) {
  if (reader.IsWord(i, "from")) {
    if (reader.IsWord(i + 1, "now")) return ReadShift{1, i + 2, true, false};
    return ReadShift{1, i + 1, false, true};
  }
  if (!reader.Is(i, TimeClass::kShift)) return std::nullopt;
  ReadShift read{.shift = reader.at(i).value_of(TimeClass::kShift), .next = i + 1};
  read.is_ago = reader.IsWord(i, "ago") || reader.IsWord(i, "hence");
  read.may_have_base = reader.IsWord(i, "after") || reader.IsWord(i, "before") ||
                       reader.IsWord(i, "prior");
  if (reader.IsWord(i, "prior")) read.next = reader.Skip(read.next, "to");
  return read;
}

// Gives the offset the date that it is counted from, where one stands at i.
std::optional<std::size_t> ReadBase(const TimeReader& reader,
                                    const TimeLexicon& lexicon, std::size_t i,
                                    TimeExpression& offset) {
  auto base = ReadCalendarAt(reader, i);
  if (!base) base = ReadDeicticAt(reader, i);
  if (!base) base = ReadHolidayAt(reader, lexicon, i);
  if (!base) base = ReadRelativeAt(reader, i);
  if (!base || base->shape != Shape::kCalendar) return std::nullopt;
  base->shape = Shape::kOffset;
  base->amounts = offset.amounts;
  base->amount_count = offset.amount_count;
  base->shift = offset.shift;
  base->has_base = true;
  base->is_from_document = false;
  const std::size_t next = base->last + 1;
  offset = *base;
  return next;
}

// "two weeks ago", "a day after May 5": makes an offset of the amount, where it is one.
std::optional<TimeExpression> ReadOffset(const TimeReader& reader,
                                         const TimeLexicon& lexicon, std::size_t i,
                                         const ReadAmount& amount) {
  const auto shift = ReadShiftAt(reader, amount.next);
  if (!shift || amount.is_adjective) return std::nullopt;
  TimeExpression offset{.shape = Shape::kOffset};
  offset.amounts = amount.amounts;
  offset.amount_count = amount.amount_count;
  offset.shift = shift->shift;
  offset.is_from_document = shift->is_ago;
  if (shift->may_have_base) {
    const bool is_from = reader.IsWord(amount.next, "from");
    const auto next = ReadBase(reader, lexicon, shift->next, offset);
    // "64 days from November 21 to January 31" is a duration; "a week from Monday" not.
    const bool goes_on =
        next && (reader.IsWord(*next, "to") || reader.IsMark(*next, '-') ||
                 reader.IsWord(*next, "until") || reader.IsWord(*next, "through"));
    const bool is_offset = !is_from || (offset.has_day() && !goes_on);
    if (next && is_offset) return Framed(i, *next, offset);
    if (next) return std::nullopt;
    // "two days after the battle": how long, and no day that we can name.
    if (reader.IsWord(amount.next, "from")) return std::nullopt;
    const std::size_t that = reader.Skip(shift->next, "that");
    if (!IsClauseEnd(reader, that)) return std::nullopt;
    return Framed(i, that, offset);
  }
  return Framed(i, shift->next, offset);
}

// An age or a mere measure: "34 years old", "a 45-year-old man", "aged 34".
bool IsAge(const TimeReader& reader, std::size_t next) {
  const std::size_t at = reader.SkipMark(next, '-');
  return reader.IsWord(at, "old") || reader.IsWord(at, "olds") ||
         (reader.IsWord(at, "of") && reader.IsWord(at + 1, "age"));
}

std::optional<TimeExpression> Duration(const TimeReader& reader, std::size_t i,
                                       const ReadAmount& amount) {
  TimeExpression duration{.shape = Shape::kDuration};
  duration.amounts = amount.amounts;
  duration.amount_count = amount.amount_count;
  std::size_t next = amount.next;
  if (IsAge(reader, next)) {
    next = reader.SkipMark(next, '-') + 1;
    next = reader.Skip(next, "age");
  }
  duration.is_led_by_in = i > 0 && reader.IsWord(i - 1, "in");
  return Framed(i, next, duration);
}

}  // namespace

std::optional<TimeExpression> ReadAmountExpressionAt(const TimeReader& reader,
                                                     const TimeLexicon& lexicon,
                                                     std::size_t i) {
  const bool ends_years = i > 1 && reader.IsMark(i - 1, '-') &&
                          reader.at(i).digits == 2 && reader.at(i - 2).is_plain &&
                          reader.at(i - 2).digits == 4;
  if (ends_years) return std::nullopt;  // "the 2014-15 season"
  const bool has_the = reader.IsWord(i, "the");
  const bool is_day =
      has_the && UnitAt(reader, i + 1) && reader.Is(i + 2, TimeClass::kShift);
  if (is_day) {  // "the day before", "the year after", "the day after May 5"
    ReadAmount amount{.amount_count = 1, .next = i + 2};
    amount.amounts[0] = {1, *UnitAt(reader, i + 1)};
    return ReadOffset(reader, lexicon, i, amount);
  }
  if (has_the && UnitAt(reader, i + 1) && reader.IsWord(i + 2, "following")) {
    TimeExpression next{.shape = Shape::kUnit, .direction = TimeDirection::kNext};
    next.unit = UnitAt(reader, i + 1);
    return Framed(i, i + 3, next);
  }
  const bool is_aged = reader.IsWord(i, "aged") && reader.at(i + 1).is_plain &&
                       reader.at(i + 1).digits <= 3;
  if (is_aged) {
    TimeExpression age{.shape = Shape::kDuration};
    age.Add({reader.at(i + 1).value, TimeUnit::kYear});
    return Framed(i, i + 2, age);
  }
  if (reader.IsWord(i, "all") && UnitAt(reader, i + 1)) {  // "all day"
    const TimeUnit whole = *UnitAt(reader, i + 1);
    if (whole < TimeUnit::kDay || whole > TimeUnit::kYear) return std::nullopt;
    TimeExpression all{.shape = Shape::kDuration};
    all.Add({1, whole});
    return Framed(i, i + 2, all);
  }
  if (reader.Is(i, TimeClass::kUnits)) {  // "weeks later", "months before that"
    ReadAmount amount{.amount_count = 1, .next = i + 1};
    amount.amounts[0] = {-1, *UnitsAt(reader, i)};
    if (auto offset = ReadOffset(reader, lexicon, i, amount)) return offset;
    const bool is_led =
        i > 0 && (reader.IsWord(i - 1, "for") || reader.IsWord(i - 1, "within") ||
                  reader.IsWord(i - 1, "after") || reader.IsWord(i - 1, "over"));
    const bool may_be = is_led && amount.amounts[0].unit >= TimeUnit::kMinute &&
                        amount.amounts[0].unit != TimeUnit::kSeason &&
                        amount.amounts[0].unit != TimeUnit::kQuarter;
    return may_be ? Duration(reader, i, amount) : std::nullopt;
  }
  std::size_t start = SkipApproximator(reader, i);
  if (start == i && has_the) {  // "the first ten months", "the 14-year-long war"
    start = i + 1;
    start = reader.Skip(reader.Skip(start, "first"), "final");
    if (reader.IsWord(start, "last")) return std::nullopt;
    start = SkipApproximator(reader, start);
  }
  const auto amount = ReadAmountAt(reader, start);
  if (!amount) return std::nullopt;
  if (auto offset = ReadOffset(reader, lexicon, i, *amount)) return offset;
  const TimeUnit unit = amount->amounts[0].unit;
  const bool is_one_day = amount->is_article && amount->next == start + 2 &&
                          (unit == TimeUnit::kQuarter || unit == TimeUnit::kSeason ||
                           unit == TimeUnit::kHalfYear || unit == TimeUnit::kSecond);
  if (is_one_day) return std::nullopt;
  return Duration(reader, i, *amount);
}

}  // namespace entente
