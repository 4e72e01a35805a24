// entente watch: follows folders and addresses of the web, and keeps in a ledger what
// comes.
#ifndef ENTENTE_CLI_WATCH_H_
#define ENTENTE_CLI_WATCH_H_

#include <cstdint>
#include <string>
#include <vector>

#include "cli/command.h"

namespace entente {

struct WatchCommand {
  EngineOptions engine;
  std::string ledger;
  std::vector<std::string> sources;  // folders, files, patterns, http(s) addresses
  std::int64_t every_s = 300;        // between two looks; no less than 60 at an address
  std::string contact;               // of whoever runs this, told to servers
  std::string source;                // publisher, for documents that name none
  bool is_once = false;              // one look at everything, then done
  unsigned jobs = 0;                 // 0: one a core
};

// Until it is told to stop (Ctrl-C, SIGTERM); between looks the ledger is closed, so
// that others may write to it.
int Run(const WatchCommand& command);

}  // namespace entente

#endif  // ENTENTE_CLI_WATCH_H_
