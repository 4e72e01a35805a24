// The options of the verbs that keep a ledger and hand it on. main.cc puts all verbs
// together.
#ifndef ENTENTE_CLI_LEDGER_VERBS_H_
#define ENTENTE_CLI_LEDGER_VERBS_H_

#include <CLI/CLI.hpp>
#include <functional>

#include "cli/command.h"
#include "cli/export.h"
#include "cli/review.h"
#include "cli/watch.h"

namespace entente {

// --data, --world: main.cc's.
void AddEngineOptions(CLI::App& verb, EngineOptions& options);

// Each adds a verb that fills the command, and sets `chosen` where it is given.
void AddWatch(CLI::App& app, WatchCommand& command, std::function<int()>& chosen);
void AddExport(CLI::App& app, ExportCommand& command, std::function<int()>& chosen);
void AddCite(CLI::App& app, CiteCommand& command, std::function<int()>& chosen);
void AddReview(CLI::App& app, ReviewCommand& command, std::function<int()>& chosen);

}  // namespace entente

#endif  // ENTENTE_CLI_LEDGER_VERBS_H_
