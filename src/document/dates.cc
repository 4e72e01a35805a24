#include "document/dates.h"

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/strings.h"

namespace entente {
namespace {

constexpr std::size_t kReach = 4096;

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

// A date is up to three pieces (words or numbers) close together.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
  int number = -1;  // of digits
  int month = 0;    // of a name
  std::size_t digits = 0;
};

Piece NextPiece(std::string_view text, std::size_t at) {
  while (at < text.size() && !IsAsciiAlpha(text[at]) && !IsAsciiDigit(text[at])) ++at;
  Piece piece{.begin = at, .end = at};
  if (at == text.size()) return piece;
  if (IsAsciiDigit(text[at])) {
    int value = 0;
    while (piece.end < text.size() && IsAsciiDigit(text[piece.end])) {
      if (piece.end - at < 5) value = value * 10 + (text[piece.end] - '0');
      ++piece.end;
    }
    piece.digits = piece.end - at;
    piece.number = piece.digits <= 4 ? value : -1;
    // "3rd", "27th"
    for (const std::string_view suffix : {"st", "nd", "rd", "th"}) {
      if (text.substr(piece.end, 2) == suffix) piece.end += 2;
    }
    return piece;
  }
  while (piece.end < text.size() && IsAsciiAlpha(text[piece.end])) ++piece.end;
  piece.month = MonthNumber(text.substr(at, piece.end - at));
  return piece;
}

// Whether only blanks, a comma or a full stop part two pieces.
bool Close(std::string_view text, const Piece& a, const Piece& b) {
  if (b.begin < a.end || b.begin - a.end > 3) return false;
  for (std::size_t i = a.end; i < b.begin; ++i) {
    const char c = text[i];
    if (c != ' ' && c != ',' && c != '.' && c != '\n') return false;
  }
  return true;
}

bool PartedBy(std::string_view text, const Piece& a, const Piece& b, char sign) {
  return b.begin == a.end + 1 && text[a.end] == sign;
}

std::optional<CivilDate> Make(int year, int month, int day) {
  if (year < 1000 || year > 2999 || month < 1 || month > 12 || day < 1 || day > 31) {
    return std::nullopt;
  }
  const CivilDate date{.year = static_cast<std::int16_t>(year),
                       .month = static_cast<std::uint8_t>(month),
                       .day = static_cast<std::uint8_t>(day)};
  if (!IsValid(date)) return std::nullopt;
  return date;
}

bool IsYear(const Piece& piece) { return piece.digits == 4; }
bool IsDay(const Piece& piece) { return piece.digits == 1 || piece.digits == 2; }

std::optional<CivilDate> Combine(std::string_view text, const Piece& a, const Piece& b,
                                 const Piece& c) {
  if (Close(text, a, b) && Close(text, b, c) && IsYear(c)) {
    if (a.month > 0 && IsDay(b)) return Make(c.number, a.month, b.number);
    if (IsDay(a) && b.month > 0) return Make(c.number, b.month, a.number);
  }
  for (const char sign : {'-', '/', '.'}) {
    if (!PartedBy(text, a, b, sign) || !PartedBy(text, b, c, sign)) continue;
    if (IsYear(a) && b.digits == 2 && c.digits == 2) {
      return Make(a.number, b.number, c.number);
    }
    if (IsDay(a) && b.month > 0 && IsYear(c)) return Make(c.number, b.month, a.number);
    if (!IsDay(a) || !IsDay(b) || !IsYear(c)) continue;
    // Day first or month first: only where one of the two is no month.
    if (sign == '.' || a.number > 12 || a.number == b.number) {
      return Make(c.number, b.number, a.number);
    }
    if (b.number > 12) return Make(c.number, a.number, b.number);
  }
  return std::nullopt;
}

}  // namespace

int MonthNumber(std::string_view word) {
  if (word.size() < 3 || word.size() > 9) return 0;
  std::array<char, 9> lower = {};
  for (std::size_t i = 0; i < word.size(); ++i) lower[i] = AsciiLower(word[i]);
  const std::string_view name(lower.data(), word.size());
  for (std::size_t month = 0; month < kMonths.size(); ++month) {
    if (name == kMonths[month] || name == kMonths[month].substr(0, 3)) {
      return static_cast<int>(month) + 1;
    }
  }
  return name == "sept" ? 9 : 0;
}

std::optional<FoundDate> FindDate(std::string_view text) {
  text = text.substr(0, kReach);
  Piece a = NextPiece(text, 0);
  Piece b = NextPiece(text, a.end);
  while (b.begin < text.size()) {
    const Piece c = NextPiece(text, b.end);
    if (const auto date = Combine(text, a, b, c)) {
      return FoundDate{
          *date,
          {static_cast<std::uint32_t>(a.begin), static_cast<std::uint32_t>(c.end)}};
    }
    a = b;
    b = c;
  }
  return std::nullopt;
}

}  // namespace entente
