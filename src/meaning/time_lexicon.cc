#include "meaning/time_lexicon.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/check.h"
#include "base/strings.h"
#include "base/tsv.h"
#include "meaning/time_codes.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, kTimeClassCount> kClassNames = {
    "month",       "weekday",   "weekdays", "number",     "scale",        "quantity",
    "ordinal",     "unit",      "units",    "season",     "daypart",      "deictic",
    "part",        "direction", "shift",    "determiner", "approximator", "every",
    "times",       "frequency", "era",      "meridiem",   "zone",         "yearkind",
    "preposition", "future",    "past",     "counted",    "lead",         "numbered"};

std::optional<std::int32_t> Number(std::string_view text) {
  std::int32_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) {
    return std::nullopt;
  }
  return value;
}

// "P2W" as 2 * 32 + unit; "PT1H" likewise.
std::optional<std::int32_t> Frequency(std::string_view text) {
  if (!text.starts_with('P') || text.size() < 3) return std::nullopt;
  text.remove_prefix(text[1] == 'T' ? 2 : 1);
  const auto amount = Number(text.substr(0, text.size() - 1));
  const auto unit = CodeIndex(kTimeUnitCodes, text.substr(text.size() - 1));
  if (!amount || !unit) return std::nullopt;
  return *amount * 32 + *unit;
}

std::optional<std::int32_t> Value(TimeClass which, std::string_view text) {
  switch (which) {
    case TimeClass::kUnit:
    case TimeClass::kUnits:
      return CodeIndex(kTimeUnitCodes, text);
    case TimeClass::kSeason:
      return CodeIndex(kSeasonCodes, text);
    case TimeClass::kDayPart:
      return CodeIndex(kDayPartCodes, text);
    case TimeClass::kPart:
      return CodeIndex(kPeriodPartCodes, text);
    case TimeClass::kDirection:
      return CodeIndex(kDirectionCodes, text);
    case TimeClass::kApproximator:
      return CodeIndex(kApproximatorCodes, text);
    case TimeClass::kYearKind:
      return CodeIndex(kYearKindCodes, text);
    case TimeClass::kFrequency:
      return Frequency(text);
    case TimeClass::kQuantity:
    case TimeClass::kZone:
      return text == "X" ? std::optional(kUnknownValue) : Number(text);
    case TimeClass::kDeictic:
      return text == "NIGHT" ? std::optional(kTonight) : Number(text);
    case TimeClass::kMonth:
    case TimeClass::kWeekday:
    case TimeClass::kWeekdays:
    case TimeClass::kNumber:
    case TimeClass::kScale:
    case TimeClass::kOrdinal:
    case TimeClass::kShift:
    case TimeClass::kDeterminer:
    case TimeClass::kEvery:
    case TimeClass::kTimes:
    case TimeClass::kEra:
    case TimeClass::kMeridiem:
    case TimeClass::kPreposition:
    case TimeClass::kFuture:
    case TimeClass::kPast:
    case TimeClass::kCounted:
    case TimeClass::kLead:
    case TimeClass::kNumbered:
      return Number(text);
  }
  return std::nullopt;
}

bool IsWordByte(char c) {
  return IsAsciiAlpha(c) || static_cast<unsigned char>(c) >= 0x80;
}

// "st. patrick's day" as "st", ".", "patrick", "'", "s", "day": cut as the text is.
std::vector<std::string> CutPieces(std::string_view phrase) {
  std::vector<std::string> pieces;
  std::size_t at = 0;
  while (at < phrase.size()) {
    std::size_t end = at + 1;
    if (IsAsciiDigit(phrase[at])) {
      while (end < phrase.size() && IsAsciiDigit(phrase[end])) ++end;
    } else if (phrase.substr(at).starts_with("’")) {
      end = at + 3;
    } else if (IsWordByte(phrase[at])) {
      while (end < phrase.size() && IsWordByte(phrase[end]) &&
             !phrase.substr(end).starts_with("’")) {
        ++end;
      }
    }
    if (phrase[at] != ' ') pieces.emplace_back(phrase.substr(at, end - at));
    at = end;
  }
  return pieces;
}

}  // namespace

Result<TimeLexicon> TimeLexicon::Load(const std::string& lexicon_dir) {
  TimeLexicon lexicon;
  TRY([[maybe_unused]] const auto words,
      lexicon.ReadWords(lexicon_dir + "/time_words.tsv"));
  TRY([[maybe_unused]] const auto holidays,
      lexicon.ReadHolidays(lexicon_dir + "/time_holidays.tsv"));
  TRY([[maybe_unused]] const auto phrases,
      lexicon.ReadPhrases(lexicon_dir + "/time_phrases.tsv"));
  lexicon.IndexPhrases();
  return lexicon;
}

Status TimeLexicon::ReadWords(const std::string& path) {
  TRY(const Tsv table, Tsv::Read(path));
  TRY([[maybe_unused]] const auto columns,
      table.ExpectColumns({"id", "word", "class", "value"}));
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto index = CodeIndex(kClassNames, table.cell(row, 2));
    if (!index) return table.Complain(row, "unknown class");
    const auto which = static_cast<TimeClass>(*index);
    const auto value = Value(which, table.cell(row, 3));
    if (!value) return table.Complain(row, "the class has no such value");
    TimeWord& word = words_[std::string(table.cell(row, 1))];
    word.classes |= 1U << static_cast<unsigned>(which);
    word.values[static_cast<std::size_t>(which)] = *value;
  }
  return std::monostate();
}

Status TimeLexicon::ReadHolidays(const std::string& path) {
  TRY(const Tsv table, Tsv::Read(path));
  TRY([[maybe_unused]] const auto columns, table.ExpectColumns({"id", "name", "rule"}));
  holidays_.reserve(table.rows());  // phrases point into it
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto rule = DayRule::Parse(table.cell(row, 2));
    if (!rule) return table.Complain(row, "not a rule for a day");
    holidays_.push_back(*rule);
    phrases_.push_back({CutPieces(table.cell(row, 1)), "", &holidays_.back(), false});
  }
  return std::monostate();
}

Status TimeLexicon::ReadPhrases(const std::string& path) {
  TRY(const Tsv table, Tsv::Read(path));
  TRY([[maybe_unused]] const auto columns,
      table.ExpectColumns({"id", "phrase", "timex", "tense"}));
  for (std::size_t row = 0; row < table.rows(); ++row) {
    TimePhrase phrase{CutPieces(table.cell(row, 1)), std::string(table.cell(row, 2)),
                      nullptr};
    phrase.needs_future = table.cell(row, 3) == "future";
    phrases_.push_back(std::move(phrase));
  }
  return std::monostate();
}

void TimeLexicon::IndexPhrases() {
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [](const TimePhrase& a, const TimePhrase& b) {
                     if (a.pieces[0] != b.pieces[0]) return a.pieces[0] < b.pieces[0];
                     return a.pieces.size() > b.pieces.size();
                   });
  for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
    TimeWord& word = words_[phrases_[i].pieces[0]];
    if (word.phrase_count++ == 0) word.first_phrase = i;
  }
}

}  // namespace entente
