#include "meaning/rule_index.h"

#include <algorithm>
#include <numeric>

namespace entente {

RuleIndex::RuleIndex(const RuleSet& rules) {
  predicates_.resize(rules.predicates.size());
  std::iota(predicates_.begin(), predicates_.end(), 0U);
  std::stable_sort(predicates_.begin(), predicates_.end(),
                   [&](std::uint32_t a, std::uint32_t b) {
                     const Predicate& first = rules.predicates[a];
                     const Predicate& second = rules.predicates[b];
                     if (first.kind != second.kind) return first.kind < second.kind;
                     if (first.head != second.head) return first.head < second.head;
                     return first.rank > second.rank;
                   });
  for (std::uint32_t at = 0; at < predicates_.size();) {
    const Predicate& first = rules.predicates[predicates_[at]];
    std::uint32_t end = at;
    while (end < predicates_.size() &&
           rules.predicates[predicates_[end]].kind == first.kind &&
           rules.predicates[predicates_[end]].head == first.head) {
      ++end;
    }
    heads_[static_cast<std::size_t>(first.kind)].emplace(rules.symbols.name(first.head),
                                                         Range{at, end - at});
    at = end;
  }
}

std::span<const std::uint32_t> RuleIndex::Find(ClauseKind kind,
                                               std::string_view lemma) const {
  const Range* range = FindLemma(heads_[static_cast<std::size_t>(kind)], lemma);
  if (range == nullptr) return {};
  return std::span(predicates_).subspan(range->first, range->count);
}

}  // namespace entente
