// NamePool: names by kind and length, to put into sentences in the place of others.
//
// A network that sees the same few thousand names again and again learns them by heart
// instead of the words around them. Swapping mentions of one kind is the remedy of
// Dai and Adel (2020, "An analysis of simple data augmentation for named entity
// recognition").
#ifndef ENTENTE_TRAIN_NAME_POOL_H_
#define ENTENTE_TRAIN_NAME_POOL_H_

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "train/corpus.h"
#include "train/random.h"

namespace entente::train {

class NamePool {
 public:
  NamePool() = default;

  // Every different name of the sentences whose words are all capitalised.
  explicit NamePool(const std::vector<TrainSentence>& sentences);

  // Lines "PER|ORG|LOC<TAB>name", words parted by blanks. Returns kInvalid, naming the
  // line, for another kind.
  Status AddFile(const std::string& path);

  // Replaces each name of the sentence, with the probability `share`, by one of the
  // same kind and number of words: forms and lemmas change, the annotation stays. Names
  // with words that are no proper nouns or not capitalised stay.
  void Swap(float share, Random& random, TrainSentence& sentence) const;

 private:
  using Name = std::vector<std::string>;
  void Finish();

  std::map<std::pair<NameKind, std::size_t>, std::set<Name>> seen_;
  std::map<std::pair<NameKind, std::size_t>, std::vector<Name>> names_;
};

}  // namespace entente::train

#endif  // ENTENTE_TRAIN_NAME_POOL_H_
