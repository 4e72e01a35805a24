// SyntheticLedger: a ledger of as many made-up events as one wants, with the skew of
// real ones: few actors, types and places make most of the rows.
//
// Ten events a document, twenty years of days. The same number gives the same rows.
// Past a million events, documents come again with their rows, under other keys: a
// ledger that is asked is as large, and is made in minutes.
#ifndef ENTENTE_BENCH_SYNTHETIC_LEDGER_H_
#define ENTENTE_BENCH_SYNTHETIC_LEDGER_H_

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

#include "base/check.h"
#include "base/hash.h"
#include "base/strings.h"
#include "ledger/database.h"
#include "ledger/ledger.h"
#include "ledger/schema.h"

namespace entente {

class SyntheticLedger {
 public:
  static Status Write(const std::string& path, std::int64_t events) {
    constexpr std::int64_t kOwn = 1'000'000;
    const Status made = WriteOwn(path, std::min(events, kOwn));
    return made && events > kOwn ? Grow(path, events / kOwn) : made;
  }

 private:
  static Status WriteOwn(const std::string& path, std::int64_t events) {
    TRY(Ledger ledger, Ledger::Open(path));
    const Status begun = ledger.BeginRun({"synthetic", "none", "none"}, "{}");
    if (!begun) return begun;
    SyntheticLedger maker;
    const Ontology ontology;
    for (std::int64_t i = 0; i * kEventsADocument < events; ++i) {
      const Document document = maker.MakeDocument(i);
      const Reading reading = maker.MakeReading(document);
      const Status added = ledger.Add(document, reading, ontology);
      if (!added) return added;
    }
    return ledger.Finish();
  }

  static Result<std::int64_t> Number(const Database& database, std::string_view sql) {
    TRY(Query query, database.Prepare(sql));
    TRY(const bool found, query.Step());
    return found ? query.Integer(0) : 0;
  }
  // The columns of a table as SQL, moved on by n steps.
  static Result<std::string> MovedColumns(const Database& database,
                                          std::string_view table) {
    TRY(const Query columns, database.Prepare(StrCat("SELECT * FROM ", table)));
    std::string out;
    for (int i = 0; i < columns.columns(); ++i) {
      const std::string name(columns.column_name(i));
      out += i == 0 ? "" : ", ";
      if (name == "reading" || name == "document" || name == "original" ||
          name == "story" || name == "earlier") {
        out += StrCat(name, " + n * size");
      } else if (name == "happening") {
        out += "happening + n * size * 1000000";
      } else if (name == "key") {
        out += "printf('%02x', n) || substr(key, 1, 30)";
      } else {
        out += StrCat(table, ".", name);
      }
    }
    return out;
  }
  // Every table so many times over, numbers of documents and readings moved on.
  static Status Grow(const std::string& path, std::int64_t times) {
    TRY(const Database database, Database::Open(path, Database::Access::kWrite));
    TRY(const std::int64_t step,
        Number(database, "SELECT max(max(reading), max(document)) FROM reading"));
    std::string drop = "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF;";
    TRY(Query indexes, database.Prepare("SELECT name FROM sqlite_schema WHERE type = "
                                        "'index' AND sql IS NOT NULL"));
    while (true) {
      TRY(const bool more, indexes.Step());
      if (!more) break;
      drop += StrCat("DROP INDEX ", indexes.Text(0), ";");
    }
    Status done = database.Execute(drop);
    for (const char* table :
         {"document", "reading", "entity", "mention", "time", "place", "statement",
          "event", "party", "count", "dyad", "stance", "signature", "copy", "revision",
          "profile", "story", "same_event"}) {
      TRY(const std::string columns, MovedColumns(database, table));
      done = database.Execute(StrCat(
          "WITH RECURSIVE time_over(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM "
          "time_over "
          "WHERE n + 1 < ",
          times, "), step(size) AS (SELECT ", step, ") INSERT INTO ", table, " SELECT ",
          columns, " FROM time_over CROSS JOIN step CROSS JOIN ", table));
      if (!done) return done;
    }
    if (done) done = database.Execute("INSERT INTO words(words) VALUES ('rebuild')");
    if (done) done = database.Execute(std::string(kIndexesSql));
    if (done)
      done = database.Execute(
          "UPDATE run SET upto = (SELECT max(reading) FROM "
          "reading); ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)");
    return done;
  }

  static constexpr std::int64_t kEventsADocument = 10;
  static constexpr std::uint32_t kWords = 20'000;
  static constexpr std::uint32_t kCountries = 200;
  static constexpr std::uint32_t kPersons = 200'000;
  static constexpr std::uint32_t kSites = 20'000;

