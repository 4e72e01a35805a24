// Cite: how to name a ledger, or one run of it, in a paper.
#ifndef ENTENTE_EXPORT_CITE_H_
#define ENTENTE_EXPORT_CITE_H_

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "ledger/database.h"

namespace entente {

struct Citation {
  std::string bibtex;   // one @misc entry
  std::string methods;  // a paragraph: what was read, by what, how many rows of it
};

// `run`: that run's edition and counts; none: the ledger as its views show it. Returns
// kNotFound for a run that the ledger does not have.
Result<Citation> Cite(const Database& database, std::optional<std::int64_t> run);

}  // namespace entente

#endif  // ENTENTE_EXPORT_CITE_H_
