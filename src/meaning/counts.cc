#include "meaning/counts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "base/strings.h"

namespace entente {
namespace {

constexpr std::array<std::pair<std::string_view, double>, 34> kNumberWords = {{
    {"one", 1},        {"two", 2},       {"three", 3},     {"four", 4},
    {"five", 5},       {"six", 6},       {"seven", 7},     {"eight", 8},
    {"nine", 9},       {"ten", 10},      {"eleven", 11},   {"twelve", 12},
    {"thirteen", 13},  {"fourteen", 14}, {"fifteen", 15},  {"sixteen", 16},
    {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
    {"thirty", 30},    {"forty", 40},    {"fifty", 50},    {"sixty", 60},
    {"seventy", 70},   {"eighty", 80},   {"ninety", 90},   {"hundred", 100},
    {"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}, {"trillion", 1e12},
    {"dozen", 12},     {"score", 20},
}};

bool IsScale(double value) { return value >= 100 || value == 12; }

bool IsPlural(std::string_view lower) {
  return lower.size() > 3 && lower.back() == 's' && lower != "this";
}

class CountReader {
 public:
  explicit CountReader(const Analysis& analysis) : analysis_(analysis) {}

  std::optional<CountedNumber> Read(std::uint32_t word) {
    const SyntaxTable& syntax = *analysis_.syntax;
    for (const std::uint32_t child : analysis_.tree.children(word)) {
      if (syntax.relation[child] == Relation::kNummod) return ReadNumeral(child);
    }
    return ReadNumeral(word);
  }

 private:
  std::string_view Form(std::uint32_t word) const { return analysis_.form(word); }

  std::optional<CountedNumber> ReadNumeral(std::uint32_t numeral) {
    const SyntaxTable& syntax = *analysis_.syntax;
    std::string lower = AsciiLower(Form(numeral));
    auto value = NumberOf(lower);
    bool at_least = false;
    if (!value && IsPlural(lower)) {
      lower.pop_back();
      value = NumberOf(lower);  // "dozens", "hundreds"
      if (!value || !IsScale(*value)) return std::nullopt;
      *value *= 2;
      at_least = true;
    }
    if (!value) return std::nullopt;
    std::uint32_t first = numeral;
    for (const std::uint32_t child : analysis_.tree.children(numeral)) {
      const std::string_view lemma = syntax.lemma[child];
      if (lemma == "least" || lemma == "more" || lemma == "over" ||
          lemma == "minimum" || lemma == "much") {
        at_least = true;
        first = std::min(first, child);
      }
      const Relation relation = syntax.relation[child];
      if (relation != Relation::kCompound && relation != Relation::kNummod &&
          relation != Relation::kFlat) {
        continue;
      }
      // "two hundred", "3.4 million"
      const auto factor = NumberOf(AsciiLower(Form(child)));
      if (!factor || child > numeral || *factor > *value * 1000) continue;
      *value = IsScale(*value) ? *value * *factor : *value + *factor;
      first = std::min(first, child);
    }
    const auto& spans = analysis_.tokens->span;
    return CountedNumber{*value, at_least, {spans[first].begin, spans[numeral].end}};
  }

  const Analysis& analysis_;
};

}  // namespace

std::optional<double> NumberOf(std::string_view word) {
  const std::string lower = AsciiLower(word);
  for (const auto& [name, value] : kNumberWords) {
    if (name == lower) return value;
  }
  if (word.empty() || !IsAsciiDigit(word[0])) return std::nullopt;
  std::string digits;
  for (const char c : word) {
    if (c == ',') continue;
    if (!IsAsciiDigit(c) && c != '.') return std::nullopt;
    digits += c;
  }
  double value = 0;
  const auto [end, failure] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (failure != std::errc() || end != digits.data() + digits.size())
    return std::nullopt;
  return value;
}

std::optional<CountedNumber> CountOn(const Analysis& analysis, std::uint32_t word) {
  return CountReader(analysis).Read(word);
}

}  // namespace entente
