// The columns of the tables in data/world/ and how their cells are read.
#ifndef ENTENTE_WORLD_TABLE_CELLS_H_
#define ENTENTE_WORLD_TABLE_CELLS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "world/actor.h"
#include "world/place.h"
#include "world/role.h"

namespace entente {

// organisations, groups, media, persons. Rows with the id of the row above add a
// tenure.
enum class ActorColumn : std::uint8_t {
  kId,
  kName,
  kAliases,  // "A|B|~C": C is a short form
  kClass,
  kCountry,
  kSector,
  kGroup,
  kTitle,
  kFrom,
  kTo,
  kSource,
};

enum class PlaceColumn : std::uint8_t {
  kId,
  kName,
  kAliases,
  kKind,
  kCountry,
  kAdmin1,  // GeoNames' code of the division
  kLat,
  kLon,
  kGeonames,
  kSource,
};

// A country that the data packages lack, or other names and another point for one.
enum class CountryColumn : std::uint8_t {
  kId,
  kIso3,
  kName,
  kAliases,
  kLat,
  kLon,
  kSource,
};

// Where a country or a division lies on the map, and its other names.
enum class ReferenceColumn : std::uint8_t {
  kId,
  kCountry,
  kDivision,  // GeoNames' code; empty: the country itself
  kName,      // what a country is called
  kAliases,
  kLat,  // both empty: the point stays
  kLon,
  kSource,
};

enum class RoleColumn : std::uint8_t {
  kId,
  kLemma,
  kPlural,  // "+" regular, "-" none, else the form
  kSector,
  kCountry,
  kKind,
  kFlags,  // blanks between: speaks org title alone former head generic
  kSource,
};

struct TableFormat {
  std::string_view file;
  std::vector<std::string_view> columns;
};

// All tables of names, in the order that they are read.
const std::vector<TableFormat>& TableFormats();

// Among rows of one name, a place of our own table comes before any of the gazetteer
// but the largest cities.
inline constexpr std::uint32_t kTablePopulation = 900'000;

std::optional<ActorClass> ActorClassOf(std::string_view name);
std::optional<PlaceKind> PlaceKindOf(std::string_view name);
std::optional<RoleKind> RoleKindOf(std::string_view name);
std::optional<std::uint8_t> RoleFlags(std::string_view names);

// "YYYY", "YYYY-MM" or "YYYY-MM-DD" as days since 1970, its first or last day; kNoDay
// for an empty cell; nothing for anything else.
enum class DayEdge : std::uint8_t { kFirst, kLast };
std::optional<std::int32_t> ParseDay(std::string_view cell, DayEdge edge);

std::optional<double> ParseNumber(std::string_view cell);

// A point on the ground, in degrees; nothing where a cell is no number or out of range.
struct Degrees {
  double lat = 0, lon = 0;
};
std::optional<Degrees> ParseDegrees(std::string_view lat, std::string_view lon);

// The regular English plural of a phrase's last word: "deputies", "judges", "bosses".
std::string Plural(std::string_view lemma);

}  // namespace entente

#endif  // ENTENTE_WORLD_TABLE_CELLS_H_
