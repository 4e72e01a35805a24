// Names: one entity for each entry of the tables, for each full name and its short
// forms.
#include <algorithm>

#include "base/strings.h"
#include "meaning/coreference.h"
#include "text/normal.h"
#include "world/world.h"

namespace entente {
namespace {

// True where `part` is the words of `whole` in order with some left out: "Omar" or
// "Mullah Omar" of "Mullah Mohammed Omar". An initial stands for its name.
bool IsPartOf(const std::vector<std::string>& part,
              const std::vector<std::string>& whole) {
  std::size_t at = 0;
  for (const std::string& word : whole) {
    if (at == part.size()) break;
    const bool is_initial =
        (part[at].size() == 1 || (part[at].size() == 2 && part[at][1] == '.')) &&
        part[at][0] == word[0];
    if (part[at] == word || is_initial) ++at;
  }
  return at == part.size();
}

// One letter more, fewer or other: "Kristin", "Kristen".
bool IsSlip(const std::string& a, const std::string& b) {
  const std::string& shorter = a.size() <= b.size() ? a : b;
  const std::string& longer = a.size() <= b.size() ? b : a;
  constexpr std::size_t kShortest = 5;
  if (shorter.size() < kShortest || longer.size() - shorter.size() > 1) return false;
  std::size_t at = 0;
  while (at < shorter.size() && shorter[at] == longer[at]) ++at;
  const std::size_t skip = shorter.size() == longer.size() ? 1 : 0;
  return at >= 2 && at < longer.size() &&
         shorter.compare(std::min(at + skip, shorter.size()), std::string::npos, longer,
                         at + 1, std::string::npos) == 0;
}

// A full name misspelt in its first name.
bool IsMisspelt(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return a.size() == 2 && b.size() == 2 && a[1] == b[1] && IsSlip(a[0], b[0]);
}

// "imf" of "international monetary fund".
bool IsAcronymOf(const std::string& acronym, const std::vector<std::string>& words) {
  if (words.size() < 2 || acronym.size() < 2) return false;
  std::string initials;
  std::string all;
  for (const std::string& word : words) {
    if (word.empty()) continue;
    all += word[0];
    if (word != "of" && word != "the" && word != "and" && word != "for")
      initials += word[0];
  }
  return acronym == initials || acronym == all;
}

}  // namespace

// The words of a name in the normal form, without marks and forms of address.
std::vector<std::string> Coreferencer::NameWords(const MentionDraft& draft) const {
  const FoundName& name = names_.names[draft.name];
  std::vector<std::string> words;
  for (std::uint32_t word = name.first_word; word <= name.last_word; ++word) {
    const std::string normal = Normalize(analysis_.form(word));
    if (normal.empty() || syntax_.upos[word] == Upos::kPunct) continue;
    const Honorific* honorific = lexicon_.FindHonorific(normal);
    if (honorific != nullptr && word != name.last_word && !honorific->is_part_of_name) {
      continue;
    }
    words.push_back(normal);
  }
  return words;
}

std::uint32_t Coreferencer::FindPerson(std::uint32_t index,
                                       const std::vector<std::string>& words) const {
  if (words.empty()) return kNone;
  const FoundName& name = names_.names[drafts_[index].name];
  std::uint32_t best = kNone;
  for (std::uint32_t i = static_cast<std::uint32_t>(known_.size()); i-- > 0;) {
    const Known& known = known_[i];
    if (known.entity.kind != ActorKind::kPerson || known.names.empty()) continue;
    if (name.is_known && !(name.candidate.flags & kNameIsShort) &&
        known.actor != kNone && known.actor != name.candidate.index) {
      continue;
    }
    for (const std::vector<std::string>& other : known.names) {
      if (other.empty()) continue;
      const bool is_short = words.size() <= other.size();
      const auto& part = is_short ? words : other;
      const auto& whole = is_short ? other : words;
      // A first name alone is weak: the family name must be there, or nothing else.
      const bool shares_family = part.back() == whole.back();
      if (!IsPartOf(part, whole) && !IsMisspelt(part, whole)) continue;
      if (shares_family) {
        if (best == kNone || known.last_draft > known_[best].last_draft) best = i;
      } else if (best == kNone && part.size() == 1) {
        best = i;
      }
    }
  }
  return best;
}

std::uint32_t Coreferencer::FindOrganisation(
    std::uint32_t index, const std::vector<std::string>& words) const {
  if (words.empty()) return kNone;
  const bool is_acronym =
      words.size() == 1 && words[0].size() <= 6 &&
      analysis_.tokens->flags[names_.names[drafts_[index].name].last_word] & kAllUpper;
  for (std::uint32_t i = static_cast<std::uint32_t>(known_.size()); i-- > 0;) {
    const Known& known = known_[i];
    if (known.entity.kind != ActorKind::kOrganisation &&
        known.entity.kind != ActorKind::kGroup) {
      continue;
    }
    for (const std::vector<std::string>& other : known.names) {
      if (other == words || (is_acronym && IsAcronymOf(words[0], other))) return i;
      const bool is_tail = words.size() >= 2 && other.size() > words.size() &&
                           std::equal(words.rbegin(), words.rend(), other.rbegin());
      if (is_tail) return i;
    }
  }
  return kNone;
}

std::uint32_t Coreferencer::ResolveName(std::uint32_t index) {
  const MentionDraft& draft = drafts_[index];
  const FoundName& name = names_.names[draft.name];
  const auto find_key = [&](const std::string& key) {
    const auto found = by_key_.find(key);
    if (found != by_key_.end()) return found->second;
    const std::uint32_t entity = NewEntity(index);
    by_key_.emplace(key, entity);
    return entity;
  };
  if (draft.kind == ActorKind::kCountry) return find_key("c:" + draft.code.country);
  if (draft.kind == ActorKind::kPlace) {
    return find_key(StrCat("p:", draft.code.country, ":",
                           Normalize(analysis_.form(name.first_word)), ":",
                           Normalize(analysis_.form(name.last_word))));
  }
  if (draft.kind == ActorKind::kPeople) {
    if (draft.definiteness == Definiteness::kIndefinite) return NewEntity(index);
    return find_key(StrCat("d:", draft.code.country, ":", draft.code.group));
  }
  const std::vector<std::string> words = NameWords(draft);
  if (name.sense == NameSense::kPerson) {
    if (name.is_known && !(name.candidate.flags & kNameIsShort)) {
      const auto found = by_key_.find(StrCat("a:", name.candidate.index));
      if (found != by_key_.end()) return found->second;
    }
    return FindPerson(index, words);
  }
  if (name.is_known) {
    const auto found = by_key_.find(StrCat("a:", name.candidate.index));
    if (found != by_key_.end()) return found->second;
    // "the International Labor Office (ILO)": a table that knows the short form knows
    // the long one.
    const std::uint32_t partner = BracketPartner(index);
    if (partner != kNone && entity_of_[partner] != kNone) {
      Known& known = known_[entity_of_[partner]];
      const bool is_open = known.actor == kNone && known.entity.kind == draft.kind &&
                           !known.names.empty() && words.size() == 1 &&
                           IsAcronymOf(words[0], known.names.front());
      if (is_open) {
        known.entity.code = draft.code;
        known.entity.code_source = draft.code_source;
        return entity_of_[partner];
      }
    }
    return NewEntity(index);
  }
  return FindOrganisation(index, words);
}

}  // namespace entente
