// Every format, written from a small ledger and read back.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/strings.h"
#include "export/cite.h"
#include "export/columns.h"
#include "export/csv.h"
#include "export/formats.h"
#include "export/json_formats.h"
#include "export/parquet.h"
#include "ledger/ledger.h"

namespace entente {
namespace {

Entity Party(const char* name, const char* country, const char* sector) {
  return {.name = name,
          .kind = ActorKind::kCountry,
          .code = {.country = country, .sector = sector, .group = ""},
          .role = "",
          .code_source = "",
          .mentions = {}};
}

// Kenya and Tanzania fired on Somalia at Garissa; an act that did not happen; a visit.
Reading TheReading() {
  Reading reading;
  reading.entities = {Party("Kenya", "KEN", "MIL"), Party("Tanzania", "TZA", ""),
                      Party("Somalia, \"Jubaland\"", "SOM", "REB"),
                      Party("UN", "IGO", "JRN")};
  PlaceMention place;
  place.name = "Garissa";
  place.country = "KEN";
  place.admin1 = "Garissa";
  place.point = Point{-0.45, 39.64};
  place.precision = PlacePrecision::kCity;
  reading.places.push_back(place);
  Event event;
  event.span = {.begin = 0, .end = 5};
  event.type = EventType::kAssault;
  event.mode = "firearms";
  event.cameo = "193";
  event.contexts = {"military", "legal"};
  event.actor = {EntityId{0}, EntityId{1}};
  event.recipient = {EntityId{2}};
  event.place = PlaceId{0};
  event.rule = "assault.shoot.01";
  reading.events.push_back(event);
  Event negated = event;
  negated.is_negated = true;
  negated.place = PlaceId{};
  reading.events.push_back(negated);
  Event visit;
  visit.span = {.begin = 0, .end = 5};
  visit.type = EventType::kConsult;
  visit.mode = "visit";
  visit.actor = {EntityId{3}};
  visit.recipient = {EntityId{0}};
  visit.rule = "consult.visit.01";
  reading.events.push_back(visit);
  return reading;
}

class ExportTest : public testing::Test {
 protected:
  void SetUp() override {
    const std::string name =
        testing::UnitTest::GetInstance()->current_test_info()->name();
    folder_ = testing::TempDir() + "export_" + name;
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    Result<Ontology> ontology = Ontology::Read(World());
    ASSERT_TRUE(ontology) << ontology.error().message;
    Result<entente::Ledger> opened = entente::Ledger::Open(File());
    ASSERT_TRUE(opened) << opened.error().message;
    entente::Ledger ledger = std::move(opened).value();
    ASSERT_TRUE(ledger.BeginRun({"1.2", "english-9", "abc"}, "{\"files\":[]}"));
    Document document;
    document.id = "d1";
    document.title = "A, \"b\"\tc";
    document.url = "https://example.org/1";
    document.text = "Shots were fired.";
    document.published = CivilDate{2024, 5, 6};
    ASSERT_TRUE(ledger.Add(document, TheReading(), *ontology));
    ASSERT_TRUE(ledger.Finish());
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  static std::string World() { return ENTENTE_SOURCE_DIR "/data/world"; }
  std::string File() const { return folder_ + "/t.ledger"; }
  std::string Path(const char* name) const { return StrCat(folder_, "/", name); }

  static std::string Bytes(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
  }
  // What an export wrote; the reason where it did not.
  std::string Export(const std::string& format, const AskFilters& filters = {}) const {
    const Result<Database> database = Database::Open(File(), Database::Access::kRead);
    const Result<Codes> codes = Codes::Read(World());
    if (!database || !codes) return "no ledger";
    const std::string path = Path("out.tab");
    const Result<std::int64_t> rows =
        ExportEvents(*database, *codes, format, filters, path);
    return rows ? Bytes(path) : rows.error().message;
  }
  static std::vector<std::vector<std::string>> Cells(const std::string& bytes) {
    std::vector<std::vector<std::string>> lines;
    for (const std::string_view line : Split(bytes, '\n')) {
      if (line.empty()) continue;
      std::vector<std::string>& cells = lines.emplace_back();
      for (const std::string_view cell : Split(line, '\t')) cells.emplace_back(cell);
    }
    return lines;
  }

  static AskFilters With(std::string AskFilters::*field, const char* value) {
    AskFilters filters;
    filters.*field = value;
    return filters;
  }
  static AskFilters Stances() {
    AskFilters filters;
    filters.rows = AskRows::kStances;
    return filters;
  }

  std::string folder_;
};

TEST_F(ExportTest, IcewsHasItsTwentyColumns) {
  const auto lines = Cells(Export("icews"));
  ASSERT_EQ(lines.size(), 4U);  // a header, two pairs, a visit; nothing negated
  EXPECT_EQ(lines[0].size(), 20U);
  EXPECT_EQ(lines[0][6], "CAMEO Code");
  const std::vector<std::string>& first = lines[1];
  ASSERT_EQ(first.size(), 20U);
  EXPECT_EQ(first[1], "2024-05-06");
  EXPECT_EQ(first[2], "Kenya");
  EXPECT_EQ(first[3], "MIL");
  EXPECT_EQ(first[5], "ASSAULT firearms");
  EXPECT_EQ(first[6], "193");
  EXPECT_EQ(first[10], "SOM");
  EXPECT_EQ(first[14], "Garissa");
  EXPECT_EQ(first[18], "-0.45000");
  EXPECT_NE(Bytes(Path("out.schema.json")).find("\"name\":\"Event Date\""),
            std::string::npos);
}

TEST_F(ExportTest, PhoenixHasItsTwentySixColumnsAndNoHeader) {
  const auto lines = Cells(Export("phoenix"));
  ASSERT_EQ(lines.size(), 3U);
  ASSERT_EQ(lines[0].size(), 26U);
  EXPECT_EQ(lines[0][1], "20240506");
  EXPECT_EQ(lines[0][5], "KENMIL");
  EXPECT_EQ(lines[0][13], "193");
  EXPECT_EQ(lines[0][14], "19");
  EXPECT_EQ(lines[0][15], "4");
  EXPECT_EQ(lines[0][17], "military;legal");
  EXPECT_EQ(lines[2][7], "MED");   // CAMEO's word for journalists
  EXPECT_EQ(lines[2][13], "042");  // mapped back from CONSULT visit
}

TEST_F(ExportTest, GdeltHasItsColumnsAndCodes) {
  const auto first = Cells(Export("gdelt1"));
  const auto second = Cells(Export("gdelt2"));
  ASSERT_EQ(first.size(), 3U);
  ASSERT_EQ(second.size(), 3U);
  EXPECT_EQ(first[0].size(), 58U);
  ASSERT_EQ(second[0].size(), 61U);
  EXPECT_EQ(second[0][0], first[0][0]);
  EXPECT_EQ(second[0][1], "20240506");
  EXPECT_EQ(second[0][5], "KENMIL");
  EXPECT_EQ(second[0][7], "KEN");
  EXPECT_EQ(second[0][26], "193");
  EXPECT_EQ(second[0][29], "4");
  EXPECT_EQ(second[0][51], "4");   // a town of the world
  EXPECT_EQ(second[0][53], "KE");  // FIPS
  EXPECT_EQ(second[0][59], "20240506000000");
  EXPECT_EQ(second[0][60], "https://example.org/1");
  EXPECT_EQ(second[2][7], "");      // the UN is no country
  EXPECT_EQ(second[2][12], "IGO");  // but a type
}

TEST_F(ExportTest, PloverJsonKeepsWhatTheOthersCannotSay) {
  const std::string bytes = Export("plover");
  EXPECT_EQ(Split(std::string(Trim(bytes)), '\n').size(), 5U);  // pairs, negated too
  EXPECT_NE(bytes.find("\"source\":[\"KEN\",\"MIL\"]"), std::string::npos) << bytes;
  EXPECT_NE(bytes.find("\"polarity\":\"-\""), std::string::npos) << bytes;
  EXPECT_NE(bytes.find("\"context\":[\"military\",\"legal\"]"), std::string::npos);
}

TEST_F(ExportTest, GeoJsonHasLongitudeFirst) {
  const std::string bytes = Export("geojson");
  EXPECT_NE(bytes.find("\"coordinates\":[39.64,-0.45]"), std::string::npos) << bytes;
  EXPECT_EQ(bytes.find("CONSULT"), std::string::npos);  // no place
  EXPECT_EQ(Export("geojson", With(&AskFilters::type, "AID")),
            "{\"type\":\"FeatureCollection\",\"features\":[\n]}\n");
}

TEST_F(ExportTest, FiltersHoldForEveryFormat) {
  EXPECT_EQ(Cells(Export("gdelt2", With(&AskFilters::actor, "TZA"))).size(), 1U);
  EXPECT_EQ(Cells(Export("gdelt2", With(&AskFilters::recipient, "somalia"))).size(),
            2U);
  EXPECT_EQ(Cells(Export("gdelt2", With(&AskFilters::since, "2024-05-07"))).size(), 0U);
  EXPECT_NE(Export("icews", Stances()).find("events alone"), std::string::npos);
  EXPECT_NE(Export("xml").find("no format"), std::string::npos);
}

TEST_F(ExportTest, CsvIsReadBackAsItWas) {
  EXPECT_EQ(CsvCell("plain"), "plain");
  EXPECT_EQ(CsvCell("a, \"b\"\n"), "\"a, \"\"b\"\"\n\"");
  const std::string bytes = Export("csv");
  EXPECT_EQ(bytes.substr(0, 9), "row,date,");
  EXPECT_NE(bytes.find("\"Somalia, \"\"Jubaland\"\"\""), std::string::npos) << bytes;
  EXPECT_EQ(bytes.substr(bytes.size() - 2), "\r\n");
}

TEST_F(ExportTest, APackageDescribesItsFiles) {
  const Result<Database> database = Database::Open(File(), Database::Access::kRead);
  const auto rows = ExportPackage(*database, Path("package"));
  ASSERT_TRUE(rows) << rows.error().message;
  const std::string package = Bytes(Path("package/datapackage.json"));
  for (const char* view : {"events", "statements", "stances", "documents"}) {
    const std::string csv = Bytes(StrCat(folder_, "/package/", view, ".csv"));
    ASSERT_FALSE(csv.empty()) << view;
    EXPECT_NE(package.find(StrCat("\"path\":\"", view, ".csv\"")), std::string::npos);
    std::string_view header(csv);
    header = header.substr(0, header.find("\r\n"));
    for (const std::string_view column : Split(header, ',')) {
      EXPECT_NE(package.find(StrCat("{\"name\":\"", column, "\"")), std::string::npos)
          << view << " " << column;
    }
  }
  EXPECT_NE(Bytes(Path("package/README.md")).find("Entente 1.2"), std::string::npos);
  EXPECT_NE(Bytes(Path("package/CITATION.bib")).find("@misc{entente"),
            std::string::npos);
}

TEST_F(ExportTest, ACitationTellsTheEditionAndTheCounts) {
  const Result<Database> database = Database::Open(File(), Database::Access::kRead);
  const auto whole = Cite(*database, std::nullopt);
  ASSERT_TRUE(whole) << whole.error().message;
  EXPECT_NE(whole->bibtex.find("model english-9"), std::string::npos) << whole->bibtex;
  EXPECT_NE(whole->methods.find("1 document published on 2024-05-06"),
            std::string::npos)
      << whole->methods;
  EXPECT_NE(whole->methods.find("3 events"), std::string::npos);
  const auto run = Cite(*database, 1);
  ASSERT_TRUE(run);
  EXPECT_EQ(run->methods, whole->methods);
  EXPECT_FALSE(Cite(*database, 7));
}

TEST_F(ExportTest, NothingStandsWhereAnExportCannotBeWritten) {
  const Result<Database> database = Database::Open(File(), Database::Access::kRead);
  const Result<Codes> codes = Codes::Read(World());
  const auto rows =
      ExportEvents(*database, *codes, "plover", {}, Path("absent/out.jsonl"));
  ASSERT_FALSE(rows);
  EXPECT_EQ(rows.error().code, ErrorCode::kUnavailable);
  EXPECT_FALSE(std::filesystem::exists(Path("absent/out.jsonl.part")));
}

// Where DuckDB's library is not installed the message says how to get it; where it is,
// the file begins as Parquet files do.
TEST_F(ExportTest, ParquetIsWrittenOrSaysWhatIsMissing) {
  const Result<Database> database = Database::Open(File(), Database::Access::kRead);
  const auto rows = ExportParquet(*database, {}, Path("out.parquet"));
  if (!rows) {
    EXPECT_NE(rows.error().message.find("npm install"), std::string::npos);
    GTEST_SKIP() << rows.error().message;
  }
  EXPECT_EQ(*rows, 3);
  EXPECT_EQ(Bytes(Path("out.parquet")).substr(0, 4), "PAR1");
  EXPECT_FALSE(std::filesystem::exists(Path("out.parquet.duckdb")));
}

}  // namespace
}  // namespace entente
