#include "ledger/dimension.h"

#include "base/check.h"
#include "base/strings.h"

namespace entente {
namespace {

constexpr std::size_t kRemembered = 200'000;  // pairs, some 20 MB

}  // namespace

Result<Dimension::Found> Dimension::NumberOf(const Database& database,
                                             std::string_view first,
                                             std::string_view second,
                                             std::optional<std::string_view> extra) {
  const std::string pair = StrCat(first, '\n', second);
  if (const auto at = known_.find(pair); at != known_.end()) return Found{at->second};
  if (known_.size() >= kRemembered) known_.clear();
  find_.Bind(1, first);
  find_.Bind(2, second);
  TRY(const bool is_there, find_.Step());
  if (is_there) {
    const std::int64_t number = find_.Integer(0);
    find_.Reset();
    known_.emplace(pair, number);
    return Found{number};
  }
  add_.Bind(1, first);
  add_.Bind(2, second);
  if (extra) add_.Bind(3, *extra);
  const Status added = add_.Run();
  if (!added) return added.error();
  const std::int64_t number = database.LastRow();
  known_.emplace(pair, number);
  return Found{number, true};
}

}  // namespace entente
