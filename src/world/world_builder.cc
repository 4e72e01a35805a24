#include "world/world_builder.h"

#include <algorithm>
#include <cstring>
#include <tuple>

#include "base/strings.h"
#include "world/name_unit.h"
#include "world/place.h"

namespace entente {
namespace {

constexpr std::uint64_t kNoName = 0;
constexpr std::size_t kMaxUnits = 12;
constexpr std::size_t kMaxCandidates = 100;  // of one name: "San José" has hundreds

template <typename Record>
std::string Bytes(const std::vector<Record>& records) {
  std::string out(records.size() * sizeof(Record), '\0');
  if (!records.empty()) std::memcpy(out.data(), records.data(), out.size());
  return out;
}

template <typename Record>
std::uint32_t Append(std::vector<Record>& records, const Record& record) {
  records.push_back(record);
  return static_cast<std::uint32_t>(records.size() - 1);
}

std::uint64_t WordHash(std::string_view word) {
  const auto units = UnitsOfName(word);
  return units.size() == 1 ? ExtendName(kNoName, units[0].hash) : 0;
}

// How likely a place is meant, among those of one name: its people, where capitals
// weigh more, and a division less than its city.
double Weight(const PlaceRecord& place) {
  const double people = static_cast<double>(place.population);
  switch (static_cast<PlaceKind>(place.kind)) {
    case PlaceKind::kCapital:
      return 4 * people;
    case PlaceKind::kAdmin1:
      return people / 2;
    default:
      return people;
  }
}

// One name of an entry in two spellings is as free as the freer one.
Candidate Merge(Candidate a, Candidate b) {
  constexpr std::uint8_t kEither = kNameIsPrimary | kNameHasLower | kNameIsLower;
  constexpr std::uint8_t kBoth = kNameIsAcronym | kNameIsShort;
  a.flags = static_cast<std::uint8_t>(((a.flags | b.flags) & kEither) |
                                      (a.flags & b.flags & kBoth));
  return a;
}

// False where two names would be taken for one another.
bool Insert(std::vector<SlotRecord>& slots, std::uint64_t hash, std::uint32_t value) {
  const auto fingerprint = static_cast<std::uint32_t>(hash);
  std::size_t at = FirstSlot(hash, slots.size());
  while (slots[at].value != 0) {
    if (slots[at].fingerprint == fingerprint) return false;
    at = at + 1 == slots.size() ? 0 : at + 1;
  }
  slots[at] = {fingerprint, value};
  return true;
}

}  // namespace

Code4 ToCode4(std::string_view code) {
  Code4 out{};
  std::copy_n(code.begin(), std::min<std::size_t>(code.size(), 4), out.begin());
  return out;
}

std::string_view FromCode4(const Code4& code) {
  std::size_t size = 0;
  while (size < code.size() && code[size] != '\0') ++size;
  return {code.data(), size};
}

bool IsAcronym(std::string_view name) {
  std::size_t letters = 0;
  for (const char c : name) {
    if (c == '.') continue;
    if (!IsAsciiUpper(c) && !IsAsciiDigit(c)) return false;
    ++letters;
  }
  return letters > 0 && letters <= 3;
}

WorldBuilder::WorldBuilder() { String(""); }

std::uint32_t WorldBuilder::String(std::string_view text) {
  text = text.substr(0, UINT16_MAX);
  const auto [at, is_new] = offsets_.try_emplace(
      std::string(text), static_cast<std::uint32_t>(strings_.size()));
  if (is_new) {
    const auto size = static_cast<std::uint16_t>(text.size());
    strings_.push_back(static_cast<char>(size & 0xFF));
    strings_.push_back(static_cast<char>(size >> 8));
    strings_ += text;
  }
  return at->second;
}

std::uint32_t WorldBuilder::Add(const CountryRecord& r) {
  return Append(countries_, r);
}
std::uint32_t WorldBuilder::Add(const DemonymRecord& r) { return Append(demonyms_, r); }
std::uint32_t WorldBuilder::Add(const PlaceRecord& r) { return Append(places_, r); }
std::uint32_t WorldBuilder::Add(const ActorRecord& r) { return Append(actors_, r); }
std::uint32_t WorldBuilder::Add(const TenureRecord& r) { return Append(tenures_, r); }
std::uint32_t WorldBuilder::Add(const RoleRecord& r) { return Append(roles_, r); }

void WorldBuilder::AddName(std::string_view name, Candidate candidate) {
  std::vector<std::uint64_t> units, plain;
  bool has_letter = false;
  bool has_lower = false;
  bool has_capital = false;
  for (const NameUnit& unit : UnitsOfName(name)) {
    if ((unit.shape & kUnitBreak) != 0) return;
    const bool is_upper = (unit.shape & (kUnitUpperFirst | kUnitAllUpper)) != 0;
    has_capital = has_capital || is_upper;
    has_lower = has_lower ||
                (!is_upper && (unit.shape & (kUnitParticle | kUnitPossessive)) == 0);
    units.push_back(unit.hash);
    if ((unit.shape & kUnitPossessive) == 0) plain.push_back(unit.hash);
    has_letter = has_letter || (unit.shape & kUnitDigit) == 0;
  }
  if (!has_letter || plain.empty() || units.size() > kMaxUnits) return;
  if (IsAcronym(name)) candidate.flags |= kNameIsAcronym;
  if (candidate.kind != EntryKind::kRole && has_lower) {
    if (has_capital) candidate.flags |= kNameHasLower;
    if (!has_capital && candidate.kind != EntryKind::kPlace)
      candidate.flags |= kNameIsLower;
  }
  AddUnits(plain, candidate);
  if (plain.size() != units.size() && units.back() != UnitsOfName("a's").back().hash) {
    AddUnits(units, candidate);
  }
}

void WorldBuilder::AddUnits(const std::vector<std::uint64_t>& units,
                            Candidate candidate) {
  std::uint64_t hash = kNoName;
  for (std::size_t i = 0; i < units.size(); ++i) {
    hash = ExtendName(hash, units[i]);
    if (i + 1 < units.size()) prefixes_.push_back(hash);
  }
  names_.push_back({hash, candidate});
}

void WorldBuilder::AddCommonWord(std::string_view word) {
  common_words_.insert(WordHash(word));
}
void WorldBuilder::AddNeverPlace(std::string_view word) {
  never_places_.insert(WordHash(word));
}
void WorldBuilder::AddGivenName(std::string_view word) {
  given_names_.insert(WordHash(word));
}

bool WorldBuilder::ComesBefore(const NameEntry& a, const NameEntry& b) const {
  const auto key = [this](const NameEntry& entry) {
    const Candidate& c = entry.candidate;
    return std::tuple(entry.hash, c.kind, (c.flags & kNameIsShort) != 0,
                      c.kind == EntryKind::kPlace ? -Weight(places_[c.index]) : 0.0,
                      c.index, c.flags);
  };
  return key(a) < key(b);
}

std::vector<std::uint32_t> WorldBuilder::PackCandidates(std::size_t begin,
                                                        std::size_t end) const {
  std::vector<Candidate> list;
  for (std::size_t at = begin; at < end; ++at) {
    const Candidate& next = names_[at].candidate;
    const auto same =
        std::find_if(list.begin(), list.end(), [&next](const Candidate& one) {
          return one.kind == next.kind && one.index == next.index;
        });
    if (same != list.end()) {
      *same = Merge(*same, next);
    } else if (list.size() < kMaxCandidates) {
      list.push_back(next);
    }
  }
  std::vector<std::uint32_t> packed;
  for (std::size_t i = 0; i < list.size(); ++i) {
    packed.push_back(PackCandidate(list[i], i + 1 == list.size()));
  }
  return packed;
}

std::vector<WorldBuilder::SlotValue> WorldBuilder::CollectSlots(
    std::vector<std::uint32_t>& candidates) {
  std::erase_if(names_, [this](const NameEntry& name) {
    return name.candidate.kind == EntryKind::kPlace &&
           never_places_.contains(name.hash);
  });
  std::sort(names_.begin(), names_.end(),
            [this](const auto& a, const auto& b) { return ComesBefore(a, b); });
  std::sort(prefixes_.begin(), prefixes_.end());
  prefixes_.erase(std::unique(prefixes_.begin(), prefixes_.end()), prefixes_.end());
  std::vector<SlotValue> values;
  auto prefix = prefixes_.begin();
  const auto add_prefixes_below = [&](std::uint64_t hash) {
    for (; prefix != prefixes_.end() && *prefix < hash; ++prefix) {
      values.emplace_back(*prefix, kSlotIsPrefix);
    }
  };
  for (std::size_t at = 0, end = 0; at < names_.size(); at = end) {
    const std::uint64_t hash = names_[at].hash;
    while (end < names_.size() && names_[end].hash == hash) ++end;
    add_prefixes_below(hash);
    std::uint32_t value = static_cast<std::uint32_t>(candidates.size() + 1);
    const auto packed = PackCandidates(at, end);
    candidates.insert(candidates.end(), packed.begin(), packed.end());
    if (prefix != prefixes_.end() && *prefix == hash) {
      value |= kSlotIsPrefix;
      ++prefix;
    }
    if (common_words_.contains(hash)) value |= kSlotIsCommon;
    if (given_names_.contains(hash)) value |= kSlotIsGivenName;
    values.emplace_back(hash, value);
  }
  add_prefixes_below(UINT64_MAX);
  return values;
}

std::string WorldBuilder::Finish() {
  std::vector<std::uint32_t> candidates;
  const std::vector<SlotValue> values = CollectSlots(candidates);
  std::vector<SlotRecord> slots;
  bool is_done = false;
  for (std::size_t size = values.size() * 4 / 3 + 8; !is_done; ++size) {
    slots.assign(size, {});
    is_done =
        std::all_of(values.begin(), values.end(), [&slots](const SlotValue& entry) {
          return Insert(slots, entry.first, entry.second);
        });
  }
  return AssembleImage({strings_, Bytes(countries_), Bytes(demonyms_), Bytes(places_),
                        Bytes(actors_), Bytes(tenures_), Bytes(roles_), Bytes(slots),
                        Bytes(candidates)});
}

}  // namespace entente
