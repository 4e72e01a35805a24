// The ledger's schema as SQL text: schema.sql, views.sql and
// indexes.sql, built into the program.
#ifndef ENTENTE_LEDGER_SCHEMA_H_
#define ENTENTE_LEDGER_SCHEMA_H_

#include <string_view>

namespace entente {

extern const std::string_view kSchemaSql;
extern const std::string_view kViewsSql;
extern const std::string_view kIndexesSql;

}  // namespace entente

#endif  // ENTENTE_LEDGER_SCHEMA_H_
