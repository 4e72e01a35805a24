// GoldOf: what reviewers decided, as cases that `entente eval cases` reads.
#ifndef ENTENTE_LEDGER_GOLD_H_
#define ENTENTE_LEDGER_GOLD_H_

#include <string>

#include "base/result.h"
#include "ledger/database.h"

namespace entente {

// One case a sentence: an `event:` line for each row that was accepted or amended, as
// it stands now, a `none:` line for each that was rejected. The format is that of
// src/eval/case_file.h.
Result<std::string> GoldOf(const Database& database);

}  // namespace entente

#endif  // ENTENTE_LEDGER_GOLD_H_
