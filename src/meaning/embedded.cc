#include "meaning/embedded.h"

#include <algorithm>
#include <numeric>

namespace entente {

std::vector<std::uint32_t> InnermostFirst(const ClauseTable& table) {
  const std::size_t count = table.clauses.size();
  std::vector<std::uint32_t> depth(count, 0);
  for (std::uint32_t index = 0; index < count; ++index) {
    std::uint32_t up = table.clauses[index].parent;
    while (up != kNoWord && depth[index] <= count) {
      ++depth[index];
      up = table.clauses[up].parent;
    }
  }
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return depth[a] > depth[b];
  });
  return order;
}

Modality ModalityOf(Embeds embeds, Modality own) {
  switch (embeds) {
    case Embeds::kDrop:
    case Embeds::kClaimed:
      return own;
    case Embeds::kHappened:
      return Modality::kAsserted;
    case Embeds::kPlanned:
      return Modality::kPlanned;
    case Embeds::kPossible:
      return Modality::kPossible;
    case Embeds::kHypothetical:
      return Modality::kHypothetical;
    case Embeds::kDemanded:
      return Modality::kDemanded;
    case Embeds::kDenied:
      return Modality::kDenied;
  }
  return own;
}

}  // namespace entente
