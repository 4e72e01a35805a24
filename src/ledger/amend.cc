#include "ledger/amend.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/check.h"
#include "base/date.h"
#include "base/strings.h"
#include "record/event.h"

namespace entente {
namespace {

Error Wrong(const Change& change, std::string_view wanted) {
  return {ErrorCode::kInvalid,
          StrCat(change.field, " '", change.value, "': wanted is ", wanted)};
}

// A row's tables and the column that counts it there.
struct Home {
  std::string_view table, key;
};

Home HomeOf(char list) {
  if (list == 's') return {"statement", "statement"};
  if (list == 'x') return {"stance", "stance"};
  return {"event", "event"};
}

class Amender {
 public:
  Amender(const Database& database, const RowRef& row)
      : database_(database), row_(row) {}

  Status Set(std::string_view table, std::string_view column, std::string_view value) {
    TRY(Query query, database_.Prepare(StrCat("UPDATE ", table, " SET ", column,
                                              " = ? WHERE reading = ? AND ",
                                              HomeOf(row_.list).key, " = ?")));
    query.BindOptional(1, value);
    query.Bind(2, row_.reading);
    query.Bind(3, row_.number);
    return query.Run();
  }

  Status SetNumber(std::string_view table, std::string_view column,
                   std::optional<std::int64_t> value) {
    TRY(Query query, database_.Prepare(StrCat("UPDATE ", table, " SET ", column,
                                              " = ? WHERE reading = ? AND ",
                                              HomeOf(row_.list).key, " = ?")));
    query.BindOptional(1, value);
    query.Bind(2, row_.reading);
    query.Bind(3, row_.number);
    return query.Run();
  }

  Result<std::string> Get(std::string_view column) {
    const Home home = HomeOf(row_.list);
    return Text(StrCat("SELECT ", column, " FROM ", home.table,
                       " WHERE reading = ? AND ", home.key, " = ?"));
  }

  // The first cell of a query over the row's reading and number, "" where it is null.
  Result<std::string> Text(const std::string& sql) {
    TRY(Query query, database_.Prepare(sql));
    query.Bind(1, row_.reading);
    query.Bind(2, row_.number);
    TRY(const bool found, query.Step());
    return found ? std::string(query.Text(0)) : std::string();
  }

  Status SetType(const Ontology& ontology, std::string_view type,
                 std::string_view mode) {
    const Ontology::Type* row = ontology.Find(type, mode);
    CHECK(row != nullptr);
    Status done = Set("event", "type", type);
    if (done) done = Set("event", "mode", mode);
    if (done) done = Set("event", "quad", row->quad);
    if (done) done = Set("dyad", "type", type);
    if (!done) return done;
    TRY(Query score, database_.Prepare("UPDATE event SET score = ? WHERE reading = ? "
                                       "AND event = ?"));
    score.Bind(1, row->score);
    score.Bind(2, row_.reading);
    score.Bind(3, row_.number);
    return score.Run();
  }

  struct Party {
    std::optional<std::int64_t> entity, who;
    std::string country;
  };

  // An entity of the reading with this code, made where none has this name and code.
  Result<Party> PartyOf(const std::string& name, const std::string& code) {
    if (code == "-") return Party();
    const auto blocks = Split(code, ' ');
    const std::string country(blocks[0] == "---" ? std::string_view() : blocks[0]);
    TRY(const std::int64_t who, WhoOf(name, code, country));
    TRY(Query find, database_.Prepare("SELECT entity FROM entity WHERE reading = ? AND "
                                      "who = ? ORDER BY entity"));
    find.Bind(1, row_.reading);
    find.Bind(2, who);
    TRY(const bool found, find.Step());
    if (found) return Party{find.Integer(0), who, country};
    TRY(Query add,
        database_.Prepare("INSERT INTO entity (reading, entity, name, kind, code, "
                          "country, sector, grp, code_source, who) SELECT ?1, "
                          "coalesce(max(entity), 0) + 1, ?2, 'role', ?3, ?4, ?5, ?6, "
                          "'review', ?7 FROM entity WHERE reading = ?1 "
                          "RETURNING entity"));
    add.Bind(1, row_.reading);
    add.Bind(2, name);
    add.Bind(3, code);
    add.BindOptional(4, country);
    add.BindOptional(5, blocks.size() > 1 ? blocks[1] : std::string_view());
    add.BindOptional(6, blocks.size() > 2 ? blocks[2] : std::string_view());
    add.Bind(7, who);
    TRY(const bool is_added, add.Step());
    CHECK(is_added);
    Party party{add.Integer(0), who, country};
    add.Reset();
    return party;
  }

