// The columns of GDELT 1.0 and 2.0.
#include <algorithm>
#include <cstdio>

#include "base/date.h"
#include "base/strings.h"
#include "export/columns.h"

namespace entente {
namespace {

std::string Digits(const std::string& date) {
  std::string out;
  for (const char c : date) {
    if (c != '-') out += c;
  }
  return out;
}

// "2015.9863": GDELT's (MONTH * 30 + DAY) / 365 after the year.
std::string Fraction(const std::string& date) {
  const auto day = ParseIsoDate(date);
  if (!day) return {};
  char text[32];
  std::snprintf(text, sizeof text, "%.4f",
                day->year + (static_cast<double>(day->month) * 30 + day->day) / 365.0);
  return text;
}

std::function<std::string(const ExportRow&)> Empty() {
  return [](const ExportRow&) { return std::string(); };
}

bool IsCountry(const std::string& country) {
  return !country.empty() && country != "IGO" && country != "NGO" && country != "IMG" &&
         country != "MNC";
}

// IGO, NGO and the like are types in GDELT, not countries.
std::string FirstType(const ExportParty& party) {
  if (!IsCountry(party.country) && !party.country.empty()) return party.country;
  return Codes::CameoRole(party.sector);
}

std::string SecondType(const ExportParty& party) {
  const bool is_taken = !IsCountry(party.country) && !party.country.empty();
  return is_taken ? Codes::CameoRole(party.sector) : std::string();
}

void AddActor(const std::string& actor, ExportParty ExportRow::*party,
              std::vector<Column>& out) {
  out.push_back({actor + "Code", "string", "country, group and types, run together",
                 [party](const ExportRow& row) {
                   const ExportParty& one = row.*party;
                   return StrCat(IsCountry(one.country) ? one.country : "", one.group,
                                 FirstType(one), SecondType(one));
                 }});
  out.push_back({actor + "Name", "string", "name in the text, capitals as in GDELT",
                 [party](const ExportRow& row) {
                   std::string name = (row.*party).name;
                   std::transform(name.begin(), name.end(), name.begin(), [](char c) {
                     return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
                   });
                   return name;
                 }});
  out.push_back({actor + "CountryCode", "string", "CAMEO country: ISO 3166-1 alpha-3",
                 [party](const ExportRow& row) {
                   const ExportParty& one = row.*party;
                   return IsCountry(one.country) ? one.country : std::string();
                 }});
  out.push_back({actor + "KnownGroupCode", "string", "our code of the group",
                 [party](const ExportRow& row) { return (row.*party).group; }});
  for (const char* name : {"EthnicCode", "Religion1Code", "Religion2Code"}) {
    out.push_back({actor + name, "string", "always empty: not coded", Empty()});
  }
  out.push_back({actor + "Type1Code", "string", "CAMEO role, or IGO, NGO",
                 [party](const ExportRow& row) { return FirstType(row.*party); }});
  out.push_back({actor + "Type2Code", "string",
                 "CAMEO role where the first is IGO, NGO",
                 [party](const ExportRow& row) { return SecondType(row.*party); }});
  out.push_back({actor + "Type3Code", "string", "always empty", Empty()});
}

// GDELT: 1 country, 3 US city, 4 world city, 2 US state, 5 world state.
std::string GeoType(const ExportRow& row) {
  if (row.place.empty()) return "0";
  const bool is_us = row.place_country == "USA";
  if (row.place_precision == "country") return "1";
  if (row.place_precision == "admin1" || row.place_precision == "region") {
    return is_us ? "2" : "5";
  }
  return is_us ? "3" : "4";
}

void AddGeo(const std::string& which, bool is_told, bool has_adm2, const Codes& codes,
            std::vector<Column>& out) {
  const std::string why = is_told ? "" : "always empty: the event's place is ActionGeo";
  const auto add = [&](const char* name, const char* type, const char* meaning,
                       std::function<std::string(const ExportRow&)> value) {
    out.push_back({StrCat(which, "Geo_", name), type, is_told ? meaning : why,
                   is_told ? std::move(value) : Empty()});
  };
  add("Type", "integer", "0 none, 1 country, 2 US state, 3 US city, 4 city, 5 division",
      GeoType);
  add("FullName", "string", "place, division, country code", [](const ExportRow& row) {
    if (row.place.empty()) return std::string();
    return StrCat(row.place, row.admin1.empty() ? "" : ", ", row.admin1,
                  row.place_country.empty() ? "" : ", ", row.place_country);
  });
  const auto fips = [codes](const ExportRow& row) {
    return codes.Fips(row.place_country);
  };
  add("CountryCode", "string", "FIPS 10-4", fips);
  add("ADM1Code", "string", "FIPS 10-4 of the country alone", fips);
  if (has_adm2) add("ADM2Code", "string", "always empty: not told", Empty());
  add("Lat", "number", "degrees, WGS84",
      [](const ExportRow& row) { return Degrees(row.lat); });
  add("Long", "number", "degrees, WGS84",
      [](const ExportRow& row) { return Degrees(row.lon); });
  add("FeatureID", "string", "GeoNames number, not GNS's", [](const ExportRow& row) {
    return row.geonames ? std::to_string(*row.geonames) : std::string();
  });
}

TabFormat Gdelt(const Codes& codes, bool is_second) {
  TabFormat format{is_second ? "gdelt2" : "gdelt1",
                   is_second
                       ? "GDELT Event Codebook V2.0 (2015)"
                       : "GDELT Data Format Codebook V1.03 (2013), with SOURCEURL",
                   false,
                   {}};
  std::vector<Column>& out = format.columns;
  out.push_back({"GLOBALEVENTID", "integer", "of the event and the pair",
                 [](const ExportRow& row) { return std::to_string(row.id); }});
  out.push_back({is_second ? "Day" : "SQLDATE", "integer", "YYYYMMDD",
                 [](const ExportRow& row) { return Digits(row.date); }});
  out.push_back({"MonthYear", "integer", "YYYYMM",
                 [](const ExportRow& row) { return Digits(row.date).substr(0, 6); }});
  out.push_back({"Year", "integer", "YYYY",
                 [](const ExportRow& row) { return row.date.substr(0, 4); }});
  out.push_back({"FractionDate", "number", "year + (month * 30 + day) / 365",
                 [](const ExportRow& row) { return Fraction(row.date); }});
  AddActor("Actor1", &ExportRow::actor, out);
  AddActor("Actor2", &ExportRow::recipient, out);
  out.push_back({"IsRootEvent", "integer", "1 where the sentence begins the document",
                 [](const ExportRow& row) {
                   return std::string(row.sentence == 0 ? "1" : "0");
                 }});
  out.push_back({"EventCode", "string", "CAMEO, leading zero kept",
                 [codes](const ExportRow& row) { return codes.CameoOf(row); }});
  out.push_back(
      {"EventBaseCode", "string", "CAMEO, three digits",
       [codes](const ExportRow& row) { return codes.CameoOf(row).substr(0, 3); }});
  out.push_back(
      {"EventRootCode", "string", "CAMEO root, two digits",
       [codes](const ExportRow& row) { return codes.CameoOf(row).substr(0, 2); }});
  out.push_back({"QuadClass", "integer",
                 "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 "
                 "material conflict",
                 [](const ExportRow& row) { return Codes::QuadNumber(row.quad); }});
  out.push_back({"GoldsteinScale", "number", "PLOVER's score, -10 to 10",
                 [](const ExportRow& row) { return ScoreText(row.score); }});
  for (const char* name : {"NumMentions", "NumSources", "NumArticles"}) {
    out.push_back({name, "integer", "1: a row is one event of one document",
                   [](const ExportRow&) { return std::string("1"); }});
  }
  out.push_back({"AvgTone", "number", "always empty: tone is not measured", Empty()});
  AddGeo("Actor1", false, is_second, codes, out);
  AddGeo("Actor2", false, is_second, codes, out);
  AddGeo("Action", true, is_second, codes, out);
  out.push_back(
      {"DATEADDED", "integer",
       is_second ? "publication, YYYYMMDDHHMMSS at midnight" : "publication, YYYYMMDD",
       [is_second](const ExportRow& row) {
         const std::string day = Digits(row.published);
         return day.empty() || !is_second ? day : day + "000000";
       }});
  out.push_back(
      {"SOURCEURL", "string", "address of the document, else its id",
       [](const ExportRow& row) { return row.url.empty() ? row.document : row.url; }});
  return format;
}

}  // namespace

TabFormat Gdelt1Format(const Codes& codes) { return Gdelt(codes, false); }
TabFormat Gdelt2Format(const Codes& codes) { return Gdelt(codes, true); }

}  // namespace entente
