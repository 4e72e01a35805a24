// WordClasses: named sets of lemmas ("weapon", "territory", "aid") that conditions of
// frames ask for. Read from data/lexicon/classes.tsv.
#ifndef ENTENTE_MEANING_CLASSES_H_
#define ENTENTE_MEANING_CLASSES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "meaning/lemma_map.h"

namespace entente {

class WordClasses {
 public:
  // Returns kNotFound or kCorrupt, naming file and line.
  static Result<WordClasses> Read(const std::string& path);

  static constexpr std::uint32_t kNone = UINT32_MAX;
  std::uint32_t Find(std::string_view name) const { return names_.Find(name); }

  // REQUIRES: an id that Find or Of gave.
  const std::string& name(std::uint32_t id) const { return names_.name(id); }

  // The classes that a lemma is in.
  const std::vector<std::uint32_t>* Of(std::string_view lemma) const {
    return FindLemma(lemmas_, lemma);
  }
  bool Contains(std::uint32_t class_id, std::string_view lemma) const;

 private:
  Symbols names_;
  LemmaMap<std::vector<std::uint32_t>> lemmas_;
};

}  // namespace entente

#endif  // ENTENTE_MEANING_CLASSES_H_
