#include "meaning/place_relative.h"

#include <cmath>
#include <optional>
#include <string_view>

#include "meaning/counts.h"
#include "world/world.h"

namespace entente {
namespace {

// "50 km north of": what stands before a place's name.
struct Measure {
  std::uint32_t first_word = 0;
  std::optional<double> km;
  std::optional<double> bearing;
};

class RelativeReader {
 public:
  RelativeReader(const Analysis& analysis, PlaceTable& places)
      : analysis_(analysis),
        syntax_(*analysis.syntax),
        words_(analysis.world->place_words()),
        places_(places) {}

  void Run() {
    for (std::size_t i = 0; i < places_.places.size(); ++i) Read(i);
  }

 private:
  void Read(std::size_t index);
  bool IsNear(const PlaceMention& place) const;
  bool IsPart(const PlaceMention& place) const;
  std::optional<Measure> MeasureBefore(std::uint32_t word) const;
  PlaceMention* LocatedBefore(std::uint32_t word);

  const Analysis& analysis_;
  const SyntaxTable& syntax_;
  const PlaceWords& words_;
  PlaceTable& places_;
};

bool RelativeReader::IsNear(const PlaceMention& place) const {
  const std::uint32_t first = place.first_word;
  if (first >= 2 && analysis_.form(first - 1) == "of" &&
      words_.Is(PlaceWord::kEdge, analysis_.form(first - 2))) {
    return true;
  }
  for (const std::uint32_t child : analysis_.tree.children(place.head_word)) {
    if (syntax_.relation[child] == Relation::kCase && child < place.first_word &&
        words_.Is(PlaceWord::kNear, analysis_.form(child))) {
      return true;
    }
  }
  return false;
}

// "eastern Ukraine", "southern Texas": the point is of the whole.
bool RelativeReader::IsPart(const PlaceMention& place) const {
  return (place.precision == PlacePrecision::kCountry ||
          place.precision == PlacePrecision::kAdmin1) &&
         place.first_word > 0 &&
         words_.Bearing(analysis_.form(place.first_word - 1)).has_value();
}

// Reads backwards from a name: "of", a bearing, a unit, a number.
std::optional<Measure> RelativeReader::MeasureBefore(std::uint32_t word) const {
  Measure measure;
  std::uint32_t at = word;
  const auto before = [&]() { return at > 0 ? analysis_.form(at - 1) : ""; };
  if (before() == "the") --at;
  if (before() != "of" && before() != "from" && before() != "outside")
    return std::nullopt;
  --at;
  if (before() == "away") --at;
  measure.bearing = words_.Bearing(before());
  if (measure.bearing) --at;
  if (measure.bearing && before() == "the") --at;
  if (measure.bearing && before() == "to") --at;
  if (before() == ")" && at >= 4) {  // "50 miles (80 km) north of"
    std::uint32_t open = at - 1;
    while (open > 0 && at - open < 6 && analysis_.form(open) != "(") --open;
    if (analysis_.form(open) == "(") at = open;
  }
  const auto unit = words_.Unit(before());
  if (unit && at >= 2) {
    std::uint32_t number = at - 2;
    if (analysis_.form(number) == "-" && number > 0) --number;
    const auto value = NumberOf(analysis_.form(number));
    if (value) {
      measure.km = *value * *unit;
      at = number;
    }
  }
  if (!measure.km && !measure.bearing) return std::nullopt;
  measure.first_word = at;
  return measure;
}

// The place that ends right before a word, but for a comma, "about" and the like.
PlaceMention* RelativeReader::LocatedBefore(std::uint32_t word) {
  constexpr std::uint32_t kFurthest = 5;
  for (std::uint32_t steps = 1; steps <= kFurthest && steps <= word; ++steps) {
    const std::uint32_t at = word - steps;
    const std::uint32_t place = places_.place_at[at];
    if (place != kNoWord) return &places_.places[place];
    const Upos upos = syntax_.upos[at];
    if (upos == Upos::kVerb || upos == Upos::kNoun) return nullptr;
    if (upos == Upos::kPunct && analysis_.form(at) != ",") return nullptr;
  }
  return nullptr;
}

void RelativeReader::Read(std::size_t index) {
  PlaceMention& place = places_.places[index];
  const auto measure = MeasureBefore(place.first_word);
  if (!measure || !measure->km) {
    if (IsNear(place) || measure) {
      place.precision = PlacePrecision::kNear;
    } else if (IsPart(place)) {
      place.precision = PlacePrecision::kRegion;
    }
    return;
  }
  const bool has_point = place.point && place.precision != PlacePrecision::kCountry;
  std::optional<Point> moved;
  if (has_point && measure->bearing) {
    moved = Move(*place.point, *measure->km, *measure->bearing);
  }
  if (PlaceMention* located = LocatedBefore(measure->first_word); located != nullptr) {
    if (!located->point && has_point) {
      located->point = moved ? moved : place.point;
      located->country = place.country;
      located->precision = PlacePrecision::kNear;
    }
    return;
  }
  if (moved) place.point = moved;
  place.precision = PlacePrecision::kNear;
}

}  // namespace

Point Move(Point from, double km, double bearing) {
  constexpr double kDegree = 3.14159265358979323846 / 180.0;
  const double arc = km / 6371.0088;
  const double lat = from.lat * kDegree;
  const double to_lat =
      std::asin(std::sin(lat) * std::cos(arc) +
                std::cos(lat) * std::sin(arc) * std::cos(bearing * kDegree));
  const double turn =
      std::atan2(std::sin(bearing * kDegree) * std::sin(arc) * std::cos(lat),
                 std::cos(arc) - std::sin(lat) * std::sin(to_lat));
  double lon = from.lon + turn / kDegree;
  if (lon > 180) lon -= 360;
  if (lon < -180) lon += 360;
  return {to_lat / kDegree, lon};
}

void ReadRelativePlaces(const Analysis& analysis, PlaceTable& places) {
  RelativeReader(analysis, places).Run();
}

}  // namespace entente
