#include "serve/snapshot.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "base/check.h"
#include "base/date.h"
#include "base/strings.h"
#include "serve/actor_groups.h"

namespace entente {
namespace {

std::int32_t DayOf(std::string_view date) {
  const std::optional<CivilDate> day = ParseIsoDate(date);
  return day ? ToDays(*day) : kNoDay;
}

Quad QuadOf(std::string_view name) {
  const auto at = std::find(kQuadNames.begin(), kQuadNames.end(), name);
  return at == kQuadNames.end() ? Quad::kVerbalCooperation
                                : static_cast<Quad>(at - kQuadNames.begin());
}

// Equal strings, one number.
class Interner {
 public:
  // The number, and whether it is new.
  std::pair<std::uint32_t, bool> Add(std::string key) {
    const auto [at, is_new] =
        numbers_.emplace(std::move(key), static_cast<std::uint32_t>(numbers_.size()));
    return {at->second, is_new};
  }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

// A table in order of its reading (column 0), walked beside the list of readings: all
// tables are clustered so, and each is read once.
class Cursor {
 public:
  static Result<Cursor> Open(const Database& database, std::string_view sql) {
    TRY(Query query, database.Prepare(sql));
    Cursor cursor(std::move(query));
    const Status moved = cursor.Move();
    if (!moved) return moved.error();
    return cursor;
  }

  // Calls `row` for each row of the reading; readings ascend from call to call.
  template <typename Function>
  Status ForEach(std::int64_t reading, Function row) {
    while (reading_ < reading) {
      const Status moved = Move();
      if (!moved) return moved;
    }
    while (reading_ == reading) {
      row(static_cast<const Query&>(query_));
      const Status moved = Move();
      if (!moved) return moved;
    }
    return std::monostate{};
  }

 private:
  explicit Cursor(Query query) : query_(std::move(query)) {}

  Status Move() {
    TRY(const bool found, query_.Step());
    reading_ = found ? query_.Integer(0) : std::numeric_limits<std::int64_t>::max();
    return std::monostate{};
  }

  Query query_;
  std::int64_t reading_ = 0;
};

struct Cursors {
  Cursor entities, places, statements, events, parties, stances;

  static Result<Cursors> Open(const Database& database) {
    TRY(Cursor entities, Cursor::Open(database,
                                      "SELECT reading, entity, who, kind FROM entity "
                                      "ORDER BY reading, entity"));
    TRY(Cursor places,
        Cursor::Open(database,
                     "SELECT reading, place, name, country, lat, lon FROM place "
                     "ORDER BY reading, place"));
    TRY(Cursor statements,
        Cursor::Open(database,
                     "SELECT reading, statement, speaker, addressee, date "
                     "FROM statement ORDER BY reading, statement"));
    TRY(Cursor events,
        Cursor::Open(
            database,
            "SELECT reading, event, type, quad, score, date, place, polarity, "
            "modality, status, claimed_by FROM event ORDER BY reading, event"));
    // 'actor' comes before 'recipient'.
    TRY(Cursor parties, Cursor::Open(database,
                                     "SELECT reading, event, side, entity FROM party "
                                     "ORDER BY reading, event, side, entity"));
    TRY(Cursor stances,
        Cursor::Open(database,
                     "SELECT reading, stance, giver, target, sign, strength, basis, "
                     "claimed_by, date FROM stance ORDER BY reading, stance"));
    return Cursors{std::move(entities), std::move(places),  std::move(statements),
                   std::move(events),   std::move(parties), std::move(stances)};
  }
};

class Loader {
 public:
  explicit Loader(Cursors cursors) : cursors_(std::move(cursors)) {}

  void AddActor(const Query& row);
  Status AddDocument(const Query& row);
  Snapshot Finish() && {
    AddGroups(out_);
    return std::move(out_);
  }

 private:
  // What a reading's numbers stand for; rewritten for each reading.
  struct Entity {
    std::int64_t number;
    std::uint32_t actor;
  };
  struct Place {
    std::int64_t number;
    std::uint32_t place;
  };

  Status LoadSettings(std::int64_t reading);
  Status LoadEvents(std::int64_t reading, std::uint32_t document);
  Status LoadSpeech(std::int64_t reading, std::uint32_t document);
  std::uint32_t ActorOf(const Query& row, int column) const;

