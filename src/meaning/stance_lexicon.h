// StanceLexicon: the words that show how one actor stands to another: verbs and
// adjectives with the slots of the two ("condemned": subject to object), nouns that say
// what somebody is to somebody ("ally", "threat"), verbs that call somebody such a noun
// ("considers"), acts against somebody ("the fight against"), nouns that stand for
// their owner
// ("interests"), verbs that make their subject such a noun ("poses a threat").
//
// Read from data/lexicon/stances.tsv, whose header explains the columns. Immutable.
#ifndef ENTENTE_MEANING_STANCE_LEXICON_H_
#define ENTENTE_MEANING_STANCE_LEXICON_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "meaning/lemma_map.h"

namespace entente {

enum class StanceKind : std::uint8_t {
  kPredicate,  // verb or adjective between two slots
  kRole,       // noun: what one is to the other
  kCall,       // verb: holds its object to be a role
  kAgainst,    // noun or verb: an act against somebody
  kCarrier,    // noun that stands for its owner
  kBeing,      // verb that makes its subject a role
  kUndergone,  // noun whose owner suffers it: "Kenya's defeat"
  kBond,       // noun for what is between two: "ties"
  kTurn,       // verb or adjective that says how a bond is: "sour", "close"
  kStop,       // verb that takes a help away: "cut aid to"
};

struct StanceWord {
  std::string id;
  StanceKind kind = StanceKind::kPredicate;
  std::string from;  // "subject", "object", "owner", "speaker" or a preposition
  std::string to;
  int sign = 0;
  double strength = 0;
  bool is_mutual = false;  // holds the other way round too
};

struct StanceExample {
  std::string id, word, fires, silent;
};

class StanceLexicon {
 public:
  // Returns kNotFound when the file cannot be read; kCorrupt, naming file and line, for
  // an unknown kind, a sign that is not + or -, a strength outside 0..1 or an id used
  // twice.
  static Result<StanceLexicon> Read(const std::string& path);

  // The entries of a lemma, or nullptr. A word may be several kinds.
  const std::vector<StanceWord>* Find(std::string_view lemma) const {
    return FindLemma(words_, lemma);
  }
  // The entry of one kind, or nullptr.
  const StanceWord* Find(std::string_view lemma, StanceKind kind) const;

  const std::vector<StanceExample>& examples() const { return examples_; }

 private:
  LemmaMap<std::vector<StanceWord>> words_;
  std::vector<StanceExample> examples_;
};

}  // namespace entente

#endif  // ENTENTE_MEANING_STANCE_LEXICON_H_
