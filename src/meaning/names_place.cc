// Names of places: what is none though a table has it, and where one begins.
#include <algorithm>
#include <string_view>

#include "base/strings.h"
#include "meaning/name_finder.h"

namespace entente {

// "PAHO", "ERV": letters that stand for words, though a town may be called so.
bool NameFinder::IsStrayAcronym(std::uint32_t word, const Candidate& candidate) const {
  constexpr std::size_t kLongest = 5;
  const std::string_view form = analysis_.form(word);
  const bool is_acronym = form.size() >= 2 && form.size() <= kLongest &&
                          std::all_of(form.begin(), form.end(), IsAsciiUpper);
  if (!is_acronym) return false;
  const bool is_called_so = candidate.kind == EntryKind::kPlace &&
                            ((candidate.flags & kNameIsAcronym) ||
                             !world_.place({candidate.index}).row.empty());
  return !is_called_so;
}

// A town of no size, or one that is only also called so.
bool NameFinder::IsMinorPlace(const Candidate& candidate) const {
  constexpr std::uint32_t kSmall = 50000;
  if (candidate.kind != EntryKind::kPlace) return false;
  const Place place = world_.place({candidate.index});
  return (candidate.flags & kNameIsPrimary) == 0 ||
         (place.kind == PlaceKind::kCity && place.population < kSmall);
}

// "Dujail, 60 kilometres north of Baghdad": a distance follows only what lies
// somewhere.
bool NameFinder::IsMeasuredFrom(std::uint32_t word) const {
  if (word + 3 >= tokens_.size() || analysis_.form(word + 1) != ",") return false;
  const std::string_view number = analysis_.form(word + 2);
  return !number.empty() && IsAsciiDigit(number[0]) &&
         world_.place_words().Unit(analysis_.form(word + 3)).has_value();
}

// True where a full name of the document has the word: "Jordan" beside "Michael
// Jordan".
bool NameFinder::IsOfSomebody(std::uint32_t word) const {
  return std::any_of(tagged_.begin(), tagged_.end(), [&](const TaggedName& tagged) {
    if (tagged.kind != NameKind::kPerson || tagged.first == tagged.last) return false;
    for (std::uint32_t at = tagged.first; at <= tagged.last; ++at) {
      if (analysis_.form(at) == analysis_.form(word)) return true;
    }
    return false;
  });
}

// "Benghazi hospital": what follows the place is a plain noun, not a name.
bool NameFinder::IsPlainTail(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t word = first; word <= last; ++word) {
    if (tokens_.flags[word] & kFirstUpper) return false;
  }
  return first <= last;
}

// "West Nile virus", "Oslo accords": the name of something else, after a place.
bool NameFinder::IsEponym(std::uint32_t first, std::uint32_t last) const {
  const TaggedName* tagged = TaggedAt(first);
  if (tagged != nullptr) last = std::max(last, tagged->last);
  return last + 1 < tokens_.size() &&
         world_.place_words().Is(PlaceWord::kEponym, analysis_.form(last + 1));
}

// "Teppan Grill": a known word at the end of a longer unknown name is not that place.
// True for "North Dallas", which is taken whole.
bool NameFinder::TakeWhole(const TaggedName& tagged, FoundName& name) const {
  const PlaceWords& words = world_.place_words();
  for (std::uint32_t word = tagged.first; word < name.first_word; ++word) {
    if (out_.name_at[word] != kNoWord || !(tokens_.flags[word] & kFirstUpper))
      return true;
    if (!words.Is(PlaceWord::kBearing, analysis_.form(word)) &&
        !words.Is(PlaceWord::kPart, analysis_.form(word))) {
      return false;
    }
  }
  name.first_word = tagged.first;
  return true;
}

}  // namespace entente
