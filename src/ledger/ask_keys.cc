#include "ledger/ask_keys.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "base/check.h"
#include "base/strings.h"

namespace entente {
namespace {

// So many rows are read and sorted faster than an index is walked in order of date for
// the few of them that other filters let through.
constexpr std::int64_t kFewRows = 200'000;
constexpr std::int64_t kFewDocuments = 5'000;

// Where rows of a kind are found. In queries their table is `d`.
struct Source {
  std::string_view view;
  std::string_view table;
  std::string_view key;
  PartyColumns actor, recipient;
};

const Source& EventSource() {
  static const Source source{"events", "event", "event", {"", ""}, {"", ""}};
  return source;
}
const Source& DyadSource() {
  static const Source source{"events",
                             "dyad",
                             "event",
                             {"d.actor", "d.actor_country"},
                             {"d.recipient", "d.recipient_country"}};
  return source;
}
const Source& StatementSource() {
  static const Source source{"statements",
                             "statement",
                             "statement",
                             {"d.speaker_who", "d.speaker_country"},
                             {"d.addressee_who", ""}};
  return source;
}
const Source& StanceSource() {
  static const Source source{"stances",
                             "stance",
                             "stance",
                             {"d.giver_who", "d.giver_country"},
                             {"d.target_who", "d.target_country"}};
  return source;
}

// What leads to the rows; all other filters are only looked at.
enum class Driver : std::uint8_t { kDate, kType, kActor, kRecipient, kPlace, kText };

Sql SiteIs(const AskFilters& filters) {
  return {"IN (SELECT site FROM site WHERE country = ? OR name LIKE ?)",
          {filters.place, StrCat("%", filters.place, "%")}};
}

Sql DyadsOf(const PartyColumns& columns, std::string_view party) {
  Sql sql{"SELECT 1 FROM dyad AS d WHERE ", {}};
  return sql.Add(PartyIs(columns, party, true));
}

class EventDriver {
 public:
  EventDriver(const Database& database, const AskFilters& filters)
      : database_(database), filters_(filters) {}

  // The filter that leaves the fewest rows; where none leaves few, one whose index
  // gives rows in order of date.
  Result<Driver> Choose() {
    if (!filters_.text.empty()) {
      const Sql hits{"SELECT 1 FROM words WHERE words MATCH ?",
                     {MatchOf(filters_.text)}};
      TRY(const std::int64_t documents, CountUpTo(database_, hits, kFewDocuments + 1));
      constexpr std::int64_t kEventsADocument = 10;
      if (documents <= kFewDocuments)
        Offer(Driver::kText, documents * kEventsADocument);
    }
    if (!filters_.actor.empty()) {
      TRY(const std::int64_t rows, Count(DyadsOf(DyadSource().actor, filters_.actor)));
      Offer(Driver::kActor, rows);
    }
    if (!filters_.recipient.empty()) {
      TRY(const std::int64_t rows,
          Count(DyadsOf(DyadSource().recipient, filters_.recipient)));
      Offer(Driver::kRecipient, rows);
    }
    if (!filters_.place.empty()) {
      Sql rows{"SELECT 1 FROM event WHERE site ", {}};
      TRY(const std::int64_t count, Count(rows.Add(SiteIs(filters_))));
      Offer(Driver::kPlace, count);
    }
    if (least_ <= kFewRows) return best_;
    if (IsOfCountry(filters_.actor)) return Driver::kActor;
    if (IsOfCountry(filters_.recipient)) return Driver::kRecipient;
    return filters_.type.empty() ? Driver::kDate : Driver::kType;
  }

 private:
  Result<std::int64_t> Count(const Sql& select) const {
    return CountUpTo(database_, select, kFewRows + 1);
  }
  void Offer(Driver driver, std::int64_t rows) {
    if (rows >= least_) return;
    least_ = rows;
    best_ = driver;
  }

