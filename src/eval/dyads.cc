#include "eval/dyads.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "base/strings.h"

namespace entente {
namespace {

constexpr std::string_view kNobody = "---";

template <std::size_t kCount>
bool IsIn(const std::array<std::string_view, kCount>& list, std::string_view item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

bool IsReciprocalType(std::string_view type) {
  static constexpr std::array<std::string_view, 7> kTypes = {
      "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "CONCEDE", "RETREAT", "ASSAULT"};
  return IsIn(kTypes, type);
}

// Capitals, digits and dashes of each code; "---" for an empty one; at least one, each
// once.
std::vector<std::string> Codes(const std::vector<std::string>& raw) {
  std::vector<std::string> codes;
  for (const std::string& text : raw) {
    std::string code;
    for (const char c : text) {
      if (IsAsciiUpper(c) || IsAsciiDigit(c) || c == '-') code += c;
    }
    if (code.find_first_not_of('-') == std::string::npos) code = kNobody;
    if (std::find(codes.begin(), codes.end(), code) == codes.end())
      codes.push_back(code);
  }
  if (codes.empty()) codes.emplace_back(kNobody);
  return codes;
}

std::string_view Country(std::string_view code) {
  const std::string_view country = code.substr(0, 3);
  const bool is_code =
      country.size() == 3 && std::all_of(country.begin(), country.end(),
                                         [](char c) { return IsAsciiUpper(c); });
  return is_code ? country : kNobody;
}

// CAMEO's role names read as PLOVER's sectors; anything that is no sector is left out.
std::set<std::string_view> Sectors(std::string_view code) {
  static constexpr std::array<std::string_view, 26> kSectors = {
      "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY",
      "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN",
      "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", ""};
  static const std::map<std::string_view, std::string_view> kCameo = {
      {"HLH", "MED"}, {"INS", "REB"}, {"SEP", "REB"}, {"RAD", "REB"},
      {"CIV", "CVL"}, {"HRI", "SOC"}, {"NGO", "SOC"}, {"ENV", "SOC"},
      {"MOD", "SOC"}, {"POL", "COP"}, {"TOP", "GOV"}};
  std::set<std::string_view> sectors;
  for (std::size_t at = 3; at + 3 <= code.size(); at += 3) {
    std::string_view sector = code.substr(at, 3);
    if (const auto named = kCameo.find(sector); named != kCameo.end())
      sector = named->second;
    if (IsIn(kSectors, sector)) sectors.insert(sector);
  }
  return sectors;
}

using Party = std::pair<std::string, std::string>;

// What gold leaves out is not compared; what it has, a prediction must have.
bool IsSameSide(std::string_view gold, std::string_view predicted, DyadLevel level) {
  if (Country(gold) != kNobody && Country(gold) != Country(predicted)) return false;
  if (level == DyadLevel::kCountry) return true;
  const auto wanted = Sectors(gold);
  if (wanted.empty()) return true;
  const auto found = Sectors(predicted);
  return std::any_of(wanted.begin(), wanted.end(),
                     [&](std::string_view sector) { return found.contains(sector); });
}

bool IsSameDyad(const Dyad& gold, const Dyad& predicted, DyadLevel level) {
  const auto sides = [&](const std::string& source, const std::string& target) {
    return IsSameSide(gold.source, source, level) &&
           IsSameSide(gold.target, target, level);
  };
  if (sides(predicted.source, predicted.target)) return true;
  return (gold.is_reciprocal || predicted.is_reciprocal) &&
         sides(predicted.target, predicted.source);
}

// Exact pass, then accepted types: each row takes the first free one that fits.
std::size_t CountGreedily(
    std::size_t gold, std::size_t predicted,
    const std::function<bool(std::size_t, std::size_t, bool)>& fits) {
  std::vector<bool> is_gold_used(gold, false);
  std::vector<bool> is_predicted_used(predicted, false);
  std::size_t matches = 0;
  for (const bool is_strict : {true, false}) {
    for (std::size_t g = 0; g < gold; ++g) {
      for (std::size_t p = 0; p < predicted && !is_gold_used[g]; ++p) {
        if (is_predicted_used[p] || !fits(g, p, is_strict)) continue;
        is_gold_used[g] = is_predicted_used[p] = true;
        ++matches;
      }
    }
  }
  return matches;
}

bool AreLinked(const Dyad& a, const Dyad& b) {
  if (a.source == b.source || a.target == b.target) return true;
  return (a.is_reciprocal || b.is_reciprocal) &&
         (a.source == b.target || a.target == b.source);
}

}  // namespace

std::vector<Dyad> ToDyads(const std::vector<CodedEvent>& events) {
  std::map<std::string, std::map<Party, std::set<std::string>>> by_type;
  std::set<std::pair<std::string, Party>> reciprocal;
  for (const CodedEvent& event : events) {
    if (event.type.empty()) continue;
    std::set<std::string> types = event.accepted;
    types.insert(event.type);
    const auto sources = Codes(event.sources);
    const auto targets = Codes(event.targets);
    const auto add = [&](const Party& party) {
      by_type[event.type][party].insert(types.begin(), types.end());
    };
    const bool is_among_sources = targets.size() == 1 && targets.front() == kNobody &&
                                  sources.size() > 1 && IsReciprocalType(event.type);
    for (std::size_t i = 0; i < sources.size(); ++i) {
      if (is_among_sources) {
        for (std::size_t j = i + 1; j < sources.size(); ++j) {
          add({sources[i], sources[j]});
          reciprocal.insert({event.type, std::minmax(sources[i], sources[j])});
        }
      } else {
        for (const std::string& target : targets) add({sources[i], target});
      }
    }
  }
  std::vector<Dyad> dyads;
  for (const auto& [type, parties] : by_type) {
    std::set<Party> done;
    for (const auto& [party, types] : parties) {
      if (done.contains(party)) continue;
      const Party reverse{party.second, party.first};
      const bool is_both = party != reverse && parties.contains(reverse);
      done.insert(party);
      if (is_both) done.insert(reverse);
      const bool is_reciprocal =
          is_both || type == "CONSULT" ||
          reciprocal.contains({type, std::minmax(party.first, party.second)});
      dyads.push_back({.source = party.first,
                       .target = party.second,
                       .type = type,
                       .types = types,
                       .is_reciprocal = is_reciprocal});
    }
  }
  return dyads;
}

std::vector<TypedEvent> JoinByType(const std::vector<Dyad>& dyads) {
  std::map<std::string, std::vector<const Dyad*>> by_type;
  for (const Dyad& dyad : dyads) by_type[dyad.type].push_back(&dyad);
  std::vector<TypedEvent> joined;
  for (const auto& [type, group] : by_type) {
    std::vector<std::size_t> part(group.size());
    for (std::size_t i = 0; i < group.size(); ++i) {
      part[i] = i;
      for (std::size_t j = 0; j < i; ++j) {
        if (!AreLinked(*group[i], *group[j])) continue;
        std::replace(part.begin(), part.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                     std::size_t{part[i]}, std::size_t{part[j]});
      }
    }
    std::map<std::size_t, TypedEvent> parts;
    for (std::size_t i = 0; i < group.size(); ++i) {
      TypedEvent& event = parts[part[i]];
      event.type = type;
      event.types.insert(group[i]->types.begin(), group[i]->types.end());
    }
    for (auto& [unused, event] : parts) joined.push_back(std::move(event));
  }
  return joined;
}

std::size_t CountMatches(const std::vector<TypedEvent>& gold,
                         const std::vector<TypedEvent>& predicted) {
  return CountGreedily(gold.size(), predicted.size(),
                       [&](std::size_t g, std::size_t p, bool is_strict) {
                         return is_strict ? gold[g].type == predicted[p].type
                                          : gold[g].types.contains(predicted[p].type);
                       });
}

std::size_t CountMatches(const std::vector<Dyad>& gold,
                         const std::vector<Dyad>& predicted, DyadLevel level) {
  // Rows with unknown parties fit nearly anything, so they choose last.
  std::vector<Dyad> ordered = gold;
  std::stable_sort(ordered.begin(), ordered.end(), [](const Dyad& a, const Dyad& b) {
    const auto unknown = [](const Dyad& dyad) {
      return dyad.source.starts_with(kNobody) + dyad.target.starts_with(kNobody);
    };
    return unknown(a) < unknown(b);
  });
  return CountGreedily(ordered.size(), predicted.size(),
                       [&](std::size_t g, std::size_t p, bool is_strict) {
                         const bool is_type =
                             is_strict ? ordered[g].type == predicted[p].type
                                       : ordered[g].types.contains(predicted[p].type);
                         return is_type && IsSameDyad(ordered[g], predicted[p], level);
                       });
}

}  // namespace entente
