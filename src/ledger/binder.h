// Binder: binds the parameters of a query from left to right. RowWriter's own.
#ifndef ENTENTE_LEDGER_BINDER_H_
#define ENTENTE_LEDGER_BINDER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/id.h"
#include "base/span.h"
#include "ledger/database.h"

namespace entente {

inline std::string DateOf(const std::optional<CivilDate>& date) {
  return date ? ToString(*date) : std::string();
}

// Ids count from 1 in the ledger, as in the JSON of a reading.
template <typename Tag>
std::optional<std::int64_t> NumberOf(Id<Tag> id) {
  if (!id.valid()) return std::nullopt;
  return std::int64_t{id.value} + 1;
}

// Binds the parameters of a query from left to right.
class Binder {
 public:
  explicit Binder(Query& query) : query_(query) {}
  Binder& Number(std::int64_t value) {
    query_.Bind(++at_, value);
    return *this;
  }
  Binder& Number(std::optional<std::int64_t> value) {
    query_.BindOptional(++at_, value);
    return *this;
  }
  Binder& Real(double value) {
    query_.Bind(++at_, value);
    return *this;
  }
  Binder& Text(std::string_view value) {
    query_.Bind(++at_, value);
    return *this;
  }
  Binder& Optional(std::string_view value) {
    query_.BindOptional(++at_, value);
    return *this;
  }
  Binder& Bytes(std::string_view value) {
    query_.BindBytes(++at_, value);
    return *this;
  }
  Binder& Null() {
    query_.BindNull(++at_);
    return *this;
  }
  Binder& Span(TextSpan span) {
    return Number(std::int64_t{span.begin}).Number(std::int64_t{span.end});
  }
  Binder& Span(const std::optional<TextSpan>& span) {
    return span ? Span(*span) : Null().Null();
  }
  Status Run() { return query_.Run(); }

 private:
  Query& query_;
  int at_ = 0;
};

}  // namespace entente

#endif  // ENTENTE_LEDGER_BINDER_H_
