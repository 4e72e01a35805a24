// The small vocabularies of time: units, seasons, parts of the day, and parts of a
// period, with their codes in data/lexicon/time_words.tsv and in TIMEX3.
#ifndef ENTENTE_MEANING_TIME_CODES_H_
#define ENTENTE_MEANING_TIME_CODES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace entente {

enum class TimeUnit : std::uint8_t {
  kSecond,
  kMinute,
  kHour,
  kDay,
  kNight,
  kWeek,
  kFortnight,
  kWeekend,
  kMonth,
  kQuarter,
  kSeason,
  kHalfYear,
  kYear,
  kDecade,
  kCentury,
  kMillennium,
};
inline constexpr std::array<std::string_view, 16> kTimeUnitCodes = {
    "S", "MIN", "H",      "D",    "NIGHT", "W",  "FN", "WE",
    "M", "Q",   "SEASON", "HALF", "Y",     "DE", "CE", "ML"};

enum class YearSeason : std::uint8_t { kSpring, kSummer, kAutumn, kWinter };
inline constexpr std::array<std::string_view, 4> kSeasonCodes = {"SP", "SU", "FA",
                                                                 "WI"};

enum class DayPart : std::uint8_t {
  kMorning,
  kNoon,
  kAfternoon,
  kEvening,
  kNight,
  kDawn,
  kDusk,
  kMidnight,
  kDaytime,
};
inline constexpr std::array<std::string_view, 9> kDayPartCodes = {
    "MO", "MI", "AF", "EV", "NI", "DW", "DU", "MN", "DT"};

// Where in a period: "early May", "the end of 1914", "later this week".
enum class PeriodPart : std::uint8_t { kStart, kMiddle, kEnd, kBefore, kAfter };
inline constexpr std::array<std::string_view, 5> kPeriodPartCodes = {
    "START", "MID", "END", "BEFORE", "AFTER"};

// Which one of its kind: "last week", "this week", "next week"; the same and that one
// are the one named before.
enum class TimeDirection : std::uint8_t { kLast, kThis, kNext, kSame, kThat };
inline constexpr std::array<std::string_view, 5> kDirectionCodes = {"-1", "0", "1",
                                                                    "SAME", "THAT"};

inline constexpr std::array<std::string_view, 3> kYearKindCodes = {"Y", "FY", "SY"};
inline constexpr std::array<std::string_view, 3> kApproximatorCodes = {"APPROX", "LESS",
                                                                       "MORE"};

// -1, 0 or 1 steps of the unit; the same and that one are none away.
constexpr int Step(TimeDirection direction) {
  switch (direction) {
    case TimeDirection::kLast:
      return -1;
    case TimeDirection::kNext:
      return 1;
    case TimeDirection::kThis:
    case TimeDirection::kSame:
    case TimeDirection::kThat:
      return 0;
  }
  return 0;
}

constexpr bool IsPointing(TimeDirection direction) {
  return direction == TimeDirection::kSame || direction == TimeDirection::kThat;
}

// The place of `code` in a list of codes, or nothing.
template <std::size_t kCount>
std::optional<std::int32_t> CodeIndex(const std::array<std::string_view, kCount>& codes,
                                      std::string_view code) {
  for (std::size_t i = 0; i < kCount; ++i) {
    if (codes[i] == code) return static_cast<std::int32_t>(i);
  }
  return std::nullopt;
}

}  // namespace entente

#endif  // ENTENTE_MEANING_TIME_CODES_H_
