// Hash64: a fast, stable 64-bit hash of bytes. The same on every machine and in every
// release: it is written into model and world files.
#ifndef ENTENTE_BASE_HASH_H_
#define ENTENTE_BASE_HASH_H_

#include <cstdint>
#include <cstring>
#include <string_view>

namespace entente {

// The finaliser of MurmurHash3 (public domain, Austin Appleby).
constexpr std::uint64_t Mix64(std::uint64_t x) {
  x ^= x >> 33;
  x *= 0xff51afd7ed558ccdULL;
  x ^= x >> 33;
  x *= 0xc4ceb9fe1a85ec53ULL;
  x ^= x >> 33;
  return x;
}

inline std::uint64_t Hash64(std::string_view bytes, std::uint64_t seed = 0) {
  std::uint64_t hash = seed ^ (bytes.size() * 0x9e3779b97f4a7c15ULL);
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t chunk = 0;
    std::memcpy(&chunk, bytes.data() + at, 8);
    hash = Mix64(hash ^ chunk) + 0x9e3779b97f4a7c15ULL;
  }
  std::uint64_t tail = 0;
  if (at < bytes.size()) std::memcpy(&tail, bytes.data() + at, bytes.size() - at);
  return Mix64(hash ^ tail);
}

}  // namespace entente

#endif  // ENTENTE_BASE_HASH_H_
