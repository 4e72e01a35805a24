#include "ledger/row_label.h"

#include <charconv>

#include "base/strings.h"

namespace entente {

Error NoSuchRow(std::string_view label) {
  return {ErrorCode::kNotFound, StrCat("no row '", label,
                                       "': labels are those of the column `row`, "
                                       "9f2dcb782915-e8 say")};
}

Result<RowLabel> ParseRowLabel(std::string_view text) {
  constexpr std::size_t kShortestKey = 6;
  const std::size_t dash = text.rfind('-');
  if (dash == std::string_view::npos || dash < kShortestKey ||
      dash + 2 >= text.size()) {
    return NoSuchRow(text);
  }
  RowLabel label{std::string(text.substr(0, dash)), text[dash + 1], 0};
  const std::string_view digits = text.substr(dash + 2);
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), label.number);
  const bool is_number = error == std::errc() && end == digits.data() + digits.size();
  const bool is_list = label.list == 'e' || label.list == 's' || label.list == 'x';
  if (!is_number || !is_list || label.number < 1) return NoSuchRow(text);
  return label;
}

}  // namespace entente
