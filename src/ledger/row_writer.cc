#include "ledger/row_writer.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/check.h"
#include "base/strings.h"
#include "ledger/binder.h"
#include "ledger/profile.h"
#include "ledger/shingles.h"
#include "ledger/stored_document.h"

namespace entente {
namespace {

std::string Marks(int count) {
  std::string out = "(?";
  for (int i = 1; i < count; ++i) out += ",?";
  return out + ")";
}

}  // namespace

Result<RowWriter> RowWriter::Make(const Database& database) {
  const auto insert = [&](std::string_view table, int columns) {
    return database.Prepare(StrCat("INSERT INTO ", table, " VALUES ", Marks(columns)));
  };
  TRY(Query find_document,
      database.Prepare("SELECT document FROM document WHERE key = ?"));
  TRY(Query document, insert("document", 11));
  TRY(Query words,
      database.Prepare("INSERT INTO words (rowid, title, text) VALUES (?,?,?)"));
  TRY(Query signature, insert("signature", 3));
  TRY(Query reading, insert("reading", 4));
  TRY(Query profile, insert("profile", 2));
  TRY(Query story, database.Prepare("UPDATE story SET changed = 1 WHERE document = ?"));
  TRY(Query entity, insert("entity", 11));
  TRY(Query mention, insert("mention", 8));
  TRY(Query time, insert("time", 8));
  TRY(Query place, insert("place", 11));
  TRY(Query statement, insert("statement", 25));
  TRY(Query event, insert("event", 29));
  TRY(Query party, insert("party", 4));
  TRY(Query count, insert("count", 7));
  TRY(Query dyad, insert("dyad", 9));
  TRY(Query stance, insert("stance", 18));
  TRY(Query who_name,
      database.Prepare("INSERT INTO who_name (rowid, name) VALUES (?,?)"));
  TRY(Query find_who, database.Prepare("SELECT who FROM who WHERE name = ? AND "
                                       "code = ?"));
  TRY(Query who,
      database.Prepare("INSERT INTO who (name, code, country) VALUES (?,?,?)"));
  TRY(Query find_site, database.Prepare("SELECT site FROM site WHERE name = ? AND "
                                        "country = ?"));
  TRY(Query site, database.Prepare("INSERT INTO site (name, country) VALUES (?,?)"));
  return RowWriter({.find_document = std::move(find_document),
                    .document = std::move(document),
                    .words = std::move(words),
                    .signature = std::move(signature),
                    .reading = std::move(reading),
                    .profile = std::move(profile),
                    .story = std::move(story),
                    .entity = std::move(entity),
                    .mention = std::move(mention),
                    .time = std::move(time),
                    .place = std::move(place),
                    .statement = std::move(statement),
                    .event = std::move(event),
                    .party = std::move(party),
                    .count = std::move(count),
                    .dyad = std::move(dyad),
                    .stance = std::move(stance),
                    .who_name = std::move(who_name)},
                   Dimension(std::move(find_who), std::move(who)),
                   Dimension(std::move(find_site), std::move(site)));
}

Result<std::int64_t> RowWriter::AddDocument(const Database& database,
                                            std::string_view key,
                                            const Document& document) {
  insert_.find_document.Bind(1, key);
  TRY(const bool is_there, insert_.find_document.Step());
  if (is_there) {
    const std::int64_t number = insert_.find_document.Integer(0);
    insert_.find_document.Reset();
    return number;
  }
  const Status added = Binder(insert_.document)
                           .Null()
                           .Text(key)
                           .Text(document.id)
                           .Optional(document.title)
                           .Optional(document.source)
                           .Optional(document.url)
                           .Optional(document.lang)
                           .Optional(DateOf(document.published))
                           .Optional(DateOf(document.updated))
                           .Text(document.text)
                           .Text(ToText(document.blocks))
                           .Run();
  if (!added) return added.error();
  const std::int64_t number = database.LastRow();
  const Status indexed = Binder(insert_.words)
                             .Number(number)
                             .Text(document.title)
                             .Text(document.text)
                             .Run();
  if (!indexed) return indexed.error();
  const Shingles shingles = ShinglesOf(document.text);
  const Status is_marked = Binder(insert_.signature)
                               .Number(number)
                               .Number(static_cast<std::int64_t>(shingles.all.size()))
                               .Bytes(ToBytes(SignatureOf(shingles)))
                               .Run();
  if (!is_marked) return is_marked.error();
  return number;
}

Result<std::int64_t> RowWriter::AddReading(const Database& database,
                                           std::int64_t number, std::int64_t edition,
                                           const Document& document,
                                           const Reading& reading,
                                           const Ontology& ontology) {
  const Status added = Binder(insert_.reading)
                           .Null()
                           .Number(number)
                           .Number(edition)
                           .Text(reading.language)
                           .Run();
  if (!added) return added.error();
  Current current{.reading = database.LastRow(),
                  .published = DateOf(document.published),
                  .text = document.text,
                  .rows = reading,
                  .ontology = ontology,
                  .parties = {},
                  .sites = {}};
  Status done = Binder(insert_.profile)
                    .Number(current.reading)
                    .Bytes(ToBytes(ProfileOf(document, reading)))
                    .Run();
  if (done) done = Binder(insert_.story).Number(number).Run();
  if (done) done = AddEntities(database, current);
  if (done) done = AddMentions(current);
  if (done) done = AddTimes(current);
  if (done) done = AddPlaces(database, current);
  if (done) done = AddStatements(current);
  for (std::size_t i = 0; done && i < reading.events.size(); ++i) {
    done = AddEvent(current, static_cast<std::int64_t>(i) + 1, reading.events[i]);
  }
  if (done) done = AddStances(current);
  if (!done) return done.error();
  return current.reading;
}

Status RowWriter::AddEntities(const Database& database, Current& current) {
  for (std::size_t i = 0; i < current.rows.entities.size(); ++i) {
    const Entity& entity = current.rows.entities[i];
    const std::string code = ToString(entity.code);
    TRY(const Dimension::Found who,
        who_.NumberOf(database, entity.name, code, entity.code.country));
    if (who.is_new) {
      const Status named =
          Binder(insert_.who_name).Number(who.number).Text(entity.name).Run();
      if (!named) return named;
    }
    current.parties.push_back({who.number, entity.code.country});
    const Status added = Binder(insert_.entity)
                             .Number(current.reading)
                             .Number(static_cast<std::int64_t>(i) + 1)
                             .Text(entity.name)
                             .Text(Name(entity.kind))
                             .Optional(code)
                             .Optional(entity.code.country)
                             .Optional(entity.code.sector)
                             .Optional(entity.code.group)
                             .Optional(entity.role)
                             .Optional(entity.code_source)
                             .Number(who.number)
                             .Run();
    if (!added) return added;
  }
  return std::monostate{};
}

Status RowWriter::AddMentions(const Current& current) {
  for (std::size_t i = 0; i < current.rows.mentions.size(); ++i) {
    const Mention& mention = current.rows.mentions[i];
    const Status added = Binder(insert_.mention)
                             .Number(current.reading)
                             .Number(static_cast<std::int64_t>(i) + 1)
                             .Span(mention.span)
                             .Span(mention.head)
                             .Text(Name(mention.kind))
                             .Number(NumberOf(mention.entity))
                             .Run();
    if (!added) return added;
  }
  return std::monostate{};
}

Status RowWriter::AddTimes(const Current& current) {
  for (std::size_t i = 0; i < current.rows.times.size(); ++i) {
    const TimeMention& time = current.rows.times[i];
    const Status added = Binder(insert_.time)
                             .Number(current.reading)
                             .Number(static_cast<std::int64_t>(i) + 1)
                             .Span(time.span)
                             .Optional(time.timex)
                             .Optional(DateOf(time.begin))
                             .Optional(DateOf(time.end))
                             .Text(Name(time.precision))
                             .Run();
    if (!added) return added;
  }
  return std::monostate{};
}

Status RowWriter::AddPlaces(const Database& database, Current& current) {
  for (std::size_t i = 0; i < current.rows.places.size(); ++i) {
    const PlaceMention& place = current.rows.places[i];
    TRY(const Dimension::Found site,
        site_.NumberOf(database, place.name, place.country, std::nullopt));
    current.sites.push_back(site.number);
    Binder binder(insert_.place);
    binder.Number(current.reading)
        .Number(static_cast<std::int64_t>(i) + 1)
        .Span(place.span)
        .Text(place.name)
        .Optional(place.country)
        .Optional(place.admin1);
    if (place.point) {
      binder.Real(place.point->lat).Real(place.point->lon);
    } else {
      binder.Null().Null();
    }
    std::optional<std::int64_t> geonames;
    if (place.geonames) geonames = *place.geonames;
    const Status added = binder.Number(geonames).Text(Name(place.precision)).Run();
    if (!added) return added;
  }
  return std::monostate{};
}

}  // namespace entente
