// RuleIndex: from the head of a clause to the frames that may read it. The cost of a
// look does not depend on the number of frames.
#ifndef ENTENTE_MEANING_RULE_INDEX_H_
#define ENTENTE_MEANING_RULE_INDEX_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "meaning/rule.h"

namespace entente {

class RuleIndex {
 public:
  RuleIndex() = default;
  explicit RuleIndex(const RuleSet& rules);

  // Indexes into RuleSet::predicates whose head is this lemma, of this kind, best rank
  // first.
  std::span<const std::uint32_t> Find(ClauseKind kind, std::string_view lemma) const;

 private:
  LemmaMap<Range> heads_[3];
  std::vector<std::uint32_t> predicates_;
};

}  // namespace entente

#endif  // ENTENTE_MEANING_RULE_INDEX_H_