  const Database& database_;
  const AskFilters& filters_;
  std::int64_t least_ = INT64_MAX;
  Driver best_ = Driver::kDate;
};

// One of an event's parties, where the rows that are walked are not dyads.
Sql HasParty(std::string_view side, std::string_view party) {
  Sql sql{
      StrCat("EXISTS (SELECT 1 FROM party JOIN entity USING (reading, entity) WHERE "
             "party.reading = d.reading AND party.event = d.event AND side = '",
             side, "' AND "),
      {}};
  return sql.Add(PartyIs({"entity.who", "entity.country"}, party, false)).Add(")");
}

void AddParties(const AskFilters& filters, const Source& source, Driver driver,
                std::vector<Sql>& conditions) {
  const bool is_event = source.table == "event";
  if (!filters.actor.empty()) {
    conditions.push_back(
        is_event ? HasParty("actor", filters.actor)
                 : PartyIs(source.actor, filters.actor, driver == Driver::kActor));
  }
  if (!filters.recipient.empty()) {
    conditions.push_back(is_event ? HasParty("recipient", filters.recipient)
                                  : PartyIs(source.recipient, filters.recipient,
                                            driver == Driver::kRecipient));
  }
}

void AddPlace(const AskFilters& filters, const Source& source, Driver driver,
              std::vector<Sql>& conditions) {
  if (filters.place.empty()) return;
  if (source.table == "event") {
    Sql site{driver == Driver::kPlace ? "d.site " : "+d.site ", {}};
    conditions.push_back(site.Add(SiteIs(filters)));
    return;
  }
  Sql exists{
      "EXISTS (SELECT 1 FROM event WHERE event.reading = d.reading AND event.event = "
      "d.event AND +event.site ",
      {}};
  conditions.push_back(exists.Add(SiteIs(filters)).Add(")"));
}

void AddDates(const AskFilters& filters, std::vector<Sql>& conditions) {
  if (!filters.since.empty()) conditions.push_back({"d.date >= ?", {filters.since}});
  if (!filters.until.empty()) conditions.push_back({"d.date <= ?", {filters.until}});
}

// Conditions on any column of the view, looked at last.
Status AddWhere(const Database& database, const AskFilters& filters,
                const Source& source, std::vector<Sql>& conditions) {
  if (filters.where.empty()) return std::monostate{};
  const std::string_view view =
      filters.rows == AskRows::kReported ? "reported_events" : source.view;
  std::vector<Sql> inner{{StrCat(view, ".reading = d.reading"), {}},
                         {StrCat(view, ".", source.key, " = d.", source.key), {}}};
  for (const std::string& condition : filters.where) {
    TRY(Sql one, WhereOf(database, view, condition));
    inner.push_back(std::move(one));
  }
  Sql exists{StrCat("EXISTS (SELECT 1 FROM ", view, " WHERE "), {}};
  conditions.push_back(exists.Add(AllOf(inner)).Add(")"));
  return std::monostate{};
}

Result<Sql> KeysFrom(const Database& database, const AskFilters& filters,
                     const Source& source, Driver driver) {
  std::vector<Sql> conditions;
  AddParties(filters, source, driver, conditions);
  if (!filters.type.empty()) {
    conditions.push_back(
        {driver == Driver::kType ? "d.type = ?" : "+d.type = ?", {filters.type}});
  }
  AddDates(filters, conditions);
  AddPlace(filters, source, driver, conditions);
  Sql sql{StrCat("SELECT d.reading, d.", source.key, " FROM "), {}};
  if (driver == Driver::kText) {
    sql.Add(
        Sql{"(SELECT rowid AS document FROM words WHERE words MATCH ?) AS hit CROSS "
            "JOIN current ON current.document = hit.document CROSS JOIN ",
            {MatchOf(filters.text)}});
    conditions.push_back({"d.reading = current.reading", {}});
  } else {
    Sql exists{"EXISTS (SELECT 1 FROM current WHERE current.reading = d.reading", {}};
    if (!filters.text.empty()) {
      exists.Add(
          Sql{" AND current.document IN (SELECT rowid FROM words WHERE words MATCH ?)",
              {MatchOf(filters.text)}});
    }
    conditions.push_back(exists.Add(")"));
  }
  if (filters.rows == AskRows::kReported) {
    conditions.push_back(
        {"EXISTS (SELECT 1 FROM same_event WHERE same_event.reading = d.reading AND "
         "same_event.event = d.event AND same_event.leads = 1)",
         {}});
  }
  const Status added = AddWhere(database, filters, source, conditions);
  if (!added) return added.error();
  sql.Add(StrCat(source.table, " AS d WHERE ")).Add(AllOf(conditions));
  if (source.table == "dyad") {
    sql.Add(" GROUP BY d.date, d.reading, d.event");
  }
  const std::string_view down = filters.is_newest_first ? " DESC" : "";
  sql.Add(StrCat(" ORDER BY d.date", down, ", d.reading", down, ", d.", source.key,
                 down, " LIMIT ?"));
  sql.values.emplace_back(filters.limit);
  return sql;
}

// Of statements and stances: text where few documents hold it, else a party.
Result<Driver> ChooseSimply(const Database& database, const AskFilters& filters) {
  if (!filters.text.empty()) {
    const Sql hits{"SELECT 1 FROM words WHERE words MATCH ?", {MatchOf(filters.text)}};
    TRY(const std::int64_t documents, CountUpTo(database, hits, kFewDocuments + 1));
    if (documents <= kFewDocuments) return Driver::kText;
  }
  if (!filters.actor.empty()) return Driver::kActor;
  return filters.recipient.empty() ? Driver::kDate : Driver::kRecipient;
}

}  // namespace

Result<Sql> KeysOf(const Database& database, const AskFilters& filters) {
  if (filters.rows == AskRows::kEvents || filters.rows == AskRows::kReported) {
    EventDriver chooser(database, filters);
    TRY(const Driver driver, chooser.Choose());
    const bool is_dyad = driver == Driver::kActor || driver == Driver::kRecipient;
    return KeysFrom(database, filters, is_dyad ? DyadSource() : EventSource(), driver);
  }
  TRY(const Driver driver, ChooseSimply(database, filters));
  return KeysFrom(
      database, filters,
      filters.rows == AskRows::kStatements ? StatementSource() : StanceSource(),
      driver);
}

}  // namespace entente
