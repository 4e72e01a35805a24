// StanceWriter: what the readers of stance words share: who fills a slot of a clause,
// which clause a word belongs to, and how a word's entry becomes stances: weakened
// where planned, turned round where negated, none where denied or demanded. Private to
// the StanceFinder's files.
#ifndef ENTENTE_MEANING_STANCE_WRITER_H_
#define ENTENTE_MEANING_STANCE_WRITER_H_

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "meaning/analysis.h"
#include "meaning/stance_lexicon.h"
#include "meaning/stance_party.h"

namespace entente {

using Parties = std::vector<EntityId>;

// Adds those of `more` that are not there yet.
void AddParties(Parties& parties, const Parties& more);

// Keeps references; lives for one Find.
class StanceWriter {
 public:
  StanceWriter(const Analysis& analysis, const StanceParties& parties)
      : analysis_(analysis), parties_(parties) {}

  // Stances of each of `from` to each of `to`, and back where the word is mutual. `at`
  // is the word itself; `clause`, where there is one, gives span, polarity, modality.
  void Emit(const Parties& from, const Parties& to, const StanceWord& word,
            std::uint32_t at, const Clause* clause);

  // "subject", "object", "speaker" or a preposition.
  Parties Fill(const Clause& clause, std::string_view slot) const;

  // The clause of a word: its own, or that of the nearest word above; nullptr if none.
  const Clause* ClauseOver(std::uint32_t word) const;

  std::vector<Stance> Take() { return std::move(found_); }

 private:
  void EmitOne(EntityId from, EntityId to, Stance stance);
  Parties OwnerAbove(const Clause& clause) const;
  Parties FillFromObject(const Clause& clause, std::string_view preposition) const;
  TextSpan SpanOf(std::uint32_t word, const Clause* clause) const;
  bool IsNoLonger(std::uint32_t verb) const;
  bool IsTold(const Clause& clause) const;

  std::string_view lemma(std::uint32_t word) const {
    return analysis_.syntax->lemma[word];
  }

  const Analysis& analysis_;
  const StanceParties& parties_;
  std::vector<Stance> found_;
};

}  // namespace entente

#endif  // ENTENTE_MEANING_STANCE_WRITER_H_
