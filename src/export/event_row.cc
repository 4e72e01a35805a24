#include "export/event_row.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/hash.h"
#include "base/strings.h"

namespace entente {
namespace {

// In the order in which documents were read, so that nothing has to be sorted.
constexpr const char* kRows = R"sql(
SELECT document.key, event.event, a.name, a.code, r.name, r.code,
       event.type, event.mode, event.cameo, event.quad, event.contexts, event.score,
       event.confidence, event.date, time.begins, time.ends, time.precision,
       event.polarity, event.modality, event.status, speaker.name, event.rule,
       place.name, place.country, place.admin1, place.precision, place.lat, place.lon,
       place.geonames,
       CAST(substr(CAST(document.text AS BLOB), event.first + 1,
                   event.last - event.first) AS TEXT),
       event.sentence_first, document.id, document.title, document.source, document.url,
       document.published
FROM dyad JOIN current USING (reading)
JOIN event ON event.reading = dyad.reading AND event.event = dyad.event
JOIN document USING (document)
LEFT JOIN who AS a ON a.who = dyad.actor
LEFT JOIN who AS r ON r.who = dyad.recipient
LEFT JOIN time ON time.reading = event.reading AND time.time = event.time
LEFT JOIN place ON place.reading = event.reading AND place.place = event.place
LEFT JOIN statement ON statement.reading = event.reading
  AND statement.statement = event.claimed_by
LEFT JOIN entity AS speaker ON speaker.reading = event.reading
  AND speaker.entity = statement.speaker)sql";

bool IsCode(std::string_view party) {
  return party.size() >= 3 && std::all_of(party.begin(), party.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || c == ' ' || c == '-';
         });
}

// Conditions and their parameters.
class Where {
 public:
  void Add(std::string_view condition, std::vector<std::string> parameters) {
    sql += StrCat(sql.empty() ? "\nWHERE " : " AND ", condition);
    for (std::string& parameter : parameters) bound.push_back(std::move(parameter));
  }
  // A code or the beginning of one, or a part of a name.
  void AddParty(std::string_view table, const std::string& party) {
    if (party.empty()) return;
    if (IsCode(party)) {
      Add(StrCat("(", table, ".code = ? OR ", table, ".code GLOB ?)"),
          {party, party + " *"});
    } else {
      Add(StrCat(table, ".name LIKE ?"), {StrCat("%", party, "%")});
    }
  }

  std::string sql;
  std::vector<std::string> bound;
};

ExportParty PartyOf(const Query& query, int name) {
  ExportParty party;
  party.name = query.Text(name);
  party.code = query.Text(name + 1);
  if (party.code.empty()) return party;
  const auto blocks = Split(party.code, ' ');
  if (blocks[0] != "---") party.country = blocks[0];
  if (blocks.size() > 1 && blocks[1] != "---") party.sector = blocks[1];
  if (blocks.size() > 2) party.group = blocks[2];
  return party;
}

std::int64_t IdOf(const ExportRow& row) {
  const std::string all = StrCat(row.label, "|", row.actor.name, "|", row.actor.code,
                                 "|", row.recipient.name, "|", row.recipient.code);
  return static_cast<std::int64_t>(Hash64(all) >> 1);
}

}  // namespace

Result<EventRows> EventRows::Open(const Database& database, const AskFilters& filters) {
  Where where;
  where.AddParty("a", filters.actor);
  where.AddParty("r", filters.recipient);
  if (!filters.type.empty()) where.Add("dyad.type = ?", {filters.type});
  if (!filters.since.empty()) where.Add("dyad.date >= ?", {filters.since});
  if (!filters.until.empty()) where.Add("dyad.date <= ?", {filters.until});
  if (!filters.place.empty()) {
    where.Add("(place.name LIKE ? OR place.country = ?)",
              {StrCat("%", filters.place, "%"), filters.place});
  }
  TRY(Query query, database.Prepare(StrCat(kRows, where.sql)));
  int at = 0;
  for (const std::string& parameter : where.bound) {
    query.Bind(++at, std::string_view(parameter));
  }
  return EventRows(std::move(query));
}

Result<bool> EventRows::Next() {
  TRY(const bool found, query_.Step());
  if (!found) return false;
  ExportRow row;
  row.label = StrCat(query_.Text(0).substr(0, 12), "-e", query_.Integer(1));
  row.actor = PartyOf(query_, 2);
  row.recipient = PartyOf(query_, 4);
  int at = 6;
  for (std::string* text :
       {&row.type, &row.mode, &row.cameo, &row.quad, &row.contexts}) {
    *text = query_.Text(at++);
  }
  row.score = query_.Real(11);
  row.confidence = query_.Real(12);
  at = 13;
  for (std::string* text :
       {&row.date, &row.begins, &row.ends, &row.date_precision, &row.polarity,
        &row.modality, &row.status, &row.claimed_by, &row.rule, &row.place,
        &row.place_country, &row.admin1, &row.place_precision}) {
    *text = query_.Text(at++);
  }
  if (!query_.IsNull(26)) row.lat = query_.Real(26);
  if (!query_.IsNull(27)) row.lon = query_.Real(27);
  if (!query_.IsNull(28)) row.geonames = query_.Integer(28);
  row.words = query_.Text(29);
  row.sentence = query_.Integer(30);
  at = 31;
  for (std::string* text :
       {&row.document, &row.title, &row.source, &row.url, &row.published}) {
    *text = query_.Text(at++);
  }
  row.id = IdOf(row);
  row_ = std::move(row);
  return true;
}

}  // namespace entente
