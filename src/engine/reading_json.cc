#include "engine/reading_json.h"

#include <optional>

#include "base/json.h"
#include "base/strings.h"

namespace entente {
namespace {

// "e3": ids count from 1 in the order of the list.
std::string Label(char letter, std::uint32_t index) {
  return StrCat(letter, index + 1);
}

class ReadingWriter {
 public:
  ReadingWriter(std::string& out, const Ontology& ontology, const Document& document,
                const Reading& reading)
      : json_(out), ontology_(ontology), document_(document), reading_(reading) {}

  void Write(const EngineVersion& engine);

 private:
  void Header(const EngineVersion& engine);
  void WriteMention(const Mention& mention);
  void WriteEntity(const Entity& entity);
  void WriteTime(const TimeMention& time);
  void WritePlace(const PlaceMention& place);
  void WriteEvent(const Event& event);
  void WriteDatelinePlace(const Event& event);
  void WriteCounts(const std::vector<Count>& counts);
  void WriteStatement(const Statement& statement);
  void WriteStance(const Stance& stance);
  void WriteWarning(const Warning& warning);

  void Span(std::string_view name, TextSpan span) {
    json_.Key(name);
    BareSpan(span);
  }
  void Span(std::string_view name, const std::optional<TextSpan>& span) {
    if (span) Span(name, *span);
  }
  void Nearest(const std::vector<std::string>& sentences) {
    if (sentences.empty()) return;
    json_.Key("nearest");
    json_.BeginArray();
    for (const std::string& sentence : sentences) json_.String(sentence);
    json_.EndArray();
  }
  void BareSpan(TextSpan span) {
    json_.BeginArray();
    json_.Number(static_cast<std::int64_t>(span.begin));
    json_.Number(static_cast<std::int64_t>(span.end));
    json_.EndArray();
  }
  template <typename Tag>
  void Reference(std::string_view name, char letter, Id<Tag> id) {
    if (id.valid()) json_.Field(name, Label(letter, id.value));
  }
  template <typename Tag>
  void References(std::string_view name, char letter, const std::vector<Id<Tag>>& ids) {
    if (ids.empty()) return;
    json_.Key(name);
    json_.BeginArray();
    for (const auto id : ids) json_.String(Label(letter, id.value));
    json_.EndArray();
  }
  // A list of objects, each with its id first.
  template <typename Row, typename WriteRow>
  void List(std::string_view name, char letter, const std::vector<Row>& rows,
            WriteRow write_row) {
    json_.Key(name);
    json_.BeginArray();
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      json_.BeginObject();
      if (letter != '\0') json_.Field("id", Label(letter, i));
      write_row(rows[i]);
      json_.EndObject();
    }
    json_.EndArray();
  }

