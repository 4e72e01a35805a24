#include "meaning/names.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/strings.h"
#include "meaning/name_finder.h"

namespace entente {

void NameFinder::ReadTags() {
  tagged_at_.assign(tokens_.size(), kNoWord);
  for (std::uint32_t word = 0; word < tokens_.size(); ++word) {
    const NameTag tag = syntax_.name[word];
    if (tag.part == NamePart::kOutside) continue;
    const bool starts = tag.part == NamePart::kBegin || tag.part == NamePart::kUnit ||
                        word == 0 || tagged_at_[word - 1] == kNoWord ||
                        tagged_.back().kind != tag.kind;
    if (starts) tagged_.push_back({word, word, tag.kind});
    tagged_.back().last = word;
    tagged_at_[word] = static_cast<std::uint32_t>(tagged_.size() - 1);
  }
}

// Marks words whose capital is owed to their place: the first of a sentence, and every
// word of a headline that capitalises more than half of its longer words.
void NameFinder::ReadInitials() {
  is_initial_.assign(tokens_.size(), false);
  for (const Sentence& sentence : tokens_.sentences) {
    std::uint32_t capitals = 0;
    std::uint32_t lower = 0;
    bool at_start = true;
    for (std::uint32_t word = sentence.begin; word < sentence.end; ++word) {
      is_initial_[word] = at_start;
      at_start = at_start && syntax_.upos[word] == Upos::kPunct;
      const TextSpan span = tokens_.span[word];
      if (span.end - span.begin < 4) continue;
      (tokens_.flags[word] & kFirstUpper ? capitals : lower) += 1;
    }
    if (capitals <= 3 || capitals <= 4 * lower) continue;
    for (std::uint32_t word = sentence.begin; word < sentence.end; ++word) {
      is_initial_[word] = true;
    }
  }
}

NameSense NameFinder::SenseOf(const Candidate& candidate) const {
  switch (candidate.kind) {
    case EntryKind::kActor:
      switch (world_.actor({candidate.index}).kind) {
        case ActorClass::kPerson:
          return NameSense::kPerson;
        case ActorClass::kArmedGroup:
        case ActorClass::kMovement:
          return NameSense::kGroup;
        case ActorClass::kOrganisation:
        case ActorClass::kInstitution:
        case ActorClass::kParty:
        case ActorClass::kMedia:
        case ActorClass::kCompany:
          return NameSense::kOrganisation;
      }
      return NameSense::kOrganisation;
    case EntryKind::kCountry:
      return NameSense::kCountry;
    case EntryKind::kDemonym:
      return NameSense::kDemonym;
    case EntryKind::kRole:
    case EntryKind::kPlace:
      return NameSense::kPlace;
  }
  return NameSense::kPlace;
}

bool NameFinder::IsBelievable(const NameHit& hit) const {
  const auto& time_at = analysis_.times.time_at;
  if (!time_at.empty() && time_at[hit.last_word] != kNoWord) return false;  // "May 8"
  const std::string_view form = analysis_.form(hit.first_word);
  if (form.find('$') != std::string_view::npos) return false;  // "US$1.19"
  if (hit.first_word != hit.last_word) return true;
  const std::uint32_t word = hit.first_word;
  const bool is_proper = IsProperNoun(syntax_, word);
  const TaggedName* tagged = TaggedAt(word);
  const Candidate& first = out_.hits.of(hit).front();
  const bool is_place_alone =
      first.kind == EntryKind::kPlace || first.kind == EntryKind::kRole;
  const bool is_nation =
      first.kind == EntryKind::kDemonym || first.kind == EntryKind::kCountry;
  if (is_nation && !is_initial_[word] && (tokens_.flags[word] & kFirstUpper)) {
    return true;  // "Polish", "Guinea" within a sentence
  }
  if (hit.flags & kHitCommonWord) {
    // The world has a town for nearly every word: "West", "Care", "Nice".
    if (is_place_alone) return tagged != nullptr && tagged->kind == NameKind::kLocation;
    return tagged != nullptr || (is_proper && !is_initial_[word]);
  }
  if (!is_place_alone) return true;
  if (!is_initial_[word] && IsStrayAcronym(word, first)) return false;
  if (tagged != nullptr) return true;
  if (is_proper && IsMeasuredFrom(word)) return true;
  // No name was heard here: only a town of some size is taken on the table's word.
  constexpr std::uint32_t kLargeEnough = 50000;
  const Place place = world_.place({first.index});
  return is_proper && first.kind == EntryKind::kPlace &&
         (place.population >= kLargeEnough || place.kind == PlaceKind::kAdmin1 ||
          place.kind == PlaceKind::kCapital || place.kind == PlaceKind::kContinent);
}

// "Jordan Henderson", "Kevin Paris": a name within a flat name that goes on outside.
bool NameFinder::IsPartOfPerson(const NameHit& hit) const {
  const std::uint32_t next = hit.last_word + 1;
  const auto is_flat_to = [&](std::uint32_t word, std::uint32_t head) {
    return syntax_.relation[word] == Relation::kFlat && syntax_.head[word] == head;
  };
  for (std::uint32_t word = hit.first_word; word <= hit.last_word; ++word) {
    if (next < tokens_.size() && is_flat_to(next, word) &&
        IsProperNoun(syntax_, next)) {
      return true;
    }
    if (syntax_.relation[word] == Relation::kFlat &&
        syntax_.head[word] < hit.first_word) {
      return true;
    }
  }
  return false;
}

// "Auckland Zoo", "West Nile virus": a proper noun that leads another one.
bool NameFinder::IsPartOfLongerName(const NameHit& hit) const {
  const std::uint32_t next = hit.last_word + 1;
  return next < tokens_.size() && IsProperNoun(syntax_, next) &&
         (tokens_.flags[next] & kFirstUpper) && !is_initial_[next] &&
         syntax_.head[hit.last_word] == next &&
         Universal(syntax_.relation[hit.last_word]) == Relation::kCompound;
}

// "U.S. Secretary of State": tagged as one name, but an office and its country.
bool NameFinder::EndsInOffice(std::uint32_t index, const TaggedName& tagged) const {
  for (std::uint32_t i = index + 1; i < out_.hits.hits.size(); ++i) {
    const NameHit& hit = out_.hits.hits[i];
    if (hit.first_word > tagged.last) break;
    if (hit.last_word != tagged.last) continue;
    for (const Candidate& candidate : out_.hits.of(hit)) {
      if (candidate.kind != EntryKind::kRole) continue;
      if (world_.role({candidate.index}).kind == RoleKind::kPerson) return true;
    }
  }
  return false;
}

bool NameFinder::IsCapital(const Candidate& candidate) const {
  return candidate.kind == EntryKind::kPlace &&
         world_.place({candidate.index}).kind == PlaceKind::kCapital;
}

bool NameFinder::NamesCapital(const NameHit& hit) const {
  const auto candidates = out_.hits.of(hit);
  return std::any_of(candidates.begin(), candidates.end(),
                     [&](const Candidate& each) { return IsCapital(each); });
}

// True after a title with a capital: "President Washington".
bool NameFinder::FollowsTitle(const NameHit& hit) const {
  if (hit.first_word == 0 || hit.first_word != hit.last_word) return false;
  const std::uint32_t before = hit.first_word - 1;
  if (out_.role_at[before] == kNoWord || !(tokens_.flags[before] & kFirstUpper)) {
    return false;
  }
  const Role role = world_.role(out_.roles[out_.role_at[before]].id);
  return (role.flags & kRoleTitle) && role.kind == RoleKind::kPerson && !role.is_plural;
}

const Candidate* NameFinder::Choose(const NameHit& hit, NameKind tagged) const {
  const Candidate* best = nullptr;
  int best_score = -100;
  for (const Candidate& candidate : out_.hits.of(hit)) {
    if (candidate.kind == EntryKind::kRole) continue;
    const NameSense sense = SenseOf(candidate);
    int score = 0;
    const bool is_area = sense == NameSense::kPlace || sense == NameSense::kCountry;
    switch (tagged) {
      case NameKind::kPerson:
        score += sense == NameSense::kPerson ? 8 : 0;
        break;
      case NameKind::kOrganisation:
        score +=
            sense == NameSense::kOrganisation || sense == NameSense::kGroup ? 4 : 0;
        break;
      case NameKind::kLocation:
        // "White House" is a town too, but of no size, and one of Casablanca's names.
        score += is_area ? (IsMinorPlace(candidate) ? 1 : 4) : 0;
        score += sense == NameSense::kOrganisation ? 2 : 0;
        break;
      case NameKind::kMisc:
        score += sense == NameSense::kDemonym ? 4 : 0;
        break;
      case NameKind::kNone:
        break;
    }
    if (sense == NameSense::kCountry) score += 2;
    if (sense == NameSense::kPerson && (candidate.flags & kNameIsShort)) score -= 3;
    if (score > best_score) {
      best = &candidate;
      best_score = score;
    }
  }
  return best;
}

// True where the entry's own name has all the words first..last, as "Vladimir Putin"
// has those of "Putin" and not those of "Lyudmila Putin".
bool NameFinder::NamesSameAs(const Candidate& candidate, std::uint32_t first,
                             std::uint32_t last) const {
  if (candidate.kind != EntryKind::kActor) return false;
  const std::string_view name = world_.actor({candidate.index}).name;
  for (std::uint32_t word = first; word <= last; ++word) {
    if (name.find(analysis_.form(word)) == std::string_view::npos) return false;
  }
  return true;
}

bool NameFinder::IsFree(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t word = first; word <= last; ++word) {
    if (out_.name_at[word] != kNoWord) return false;
  }
  return true;
}

