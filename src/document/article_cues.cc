#include "document/article_cues.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/strings.h"
#include "document/dates.h"

namespace entente {
namespace {

constexpr std::size_t kLongestCue = 200;        // bytes
constexpr std::size_t kLongestDateline = 90;    // bytes
constexpr std::size_t kLongestGluedLine = 160;  // bytes

// Without a final "[21]" and the blank before it.
std::string_view WithoutFootnote(std::string_view line) {
  const std::size_t open = line.rfind('[');
  if (open == std::string_view::npos || line.size() - open > 5) return line;
  const std::string_view number = line.substr(open + 1, line.size() - open - 2);
  const bool is_number =
      !number.empty() && std::all_of(number.begin(), number.end(), IsAsciiDigit);
  return is_number ? Trim(line.substr(0, open)) : line;
}

template <typename List>
bool Contains(const List& list, std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// Lower case, without brackets and dashes at the start.
std::string Opening(std::string_view line) {
  while (!line.empty() && (line[0] == '(' || line[0] == '[' || line[0] == '*' ||
                           line[0] == '-' || line[0] == ' ')) {
    line.remove_prefix(1);
  }
  return AsciiLower(line.substr(0, kLongestCue));
}

bool StartsWithOneOf(std::string_view text,
                     std::initializer_list<std::string_view> list) {
  return std::any_of(list.begin(), list.end(), [&](std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix;
  });
}

std::string_view StripSigns(std::string_view word) {
  const auto is_sign = [](char c) {
    return c == ',' || c == '.' || c == ';' || c == ':' || c == '(' || c == ')' ||
           c == '"' || c == '/' || c == '|' || c == '-';
  };
  while (!word.empty() && is_sign(word.front())) word.remove_prefix(1);
  while (!word.empty() && is_sign(word.back())) word.remove_suffix(1);
  return word;
}

bool IsCapitalised(std::string_view word) {
  return !word.empty() &&
         (IsAsciiUpper(word[0]) || static_cast<unsigned char>(word[0]) >= 0xC3);
}

bool IsAllCapital(std::string_view word) {
  std::size_t letters = 0;
  for (const char c : word) {
    if (IsAsciiLower(c)) return false;
    if (IsAsciiUpper(c)) ++letters;
  }
  return letters >= 2;
}

// Words that may stand in a line of names.
bool IsParticle(std::string_view word) {
  constexpr std::string_view kParticles[] = {"and", "in", "of",  "for", "the", "with",
                                             "de",  "al", "van", "von", "bin", "at"};
  return word.empty() || word == "&" || Contains(kParticles, word);
}

// Only names, numbers and particles: "TRTWorld and agencies" with `also` = agencies.
bool IsNamesOnly(std::string_view line, std::string_view also = {}) {
  bool has_name = false;
  for (const std::string_view raw : SplitBlank(line)) {
    const std::string_view word = StripSigns(raw);
    if (IsCapitalised(word)) has_name = true;
    const bool allowed = IsCapitalised(word) || IsParticle(word) ||
                         IsAsciiDigit(word[0]) || word == also;
    if (!allowed) return false;
  }
  return has_name;
}

bool IsAgencyWord(std::string_view word) {
  constexpr std::string_view kWords[] = {"agencies", "wires", "newswires",
                                         "correspondents"};
  return Contains(kWords, word);
}

bool HasClockOrZone(std::string_view word) {
  constexpr std::string_view kWords[] = {
      "am",  "pm",  "a.m", "p.m", "gmt", "utc", "est", "edt", "pst",   "pdt",   "cet",
      "bst", "ist", "ast", "eat", "at",  "on",  "by",  "et",  "hours", "local", "time"};
  const std::string lower = AsciiLower(word);
  if (Contains(kWords, lower) || lower.empty()) return true;
  return std::all_of(lower.begin(), lower.end(), [](char c) {
    return IsAsciiDigit(c) || c == ':' || c == '.' || c == '+' || c == 'h' ||
           c == 't' || c == 'z' || c == '-' || c == 'a' || c == 'p' || c == 'm';
  });
}

bool IsDayName(std::string_view word) {
  constexpr std::string_view kDays[] = {"mon", "tue", "wed", "thu",
                                        "fri", "sat", "sun"};
  const std::string lower = AsciiLower(word);
  if (Contains(kDays, lower) || lower == "tues" || lower == "thurs") return true;
  return lower.size() >= 6 && lower.size() <= 9 && lower.ends_with("day") &&
         Contains(kDays, std::string_view(lower).substr(0, 3));
}

bool IsDateVerb(std::string_view word) {
  constexpr std::string_view kVerbs[] = {"updated",   "update", "last",  "modified",
                                         "published", "posted", "first", "date",
                                         "created",   "issued"};
  return Contains(kVerbs, AsciiLower(word));
}

}  // namespace

bool EndsSentence(std::string_view line) {
  while (!line.empty()) {
    const char last = line.back();
    const std::string_view shorter = last == ']' ? WithoutFootnote(line) : line;
    if (shorter.size() < line.size()) {
      line = shorter;
      continue;
    }
    if (last == '"' || last == '\'' || last == ')' || last == ']') {
      line.remove_suffix(1);
    } else if (line.ends_with("\u201D") || line.ends_with("\u2019")) {
      line.remove_suffix(3);
    } else {
      return last == '.' || last == '!' || last == '?' || last == ':' ||
             line.ends_with("\u2026") || line.ends_with("\u3002");
    }
  }
  return false;
}

std::size_t CountWords(std::string_view line) { return SplitBlank(line).size(); }

bool IsCredit(std::string_view line) {
  if (line.empty() || line.size() > kLongestCue || CountWords(line) > 16) return false;
  if (line.starts_with("\u00A9") || line.starts_with("(\u00A9")) return true;
  const std::string opening = Opening(line);
  return StartsWithOneOf(
      opening,
      {"photo by",    "photo:",        "photo credit", "photos by",    "photos:",
       "photograph:", "photograph by", "photographs:", "picture:",     "picture by",
       "pictures:",   "image:",        "image by",     "image credit", "image source",
       "images:",     "photo /",       "photo/",       "credit:",      "photo courtesy",
       "file photo:", "video by",      "video:",       "graphic:",     "graphics:",
       "copyright "});
}

bool IsByline(std::string_view line) {
  if (line.empty() || line.size() > kLongestCue) return false;
  const std::string opening = Opening(line);
  if (StartsWithOneOf(opening, {"reporting by", "additional reporting", "writing by",
                                "edited by", "editing by", "with reporting by",
                                "compiled by", "source:", "sources:", "written by"})) {
    return CountWords(line) <= 30;
  }
  const auto words = SplitBlank(line);
  if (StartsWithOneOf(opening, {"by "}) && words.size() >= 2 && words.size() <= 14) {
    return !EndsSentence(line) && IsNamesOnly(line.substr(line.find(' ') + 1));
  }
  if (words.size() < 2 || words.size() > 8 || EndsSentence(line)) return false;
  const std::string last = AsciiLower(StripSigns(words.back()));
  const bool agency = IsAgencyWord(last) || last == "agency";
  return agency && IsNamesOnly(line, StripSigns(words.back())) &&
         (IsAgencyWord(last) || line.find(" and ") != std::string_view::npos);
}

bool IsOpeningByline(std::string_view line) {
  const bool by = line.starts_with("By ") || line.starts_with("BY ");
  return by && CountWords(line) <= 10 && !EndsSentence(line);
}

std::optional<DateLine> ReadDateLine(std::string_view line) {
  if (line.size() > kLongestCue || line.size() < 8) return std::nullopt;
  DateLine read;
  bool is_update = false;
  std::size_t at = 0;
  std::string_view rest = line;
  while (const auto found = FindDate(rest)) {
    // What stands before the date: verbs of dating, days, clock times, nothing else.
    for (const std::string_view raw : SplitBlank(rest.substr(0, found->span.begin))) {
      const std::string_view word = StripSigns(raw);
      if (IsDateVerb(word)) {
        const std::string lower = AsciiLower(word);
        if (lower.starts_with("update") || lower == "modified") is_update = true;
        if (lower == "published" || lower == "posted") is_update = false;
      } else if (!IsDayName(word) && !HasClockOrZone(word)) {
        return std::nullopt;
      }
    }
    (is_update ? read.updated : read.published) = found->date;
    at += found->span.end;
    rest = line.substr(at);
  }
  if (!read.published && !read.updated) return std::nullopt;
  for (const std::string_view raw : SplitBlank(rest)) {
    if (!HasClockOrZone(StripSigns(raw))) return std::nullopt;
  }
  return read;
}

bool IsPlaceAndDate(std::string_view line) {
  if (line.size() > kLongestDateline || EndsSentence(line)) return false;
  const auto found = FindDate(line);
  return found && found->span.begin > 0 && found->span.end == line.size() &&
         IsNamesOnly(line.substr(0, found->span.begin));
}

std::size_t DatelineSize(std::string_view paragraph) {
  struct Sign {
    std::string_view bytes;
    bool needs_capital_place;
  };
  constexpr Sign kSigns[] = {{" \u2014 ", false}, {" -- ", false},  {" \u2013 ", true},
                             {" - ", true},       {"\u2014", true}, {": ", true}};
  const std::string_view head = paragraph.substr(0, kLongestDateline);
  std::size_t at = std::string_view::npos;
  Sign sign = {};
  for (const Sign& each : kSigns) {
    const std::size_t found = head.find(each.bytes);
    if (found < at) {
      at = found;
      sign = each;
    }
  }
  if (at == std::string_view::npos || at < 3) return 0;
  const std::string_view place = head.substr(0, at);
  const std::string_view rest = paragraph.substr(at + sign.bytes.size());
  const auto words = SplitBlank(place);
  if (rest.empty() || words.size() > 10) return 0;
  // A place goes before "The ministers met": what follows begins a sentence.
  if (IsAsciiLower(rest[0]) || rest[0] == ' ') return 0;
  if (std::count(place.begin(), place.end(), '(') !=
      std::count(place.begin(), place.end(), ')')) {
    return 0;
  }
  const bool has_agency =
      place.back() == ')' && place.find('(') != std::string_view::npos;
  bool has_month = false;
  for (const std::string_view word : words) {
    if (MonthNumber(StripSigns(word)) > 0) has_month = true;
  }
  const bool capital_place = IsAllCapital(StripSigns(words[0]));
  if (sign.bytes == ": " && (!capital_place || words.size() > 3)) return 0;
  if (!IsCapitalised(words[0]) || !IsNamesOnly(place)) return 0;
  if (!capital_place && !has_agency && !has_month) {
    if (sign.needs_capital_place || words.size() > 4) return 0;
  }
  return at + sign.bytes.size();
}

std::size_t GluedBylineBegin(std::string_view paragraph) {
  const std::size_t size = paragraph.size();
  const std::size_t earliest =
      size > kLongestGluedLine ? size - kLongestGluedLine : std::size_t{0};
  for (std::size_t at = size; at > earliest + 1; --at) {
    const char before = paragraph[at - 1];
    if (before != '.' && before != '!' && before != '?' && before != '"') continue;
    std::size_t begin = at;
    while (begin < size && IsAsciiSpace(paragraph[begin])) ++begin;
    if (begin == size || (begin == at && !IsAsciiUpper(paragraph[begin]))) continue;
    if (IsByline(paragraph.substr(begin))) return begin;
  }
  return size;
}

bool IsBareCaption(std::string_view line) {
  constexpr std::string_view kFinite[] = {
      "is",   "are",   "was",   "were",  "has",   "have",    "had",   "said",   "says",
      "will", "would", "can",   "could", "may",   "might",   "must",  "should", "do",
      "does", "did",   "says",  "told",  "tells", "went",    "took",  "made",   "came",
      "not",  "it's",  "don't", "shall", "began", "becomes", "became"};
  if (EndsSentence(line) || line.size() > 400) return false;
  const auto words = SplitBlank(line);
  if (words.size() < 10 || words.size() > 60) return false;
  if (!IsAsciiUpper(line[0])) return false;
  bool names_somebody = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = StripSigns(words[i]);
    if (Contains(kFinite, AsciiLower(word))) return false;
    if (i >= 2 && IsCapitalised(word) && IsCapitalised(words[i - 1]))
      names_somebody = true;
  }
  return names_somebody;
}

}  // namespace entente
