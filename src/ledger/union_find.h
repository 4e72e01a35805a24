// UnionFind: which of n things belong together (Tarjan 1975).
#ifndef ENTENTE_LEDGER_UNION_FIND_H_
#define ENTENTE_LEDGER_UNION_FIND_H_

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace entente {

class UnionFind {
 public:
  explicit UnionFind(std::size_t size) : parents_(size) {
    std::iota(parents_.begin(), parents_.end(), 0U);
  }

  std::uint32_t Find(std::uint32_t at) {
    while (parents_[at] != at) {
      parents_[at] = parents_[parents_[at]];
      at = parents_[at];
    }
    return at;
  }
  // The smaller root stays the root.
  void Join(std::uint32_t one, std::uint32_t other) {
    one = Find(one);
    other = Find(other);
    if (one > other) std::swap(one, other);
    parents_[other] = one;
  }

 private:
  std::vector<std::uint32_t> parents_;
};

}  // namespace entente

#endif  // ENTENTE_LEDGER_UNION_FIND_H_
