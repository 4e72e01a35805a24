// PlaceMention: a place named in the text and the gazetteer entry it was resolved to.
#ifndef ENTENTE_RECORD_PLACE_H_
#define ENTENTE_RECORD_PLACE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"

namespace entente {

enum class PlacePrecision : std::uint8_t {
  kCity,
  kNear,  // "near Dushanbe": the point is of the place named, not of the event
  kAdmin1,
  kRegion,  // "eastern Ukraine", a sea, a river
  kCountry,
};

std::string_view Name(PlacePrecision precision);

struct Point {
  double lat = 0;  // degrees, WGS84
  double lon = 0;
};

struct PlaceMention {
  TextSpan span;
  std::string name;     // the gazetteer's, or the text's where it has none
  std::string country;  // ISO 3166-1 alpha-3; empty: unknown
  std::string admin1;   // name of the first-level division
  std::optional<Point> point;
  std::optional<std::uint32_t> geonames;
  PlacePrecision precision = PlacePrecision::kCity;
  std::uint32_t first_word = 0;  // both included
  std::uint32_t last_word = 0;
  std::uint32_t head_word = 0;
};

}  // namespace entente

#endif  // ENTENTE_RECORD_PLACE_H_
