// Noise for training: what raw news has and the treebanks have not.
#ifndef ENTENTE_TRAIN_AUGMENT_H_
#define ENTENTE_TRAIN_AUGMENT_H_

#include "train/corpus.h"
#include "train/name_pool.h"
#include "train/random.h"

namespace entente::train {

// Of a sentence, with small probabilities: all capitals, headline capitals, no
// capitals, no final full stop (its dependents none), curly quotes for straight ones,
// one typing error. Labels that follow from the form are kept as they are: lemmas in
// particular.
// First, each name gives way to another of its kind with the probability `swap`.
TrainSentence WithNoise(const TrainSentence& sentence, const NamePool& pool, float swap,
                        Random& random);

}  // namespace entente::train

#endif  // ENTENTE_TRAIN_AUGMENT_H_
