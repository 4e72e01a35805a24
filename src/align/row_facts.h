// RowReader: what a row of evidence says, fetched from the ledger when it is shown.
#ifndef ENTENTE_ALIGN_ROW_FACTS_H_
#define ENTENTE_ALIGN_ROW_FACTS_H_

#include <string>
#include <utility>

#include "align/evidence.h"
#include "base/result.h"
#include "ledger/database.h"

namespace entente {

struct RowFacts {
  std::string row;  // "9f2dcb782915-e8", as the ledger's views spell it
  std::string words;
  std::string title, source, url;
  std::string rule;
};

class RowReader {
 public:
  static Result<RowReader> Make(const Database& database);
  // REQUIRES: a row that was loaded from the same ledger.
  Result<RowFacts> Read(const EvidenceRow& row);

 private:
  RowReader(Query event, Query stance)
      : event_(std::move(event)), stance_(std::move(stance)) {}
  Query event_, stance_;
};

}  // namespace entente

#endif  // ENTENTE_ALIGN_ROW_FACTS_H_
