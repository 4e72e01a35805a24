// entente read: documents in, a brief or one JSON object each out, in input order.
#include <unistd.h>

#include <cstdio>
#include <optional>
#include <utility>

#include "base/check.h"
#include "base/json.h"
#include "base/progress.h"
#include "base/strings.h"
#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/locate.h"
#include "cli/progress.h"
#include "cli/read_run.h"
#include "ledger/ledger.h"

namespace entente {
namespace {

// The options that decide what is read how, as JSON.
std::string OptionsOf(const ReadCommand& command) {
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.OptionalField("date", command.date);
  json.OptionalField("source", command.source);
  json.OptionalField("columns", command.columns);
  json.Key("files");
  json.BeginArray();
  for (const std::string& file : command.files) json.String(file);
  json.EndArray();
  json.Key("world");
  json.BeginArray();
  for (const std::string& folder : command.engine.world_dirs) json.String(folder);
  json.EndArray();
  json.EndObject();
  return out;
}

Result<std::optional<Ledger>> OpenLedger(const ReadCommand& command,
                                         const Engine& engine) {
  if (command.ledger.empty()) return std::optional<Ledger>();
  TRY(Ledger ledger, Ledger::Open(command.ledger));
  const Status begun = ledger.BeginRun(engine.version(), OptionsOf(command));
  if (!begun) return begun.error();
  return std::optional<Ledger>(std::move(ledger));
}

// What a quiet run tells at its end, where somebody looks.
std::string Summary(const ReadTally& tally, double seconds) {
  return StrCat("entente: ", WithCommas(tally.read), " read, ", WithCommas(tally.known),
                " known before, ", WithCommas(tally.failed), " failed; ",
                Duration(seconds), "\n");
}

}  // namespace

int Run(const ReadCommand& command) {
  ReadOptions options;
  options.source = command.source;
  if (!command.date.empty()) {
    options.date = ParseIsoDate(command.date);
    if (!options.date) {
      Complain({ErrorCode::kInvalid,
                StrCat("--date ", command.date, ": not a day of the form YYYY-MM-DD")});
      return kWrongUsage;
    }
  }
  if (!command.columns.empty()) {
    const Result<ColumnMap> columns = ParseColumns(command.columns);
    if (!columns) {
      Complain({ErrorCode::kInvalid, StrCat("--columns: ", columns.error().message)});
      return kWrongUsage;
    }
    options.columns = *columns;
  }
  if (command.files.empty() && ::isatty(STDIN_FILENO) != 0) {
    std::fputs("entente: reading from the keyboard; end with Ctrl-D\n", stderr);
  }
  const Result<Engine> engine = LoadEngine(command.engine);
  if (!engine) {
    Complain(engine.error());
    return kSomeFailed;
  }
  Result<std::optional<Ledger>> opened = OpenLedger(command, *engine);
  if (!opened) {
    Complain(opened.error());
    return kSomeFailed;
  }
  std::optional<Ledger> ledger = std::move(opened).value();
  Inputs inputs(command.files, options);
  Progress progress(inputs.total_bytes(), command.is_quiet);
  ReadRun run(*engine,
              {.is_json = command.is_json,
               .is_quiet = command.is_quiet,
               .style = StyleOfStdout(command.width),
               .jobs = command.jobs},
              ledger ? &*ledger : nullptr);
  Status kept =
      run.Read([&] { return inputs.Next(); },
               [&] { progress.Step(run.tally().documents(), inputs.bytes_read()); },
               [&] { progress.Clear(); });
  if (ledger && kept) kept = ledger->Finish();
  progress.Clear();
  if (!kept) {
    Complain(kept.error());
    return kSomeFailed;
  }
  if (command.is_quiet) {
    if (progress.is_shown()) {
      std::fputs(Summary(run.tally(), progress.seconds()).c_str(), stderr);
    }
    const std::string unread = run.tally().Unread();
    if (!unread.empty()) std::fprintf(stderr, "entente: %s\n", unread.c_str());
  }
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    Complain({ErrorCode::kUnavailable, "standard output: could not be written"});
    return kSomeFailed;
  }
  return run.tally().failed > 0 ? kSomeFailed : kDone;
}

}  // namespace entente
