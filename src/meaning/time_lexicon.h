// TimeLexicon: the words, phrases and holidays that time expressions are made of.
//
// A word's classes are bits, so that one lookup answers every question of the grammar.
// Immutable after load.
#ifndef ENTENTE_MEANING_TIME_LEXICON_H_
#define ENTENTE_MEANING_TIME_LEXICON_H_

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "meaning/lemma_map.h"
#include "meaning/time_rule.h"

namespace entente {

// The classes of time_words.tsv, in its order.
enum class TimeClass : std::uint8_t {
  kMonth,
  kWeekday,
  kWeekdays,
  kNumber,
  kScale,
  kQuantity,
  kOrdinal,
  kUnit,
  kUnits,
  kSeason,
  kDayPart,
  kDeictic,
  kPart,
  kDirection,
  kShift,
  kDeterminer,
  kApproximator,
  kEvery,
  kTimes,
  kFrequency,
  kEra,
  kMeridiem,
  kZone,
  kYearKind,
  kPreposition,
  kFuture,
  kPast,
  kCounted,
  kLead,
  kNumbered,
};
inline constexpr std::size_t kTimeClassCount = 30;

inline constexpr std::int32_t kUnknownValue = INT32_MIN;  // "several", "ET"
inline constexpr std::int32_t kTonight = INT32_MAX;

struct TimeWord {
  std::uint32_t classes = 0;  // bit per TimeClass
  std::array<std::int32_t, kTimeClassCount> values{};
  std::uint32_t first_phrase = 0;  // phrases that begin with this word
  std::uint32_t phrase_count = 0;

  bool is(TimeClass which) const {
    return (classes >> static_cast<unsigned>(which) & 1U) != 0;
  }
  std::int32_t value(TimeClass which) const {
    return values[static_cast<std::size_t>(which)];
  }
};

// A vague phrase or a holiday, as lower-case words and marks: "new", "year", "'s".
struct TimePhrase {
  std::vector<std::string> pieces;
  std::string timex;                 // of a vague phrase; else empty
  const DayRule* holiday = nullptr;  // the lexicon's
  bool needs_future = false;         // "soon" is a time in the future tense alone
};

class TimeLexicon {
 public:
  // Returns kNotFound or kCorrupt, naming file and line.
  static Result<TimeLexicon> Load(const std::string& lexicon_dir);

  // The entry of a lower-case word, or nullptr.
  const TimeWord* Find(std::string_view lower) const {
    return FindLemma(words_, lower);
  }

  // The phrases that begin with the word, longest first.
  std::span<const TimePhrase> phrases(const TimeWord& word) const {
    return std::span(phrases_).subspan(word.first_phrase, word.phrase_count);
  }

 private:
  Status ReadWords(const std::string& path);
  Status ReadPhrases(const std::string& path);
  Status ReadHolidays(const std::string& path);
  void IndexPhrases();

  LemmaMap<TimeWord> words_;
  std::vector<TimePhrase> phrases_;
  std::vector<DayRule> holidays_;
};

}  // namespace entente

#endif  // ENTENTE_MEANING_TIME_LEXICON_H_
