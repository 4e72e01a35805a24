// Drafter: the steps of DraftMentions. mention_draft.cc reads names and roles,
// mention_draft_people.cc nationalities.
#ifndef ENTENTE_MEANING_DRAFTER_H_
#define ENTENTE_MEANING_DRAFTER_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "meaning/mention_draft.h"
#include "world/world.h"

namespace entente {

class Drafter {
 public:
  Drafter(const Analysis& analysis, const NameTable& names,
          const MentionLexicon& lexicon)
      : analysis_(analysis),
        syntax_(*analysis.syntax),
        tokens_(*analysis.tokens),
        world_(*analysis.world),
        names_(names),
        lexicon_(lexicon) {}

  std::vector<MentionDraft> Run();

 private:
  void DraftPerson(std::uint32_t index);
  void DraftName(std::uint32_t index);
  void DraftDemonym(std::uint32_t index, MentionDraft draft);
  void DraftPlace(std::uint32_t index, MentionDraft draft);
  void DraftRole(std::uint32_t index);
  void CodePeople(std::uint32_t first, std::uint32_t head, MentionDraft& draft) const;
  void DraftTwins(const MentionDraft& draft, std::uint32_t core);
  void DraftAnaphor(std::uint32_t word);
  void DraftPronoun(std::uint32_t word);
  Definiteness DefinitenessOf(std::uint32_t first, std::uint32_t head) const;
  bool IsActorNoun(std::uint32_t word) const;
  bool IsModifierOfActor(std::uint32_t word) const;
  bool StandsForGovernment(std::uint32_t head) const;
  void Add(MentionDraft draft) { drafts_.push_back(std::move(draft)); }
  std::uint32_t SentenceOf(std::uint32_t word) const { return sentence_of_[word]; }

  const Analysis& analysis_;
  const SyntaxTable& syntax_;
  const TokenTable& tokens_;
  const World& world_;
  const NameTable& names_;
  const MentionLexicon& lexicon_;
  std::vector<MentionDraft> drafts_;
  std::vector<std::uint32_t> sentence_of_;
  std::vector<bool> is_title_;  // by word: stands before a person's name
  std::string lower_;           // scratch
};

}  // namespace entente

#endif  // ENTENTE_MEANING_DRAFTER_H_
