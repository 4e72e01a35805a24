// RowLabel: how people and programs name a row of a ledger: "9f2dcb782915-e8" is the
// eighth event of the document whose key begins so.
#ifndef ENTENTE_LEDGER_ROW_LABEL_H_
#define ENTENTE_LEDGER_ROW_LABEL_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace entente {

struct RowLabel {
  std::string key;          // the first characters of document.key, six or more
  char list = 'e';          // e event, s statement, x stance
  std::int64_t number = 0;  // from 1
};

// kNotFound, saying what labels look like, for any other text.
Result<RowLabel> ParseRowLabel(std::string_view text);

// The same, for a label that no row has.
Error NoSuchRow(std::string_view label);

}  // namespace entente

#endif  // ENTENTE_LEDGER_ROW_LABEL_H_
