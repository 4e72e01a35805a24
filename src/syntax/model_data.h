// ModelData: the blocks of a model file as the network's parts. Views only: the bytes
// must outlive it. SyntaxModel's own; others use model.h.
#ifndef ENTENTE_SYNTAX_MODEL_DATA_H_
#define ENTENTE_SYNTAX_MODEL_DATA_H_

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "syntax/kernels.h"
#include "syntax/lemma_script.h"
#include "syntax/model_file.h"
#include "syntax/shape.h"
#include "syntax/tag_choice.h"

namespace entente {

// Vectors in 8 bits: value = step of the row * byte.
struct VectorTable {
  int columns = 0;
  std::span<const std::int8_t> bytes;
  std::span<const float> step;

  std::uint32_t rows() const { return static_cast<std::uint32_t>(step.size()); }
  // Writes the row's values; returns the end of them.
  float* Expand(std::uint32_t row, float* to) const {
    const std::int8_t* from =
        bytes.data() + std::size_t{row} * static_cast<std::size_t>(columns);
    for (int i = 0; i < columns; ++i) to[i] = step[row] * static_cast<float>(from[i]);
    return to + columns;
  }
};

// An open-addressed table from word hashes to rows; its size is a power of two.
struct WordSlot {
  std::uint32_t check;  // the hash's upper half
  std::uint32_t row;    // UINT32_MAX: empty
};
inline constexpr std::uint32_t kNoRow = UINT32_MAX;
// Most slots looked at; the writer keeps every word within it.
inline constexpr std::uint32_t kLongestProbe = 256;

class WordIndex {
 public:
  WordIndex() = default;
  explicit WordIndex(std::span<const WordSlot> slots) : slots_(slots) {}
  std::uint32_t Find(std::uint64_t hash) const;
  // Slots for the words, or nothing when some word would lie beyond kLongestProbe.
  static std::vector<WordSlot> Build(
      const std::vector<std::pair<std::uint64_t, std::uint32_t>>& rows);

 private:
  std::span<const WordSlot> slots_;
};

struct NormData {
  std::span<const float> gain, bias;
};

struct LayerData {
  NormData norm;
  PackedLinear gates;
  std::span<const float> peephole;
};

struct ModelData {
  SyntaxShape shape;
  std::array<VectorTable, kAffixCount + 3> tables;  // words, affixes, places, classes
  VectorTable frozen;
  WordIndex words, frozen_words, classes;  // the last to sums of classes
  PackedLinear project, window, tags, tree, bilinear, label;
  NormData project_norm, window_norm, tag_norm, tree_norm;
  std::vector<LayerData> layers;
  std::span<const float> root, distance;
  std::vector<std::string_view> feats;
  std::vector<FeatsKind> feats_kinds;
  std::vector<LemmaScript> lemmas;
  // Past forms of verbs and their lemmas, lower-cased, sorted by form.
  std::vector<std::pair<std::string_view, std::string_view>> irregular;
  std::size_t longest_addition = 0;  // bytes that a lemma script adds at most

  // Returns kCorrupt for blocks that are missing or do not fit together.
  static Result<ModelData> Read(const ModelFile& file);
};

}  // namespace entente

#endif  // ENTENTE_SYNTAX_MODEL_DATA_H_
