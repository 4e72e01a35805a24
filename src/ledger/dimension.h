// Dimension: pairs of texts that come again and again (name and code of an actor, name
// and country of a place), each kept once and known by a number. RowWriter's own.
#ifndef ENTENTE_LEDGER_DIMENSION_H_
#define ENTENTE_LEDGER_DIMENSION_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "ledger/database.h"

namespace entente {

class Dimension {
 public:
  // `find` selects the number of a pair (two parameters); `add` inserts a pair (the
  // pair's two parameters, then `extra` of NumberOf).
  Dimension(Query find, Query add) : find_(std::move(find)), add_(std::move(add)) {}

  struct Found {
    std::int64_t number = 0;
    bool is_new = false;
  };
  // The pair's number; it is added where there is none. Memory is bounded: pairs that
  // are not remembered are looked up in the database.
  Result<Found> NumberOf(const Database& database, std::string_view first,
                         std::string_view second,
                         std::optional<std::string_view> extra);

 private:
  Query find_, add_;
  std::unordered_map<std::string, std::int64_t> known_;
};

}  // namespace entente

#endif  // ENTENTE_LEDGER_DIMENSION_H_
