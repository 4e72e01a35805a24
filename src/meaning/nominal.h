// NominalTable: nouns that name an act ("seizure", "attack"), the verb that they stand
// for, and which of their modifiers fills which of its slots. Read from
// data/lexicon/nominals.tsv.
#ifndef ENTENTE_MEANING_NOMINAL_H_
#define ENTENTE_MEANING_NOMINAL_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "meaning/clause.h"
#include "meaning/lemma_map.h"

namespace entente {

struct Nominal {
  std::string verb;
  std::optional<Slot> of;         // "the seizure of Kunduz": kObject
  std::optional<Slot> possessor;  // "Russia's attack": kSubject
  std::optional<Slot> modifier;   // "the Russian attack", "the NATO bombing"
  std::vector<std::string> object_prepositions;  // "an attack on Kunduz"

  bool TakesObjectWith(std::string_view preposition) const;
};

class NominalTable {
 public:
  // Returns kNotFound or kCorrupt, naming file and line.
  static Result<NominalTable> Read(const std::string& path);

  // The entry of a noun, or nullptr.
  const Nominal* Find(std::string_view noun) const { return FindLemma(nouns_, noun); }

  // The verbs of all entries, sorted.
  std::vector<std::string> Verbs() const;

  // Makes a noun that only a frame names known: its possessor acts, "of" names the
  // object.
  void Add(std::string_view noun);

 private:
  LemmaMap<Nominal> nouns_;
};

}  // namespace entente

#endif  // ENTENTE_MEANING_NOMINAL_H_
