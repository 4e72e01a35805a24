#include "world/name_matcher.h"

#include <algorithm>

#include "world/name_unit.h"

namespace entente {
namespace {

struct Shape {
  bool is_proper = false;    // capitals where a proper name has them
  bool has_capital = false;  // one at least
  bool is_upper = false;     // nothing but capitals
};

// The longest name that begins at a unit, in one layer.
struct Best {
  std::size_t end = 0;  // one past the last unit; 0: none
  std::uint32_t value = 0;
  Shape shape;
};

bool IsAllowed(Candidate candidate, Shape shape) {
  if (candidate.kind == EntryKind::kRole) return true;
  if ((candidate.flags & kNameIsLower) != 0) return true;
  if ((candidate.flags & kNameHasLower) != 0) return shape.has_capital;
  const bool is_acronym = (candidate.flags & kNameIsAcronym) != 0;
  return shape.is_proper && (shape.is_upper || !is_acronym);
}

// Calls `use` with each allowed candidate of a slot until it returns false.
template <typename Use>
void ForEachCandidate(const Image& image, std::uint32_t value, Shape shape, Use use) {
  const std::uint32_t first = value & kSlotCandidate;
  if (first == 0) return;
  for (std::size_t at = first - 1; at < image.candidates.size(); ++at) {
    const std::uint32_t packed = image.candidates[at];
    const Candidate candidate = UnpackCandidate(packed);
    if (IsAllowed(candidate, shape) && !use(candidate)) return;
    if ((packed & kCandidateIsLast) != 0) return;
  }
}

bool HasCandidate(const Image& image, std::uint32_t value, Shape shape) {
  bool has_one = false;
  ForEachCandidate(image, value, shape, [&has_one](Candidate) {
    has_one = true;
    return false;
  });
  return has_one;
}

Best LongestAt(const Image& image, const std::vector<NameUnit>& units,
               std::size_t begin) {
  Best best;
  std::uint64_t name = 0;
  Shape shape{true, true, true};
  bool has_capital = false;
  for (std::size_t at = begin; at < units.size(); ++at) {
    const NameUnit& unit = units[at];
    if ((unit.shape & kUnitBreak) != 0) break;
    const bool is_possessive = (unit.shape & kUnitPossessive) != 0;
    if (!is_possessive) {
      const bool is_upper = (unit.shape & kUnitUpperFirst) != 0;
      shape.is_proper =
          shape.is_proper && (is_upper || (unit.shape & kUnitParticle) != 0);
      shape.is_upper =
          shape.is_upper && (unit.shape & (kUnitAllUpper | kUnitDigit)) != 0;
      has_capital = has_capital || (is_upper && (unit.shape & kUnitDigit) == 0) ||
                    (unit.shape & kUnitAllUpper) != 0;
    }
    name = ExtendName(name, unit.hash);
    const std::uint32_t value = image.Find(name);
    if (value == 0) break;
    const Shape here{shape.is_proper && has_capital, has_capital, shape.is_upper};
    if (!is_possessive && HasCandidate(image, value, here))
      best = {at + 1, value, here};
    if ((value & kSlotIsPrefix) == 0) break;
  }
  return best;
}

void AddCandidates(const NameLayer& layer, const Best& best,
                   std::vector<Candidate>& out) {
  ForEachCandidate(*layer.image, best.value, best.shape, [&](Candidate candidate) {
    candidate.index += layer.base[static_cast<std::size_t>(candidate.kind)];
    out.push_back(candidate);
    return true;
  });
}

bool IsPartOfWord(const std::vector<NameUnit>& units, std::size_t begin,
                  std::size_t end) {
  if (begin > 0 && units[begin - 1].word == units[begin].word &&
      (units[begin - 1].shape & (kUnitBreak | kUnitPossessive)) == 0) {
    return true;
  }
  return end < units.size() && units[end].word == units[end - 1].word &&
         (units[end].shape & (kUnitBreak | kUnitPossessive)) == 0;
}

void FindUnits(std::string_view text, const TokenTable& tokens,
               std::vector<NameUnit>& units) {
  const auto is_hyphen = [&](std::size_t word) {
    return Slice(text, tokens.span[word]) == "-";
  };
  const auto space_before = [&](std::size_t word) {
    return word >= tokens.size() || (tokens.flags[word] & kSpaceBefore) != 0;
  };
  std::size_t sentence = 0;
  for (std::size_t word = 0; word < tokens.size(); ++word) {
    const auto index = static_cast<std::uint32_t>(word);
    while (sentence < tokens.sentences.size() &&
           tokens.sentences[sentence].begin < word) {
      ++sentence;
    }
    if (sentence < tokens.sentences.size() &&
        tokens.sentences[sentence].begin == word) {
      units.push_back(
          {0, {tokens.span[word].begin, tokens.span[word].begin}, index, kUnitBreak});
    }
    if (is_hyphen(word) && (space_before(word) || space_before(word + 1))) {
      units.push_back({0, tokens.span[word], index, kUnitBreak});
      continue;
    }
    AppendUnits(Slice(text, tokens.span[word]), tokens.span[word].begin, index, units);
  }
}

}  // namespace

void MatchNames(const std::vector<NameLayer>& layers, std::string_view text,
                const TokenTable& tokens, NameHits& hits) {
  hits.clear();
  FindUnits(text, tokens, hits.units);
  const std::vector<NameUnit>& units = hits.units;
  std::vector<Best> found(layers.size());
  for (std::size_t at = 0; at < units.size();) {
    std::size_t end = 0;
    if ((units[at].shape & (kUnitBreak | kUnitPossessive)) == 0) {
      for (std::size_t i = 0; i < layers.size(); ++i) {
        found[i] = LongestAt(*layers[i].image, units, at);
        end = std::max(end, found[i].end);
      }
    }
    if (end == 0) {
      ++at;
      continue;
    }
    NameHit hit;
    hit.span = {units[at].span.begin, units[end - 1].span.end};
    hit.first_word = units[at].word;
    hit.last_word = units[end - 1].word;
    hit.first_candidate = static_cast<std::uint32_t>(hits.candidates.size());
    for (std::size_t i = 0; i < layers.size(); ++i) {
      if (found[i].end != end) continue;
      AddCandidates(layers[i], found[i], hits.candidates);
      if ((found[i].value & kSlotIsCommon) != 0) hit.flags |= kHitCommonWord;
      if ((found[i].value & kSlotIsGivenName) != 0) hit.flags |= kHitGivenName;
      if (!found[i].shape.has_capital) hit.flags |= kHitLower;
      if (found[i].shape.is_upper) hit.flags |= kHitAllUpper;
    }
    hit.candidate_count =
        static_cast<std::uint16_t>(hits.candidates.size() - hit.first_candidate);
    if (IsPartOfWord(units, at, end)) hit.flags |= kHitPartOfWord;
    hits.hits.push_back(hit);
    at = end;
  }
}

std::vector<Candidate> FindName(const std::vector<NameLayer>& layers,
                                std::string_view name) {
  std::uint64_t hash = 0;
  for (const NameUnit& unit : UnitsOfName(name)) hash = ExtendName(hash, unit.hash);
  std::vector<Candidate> out;
  for (const NameLayer& layer : layers) {
    AddCandidates(layer, {1, layer.image->Find(hash), {true, true, true}}, out);
  }
  return out;
}

}  // namespace entente
