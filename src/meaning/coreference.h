// Coreferencer: which mentions of a document are the same person, group or state.
//
// Drafts are resolved in text order, each by the surest means that its words allow: the
// entry of a table, a name and its short forms, an apposition or copula, a definite
// noun that fits one before it, a pronoun. A role in a first paragraph ("a senior
// Russian diplomat") may wait for its name in the next. What stays unresolved is a new
// entity, except pronouns and words like "the group", which are then no mention at all.
//
// Needs: all that a draft needs, and the coded drafts. Gives: MentionTable.
// Cost: linear; a draft looks at a bounded number of entities before it.
#ifndef ENTENTE_MEANING_COREFERENCE_H_
#define ENTENTE_MEANING_COREFERENCE_H_

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "meaning/analysis.h"
#include "meaning/mention_draft.h"
#include "meaning/mention_lexicon.h"
#include "meaning/names.h"

namespace entente {

class Coreferencer {
 public:
  // Keeps references to all; lives for one document.
  Coreferencer(const Analysis& analysis, const NameTable& names,
               const std::vector<MentionDraft>& drafts, const MentionLexicon& lexicon);

  MentionTable Run();

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  // An entity as far as it is known.
  struct Known {
    Entity entity;
    Gender gender = Gender::kUnknown;
    bool is_plural = false;
    bool is_named = false;
    std::uint32_t actor = kNone;  // ActorTableId
    std::vector<std::vector<std::string>>
        names;                   // normal words of each form of its name
    std::string role_lemma;      // of a noun: "diplomat"
    bool takes_context = false;  // a noun whose country the context gives
    std::uint32_t last_draft = 0;
  };

  // coreference.cc
  std::uint32_t Resolve(std::uint32_t draft, int depth);
  void FindPartners();
  bool MayBePartners(const MentionDraft& a, const MentionDraft& b) const;
  std::uint32_t BracketPartner(std::uint32_t draft) const;
  std::uint32_t NameBehind(std::uint32_t draft) const;
  std::uint32_t NewEntity(std::uint32_t draft);
  void Attach(std::uint32_t draft, std::uint32_t entity);
  void TakeCode(const MentionDraft& draft, Known& known) const;
  bool IsSomebody(const MentionDraft& draft) const;
  MentionTable Finish();

  // coreference_context.cc
  void ReadFocus();
  void FillCountries();
  bool TakesContext(std::uint32_t draft) const;
  bool AreAtOdds(const MentionDraft& draft, const MentionDraft& named) const;
  bool IsLocated(const MentionDraft& place) const;
  void TakeOwnersCode(std::uint32_t draft, Entity& entity) const;
  bool HasOwnPlace(std::uint32_t draft) const;
  bool IsBeside(std::uint32_t place, std::uint32_t draft) const;
  bool TakeOwner(std::uint32_t draft, ActorCode& code) const;
  std::uint32_t OwnerOf(std::uint32_t draft) const;
  std::string ContextCountry(std::uint32_t draft) const;
  std::string CountryOfNamesakes(std::uint32_t draft) const;
  int WeightOf(std::uint32_t other, std::uint32_t draft) const;
  bool SharesClause(std::uint32_t draft, std::uint32_t word) const;
  bool HangsBelow(std::uint32_t draft, std::uint32_t word) const;
  std::string_view StateOf(std::uint32_t draft) const;

  // coreference_name.cc
  std::uint32_t ResolveName(std::uint32_t draft);
  std::uint32_t FindPerson(std::uint32_t draft,
                           const std::vector<std::string>& words) const;
  std::uint32_t FindOrganisation(std::uint32_t draft,
                                 const std::vector<std::string>& words) const;
  std::vector<std::string> NameWords(const MentionDraft& draft) const;

  // coreference_noun.cc
  std::uint32_t ResolveNoun(std::uint32_t draft, int depth);
  std::uint32_t ResolveAnaphor(std::uint32_t draft) const;
  std::uint32_t FindNamedLater(std::uint32_t draft) const;
  std::uint32_t FindSameNounLater(std::uint32_t draft) const;
  ActorCode CodeInContext(std::uint32_t draft, int depth);
  bool FitsNoun(const MentionDraft& draft, const ActorCode& code, const Known& known,
                const std::string& lemma) const;
  std::string RoleLemma(const MentionDraft& draft) const;

  // coreference_pair.cc
  bool IsPair(std::uint32_t draft) const;
  std::uint32_t ResolvePair(std::uint32_t draft);
  bool FitsPair(std::uint32_t other, std::string_view lemma) const;
  void AddPairs(const std::vector<std::uint32_t>& new_id, MentionTable& table) const;

  // coreference_pronoun.cc
  std::uint32_t ResolvePronoun(std::uint32_t draft);
  std::uint32_t ResolveRelative(std::uint32_t draft) const;
  std::uint32_t ResolveFirst(std::uint32_t draft);
  std::uint32_t SpeakerAround(std::uint32_t word) const;
  bool Agrees(const MentionDraft& pronoun, const Known& known,
              const MentionDraft& antecedent) const;
  Relation PartOf(std::uint32_t word) const;
  int Salience(const MentionDraft& pronoun, const MentionDraft& antecedent,
               const Known& known) const;
  void ReadQuotes();

  const Analysis& analysis_;
  const SyntaxTable& syntax_;
  const NameTable& names_;
  const std::vector<MentionDraft>& drafts_;
  const MentionLexicon& lexicon_;

  std::vector<Known> known_;
  std::vector<std::uint32_t> entity_of_;  // by draft
  std::vector<std::uint32_t> partner_;   // by draft: the draft it is in apposition with
  std::vector<std::uint32_t> draft_at_;  // by word: the draft whose head it is
  std::vector<bool> in_quote_;           // by word
  struct Pair {
    std::uint32_t draft = 0;   // "both sides"
    std::uint32_t entity = 0;  // the second of the two
  };
  std::vector<Pair> pairs_;
  std::map<std::string_view, int> focus_;  // by country: how often it is named
  int most_named_ = 1;                     // the highest of these
  std::string_view home_;                  // the country that is named first
  std::map<std::string, std::uint32_t, std::less<>>
      by_key_;  // "c:RUS", "a:17", "p:Kunduz"
};

}  // namespace entente

#endif  // ENTENTE_MEANING_COREFERENCE_H_
