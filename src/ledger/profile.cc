#include "ledger/profile.h"

#include <algorithm>

#include "base/hash.h"
#include "base/strings.h"
#include "ledger/shingles.h"

namespace entente {
namespace {

constexpr std::size_t kLeadWords = 150;  // of the text; the rest is background
constexpr std::size_t kMostEvents = 20;
constexpr std::size_t kMostActors = 30;
constexpr std::size_t kMostPlaces = 12;

class Collector {
 public:
  void Add(Feature kind, std::uint64_t hash) {
    constexpr std::uint64_t kHash = 0xFFFFFFFC;
    profile_.push_back(static_cast<std::uint32_t>((hash >> 16) & kHash) |
                       static_cast<std::uint32_t>(kind));
  }
  void Add(Feature kind, std::string_view text) { Add(kind, Hash64(AsciiLower(text))); }
  void AddWords(std::string_view text, std::size_t most) {
    const std::vector<std::uint64_t> words = WordHashes(text);
    for (std::size_t i = 0; i < std::min(most, words.size()); ++i) {
      Add(Feature::kWord, words[i]);
    }
  }
  Profile Take() {
    std::sort(profile_.begin(), profile_.end());
    profile_.erase(std::unique(profile_.begin(), profile_.end()), profile_.end());
    return std::move(profile_);
  }

 private:
  Profile profile_;
};

std::string_view CountryOf(const std::vector<EntityId>& side, const Reading& reading) {
  for (const EntityId entity : side) {
    if (entity.valid()) return reading.entities[entity.value].code.country;
  }
  return "";
}

}  // namespace

Profile ProfileOf(const Document& document, const Reading& reading) {
  Collector collector;
  collector.AddWords(document.title, kLeadWords);
  collector.AddWords(std::string_view(document.text).substr(0, kLeadWords * 12),
                     kLeadWords);
  std::size_t count = 0;
  for (const Entity& entity : reading.entities) {
    if (entity.kind == ActorKind::kPronoun || entity.kind == ActorKind::kRole) continue;
    if (++count > kMostActors) break;
    collector.Add(Feature::kActor, entity.name);
    if (!entity.code.country.empty()) {
      collector.Add(Feature::kActor, entity.code.country);
    }
  }
  count = 0;
  for (const PlaceMention& place : reading.places) {
    if (++count > kMostPlaces) break;
    collector.Add(Feature::kPlace, place.name);
  }
  count = 0;
  for (const Event& event : reading.events) {
    if (++count > kMostEvents) break;
    collector.Add(Feature::kEvent,
                  StrCat(CountryOf(event.actor, reading), '|', Name(event.type), '|',
                         CountryOf(event.recipient, reading)));
  }
  return collector.Take();
}

std::string ToBytes(const Profile& profile) {
  std::string bytes;
  for (const std::uint32_t feature : profile) {
    for (int shift = 0; shift < 32; shift += 8) {
      bytes += static_cast<char>((feature >> shift) & 0xFF);
    }
  }
  return bytes;
}

Profile ProfileFrom(std::string_view bytes) {
  Profile profile(bytes.size() / 4);
  for (std::size_t i = 0; i < profile.size() * 4; ++i) {
    profile[i / 4] |= std::uint32_t{static_cast<unsigned char>(bytes[i])}
                      << (8 * (i % 4));
  }
  return profile;
}

}  // namespace entente
