// LightVerbTable: verbs that leave the act to their noun ("held talks", "came under
// attack"). Read from data/lexicon/light_verbs.tsv.
#ifndef ENTENTE_MEANING_LIGHT_VERB_H_
#define ENTENTE_MEANING_LIGHT_VERB_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "meaning/lemma_map.h"

namespace entente {

// Whose act the noun is: the verb's subject does it, or has it done to it.
enum class LightVoice : std::uint8_t { kActive, kPassive };

class LightVerbTable {
 public:
  // Returns kNotFound or kCorrupt, naming file and line.
  static Result<LightVerbTable> Read(const std::string& path);

  // The verbs of all entries, sorted.
  std::vector<std::string> Verbs() const;

  bool IsLight(std::string_view verb) const {
    return FindLemma(verbs_, verb) != nullptr;
  }

  // The voice of `verb`, with `tail` a particle or preposition or "", over `noun`;
  // `is_act` says whether nominals.tsv knows the noun. Nothing where no row fits.
  std::optional<LightVoice> Find(std::string_view verb, std::string_view tail,
                                 std::string_view noun, bool is_act) const;

 private:
  struct Entry {
    std::string tail;
    std::vector<std::string> nouns;  // sorted
    bool takes_every_act = false;
    LightVoice voice = LightVoice::kActive;
  };
  LemmaMap<std::vector<Entry>> verbs_;
};

}  // namespace entente

#endif  // ENTENTE_MEANING_LIGHT_VERB_H_
