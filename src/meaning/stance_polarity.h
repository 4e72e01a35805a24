// PolarityLexicon: words that speak well or ill of somebody: verbs of their subject
// ("lied") or their object ("convicted"), nouns and adjectives of whom they describe
// or belong to ("scandal", "courageous").
//
// Read from data/lexicon/polarity.tsv, whose header explains the columns; a row is a
// class of words with one id. Immutable.
#ifndef ENTENTE_MEANING_STANCE_POLARITY_H_
#define ENTENTE_MEANING_STANCE_POLARITY_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "meaning/lemma_map.h"

namespace entente {

enum class PolaritySlot : std::uint8_t {
  kSubject,  // verb: whoever does it
  kObject,   // verb: whoever it is done to
  kOf,       // noun or adjective: whoever it describes or belongs to
  kManner    // adverb: whoever does what it modifies
};
constexpr std::size_t kPolaritySlots = 4;

struct PolarityWord {
  std::uint32_t row = 0;
  double value = 0;  // -1..1
};

struct PolarityRow {
  std::string id, words, fires, silent;
};

class PolarityLexicon {
 public:
  // Returns kNotFound when the file cannot be read; kCorrupt, naming file and line, for
  // an unknown slot, a value outside -1..1 or 0, an id or a word of a slot used twice.
  static Result<PolarityLexicon> Read(const std::string& path);

  // What a lemma says of whoever fills the slot, or nullptr.
  const PolarityWord* Find(PolaritySlot slot, std::string_view lemma) const {
    return FindLemma(words_[static_cast<std::size_t>(slot)], lemma);
  }
  const std::vector<PolarityRow>& rows() const { return rows_; }

 private:
  std::array<LemmaMap<PolarityWord>, kPolaritySlots> words_;
  std::vector<PolarityRow> rows_;
};

}  // namespace entente

#endif  // ENTENTE_MEANING_STANCE_POLARITY_H_
