// OperatorTable: words that change what is said of the act below them: auxiliaries
// ("will", "may"), verbs ("plan to", "deny that"), adjectives ("ready to"), nouns
// ("refusal to"); and who does that act where it names nobody (control). Read from
// data/lexicon/operators.tsv.
#ifndef ENTENTE_MEANING_MODALITY_H_
#define ENTENTE_MEANING_MODALITY_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "meaning/lemma_map.h"
#include "record/event.h"

namespace entente {

enum class OperatorKind : std::uint8_t { kVerb, kAdjective, kNoun, kAuxiliary };

enum class Control : std::uint8_t {
  kNone,
  kSubject,  // "agreed to meet"
  kObject,   // "urged them to meet"
  kRaising,  // "seems to meet": the subject is no argument of "seem"
  kSpeech,   // "said that they met"
};

struct Operator {
  Modality modality = Modality::kAsserted;
  bool is_negating = false;  // "failed to", "prevented"
  Control control = Control::kSubject;
  bool takes_nominal =
      false;  // "demanded the release of": the noun is the embedded act
};

class OperatorTable {
 public:
  // Returns kNotFound or kCorrupt, naming file and line.
  static Result<OperatorTable> Read(const std::string& path);

  // The verbs of all entries, sorted.
  std::vector<std::string> Verbs() const;

  // The entry of a lemma, or nullptr.
  const Operator* Find(OperatorKind kind, std::string_view lemma) const {
    return FindLemma(words_[static_cast<std::size_t>(kind)], lemma);
  }

 private:
  LemmaMap<Operator> words_[4];
};

// The modality of an act of modality `inner` below an operator that gives `outer`: what
// is planned under a denial is denied.
Modality Combine(Modality outer, Modality inner);

}  // namespace entente

#endif  // ENTENTE_MEANING_MODALITY_H_
