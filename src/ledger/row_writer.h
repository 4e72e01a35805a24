// RowWriter: the rows of one reading into an open transaction. Ledger's own.
#ifndef ENTENTE_LEDGER_ROW_WRITER_H_
#define ENTENTE_LEDGER_ROW_WRITER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "ledger/database.h"
#include "ledger/dimension.h"
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

  // Every row of the reading; gives the reading's number.
  Result<std::int64_t> AddReading(const Database& database, std::int64_t number,
                                  std::int64_t edition, const Document& document,
                                  const Reading& reading, const Ontology& ontology);

 private:
  struct Inserts {
    Query find_document, document, words, signature, reading, profile, story, entity,
        mention, time, place, statement, event, party, count, dyad, stance, who_name;
  };
  struct Party {
    std::optional<std::int64_t> who;  // nothing: nobody is named
    std::string_view country;         // of its code
  };
  // The reading that is being written.
  struct Current {
    std::int64_t reading;
    std::string published;  // or ""
    std::string_view text;
    const Reading& rows;
    const Ontology& ontology;
    std::vector<Party> parties;       // by entity
    std::vector<std::int64_t> sites;  // by place

    Party party(EntityId entity) const {
      return entity.valid() ? parties[entity.value] : Party{};
    }
  };

  RowWriter(Inserts inserts, Dimension who, Dimension site)
      : insert_(std::move(inserts)), who_(std::move(who)), site_(std::move(site)) {}

  Status AddEntities(const Database& database, Current& current);
  Status AddMentions(const Current& current);
  Status AddTimes(const Current& current);
  Status AddPlaces(const Database& database, Current& current);
  Status AddStatements(const Current& current);
  Status AddEvent(const Current& current, std::int64_t number, const Event& event);
  Status AddParties(const Current& current, std::int64_t number, std::string_view side,
                    const std::vector<EntityId>& entities);
  Status AddDyads(const Current& current, std::int64_t number, const Event& event,
                  std::string_view date);
  Status AddStances(const Current& current);

  Inserts insert_;
  Dimension who_, site_;
};

}  // namespace entente

#endif  // ENTENTE_LEDGER_ROW_WRITER_H_