void NameFinder::AddName(FoundName name) {
  if (!IsFree(name.first_word, name.last_word)) return;
  name.head_word = HeadOf(syntax_, name.first_word, name.last_word);
  const auto index = static_cast<std::uint32_t>(out_.names.size());
  for (std::uint32_t word = name.first_word; word <= name.last_word; ++word) {
    out_.name_at[word] = index;
  }
  out_.names.push_back(name);
}

void NameFinder::AddRole(const NameHit& hit, RoleId id) {
  const auto index = static_cast<std::uint32_t>(out_.roles.size());
  for (std::uint32_t word = hit.first_word; word <= hit.last_word; ++word) {
    out_.role_at[word] = index;
  }
  out_.roles.push_back({hit.first_word, hit.last_word,
                        HeadOf(syntax_, hit.first_word, hit.last_word), id});
}

void NameFinder::TakeHit(std::uint32_t index) {
  const NameHit& hit = out_.hits.hits[index];
  std::optional<RoleId> role;
  bool is_role_alone = true;
  for (const Candidate& candidate : out_.hits.of(hit)) {
    if (candidate.kind == EntryKind::kRole) {
      if (!role) role = RoleId{candidate.index};
    } else {
      is_role_alone = false;
    }
  }
  const TaggedName* tagged = TaggedAt(hit.first_word);
  const NameKind tag = tagged == nullptr ? NameKind::kNone : tagged->kind;
  // "Archbishop Desmond Tutu": the tagger often takes the title for part of the name.
  const bool is_title =
      role && tag == NameKind::kPerson && hit.first_word == tagged->first &&
      hit.last_word < tagged->last && (world_.role(*role).flags & kRoleTitle) != 0;
  const bool prefers_role =
      role && (is_role_alone || tag == NameKind::kNone || is_title);
  if (prefers_role) return AddRole(hit, *role);
  if (is_role_alone || !IsBelievable(hit)) return;
  const Candidate* chosen = Choose(hit, tag);
  if (chosen == nullptr) return;
  FoundName name;
  name.first_word = hit.first_word;
  name.last_word = hit.last_word;
  name.sense = SenseOf(*chosen);
  name.candidate = *chosen;
  name.is_known = true;
  name.hit = index;
  const bool is_inside =
      tagged != nullptr && tagged->last >= hit.last_word &&
      (tagged->first < hit.first_word || tagged->last > hit.last_word);
  if (name.sense == NameSense::kPerson) {
    if (is_inside && tag == NameKind::kPerson) {
      name.first_word = tagged->first;
      name.last_word = tagged->last;
      while (name.first_word < hit.first_word &&
             out_.role_at[name.first_word] != kNoWord) {
        ++name.first_word;  // "Envoy Staffan de Mistura"
      }
      name.is_known = NamesSameAs(*chosen, name.first_word, name.last_word);
    } else if ((chosen->flags & kNameIsShort) && tag != NameKind::kPerson &&
               !IsProperNoun(syntax_, hit.last_word)) {
      return;
    }
    return AddName(name);
  }
  if (name.sense == NameSense::kDemonym) return AddName(name);
  const bool is_short = hit.first_word == hit.last_word;
  const bool is_area =
      name.sense == NameSense::kPlace || name.sense == NameSense::kCountry;
  if (is_inside && (is_short || is_area) && !EndsInOffice(index, *tagged) &&
      (tag == NameKind::kPerson ||
       (tag == NameKind::kOrganisation && name.sense != NameSense::kGroup &&
        !(is_area && IsPlainTail(hit.last_word + 1, tagged->last))))) {
    return;  // the tagged name is taken whole
  }
  if (name.sense == NameSense::kPlace && tag == NameKind::kNone &&
      IsPartOfLongerName(hit)) {
    return;
  }
  if (name.sense == NameSense::kPlace && FollowsTitle(hit)) return;  // "King Hassan"
  // "Hong Kong Flu", but "the United States flu season".
  if (is_area && IsEponym(name.first_word, name.last_word) &&
      (name.sense == NameSense::kPlace ||
       (tokens_.flags[name.last_word + 1] & kFirstUpper))) {
    return;
  }
  if (name.sense == NameSense::kPlace && is_inside && tag == NameKind::kLocation &&
      tagged->first < name.first_word && !TakeWhole(*tagged, name)) {
    return;
  }
  if (is_area && name.first_word < name.last_word &&
      !(tokens_.flags[name.first_word] & kFirstUpper)) {
    ++name.first_word;  // "the Netherlands": the article is no part of it
  }
  if (is_area && is_inside && tag == NameKind::kLocation) {
    // "Scott County", "Islington Bay": the place is the whole.
    while (name.last_word < tagged->last &&
           (tokens_.flags[name.last_word + 1] & kFirstUpper)) {
      ++name.last_word;
    }
  }
  // "Cairo's security chief", "Washington freed": the tagger may take a city for a
  // person.
  const bool is_capital = name.sense == NameSense::kPlace && is_short && !is_inside &&
                          !(hit.flags & kHitCommonWord) && !IsPartOfPerson(hit) &&
                          !IsOfSomebody(hit.first_word) && NamesCapital(hit);
  // "Georgia accused Russia", where nobody of the text is a Georgia.
  const bool is_country = name.sense == NameSense::kCountry && is_short && !is_inside &&
                          !IsPartOfPerson(hit) && !IsOfSomebody(hit.first_word);
  if (is_area && !is_capital && !is_country &&
      (tag == NameKind::kPerson || IsPartOfPerson(hit)) &&
      ((hit.flags & kHitGivenName) || name.sense == NameSense::kPlace)) {
    return;
  }
  AddName(name);
}

