// StoredDocument: a document as the ledger keeps it, whole again.
//
//   TRY(const StoredRow row, FindStoredRow(database, "9f2dcb782915-e8"));
//   engine.Read(row.document, workspace);
//
// The same text, parts and dates: the same edition reads the same rows from it.
#ifndef ENTENTE_LEDGER_STORED_DOCUMENT_H_
#define ENTENTE_LEDGER_STORED_DOCUMENT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"
#include "engine/reading_json.h"
#include "ledger/database.h"

namespace entente {

// "headline 0-63 body 65-1200", and back; kCorrupt for what is no such text.
std::string ToText(const std::vector<Block>& blocks);
Result<std::vector<Block>> BlocksOf(std::string_view text);

struct StoredRow {
  Document document;
  EngineVersion edition;  // that wrote the row
  char list = 'e';        // e event, s statement, x stance
  std::uint32_t index = 0;
};

// The row of a label and its document; kNotFound where no document has such a key.
Result<StoredRow> FindStoredRow(const Database& database, std::string_view label);

}  // namespace entente

#endif  // ENTENTE_LEDGER_STORED_DOCUMENT_H_
