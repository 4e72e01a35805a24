// Shingles: a text as the set of its runs of three words, and a short signature of that
// set by which near copies find each other among millions.
//
//   const Shingles one = ShinglesOf(document.text);
//   const Signature signature = SignatureOf(one);      // kept in the ledger
//   if (Compare(one, other).is_near) ...
//
// Words are compared without case and punctuation, so that a wire copy differs from its
// original only where its words do. The signature is MinHash (Broder 1997) with bands
// (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", 3.4): two texts are
// worth a comparison where any band of theirs is equal. One part is of the whole text,
// one of its first words alone: news is shortened from its end, so a short version
// shares little of a long text, but its beginning. Same bytes, same signature, on every
// machine.
#ifndef ENTENTE_LEDGER_SHINGLES_H_
#define ENTENTE_LEDGER_SHINGLES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

struct Shingles {
  std::vector<std::uint64_t> all;   // hashes, ascending, each once
  std::vector<std::uint64_t> lead;  // likewise, of the first words
  std::vector<std::uint64_t> tail;  // likewise, of the last words
};

// A hash for each word, in order.
std::vector<std::uint64_t> WordHashes(std::string_view text);

// Linear in the text, but for a sort.
Shingles ShinglesOf(std::string_view text);

struct Signature {
  static constexpr std::size_t kWholeBands = 20;
  static constexpr std::size_t kLeadBands = 15;
  static constexpr std::size_t kBands = kWholeBands + kLeadBands;

  std::array<std::uint64_t, kBands> bands{};
};

// All zero where there are no shingles.
Signature SignatureOf(const Shingles& shingles);

// As bytes, least significant first.
std::string ToBytes(const Signature& signature);
// REQUIRES: bytes of ToBytes.
Signature SignatureFrom(std::string_view bytes);

struct Resemblance {
  double alike = 0;      // shared shingles, of those of either (Jaccard)
  double contained = 0;  // shared shingles, of those of the shorter
  bool is_near = false;  // one is made from the other, or both from a third
};

// The same either way round.
Resemblance Compare(const Shingles& one, const Shingles& other);

}  // namespace entente

#endif  // ENTENTE_LEDGER_SHINGLES_H_
