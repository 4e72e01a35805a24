#include "ledger/happenings.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/check.h"
#include "base/date.h"
#include "base/strings.h"
#include "ledger/binder.h"
#include "ledger/union_find.h"

namespace entente {
namespace {

struct Party {
  std::int64_t who = 0;
  std::string name, code;
};

struct Row {
  std::int64_t reading = 0, event = 0;
  std::string published, key;  // of the document
  std::string type, mode, polarity;
  bool is_asserted = false;
  bool is_reciprocal = false;
  bool has_day = false;  // the text names the day itself
  std::int32_t day = INT32_MIN;
  std::string place, country;  // empty: none, or no finer than the country
  std::vector<Party> actors, recipients;

  auto order() const { return std::tie(published, key, event); }
};

// Codes of one actor at different depths: "RUS" and "RUS GOV".
bool BeginsWith(std::string_view longer, std::string_view shorter) {
  return longer.starts_with(shorter) &&
         (longer.size() == shorter.size() || longer[shorter.size()] == ' ');
}

// "Putin" of "Vladimir Putin".
bool IsPartOfName(std::string_view longer, std::string_view shorter) {
  if (shorter.empty() || shorter.size() > longer.size()) return false;
  const bool is_end = longer.ends_with(shorter);
  return is_end && (longer.size() == shorter.size() ||
                    longer[longer.size() - shorter.size() - 1] == ' ');
}

bool AreOne(const Party& one, const Party& other) {
  if (one.who == other.who) return true;
  if (IsPartOfName(one.name, other.name) || IsPartOfName(other.name, one.name)) {
    return true;
  }
  if (one.code.empty() || other.code.empty()) return false;
  return BeginsWith(one.code, other.code) || BeginsWith(other.code, one.code);
}

bool Meet(const std::vector<Party>& one, const std::vector<Party>& other) {
  if (one.empty() || other.empty()) return one.empty() && other.empty();
  return std::any_of(one.begin(), one.end(), [&](const Party& a) {
    return std::any_of(other.begin(), other.end(),
                       [&](const Party& b) { return AreOne(a, b); });
  });
}

bool Disagree(const std::string& one, const std::string& other) {
  return !one.empty() && !other.empty() && one != other;
}

bool AreOneEvent(const Row& one, const Row& other) {
  if (one.type != other.type || one.polarity != other.polarity ||
      one.is_asserted != other.is_asserted) {
    return false;
  }
  if (Disagree(one.mode, other.mode) || Disagree(one.place, other.place) ||
      Disagree(one.country, other.country)) {
    return false;
  }
  const int most = one.has_day && other.has_day ? 0 : 1;
  if (one.day != other.day && (one.day == INT32_MIN || other.day == INT32_MIN ||
                               std::abs(one.day - other.day) > most)) {
    return false;
  }
  if (Meet(one.actors, other.actors) && Meet(one.recipients, other.recipients)) {
    return true;
  }
  // "Brazil and India signed", "India and Brazil signed".
  return one.is_reciprocal && other.is_reciprocal &&
         Meet(one.actors, other.recipients) && Meet(one.recipients, other.actors);
}

// Joins each row with the groups before it that hold the same event.
void Group(const std::vector<Row>& rows, const std::vector<std::uint32_t>& members,
           UnionFind& groups) {
  constexpr std::ptrdiff_t kMostCompared = 50;  // of a group: its rows are alike
  std::vector<std::vector<std::uint32_t>> before;
  for (const std::uint32_t row : members) {
    std::vector<std::vector<std::uint32_t>> apart;
    std::vector<std::uint32_t> own;
    for (std::vector<std::uint32_t>& group : before) {
      const auto end = group.begin() + std::min(std::ssize(group), kMostCompared);
      const bool is_one = std::any_of(group.begin(), end, [&](std::uint32_t other) {
        return AreOneEvent(rows[row], rows[other]);
      });
      if (!is_one) {
        apart.push_back(std::move(group));
        continue;
      }
      groups.Join(group.front(), row);
      if (own.empty()) {
        own = std::move(group);
      } else {
        own.insert(own.end(), group.begin(), group.end());
      }
    }
    own.push_back(row);
    apart.push_back(std::move(own));
    before = std::move(apart);
  }
}

class HappeningFinder {
 public:
  static Result<HappeningFinder> Make(const Database& database);
  Status Find(std::int64_t story);

 private:
  HappeningFinder(Query events, Query parties, Query forget, Query insert)
      : events_(std::move(events)),
        parties_(std::move(parties)),
        forget_(std::move(forget)),
        insert_(std::move(insert)) {}
  Result<std::vector<Row>> Load(std::int64_t story);
  Status AddParties(Row& row);
  Status Write(const std::vector<Row>& rows, UnionFind& groups);