 private:
  Result<std::int64_t> WhoOf(const std::string& name, const std::string& code,
                             const std::string& country) {
    TRY(Query find,
        database_.Prepare("SELECT who FROM who WHERE name = ? AND code = ?"));
    find.Bind(1, name);
    find.Bind(2, code);
    TRY(const bool found, find.Step());
    if (found) return find.Integer(0);
    TRY(Query add, database_.Prepare("INSERT INTO who (name, code, country) VALUES "
                                     "(?,?,?)"));
    add.Bind(1, name);
    add.Bind(2, code);
    add.Bind(3, country);
    const Status added = add.Run();
    if (!added) return added.error();
    const std::int64_t who = database_.LastRow();
    TRY(Query named, database_.Prepare("INSERT INTO who_name (rowid, name) VALUES "
                                       "(?,?)"));
    named.Bind(1, who);
    named.Bind(2, name);
    const Status indexed = named.Run();
    if (!indexed) return indexed.error();
    return who;
  }

  const Database& database_;
  RowRef row_;
};

// "RUS GOV", "--- REB", "-": blocks of three capitals.
bool IsCode(std::string_view text) {
  if (text == "-") return true;
  const auto blocks = Split(text, ' ');
  return blocks.size() <= 3 &&
         std::all_of(blocks.begin(), blocks.end(), [](std::string_view block) {
           return block.size() == 3 &&
                  (block == "---" ||
                   std::all_of(block.begin(), block.end(),
                               [](char c) { return c >= 'A' && c <= 'Z'; }));
         });
}

// One side of an event is this code and nobody else; its dyads follow.
Status SetSide(const Database& database, Amender& amender, const RowRef& row,
               const std::string& side, const std::string& code) {
  TRY(const std::string old,
      amender.Text(StrCat("SELECT name FROM party JOIN entity USING (reading, entity) "
                          "WHERE reading = ? AND event = ? AND side = '",
                          side, "' ORDER BY entity LIMIT 1")));
  TRY(const Amender::Party party, amender.PartyOf(old.empty() ? code : old, code));
  TRY(Query clear, database.Prepare("DELETE FROM party WHERE reading = ? AND event = ? "
                                    "AND side = ?"));
  clear.Bind(1, row.reading);
  clear.Bind(2, row.number);
  clear.Bind(3, side);
  Status done = clear.Run();
  if (done && party.entity) {
    TRY(Query add, database.Prepare("INSERT INTO party VALUES (?,?,?,?)"));
    add.Bind(1, row.reading);
    add.Bind(2, row.number);
    add.Bind(3, side);
    add.Bind(4, *party.entity);
    done = add.Run();
  }
  if (done) done = amender.SetNumber("dyad", side, party.who);
  if (done) done = amender.Set("dyad", side + "_country", party.country);
  if (!done) return done;
  // Several parties on the side that is now one gave a dyad each.
  TRY(Query once,
      database.Prepare("DELETE FROM dyad WHERE reading = ?1 AND event = ?2 AND dyad "
                       "NOT IN (SELECT min(dyad) FROM dyad WHERE reading = ?1 AND "
                       "event = ?2 GROUP BY actor, recipient)"));
  once.Bind(1, row.reading);
  once.Bind(2, row.number);
  return once.Run();
}

Status AmendEvent(const Database& database, const Ontology& ontology, const RowRef& row,
                  const Change& change) {
  Amender amender(database, row);
  if (change.field == "type") {
    const Ontology::Type* type = ontology.Find(change.value, "");
    if (type == nullptr) return Wrong(change, "a PLOVER type, AID or ASSAULT say");
    TRY(const std::string mode, amender.Get("mode"));
    return amender.SetType(ontology, change.value,
                           ontology.HasMode(change.value, mode) ? mode : "");
  }
  if (change.field == "mode") {
    TRY(const std::string type, amender.Get("type"));
    const std::string mode = change.value == "-" ? "" : change.value;
    if (!mode.empty() && !ontology.HasMode(type, mode)) {
      return Wrong(change, StrCat("a mode of ", type, ", or -"));
    }
    return amender.SetType(ontology, type, mode);
  }
  if (change.field == "modality") {
    for (const Modality modality :
         {Modality::kAsserted, Modality::kPlanned, Modality::kPossible,
          Modality::kHypothetical, Modality::kDemanded, Modality::kDenied}) {
      if (Name(modality) == change.value) {
        return amender.Set("event", "modality", change.value);
      }
    }
    return Wrong(change,
                 "asserted, planned, possible, hypothetical, demanded or denied");
  }
  if (change.field == "date") {
    if (!ParseIsoDate(change.value)) return Wrong(change, "a day, 2015-12-24");
    const Status done = amender.Set("event", "date", change.value);
    return done ? amender.Set("dyad", "date", change.value) : done;
  }
  if (change.field == "actor" || change.field == "recipient") {
    if (!IsCode(change.value)) return Wrong(change, "a code, 'RUS GOV' say, or -");
    return SetSide(database, amender, row, change.field, change.value);
  }
  return Error{ErrorCode::kInvalid,
               StrCat("an event has no field '", change.field,
                      "': type, mode, polarity, modality, date, actor, recipient")};
}

// A statement's speaker, a stance's giver or target.
Status SetParty(const Database& database, const RowRef& row, const Change& change) {
  if (!IsCode(change.value)) return Wrong(change, "a code, 'RUS GOV' say, or -");
  Amender amender(database, row);
  const std::string table(HomeOf(row.list).table);
  TRY(const std::string old,
      amender.Text(StrCat("SELECT entity.name FROM ", table,
                          " AS it JOIN entity ON entity.reading = it.reading AND "
                          "entity.entity = it.",
                          change.field, " WHERE it.reading = ? AND it.", table,
                          " = ?")));
  TRY(const Amender::Party party,
      amender.PartyOf(old.empty() ? change.value : old, change.value));
  Status done = amender.SetNumber(table, change.field, party.entity);
  if (done) done = amender.SetNumber(table, change.field + "_who", party.who);
  return done ? amender.Set(table, change.field + "_country", party.country) : done;
}

}  // namespace

Status Amend(const Database& database, const Ontology& ontology, const RowRef& row,
             const Change& change) {
  Amender amender(database, row);
  const bool has_polarity = row.list == 'e' || row.list == 's';
  if (change.field == "polarity" && has_polarity) {
    if (change.value != "+" && change.value != "-") return Wrong(change, "+ or -");
    return amender.Set(HomeOf(row.list).table, "polarity", change.value);
  }
  if (row.list == 'e') return AmendEvent(database, ontology, row, change);
  if (row.list == 's') {
    if (change.field == "speaker") return SetParty(database, row, change);
    if (change.field != "kind") {
      return Error{ErrorCode::kInvalid,
                   StrCat("a statement has no field '", change.field,
                          "': kind, polarity, speaker")};
    }
    constexpr std::array<std::string_view, 3> kKinds = {"direct", "indirect", "mixed"};
    if (std::find(kKinds.begin(), kKinds.end(), change.value) == kKinds.end()) {
      return Wrong(change, "direct, indirect or mixed");
    }
    return amender.Set("statement", "kind", change.value);
  }
  if (change.field == "giver" || change.field == "target") {
    return SetParty(database, row, change);
  }
  if (change.field != "sign") {
    return Error{ErrorCode::kInvalid, StrCat("a stance has no field '", change.field,
                                             "': sign, giver, target")};
  }
  if (change.value != "1" && change.value != "0" && change.value != "-1") {
    return Wrong(change, "1, 0 or -1");
  }
  return amender.SetNumber("stance", "sign", std::int64_t{std::stoi(change.value)});
}

}  // namespace entente
