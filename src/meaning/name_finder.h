// NameFinder: the steps of FindNames. names.cc weighs the hits of the tables,
// names_place.cc those of places, names_tagged.cc what only the syntax model or the
// capitals tell.
#ifndef ENTENTE_MEANING_NAME_FINDER_H_
#define ENTENTE_MEANING_NAME_FINDER_H_

#include <cstdint>
#include <vector>

#include "meaning/names.h"
#include "world/world.h"

namespace entente {

// A name that the syntax model tagged, words first..last.
struct TaggedName {
  std::uint32_t first = 0, last = 0;
  NameKind kind = NameKind::kNone;
};

class NameFinder {
 public:
  explicit NameFinder(const Analysis& analysis)
      : analysis_(analysis),
        syntax_(*analysis.syntax),
        tokens_(*analysis.tokens),
        world_(*analysis.world) {}

  NameTable Run();

 private:
  void ReadTags();
  void ReadInitials();
  void TakeHit(std::uint32_t index);
  void TakeTagged(const TaggedName& tagged);
  void TakeFamilyNames();
  void TakeProperNouns();
  bool IsBelievable(const NameHit& hit) const;
  bool TellsCountry(const NameHit& hit, const Candidate& candidate) const;
  bool EndsInOffice(std::uint32_t hit, const TaggedName& tagged) const;
  bool IsCapital(const Candidate& candidate) const;
  bool NamesCapital(const NameHit& hit) const;
  bool FollowsTitle(const NameHit& hit) const;
  bool IsPartOfPerson(const NameHit& hit) const;
  bool IsPartOfLongerName(const NameHit& hit) const;
  bool IsStrayAcronym(std::uint32_t word, const Candidate& candidate) const;
  bool IsEponym(std::uint32_t first, std::uint32_t last) const;
  bool IsMeasuredFrom(std::uint32_t word) const;
  bool IsMinorPlace(const Candidate& candidate) const;
  bool IsOfSomebody(std::uint32_t word) const;
  bool IsPlainTail(std::uint32_t first, std::uint32_t last) const;
  bool TakeWhole(const TaggedName& tagged, FoundName& name) const;
  const Candidate* Choose(const NameHit& hit, NameKind tagged) const;
  NameSense SenseOf(const Candidate& candidate) const;
  bool NamesSameAs(const Candidate& candidate, std::uint32_t first,
                   std::uint32_t last) const;
  void AddName(FoundName name);
  void AddRole(const NameHit& hit, RoleId id);
  bool IsPlainName(std::uint32_t first, std::uint32_t last) const;
  bool IsFree(std::uint32_t first, std::uint32_t last) const;
  const TaggedName* TaggedAt(std::uint32_t word) const {
    return tagged_at_[word] == kNoWord ? nullptr : &tagged_[tagged_at_[word]];
  }

  const Analysis& analysis_;
  const SyntaxTable& syntax_;
  const TokenTable& tokens_;
  const World& world_;
  NameTable out_;
  std::vector<TaggedName> tagged_;
  std::vector<std::uint32_t> tagged_at_;
  std::vector<bool> is_initial_;  // a capital that says nothing: sentence start
};

}  // namespace entente

#endif  // ENTENTE_MEANING_NAME_FINDER_H_
