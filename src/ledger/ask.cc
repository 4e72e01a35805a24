#include "ledger/ask.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/check.h"
#include "base/date.h"
#include "base/strings.h"
#include "ledger/ask_keys.h"
#include "ledger/ask_sql.h"
#include "ledger/schema.h"

namespace entente {
namespace {

// What is shown of the rows that were found.
struct View {
  std::string_view name;
  std::string_view key;      // of its rows: beside the reading
  std::string_view columns;  // shown
};

constexpr View kEvents{
    "events", "event",
    "row, date, actor, actor_code, type, mode, recipient, recipient_code, place, "
    "polarity, modality, status, claimed_by, confidence, rule, words, title"};
constexpr View kReported{
    "reported_events", "event",
    "date, actor, actor_code, type, mode, recipient, recipient_code, place, polarity, "
    "modality, reports, documents, sources, publishers, first_report, latest_report, "
    "words, rows"};
constexpr View kStatements{"statements", "statement",
                           "row, date, speaker, speaker_role, speaker_code, kind, "
                           "polarity, content, title"};
constexpr View kStances{"stances", "stance",
                        "row, date, giver, giver_code, sign, target, target_code, "
                        "strength, basis, claimed_by, words, title"};

// A piece of the text around the words that were asked for.
Sql Snippet(std::string_view document, const AskFilters& filters) {
  if (filters.text.empty()) return {};
  return {StrCat(", (SELECT snippet(words, -1, '[', ']', '\xE2\x80\xA6', 12) FROM "
                 "words WHERE words MATCH ? AND rowid = ",
                 document, ") AS snippet"),
          {MatchOf(filters.text)}};
}

std::string_view Downwards(const AskFilters& filters) {
  return filters.is_newest_first ? " DESC" : "";
}

Result<Sql> RowsQuery(const Database& database, const AskFilters& filters,
                      const View& view) {
  TRY(const Sql keys, KeysOf(database, filters));
  const std::string down(Downwards(filters));
  Sql sql{StrCat("SELECT ", view.columns), {}};
  sql.Add(Snippet(StrCat("(SELECT reading.document FROM reading WHERE "
                         "reading.reading = found.reading)"),
                  filters));
  sql.Add(" FROM (").Add(keys).Add(
      StrCat(") AS found CROSS JOIN ", view.name, " ON ", view.name,
             ".reading = found.reading AND ", view.name, ".", view.key, " = found.",
             view.key, " ORDER BY date", down, ", ", view.name, ".reading", down, ", ",
             view.name, ".", view.key, down));
  return sql;
}

Result<Sql> DocumentsQuery(const Database& database, const AskFilters& filters) {
  std::vector<Sql> conditions;
  if (!filters.since.empty())
    conditions.push_back({"d.published >= ?", {filters.since}});
  if (!filters.until.empty())
    conditions.push_back({"d.published <= ?", {filters.until}});
  conditions.push_back(
      {"EXISTS (SELECT 1 FROM current WHERE current.document = d.document)", {}});
  if (!filters.text.empty()) {
    conditions.push_back({"d.document IN (SELECT rowid FROM words WHERE words MATCH ?)",
                          {MatchOf(filters.text)}});
  }
  if (!filters.where.empty()) {
    std::vector<Sql> inner{{"documents.key = d.key", {}}};
    for (const std::string& condition : filters.where) {
      TRY(Sql one, WhereOf(database, "documents", condition));
      inner.push_back(std::move(one));
    }
    Sql exists{"EXISTS (SELECT 1 FROM documents WHERE ", {}};
    conditions.push_back(exists.Add(AllOf(inner)).Add(")"));
  }
  const std::string down(Downwards(filters));
  Sql sql{
      "SELECT documents.id, documents.published, documents.title, documents.source, "
      "events, statements, stances, documents.url",
      {}};
  sql.Add(Snippet("found.document", filters));
  sql.Add(" FROM (SELECT d.document, d.key FROM document AS d WHERE ")
      .Add(AllOf(conditions))
      .Add(StrCat(" ORDER BY d.published", down, ", d.key", down,
                  " LIMIT ?) AS found CROSS JOIN documents ON documents.key = "
                  "found.key ORDER BY documents.published",
                  down, ", documents.key", down));
  // The limit's mark comes after those of the conditions.
  sql.values.emplace_back(filters.limit);
  return sql;
}

// A view as it is, filtered by its dates.
Result<Sql> PlainQuery(const Database& database, const AskFilters& filters,
                       std::string_view view, std::string_view date) {
  std::vector<Sql> conditions;
  if (!filters.since.empty())
    conditions.push_back({StrCat(date, " >= ?"), {filters.since}});
  if (!filters.until.empty()) {
    // Times follow the day: the day after is past it.
    const auto day = ParseIsoDate(filters.until);
    if (!day) return Error{ErrorCode::kInvalid, "--until: YYYY-MM-DD is wanted"};
    conditions.push_back(
        {StrCat(date, " < ?"), {ToString(FromDays(ToDays(*day) + 1))}});
  }
  for (const std::string& condition : filters.where) {
    TRY(Sql one, WhereOf(database, view, condition));
    conditions.push_back(std::move(one));
  }
  Sql sql{StrCat("SELECT * FROM ", view, " WHERE "), {}};
  sql.Add(AllOf(conditions))
      .Add(StrCat(" ORDER BY ", date, Downwards(filters), " LIMIT ?"));
  sql.values.emplace_back(filters.limit);
  return sql;
}

Status CheckFilters(const AskFilters& filters) {
  const bool has_parties = !filters.actor.empty() || !filters.recipient.empty();
  const bool is_event =
      filters.rows == AskRows::kEvents || filters.rows == AskRows::kReported;
  if (!is_event && (!filters.type.empty() || !filters.place.empty())) {
    return Error{ErrorCode::kInvalid, "--type and --place are for events"};
  }
  const bool is_coded = is_event || filters.rows == AskRows::kStatements ||
                        filters.rows == AskRows::kStances;
  if (!is_coded && has_parties) {
    return Error{ErrorCode::kInvalid,
                 "--actor and --recipient are for events, statements and stances"};
  }
  if (!is_coded && filters.rows != AskRows::kDocuments && !filters.text.empty()) {
    return Error{ErrorCode::kInvalid,
                 "--text is for events, statements, stances and documents"};
  }
  for (const std::string* day : {&filters.since, &filters.until}) {
    if (!day->empty() && !ParseIsoDate(*day)) {
      return Error{ErrorCode::kInvalid, StrCat(*day, ": YYYY-MM-DD is wanted")};
    }
  }
  return std::monostate{};
}

Result<Sql> QueryOf(const Database& database, const AskFilters& filters) {
  const Status checked = CheckFilters(filters);
  if (!checked) return checked.error();
  switch (filters.rows) {
    case AskRows::kEvents:
      return RowsQuery(database, filters, kEvents);
    case AskRows::kReported:
      return RowsQuery(database, filters, kReported);
    case AskRows::kStatements:
      return RowsQuery(database, filters, kStatements);
    case AskRows::kStances:
      return RowsQuery(database, filters, kStances);
    case AskRows::kDocuments:
      return DocumentsQuery(database, filters);
    case AskRows::kOneADay:
      return PlainQuery(database, filters, "one_a_day", "date");
    case AskRows::kStories:
      return PlainQuery(database, filters, "stories", "first_report");
    case AskRows::kCopies:
      return PlainQuery(database, filters, "copies", "published");
    case AskRows::kRevisions:
      return PlainQuery(database, filters, "revisions", "published");
    case AskRows::kRuns:
      return PlainQuery(database, filters, "runs", "started");
  }
  return Error{ErrorCode::kInvalid, "no such rows"};
}

// The last reading that belongs to a run, or to the last run that began by a day's end.
Result<std::int64_t> LastReading(const Database& database,
                                 const std::string& run_or_date) {
  const auto day = ParseIsoDate(run_or_date);
  Sql sql{"SELECT upto FROM run WHERE run = ?", {run_or_date}};
  if (day) {
    sql = {"SELECT upto FROM run WHERE started < ? ORDER BY run DESC LIMIT 1",
           {ToString(FromDays(ToDays(*day) + 1))}};
  }
  TRY(Query query, Prepare(database, sql));
  TRY(const bool found, query.Step());
  if (found) return query.Integer(0);
  return Error{ErrorCode::kNotFound, StrCat("--as-of ", run_or_date,
                                            ": no such run; 'ask LEDGER runs' lists "
                                            "them")};
}

}  // namespace

Result<Query> PrepareAsk(const Database& database, const AskFilters& filters) {
  TRY(const Sql sql, QueryOf(database, filters));
  return Prepare(database, sql);
}

Status ShowAsOf(const Database& database, const std::string& run_or_date) {
  TRY(const std::int64_t last, LastReading(database, run_or_date));
  constexpr std::string_view kCreate = "CREATE VIEW ";
  std::string sql = StrCat(
      "CREATE TEMP VIEW known AS SELECT reading, document, edition FROM reading ",
      "WHERE reading <= ", last, ";");
  // Every view but the first, which is `known`.
  std::size_t at = kViewsSql.find(kCreate);
  at = kViewsSql.find(kCreate, at + 1);
  while (at != std::string_view::npos) {
    const std::size_t next = kViewsSql.find(kCreate, at + 1);
    sql += "CREATE TEMP VIEW ";
    sql += kViewsSql.substr(at + kCreate.size(), next - at - kCreate.size());
    at = next;
  }
  return database.Execute(sql);
}

}  // namespace entente
