// StanceParty: whom a word of the text stands for, as a party to a stance: the entity
// of its mention, the owner of what names nobody ("Kenya's interests", "Kenya's
// handling of it"; not "Kenya's defeat", which it suffers), the speaker for "we" and
// "ours". Private to the StanceFinder's files.
#ifndef ENTENTE_MEANING_STANCE_PARTY_H_
#define ENTENTE_MEANING_STANCE_PARTY_H_

#include <cstdint>
#include <vector>

#include "meaning/analysis.h"
#include "meaning/stance_lexicon.h"

namespace entente {

// Keeps references; lives for one Find.
class StanceParties {
 public:
  StanceParties(const Analysis& analysis, const StanceLexicon& lexicon);

  // The entities that the phrase headed by `word` stands for, its conjuncts included.
  // Empty where it names none.
  std::vector<EntityId> Of(std::uint32_t word) const;

  // The owner of a noun: possessor, else "of"; "by", also behind a participle ("help
  // given by Kenya"); a demonym or name before it ("Russian ally").
  std::vector<EntityId> OwnerOf(std::uint32_t noun) const;

  // The innermost statement that holds a word, or an invalid id.
  StatementId StatementAt(std::uint32_t word) const { return statement_at_[word]; }
  // Its speaker, or an invalid id.
  EntityId SpeakerAt(std::uint32_t word) const;

 private:
  std::vector<EntityId> OfOne(std::uint32_t word, int depth) const;
  std::vector<EntityId> OwnerOf(std::uint32_t noun, int depth) const;
  std::vector<EntityId> AgentOf(std::uint32_t participle, int depth) const;
  std::vector<EntityId> Behind(std::uint32_t noun, int depth) const;
  std::vector<EntityId> WithConjuncts(std::uint32_t word, int depth) const;
  EntityId MentionEntity(std::uint32_t word) const;
  bool HasCase(std::uint32_t word, std::string_view lemma) const;

  const Analysis& analysis_;
  const StanceLexicon& lexicon_;
  std::vector<StatementId> statement_at_;  // by word
};

}  // namespace entente

#endif  // ENTENTE_MEANING_STANCE_PARTY_H_
