#include "world/table_cells.h"

#include <array>
#include <charconv>

#include "base/date.h"
#include "base/strings.h"
#include "world/image.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 8> kClassNames = {
    "organisation", "institution", "armed-group", "party",
    "movement",     "media",       "company",     "person"};
constexpr std::array<std::string_view, 13> kPlaceNames = {
    "city",   "capital", "admin-seat", "admin1",   "region", "continent", "sea",
    "strait", "river",   "island",     "mountain", "desert", "site"};
constexpr std::array<std::string_view, 3> kRoleNames = {"person", "people",
                                                        "organisation"};
constexpr std::array<std::string_view, 7> kFlagNames = {
    "speaks", "org", "title", "alone", "former", "head", "generic"};

template <std::size_t n>
std::optional<std::uint8_t> IndexOf(const std::array<std::string_view, n>& names,
                                    std::string_view name) {
  for (std::size_t i = 0; i < n; ++i) {
    if (names[i] == name) return static_cast<std::uint8_t>(i);
  }
  return std::nullopt;
}

std::optional<int> ParseInt(std::string_view text) {
  int value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size())
    return std::nullopt;
  return value;
}

}  // namespace

std::string_view Name(ActorClass kind) {
  return kClassNames[static_cast<std::size_t>(kind)];
}
std::string_view Name(PlaceKind kind) {
  return kPlaceNames[static_cast<std::size_t>(kind)];
}
std::string_view Name(RoleKind kind) {
  return kRoleNames[static_cast<std::size_t>(kind)];
}

const std::vector<TableFormat>& TableFormats() {
  const std::vector<std::string_view> actor = {"id",      "name",   "aliases", "class",
                                               "country", "sector", "group",   "title",
                                               "from",    "to",     "source"};
  static const std::vector<TableFormat> formats = {
      {"countries.tsv", {"id", "iso3", "name", "aliases", "lat", "lon", "source"}},
      {"countries_extra.tsv", {"id", "iso3", "name", "source"}},
      {"reference_points.tsv",
       {"id", "country", "division", "name", "aliases", "lat", "lon", "source"}},
      {"demonyms.tsv",
       {"id", "adjective", "singular", "plural", "country", "group", "place",
        "source"}},
      {"places.tsv",
       {"id", "name", "aliases", "kind", "country", "admin1", "lat", "lon", "geonames",
        "source"}},
      {"organisations.tsv", actor},
      {"groups.tsv", actor},
      {"media.tsv", actor},
      {"persons.tsv", actor},
      {"roles.tsv",
       {"id", "lemma", "plural", "sector", "country", "kind", "flags", "source"}},
      {"common_words.tsv", {"id", "words", "source"}},
      {"given_names.tsv", {"id", "words", "source"}},
      {"never_places.tsv", {"id", "words", "source"}},
  };
  return formats;
}

std::optional<ActorClass> ActorClassOf(std::string_view name) {
  const auto at = IndexOf(kClassNames, name);
  return at ? std::optional(static_cast<ActorClass>(*at)) : std::nullopt;
}

std::optional<PlaceKind> PlaceKindOf(std::string_view name) {
  const auto at = IndexOf(kPlaceNames, name);
  return at ? std::optional(static_cast<PlaceKind>(*at)) : std::nullopt;
}

std::optional<RoleKind> RoleKindOf(std::string_view name) {
  const auto at = IndexOf(kRoleNames, name);
  return at ? std::optional(static_cast<RoleKind>(*at)) : std::nullopt;
}

std::optional<std::uint8_t> RoleFlags(std::string_view names) {
  std::uint8_t flags = 0;
  for (const std::string_view name : SplitBlank(names)) {
    const auto at = IndexOf(kFlagNames, name);
    if (!at) return std::nullopt;
    flags = static_cast<std::uint8_t>(flags | (1U << *at));
  }
  return flags;
}

std::optional<std::int32_t> ParseDay(std::string_view cell, DayEdge edge) {
  if (cell.empty()) return kNoDay;
  const auto parts = Split(cell, '-');
  std::array<int, 3> number = {0, 1, 1};
  constexpr std::array<std::size_t, 3> kDigits = {4, 2, 2};
  if (parts.size() > 3) return std::nullopt;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto value = ParseInt(parts[i]);
    if (!value || parts[i].size() != kDigits[i]) return std::nullopt;
    number[i] = *value;
  }
  const bool is_last = edge == DayEdge::kLast;
  if (is_last && parts.size() == 1) number = {number[0], 12, 31};
  if (is_last && parts.size() == 2) number[2] = 31;
  CivilDate date{static_cast<std::int16_t>(number[0]),
                 static_cast<std::uint8_t>(number[1]),
                 static_cast<std::uint8_t>(number[2])};
  while (parts.size() == 2 && date.day > 28 && !IsValid(date)) --date.day;
  if (!IsValid(date)) return std::nullopt;
  return ToDays(date);
}

std::optional<double> ParseNumber(std::string_view cell) {
  double value = 0;
  const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (cell.empty() || read.ec != std::errc() || read.ptr != cell.data() + cell.size()) {
    return std::nullopt;
  }
  return value;
}

std::optional<Degrees> ParseDegrees(std::string_view lat, std::string_view lon) {
  const auto north = ParseNumber(lat);
  const auto east = ParseNumber(lon);
  if (!north || !east || *north < -90 || *north > 90 || *east < -180 || *east > 180) {
    return std::nullopt;
  }
  return Degrees{*north, *east};
}

std::string Plural(std::string_view lemma) {
  const auto ends = [lemma](std::string_view tail) {
    return lemma.size() > tail.size() &&
           lemma.substr(lemma.size() - tail.size()) == tail;
  };
  std::string_view stem = lemma;
  if (ends("woman") || ends("man")) {
    stem.remove_suffix(2);
    return StrCat(stem, "en");
  }
  if (ends("s") || ends("x") || ends("ch") || ends("sh") || ends("z"))
    return StrCat(stem, "es");
  if (ends("y") && !ends("ay") && !ends("ey") && !ends("oy")) {
    stem.remove_suffix(1);
    return StrCat(stem, "ies");
  }
  return StrCat(stem, "s");
}

}  // namespace entente
