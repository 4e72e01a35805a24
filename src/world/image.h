// Image: the bytes of a world file, seen as tables of fixed-size records.
//
//   "ENTWORLD", version, section count, checksum of what follows the header
//   one (offset, size) pair a section
//   the sections, each beginning at a multiple of 8
//
// Strings are offsets into the section of strings: two bytes of length, then UTF-8;
// offset 0 is the empty string. Little-endian. Opening checks the header and that the
// sections lie inside; Verify also reads every byte.
#ifndef ENTENTE_WORLD_IMAGE_H_
#define ENTENTE_WORLD_IMAGE_H_

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "world/name_index.h"

namespace entente {

static_assert(std::endian::native == std::endian::little,
              "world files are little-endian");

inline constexpr std::uint32_t kWorldVersion = 1;
inline constexpr std::uint32_t kNoRecord = UINT32_MAX;
inline constexpr std::int32_t kNoDay = INT32_MIN;

using Code4 = std::array<char, 4>;  // up to four letters, zeros after

struct CountryRecord {
  Code4 iso3, iso2;
  std::uint32_t name, official, region, subregion, borders, capital;
  float lat, lon, area_km2;
  std::uint32_t is_independent;
};

struct DemonymRecord {
  std::uint32_t row, form, place;
  Code4 country, group;
  std::uint32_t forms;
};

struct PlaceRecord {
  std::uint32_t geonames, row, name, parent;
  Code4 country;
  float lat, lon;
  std::uint32_t population;
  std::uint32_t kind;
};

struct ActorRecord {
  std::uint32_t row, name, kind, first_tenure, tenure_count;
};

struct TenureRecord {
  Code4 country, sector, group;
  std::uint32_t title;
  std::int32_t from, to;
};

struct RoleRecord {
  std::uint32_t row, form, lemma;
  Code4 sector, country;
  std::uint8_t kind, is_plural, flags, reserved;
};

// Open addressing: a name's hash picks a slot by its upper half and is told from others
// in the same run of slots by its lower half.
struct SlotRecord {
  std::uint32_t fingerprint;
  std::uint32_t value;  // 0: free; else the bits below and 1 + index of first candidate
};
inline constexpr std::uint32_t kSlotIsPrefix = 1U << 31;
inline constexpr std::uint32_t kSlotIsCommon = 1U << 30;
inline constexpr std::uint32_t kSlotIsGivenName = 1U << 29;
inline constexpr std::uint32_t kSlotCandidate = (1U << 29) - 1;

// Candidates are words: last of its list, kind, flags, index.
std::uint32_t PackCandidate(Candidate candidate, bool is_last);
Candidate UnpackCandidate(std::uint32_t packed);
inline constexpr std::uint32_t kCandidateIsLast = 1U << 31;

enum class Section : std::uint8_t {
  kStrings,
  kCountries,
  kDemonyms,
  kPlaces,
  kActors,
  kTenures,
  kRoles,
  kSlots,
  kCandidates,
};
inline constexpr std::size_t kSectionCount = 9;

// A view: the bytes must outlive it.
class Image {
 public:
  // REQUIRES: `bytes` begin at a multiple of 8. Returns kCorrupt for what is no world
  // file.
  static Result<Image> Open(std::string_view bytes, std::string_view name);

  // Returns kCorrupt when the checksum is wrong. Reads everything.
  Status Verify() const;

  std::string_view String(std::uint32_t offset) const;
  std::uint32_t Find(std::uint64_t name) const;  // a slot's value, 0 where absent

  std::span<const CountryRecord> countries;
  std::span<const DemonymRecord> demonyms;
  std::span<const PlaceRecord> places;
  std::span<const ActorRecord> actors;
  std::span<const TenureRecord> tenures;
  std::span<const RoleRecord> roles;
  std::span<const SlotRecord> slots;
  std::span<const std::uint32_t> candidates;

 private:
  std::string_view bytes_;
  std::string_view strings_;
};

// The bytes of a world file from those of its sections.
std::string AssembleImage(const std::array<std::string, kSectionCount>& sections);

// The slot where the search for a name begins.
std::size_t FirstSlot(std::uint64_t name, std::size_t slot_count);

}  // namespace entente

#endif  // ENTENTE_WORLD_IMAGE_H_
