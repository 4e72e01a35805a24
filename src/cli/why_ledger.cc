#include "cli/why_ledger.h"

#include <cstdio>

#include "base/check.h"
#include "base/strings.h"
#include "cli/locate.h"
#include "cli/page.h"
#include "cli/why_page.h"
#include "cli/why_speech.h"
#include "ledger/database.h"
#include "ledger/stored_document.h"

namespace entente {
namespace {

Status PrintCorrections(const Database& database, const std::string& row) {
  TRY(Query query,
      database.Prepare("SELECT verdict, changes, reviewer, made, reason FROM "
                       "corrections WHERE row = ?"));
  query.Bind(1, row);
  while (true) {
    TRY(const bool found, query.Step());
    if (!found) return std::monostate{};
    const std::string changes(query.Text(1));
    const std::string reason(query.Text(4));
    std::printf("  %s by %s, %s%s%s%s%s\n", std::string(query.Text(0)).c_str(),
                std::string(query.Text(2)).c_str(), std::string(query.Text(3)).c_str(),
                changes == "{}" ? "" : " ", changes == "{}" ? "" : changes.c_str(),
                reason.empty() ? "" : ": ", reason.c_str());
  }
}

Status PrintRow(const WhyCommand& command, const Engine& engine, const StoredRow& row) {
  Workspace for_reading;
  Workspace for_analysis;
  const Reading reading = engine.Read(row.document, for_reading);
  const PageStyle style = StyleOfStdout(command.width);
  const std::size_t count = row.list == 'e'   ? reading.events.size()
                            : row.list == 's' ? reading.statements.size()
                                              : reading.stances.size();
  if (row.index >= count) {
    return Error{ErrorCode::kNotFound,
                 StrCat("no row ", command.row, ": the document has ", count,
                        " rows of that kind")};
  }
  TRY(const std::string data, FindDataFolder(command.engine));
  const std::string lexicon = data + "/lexicon";
  std::string out;
  if (row.list == 'e') {
    const Analysis& analysis = engine.Analyse(row.document, for_analysis);
    out = WhyEvent({row.document, reading, analysis, engine}, row.index, style);
  } else if (row.list == 's') {
    out = WhyStatement(row.document, reading, row.index, lexicon, style);
  } else {
    out = WhyStance(row.document, reading, row.index, lexicon, style);
  }
  std::fputs(out.c_str(), stdout);
  return std::monostate{};
}

}  // namespace

Status WhyFromLedger(const WhyCommand& command) {
  if (command.row.empty()) {
    return Error{
        ErrorCode::kInvalid,
        StrCat(command.file,
               ": name a row of the ledger, 9f2dcb782915-e8 say; `entente ask` "
               "shows them in the column `row`")};
  }
  TRY(const Database database, Database::Open(command.file, Database::Access::kRead));
  TRY(const StoredRow row, FindStoredRow(database, command.row));
  TRY(const Engine engine, LoadEngine(command.engine));
  const EngineVersion& now = engine.version();
  if (row.edition.lexicon != now.lexicon || row.edition.model != now.model) {
    Complain(
        {ErrorCode::kInvalid, StrCat(command.row,
                                     ": read with another model, rules or tables; what "
                                     "follows is how these read it now")});
  }
  const Status printed = PrintRow(command, engine, row);
  return printed ? PrintCorrections(database, command.row) : printed;
}

}  // namespace entente
