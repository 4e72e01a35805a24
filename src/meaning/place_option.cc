#include "meaning/place_option.h"

#include <algorithm>
#include <cmath>

#include "world/world.h"

namespace entente {
namespace {

constexpr std::size_t kMostCandidates = 40;
constexpr double kCountryPrior = 8.5;
constexpr double kOwnName = 0.7;  // the entry is called so, not also called so

double Prior(const Place& place) {
  const double prior = std::log10(static_cast<double>(place.population) + 1.0);
  switch (place.kind) {
    case PlaceKind::kCapital:
      return prior + 1.5;
    case PlaceKind::kAdminSeat:
      return prior + 0.5;
    case PlaceKind::kCity:
      return prior;
    case PlaceKind::kAdmin1:
      return std::max(prior, 4.8);
    case PlaceKind::kContinent:
    case PlaceKind::kSea:
      return std::max(prior, 6.5);
    case PlaceKind::kRegion:  // a county's people are a stand-in, see world/place.h
      return place.row.empty() ? prior : std::max(prior, 6.5);
    case PlaceKind::kStrait:
    case PlaceKind::kRiver:
    case PlaceKind::kIsland:
    case PlaceKind::kMountain:
    case PlaceKind::kDesert:
    case PlaceKind::kSite:
      return std::max(prior, 5.0);
  }
  return prior;
}

PlaceOption CountryOption(const Candidate& candidate, const Country& country) {
  PlaceOption option;
  option.candidate = candidate;
  option.country = country.iso3;
  option.name = country.name;
  option.point = {country.lat, country.lon};
  option.kind = PlaceKind::kRegion;
  option.is_country = true;
  option.prior = kCountryPrior;
  return option;
}

// "Mexico" alone is the country, not its capital or a state of it; but "Scotland",
// which is one more name for a country, is the part that is called so.
bool IsShadowed(const PlaceOption& country, const PlaceOption& option) {
  if (!country.is_country || country.country != option.country) return false;
  const bool is_part = option.kind == PlaceKind::kAdmin1 &&
                       (option.candidate.flags & kNameIsPrimary) != 0 &&
                       (country.candidate.flags & kNameIsPrimary) == 0;
  return !is_part;
}

// "New York" alone is the city, not the state around it; "Kandahar" likewise.
void PreferCities(std::vector<PlaceOption>& options) {
  constexpr double kMillion = 6.0 + kOwnName;
  for (PlaceOption& division : options) {
    if (division.kind != PlaceKind::kAdmin1) continue;
    for (const PlaceOption& city : options) {
      const bool is_in =
          city.country == division.country && city.admin1 == division.admin1;
      const bool is_main = city.kind == PlaceKind::kAdminSeat ||
                           city.kind == PlaceKind::kCapital ||
                           (city.kind == PlaceKind::kCity && city.prior >= kMillion);
      if (is_in && is_main) division.prior = std::min(division.prior, city.prior - 0.3);
    }
  }
}

}  // namespace

std::vector<PlaceOption> OptionsOf(const FoundName& name, const NameTable& names,
                                   const World& world) {
  std::vector<PlaceOption> options;
  if (name.hit == kNoWord) return options;
  for (const Candidate& candidate : names.hits.of(names.hits.hits[name.hit])) {
    if (options.size() == kMostCandidates) break;
    if (candidate.kind == EntryKind::kCountry) {
      options.push_back(CountryOption(candidate, world.country({candidate.index})));
    } else if (candidate.kind == EntryKind::kPlace) {
      const Place place = world.place({candidate.index});
      PlaceOption option;
      option.candidate = candidate;
      option.country = place.country;
      option.admin1 = place.kind == PlaceKind::kAdmin1 ? place.name : place.admin1;
      option.name = place.name;
      option.point = {place.lat, place.lon};
      option.kind = place.kind;
      option.prior = Prior(place) + (candidate.flags & kNameIsPrimary ? kOwnName : 0.0);
      if (!options.empty() && IsShadowed(options.front(), option)) continue;
      if (!options.empty() && options.front().is_country &&
          options.front().country == option.country) {
        options.front().prior = option.prior - 1;
      }
      options.push_back(option);
    }
  }
  PreferCities(options);
  return options;
}

double Distance(Point a, Point b) {
  constexpr double kRadius = 6371.0088;
  constexpr double kDegree = 3.14159265358979323846 / 180.0;
  const double lat = std::sin((b.lat - a.lat) * kDegree / 2);
  const double lon = std::sin((b.lon - a.lon) * kDegree / 2);
  const double h =
      lat * lat + std::cos(a.lat * kDegree) * std::cos(b.lat * kDegree) * lon * lon;
  return 2 * kRadius * std::asin(std::min(1.0, std::sqrt(h)));
}

bool Contains(const PlaceOption& outer, const PlaceOption& inner) {
  if (outer.country.empty() || outer.country != inner.country) return false;
  if (inner.is_country) return false;
  if (outer.is_country) return true;
  if (inner.candidate.index == outer.candidate.index) return false;
  const double away = Distance(outer.point, inner.point);
  switch (outer.kind) {
    case PlaceKind::kAdmin1:
      return inner.kind != PlaceKind::kAdmin1 && inner.admin1 == outer.admin1;
    case PlaceKind::kCity:
    case PlaceKind::kCapital:
    case PlaceKind::kAdminSeat:
    case PlaceKind::kSite:
      return away < 60;
    case PlaceKind::kRegion:
      return inner.kind != PlaceKind::kAdmin1 && away < 160;
    case PlaceKind::kIsland:
    case PlaceKind::kDesert:
    case PlaceKind::kMountain:
      return inner.kind != PlaceKind::kAdmin1 && away < 400;
    case PlaceKind::kContinent:
    case PlaceKind::kSea:
    case PlaceKind::kStrait:
    case PlaceKind::kRiver:
      return false;
  }
  return false;
}

}  // namespace entente
