// RowWriter: the rows of one reading into an open transaction. Ledger's own.
#ifndef ENTENTE_LEDGER_ROW_WRITER_H_
#define ENTENTE_LEDGER_ROW_WRITER_H_

#include <cstdint>
#include <string_view>

#include "document/document.h"
#include "ledger/database.h"
#include "record/reading.h"
#include "world/ontology.h"

namespace entente {

class RowWriter {
 public:
  // The database must have the ledger's schema and outlive the writer.
  static Result<RowWriter> Make(const Database& database);

  // The number of the document that has this key; it is added where there is none.
  Result<std::int64_t> AddDocument(const Database& database, std::string_view key,
                                   const Document& document);

  // Every row of the reading.
  Status AddReading(const Database& database, std::int64_t document,
                    std::int64_t edition, std::string_view text, const Reading& reading,
                    const Ontology& ontology);

 private:
  RowWriter(Query find_document, Query document, Query words, Query reading,
            Query entity, Query mention, Query time, Query place, Query statement,
            Query event, Query party, Query count, Query stance);

  Status AddEntities(std::int64_t reading, const Reading& rows);
  Status AddSettings(std::int64_t reading, const Reading& rows);
  Status AddStatements(std::int64_t reading, std::string_view text,
                       const Reading& rows);
  Status AddEvent(std::int64_t reading, std::int64_t number, const Event& event,
                  const Ontology& ontology);
  Status AddParties(std::int64_t reading, std::int64_t number, std::string_view side,
                    const std::vector<EntityId>& entities);
  Status AddStances(std::int64_t reading, const Reading& rows);

  Query find_document_, document_, words_, reading_, entity_, mention_, time_, place_,
      statement_, event_, party_, count_, stance_;
};

}  // namespace entente

#endif  // ENTENTE_LEDGER_ROW_WRITER_H_
