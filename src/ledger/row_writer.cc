#include "ledger/row_writer.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/check.h"
#include "base/strings.h"

namespace entente {
namespace {

std::string DateOf(const std::optional<CivilDate>& date) {
  return date ? ToString(*date) : std::string();
}

// Ids count from 1 in the ledger, as in the JSON of a reading.
template <typename Tag>
std::optional<std::int64_t> NumberOf(Id<Tag> id) {
  if (!id.valid()) return std::nullopt;
  return std::int64_t{id.value} + 1;
}

// Binds the parameters of a query from left to right.
class Binder {
 public:
  explicit Binder(Query& query) : query_(query) {}
  Binder& Number(std::int64_t value) {
    query_.Bind(++at_, value);
    return *this;
  }
  Binder& Number(std::optional<std::int64_t> value) {
    query_.BindOptional(++at_, value);
    return *this;
  }
  Binder& Real(double value) {
    query_.Bind(++at_, value);
    return *this;
  }
  Binder& Text(std::string_view value) {
    query_.Bind(++at_, value);
    return *this;
  }
  Binder& Optional(std::string_view value) {
    query_.BindOptional(++at_, value);
    return *this;
  }
  Binder& Null() {
    query_.BindNull(++at_);
    return *this;
  }
  Binder& Span(TextSpan span) {
    return Number(std::int64_t{span.begin}).Number(std::int64_t{span.end});
  }
  Status Run() { return query_.Run(); }

