// SyntaxShape: the sizes of the network's parts. Written into the model file; trainer
// and model both build the network from it.
#ifndef ENTENTE_SYNTAX_SHAPE_H_
#define ENTENTE_SYNTAX_SHAPE_H_

#include <algorithm>
#include <array>
#include <cstdint>

#include "syntax/features.h"
#include "syntax/tag.h"

namespace entente {

// What each word is tagged with, in the order of the tag outputs.
enum class Task : std::uint8_t { kUpos, kXpos, kFeats, kLemma, kName };
inline constexpr int kTaskCount = 5;

inline constexpr int kFrozenSize = 100;     // GloVe
inline constexpr int kNameLabelCount = 17;  // O, then B I L U of each kind
inline constexpr int kFarthest = 32;        // head distances beyond are as one
inline constexpr int kDistances = 2 * kFarthest + 1;

struct SyntaxShape {
  std::int32_t feature_version = kFeatureVersion;
  std::int32_t word_rows = 1, word_size = 96;  // row 0 is the unknown word
  std::array<std::int32_t, kAffixCount> affix_rows = {2048, 256, 1024, 4096, 8192, 512};
  std::array<std::int32_t, kAffixCount> affix_size = {32, 8, 24, 40, 40, 24};
  std::int32_t place_size = 8;
  std::int32_t class_size = 24;
  std::int32_t size = 256;  // of a word's state; even
  std::int32_t lower = 2, upper = 1;
  std::int32_t arc_size = 96, label_size = 128;
  std::array<std::int32_t, kTaskCount> labels = {kUposCount, kXposCount, 1, 1,
                                                 kNameLabelCount};

  constexpr int input_size() const {
    int sum = word_size + place_size + class_size + kFrozenSize;
    for (const std::int32_t columns : affix_size) sum += columns;
    return sum;
  }
  constexpr int label_sum() const {
    int sum = 0;
    for (const std::int32_t count : labels) sum += count;
    return sum;
  }
  constexpr int tree_size() const { return 2 * (arc_size + label_size); }
};

// The bucket of a head that stands `offset` words to the right.
constexpr int DistanceBucket(int offset) {
  return std::clamp(offset, -kFarthest, kFarthest) + kFarthest;
}

}  // namespace entente

#endif  // ENTENTE_SYNTAX_SHAPE_H_