  Query events_, parties_, forget_, insert_;
};

Result<HappeningFinder> HappeningFinder::Make(const Database& database) {
  TRY(Query events,
      database.Prepare(
          "SELECT event.reading, event.event, coalesce(document.published, ''), "
          "substr(document.key, 1, 12), event.type, coalesce(event.mode, ''), "
          "event.polarity, event.modality = 'asserted', "
          "coalesce(time.precision IN ('day', 'time'), 0), event.date, "
          "CASE WHEN place.precision <> 'country' THEN place.name END, place.country, "
          "event.reciprocal "
          "FROM story CROSS JOIN current ON current.document = story.document "
          "CROSS JOIN event ON event.reading = current.reading "
          "CROSS JOIN document ON document.document = story.document "
          "LEFT JOIN time ON time.reading = event.reading AND time.time = event.time "
          "LEFT JOIN place ON place.reading = event.reading AND place.place = "
          "event.place WHERE story.story = ?"));
  TRY(Query parties,
      database.Prepare("SELECT side, entity.who, name, coalesce(code, '') FROM party "
                       "JOIN entity USING (reading, entity) WHERE party.reading = ? "
                       "AND party.event = ?"));
  // Of the documents' other readings too.
  TRY(Query forget,
      database.Prepare(
          "DELETE FROM same_event WHERE reading IN (SELECT reading.reading "
          "FROM story JOIN reading USING (document) WHERE story = ?)"));
  TRY(Query insert, database.Prepare("INSERT INTO same_event VALUES (?,?,?,?)"));
  return HappeningFinder(std::move(events), std::move(parties), std::move(forget),
                         std::move(insert));
}

Result<std::vector<Row>> HappeningFinder::Load(std::int64_t story) {
  std::vector<Row> rows;
  events_.Bind(1, story);
  while (true) {
    TRY(const bool more, events_.Step());
    if (!more) break;
    Row row{.reading = events_.Integer(0),
            .event = events_.Integer(1),
            .published = std::string(events_.Text(2)),
            .key = std::string(events_.Text(3)),
            .type = std::string(events_.Text(4)),
            .mode = std::string(events_.Text(5)),
            .polarity = std::string(events_.Text(6)),
            .is_asserted = events_.Integer(7) != 0,
            .is_reciprocal = events_.Integer(12) != 0,
            .has_day = events_.Integer(8) != 0,
            .place = std::string(events_.Text(10)),
            .country = std::string(events_.Text(11)),
            .actors = {},
            .recipients = {}};
    if (const auto date = ParseIsoDate(events_.Text(9))) row.day = ToDays(*date);
    rows.push_back(std::move(row));
  }
  std::sort(rows.begin(), rows.end(),
            [](const Row& a, const Row& b) { return a.order() < b.order(); });
  for (Row& row : rows) {
    const Status added = AddParties(row);
    if (!added) return added.error();
  }
  return rows;
}

Status HappeningFinder::AddParties(Row& row) {
  parties_.Bind(1, row.reading);
  parties_.Bind(2, row.event);
  while (true) {
    TRY(const bool more, parties_.Step());
    if (!more) return std::monostate{};
    std::vector<Party>& side =
        parties_.Text(0) == "actor" ? row.actors : row.recipients;
    side.push_back({parties_.Integer(1), std::string(parties_.Text(2)),
                    std::string(parties_.Text(3))});
  }
}

Status HappeningFinder::Write(const std::vector<Row>& rows, UnionFind& groups) {
  // The first row's place in the ledger is the happening's number.
  constexpr std::int64_t kMostEvents = 1'000'000;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    const Row& first = rows[groups.Find(i)];
    const Status added = Binder(insert_)
                             .Number(rows[i].reading)
                             .Number(rows[i].event)
                             .Number(first.reading * kMostEvents + first.event)
                             .Number(std::int64_t{groups.Find(i) == i})
                             .Run();
    if (!added) return added;
  }
  return std::monostate{};
}

Status HappeningFinder::Find(std::int64_t story) {
  TRY(const std::vector<Row> rows, Load(story));
  std::map<std::string_view, std::vector<std::uint32_t>> by_type;
  for (std::uint32_t i = 0; i < rows.size(); ++i) by_type[rows[i].type].push_back(i);
  UnionFind groups(rows.size());
  for (const auto& [type, members] : by_type) Group(rows, members, groups);
  forget_.Bind(1, story);
  const Status forgotten = forget_.Run();
  if (!forgotten) return forgotten;
  return Write(rows, groups);
}

}  // namespace

Status FindHappenings(const Database& database) {
  std::vector<std::int64_t> stories;
  {
    TRY(Query changed,
        database.Prepare("SELECT DISTINCT story FROM story WHERE changed = 1"));
    while (true) {
      TRY(const bool more, changed.Step());
      if (!more) break;
      stories.push_back(changed.Integer(0));
    }
  }
  TRY(HappeningFinder finder, HappeningFinder::Make(database));
  for (const std::int64_t story : stories) {
    const Status found = finder.Find(story);
    if (!found) return found;
  }
  return database.Execute("UPDATE story SET changed = 0 WHERE changed = 1");
}

Status RenewHappenings(const Database& database, std::int64_t reading) {
  TRY(Query mark, database.Prepare("UPDATE story SET changed = 1 WHERE document = "
                                   "(SELECT document FROM reading WHERE reading = ?)"));
  mark.Bind(1, reading);
  const Status marked = mark.Run();
  return marked ? FindHappenings(database) : marked;
}

}  // namespace entente