 private:
  Query& query_;
  int at_ = 0;
};

std::string Joined(const std::vector<std::string>& pieces, std::string_view between) {
  std::string out;
  for (const std::string& piece : pieces) {
    if (!out.empty()) out += between;
    out += piece;
  }
  return out;
}

std::string Marks(int count) {
  std::string out = "(?";
  for (int i = 1; i < count; ++i) out += ",?";
  return out + ")";
}

}  // namespace

RowWriter::RowWriter(Query find_document, Query document, Query words, Query reading,
                     Query entity, Query mention, Query time, Query place,
                     Query statement, Query event, Query party, Query count,
                     Query stance)
    : find_document_(std::move(find_document)),
      document_(std::move(document)),
      words_(std::move(words)),
      reading_(std::move(reading)),
      entity_(std::move(entity)),
      mention_(std::move(mention)),
      time_(std::move(time)),
      place_(std::move(place)),
      statement_(std::move(statement)),
      event_(std::move(event)),
      party_(std::move(party)),
      count_(std::move(count)),
      stance_(std::move(stance)) {}

Result<RowWriter> RowWriter::Make(const Database& database) {
  const auto insert = [&](std::string_view table, int columns) {
    return database.Prepare(StrCat("INSERT INTO ", table, " VALUES ", Marks(columns)));
  };
  TRY(Query find, database.Prepare("SELECT document FROM document WHERE key = ?"));
  TRY(Query document, insert("document", 10));
  TRY(Query words,
      database.Prepare("INSERT INTO words (rowid, title, text) VALUES (?,?,?)"));
  TRY(Query reading, insert("reading", 3));
  TRY(Query entity, insert("entity", 10));
  TRY(Query mention, insert("mention", 6));
  TRY(Query time, insert("time", 8));
  TRY(Query place, insert("place", 11));
  TRY(Query statement, insert("statement", 13));
  TRY(Query event, insert("event", 19));
  TRY(Query party, insert("party", 4));
  TRY(Query count, insert("count", 5));
  TRY(Query stance, insert("stance", 12));
  return RowWriter(std::move(find), std::move(document), std::move(words),
                   std::move(reading), std::move(entity), std::move(mention),
                   std::move(time), std::move(place), std::move(statement),
                   std::move(event), std::move(party), std::move(count),
                   std::move(stance));
}

Result<std::int64_t> RowWriter::AddDocument(const Database& database,
                                            std::string_view key,
                                            const Document& document) {
  find_document_.Bind(1, key);
  TRY(const bool is_there, find_document_.Step());
  if (is_there) {
    const std::int64_t number = find_document_.Integer(0);
    find_document_.Reset();
    return number;
  }
  const Status added = Binder(document_)
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
                           .Run();
  if (!added) return added.error();
  const std::int64_t number = database.LastRow();
  const Status indexed =
      Binder(words_).Number(number).Text(document.title).Text(document.text).Run();
  if (!indexed) return indexed.error();
  return number;
}

Status RowWriter::AddReading(const Database& database, std::int64_t document,
                             std::int64_t edition, std::string_view text,
                             const Reading& reading, const Ontology& ontology) {
  const Status added = Binder(reading_).Null().Number(document).Number(edition).Run();
  if (!added) return added.error();
  const std::int64_t number = database.LastRow();
  Status done = AddEntities(number, reading);
  if (done) done = AddSettings(number, reading);
  if (done) done = AddStatements(number, text, reading);
  for (std::size_t i = 0; done && i < reading.events.size(); ++i) {
    done =
        AddEvent(number, static_cast<std::int64_t>(i) + 1, reading.events[i], ontology);
  }
  if (done) done = AddStances(number, reading);
  return done;
}

Status RowWriter::AddEntities(std::int64_t reading, const Reading& rows) {
  for (std::size_t i = 0; i < rows.entities.size(); ++i) {
    const Entity& entity = rows.entities[i];
    const Status added = Binder(entity_)
                             .Number(reading)
                             .Number(static_cast<std::int64_t>(i) + 1)
                             .Text(entity.name)
                             .Text(Name(entity.kind))
                             .Optional(ToString(entity.code))
                             .Optional(entity.code.country)
                             .Optional(entity.code.sector)
                             .Optional(entity.code.group)
                             .Optional(entity.role)
                             .Optional(entity.code_source)
                             .Run();
    if (!added) return added;
  }
  for (std::size_t i = 0; i < rows.mentions.size(); ++i) {
    const Mention& mention = rows.mentions[i];
    const Status added = Binder(mention_)
                             .Number(reading)
                             .Number(static_cast<std::int64_t>(i) + 1)
                             .Span(mention.span)
                             .Text(Name(mention.kind))
                             .Number(NumberOf(mention.entity))
                             .Run();
    if (!added) return added;
  }
  return std::monostate{};
}

Status RowWriter::AddSettings(std::int64_t reading, const Reading& rows) {
  for (std::size_t i = 0; i < rows.times.size(); ++i) {
    const TimeMention& time = rows.times[i];
    const Status added = Binder(time_)
                             .Number(reading)
                             .Number(static_cast<std::int64_t>(i) + 1)
                             .Span(time.span)
                             .Optional(time.timex)
                             .Optional(DateOf(time.begin))
                             .Optional(DateOf(time.end))
                             .Text(Name(time.precision))
                             .Run();
    if (!added) return added;
  }
  for (std::size_t i = 0; i < rows.places.size(); ++i) {
    const PlaceMention& place = rows.places[i];
    Binder binder(place_);
    binder.Number(reading)
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

Status RowWriter::AddStatements(std::int64_t reading, std::string_view text,
                                const Reading& rows) {
  for (std::size_t i = 0; i < rows.statements.size(); ++i) {
    const Statement& statement = rows.statements[i];
    std::vector<std::string> pieces;
    for (const TextSpan piece : statement.content) {
      pieces.emplace_back(Slice(text, piece));
    }
    const Status added = Binder(statement_)
                             .Number(reading)
                             .Number(static_cast<std::int64_t>(i) + 1)
                             .Span(statement.span)
                             .Text(Joined(pieces, " ... "))
                             .Text(Name(statement.kind))
                             .Number(NumberOf(statement.speaker))
                             .Number(NumberOf(statement.addressee))
                             .Number(NumberOf(statement.time))
                             .Number(NumberOf(statement.parent))
                             .Text(statement.is_negated ? "-" : "+")
                             .Number(std::int64_t{statement.is_thought})
                             .Optional(statement.rule)
                             .Run();
    if (!added) return added;
  }
  return std::monostate{};
}

Status RowWriter::AddEvent(std::int64_t reading, std::int64_t number,
                           const Event& event, const Ontology& ontology) {
  Binder binder(event_);
  binder.Number(reading)
      .Number(number)
      .Span(event.span)
      .Text(Name(event.type))
      .Optional(event.mode);
  if (const Ontology::Type* type = ontology.Find(Name(event.type), event.mode)) {
    binder.Optional(type->quad).Real(type->score);
  } else {
    binder.Null().Null();
  }
  const Status added = binder.Optional(event.cameo)
                           .Optional(Joined(event.contexts, ","))
                           .Number(std::int64_t{event.is_reciprocal})
                           .Number(NumberOf(event.time))
                           .Number(NumberOf(event.place))
                           .Text(event.is_negated ? "-" : "+")
                           .Text(Name(event.modality))
                           .Text(event.claimed_by.valid() ? "claimed" : "reported")
                           .Number(NumberOf(event.claimed_by))
                           .Real(event.confidence)
                           .Text(event.rule)
                           .Run();
  if (!added) return added;
  Status done = AddParties(reading, number, "actor", event.actor);
  if (done) done = AddParties(reading, number, "recipient", event.recipient);
  for (std::size_t i = 0; done && i < event.counts.size(); ++i) {
    done = Binder(count_)
               .Number(reading)
               .Number(number)
               .Text(event.counts[i].what)
               .Real(event.counts[i].number)
               .Number(std::int64_t{event.counts[i].at_least})
               .Run();
  }
  return done;
}

Status RowWriter::AddParties(std::int64_t reading, std::int64_t number,
                             std::string_view side,
                             const std::vector<EntityId>& entities) {
  std::vector<EntityId> once;
  for (const EntityId entity : entities) {
    if (!entity.valid()) continue;
    const bool is_known = std::any_of(once.begin(), once.end(), [&](EntityId other) {
      return other.value == entity.value;
    });
    if (is_known) continue;
    once.push_back(entity);
    const Status added = Binder(party_)
                             .Number(reading)
                             .Number(number)
                             .Text(side)
                             .Number(NumberOf(entity))
                             .Run();
    if (!added) return added;
  }
  return std::monostate{};
}

Status RowWriter::AddStances(std::int64_t reading, const Reading& rows) {
  for (std::size_t i = 0; i < rows.stances.size(); ++i) {
    const Stance& stance = rows.stances[i];
    const Status added = Binder(stance_)
                             .Number(reading)
                             .Number(static_cast<std::int64_t>(i) + 1)
                             .Span(stance.span)
                             .Number(NumberOf(stance.from))
                             .Number(NumberOf(stance.to))
                             .Optional(stance.issue)
                             .Number(std::int64_t{stance.sign})
                             .Real(stance.strength)
                             .Text(Name(stance.basis))
                             .Number(NumberOf(stance.claimed_by))
                             .Optional(stance.rule)
                             .Run();
    if (!added) return added;
  }
  return std::monostate{};
}

}  // namespace entente
