#include "world/name_unit.h"

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "text/normal.h"

namespace entente {
namespace {

// Words inside names that are written without a capital.
constexpr std::array<std::string_view, 46> kParticles = {
    "a",  "al",  "an", "and", "ar",  "as",  "ash", "at",   "az", "bin", "by", "d",
    "da", "das", "de", "del", "den", "der", "des", "di",   "do", "dos", "du", "e",
    "ed", "el",  "en", "et",  "for", "ibn", "in",  "la",   "le", "les", "of", "on",
    "s",  "the", "to", "ul",  "und", "van", "von", "with", "y",  "zu"};

// A unit under construction; longer units than its buffer are cut, which no name is.
struct Builder {
  std::array<char, 64> bytes{};
  std::size_t size = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t letters = 0;
  std::uint32_t capitals = 0;
  bool first_is_upper = false;
  bool first_is_digit = false;

  void Put(char c) {
    if (size < bytes.size()) bytes[size++] = c;
  }
  void Begin(std::size_t at, bool is_upper, bool is_digit) {
    if (size != 0) return;
    begin = static_cast<std::uint32_t>(at);
    first_is_upper = is_upper || is_digit;
    first_is_digit = is_digit;
  }
  std::string_view view() const { return {bytes.data(), size}; }
};

bool IsApostrophe(char32_t c) {
  return c == 0x27 || c == 0x60 || c == 0x2018 || c == 0x2019 || c == 0x02BB ||
         c == 0x02BC || c == 0x02BE || c == 0x02BF || c == 0x00B4 || c == 0x02B9;
}

bool IsHyphen(char32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0xAD;
}

bool IsCombining(char32_t c) { return c >= 0x300 && c < 0x370; }

// Marks outside ASCII that end a unit: general punctuation, CJK punctuation,
// guillemets.
bool IsMark(char32_t c) {
  return (c >= 0x80 && c < 0xC0) || c == 0xD7 || c == 0xF7 ||
         (c >= 0x2000 && c < 0x2C00) || (c >= 0x3000 && c < 0x3020) ||
         (c >= 0xFF00 && c < 0xFF10);
}

// Capital letters beyond ASCII: enough for Latin, Greek and Cyrillic.
bool IsWideUpper(char32_t c) {
  if (c >= 0xC0 && c <= 0xDE) return true;
  if ((c >= 0x100 && c < 0x180) || (c >= 0x1E00 && c < 0x1F00)) return c % 2 == 0;
  return (c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F);
}

std::uint64_t HashUnit(std::string_view unit) {
  return Hash64(unit, 0x656e74656e7465ULL);
}

// The letters that a wide letter folds to; its own bytes where it has none.
void PutWide(Builder& unit, char32_t c, std::string_view bytes) {
  const std::string_view folded = FoldLatin(c);
  for (const char byte : folded.empty() ? bytes : folded) unit.Put(byte);
}

void Finish(Builder& unit, std::uint32_t offset, std::uint32_t index,
            bool is_hyphenated, std::vector<NameUnit>& units) {
  if (unit.size == 0) return;
  NameUnit out{
      HashUnit(unit.view()), {offset + unit.begin, offset + unit.end}, index, 0};
  if (unit.first_is_upper) out.shape |= kUnitUpperFirst;
  if (unit.first_is_digit) out.shape |= kUnitDigit;
  if (unit.letters > 0 && unit.letters == unit.capitals) out.shape |= kUnitAllUpper;
  if (is_hyphenated) out.shape |= kUnitHyphenated;
  if (!unit.first_is_upper &&
      std::binary_search(kParticles.begin(), kParticles.end(), unit.view())) {
    out.shape |= kUnitParticle;
  }
  units.push_back(out);
  unit = Builder{};
}

void AppendMark(std::uint8_t shape, std::uint64_t hash, TextSpan span,
                std::uint32_t index, std::vector<NameUnit>& units) {
  units.push_back({hash, span, index, shape});
}

// The length of a possessive ending of `word`: 's or a bare apostrophe, else 0.
std::size_t PossessiveSize(std::string_view word) {
  const auto ends = [word](std::string_view tail) {
    return word.size() >= tail.size() && word.substr(word.size() - tail.size()) == tail;
  };
  for (const std::string_view tail : {"'s", "’s", "'S", "’S", "'", "’"}) {
    if (ends(tail)) return tail.size();
  }
  return 0;
}

}  // namespace

std::uint64_t ExtendName(std::uint64_t name, std::uint64_t unit) {
  return Mix64(name * 0x9e3779b97f4a7c15ULL + unit + 1);
}

void AppendUnits(std::string_view word, std::uint32_t offset, std::uint32_t index,
                 std::vector<NameUnit>& units) {
  const std::size_t tail = PossessiveSize(word);
  const std::string_view stem = word.substr(0, word.size() - tail);
  Builder unit;
  bool is_hyphenated = false;
  bool has_unit = false;
  bool has_hyphen = false;
  for (std::size_t at = 0; at < stem.size();) {
    const CodePoint point = DecodeUtf8(stem, at);
    const char32_t c = point.value;
    const char byte = c < 0x80 ? static_cast<char>(c) : '\0';
    const std::size_t next = at + point.size;
    if (IsAsciiAlpha(byte) || IsAsciiDigit(byte)) {
      unit.Begin(at, IsAsciiUpper(byte), IsAsciiDigit(byte));
      unit.Put(AsciiLower(byte));
      unit.letters += IsAsciiAlpha(byte) ? 1U : 0U;
      unit.capitals += IsAsciiUpper(byte) ? 1U : 0U;
      unit.end = static_cast<std::uint32_t>(next);
    } else if (c >= 0x80 && !IsApostrophe(c) && !IsCombining(c) && !IsMark(c)) {
      unit.Begin(at, IsWideUpper(c), false);
      PutWide(unit, c, stem.substr(at, point.size));
      ++unit.letters;
      unit.capitals += IsWideUpper(c) ? 1U : 0U;
      unit.end = static_cast<std::uint32_t>(next);
    } else if (byte == '.' || IsApostrophe(c) || IsCombining(c)) {
      if (unit.size != 0) unit.end = static_cast<std::uint32_t>(next);
    } else {
      has_unit = has_unit || unit.size != 0;
      Finish(unit, offset, index, is_hyphenated, units);
      has_hyphen = has_hyphen || IsHyphen(c);
      is_hyphenated = has_unit && IsHyphen(c);
      if (byte == '&') {
        AppendMark(kUnitParticle, HashUnit("and"),
                   {offset + static_cast<std::uint32_t>(at),
                    offset + static_cast<std::uint32_t>(next)},
                   index, units);
        has_unit = true;
      }
    }
    at = next;
  }
  has_unit = has_unit || unit.size != 0;
  Finish(unit, offset, index, is_hyphenated, units);
  const TextSpan whole{offset, offset + static_cast<std::uint32_t>(word.size())};
  if (tail != 0) {
    const auto begin = offset + static_cast<std::uint32_t>(stem.size());
    AppendMark(kUnitPossessive, HashUnit("'s"), {begin, whole.end}, index, units);
  } else if (!has_unit && !has_hyphen && !word.empty()) {
    AppendMark(kUnitBreak, 0, whole, index, units);
  }
}

std::vector<NameUnit> UnitsOfName(std::string_view name) {
  std::vector<NameUnit> units;
  std::uint32_t index = 0;
  for (const std::string_view word : SplitBlank(name)) {
    AppendUnits(word, static_cast<std::uint32_t>(word.data() - name.data()), index++,
                units);
  }
  return units;
}

}  // namespace entente
