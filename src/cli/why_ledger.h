// entente why LEDGER ROW: the reason of a row that a ledger keeps.
#ifndef ENTENTE_CLI_WHY_LEDGER_H_
#define ENTENTE_CLI_WHY_LEDGER_H_

#include <string>

#include "base/result.h"
#include "cli/why.h"

namespace entente {

// Prints the page; what people said of the row comes last. The row is read again from
// the text that the ledger keeps: where another edition wrote it, that is said on
// stderr.
Status WhyFromLedger(const WhyCommand& command);

}  // namespace entente

#endif  // ENTENTE_CLI_WHY_LEDGER_H_
