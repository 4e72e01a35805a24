#include "ledger/ask_sql.h"

#include <algorithm>
#include <charconv>

#include "base/check.h"
#include "base/strings.h"

namespace entente {
namespace {

bool IsCode(std::string_view party) {
  return party.size() >= 3 && std::all_of(party.begin(), party.end(), [](char c) {
           return IsAsciiUpper(c) || c == ' ' || c == '-';
         });
}

std::string Quoted(std::string_view word) {
  std::string inner;
  for (const char c : word) inner.append(c == '"' ? 2 : 1, c);
  return StrCat('"', inner, '"');
}

// A number where the text is one and nothing else.
Sql::Value ValueOf(std::string_view text) {
  std::int64_t whole = 0;
  const char* const end = text.data() + text.size();
  auto read = std::from_chars(text.data(), end, whole);
  if (read.ec == std::errc() && read.ptr == end) return whole;
  double real = 0;
  read = std::from_chars(text.data(), end, real);
  if (read.ec == std::errc() && read.ptr == end) return real;
  return std::string(text);
}

// The numbers in `who` that a party may have.
Sql WhoIs(std::string_view party) {
  constexpr std::size_t kTrigram = 3;  // letters that the index of names needs
  if (IsCode(party)) {
    return {"SELECT who FROM who WHERE code = ? OR code GLOB ?",
            {std::string(party), StrCat(party, " *")}};
  }
  if (party.size() >= kTrigram) {
    return {"SELECT rowid FROM who_name WHERE who_name MATCH ?", {Quoted(party)}};
  }
  return {"SELECT who FROM who WHERE name LIKE ?", {StrCat("%", party, "%")}};
}

}  // namespace

Sql& Sql::Add(std::string_view piece) {
  text += piece;
  return *this;
}

Sql& Sql::Add(const Sql& piece) {
  text += piece.text;
  values.insert(values.end(), piece.values.begin(), piece.values.end());
  return *this;
}

Sql AllOf(const std::vector<Sql>& conditions) {
  Sql all;
  for (const Sql& condition : conditions) {
    if (!all.text.empty()) all.Add(" AND ");
    all.Add(condition);
  }
  if (all.text.empty()) all.Add("1");
  return all;
}

Result<Query> Prepare(const Database& database, const Sql& sql) {
  TRY(Query query, database.Prepare(sql.text));
  int at = 0;
  for (const Sql::Value& value : sql.values) {
    ++at;
    if (const auto* text = std::get_if<std::string>(&value)) {
      query.Bind(at, std::string_view(*text));
    } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
      query.Bind(at, *whole);
    } else {
      query.Bind(at, std::get<double>(value));
    }
  }
  return query;
}

Result<std::int64_t> CountUpTo(const Database& database, const Sql& select,
                               std::int64_t most) {
  Sql count{"SELECT count(*) FROM (", {}};
  count.Add(select).Add(StrCat(" LIMIT ", most, ")"));
  TRY(Query query, Prepare(database, count));
  TRY(const bool found, query.Step());
  return found ? query.Integer(0) : 0;
}

bool IsOfCountry(std::string_view party) {
  constexpr std::size_t kCountry = 3;
  return IsCode(party) && party[0] != '-' &&
         (party.size() == kCountry || party[kCountry] == ' ');
}

Sql PartyIs(const PartyColumns& columns, std::string_view party, bool drives) {
  const std::string_view plain = drives ? "" : "+";
  Sql sql;
  if (IsOfCountry(party) && !columns.country.empty()) {
    sql = {StrCat(plain, columns.country, " = ?"), {std::string(party.substr(0, 3))}};
    if (party.size() == 3) return sql;
    return sql.Add(StrCat(" AND +", columns.who, " IN (")).Add(WhoIs(party)).Add(")");
  }
  return sql.Add(StrCat(plain, columns.who, " IN (")).Add(WhoIs(party)).Add(")");
}

std::string MatchOf(std::string_view text) {
  bool has_operator = text.find_first_of("\"*()^:") != std::string_view::npos;
  for (const std::string_view word : SplitBlank(text)) {
    has_operator = has_operator || word == "AND" || word == "OR" || word == "NOT" ||
                   word.starts_with("NEAR");
  }
  if (has_operator) return std::string(text);
  std::string out;
  for (const std::string_view word : SplitBlank(text)) {
    if (!out.empty()) out += ' ';
    out += Quoted(word);
  }
  return out;
}

Result<Sql> WhereOf(const Database& database, std::string_view view,
                    std::string_view condition) {
  const std::size_t at = condition.find_first_of("=!<>~");
  if (at == std::string_view::npos || at == 0) {
    return Error{ErrorCode::kInvalid, StrCat("--where ", condition,
                                             ": COLUMN=VALUE is wanted (or != < <= > "
                                             ">= ~)")};
  }
  const std::string_view column = Trim(condition.substr(0, at));
  std::size_t size = 1;
  if (at + 1 < condition.size() && condition[at] != '~' && condition[at + 1] == '=') {
    size = 2;
  }
  const std::string_view sign = condition.substr(at, size);
  if (sign == "!") {
    return Error{ErrorCode::kInvalid, StrCat("--where ", condition, ": != is meant?")};
  }
  TRY(const Query columns,
      database.Prepare(StrCat("SELECT * FROM ", view, " LIMIT 0")));
  std::string names;
  bool is_there = false;
  for (int i = 0; i < columns.columns(); ++i) {
    is_there = is_there || columns.column_name(i) == column;
    names += StrCat(i == 0 ? "" : ", ", columns.column_name(i));
  }
  if (!is_there) {
    return Error{ErrorCode::kInvalid,
                 StrCat("--where: ", view, " have no ", column, "; they have ", names)};
  }
  const std::string_view value = Trim(condition.substr(at + size));
  if (sign == "~") {
    return Sql{StrCat(view, ".", column, " LIKE ?"), {StrCat("%", value, "%")}};
  }
  return Sql{StrCat(view, ".", column, " ", sign, " ?"), {ValueOf(value)}};
}

}  // namespace entente
