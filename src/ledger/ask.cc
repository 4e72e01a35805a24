#include "ledger/ask.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/strings.h"

namespace entente {
namespace {

bool IsCode(std::string_view party) {
  return party.size() >= 3 && std::all_of(party.begin(), party.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || c == ' ' || c == '-';
         });
}

// Conditions with their parameters, in order.
class Conditions {
 public:
  void Add(std::string_view sql, std::vector<std::string> parameters) {
    sql_ += StrCat(sql_.empty() ? " WHERE " : " AND ", sql);
    for (std::string& parameter : parameters) {
      parameters_.push_back(std::move(parameter));
    }
  }
  // A party by the columns of its name and its code.
  void AddParty(std::string_view name, std::string_view code,
                const std::string& party) {
    if (party.empty()) return;
    if (IsCode(party)) {
      Add(StrCat("(", code, " = ? OR ", code, " GLOB ?)"), {party, party + " *"});
    } else {
      Add(StrCat(name, " LIKE ?"), {StrCat("%", party, "%")});
    }
  }
  const std::string& sql() const { return sql_; }
  const std::vector<std::string>& parameters() const { return parameters_; }

 private:
  std::string sql_;
  std::vector<std::string> parameters_;
};

// One of an event's parties: any of several may be the one that is asked for.
void AddEventParty(std::string_view side, const std::string& party,
                   Conditions& conditions) {
  if (party.empty()) return;
  Conditions inner;
  inner.AddParty("entity.name", "entity.code", party);
  conditions.Add(
      StrCat("EXISTS (SELECT 1 FROM party JOIN entity USING (reading, entity)",
             inner.sql(),
             " AND party.reading = events.reading AND party.event = events.event "
             "AND side = '",
             side, "')"),
      inner.parameters());
}

void AddDates(const AskFilters& filters, std::string_view column,
              Conditions& conditions) {
  if (!filters.since.empty()) {
    conditions.Add(StrCat(column, " >= ?"), {filters.since});
  }
  if (!filters.until.empty()) {
    conditions.Add(StrCat(column, " <= ?"), {filters.until});
  }
}

void AddText(const AskFilters& filters, std::string_view reading,
             Conditions& conditions) {
  if (filters.text.empty()) return;
  conditions.Add(StrCat(reading,
                        " IN (SELECT current.reading FROM current JOIN words ON "
                        "words.rowid = current.document WHERE words MATCH ?)"),
                 {filters.text});
}

std::string EventsQuery(const AskFilters& filters, Conditions& conditions) {
  AddEventParty("actor", filters.actor, conditions);
  AddEventParty("recipient", filters.recipient, conditions);
  if (!filters.type.empty()) conditions.Add("type = ?", {filters.type});
  AddDates(filters, "date", conditions);
  if (!filters.place.empty()) {
    conditions.Add("(place LIKE ? OR place_country = ?)",
                   {StrCat("%", filters.place, "%"), filters.place});
  }
  AddText(filters, "reading", conditions);
  return StrCat(
      "SELECT row, date, actor, actor_code, type, mode, recipient, recipient_code, "
      "place, polarity, modality, status, claimed_by, confidence, rule, words, title "
      "FROM events",
      conditions.sql(), " ORDER BY date, reading, event LIMIT ?");
}

std::string StatementsQuery(const AskFilters& filters, Conditions& conditions) {
  conditions.AddParty("speaker", "speaker_code", filters.actor);
  conditions.AddParty("addressee", "addressee", filters.recipient);
  AddDates(filters, "date", conditions);
  AddText(filters, "reading", conditions);
  return StrCat(
      "SELECT row, date, speaker, speaker_role, speaker_code, kind, polarity, content, "
      "title FROM statements",
      conditions.sql(), " ORDER BY date, reading, statement LIMIT ?");
}

std::string StancesQuery(const AskFilters& filters, Conditions& conditions) {
  conditions.AddParty("giver", "giver_code", filters.actor);
  conditions.AddParty("target", "target_code", filters.recipient);
  AddDates(filters, "date", conditions);
  AddText(filters, "reading", conditions);
  return StrCat(
      "SELECT row, date, giver, giver_code, sign, target, target_code, strength, "
      "basis, "
      "claimed_by, words, title FROM stances",
      conditions.sql(), " ORDER BY date, reading, stance LIMIT ?");
}

std::string DocumentsQuery(const AskFilters& filters, Conditions& conditions) {
  AddDates(filters, "published", conditions);
  if (!filters.text.empty()) {
    conditions.Add(
        "key IN (SELECT key FROM document JOIN words ON words.rowid = "
        "document.document WHERE words MATCH ?)",
        {filters.text});
  }
  return StrCat(
      "SELECT id, published, title, source, events, statements, stances, url "
      "FROM documents",
      conditions.sql(), " ORDER BY published, key LIMIT ?");
}

Status CheckFilters(const AskFilters& filters) {
  const bool has_parties = !filters.actor.empty() || !filters.recipient.empty();
  if (filters.rows != AskRows::kEvents &&
      (!filters.type.empty() || !filters.place.empty())) {
    return Error{ErrorCode::kInvalid, "--type and --place are for events"};
  }
  if (filters.rows == AskRows::kDocuments && has_parties) {
    return Error{ErrorCode::kInvalid, "documents have no --actor or --recipient"};
  }
  return std::monostate{};
}

}  // namespace

Result<Query> PrepareAsk(const Database& database, const AskFilters& filters) {
  const Status checked = CheckFilters(filters);
  if (!checked) return checked.error();
  Conditions conditions;
  std::string sql;
  switch (filters.rows) {
    case AskRows::kEvents:
      sql = EventsQuery(filters, conditions);
      break;
    case AskRows::kStatements:
      sql = StatementsQuery(filters, conditions);
      break;
    case AskRows::kStances:
      sql = StancesQuery(filters, conditions);
      break;
    case AskRows::kDocuments:
      sql = DocumentsQuery(filters, conditions);
      break;
  }
  TRY(Query query, database.Prepare(sql));
  int at = 0;
  for (const std::string& parameter : conditions.parameters()) {
    query.Bind(++at, std::string_view(parameter));
  }
  query.Bind(++at, filters.limit);
  return query;
}

}  // namespace entente
