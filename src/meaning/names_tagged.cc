// Names that no table knows.
#include <algorithm>
#include <string_view>
#include <vector>

#include "meaning/name_finder.h"

namespace entente {

// False for what holds a digit or a time: "H5N1", "May 8".
bool NameFinder::IsPlainName(std::uint32_t first, std::uint32_t last) const {
  const auto& time_at = analysis_.times.time_at;
  for (std::uint32_t word = first; word <= last; ++word) {
    if (!time_at.empty() && time_at[word] != kNoWord) return false;
    for (const char c : analysis_.form(word)) {
      if (c >= '0' && c <= '9') return false;
    }
  }
  return true;
}

// "Moscow State University" is Russian; "Union", "Freedom", "International" are names
// of small towns that tell nothing.
bool NameFinder::TellsCountry(const NameHit& hit, const Candidate& candidate) const {
  constexpr std::uint32_t kLargeEnough = 100000;
  const Place place = world_.place({candidate.index});
  return !(hit.flags & kHitCommonWord) &&
         (place.population >= kLargeEnough || place.kind == PlaceKind::kAdmin1 ||
          place.kind == PlaceKind::kCapital);
}

// Takes what no table knows, without the roles, demonyms and countries at its start.
void NameFinder::TakeTagged(const TaggedName& tagged) {
  std::uint32_t first = tagged.first;
  std::uint32_t last = tagged.last;
  while (first <= last &&
         (out_.name_at[first] != kNoWord || out_.role_at[first] != kNoWord)) {
    ++first;
  }
  while (last > first && out_.name_at[last] != kNoWord) --last;
  // "Hugh Brown Sunday": a weekday is no family name.
  const auto& time_at = analysis_.times.time_at;
  while (tagged.kind == NameKind::kPerson && last > first && !time_at.empty() &&
         time_at[last] != kNoWord) {
    --last;
  }
  if (first > last || !IsFree(first, last)) return;
  if (tagged.kind == NameKind::kPerson) {
    // A first name that the tagger left out: "Odd" of "Odd Hansen".
    while (first > 0 && IsFree(first - 1, first - 1) &&
           IsProperNoun(syntax_, first - 1) && out_.role_at[first - 1] == kNoWord &&
           (syntax_.head[first] == first - 1 || syntax_.head[last] == first - 1 ||
            syntax_.head[first - 1] == first) &&
           syntax_.upos[first - 1] != Upos::kPunct) {
      --first;
    }
  }
  if (!(tokens_.flags[first] & kFirstUpper)) return;  // "airport" of "Kandahar airport"
  FoundName name;
  name.first_word = first;
  name.last_word = last;
  switch (tagged.kind) {
    case NameKind::kPerson:
      name.sense = NameSense::kPerson;
      break;
    case NameKind::kOrganisation:
      name.sense = NameSense::kOrganisation;
      // "Moscow State University": the name is the whole, its place is inside it.
      break;
    case NameKind::kLocation:
      name.sense = NameSense::kPlace;
      if (!IsPlainName(first, last) || IsEponym(first, last)) return;
      if (first == last &&
          world_.place_words().Is(PlaceWord::kNever, analysis_.form(first))) {
        return;  // "the Center"
      }
      break;
    case NameKind::kMisc:
    case NameKind::kNone:
      return;
  }
  // "Secretary of State Kerry": who bears a title is a person, whatever was tagged.
  if (first > tagged.first && out_.role_at[first - 1] != kNoWord) {
    const Role title = world_.role(out_.roles[out_.role_at[first - 1]].id);
    const bool is_title = (title.flags & kRoleTitle) != 0 && !title.is_plural &&
                          title.kind == RoleKind::kPerson;
    if (is_title) name.sense = NameSense::kPerson;
  }
  for (std::uint32_t word = first; word <= last; ++word) {
    if (out_.role_at[word] == kNoWord) continue;
    const FoundRole& role = out_.roles[out_.role_at[word]];
    if (role.last_word < last) continue;
    // Only common words are left: "Foreign Ministry" is a role phrase, not a name;
    // "U.S. Secretary of State" is somebody.
    if (first == word || world_.role(role.id).kind == RoleKind::kPerson) return;
  }
  const auto& hits = out_.hits.hits;
  const auto at = std::partition_point(
      hits.begin(), hits.end(),
      [&](const NameHit& hit) { return hit.last_word < tagged.first; });
  for (auto hit = at; hit != hits.end() && hit->first_word <= tagged.last; ++hit) {
    const Candidate& inner = out_.hits.of(*hit).front();
    const EntryKind kind = inner.kind;
    if (kind == EntryKind::kCountry || kind == EntryKind::kDemonym ||
        (kind == EntryKind::kPlace && TellsCountry(*hit, inner))) {
      name.inside = static_cast<std::uint32_t>(hit - hits.begin());
      break;
    }
  }
  AddName(name);
}

// Proper nouns that neither witness knows: a person after a title, else left alone.
void NameFinder::TakeProperNouns() {
  for (const Sentence& sentence : tokens_.sentences) {
    for (std::uint32_t word = sentence.begin; word < sentence.end; ++word) {
      const auto is_open = [&](std::uint32_t at) {
        return at < sentence.end && IsProperNoun(syntax_, at) &&
               out_.name_at[at] == kNoWord && out_.role_at[at] == kNoWord &&
               (tokens_.flags[at] & kFirstUpper);
      };
      if (!is_open(word)) continue;
      std::uint32_t last = word;
      while (is_open(last + 1)) ++last;
      const bool has_title =
          word > sentence.begin && out_.role_at[word - 1] != kNoWord &&
          (world_.role(out_.roles[out_.role_at[word - 1]].id).flags & kRoleTitle);
      const bool has_organisation_word =
          last + 1 < sentence.end && out_.role_at[last + 1] != kNoWord &&
          (tokens_.flags[last + 1] & kFirstUpper) &&
          world_.role(out_.roles[out_.role_at[last + 1]].id).kind ==
              RoleKind::kOrganisation;
      if (has_organisation_word) {
        FoundName name;
        name.first_word = word;
        name.last_word = out_.roles[out_.role_at[last + 1]].last_word;
        name.sense = NameSense::kOrganisation;
        last = name.last_word;
        AddName(name);
      } else if (has_title) {
        FoundName name;
        name.first_word = word;
        name.last_word = last;
        name.sense = NameSense::kPerson;
        AddName(name);
      }
      word = last;
    }
  }
}

// "Kabulov" after "Zamir Kabulov": a proper noun that ends a full name of the document
// is that person, whatever else it was taken for.
void NameFinder::TakeFamilyNames() {
  std::vector<std::string_view> families;
  for (const FoundName& name : out_.names) {
    if (name.sense == NameSense::kPerson && name.first_word < name.last_word) {
      families.push_back(analysis_.form(name.last_word));
    }
  }
  if (families.empty()) return;
  std::sort(families.begin(), families.end());
  for (std::uint32_t word = 0; word < tokens_.size(); ++word) {
    if (!IsProperNoun(syntax_, word)) continue;
    if (!std::binary_search(families.begin(), families.end(), analysis_.form(word))) {
      continue;
    }
    if (out_.name_at[word] != kNoWord) {
      FoundName& taken = out_.names[out_.name_at[word]];
      const bool is_alone = taken.first_word == taken.last_word;
      if (is_alone && (!taken.is_known || IsMinorPlace(taken.candidate))) {
        taken.sense = NameSense::kPerson;
        taken.is_known = false;
      }
      continue;
    }
    FoundName name;
    name.first_word = name.last_word = word;
    name.sense = NameSense::kPerson;
    AddName(name);
  }
}

}  // namespace entente
