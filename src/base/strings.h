// Small string helpers: join, split, trim, ASCII case. (std::format is in neither
// compiler.)
#ifndef ENTENTE_BASE_STRINGS_H_
#define ENTENTE_BASE_STRINGS_H_

#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace entente {

namespace internal {

inline void Append(std::string& out, std::string_view piece) { out += piece; }
inline void Append(std::string& out, char piece) { out += piece; }
template <typename Number>
requires std::is_arithmetic_v<Number>
void Append(std::string& out, Number number) { out += std::to_string(number); }

}  // namespace internal

// The pieces (text, characters, numbers) one after another.
template <typename... Pieces>
std::string StrCat(const Pieces&... pieces) {
  std::string out;
  (internal::Append(out, pieces), ...);
  return out;
}

// The parts of `text` between separators; empty parts are kept, "" gives one empty
// part.
std::vector<std::string_view> Split(std::string_view text, char separator);

// The parts between runs of blanks and tabs; never an empty one.
std::vector<std::string_view> SplitBlank(std::string_view text);

// `text` without ASCII white space at its ends.
std::string_view Trim(std::string_view text);

// ASCII letters lowered; other bytes as they are.
std::string AsciiLower(std::string_view text);

constexpr char AsciiLower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
constexpr bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool IsAsciiUpper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool IsAsciiLower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool IsAsciiAlpha(char c) { return IsAsciiUpper(c) || IsAsciiLower(c); }
constexpr bool IsAsciiSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

}  // namespace entente

#endif  // ENTENTE_BASE_STRINGS_H_
