// The rows of statements, events and stances.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/strings.h"
#include "ledger/binder.h"
#include "ledger/row_writer.h"

namespace entente {
namespace {

std::string Joined(const std::vector<std::string>& pieces, std::string_view between) {
  std::string out;
  for (const std::string& piece : pieces) {
    if (!out.empty()) out += between;
    out += piece;
  }
  return out;
}

// Ids as the ledger counts them: "3 5".
std::string Joined(const std::vector<std::uint32_t>& ids) {
  std::vector<std::string> pieces;
  for (const std::uint32_t id : ids) pieces.push_back(std::to_string(id + 1));
  return Joined(pieces, " ");
}

// The entities once each, in order.
std::vector<EntityId> Distinct(const std::vector<EntityId>& entities) {
  std::vector<EntityId> once;
  for (const EntityId entity : entities) {
    if (!entity.valid()) continue;
    if (std::find(once.begin(), once.end(), entity) == once.end()) {
      once.push_back(entity);
    }
  }
  return once;
}

// The day that the text gives, else `published`.
std::string DayOf(TimeId time, const Reading& rows, const std::string& published) {
  if (!time.valid() || !rows.times[time.value].begin) return published;
  return ToString(*rows.times[time.value].begin);
}

}  // namespace

Status RowWriter::AddStatements(const Current& current) {
  for (std::size_t i = 0; i < current.rows.statements.size(); ++i) {
    const Statement& statement = current.rows.statements[i];
    std::vector<std::string> pieces;
    std::vector<std::string> spans;
    for (const TextSpan piece : statement.content) {
      pieces.emplace_back(Slice(current.text, piece));
      spans.push_back(StrCat(piece.begin, "-", piece.end));
    }
    std::vector<std::uint32_t> events;
    for (const EventId event : statement.events) events.push_back(event.value);
    std::optional<TextSpan> cue;
    if (statement.cue.end > statement.cue.begin) cue = statement.cue;
    const Status added =
        Binder(insert_.statement)
            .Number(current.reading)
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
            .Text(Joined(spans, " "))
            .Span(cue)
            .Span(statement.speaker_span)
            .Span(statement.addressee_span)
            .Optional(Joined(events))
            .Optional(DayOf(statement.time, current.rows, current.published))
            .Number(current.party(statement.speaker).who)
            .Number(current.party(statement.addressee).who)
            .Optional(current.party(statement.speaker).country)
            .Run();
    if (!added) return added;
  }
  return std::monostate{};
}

Status RowWriter::AddEvent(const Current& current, std::int64_t number,
                           const Event& event) {
  const std::string date = DayOf(event.time, current.rows, current.published);
  Binder binder(insert_.event);
  binder.Number(current.reading)
      .Number(number)
      .Span(event.span)
      .Text(Name(event.type))
      .Optional(event.mode);
  if (const Ontology::Type* type =
          current.ontology.Find(Name(event.type), event.mode)) {
    binder.Optional(type->quad).Real(type->score);
  } else {
    binder.Null().Null();
  }
  TextSpan sentence = event.span;
  if (event.sentence < current.rows.sentences.size()) {
    sentence = current.rows.sentences[event.sentence].span;
  }
  std::optional<std::int64_t> site;
  if (event.place.valid()) site = current.sites[event.place.value];
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
                           .Span(event.trigger)
                           .Span(sentence)
                           .Span(event.actor_span)
                           .Span(event.recipient_span)
                           .Optional(date)
                           .Number(site)
                           .Run();
  if (!added) return added;
  Status done = AddParties(current, number, "actor", event.actor);
  if (done) done = AddParties(current, number, "recipient", event.recipient);
  if (done) done = AddDyads(current, number, event, date);
  for (std::size_t i = 0; done && i < event.counts.size(); ++i) {
    done = Binder(insert_.count)
               .Number(current.reading)
               .Number(number)
               .Text(event.counts[i].what)
               .Real(event.counts[i].number)
               .Number(std::int64_t{event.counts[i].at_least})
               .Span(event.counts[i].span)
               .Run();
  }
  return done;
}

Status RowWriter::AddParties(const Current& current, std::int64_t number,
                             std::string_view side,
                             const std::vector<EntityId>& entities) {
  for (const EntityId entity : Distinct(entities)) {
    const Status added = Binder(insert_.party)
                             .Number(current.reading)
                             .Number(number)
                             .Text(side)
                             .Number(NumberOf(entity))
                             .Run();
    if (!added) return added;
  }
  return std::monostate{};
}

Status RowWriter::AddDyads(const Current& current, std::int64_t number,
                           const Event& event, std::string_view date) {
  std::vector<EntityId> actors = Distinct(event.actor);
  std::vector<EntityId> recipients = Distinct(event.recipient);
  if (actors.empty()) actors.emplace_back();
  if (recipients.empty()) recipients.emplace_back();
  std::int64_t dyad = 0;
  for (const EntityId from : actors) {
    for (const EntityId to : recipients) {
      const Party actor = current.party(from);
      const Party recipient = current.party(to);
      const Status added = Binder(insert_.dyad)
                               .Number(current.reading)
                               .Number(number)
                               .Number(++dyad)
                               .Optional(date)
                               .Text(Name(event.type))
                               .Number(actor.who)
                               .Number(recipient.who)
                               .Optional(actor.country)
                               .Optional(recipient.country)
                               .Run();
      if (!added) return added;
    }
  }
  return std::monostate{};
}

Status RowWriter::AddStances(const Current& current) {
  for (std::size_t i = 0; i < current.rows.stances.size(); ++i) {
    const Stance& stance = current.rows.stances[i];
    const Party giver = current.party(stance.from);
    const Party target = current.party(stance.to);
    const Status added = Binder(insert_.stance)
                             .Number(current.reading)
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
                             .Optional(Joined(stance.contradicts))
                             .Optional(current.published)
                             .Number(giver.who)
                             .Number(target.who)
                             .Optional(giver.country)
                             .Optional(target.country)
                             .Run();
    if (!added) return added;
  }
  return std::monostate{};
}

}  // namespace entente
