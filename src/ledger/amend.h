// Amend: changes of single fields, brought into the tables. Reviewer's own.
#ifndef ENTENTE_LEDGER_AMEND_H_
#define ENTENTE_LEDGER_AMEND_H_

#include "base/result.h"
#include "ledger/database.h"
#include "ledger/review.h"
#include "world/ontology.h"

namespace entente {

// Returns kInvalid, with what would do, for a field that the list does not have or a
// value that the field cannot take.
Status Amend(const Database& database, const Ontology& ontology, const RowRef& row,
             const Change& change);

}  // namespace entente

#endif  // ENTENTE_LEDGER_AMEND_H_
