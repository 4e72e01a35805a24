// PairFeatures: what the learned part sees of two parties and of the predicate between
// them, as hashed words and as word vectors.
//
// A feature is a kind ("pt") with one or two values ("condemn", "obj"); its key is a
// stable hash of both. Trainer and program must agree on every kind: a change needs a
// new model file (raise kLearnedFeatureVersion).
//
// Needs: clauses, mentions, word classes, word vectors. Cost: O(words of the sentence).
#ifndef ENTENTE_MEANING_LEARNED_FEATURES_H_
#define ENTENTE_MEANING_LEARNED_FEATURES_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "meaning/analysis.h"
#include "meaning/classes.h"
#include "syntax/model.h"

namespace entente {

inline constexpr std::uint32_t kLearnedFeatureVersion = 1;

// Vectors a pair has: of the predicate, of what else stands in its slots, of the
// sentence's other predicates.
inline constexpr std::size_t kPairVectors = 3;
inline constexpr std::size_t kPairNumbers = kPairVectors * kWordVectorSize;

// The features of one pair; reused from pair to pair.
struct FeatureSet {
  std::vector<std::uint64_t> keys;            // in the order found; a key may repeat
  std::vector<float> numbers;                 // kPairNumbers
  std::vector<std::string>* names = nullptr;  // for tools: what each key stands for

  void Clear();
  void Add(std::string_view kind, std::string_view a, std::string_view b = {});
};

// A party's words: the head of each of its mentions, and who it is.
struct PartyWords {
  std::span<const std::uint32_t> heads;
  const Entity* entity = nullptr;
};

class PairFeatures {
 public:
  // Keeps references; lives for one document.
  PairFeatures(const WordClasses& classes, const Analysis& analysis,
               const SyntaxModel* vectors)
      : classes_(classes), analysis_(analysis), vectors_(vectors) {}

  // Appends the features of a pair at one predicate.
  // REQUIRES: at least one head each.
  void Take(std::uint32_t clause, const PartyWords& source, const PartyWords& target,
            FeatureSet& out) const;

 private:
  void TakePredicate(const Clause& clause, FeatureSet& out) const;
  void TakeSlots(const Clause& clause, const PartyWords& source,
                 const PartyWords& target, FeatureSet& out) const;
  void TakeArguments(const Clause& clause, const PartyWords& source,
                     const PartyWords& target, FeatureSet& out) const;
  void TakeNeighbours(const Clause& clause, FeatureSet& out) const;
  void TakeParties(const PartyWords& source, const PartyWords& target,
                   FeatureSet& out) const;
  void TakeWords(const Clause& clause, const PartyWords& source,
                 const PartyWords& target, FeatureSet& out) const;
  std::string SlotOf(const Clause& clause, const PartyWords& party) const;
  void AddVector(std::uint32_t word, std::size_t which, FeatureSet& out) const;

  const WordClasses& classes_;
  const Analysis& analysis_;
  const SyntaxModel* vectors_;
};

}  // namespace entente

#endif  // ENTENTE_MEANING_LEARNED_FEATURES_H_
