// Country: a state or territory of ISO 3166-1 (and Kosovo). Demonym: an adjective or
// noun for its people, or for a people that has no country.
#ifndef ENTENTE_WORLD_COUNTRY_H_
#define ENTENTE_WORLD_COUNTRY_H_

#include <cstdint>
#include <string_view>

#include "base/id.h"
#include "world/place.h"

namespace entente {

using CountryId = Id<struct CountryTag>;
using DemonymId = Id<struct DemonymTag>;

struct Country {
  std::string_view iso3;       // "AFG"; Kosovo is "XKX"
  std::string_view iso2;       // "AF"
  std::string_view name;       // "Afghanistan"
  std::string_view official;   // "Islamic Republic of Afghanistan"
  std::string_view region;     // "Asia"
  std::string_view subregion;  // "Southern Asia"
  std::string_view borders;    // iso3 codes, a blank between: "IRN PAK TKM UZB TJK CHN"
  GazetteerId capital;         // may be invalid
  double lat = 0;
  double lon = 0;
  double area_km2 = 0;
  bool is_independent = false;
};

// What a demonym's form can be in a sentence.
inline constexpr std::uint8_t kDemonymAdjective = 1;  // "Afghan", "Dutch"
inline constexpr std::uint8_t kDemonymSingular = 2;   // "an Afghan", "a Dutchman"
inline constexpr std::uint8_t kDemonymPlural = 4;     // "Afghans", "the Dutch"

// One form of a demonym. Code parts are "" where the people has none: "Kurdish" has no
// country and group KUR, "Soviet" is historical, "Western" no code at all.
struct Demonym {
  std::string_view row;  // "d0012", a permanent id; "" where the country package has it
  std::string_view form;     // "Afghan"
  std::string_view country;  // "AFG"
  std::string_view group;    // ethnic, religious or regional group's code
  std::string_view place;    // what it belongs to: "Afghanistan", "Chechnya", "Europe"
  std::uint8_t forms = 0;    // the bits above
};

}  // namespace entente

#endif  // ENTENTE_WORLD_COUNTRY_H_
