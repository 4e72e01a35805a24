# The ledger's SQL files as one source file.
file(READ src/ledger/schema.sql schema_sql)
file(READ src/ledger/views.sql views_sql)
file(READ src/ledger/indexes.sql indexes_sql)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
  src/ledger/schema.sql src/ledger/views.sql src/ledger/indexes.sql)
file(CONFIGURE OUTPUT ledger_schema.cc @ONLY CONTENT [=[
#include "ledger/schema.h"

namespace entente {

const std::string_view kSchemaSql = R"sql(@schema_sql@)sql";
const std::string_view kViewsSql = R"sql(@views_sql@)sql";
const std::string_view kIndexesSql = R"sql(@indexes_sql@)sql";

}  // namespace entente
]=])
target_sources(entente_ledger PRIVATE ${CMAKE_BINARY_DIR}/ledger_schema.cc)