  Cursors cursors_;
  Snapshot out_;
  std::unordered_map<std::int64_t, std::uint32_t> actors_;  // by who
  Interner places_, sources_, types_;
  std::vector<Entity> entities_now_;
  std::vector<Place> places_now_;
};

void Loader::AddActor(const Query& row) {
  actors_.emplace(row.Integer(0), static_cast<std::uint32_t>(out_.actors.size()));
  out_.actors.push_back(
      {.name = std::string(row.Text(1)), .code = std::string(row.Text(2)), .kind = {}});
}

Status Loader::AddDocument(const Query& row) {
  SnapshotDocument document;
  document.reading = row.Integer(0);
  document.document = row.Integer(1);
  document.key = row.Text(2);
  document.published = DayOf(row.Text(3));
  if (!row.IsNull(4)) {
    const auto [source, is_new] = sources_.Add(std::string(row.Text(4)));
    if (is_new) out_.sources.emplace_back(row.Text(4));
    document.source = source;
  }
  const auto index = static_cast<std::uint32_t>(out_.documents.size());
  const std::int64_t reading = document.reading;
  out_.documents.push_back(std::move(document));
  Status status = LoadSettings(reading);
  if (status) status = LoadEvents(reading, index);
  if (status) status = LoadSpeech(reading, index);
  return status;
}

Status Loader::LoadSettings(std::int64_t reading) {
  entities_now_.clear();
  places_now_.clear();
  Status status = cursors_.entities.ForEach(reading, [&](const Query& row) {
    const auto at = actors_.find(row.Integer(2));
    if (at == actors_.end()) return;  // nobody that the ledger knows
    const std::uint32_t actor = at->second;
    if (out_.actors[actor].kind.empty()) out_.actors[actor].kind = row.Text(3);
    ++out_.actors[actor].entities;
    entities_now_.push_back({.number = row.Integer(1), .actor = actor});
  });
  if (!status) return status;
  return cursors_.places.ForEach(reading, [&](const Query& row) {
    const auto [place, is_new] = places_.Add(
        StrCat(row.Text(2), '\n', row.Text(3), '\n', row.Text(4), '\n', row.Text(5)));
    if (is_new) {
      out_.places.push_back({.name = std::string(row.Text(2)),
                             .country = std::string(row.Text(3)),
                             .lat = row.Real(4),
                             .lon = row.Real(5),
                             .has_point = !row.IsNull(4)});
    }
    places_now_.push_back({.number = row.Integer(1), .place = place});
  });
}

std::uint32_t Loader::ActorOf(const Query& row, int column) const {
  if (row.IsNull(column)) return kNone;
  const auto at = std::lower_bound(
      entities_now_.begin(), entities_now_.end(), row.Integer(column),
      [](const Entity& entity, std::int64_t number) { return entity.number < number; });
  if (at == entities_now_.end() || at->number != row.Integer(column)) return kNone;
  return at->actor;
}

Status Loader::LoadEvents(std::int64_t reading, std::uint32_t document) {
  const std::size_t first = out_.events.size();
  Status status = cursors_.events.ForEach(reading, [&](const Query& row) {
    const auto [type, is_new] = types_.Add(std::string(row.Text(2)));
    if (is_new) out_.types.emplace_back(row.Text(2));
    SnapshotEvent event;
    event.document = document;
    event.number = static_cast<std::uint32_t>(row.Integer(1));
    event.type = static_cast<std::uint8_t>(type);
    event.quad = QuadOf(row.Text(3));
    event.score = static_cast<float>(row.Real(4));
    event.day = DayOf(row.Text(5));
    for (const Place& place : places_now_) {
      if (!row.IsNull(6) && place.number == row.Integer(6)) event.place = place.place;
    }
    event.is_done = row.Text(7) == "+" && row.Text(8) == "asserted";
    if (!row.IsNull(10)) event.claimed_by = static_cast<std::uint32_t>(row.Integer(10));
    out_.events.push_back(event);
  });
  if (!status) return status;
  std::size_t at = first;
  return cursors_.parties.ForEach(reading, [&](const Query& row) {
    const auto number = static_cast<std::uint32_t>(row.Integer(1));
    while (at < out_.events.size() && out_.events[at].number < number) ++at;
    const std::uint32_t actor = ActorOf(row, 3);
    if (at == out_.events.size() || out_.events[at].number != number ||
        actor == kNone) {
      return;
    }
    SnapshotEvent& event = out_.events[at];
    if (event.actors + event.recipients == 0) {
      event.first_party = static_cast<std::uint32_t>(out_.parties.size());
    }
    ++(row.Text(2) == "actor" ? event.actors : event.recipients);
    out_.parties.push_back(actor);
  });
}

Status Loader::LoadSpeech(std::int64_t reading, std::uint32_t document) {
  const Status status = cursors_.statements.ForEach(reading, [&](const Query& row) {
    out_.statements.push_back({.day = DayOf(row.Text(4)),
                               .document = document,
                               .number = static_cast<std::uint32_t>(row.Integer(1)),
                               .speaker = ActorOf(row, 2),
                               .addressee = ActorOf(row, 3)});
  });
  if (!status) return status;
  return cursors_.stances.ForEach(reading, [&](const Query& row) {
    const auto claimed_by =
        row.IsNull(7) ? kNone : static_cast<std::uint32_t>(row.Integer(7));
    out_.stances.push_back({.day = DayOf(row.Text(8)),
                            .document = document,
                            .number = static_cast<std::uint32_t>(row.Integer(1)),
                            .giver = ActorOf(row, 2),
                            .target = ActorOf(row, 3),
                            .claimed_by = claimed_by,
                            .sign = static_cast<std::int8_t>(row.Integer(4)),
                            .is_word = row.Text(6) != "event",
                            .strength = static_cast<float>(row.Real(5))});
  });
}

Result<Snapshot> LoadAll(const Database& database) {
  TRY(Cursors cursors, Cursors::Open(database));
  Loader loader(std::move(cursors));
  TRY(Query actors, database.Prepare("SELECT who, name, code FROM who ORDER BY who"));
  while (true) {
    TRY(const bool found, actors.Step());
    if (!found) break;
    loader.AddActor(actors);
  }
  TRY(Query readings,
      database.Prepare("SELECT current.reading, current.document, "
                       "substr(document.key, 1, 12), published, source FROM current "
                       "JOIN document USING (document) ORDER BY current.reading"));
  while (true) {
    TRY(const bool found, readings.Step());
    if (!found) break;
    const Status added = loader.AddDocument(readings);
    if (!added) return added.error();
  }
  return std::move(loader).Finish();
}

}  // namespace

Result<Snapshot> LoadSnapshot(const Database& database) {
  const Status begun = database.Execute("BEGIN");  // one state of the file throughout
  if (!begun) return begun.error();
  Result<Snapshot> snapshot = LoadAll(database);
  const Status ended = database.Execute("COMMIT");
  if (!ended) return ended.error();
  return snapshot;
}

}  // namespace entente
