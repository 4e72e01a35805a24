// ContextTable: the words that put an event into one of PLOVER's contexts ("nuclear" ->
// cbrn). Read from data/lexicon/contexts.tsv.
#ifndef ENTENTE_MEANING_CONTEXTS_H_
#define ENTENTE_MEANING_CONTEXTS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "meaning/lemma_map.h"

namespace entente {

class ContextTable {
 public:
  // Returns kNotFound or kCorrupt, naming file and line.
  static Result<ContextTable> Read(const std::string& path);

  // Bits, by the order of the table's contexts, that one word gives; cues of two words
  // are asked for with both, a blank between.
  std::uint64_t Of(std::string_view cue) const {
    const std::uint64_t* bits = FindLemma(cues_, cue);
    return bits == nullptr ? 0 : *bits;
  }
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
  LemmaMap<std::uint64_t> cues_;
};

}  // namespace entente

#endif  // ENTENTE_MEANING_CONTEXTS_H_
