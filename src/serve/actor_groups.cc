#include "serve/actor_groups.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "base/strings.h"

namespace entente {
namespace {

constexpr std::string_view kState = "state:";

struct Sector {
  std::string_view code, name;
  bool is_state;
};
constexpr std::array<Sector, 18> kSectors = {{
    {"GOV", "government", true},
    {"MIL", "military", true},
    {"COP", "police", true},
    {"JUD", "courts", true},
    {"LEG", "parliament", true},
    {"SPY", "intelligence", true},
    {"REB", "rebels", false},
    {"OPP", "opposition", false},
    {"PTY", "parties", false},
    {"UAF", "armed groups", false},
    {"BUS", "business", false},
    {"LAB", "labour", false},
    {"MED", "media", false},
    {"EDU", "education", false},
    {"REL", "religious", false},
    {"CVL", "civilians", false},
    {"CRM", "crime", false},
    {"SEP", "separatists", false},
}};

const Sector* FindSector(std::string_view code) {
  const auto at =
      std::find_if(kSectors.begin(), kSectors.end(),
                   [&](const Sector& sector) { return sector.code == code; });
  return at == kSectors.end() ? nullptr : &*at;
}

bool IsCode(std::string_view party) {
  return party.size() >= 3 && std::all_of(party.begin(), party.end(), [](char c) {
           return IsAsciiUpper(c) || IsAsciiDigit(c) || c == ' ' || c == '-';
         });
}

bool IsCountry(std::string_view code) {
  return code.size() == 3 && code != "---" && code != "IGO" && code != "NGO" &&
         code != "MNC" && code != "IMG";
}

// The country of a state's or its organ's code; empty for all other codes.
std::string_view StateOf(std::string_view code) {
  const auto parts = SplitBlank(code);
  if (parts.empty() || !IsCountry(parts[0]) || parts.size() > 2) return {};
  if (parts.size() == 2) {
    const Sector* sector = FindSector(parts[1]);
    if (sector == nullptr || !sector->is_state) return {};
  }
  return parts[0];
}

bool IsUnder(std::string_view code, std::string_view prefix) {
  return code.starts_with(prefix) &&
         (code.size() == prefix.size() || code[prefix.size()] == ' ');
}

// The name that most entities with exactly this code bear; of countries where some are.
std::unordered_map<std::string, std::string> CommonNames(const Snapshot& snapshot) {
  struct Best {
    std::uint64_t weight = 0;
    std::string_view name;
  };
  std::unordered_map<std::string, Best> best;
  for (const SnapshotActor& actor : snapshot.actors) {
    if (actor.code.empty()) continue;
    constexpr std::uint64_t kOfCountries = std::uint64_t{1} << 32U;
    const std::uint64_t weight =
        actor.entities + (actor.kind == "country" ? kOfCountries : 0);
    Best& now = best[actor.code];
    if (weight > now.weight || (weight == now.weight && actor.name < now.name)) {
      now = {.weight = weight, .name = actor.name};
    }
  }
  std::unordered_map<std::string, std::string> names;
  for (const auto& [code, found] : best) names.emplace(code, found.name);
  return names;
}

// "Russia", "Taliban", "Russia: opposition".
std::string NameOfCode(std::string_view code,
                       const std::unordered_map<std::string, std::string>& names) {
  const auto parts = SplitBlank(code);
  if (parts.empty()) return std::string(code);
  const auto whole = names.find(std::string(code));
  const bool is_named =
      parts.size() == 1 || parts.size() > 2 || FindSector(parts.back()) == nullptr;
  if (is_named) return whole == names.end() ? std::string(code) : whole->second;
  const auto country = names.find(std::string(parts[0]));
  const std::string_view sector = SectorName(parts.back());
  if (parts[0] == "---") return std::string(sector);
  return StrCat(country == names.end() ? std::string(parts[0]) : country->second, ": ",
                sector);
}

}  // namespace

std::string_view SectorName(std::string_view sector) {
  const Sector* found = FindSector(sector);
  return found == nullptr ? std::string_view() : found->name;
}

void AddGroups(Snapshot& snapshot) {
  const auto names = CommonNames(snapshot);
  std::unordered_map<std::string, std::uint32_t> numbers;
  for (SnapshotActor& actor : snapshot.actors) {
    const std::string_view state = StateOf(actor.code);
    std::string key = !state.empty()       ? StrCat(kState, state)
                      : actor.code.empty() ? actor.name
                                           : actor.code;
    const auto [at, is_new] = numbers.emplace(
        std::move(key), static_cast<std::uint32_t>(snapshot.groups.size()));
    actor.group = at->second;
    if (!is_new) continue;
    std::string label = !state.empty()       ? NameOfCode(state, names)
                        : actor.code.empty() ? actor.name
                                             : NameOfCode(actor.code, names);
    snapshot.groups.push_back({.key = at->first, .label = std::move(label)});
  }
}

std::vector<bool> ActorsOf(const Snapshot& snapshot, std::string_view party) {
  std::vector<bool> meant;
  if (party.empty()) return meant;
  meant.resize(snapshot.actors.size());
  const bool is_state = party.starts_with(kState);
  const bool is_code = !is_state && IsCode(party);
  const std::string_view state = is_state ? party.substr(kState.size()) : party;
  const std::string lower = AsciiLower(party);
  for (std::size_t i = 0; i < meant.size(); ++i) {
    const SnapshotActor& actor = snapshot.actors[i];
    if (is_state) {
      meant[i] = StateOf(actor.code) == state;
    } else if (is_code) {
      meant[i] = IsUnder(actor.code, party);
    } else {
      meant[i] = AsciiLower(actor.name).find(lower) != std::string::npos;
    }
  }
  return meant;
}

std::string LabelOf(const Snapshot& snapshot, std::string_view party) {
  for (const SnapshotGroup& group : snapshot.groups) {
    if (group.key == party) return group.label;
  }
  if (party.starts_with(kState)) return std::string(party.substr(kState.size()));
  if (!IsCode(party)) return std::string(party);
  const std::string state = StrCat(kState, party);
  for (const SnapshotGroup& group : snapshot.groups) {
    if (group.key == state) return StrCat(group.label, ", all under ", party);
  }
  return std::string(party);
}

}  // namespace entente
