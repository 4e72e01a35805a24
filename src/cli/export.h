// entente export and entente cite: a ledger's rows for other programs and for papers.
#ifndef ENTENTE_CLI_EXPORT_H_
#define ENTENTE_CLI_EXPORT_H_

#include <cstdint>
#include <string>

#include "cli/command.h"
#include "ledger/ask.h"

namespace entente {

struct ExportCommand {
  EngineOptions engine;
  std::string ledger;
  std::string format;  // plover geojson icews phoenix gdelt1 gdelt2 csv graphml gexf
                       // parquet package
  std::string path;    // "" standard output; of a package and of parquet a must
  AskFilters filters;
  unsigned actors = 300;  // of graphml and gexf: those with most rows
};

struct CiteCommand {
  std::string ledger;
  std::int64_t run = 0;  // 0: the ledger as it stands
};

int Run(const ExportCommand& command);
int Run(const CiteCommand& command);

}  // namespace entente

#endif  // ENTENTE_CLI_EXPORT_H_
