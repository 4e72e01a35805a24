// Network::Pass: what one forward step leaves for the backward one. Private to the
// network's two source files.
#ifndef ENTENTE_TRAIN_NETWORK_PASS_H_
#define ENTENTE_TRAIN_NETWORK_PASS_H_

#include <vector>

#include "train/network.h"

namespace entente::train {

struct Network::Pass {
  Rates rates;
  Random* random = nullptr;  // null: no dropout

  Matrix embedded, embedded_mask;
  LayerNorm::Memory project_norm, window_norm, tag_norm, tree_norm;
  Matrix window_mask, windows, rectified;
  std::vector<LayerPass> layers;
  Matrix tag_input, tag_mask, logits, dlogits;
  Matrix tree_input, tree_mask, heads, heads_mask;

  Matrix dependents, bilinear;   // of arcs: the dependents' part, and times the matrix
  std::vector<Matrix> darcs;     // each sentence's gradient of the arc scores
  std::vector<int> labelled;     // words that have a gold head
  Matrix label_hidden, dlabels;  // one row for each of them
  std::vector<int> chosen;       // best head of each word
  Score score;
};

}  // namespace entente::train

#endif  // ENTENTE_TRAIN_NETWORK_PASS_H_
