// entente relate: JSON lines in, each with a text and two marked parties; relations
// out.
#include "engine/relate.h"

#include <simdjson.h>

#include <algorithm>
#include <cstdio>
#include <optional>

#include "base/check.h"
#include "base/files.h"
#include "base/json.h"
#include "base/strings.h"
#include "cli/command.h"
#include "cli/locate.h"

namespace entente {
namespace {

using simdjson::dom::element;

std::vector<TextSpan> Spans(element row, const char* name) {
  std::vector<TextSpan> spans;
  simdjson::dom::array list;
  if (row[name].get(list) != simdjson::SUCCESS) return spans;
  for (const element item : list) {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    if (item.at(0).get(begin) != simdjson::SUCCESS) continue;
    if (item.at(1).get(end) != simdjson::SUCCESS) continue;
    spans.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
  return spans;
}

struct Line {
  std::string id;
  RelateQuery query;
};

// Returns kInvalid, saying what the line lacks.
Result<Line> ParseLine(simdjson::dom::parser& parser, std::string_view bytes) {
  const auto wrong = [](std::string_view what) {
    return Error{ErrorCode::kInvalid, std::string(what)};
  };
  element row;
  if (parser.parse(bytes.data(), bytes.size()).get(row) != simdjson::SUCCESS) {
    return wrong("not JSON");
  }
  Line line;
  std::string_view text;
  if (row["text"].get(text) != simdjson::SUCCESS) return wrong("no \"text\"");
  std::string_view id;
  if (row["id"].get(id) == simdjson::SUCCESS) line.id = id;
  line.query = {.text = std::string(text),
                .source = Spans(row, "source"),
                .target = Spans(row, "target")};
  if (line.query.source.empty()) return wrong("no \"source\" spans");
  if (line.query.target.empty()) return wrong("no \"target\" spans");
  for (const auto* spans : {&line.query.source, &line.query.target}) {
    for (const TextSpan span : *spans) {
      if (span.begin >= span.end || span.end > text.size()) {
        return wrong("a span does not lie in the text");
      }
    }
  }
  return line;
}

void Print(const Line& line, const std::optional<PartyRelation>& relation,
           const Ontology& ontology) {
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.OptionalField("id", line.id);
  json.Key("relation");
  json.BeginObject();
  if (relation) {
    json.Field("type", Name(relation->type));
    json.OptionalField("mode", relation->mode);
    if (const auto* known = ontology.Find(Name(relation->type), relation->mode)) {
      json.Field("quad", known->quad);
      json.Field("score", known->score, 1);
    }
    json.OptionalField("cameo", relation->cameo);
    json.Key("trigger");
    json.BeginArray();
    json.Number(static_cast<std::int64_t>(relation->trigger.begin));
    json.Number(static_cast<std::int64_t>(relation->trigger.end));
    json.EndArray();
    json.Field("polarity", relation->is_negated ? "-" : "+");
    json.Field("modality", Name(relation->modality));
    json.Field("confidence", relation->confidence, 2);
    json.Field("rule", relation->rule);
    if (!relation->nearest.empty()) {
      json.Key("nearest");
      json.BeginArray();
      for (const std::string& sentence : relation->nearest) json.String(sentence);
      json.EndArray();
    }
  }
  json.EndObject();
  json.EndObject();
  out += '\n';
  std::fwrite(out.data(), 1, out.size(), stdout);
}

}  // namespace

int Run(const RelateCommand& command) {
  const Result<std::string> bytes = ReadFile(command.file);
  if (!bytes) {
    Complain(bytes.error());
    return kSomeFailed;
  }
  const Result<Engine> engine = LoadEngine(command.engine);
  if (!engine) {
    Complain(engine.error());
    return kSomeFailed;
  }
  const std::string name = command.file == "-" ? "standard input" : command.file;
  simdjson::dom::parser parser;
  Workspace workspace;
  bool has_failed = false;
  unsigned number = 0;
  for (const std::string_view bytes_of_line : Split(*bytes, '\n')) {
    ++number;
    if (Trim(bytes_of_line).empty()) continue;
    const Result<Line> line = ParseLine(parser, bytes_of_line);
    if (!line) {
      Complain(
          {ErrorCode::kInvalid, StrCat(name, ":", number, ": ", line.error().message)});
      has_failed = true;
      continue;
    }
    Print(*line, RelateParties(*engine, line->query, workspace), engine->ontology());
  }
  return has_failed ? kSomeFailed : kDone;
}

}  // namespace entente