  std::uint32_t Below(std::uint32_t bound) {
    return static_cast<std::uint32_t>(Mix64(++state_) % bound);
  }
  // 0 comes most often, as words and names do (Zipf's law, continuous).
  std::uint32_t Skewed(std::uint32_t bound) {
    const double share = static_cast<double>(Mix64(++state_) >> 11) * 0x1p-53;
    return static_cast<std::uint32_t>(std::pow(static_cast<double>(bound), share)) - 1;
  }
  static std::string Letters(std::uint32_t number, char first) {
    std::string out;
    for (int i = 0; i < 3; ++i, number /= 26) {
      out += static_cast<char>(first + number % 26);
    }
    return out;
  }
  static std::string Syllables(std::uint32_t number, std::uint64_t kind) {
    constexpr std::string_view kParts[] = {"ka",  "lo",  "mir", "tan", "ve",
                                           "shu", "bor", "ni",  "ra",  "dze",
                                           "pol", "ith", "gu",  "sam"};
    std::string out;
    std::uint64_t hash = Mix64(number * 4 + kind);
    for (int i = 0; i < 4; ++i, hash /= 14) out += kParts[hash % 14];
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
  }

  Document MakeDocument(std::int64_t number) {
    Document document;
    document.id = StrCat("synthetic-", number);
    document.source = StrCat("Agency ", Skewed(300));
    document.url = StrCat("https://news.example/", number);
    document.published = FromDays(12'000 + static_cast<std::int32_t>(Below(7'300)));
    for (int i = 0; i < 60; ++i) {
      document.text +=
          StrCat(i == 0 ? "" : " ", AsciiLower(Syllables(Skewed(kWords), 3)));
    }
    document.title = document.text.substr(0, 40);
    return document;
  }

  Entity MakeEntity() {
    Entity entity;
    const std::uint32_t country = Skewed(kCountries);
    entity.code.country = Letters(country * 7 + 26 * 26 * 3, 'A');
    constexpr std::string_view kSectors[] = {"", "GOV", "MIL", "REB", "CVL", "OPP"};
    entity.code.sector = kSectors[Skewed(6)];
    if (Below(3) == 0) {
      entity.kind = ActorKind::kCountry;
      entity.name = StrCat("Land of ", Syllables(country, 1));
      entity.code.sector.clear();
    } else {
      entity.kind = ActorKind::kPerson;
      const std::uint32_t person = Skewed(kPersons);
      entity.name = StrCat(Syllables(person, 0), " ", Syllables(person, 2));
      // A person keeps a country.
      entity.code.country = Letters((person % kCountries) * 7 + 26 * 26 * 3, 'A');
    }
    return entity;
  }

  Reading MakeReading(const Document& document) {
    Reading rows;
    for (int i = 0; i < 8; ++i) rows.entities.push_back(MakeEntity());
    for (std::uint32_t i = 0; i < 16; ++i) {
      Mention mention;
      mention.span = mention.head = {.begin = i * 10, .end = i * 10 + 8};
      mention.entity = EntityId{Below(8)};
      rows.mentions.push_back(mention);
    }
    for (int i = 0; i < 3; ++i) {
      PlaceMention place;
      const std::uint32_t site = Skewed(kSites);
      place.name = Syllables(site, 1);
      place.country = Letters((site % kCountries) * 7 + 26 * 26 * 3, 'A');
      place.point = Point{.lat = site % 90 * 1.0, .lon = site % 180 * 1.0};
      rows.places.push_back(place);
      TimeMention time;
      const std::int32_t day =
          ToDays(*document.published) - static_cast<std::int32_t>(Below(4));
      time.begin = time.end = FromDays(day);
      time.timex = ToString(*time.begin);
      rows.times.push_back(time);
    }
    for (std::uint32_t i = 0; i < 3; ++i) {
      Statement statement;
      statement.span = {.begin = i * 60, .end = i * 60 + 50};
      statement.content = {{.begin = i * 60 + 10, .end = i * 60 + 50}};
      statement.speaker = EntityId{Below(8)};
      statement.rule = "say.say.01";
      rows.statements.push_back(statement);
      Stance stance;
      stance.span = statement.span;
      stance.from = EntityId{Below(8)};
      stance.to = EntityId{Below(8)};
      stance.sign = Below(2) == 0 ? 1 : -1;
      stance.strength = 0.5;
      rows.stances.push_back(stance);
    }
    for (std::uint32_t i = 0; i < kEventsADocument; ++i)
      rows.events.push_back(MakeEvent(i));
    return rows;
  }

  Event MakeEvent(std::uint32_t number) {
    Event event;
    event.span = {.begin = number * 30, .end = number * 30 + 28};
    event.trigger = {.begin = number * 30 + 10, .end = number * 30 + 16};
    event.type = static_cast<EventType>(Skewed(kEventTypeCount));
    event.cameo = "0";
    event.actor = {EntityId{Below(8)}};
    if (Below(20) == 0) event.actor.push_back(EntityId{Below(8)});
    if (Below(5) != 0) event.recipient = {EntityId{Below(8)}};
    if (Below(2) == 0) event.time = TimeId{Below(3)};
    if (Below(2) == 0) event.place = PlaceId{Below(3)};
    event.is_negated = Below(30) == 0;
    event.modality = static_cast<Modality>(Skewed(6));
    event.confidence = 0.5 + 0.05 * Below(10);
    event.rule = StrCat("rule.", Skewed(2000));
    return event;
  }

  std::uint64_t state_ = 0;
};

}  // namespace entente

#endif  // ENTENTE_BENCH_SYNTHETIC_LEDGER_H_