NameTable NameFinder::Run() {
  out_.name_at.assign(tokens_.size(), kNoWord);
  out_.role_at.assign(tokens_.size(), kNoWord);
  world_.Match(analysis_.text(), tokens_, out_.hits);
  ReadTags();
  ReadInitials();
  for (std::uint32_t i = 0; i < out_.hits.hits.size(); ++i) TakeHit(i);
  for (const TaggedName& tagged : tagged_) {
    if (tagged.kind == NameKind::kPerson) TakeTagged(tagged);
  }
  TakeFamilyNames();
  for (const TaggedName& tagged : tagged_) {
    if (tagged.kind != NameKind::kPerson) TakeTagged(tagged);
  }
  TakeProperNouns();
  std::sort(out_.names.begin(), out_.names.end(),
            [](const FoundName& a, const FoundName& b) {
              return a.first_word < b.first_word;
            });
  std::fill(out_.name_at.begin(), out_.name_at.end(), kNoWord);
  for (std::uint32_t i = 0; i < out_.names.size(); ++i) {
    for (std::uint32_t word = out_.names[i].first_word; word <= out_.names[i].last_word;
         ++word) {
      out_.name_at[word] = i;
    }
  }
  return std::move(out_);
}

std::uint32_t HeadOf(const SyntaxTable& syntax, std::uint32_t first,
                     std::uint32_t last) {
  for (std::uint32_t word = first; word <= last; ++word) {
    const std::uint32_t head = syntax.head[word];
    if (head == kNoWord || head < first || head > last) return word;
  }
  return last;
}

NameTable FindNames(const Analysis& analysis) { return NameFinder(analysis).Run(); }

}  // namespace entente
