// The columns of ICEWS and Phoenix. GDELT's are in gdelt_formats.cc.
#include "base/strings.h"
#include "export/columns.h"

namespace entente {
namespace {

std::string Part(const std::string& date, std::size_t from, std::size_t size) {
  return date.size() == 10 ? date.substr(from, size) : std::string();
}

using Get = std::function<std::string(const ExportRow&)>;

Get Empty() {
  return [](const ExportRow&) { return std::string(); };
}

void AddIcewsParty(const std::string& side, ExportParty ExportRow::*party,
                   std::vector<Column>& out) {
  out.push_back({side + " Name", "string", "name in the text, or the table's",
                 [party](const ExportRow& row) { return (row.*party).name; }});
  out.push_back({side + " Sectors", "string",
                 "PLOVER sector and group, comma between: codes, not ICEWS's phrases",
                 [party](const ExportRow& row) {
                   const ExportParty& one = row.*party;
                   const bool both = !one.sector.empty() && !one.group.empty();
                   return StrCat(one.sector, both ? "," : "", one.group);
                 }});
  out.push_back({side + " Country", "string",
                 "ISO 3166-1 alpha-3, IGO or NGO: a code, not ICEWS's English name",
                 [party](const ExportRow& row) { return (row.*party).country; }});
}

void AddPhoenixParty(const std::string& side, ExportParty ExportRow::*party,
                     std::vector<Column>& out) {
  out.push_back({side + "ActorFull", "string",
                 "country, sector and group, run together",
                 [party](const ExportRow& row) {
                   const ExportParty& one = row.*party;
                   return StrCat(one.country, Codes::CameoRole(one.sector), one.group);
                 }});
  out.push_back({side + "ActorEntity", "string", "ISO 3166-1 alpha-3, IGO or NGO",
                 [party](const ExportRow& row) { return (row.*party).country; }});
  out.push_back(
      {side + "ActorRole", "string", "CAMEO role", [party](const ExportRow& row) {
         return Codes::CameoRole((row.*party).sector);
       }});
  out.push_back({side + "ActorAttribute", "string", "group",
                 [party](const ExportRow& row) { return (row.*party).group; }});
}

}  // namespace

TabFormat IcewsFormat(const Codes& codes) {
  TabFormat format{"icews",
                   "ICEWS Coded Event Data, Harvard Dataverse, doi:10.7910/DVN/28075",
                   true,
                   {}};
  std::vector<Column>& out = format.columns;
  out.push_back({"Event ID", "integer", "of the event and the pair",
                 [](const ExportRow& row) { return std::to_string(row.id); }});
  out.push_back({"Event Date", "date", "YYYY-MM-DD; empty where none is known",
                 [](const ExportRow& row) { return row.date; }});
  AddIcewsParty("Source", &ExportRow::actor, out);
  out.push_back(
      {"Event Text", "string", "PLOVER type and mode", [](const ExportRow& row) {
         return StrCat(row.type, row.mode.empty() ? "" : " ", row.mode);
       }});
  out.push_back({"CAMEO Code", "string", "2 to 4 digits, leading zero kept",
                 [codes](const ExportRow& row) { return codes.CameoOf(row); }});
  out.push_back({"Intensity", "number", "PLOVER's score, -10 to 10",
                 [](const ExportRow& row) { return ScoreText(row.score); }});
  AddIcewsParty("Target", &ExportRow::recipient, out);
  out.push_back({"Story ID", "string", "the document's id in the ledger",
                 [](const ExportRow& row) { return row.document; }});
  out.push_back({"Sentence Number", "integer",
                 "first byte of the sentence in the document",
                 [](const ExportRow& row) { return std::to_string(row.sentence); }});
  out.push_back({"Publisher", "string", "source of the document",
                 [](const ExportRow& row) { return row.source; }});
  out.push_back({"City", "string", "name of the place, where it is a town",
                 [](const ExportRow& row) {
                   return row.place_precision == "city" ? row.place : std::string();
                 }});
  out.push_back(
      {"District", "string", "always empty: second divisions are not told", Empty()});
  out.push_back({"Province", "string", "first-level division",
                 [](const ExportRow& row) { return row.admin1; }});
  out.push_back({"Country", "string", "ISO 3166-1 alpha-3 of the place",
                 [](const ExportRow& row) { return row.place_country; }});
  out.push_back({"Latitude", "number", "degrees, WGS84",
                 [](const ExportRow& row) { return Degrees(row.lat); }});
  out.push_back({"Longitude", "number", "degrees, WGS84",
                 [](const ExportRow& row) { return Degrees(row.lon); }});
  return format;
}

TabFormat PhoenixFormat(const Codes& codes) {
  TabFormat format{"phoenix",
                   "Phoenix event data, Open Event Data Alliance, documentation 2014",
                   false,
                   {}};
  std::vector<Column>& out = format.columns;
  out.push_back({"EventID", "string", "row of the ledger and the pair's number",
                 [](const ExportRow& row) { return StrCat(row.label, "_", row.id); }});
  out.push_back({"Date", "integer", "YYYYMMDD", [](const ExportRow& row) {
                   return StrCat(Part(row.date, 0, 4), Part(row.date, 5, 2),
                                 Part(row.date, 8, 2));
                 }});
  out.push_back({"Year", "integer", "of the date",
                 [](const ExportRow& row) { return Part(row.date, 0, 4); }});
  out.push_back({"Month", "integer", "of the date, two digits",
                 [](const ExportRow& row) { return Part(row.date, 5, 2); }});
  out.push_back({"Day", "integer", "of the date, two digits",
                 [](const ExportRow& row) { return Part(row.date, 8, 2); }});
  AddPhoenixParty("Source", &ExportRow::actor, out);
  AddPhoenixParty("Target", &ExportRow::recipient, out);
  out.push_back({"EventCode", "string", "CAMEO",
                 [codes](const ExportRow& row) { return codes.CameoOf(row); }});
  out.push_back(
      {"EventRootCode", "string", "CAMEO root, two digits",
       [codes](const ExportRow& row) { return codes.CameoOf(row).substr(0, 2); }});
  out.push_back({"PentaClass", "integer",
                 "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 "
                 "material conflict; 0 (statement) is not in PLOVER",
                 [](const ExportRow& row) { return Codes::QuadNumber(row.quad); }});
  out.push_back({"GoldsteinScore", "number", "PLOVER's score, -10 to 10",
                 [](const ExportRow& row) { return ScoreText(row.score); }});
  out.push_back({"Issues", "string", "PLOVER contexts, semicolon between",
                 [](const ExportRow& row) {
                   std::string issues = row.contexts;
                   for (char& c : issues) c = c == ',' ? ';' : c;
                   return issues;
                 }});
  out.push_back({"Lat", "number", "degrees, WGS84",
                 [](const ExportRow& row) { return Degrees(row.lat); }});
  out.push_back({"Lon", "number", "degrees, WGS84",
                 [](const ExportRow& row) { return Degrees(row.lon); }});
  out.push_back({"LocationName", "string", "place",
                 [](const ExportRow& row) { return row.place; }});
  out.push_back({"StateName", "string", "first-level division",
                 [](const ExportRow& row) { return row.admin1; }});
  out.push_back({"CountryCode", "string", "ISO 3166-1 alpha-3 of the place",
                 [](const ExportRow& row) { return row.place_country; }});
  out.push_back(
      {"SentenceID", "string", "document and first byte of the sentence",
       [](const ExportRow& row) { return StrCat(row.document, "_", row.sentence); }});
  out.push_back({"URLs", "string", "address of the document",
                 [](const ExportRow& row) { return row.url; }});
  out.push_back({"NewsSources", "string", "source of the document",
                 [](const ExportRow& row) { return row.source; }});
  return format;
}

}  // namespace entente
