// Where the program finds what it reads at run time.
#ifndef ENTENTE_CLI_LOCATE_H_
#define ENTENTE_CLI_LOCATE_H_

#include "base/result.h"
#include "cli/command.h"
#include "engine/engine.h"

namespace entente {

// Loads the engine from --data, or from the folder `data` beside the program, or from
// ../share/entente of an installed one.
Result<Engine> LoadEngine(const EngineOptions& options);

// "entente: <message>" on stderr.
void Complain(const Error& error);

}  // namespace entente

#endif  // ENTENTE_CLI_LOCATE_H_
