// entente why: why a row of a reading is there, or why a sentence gave none.
#ifndef ENTENTE_CLI_WHY_H_
#define ENTENTE_CLI_WHY_H_

#include <string>

#include "cli/command.h"

namespace entente {

struct WhyCommand {
  EngineOptions engine;
  std::string file = "-";  // `read --json` output, or news as `read` takes it
  std::string row;         // "e3", "z2", "DOCUMENT:e3"; empty: every sentence
  std::string date;        // as for `read`
  unsigned width = 0;      // 0: the terminal's
};

int Run(const WhyCommand& command);

}  // namespace entente

#endif  // ENTENTE_CLI_WHY_H_
