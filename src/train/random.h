// Random: a small, fast, seeded generator (splitmix64); the same numbers everywhere.
#ifndef ENTENTE_TRAIN_RANDOM_H_
#define ENTENTE_TRAIN_RANDOM_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace entente::train {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t Next() {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  // In [0, 1).
  float Unit() { return static_cast<float>(Next() >> 40) * 0x1p-24F; }
  bool Chance(float probability) { return Unit() < probability; }
  // In [0, count). REQUIRES: count > 0.
  std::size_t Below(std::size_t count) { return Next() % count; }

  template <typename T>
  void Shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) {
      std::swap(items[i - 1], items[Below(i)]);
    }
  }

  std::uint64_t state() const { return state_; }
  void set_state(std::uint64_t state) { state_ = state; }

 private:
  std::uint64_t state_;
};

}  // namespace entente::train

#endif  // ENTENTE_TRAIN_RANDOM_H_
