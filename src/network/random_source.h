// RandomSource: the numbers of one seed, the same on every machine (the standard
// library's distributions are not).
#ifndef ENTENTE_NETWORK_RANDOM_SOURCE_H_
#define ENTENTE_NETWORK_RANDOM_SOURCE_H_

#include <cmath>
#include <cstdint>
#include <numbers>

#include "base/hash.h"

namespace entente {

class RandomSource {
 public:
  explicit RandomSource(std::uint64_t seed) : state_(Mix64(seed + 1)) {}

  std::uint64_t Next() {  // SplitMix64 (Steele, Lea, Flood 2014)
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }

  // 0 <= x < bound. REQUIRES: bound > 0.
  std::uint32_t Below(std::uint32_t bound) {
    return static_cast<std::uint32_t>(((Next() >> 32) * bound) >> 32);
  }

  // 0 <= x < 1.
  double Uniform() { return static_cast<double>(Next() >> 11) * 0x1p-53; }

  // Mean 0, standard deviation 1 (Box and Muller 1958).
  double Normal() {
    const double radius = std::sqrt(-2 * std::log(1 - Uniform()));
    return radius * std::cos(2 * std::numbers::pi * Uniform());
  }

 private:
  std::uint64_t state_;
};

}  // namespace entente

#endif  // ENTENTE_NETWORK_RANDOM_SOURCE_H_
