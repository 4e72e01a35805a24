#include "text/contraction.h"

#include <cstddef>

#include "base/strings.h"

namespace entente {
namespace {

constexpr std::string_view kCurly = "\u2019";

// The size of the apostrophe that ends right before `end`, 0 for none.
std::size_t ApostropheBefore(std::string_view token, std::size_t end) {
  if (end >= 1 && (token[end - 1] == '\'' || token[end - 1] == '`')) return 1;
  return end >= 3 && token.substr(end - 3, 3) == kCurly ? 3 : 0;
}

// Where the last word of token[0, end) begins, when it is a clitic; else 0.
std::size_t CliticBegin(std::string_view token, std::size_t end) {
  for (std::size_t letters = 0; letters <= 2 && letters < end; ++letters) {
    const std::size_t size = ApostropheBefore(token, end - letters);
    if (size == 0) continue;
    const std::size_t begin = end - letters - size;
    const char a = letters > 0 ? AsciiLower(token[end - letters]) : '\0';
    const char b = letters > 1 ? AsciiLower(token[end - 1]) : '\0';
    if (letters == 0) return begin;
    if (letters == 1) {
      if (a == 't' && begin >= 2 && AsciiLower(token[begin - 1]) == 'n')
        return begin - 1;
      return a == 's' || a == 'm' || a == 'd' ? begin : 0;
    }
    const bool listed = (a == 'l' && b == 'l') || ((a == 'r' || a == 'v') && b == 'e');
    return listed ? begin : 0;
  }
  return 0;
}

// Table pieces count an apostrophe as one byte; in the token it may have three.
WordPieces FromTable(std::string_view token, const WordLexicon::Pieces& pieces) {
  WordPieces result;
  std::size_t at = 0;
  result.count = 0;
  for (const std::uint8_t size : pieces) {
    if (size == 0) break;
    for (std::uint8_t i = 0; i < size && at < token.size(); ++i) {
      at += token.substr(at, 3) == kCurly ? 3 : 1;
    }
    result.ends[result.count++] = static_cast<std::uint32_t>(at);
  }
  return result;
}

}  // namespace

WordPieces SplitContraction(std::string_view token, const WordLexicon& lexicon) {
  WordPieces result;
  result.ends[0] = static_cast<std::uint32_t>(token.size());
  if (token.size() < 2 || token.size() > 128) return result;
  const WordLexicon::Pieces listed = lexicon.FindContraction(token);
  if (listed[0] != 0) return FromTable(token, listed);
  std::array<std::size_t, 3> begins = {};
  std::size_t found = 0;
  std::size_t end = token.size();
  while (found < begins.size()) {
    const std::size_t begin = CliticBegin(token, end);
    if (begin == 0) break;
    begins[found++] = begin;
    end = begin;
  }
  result.count = 0;
  for (std::size_t i = found; i > 0; --i) {
    result.ends[result.count++] = static_cast<std::uint32_t>(begins[i - 1]);
  }
  result.ends[result.count++] = static_cast<std::uint32_t>(token.size());
  return result;
}

}  // namespace entente
