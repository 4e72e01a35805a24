// Scores places against {"places":[{"b","e","lat","lon"}]}.
#include <cmath>

#include "base/check.h"
#include "base/strings.h"
#include "eval/evaluate.h"
#include "eval/gold.h"
#include "eval/score.h"

namespace entente {
namespace {

constexpr double kEarthRadiusKm = 6371.0088;
constexpr double kPi = 3.14159265358979323846;
constexpr double kNearKm = 161;  // a hundred miles: the field's usual bar

double DistanceKm(Point a, Point b) {
  const auto radians = [](double degrees) { return degrees * kPi / 180; };
  const double lat = std::sin(radians(b.lat - a.lat) / 2);
  const double lon = std::sin(radians(b.lon - a.lon) / 2);
  const double h =
      lat * lat + std::cos(radians(a.lat)) * std::cos(radians(b.lat)) * lon * lon;
  return 2 * kEarthRadiusKm * std::asin(std::fmin(1, std::sqrt(h)));
}

struct Tally {
  std::size_t gold = 0, predicted = 0, strict = 0, overlap = 0;
  std::size_t with_point = 0, found = 0, near = 0;

  void Add(const std::vector<GoldRow>& golds, const std::vector<PlaceMention>& places);
};

void Tally::Add(const std::vector<GoldRow>& golds,
                const std::vector<PlaceMention>& places) {
  gold += golds.size();
  predicted += places.size();
  for (const GoldRow row : golds) with_point += NumberIn(row, "lat").has_value();
  const auto matches =
      MatchGreedily(golds.size(), places.size(), [&](std::size_t g, std::size_t p) {
        return FitSpans(SpanOf(golds[g]), places[p].span);
      });
  for (const Pairing match : matches) {
    const GoldRow want = golds[match.gold];
    const PlaceMention& got = places[match.predicted];
    ++overlap;
    strict += SpanOf(want) == got.span;
    const auto lat = NumberIn(want, "lat");
    const auto lon = NumberIn(want, "lon");
    if (!lat || !lon) continue;
    ++found;
    near += got.point && DistanceKm({.lat = *lat, .lon = *lon}, *got.point) <= kNearKm;
  }
}

}  // namespace

Result<std::string> EvaluatePlaces(const Engine& engine, const std::string& gold) {
  Workspace workspace;
  Tally tally;
  TRY([[maybe_unused]] const auto done, ForEachGoldRow(gold, [&](GoldRow row) {
        tally.Add(ListIn(row, "places"),
                  ReadGold(engine, workspace, row).reading.places);
      }));
  const auto share = [](std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  };
  return StrCat(
      "tagging strict  ", ToString(Score(tally.strict, tally.predicted, tally.gold)),
      "\ntagging overlap ", ToString(Score(tally.overlap, tally.predicted, tally.gold)),
      "\nresolution acc@161km ", Fixed(share(tally.near, tally.found)), " (n ",
      tally.found, ")\nend to end acc@161km ",
      Fixed(share(tally.near, tally.with_point)), " (", tally.with_point - tally.found,
      " gold places not found)\n", "gold, predicted, matched ", tally.gold, " ",
      tally.predicted, " ", tally.overlap, "\n");
}

}  // namespace entente
