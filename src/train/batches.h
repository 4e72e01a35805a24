// Batches: sentences as the numbers that the network reads.
#ifndef ENTENTE_TRAIN_BATCHES_H_
#define ENTENTE_TRAIN_BATCHES_H_

#include <vector>

#include "syntax/shape.h"
#include "train/corpus.h"
#include "train/network.h"
#include "train/random.h"
#include "train/vocabulary.h"

namespace entente::train {

// The label sets that the data decides.
struct Labels {
  LabelSet feats, lemmas;
};
Labels CollectLabels(const std::vector<TrainSentence>& sentences);

struct WordDropout {
  float word = 0.0F;     // learned vector to "unknown", scaled up for rare words
  float frozen = 0.0F;   // GloVe vector to none
  float classes = 0.0F;  // as if on no word list
  float place = 0.0F;    // place as if blanks stood around
};

class BatchMaker {
 public:
  BatchMaker(const SyntaxShape& shape, const Vocabulary& vocabulary,
             const Labels& labels)
      : shape_(shape), vocabulary_(vocabulary), labels_(labels) {}

  // Appends the sentence to the batch; a null `random` means no dropout.
  void Append(const TrainSentence& sentence, const WordDropout& dropout, Random* random,
              Batch& batch) const;

 private:
  Input InputOf(const TrainSentence& sentence, std::size_t index,
                const WordDropout& dropout, Random* random) const;

  const SyntaxShape& shape_;
  const Vocabulary& vocabulary_;
  const Labels& labels_;
};

}  // namespace entente::train

#endif  // ENTENTE_TRAIN_BATCHES_H_