  JsonWriter json_;
  const Ontology& ontology_;
  const Document& document_;
  const Reading& reading_;
};

void ReadingWriter::Header(const EngineVersion& engine) {
  json_.Field("id", document_.id);
  json_.Key("engine");
  json_.BeginObject();
  json_.Field("version", engine.version);
  json_.Field("model", engine.model);
  json_.Field("lexicon", engine.lexicon);
  json_.EndObject();
  json_.Field("text", document_.text);
  json_.OptionalField("title", document_.title);
  json_.OptionalField("source", document_.source);
  json_.OptionalField("url", document_.url);
  if (document_.published) json_.Field("published", ToString(*document_.published));
  if (document_.updated) json_.Field("updated", ToString(*document_.updated));
  json_.OptionalField("lang", document_.lang);
  if (reading_.language != "en") json_.Field("language", reading_.language);
}

void ReadingWriter::WriteMention(const Mention& mention) {
  Span("span", mention.span);
  Span("head", mention.head);
  json_.Field("kind", Name(mention.kind));
  Reference("entity", 'a', mention.entity);
}

void ReadingWriter::WriteEntity(const Entity& entity) {
  json_.Field("name", entity.name);
  json_.Field("kind", Name(entity.kind));
  json_.OptionalField("code", ToString(entity.code));
  json_.OptionalField("country", entity.code.country);
  json_.OptionalField("sector", entity.code.sector);
  json_.OptionalField("group", entity.code.group);
  json_.OptionalField("role", entity.role);
  json_.OptionalField("code_source", entity.code_source);
  References("mentions", 'm', entity.mentions);
}

void ReadingWriter::WriteTime(const TimeMention& time) {
  Span("span", time.span);
  json_.OptionalField("timex", time.timex);
  if (time.begin) json_.Field("begin", ToString(*time.begin));
  if (time.end) json_.Field("end", ToString(*time.end));
  json_.Field("precision", Name(time.precision));
}

void ReadingWriter::WritePlace(const PlaceMention& place) {
  Span("span", place.span);
  json_.Field("name", place.name);
  json_.OptionalField("country", place.country);
  json_.OptionalField("admin1", place.admin1);
  if (place.point) {
    json_.Field("lat", place.point->lat, 5);
    json_.Field("lon", place.point->lon, 5);
  }
  if (place.geonames)
    json_.Field("geonames", static_cast<std::int64_t>(*place.geonames));
  json_.Field("precision", Name(place.precision));
}

void ReadingWriter::WriteCounts(const std::vector<Count>& counts) {
  if (counts.empty()) return;
  json_.Key("counts");
  json_.BeginArray();
  for (const Count& count : counts) {
    json_.BeginObject();
    json_.Field("what", count.what);
    json_.Field("number", count.number, 2);
    if (count.at_least) {
      json_.Key("at_least");
      json_.Bool(true);
    }
    Span("span", count.span);
    json_.EndObject();
  }
  json_.EndArray();
}

void ReadingWriter::WriteEvent(const Event& event) {
  Span("span", event.span);
  Span("trigger", event.trigger);
  json_.Field("sentence", Label('z', event.sentence));
  json_.Field("type", Name(event.type));
  json_.OptionalField("mode", event.mode);
  if (!event.contexts.empty()) {
    json_.Key("contexts");
    json_.BeginArray();
    for (const std::string& context : event.contexts) json_.String(context);
    json_.EndArray();
  }
  if (const Ontology::Type* known = ontology_.Find(Name(event.type), event.mode)) {
    json_.Field("quad", known->quad);
    json_.Field("score", known->score, 1);
  }
  json_.OptionalField("cameo", event.cameo);
  References("actor", 'a', event.actor);
  References("recipient", 'a', event.recipient);
  if (event.is_reciprocal) {
    json_.Key("reciprocal");
    json_.Bool(true);
  }
  Span("actor_span", event.actor_span);
  Span("recipient_span", event.recipient_span);
  Reference("time", 't', event.time);
  Reference("place", 'p', event.place);
  WriteDatelinePlace(event);
  WriteCounts(event.counts);
  json_.Field("polarity", event.is_negated ? "-" : "+");
  json_.Field("modality", Name(event.modality));
  json_.Field("status", event.claimed_by.valid() ? "claimed" : "reported");
  Reference("claimed_by", 's', event.claimed_by);
  json_.Field("confidence", event.confidence, 2);
  json_.Field("rule", event.rule);
  Nearest(event.nearest);
}

// An event of the paragraph that a dateline opens, whose own words name no place, may
// have happened where the dateline says: told apart, for the reader to take or leave.
void ReadingWriter::WriteDatelinePlace(const Event& event) {
  if (event.place.valid() || event.modality != Modality::kAsserted ||
      event.is_negated || event.sentence >= reading_.sentences.size()) {
    return;
  }
  const std::uint32_t block = reading_.sentences[event.sentence].block;
  if (block == 0 || document_.blocks[block - 1].kind != BlockKind::kDateline) return;
  const TextSpan dateline = document_.blocks[block - 1].span;
  for (std::uint32_t i = 0; i < reading_.places.size(); ++i) {
    const TextSpan span = reading_.places[i].span;
    if (span.begin < dateline.begin || span.end > dateline.end) continue;
    return json_.Field("dateline_place", Label('p', i));
  }
}

void ReadingWriter::WriteStatement(const Statement& statement) {
  Span("span", statement.span);
  json_.Key("content");
  json_.BeginArray();
  for (const TextSpan piece : statement.content) BareSpan(piece);
  json_.EndArray();
  if (statement.cue.end > statement.cue.begin) Span("cue", statement.cue);
  json_.Field("kind", Name(statement.kind));
  Reference("speaker", 'a', statement.speaker);
  Span("speaker_span", statement.speaker_span);
  Reference("addressee", 'a', statement.addressee);
  Span("addressee_span", statement.addressee_span);
  Reference("time", 't', statement.time);
  Reference("parent", 's', statement.parent);
  References("events", 'e', statement.events);
  if (statement.is_negated) json_.Field("polarity", "-");
  if (statement.medium_span) Span("medium", *statement.medium_span);
  if (statement.is_anonymous) {
    json_.Key("anonymous");
    json_.Bool(true);
  }
  if (statement.is_thought) {
    json_.Key("thought");
    json_.Bool(true);
  }
  json_.OptionalField("rule", statement.rule);
}

void ReadingWriter::WriteStance(const Stance& stance) {
  Span("span", stance.span);
  // Whose view it is where nobody is named: the speaker's, or the author's own.
  if (stance.from.valid()) {
    Reference("from", 'a', stance.from);
  } else {
    json_.Field("from", stance.claimed_by.valid() ? "unnamed" : "author");
  }
  Reference("to", 'a', stance.to);
  json_.OptionalField("issue", stance.issue);
  json_.Field("sign", stance.sign > 0 ? "+" : stance.sign < 0 ? "-" : "0");
  json_.Field("strength", stance.strength, 2);
  json_.Field("basis", Name(stance.basis));
  Reference("claimed_by", 's', stance.claimed_by);
  if (stance.is_inferred) {
    json_.Key("inferred");
    json_.Bool(true);
  }
  json_.OptionalField("rule", stance.rule);
  if (!stance.contradicts.empty()) {
    json_.Key("contradicts");
    json_.BeginArray();
    for (const std::uint32_t other : stance.contradicts)
      json_.String(Label('x', other));
    json_.EndArray();
  }
}

void ReadingWriter::WriteWarning(const Warning& warning) {
  json_.Field("code", warning.code);
  json_.Field("message", warning.message);
  Span("span", warning.span);
}

void ReadingWriter::Write(const EngineVersion& engine) {
  json_.BeginObject();
  Header(engine);
  List("blocks", 'b', document_.blocks, [&](const Block& block) {
    json_.Field("kind", Name(block.kind));
    Span("span", block.span);
  });
  List("sentences", 'z', reading_.sentences, [&](const SentenceSpan& sentence) {
    json_.Field("block", Label('b', sentence.block));
    Span("span", sentence.span);
  });
  List("mentions", 'm', reading_.mentions,
       [&](const Mention& row) { WriteMention(row); });
  List("entities", 'a', reading_.entities,
       [&](const Entity& row) { WriteEntity(row); });
  List("times", 't', reading_.times, [&](const TimeMention& row) { WriteTime(row); });
  List("places", 'p', reading_.places,
       [&](const PlaceMention& row) { WritePlace(row); });
  List("events", 'e', reading_.events, [&](const Event& row) { WriteEvent(row); });
  List("statements", 's', reading_.statements,
       [&](const Statement& row) { WriteStatement(row); });
  List("stances", 'x', reading_.stances, [&](const Stance& row) { WriteStance(row); });
  List("warnings", '\0', reading_.warnings,
       [&](const Warning& row) { WriteWarning(row); });
  json_.EndObject();
}

}  // namespace

std::string ToJson(const Document& document, const Reading& reading,
                   const EngineVersion& engine, const Ontology& ontology) {
  std::string out;
  out.reserve(document.text.size() * 8);
  ReadingWriter(out, ontology, document, reading).Write(engine);
  return out;
}

}  // namespace entente
