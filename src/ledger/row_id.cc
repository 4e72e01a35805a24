#include "ledger/row_id.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/check.h"
#include "base/strings.h"

namespace entente {

Result<RowPlace> FindRow(const Database& database, std::string_view row) {
  constexpr std::size_t kDigits = 12;  // of the document's key
  const Error no_id{
      ErrorCode::kInvalid,
      StrCat(row, ": no row of a ledger; one looks like 9f2dcb782915-e8")};
  if (row.size() < kDigits + 3 || row[kDigits] != '-') return no_id;
  const std::string_view key = row.substr(0, kDigits);
  RowPlace place{.kind = row[kDigits + 1]};
  const std::string_view number = row.substr(kDigits + 2);
  const auto read =
      std::from_chars(number.data(), number.data() + number.size(), place.number);
  const bool is_hexadecimal = std::all_of(key.begin(), key.end(), [](char c) {
    return IsAsciiDigit(c) || (c >= 'a' && c <= 'f');
  });
  if (read.ec != std::errc() || read.ptr != number.data() + number.size() ||
      !is_hexadecimal ||
      std::string_view("esx").find(place.kind) == std::string::npos) {
    return no_id;
  }
  TRY(Query query,
      database.Prepare("SELECT current.document, current.reading FROM document CROSS "
                       "JOIN current ON current.document = document.document WHERE "
                       "document.key >= ? AND document.key < ?"));
  query.Bind(1, key);
  query.Bind(2, StrCat(key, "g"));  // behind every hexadecimal digit
  TRY(const bool found, query.Step());
  if (!found) return Error{ErrorCode::kNotFound, StrCat(row, ": no such document")};
  place.document = query.Integer(0);
  place.reading = query.Integer(1);
  return place;
}

}  // namespace entente
