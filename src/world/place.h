// Place: an entry of the gazetteer: city, first-level division, sea, river, region.
//
// Ids are permanent: "gn1138958" is GeoNames' number, "cc:AFG.23" a first-level
// division as GeoNames codes it, "p0012" a row of data/world/places.tsv.
#ifndef ENTENTE_WORLD_PLACE_H_
#define ENTENTE_WORLD_PLACE_H_

#include <cstdint>
#include <string_view>

#include "base/id.h"

namespace entente {

using GazetteerId = Id<struct GazetteerTag>;

// The numbers are written into world files: add at the end.
enum class PlaceKind : std::uint8_t {
  kCity,       // any populated place
  kCapital,    // of a country: it may stand for the government
  kAdminSeat,  // of a first-level division
  kAdmin1,     // state, province, governorate, oblast
  kRegion,     // part of a country or of several: Donbas, Kurdistan, Sahel
  kContinent,  // a world region: Africa, Middle East, Central Asia
  kSea,        // ocean, sea, gulf, bay
  kStrait,     // strait, canal, channel
  kRiver,      // river, lake
  kIsland,     // island, archipelago, peninsula
  kMountain,   // range, peak, pass
  kDesert,
  kSite,  // camp, base, square, border crossing, dam
};

std::string_view Name(PlaceKind kind);  // "city", "capital", "admin1", ...

struct Place {
  std::uint32_t geonames = 0;  // 0: not one of GeoNames'
  std::string_view row;      // "p0012": row of places.tsv or a division's code; else ""
  std::string_view name;     // as GeoNames or the table spells it, UTF-8
  std::string_view country;  // ISO 3166-1 alpha-3; "" at sea or across countries
  std::string_view admin1;   // name of the first-level division, "" where unknown
  std::string_view admin1_code;  // GeoNames' code within the country: "23"
  GazetteerId parent;            // the division's own entry, where there is one
  double lat = 0;                // degrees, WGS84
  double lon = 0;
  // 0: not given. A stand-in that ranks it among its namesakes where it is a row of our
  // own (900,000) or a county (a quarter of its towns' people; its kind is kRegion).
  std::uint32_t population = 0;
  PlaceKind kind = PlaceKind::kCity;
};

}  // namespace entente

#endif  // ENTENTE_WORLD_PLACE_H_
