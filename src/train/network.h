// Network: the tagger and parser being trained.
//
//   word, affix, place, class and frozen GloVe vectors, side by side -> Linear, and the
//   vector of whose annotation it is (Stymne et al. 2018, treebank embeddings) -> norm
//   -> window of three words, rectified, residual
//   -> `lower` recurrences   -> norm -> tags: UPOS, XPOS, FEATS, lemma script, name
//   -> `upper` recurrences   -> norm -> arcs (biaffine) and relations
//
// Recurrences read the normalised sum and add their own. The forward step here in
// floats and SyntaxModel's in integers are the same computation.
#ifndef ENTENTE_TRAIN_NETWORK_H_
#define ENTENTE_TRAIN_NETWORK_H_

#include <array>
#include <cstdint>
#include <deque>
#include <vector>

#include "syntax/features.h"
#include "syntax/shape.h"
#include "train/corpus.h"
#include "train/layers.h"
#include "train/parameter.h"

namespace entente::train {

// One word as the network sees it.
struct Input {
  std::uint32_t word = 0;  // row of the learned vectors, 0: unknown
  std::array<std::uint32_t, kAffixCount> affix{};
  std::uint32_t place = 0;
  std::uint32_t classes = 0;      // sum of word classes
  const float* frozen = nullptr;  // kFrozenSize floats, null: none
};

// Sentences, and what they should come out as; -1 where a layer was not annotated.
struct Batch {
  Starts starts;
  std::vector<Input> input;
  std::vector<std::array<int, kTaskCount>> tags;
  std::vector<int> head;  // 0 the root, else 1 + index in the sentence
  std::vector<int> relation;
  std::vector<int> origin;  // whose annotation: a row of the origin vectors
};

struct Rates {
  float input = 0.2F, hidden = 0.2F, output = 0.25F;                    // dropout
  std::array<float, kTaskCount> task = {1.0F, 0.5F, 0.3F, 0.8F, 1.0F};  // weights
  float arc = 1.0F, relation = 1.0F;
};

// Sums over words.
struct Score {
  std::array<double, kTaskCount> correct{}, total{};
  double arcs = 0, labelled = 0, heads = 0;
  double loss = 0;
};

class Network {
 public:
  Network(const SyntaxShape& shape, Random& random);

  // Adds the gradients of the batch to the parameters; returns the loss.
  double Train(const Batch& batch, const Rates& rates, Random& random);

  // Loss and right answers without dropout; each word takes its best head, whether or
  // not a tree comes out.
  Score Evaluate(const Batch& batch, const Rates& rates) const;

  const SyntaxShape& shape() const { return shape_; }
  ParameterSet& parameters() { return parameters_; }
  const ParameterSet& parameters() const { return parameters_; }

 private:
  struct Layer {
    LayerNorm norm;
    Linear gates;
    Recurrence recurrence;
  };
  struct LayerPass {
    Matrix x, normal, mask, gates;
    LayerNorm::Memory norm;
    Recurrence::Memory recurrence;
  };
  struct Pass;  // all that one forward step leaves for the backward one

  void Embed(const Batch& batch, Matrix& out) const;
  void EmbedBackward(const Batch& batch, const Matrix& dx);
  void Encode(const Batch& batch, Pass& pass) const;
  Matrix RunLayer(const Layer& layer, const Matrix& x, const Starts& starts,
                  const Pass& pass, LayerPass& memory) const;
  Matrix LayerBackward(Layer& layer, const Starts& starts, const LayerPass& memory,
                       const Matrix& dh);
  void Backward(const Batch& batch, Pass& pass);
  void TagLoss(const Batch& batch, const Rates& rates, Pass& pass) const;
  void ArcLoss(const Batch& batch, const Rates& rates, Pass& pass) const;
  void RelationLoss(const Batch& batch, const Rates& rates, Pass& pass) const;
  void ArcBackward(const Batch& batch, Pass& pass, Matrix& dheads);
  void RelationBackward(const Batch& batch, Pass& pass, Matrix& dheads);

  SyntaxShape shape_;
  ParameterSet parameters_;
  std::vector<Parameter*> tables_;  // words, affixes, places, classes
  Linear project_;
  LayerNorm project_norm_;
  LayerNorm window_norm_;
  Linear window_;
  std::deque<Layer> layers_;
  LayerNorm tag_norm_;
  Linear tags_;
  LayerNorm tree_norm_;
  Linear tree_;          // [dependent arc | head arc | dependent label | head label]
  Linear bilinear_;      // arc x arc
  Parameter* origin_;    // kOriginCount x size, added to the projection
  Parameter* root_;      // 1 x (arc + label): the root as a head
  Parameter* distance_;  // 1 x kDistances
  Linear label_;
};

}  // namespace entente::train

#endif  // ENTENTE_TRAIN_NETWORK_H_
