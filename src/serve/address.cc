#include "serve/address.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"

namespace entente {
namespace {

int HexValue(char c) {
  if (IsAsciiDigit(c)) return c - '0';
  const char lower = AsciiLower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool IsUnreserved(char c) {
  return IsAsciiAlpha(c) || IsAsciiDigit(c) || c == '-' || c == '.' || c == '_' ||
         c == '~';
}

std::optional<std::string> PercentDecode(std::string_view text, bool is_query) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = HexValue(text[i + 1]);
      const int low = HexValue(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    } else if (c == '+' && is_query) {
      c = ' ';
    }
    const auto byte = static_cast<unsigned char>(c);
    const bool is_white = c == '\t' || c == '\n' || c == '\r';
    if (byte == 0x7F || (byte < 0x20 && !(is_query && is_white))) return std::nullopt;
    out += c;
  }
  if (FirstInvalidUtf8(out) != out.size()) return std::nullopt;
  return out;
}

}  // namespace

std::string PercentEncode(std::string_view text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (IsUnreserved(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHex[byte >> 4U];
    out += kHex[byte & 15U];
  }
  return out;
}

std::optional<std::vector<std::pair<std::string, std::string>>> ParseForm(
    std::string_view form) {
  std::vector<std::pair<std::string, std::string>> pairs;
  if (form.empty()) return pairs;
  for (const std::string_view pair : Split(form, '&')) {
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    auto name = PercentDecode(pair.substr(0, equals), true);
    auto value = PercentDecode(pair.substr(std::min(equals + 1, pair.size())), true);
    if (!name || !value) return std::nullopt;
    pairs.emplace_back(*std::move(name), *std::move(value));
  }
  return pairs;
}

std::optional<Address> Address::Parse(std::string_view target) {
  target = target.substr(0, target.find('#'));
  const std::size_t mark = std::min(target.find('?'), target.size());
  Address address(std::string(target.substr(0, mark)));
  if (address.path_.empty() || address.path_[0] != '/') return std::nullopt;
  if (!PercentDecode(address.path_, false)) return std::nullopt;
  auto query = ParseForm(target.substr(std::min(mark + 1, target.size())));
  if (!query) return std::nullopt;
  address.query_ = *std::move(query);
  return address;
}

std::vector<std::string> Address::parts() const {
  std::vector<std::string> parts;
  for (const std::string_view part : Split(std::string_view(path_).substr(1), '/')) {
    // Parse has seen that every escape is whole.
    parts.push_back(PercentDecode(part, false).value_or(""));
  }
  return parts;
}

std::string_view Address::Get(std::string_view name) const {
  for (const auto& [key, value] : query_) {
    if (key == name) return value;
  }
  return {};
}

Address Address::With(std::string_view name, std::string_view value) const {
  Address copy = *this;
  auto& query = copy.query_;
  query.erase(std::remove_if(query.begin(), query.end(),
                             [&](const auto& pair) { return pair.first == name; }),
              query.end());
  if (!value.empty()) query.emplace_back(name, value);
  return copy;
}

std::string Address::ToString() const {
  std::string out = path_;
  char before = '?';
  for (const auto& [name, value] : query_) {
    out += StrCat(before, PercentEncode(name), '=', PercentEncode(value));
    before = '&';
  }
  return out;
}

}  // namespace entente
