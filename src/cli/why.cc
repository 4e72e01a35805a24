// The row is made again from the text that the reading carries: the same text and
// version give the same rows, and a reading of another version is said to be so.
#include "cli/why.h"

#include <simdjson.h>

#include <charconv>
#include <cstdio>
#include <optional>
#include <utility>
#include <vector>

#include "base/check.h"
#include "base/files.h"
#include "base/strings.h"
#include "cli/locate.h"
#include "cli/why_ledger.h"
#include "cli/why_page.h"
#include "document/reader.h"
#include "ledger/database.h"

namespace entente {
namespace {

using Json = simdjson::dom::element;

std::string Text(Json row, std::string_view name) {
  std::string_view value;
  return row[name].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

BlockKind BlockKindOf(std::string_view name) {
  for (const BlockKind kind :
       {BlockKind::kHeadline, BlockKind::kSummary, BlockKind::kDateline,
        BlockKind::kByline, BlockKind::kCredit, BlockKind::kCaption,
        BlockKind::kBody}) {
    if (Name(kind) == name) return kind;
  }
  return BlockKind::kOther;
}

// The document that a reading was made of; nothing where the line is no reading.
std::optional<Document> FromReading(Json row, std::string& lexicon) {
  simdjson::dom::array blocks;
  Json engine;
  if (row["blocks"].get(blocks) != simdjson::SUCCESS) return std::nullopt;
  if (row["engine"].get(engine) != simdjson::SUCCESS) return std::nullopt;
  lexicon = Text(engine, "lexicon");
  Document document;
  document.id = Text(row, "id");
  document.text = Text(row, "text");
  document.title = Text(row, "title");
  document.published = ParseIsoDate(Text(row, "published"));
  document.updated = ParseIsoDate(Text(row, "updated"));
  for (const Json block : blocks) {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    simdjson::dom::array span;
    if (block["span"].get(span) != simdjson::SUCCESS ||
        span.at(0).get(begin) != simdjson::SUCCESS ||
        span.at(1).get(end) != simdjson::SUCCESS || begin > end ||
        end > document.text.size()) {
      return std::nullopt;
    }
    document.blocks.push_back(
        {BlockKindOf(Text(block, "kind")),
         {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
  }
  return document;
}

// The documents of a file of readings, or of news.
Result<std::vector<Document>> DocumentsOf(const WhyCommand& command,
                                          const Engine& engine) {
  TRY(std::string bytes, ReadFile(command.file));
  std::vector<Document> documents;
  simdjson::dom::parser parser;
  bool is_old = false;
  for (const std::string_view line : Split(bytes, '\n')) {
    Json row;
    if (Trim(line).empty()) continue;
    if (!line.starts_with('{') ||
        parser.parse(line.data(), line.size()).get(row) != simdjson::SUCCESS) {
      break;
    }
    std::string lexicon;
    auto document = FromReading(row, lexicon);
    if (!document) break;
    is_old = is_old || lexicon != engine.version().lexicon;
    documents.push_back(std::move(*document));
  }
  if (is_old) {
    Complain({ErrorCode::kInvalid,
              StrCat(command.file,
                     ": read with other rules or tables; what follows is how these "
                     "read it now")});
  }
  if (!documents.empty()) return documents;
  ReadOptions options;
  if (!command.date.empty()) options.date = ParseIsoDate(command.date);
  const std::string name = command.file == "-" ? "standard input" : command.file;
  for (auto& document : ReadDocuments(name, std::move(bytes), options)) {
    if (!document) return document.error();
    documents.push_back(std::move(document).value());
  }
  return documents;
}

struct Row {
  std::string document;  // "" the first
  char list = 'e';
  std::uint32_t index = 0;
};

std::optional<Row> ParseRow(std::string_view text) {
  Row row;
  const std::size_t colon = text.rfind(':');
  if (colon != std::string_view::npos) {
    row.document = text.substr(0, colon);
    text.remove_prefix(colon + 1);
  }
  if (text.size() < 2 || (text[0] != 'e' && text[0] != 'z')) return std::nullopt;
  row.list = text[0];
  const auto [end, error] =
      std::from_chars(text.data() + 1, text.data() + text.size(), row.index);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (row.index == 0) return std::nullopt;
  --row.index;  // labels count from 1
  return row;
}

// Returns kNotFound, saying which rows there are.
Status Print(const Engine& engine, const Document& document,
             const std::optional<Row>& row, PageStyle style) {
  Workspace for_reading;
  Workspace for_analysis;
  const Reading reading = engine.Read(document, for_reading);
  const Analysis& analysis = engine.Analyse(document, for_analysis);
  if (reading.language != "en") {
    return Error{ErrorCode::kInvalid, reading.warnings.back().message};
  }
  const WhySource source{document, reading, analysis, engine};
  std::string out;
  if (!row) {
    for (std::uint32_t i = 0; i < reading.sentences.size(); ++i) {
      out += WhySentence(source, i, style);
    }
  } else if (row->list == 'e' && row->index < reading.events.size()) {
    out = WhyEvent(source, row->index, style);
  } else if (row->list == 'z' && row->index < reading.sentences.size()) {
    out = WhySentence(source, row->index, style);
  } else {
    return Error{ErrorCode::kNotFound,
                 StrCat("no row ", row->list, row->index + 1, ": the document has ",
                        reading.events.size(), " events from e1 and ",
                        reading.sentences.size(), " sentences from z1")};
  }
  std::fputs(out.c_str(), stdout);
  return std::monostate{};
}

}  // namespace

int Run(const WhyCommand& command) {
  if (Database::IsDatabase(command.file)) {
    const Status done = WhyFromLedger(command);
    if (done) return kDone;
    Complain(done.error());
    return kSomeFailed;
  }
  std::optional<Row> row;
  if (!command.row.empty()) {
    row = ParseRow(command.row);
    if (!row) {
      Complain({ErrorCode::kInvalid,
                StrCat("'", command.row,
                       "' is no row: e3 for an event, z2 for a sentence")});
      return kWrongUsage;
    }
  }
  const Result<Engine> engine = LoadEngine(command.engine);
  if (!engine) {
    Complain(engine.error());
    return kSomeFailed;
  }
  const auto documents = DocumentsOf(command, *engine);
  if (!documents) {
    Complain(documents.error());
    return kSomeFailed;
  }
  for (const Document& document : *documents) {
    if (row && !row->document.empty() && row->document != document.id) continue;
    const Status done = Print(*engine, document, row, StyleOfStdout(command.width));
    if (!done) {
      Complain(done.error());
      return kSomeFailed;
    }
    return kDone;
  }
  Complain({ErrorCode::kNotFound, StrCat(command.file, ": no such document")});
  return kSomeFailed;
}

}  // namespace entente
