// WorldBuilder: collects entries and their names and writes them as a world file.
//
// Strings are copied. Names are brought into the form that NameIndex compares; what is
// no name (a mark, digits alone, a foreign script) is left out.
#ifndef ENTENTE_WORLD_WORLD_BUILDER_H_
#define ENTENTE_WORLD_WORLD_BUILDER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "world/image.h"

namespace entente {

Code4 ToCode4(std::string_view code);
std::string_view FromCode4(const Code4& code);

class WorldBuilder {
 public:
  WorldBuilder();

  // The offset of a string in the file; one copy of each. Longer than 65,535 bytes:
  // cut.
  std::uint32_t String(std::string_view text);

  std::uint32_t Add(const CountryRecord& record);
  std::uint32_t Add(const DemonymRecord& record);
  std::uint32_t Add(const PlaceRecord& record);
  std::uint32_t Add(const ActorRecord& record);
  std::uint32_t Add(const TenureRecord& record);
  std::uint32_t Add(const RoleRecord& record);
  ActorRecord& last_actor() { return actors_.back(); }
  CountryRecord& country(std::uint32_t index) { return countries_[index]; }

  // Gives an entry a name. Acronyms are recognised by their letters: "UN", "IS".
  void AddName(std::string_view name, Candidate candidate);
  // Marks a single word as an everyday one, as a given or family name.
  void AddCommonWord(std::string_view word);
  // A word that is no place by itself, though the gazetteer has one: "North",
  // "Province".
  void AddNeverPlace(std::string_view word);
  void AddGivenName(std::string_view word);

  std::uint32_t actor_count() const {
    return static_cast<std::uint32_t>(actors_.size());
  }
  const std::vector<PlaceRecord>& places() const { return places_; }
  const std::vector<DemonymRecord>& demonyms() const { return demonyms_; }
  PlaceRecord& place(std::uint32_t index) { return places_[index]; }
  const std::vector<CountryRecord>& countries() const { return countries_; }

  // The whole file. Same calls, same bytes.
  std::string Finish();

 private:
  struct NameEntry {
    std::uint64_t hash;
    Candidate candidate;
  };
  void AddUnits(const std::vector<std::uint64_t>& units, Candidate candidate);
  using SlotValue = std::pair<std::uint64_t, std::uint32_t>;

  bool ComesBefore(const NameEntry& a, const NameEntry& b) const;
  // The candidates of names_[begin, end), which are one name.
  std::vector<std::uint32_t> PackCandidates(std::size_t begin, std::size_t end) const;
  // Hash and value of each slot; appends to the list of candidates.
  std::vector<SlotValue> CollectSlots(std::vector<std::uint32_t>& candidates);

  std::string strings_;
  std::unordered_map<std::string, std::uint32_t> offsets_;
  std::vector<CountryRecord> countries_;
  std::vector<DemonymRecord> demonyms_;
  std::vector<PlaceRecord> places_;
  std::vector<ActorRecord> actors_;
  std::vector<TenureRecord> tenures_;
  std::vector<RoleRecord> roles_;
  std::vector<NameEntry> names_;
  std::vector<std::uint64_t> prefixes_;
  std::unordered_set<std::uint64_t> common_words_;
  std::unordered_set<std::uint64_t> never_places_;
  std::unordered_set<std::uint64_t> given_names_;
};

// True for one word of at most three letters, all capitals: "UN", "U.S.", "IS", "WHO".
// Longer ones are also written "Nato", "Unicef", and need no rule.
bool IsAcronym(std::string_view name);

}  // namespace entente

#endif  // ENTENTE_WORLD_WORLD_BUILDER_H_
