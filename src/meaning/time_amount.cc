#include "meaning/time_amount.h"

namespace entente {
namespace {

constexpr double kUnknown = -1;

// "twenty-five", "three hundred", "hundred", "a dozen": a number in words.
std::optional<ReadCount> ReadNumberWords(const TimeReader& reader, std::size_t i) {
  double total = 0;
  bool has_any = false;
  constexpr int kMostWords = 8;
  for (int words = 0; words < kMostWords; ++words) {
    const TimePiece& piece = reader.at(i);
    if (piece.is(TimeClass::kNumber)) {
      const int value = piece.value_of(TimeClass::kNumber);
      total += value;
      ++i;
      const bool has_unit_digit = reader.IsMark(i, '-') && reader.IsGlued(i) &&
                                  reader.Is(i + 1, TimeClass::kNumber);
      if (value >= 20 && has_unit_digit) ++i;
    } else if (piece.is(TimeClass::kScale)) {
      total = (has_any ? total : 1) * piece.value_of(TimeClass::kScale);
      ++i;
    } else {
      break;
    }
    has_any = true;
  }
  if (!has_any) return std::nullopt;
  return ReadCount{.count = total, .next = i};
}

// "and a half", "-and-a-half": 0.5 more.
std::optional<std::size_t> ReadAndAHalf(const TimeReader& reader, std::size_t i) {
  std::size_t at = reader.SkipMark(i, '-');
  if (!reader.IsWord(at, "and")) return std::nullopt;
  at = reader.SkipMark(at + 1, '-');
  if (reader.IsWord(at, "a") || reader.IsWord(at, "one")) {
    at = reader.SkipMark(at + 1, '-');
  }
  if (!reader.IsWord(at, "half")) return std::nullopt;
  return at + 1;
}

std::optional<ReadCount> ReadDigits(const TimeReader& reader, std::size_t i) {
  const TimePiece& piece = reader.at(i);
  if (!piece.is_number() || piece.is_ordinal || piece.is_plural) return std::nullopt;
  ReadCount read{.count = piece.value, .next = i + 1};
  const bool has_fraction = reader.IsMark(i + 1, '.') && reader.IsGlued(i + 1) &&
                            reader.IsNumber(i + 2) && reader.IsGlued(i + 2);
  if (has_fraction) {
    double fraction = reader.at(i + 2).value;
    for (int digit = 0; digit < reader.at(i + 2).digits; ++digit) fraction /= 10;
    read.count += fraction;
    read.next = i + 3;
  }
  return read;
}

// "a", "an", "a few", "a couple of", "half a", "several".
std::optional<ReadCount> ReadVagueCount(const TimeReader& reader, std::size_t i) {
  const bool is_article =
      reader.IsWord(i, "a") || reader.IsWord(i, "an") || reader.IsWord(i, "another");
  std::size_t at = is_article ? i + 1 : i;
  if (reader.IsWord(at, "half")) {
    ++at;
    const bool is_whole = reader.IsWord(at, "a") || reader.IsWord(at, "an");
    at = reader.SkipMark(is_whole ? at + 1 : at, '-');
    return ReadCount{.count = 0.5, .next = at};
  }
  if (reader.IsWord(at, "quarter") && reader.IsWord(at + 1, "of")) return std::nullopt;
  if (reader.Is(at, TimeClass::kQuantity) && !reader.IsWord(at, "quarter")) {
    const std::int32_t value = reader.at(at).value_of(TimeClass::kQuantity);
    at = reader.Skip(at + 1, "of");
    at = reader.Skip(reader.Skip(at, "the"), "more");
    return ReadCount{.count = value == kUnknownValue ? kUnknown : value, .next = at};
  }
  if (!is_article) return std::nullopt;
  if (const auto words = ReadNumberWords(reader, at)) {  // "a hundred", "another two"
    return words;
  }
  if (const auto digits = ReadDigits(reader, at)) return digits;
  at = reader.Skip(reader.Skip(reader.Skip(at, "single"), "full"), "whole");
  return ReadCount{.count = 1, .next = at, .is_article = true};
}

// The number of smaller units that "a month and a half" adds is kept in the count.
std::optional<TimeAmount> ReadUnit(const TimeReader& reader, std::size_t i,
                                   double count) {
  const TimePiece& piece = reader.at(i);
  if (piece.is(TimeClass::kUnits)) {
    return TimeAmount{count, static_cast<TimeUnit>(piece.value_of(TimeClass::kUnits))};
  }
  if (piece.is(TimeClass::kUnit)) {
    return TimeAmount{count, static_cast<TimeUnit>(piece.value_of(TimeClass::kUnit))};
  }
  return std::nullopt;
}

// "month-long", "yearlong" without a count.
bool IsLong(const TimeReader& reader, std::size_t i) {
  return reader.IsMark(i, '-') && reader.IsGlued(i) && reader.IsWord(i + 1, "long");
}

struct ReadOne {
  TimeAmount amount;
  std::size_t next = 0;
  bool is_article = false;
  bool is_adjective = false;
};

std::optional<ReadOne> ReadOneAmount(const TimeReader& reader, std::size_t i) {
  auto count = ReadCountAt(reader, i);
  if (!count) return std::nullopt;
  std::size_t at = count->next;
  const std::size_t dash = at;
  at = reader.SkipMark(at, '-');
  const bool has_dash = at != dash && reader.IsGlued(dash);
  if (at != dash && !has_dash) return std::nullopt;
  for (const char* filler : {"more", "full", "straight", "consecutive", "whole",
                             "calendar", "long", "business", "working", "short"}) {
    if (!has_dash) at = reader.Skip(at, filler);
  }
  const bool was_article = count->is_article;
  const auto amount = ReadUnit(reader, at, count->count);
  if (!amount) return std::nullopt;
  // "a second attack", "two second goals", "one second-hand": an ordinal.
  const bool is_second =
      amount->unit == TimeUnit::kSecond && !reader.Is(at, TimeClass::kUnits);
  if (is_second && (was_article || has_dash)) return std::nullopt;
  // "three quarters of the city", "the 2011 season": a fraction, a year.
  const bool is_fraction =
      amount->unit == TimeUnit::kQuarter && (reader.IsWord(at + 1, "of") || has_dash);
  const bool is_year = count->count >= 1000 && amount->unit != TimeUnit::kYear &&
                       !reader.Is(at, TimeClass::kUnits);
  if (is_fraction || is_year) return std::nullopt;
  const bool is_plural_unit = reader.Is(at, TimeClass::kUnits);
  if (was_article && is_plural_unit) return std::nullopt;
  ReadOne read{.amount = *amount, .next = at + 1, .is_article = was_article};
  read.is_adjective = has_dash;
  if (IsLong(reader, read.next)) {
    read.next += 2;
    read.is_adjective = true;
  } else if (has_dash && reader.IsWord(read.next, "long")) {
    ++read.next;
  }
  if (const auto half = ReadAndAHalf(reader, read.next)) {
    read.amount.count += 0.5;
    read.next = *half;
  }
  return read;
}

}  // namespace

std::optional<ReadCount> ReadCountAt(const TimeReader& reader, std::size_t i) {
  std::optional<ReadCount> read = ReadDigits(reader, i);
  if (!read) read = ReadNumberWords(reader, i);
  if (!read) read = ReadVagueCount(reader, i);
  if (!read) return std::nullopt;
  if (reader.Is(read->next, TimeClass::kScale) && reader.IsNumber(read->next - 1)) {
    read->count *= reader.at(read->next).value_of(TimeClass::kScale);
    ++read->next;
  }
  if (const auto half = ReadAndAHalf(reader, read->next)) {
    read->count += 0.5;
    read->next = *half;
  }
  const bool is_choice =
      (reader.IsWord(read->next, "or") || reader.IsWord(read->next, "to")) ||
      (reader.IsMark(read->next, '-') && reader.IsNumber(read->next + 1));
  if (is_choice) {  // "two or three", "10-15": the larger
    std::optional<ReadCount> other = ReadDigits(reader, read->next + 1);
    if (!other) other = ReadNumberWords(reader, read->next + 1);
    if (other && other->count > read->count) return other;
  }
  return read;
}

std::optional<ReadAmount> ReadAmountAt(const TimeReader& reader, std::size_t i) {
  const auto first = ReadOneAmount(reader, i);
  if (!first) {
    const bool is_bare_long = reader.Is(i, TimeClass::kUnit) && IsLong(reader, i + 1);
    if (!is_bare_long) return std::nullopt;
    ReadAmount read{.amount_count = 1, .next = i + 3, .is_adjective = true};
    read.amounts[0] = *ReadUnit(reader, i, 1);
    return read;
  }
  ReadAmount read{.amount_count = 1, .next = first->next};
  read.amounts[0] = first->amount;
  read.is_article = first->is_article;
  read.is_adjective = first->is_adjective;
  while (read.amount_count < read.amounts.size() && !read.is_adjective) {
    std::size_t at = reader.SkipMark(read.next, ',');
    at = reader.Skip(at, "and");
    const auto more = ReadOneAmount(reader, at);
    if (!more || more->is_adjective ||
        more->amount.unit >= read.amounts[read.amount_count - 1].unit) {
      break;
    }
    read.amounts[read.amount_count++] = more->amount;
    read.next = more->next;
  }
  return read;
}

std::size_t SkipApproximator(const TimeReader& reader, std::size_t i) {
  const auto is_than = [&](std::size_t at) {
    for (const char* word : {"more", "less", "fewer", "longer", "greater", "later"}) {
      if (reader.IsWord(at, word) && reader.IsWord(at + 1, "than")) return true;
    }
    return false;
  };
  if (reader.IsWord(i, "a") && reader.IsWord(i + 1, "little") && is_than(i + 2)) {
    return i + 4;
  }
  std::size_t at = i;
  if (reader.IsWord(at, "no") && is_than(at + 1)) return at + 3;
  if (is_than(at)) return at + 2;
  if (reader.IsWord(at, "at") &&
      (reader.IsWord(at + 1, "least") || reader.IsWord(at + 1, "most"))) {
    return at + 2;
  }
  if (reader.IsWord(at, "up") && reader.IsWord(at + 1, "to")) return at + 2;
  if (reader.IsWord(at, "close") && reader.IsWord(at + 1, "to")) return at + 2;
  constexpr int kMost = 3;  // "just over", "only about"
  for (int k = 0; k < kMost && reader.Is(at, TimeClass::kApproximator); ++k) {
    if (reader.IsWord(at, "another")) break;  // a count
    ++at;
  }
  return at;
}

}  // namespace entente
