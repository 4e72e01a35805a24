#include "align/row_facts.h"

#include "base/check.h"
#include "base/strings.h"

namespace entente {
namespace {

std::string SelectFrom(std::string_view table, std::string_view letter) {
  return StrCat("SELECT substr(document.key, 1, 12) || '-", letter, "' || row.", table,
                ", CAST(substr(CAST(document.text AS BLOB), row.first + 1, "
                "row.last - row.first) AS TEXT), document.title, document.source, "
                "document.url, row.rule FROM ",
                table,
                " AS row JOIN reading USING (reading) JOIN document USING (document) "
                "WHERE row.reading = ? AND row.",
                table, " = ?");
}

}  // namespace

Result<RowReader> RowReader::Make(const Database& database) {
  TRY(Query event, database.Prepare(SelectFrom("event", "e")));
  TRY(Query stance, database.Prepare(SelectFrom("stance", "x")));
  return RowReader(std::move(event), std::move(stance));
}

Result<RowFacts> RowReader::Read(const EvidenceRow& row) {
  Query& query = row.is_stance() ? stance_ : event_;
  query.Bind(1, std::int64_t{row.reading});
  query.Bind(2, std::int64_t{row.number});
  TRY(const bool found, query.Step());
  if (!found) {
    return Error{ErrorCode::kNotFound, "the ledger has changed meanwhile; ask again"};
  }
  RowFacts facts;
  const auto texts = {&facts.row,    &facts.words, &facts.title,
                      &facts.source, &facts.url,   &facts.rule};
  int column = 0;
  for (std::string* text : texts) *text = query.Text(column++);
  query.Reset();
  return facts;
}

}  // namespace entente
