// entente review: people's word on a ledger's rows, one by one or in a queue.
#ifndef ENTENTE_CLI_REVIEW_H_
#define ENTENTE_CLI_REVIEW_H_

#include <cstdint>
#include <string>
#include <vector>

#include "cli/command.h"

namespace entente {

struct ReviewCommand {
  EngineOptions engine;
  std::string ledger;
  std::string action;  // accept, reject, amend, undo, agreement, gold; empty: the queue
  std::vector<std::string> words;  // the row, then field=value of an amendment
  std::string reviewer;            // empty: $USER
  std::string reason;
  std::string order = "doubt";  // random, date
  std::string type;             // of events in the queue
  std::uint64_t seed = 1;       // of the random order
  std::int64_t limit = 50;      // rows in the queue
  unsigned width = 0;           // 0: the terminal's
};

int Run(const ReviewCommand& command);

}  // namespace entente

#endif  // ENTENTE_CLI_REVIEW_H_
