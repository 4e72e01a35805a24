#include "cli/export.h"

#include <cstdio>
#include <optional>

#include "align/evidence.h"
#include "align/settings.h"
#include "align/units.h"
#include "base/check.h"
#include "base/date.h"
#include "base/strings.h"
#include "cli/locate.h"
#include "export/cite.h"
#include "export/codes.h"
#include "export/formats.h"
#include "export/network_file.h"
#include "export/parquet.h"
#include "world/world.h"

namespace entente {
namespace {

Result<std::int32_t> DayOf(const std::string& text) {
  if (text.empty()) return kNoDay;
  const std::optional<CivilDate> date = ParseIsoDate(text);
  if (!date) {
    return Error{ErrorCode::kInvalid, StrCat(text, ": no day of the form YYYY-MM-DD")};
  }
  return ToDays(*date);
}

Result<std::int64_t> ExportNetwork(const ExportCommand& command,
                                   const Database& database, const std::string& data) {
  if (!command.filters.actor.empty() || !command.filters.recipient.empty() ||
      !command.filters.type.empty()) {
    return Error{ErrorCode::kInvalid,
                 "a network has --since, --until and --actors, no other filters"};
  }
  TRY(const AlignSettings settings, AlignSettings::Read(data + "/alignment"));
  TRY(const World world, World::Load(data, command.engine.world_dirs));
  TRY(const EvidenceTable table, LoadEvidence(database, settings, &world));
  TimeSpan span;
  TRY(span.since, DayOf(command.filters.since));
  TRY(span.until, DayOf(command.filters.until));
  span.reference = span.until != kNoDay ? span.until : table.last_day;
  return WriteNetworkFile(table, settings, span, command.actors, command.format,
                          command.path);
}

Result<std::int64_t> Export(const ExportCommand& command) {
  TRY(const Database database, Database::Open(command.ledger, Database::Access::kRead));
  const bool needs_path = command.format == "package" || command.format == "parquet";
  if (needs_path && command.path.empty()) {
    return Error{ErrorCode::kInvalid,
                 StrCat(command.format, " is no stream: name its place with --out")};
  }
  if (command.format == "package") return ExportPackage(database, command.path);
  TRY(const std::string data, FindDataFolder(command.engine));
  if (command.format == "graphml" || command.format == "gexf") {
    return ExportNetwork(command, database, data);
  }
  if (command.format == "parquet") {
    return ExportParquet(database, command.filters, command.path);
  }
  TRY(const Codes codes, Codes::Read(data + "/world"));
  return ExportEvents(database, codes, command.format, command.filters, command.path);
}

Status PrintCitation(const CiteCommand& command) {
  TRY(const Database database, Database::Open(command.ledger, Database::Access::kRead));
  std::optional<std::int64_t> run;
  if (command.run > 0) run = command.run;
  TRY(const Citation citation, Cite(database, run));
  std::printf("%s\n%s", citation.bibtex.c_str(), citation.methods.c_str());
  return std::monostate{};
}

}  // namespace

int Run(const ExportCommand& command) {
  const Result<std::int64_t> rows = Export(command);
  if (!rows) {
    Complain(rows.error());
    return kSomeFailed;
  }
  if (!command.path.empty() && command.path != "-") {
    std::fprintf(stderr, "%s: %lld rows\n", command.path.c_str(),
                 static_cast<long long>(*rows));
  }
  return kDone;
}

int Run(const CiteCommand& command) {
  const Status done = PrintCitation(command);
  if (done) return kDone;
  Complain(done.error());
  return kSomeFailed;
}

}  // namespace entente
