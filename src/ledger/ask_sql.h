// Pieces of SQL with their parameters. Ask's own.
#ifndef ENTENTE_LEDGER_ASK_SQL_H_
#define ENTENTE_LEDGER_ASK_SQL_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "ledger/database.h"

namespace entente {

struct Sql {
  using Value = std::variant<std::string, std::int64_t, double>;

  std::string text;
  std::vector<Value> values;  // of its question marks, in order

  Sql& Add(std::string_view piece);
  Sql& Add(const Sql& piece);
};

// Conditions, " AND " between; "1" where there are none.
Sql AllOf(const std::vector<Sql>& conditions);

Result<Query> Prepare(const Database& database, const Sql& sql);

// How many rows a SELECT gives, counted no further than `most`.
Result<std::int64_t> CountUpTo(const Database& database, const Sql& select,
                               std::int64_t most);

// The columns that hold a party: entity.who and its country. No country: "".
struct PartyColumns {
  std::string who;
  std::string country;
};
// That these columns hold the party. Where it `drives`, indexes on them may be used;
// else it is only looked at. REQUIRES: a party that is not empty.
Sql PartyIs(const PartyColumns& columns, std::string_view party, bool drives);
// True: the condition is equality with a country, and an index on that gives rows in
// order of date.
bool IsOfCountry(std::string_view party);

// Words of a document as FTS5 wants them: quoted, but for its operators.
std::string MatchOf(std::string_view text);

// "confidence>=0.7" on a column of a view. Returns kInvalid, with the columns that
// there are, for one that it does not have.
Result<Sql> WhereOf(const Database& database, std::string_view view,
                    std::string_view condition);

}  // namespace entente

#endif  // ENTENTE_LEDGER_ASK_SQL_H_
