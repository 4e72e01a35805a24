#include "meaning/time_grammar.h"

#include "meaning/time_calendar.h"

namespace entente {
namespace {

using Shape = TimeExpression::Shape;

// The longer of two readings, the first where they are equal.
void Keep(std::optional<TimeExpression>& best,
          const std::optional<TimeExpression>& other) {
  if (other && (!best || other->last > best->last)) best = other;
}

std::optional<TimeExpression> ReadVagueAt(const TimeReader& reader,
                                          const TimeLexicon& lexicon, std::size_t i) {
  if (reader.at(i).entry == nullptr) return std::nullopt;
  for (const TimePhrase& phrase : lexicon.phrases(*reader.at(i).entry)) {
    if (phrase.holiday != nullptr) continue;
    const auto last = MatchPhrase(reader, phrase, i);
    if (!last) continue;
    TimeExpression vague{.shape = Shape::kVague};
    vague.first = static_cast<std::uint32_t>(i);
    vague.last = static_cast<std::uint32_t>(*last);
    vague.timex = phrase.timex;
    vague.needs_future = phrase.needs_future;
    return vague;
  }
  return std::nullopt;
}

// What a part may be of: "early May", "the end of the 1990s", "late last month".
std::optional<TimeExpression> ReadWholeAt(const TimeReader& reader, std::size_t i) {
  std::optional<TimeExpression> best = ReadCalendarAt(reader, i);
  const std::size_t at = reader.Skip(i, "the");
  if (at != i) Keep(best, ReadCalendarAt(reader, at));
  Keep(best, ReadDecadeAt(reader, at));
  Keep(best, ReadRelativeAt(reader, i));
  Keep(best, ReadDeicticAt(reader, i));
  return best;
}

// "early", "mid-", "the end of", "earlier" at i: the part, and where its whole begins.
struct ReadPart {
  PeriodPart part = PeriodPart::kStart;
  std::size_t next = 0;
};
std::optional<ReadPart> ReadPartWordAt(const TimeReader& reader, std::size_t i) {
  std::size_t at = reader.Skip(i, "the");
  const bool has_the = at != i;
  at = reader.Skip(at, "very");
  if (!reader.Is(at, TimeClass::kPart)) return std::nullopt;
  ReadPart read;
  read.part = static_cast<PeriodPart>(reader.at(at).value_of(TimeClass::kPart));
  const bool is_noun = reader.IsWord(at, "end") || reader.IsWord(at, "beginning") ||
                       reader.IsWord(at, "start") || reader.IsWord(at, "middle") ||
                       reader.IsWord(at, "close") || reader.IsWord(at, "opening") ||
                       reader.IsWord(at, "outset") || reader.IsWord(at, "onset");
  const std::size_t word_end = at + 1;
  if (is_noun) {
    const bool has_of = reader.IsWord(word_end, "of");
    if (!has_of) return std::nullopt;
    read.next = word_end + 1;
    return read;
  }
  at = reader.SkipMark(word_end, '-');
  if (reader.IsWord(at, "part")) at = reader.Skip(at + 1, "of");
  if (at == word_end) {
    at = reader.Skip(at, "in");
    if (at == word_end) at = reader.Skip(at, "on");
  }
  (void)has_the;  // "the late 1990s" and "late 1990s" read alike
  read.next = at;
  return read;
}

std::optional<TimeExpression> ReadPartAt(const TimeReader& reader, std::size_t i) {
  const auto part = ReadPartWordAt(reader, i);
  if (!part) return std::nullopt;
  auto whole = ReadWholeAt(reader, part->next);
  if (!whole) {  // "later in the year": of the year at hand
    const std::size_t at = reader.Skip(part->next, "the");
    const bool is_unit = at != part->next && reader.Is(at, TimeClass::kUnit);
    if (!is_unit) return std::nullopt;
    const auto unit = static_cast<TimeUnit>(reader.at(at).value_of(TimeClass::kUnit));
    const bool is_period = unit >= TimeUnit::kWeek && unit <= TimeUnit::kCentury &&
                           unit != TimeUnit::kSeason;
    if (!is_period) return std::nullopt;
    whole = TimeExpression{.shape = Shape::kUnit, .direction = TimeDirection::kSame};
    whole->unit = unit;
    whole->last = static_cast<std::uint32_t>(at);
  }
  const bool is_within =
      part->part == PeriodPart::kBefore || part->part == PeriodPart::kAfter;
  if (whole->part || whole->shape == Shape::kDuration) return std::nullopt;
  if (is_within && whole->shape == Shape::kOffset) return std::nullopt;
  whole->part = part->part;
  whole->first = static_cast<std::uint32_t>(i);
  return whole;
}

// Decades, years of an era and seasons take their "the" in.
std::optional<TimeExpression> WithArticle(const TimeReader& reader, std::size_t i) {
  if (!reader.IsWord(i, "the")) return std::nullopt;
  auto whole = ReadDecadeAt(reader, i + 1);
  Keep(whole, ReadPartAt(reader, i));
  auto date = ReadCalendarAt(reader, i + 1);
  const bool takes_article =
      date && (date->season || date->quarter || date->half ||
               (date->day && reader.IsNumber(i + 1)) || date->year_kind);
  if (takes_article) Keep(whole, date);
  if (whole) whole->first = static_cast<std::uint32_t>(i);
  return whole;
}

bool MayBegin(const TimeReader& reader, std::size_t i) {
  const TimePiece& piece = reader.at(i);
  if (piece.is_number()) return true;
  if (piece.entry == nullptr) return reader.IsMark(i, '\'');
  constexpr std::uint32_t kNever =
      1U << static_cast<unsigned>(TimeClass::kPreposition) |
      1U << static_cast<unsigned>(TimeClass::kFuture) |
      1U << static_cast<unsigned>(TimeClass::kPast) |
      1U << static_cast<unsigned>(TimeClass::kCounted) |
      1U << static_cast<unsigned>(TimeClass::kNumbered) |
      1U << static_cast<unsigned>(TimeClass::kShift) |
      1U << static_cast<unsigned>(TimeClass::kMeridiem) |
      1U << static_cast<unsigned>(TimeClass::kZone);
  return (piece.entry->classes & ~kNever) != 0 || piece.entry->phrase_count > 0;
}

std::optional<TimeExpression> ReadAt(const TimeReader& reader,
                                     const TimeLexicon& lexicon, std::size_t i) {
  if (reader.IsWord(i, "the")) {  // "the Six-Day War": a name, article and all
    auto name = ReadVagueAt(reader, lexicon, i + 1);
    if (name && name->timex == kNoTime) return name;
  }
  std::optional<TimeExpression> best = ReadHolidayAt(reader, lexicon, i);
  Keep(best, ReadPartAt(reader, i));
  Keep(best, WithArticle(reader, i));
  Keep(best, ReadClockAt(reader, i));
  Keep(best, ReadCalendarAt(reader, i));
  Keep(best, ReadDecadeAt(reader, i));
  Keep(best, ReadDayPartAt(reader, i));
  Keep(best, ReadNthUnitAt(reader, i));
  Keep(best, ReadDeicticAt(reader, i));
  Keep(best, ReadAmountExpressionAt(reader, lexicon, i));
  Keep(best, ReadRelativeAt(reader, i));
  Keep(best, ReadSetAt(reader, i));
  Keep(best, ReadVagueAt(reader, lexicon, i));
  return best;
}

// A day or year alone beside one that is whole: "6 and 7 January", "May 5-7",
// "1994-96".
bool IsConnector(const TimeReader& reader, std::size_t i) {
  return reader.IsMark(i, '-') || reader.IsMark(i, '/') || reader.IsMark(i, ',') ||
         reader.IsWord(i, "and") || reader.IsWord(i, "or") || reader.IsWord(i, "to") ||
         reader.IsWord(i, "until") || reader.IsWord(i, "till") ||
         reader.IsWord(i, "through");
}

bool IsDayNumber(const TimeReader& reader, std::size_t i) {
  const TimePiece& piece = reader.at(i);
  return piece.is_plain && piece.digits <= 2 && piece.whole() >= 1 &&
         piece.whole() <= 31;
}

// The second half of a range or list, which leans on the expression before it.
std::optional<TimeExpression> ReadLeaningAt(const TimeReader& reader, std::size_t i,
                                            const TimeExpression& before) {
  const std::size_t connector = before.last + 1;
  if (i != connector + 1 || !IsConnector(reader, connector)) return std::nullopt;
  const TimePiece& piece = reader.at(i);
  if (!piece.is_plain || piece.digits > 2 || piece.is_plural) return std::nullopt;
  TimeExpression leaning;
  leaning.first = leaning.last = static_cast<std::uint32_t>(i);
  const bool is_only_year = before.year && !before.month && !before.season &&
                            before.shape == Shape::kCalendar && !before.part;
  if (is_only_year && piece.digits == 2) {
    const bool is_dash = reader.IsMark(connector, '-') || reader.IsMark(connector, '/');
    const int year = *before.year / 100 * 100 + piece.whole();
    if (!is_dash || year <= *before.year) return std::nullopt;
    leaning.year = year;
    return leaning;
  }
  const bool follows_day = before.month && before.day && !before.has_clock() &&
                           before.shape == Shape::kCalendar &&
                           reader.at(before.last).digits <= 2;
  if (!follows_day || !IsDayNumber(reader, i)) return std::nullopt;
  const bool is_counting =
      reader.Is(i + 1, TimeClass::kUnits) || reader.Is(i + 1, TimeClass::kCounted) ||
      reader.Is(i + 1, TimeClass::kScale) || reader.IsMark(i + 1, '%') ||
      (reader.at(i + 1).kind == TimePiece::Kind::kWord &&
       reader.IsMark(connector, ','));
  const bool is_month_first = reader.at(before.last).is_plain;
  const bool is_earlier = piece.whole() <= *before.day;
  if (is_counting || !is_month_first || is_earlier) return std::nullopt;
  leaning.month = before.month;
  leaning.day = piece.whole();
  leaning.year = before.year;
  const std::size_t at = reader.SkipMark(i + 1, ',');
  if (const auto year = ReadYearAt(reader, at); year && !leaning.year) {
    leaning.year = year->value;
    leaning.last = static_cast<std::uint32_t>(year->next - 1);
  }
  return leaning;
}

// "6" of "6 and 7 January": a day whose month stands with the next one.
std::optional<TimeExpression> ReadLeadingDayAt(const TimeReader& reader,
                                               std::size_t i) {
  std::size_t at = reader.Skip(i, "the");
  const bool is_day = reader.at(at).is_plain && reader.at(at).digits <= 2 &&
                      reader.at(at).whole() >= 1 && reader.at(at).whole() <= 31;
  if (!is_day || !IsConnector(reader, at + 1)) return std::nullopt;
  const std::size_t other = reader.Skip(at + 2, "the");
  const auto next = ReadCalendarAt(reader, other);
  const bool leads = next && next->day && next->month && !next->weekday &&
                     !reader.Is(other, TimeClass::kMonth);
  if (!leads) return std::nullopt;
  TimeExpression day{.year = next->year, .month = next->month};
  day.day = reader.at(at).whole();
  day.first = static_cast<std::uint32_t>(i);
  day.last = static_cast<std::uint32_t>(at);
  return day;
}

// "the 20th", "on the 21st": a day of the month at hand.
std::optional<TimeExpression> ReadBareDayAt(const TimeReader& reader, std::size_t i,
                                            bool has_month) {
  if (!has_month || !reader.IsWord(i, "the") || !reader.at(i + 1).is_ordinal) {
    return std::nullopt;
  }
  const bool is_led =
      i > 0 && (reader.IsWord(i - 1, "on") || reader.IsWord(i - 1, "of") ||
                reader.IsWord(i - 1, "until") || reader.IsWord(i - 1, "by"));
  const TimePiece& behind = reader.at(i + 2);
  const bool is_free = reader.StartsSentence(i + 2) ||
                       behind.kind == TimePiece::Kind::kMark ||
                       reader.Is(i + 2, TimeClass::kPreposition);
  if (!is_led || !is_free || reader.IsWord(i + 2, "of")) return std::nullopt;
  TimeExpression day{.day = reader.at(i + 1).whole()};
  if (*day.day > 31 || *day.day < 1) return std::nullopt;
  day.first = static_cast<std::uint32_t>(i);
  day.last = static_cast<std::uint32_t>(i + 1);
  return day;
}

}  // namespace

std::vector<TimeExpression> ReadTimeExpressions(const TimeReader& reader,
                                                const TimeLexicon& lexicon) {
  std::vector<TimeExpression> all;
  bool has_month = false;
  for (std::size_t i = 0; i < reader.size(); ++i) {
    if (!MayBegin(reader, i)) continue;
    auto read = ReadAt(reader, lexicon, i);
    if (!all.empty()) Keep(read, ReadLeaningAt(reader, i, all.back()));
    Keep(read, ReadLeadingDayAt(reader, i));
    Keep(read, ReadBareDayAt(reader, i, has_month));
    if (!read) continue;
    has_month = has_month || read->month.has_value();
    i = read->last;
    all.push_back(*read);
  }
  JoinTimeExpressions(reader, all);
  return all;
}

void JoinTimeExpressions(const TimeReader& reader, std::vector<TimeExpression>& all) {
  for (std::size_t k = all.size(); k-- > 1;) {
    TimeExpression& left = all[k - 1];
    TimeExpression& right = all[k];
    const std::size_t between = left.last + 1;
    if (right.first != between + 1 || !IsConnector(reader, between)) continue;
    const bool are_dates =
        left.shape == Shape::kCalendar && right.shape == Shape::kCalendar;
    if (!are_dates) continue;
    const bool lacks_year = !left.year && !left.weekday && !left.direction &&
                            (left.month || left.season) && right.year &&
                            (right.month || right.season);
    if (lacks_year) {  // "between May and July 2014", "November-February 2017"
      const bool wraps = left.month && right.month && *left.month > *right.month;
      left.year = *right.year - (wraps ? 1 : 0);
    }
    const std::size_t before = left.first;
    const bool is_led = before > 0 && (reader.IsWord(before - 1, "from") ||
                                       reader.IsWord(before - 1, "between"));
    const bool is_mark = reader.IsMark(between, '-');
    const bool is_word =
        reader.IsWord(between, "to") || reader.IsWord(between, "until") ||
        reader.IsWord(between, "till") || reader.IsWord(between, "through") ||
        (reader.IsWord(between, "and") && before > 0 &&
         reader.IsWord(before - 1, "between"));
    const bool same_grain = left.year.has_value() == right.year.has_value() &&
                            left.month.has_value() == right.month.has_value();
    left.begins_range = (is_mark && same_grain) || (is_word && (is_led || same_grain));
    right.ends_range = left.begins_range;
  }
}

}  // namespace entente
