// entente serve: a ledger as a page and an HTTP interface.
#ifndef ENTENTE_CLI_SERVE_H_
#define ENTENTE_CLI_SERVE_H_

#include <cstdint>
#include <string>

#include "cli/command.h"

namespace entente {

struct ServeCommand {
  EngineOptions engine;
  std::string ledger;
  std::string host = "127.0.0.1";
  std::uint16_t port = 8420;  // 0: any free one
  std::string token;          // needed where the host is not loopback
};

int Run(const ServeCommand& command);

}  // namespace entente

#endif  // ENTENTE_CLI_SERVE_H_
