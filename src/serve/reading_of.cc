// The view of a reading that was just made.
#include "base/strings.h"
#include "serve/pieces.h"
#include "serve/reading_view.h"

namespace entente {
namespace {

class Maker {
 public:
  Maker(const Document& document, const Reading& reading, const Ontology& ontology)
      : document_(document), reading_(reading), ontology_(ontology) {}

  void AddAll(ReadingView& view) const {
    std::vector<ReadingRow>& rows = view.rows;
    const auto add = [&](const auto& items, auto make) {
      for (std::size_t i = 0; i < items.size(); ++i)
        rows.push_back(make(items[i], i + 1));
    };
    add(reading_.events,
        [&](const Event& event, std::size_t n) { return Row(event, n); });
    add(reading_.statements,
        [&](const Statement& statement, std::size_t n) { return Row(statement, n); });
    add(reading_.stances,
        [&](const Stance& stance, std::size_t n) { return Row(stance, n); });
    add(reading_.entities,
        [&](const Entity& entity, std::size_t n) { return Row(entity, n); });
    add(reading_.times,
        [&](const TimeMention& time, std::size_t n) { return Row(time, n); });
    add(reading_.places,
        [&](const PlaceMention& place, std::size_t n) { return Row(place, n); });
  }

 private:
  static void Fact(std::string_view label, std::string_view value, ReadingRow& row) {
    if (value.empty()) return;
    row.facts.push_back(
        {.label = std::string(label), .value = std::string(value), .href = {}});
  }

  std::string Names(const std::vector<EntityId>& ids,
                    std::string_view otherwise) const {
    std::string names;
    for (const EntityId id : ids) {
      names += StrCat(names.empty() ? "" : "; ", Name(id, ""));
    }
    return names.empty() ? std::string(otherwise) : names;
  }
  std::string Name(EntityId id, std::string_view otherwise) const {
    return id.valid() ? reading_.entities[id.value].name : std::string(otherwise);
  }
  std::string Words(TextSpan span) const {
    return std::string(Slice(document_.text, span));
  }

  ReadingRow Row(const Event& event, std::size_t number) const;
  ReadingRow Row(const Statement& statement, std::size_t number) const;
  ReadingRow Row(const Stance& stance, std::size_t number) const;
  ReadingRow Row(const Entity& entity, std::size_t number) const;
  ReadingRow Row(const TimeMention& time, std::size_t number) const;
  ReadingRow Row(const PlaceMention& place, std::size_t number) const;

  const Document& document_;
  const Reading& reading_;
  const Ontology& ontology_;
};

ReadingRow Maker::Row(const Event& event, std::size_t number) const {
  ReadingRow row{.id = StrCat("e", number), .kind = MarkKind::kEvent};
  row.spans = {event.span};
  const Ontology::Type* type = ontology_.Find(entente::Name(event.type), event.mode);
  const std::string_view quad = type == nullptr ? std::string_view() : type->quad;
  row.side = quad.ends_with("cooperation") ? "cooperation"
             : quad.ends_with("conflict")  ? "conflict"
                                           : "";
  row.heading = StrCat(Names(event.actor, "somebody"), " · ",
                       AsciiLower(entente::Name(event.type)));
  if (!event.recipient.empty())
    row.heading += StrCat(" · ", Names(event.recipient, ""));
  Fact("class", quad, row);
  Fact("mode", event.mode, row);
  if (event.time.valid()) {
    const TimeMention& time = reading_.times[event.time.value];
    Fact("day", time.begin ? LongDate(ToDays(*time.begin)) : time.timex, row);
  }
  if (event.place.valid()) {
    Fact("place", reading_.places[event.place.value].name, row);
  }
  if (event.is_negated) Fact("standing", "did not happen", row);
  if (event.modality != Modality::kAsserted) {
    Fact("modality", entente::Name(event.modality), row);
  }
  if (event.claimed_by.valid()) {
    Fact("says", Name(reading_.statements[event.claimed_by.value].speaker, "somebody"),
         row);
  }
  Fact("CAMEO", event.cameo, row);
  Fact("rule", event.rule, row);
  return row;
}

ReadingRow Maker::Row(const Statement& statement, std::size_t number) const {
  ReadingRow row{.id = StrCat("s", number), .kind = MarkKind::kStatement};
  row.spans = {statement.span};
  row.heading = Name(statement.speaker, "Somebody");
  std::string content;
  for (const TextSpan piece : statement.content) {
    content += StrCat(content.empty() ? "" : " ... ", Words(piece));
  }
  Fact("says", content, row);
  Fact("kind", statement.is_thought ? "held, not said" : entente::Name(statement.kind),
       row);
  Fact("to", Name(statement.addressee, ""), row);
  if (statement.is_negated) Fact("polarity", "not said, or denied", row);
  Fact("rule", statement.rule, row);
  return row;
}

ReadingRow Maker::Row(const Stance& stance, std::size_t number) const {
  ReadingRow row{.id = StrCat("x", number), .kind = MarkKind::kStance};
  row.spans = {stance.span};
  row.side = stance.sign > 0 ? "cooperation" : stance.sign < 0 ? "conflict" : "";
  row.heading = StrCat(Name(stance.from, "Somebody"),
                       stance.sign > 0   ? " with "
                       : stance.sign < 0 ? " against "
                                         : " neutral to ",
                       Name(stance.to, "somebody"));
  Fact("basis", entente::Name(stance.basis), row);
  Fact("issue", stance.issue, row);
  Fact("rule", stance.rule, row);
  return row;
}

ReadingRow Maker::Row(const Entity& entity, std::size_t number) const {
  ReadingRow row{.id = StrCat("a", number), .kind = MarkKind::kMention};
  row.heading = entity.name;
  for (const MentionId id : entity.mentions) {
    row.spans.push_back(reading_.mentions[id.value].span);
  }
  Fact("kind", entente::Name(entity.kind), row);
  Fact("code", ToString(entity.code), row);
  Fact("role", entity.role, row);
  Fact("code from", entity.code_source, row);
  return row;
}

ReadingRow Maker::Row(const TimeMention& time, std::size_t number) const {
  ReadingRow row{.id = StrCat("t", number), .kind = MarkKind::kTime};
  row.spans = {time.span};
  row.heading = time.timex.empty() ? Words(time.span) : time.timex;
  if (time.begin) Fact("from", ToString(*time.begin), row);
  if (time.end) Fact("to", ToString(*time.end), row);
  Fact("precision", entente::Name(time.precision), row);
  return row;
}

ReadingRow Maker::Row(const PlaceMention& place, std::size_t number) const {
  ReadingRow row{.id = StrCat("p", number), .kind = MarkKind::kPlace};
  row.spans = {place.span};
  row.heading = place.name;
  Fact("country", place.country, row);
  Fact("division", place.admin1, row);
  Fact("precision", entente::Name(place.precision), row);
  return row;
}

}  // namespace

ReadingView ViewOf(const Document& document, const Reading& reading,
                   const Ontology& ontology, const EngineVersion& engine) {
  ReadingView view{.key = {},
                   .title = document.title,
                   .source = document.source,
                   .url = document.url,
                   .published = document.published ? ToString(*document.published) : "",
                   .text = document.text,
                   .edition = StrCat(engine.version, " · ", engine.model),
                   .rows = {}};
  Maker(document, reading, ontology).AddAll(view);
  return view;
}

}  // namespace entente
