// Vocabulary: the words the network has vectors for: learned ones for the training
// data's words, frozen GloVe ones for frequent words of English.
#ifndef ENTENTE_TRAIN_VOCABULARY_H_
#define ENTENTE_TRAIN_VOCABULARY_H_

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "syntax/features.h"
#include "train/corpus.h"

namespace entente::train {

class Vocabulary {
 public:
  // Learned rows for the patterns (digits as 0) seen at least `least` times.
  void AddWords(const std::vector<TrainSentence>& sentences, int least);

  // The first `limit` words of a file in GloVe's text format, "word v1 ... v100" a
  // line, sorted by frequency, and later ones where the training data has them. Vectors
  // are brought to a mean square of 1/4 a component and to the 8-bit steps of the model
  // file. Returns kNotFound, or kCorrupt for a line of another form.
  Status AddFrozen(const std::string& path, int limit);

  // Lines "word<TAB>sum of classes" (tools/word-classes.mjs). Returns kNotFound, or
  // kCorrupt for a line of another form.
  Status AddClasses(const std::string& path);

  // Row 0 where the word is unknown.
  std::uint32_t WordRow(const FormKeys& keys) const;
  // How often the training data has it.
  int Count(std::uint32_t row) const { return counts_[row]; }
  // Null where the word is unknown.
  const float* Frozen(const FormKeys& keys) const;
  // 0 where no list has the word.
  std::uint32_t Classes(const FormKeys& keys) const;

  std::uint32_t word_rows() const { return static_cast<std::uint32_t>(counts_.size()); }
  const std::unordered_map<std::uint64_t, std::uint32_t>& words() const {
    return words_;
  }
  const std::unordered_map<std::uint64_t, std::uint32_t>& frozen() const {
    return frozen_;
  }
  const std::unordered_map<std::uint64_t, std::uint32_t>& classes() const {
    return classes_;
  }
  const std::vector<float>& frozen_values() const { return values_; }

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> words_, frozen_, classes_;
  std::unordered_map<std::uint64_t, int> seen_;  // lower-cased forms of the data
  std::vector<int> counts_ = {0};
  std::vector<float> values_;
};

// The 8-bit steps of a row: value = step * (-127 .. 127).
float RowStep(const float* row, int size);

}  // namespace entente::train

#endif  // ENTENTE_TRAIN_VOCABULARY_H_
