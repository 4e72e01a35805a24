// Where the program finds what it reads at run time.
#ifndef ENTENTE_CLI_LOCATE_H_
#define ENTENTE_CLI_LOCATE_H_

#include <string>

#include "base/result.h"
#include "cli/command.h"
#include "engine/engine.h"

namespace entente {

// --data, or the folder `data` beside the program, or ../share/entente of an installed
// one. Returns kNotFound where there is none.
Result<std::string> FindDataFolder(const EngineOptions& options);

// Loads the engine from that folder.
Result<Engine> LoadEngine(const EngineOptions& options);

// "entente: <message>" on stderr.
void Complain(const Error& error);

}  // namespace entente

#endif  // ENTENTE_CLI_LOCATE_H_
