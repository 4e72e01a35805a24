#include "ledger/ask.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/strings.h"
#include "ledger/ledger.h"
#include "ledger/row_id.h"

namespace entente {
namespace {

Entity MakeEntity(std::string name, std::string country, std::string sector = "") {
  Entity entity;
  entity.name = std::move(name);
  entity.code.country = std::move(country);
  entity.code.sector = std::move(sector);
  return entity;
}

// Day 2024-05-0N: Kenya and its police (both) do something to Sudan's foreign minister.
Document DocumentOfDay(int day) {
  Document document;
  document.id = StrCat("day", day);
  document.title = StrCat("Report of day ", day);
  document.text = StrCat("Nairobi acted on day number ", day, ", a clear-cut case.");
  document.published = CivilDate{2024, 5, static_cast<std::uint8_t>(day)};
  return document;
}

Reading ReadingOfDay(int day) {
  Reading reading;
  reading.entities = {
      MakeEntity("Kenya", "KEN"), MakeEntity("Kenyan police", "KEN", "COP"),
      MakeEntity("Awad Ali", "SDN", "GOV"), MakeEntity("mediators", "")};
  PlaceMention place;
  place.name = "Nairobi";
  place.country = "KEN";
  reading.places.push_back(place);
  Event event;
  event.span = {.begin = 0, .end = 13};
  event.type = day % 2 == 0 ? EventType::kAccuse : EventType::kCoerce;
  event.mode = day % 2 == 0 ? "" : "arrest";
  event.actor = {EntityId{0}, EntityId{1}};
  event.recipient = {EntityId{2}};
  event.place = PlaceId{0};
  event.confidence = 0.1 * day;
  event.rule = "some.rule.01";
  reading.events.push_back(event);
  Statement statement;
  statement.span = {.begin = 0, .end = 13};
  statement.content = {{.begin = 0, .end = 7}};
  statement.speaker = EntityId{2};
  reading.statements.push_back(statement);
  return reading;
}

class AskTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = testing::TempDir() + "ask_" +
            testing::UnitTest::GetInstance()->current_test_info()->name();
    Remove();
    Import({1, 2, 3}, "1");
    Import({4, 5}, "1");
    Import({5, 6}, "2");  // day 5 anew, by another edition
  }
  void TearDown() override { Remove(); }
  void Remove() const {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + end);
  }
  void Import(const std::vector<int>& days, const char* version) const {
    Result<Ledger> opened = Ledger::Open(path_);
    ASSERT_TRUE(opened) << opened.error().message;
    Ledger ledger = std::move(opened).value();
    ASSERT_TRUE(ledger.BeginRun({version, "model", "lexicon"}, "{}"));
    for (const int day : days) {
      ASSERT_TRUE(ledger.Add(DocumentOfDay(day), ReadingOfDay(day), Ontology()));
    }
    const Status done = ledger.Finish();
    ASSERT_TRUE(done) << done.error().message;
  }

  // One column of the answer, or the error.
  std::string Ask(const AskFilters& filters, const std::string& column = "date",
                  const std::string& as_of = "") const {
    const Result<Database> database = Database::Open(path_, Database::Access::kRead);
    if (!database) return database.error().message;
    if (!as_of.empty()) {
      const Status shown = ShowAsOf(*database, as_of);
      if (!shown) return shown.error().message;
    }
    Result<Query> prepared = PrepareAsk(*database, filters);
    if (!prepared) return prepared.error().message;
    Query query = std::move(prepared).value();
    std::string out;
    while (true) {
      const Result<bool> more = query.Step();
      if (!more) return more.error().message;
      if (!*more) return out;
      for (int i = 0; i < query.columns(); ++i) {
        if (query.column_name(i) != column) continue;
        const std::string_view text = query.Text(i);
        // Of a date the last digit.
        out += StrCat(column == "date" ? text.substr(text.size() - 1) : text, " ");
      }
    }
  }

  std::string path_;
};

TEST_F(AskTest, EachEventOnceInOrderOfDate) {
  EXPECT_EQ(Ask({}), "1 2 3 4 5 6 ");
  EXPECT_EQ(Ask({.is_newest_first = true, .limit = 2}), "6 5 ");
  EXPECT_EQ(Ask({.since = "2024-05-02", .until = "2024-05-04"}), "2 3 4 ");
}

TEST_F(AskTest, PartiesByCodeAndByName) {
  // Two of its actors are Kenya's: it is one event.
  EXPECT_EQ(Ask({.actor = "KEN"}), "1 2 3 4 5 6 ");
  EXPECT_EQ(Ask({.actor = "KEN COP", .type = "COERCE"}), "1 3 5 ");
  EXPECT_EQ(Ask({.actor = "KEN MIL"}), "");
  EXPECT_EQ(Ask({.actor = "KE"}), "1 2 3 4 5 6 ");  // too short for a code: of a name
  EXPECT_EQ(Ask({.actor = "kenya", .recipient = "awad", .limit = 3}), "1 2 3 ");
  EXPECT_EQ(Ask({.recipient = "SDN GOV", .is_newest_first = true, .limit = 1}), "6 ");
  EXPECT_EQ(Ask({.actor = "awad"}), "");
  EXPECT_EQ(Ask({.rows = AskRows::kStatements, .actor = "SDN"}), "1 2 3 4 5 6 ");
  EXPECT_EQ(Ask({.rows = AskRows::kStatements, .actor = "KEN"}), "");
}

TEST_F(AskTest, PlacesTextsAndOtherColumns) {
  EXPECT_EQ(Ask({.place = "airo"}), "1 2 3 4 5 6 ");
  EXPECT_EQ(Ask({.actor = "KEN", .place = "TZA"}), "");
  EXPECT_EQ(Ask({.text = "\"number 4\""}), "4 ");
  EXPECT_EQ(Ask({.text = "clear-cut 4"}), "4 ");  // no operator: words
  EXPECT_NE(Ask({.text = "number 4"}, "snippet").find("[number] [4]"),
            std::string::npos);
  EXPECT_EQ(Ask({.type = "COERCE", .where = {"mode=arrest", "confidence>=0.3"}}),
            "3 5 ");
  EXPECT_EQ(Ask({.where = {"title ~ DAY 2"}}), "2 ");
  EXPECT_NE(Ask({.where = {"nonsense=1"}}).find("they have row, type"),
            std::string::npos);
  EXPECT_NE(Ask({.where = {"mode"}}).find("COLUMN=VALUE"), std::string::npos);
  EXPECT_NE(Ask({.rows = AskRows::kRuns, .actor = "KEN"}).find("--actor"),
            std::string::npos);
}

TEST_F(AskTest, TheLedgerAsItStood) {
  EXPECT_EQ(Ask({}, "date", "1"), "1 2 3 ");
  EXPECT_EQ(Ask({.actor = "KEN", .is_newest_first = true}, "date", "2"), "5 4 3 2 1 ");
  EXPECT_EQ(Ask({.rows = AskRows::kDocuments}, "id", "1"), "day1 day2 day3 ");
  EXPECT_EQ(Ask({}, "date", "2999-01-01"), "1 2 3 4 5 6 ");
  EXPECT_NE(Ask({}, "date", "9").find("no such run"), std::string::npos);
  EXPECT_NE(Ask({}, "date", "1999-01-01").find("no such run"), std::string::npos);
  EXPECT_EQ(Ask({.rows = AskRows::kRuns}, "upto"), "3 5 7 ");
}

TEST_F(AskTest, RowsAreFoundByTheirIds) {
  const Result<Database> database = Database::Open(path_, Database::Access::kRead);
  ASSERT_TRUE(database);
  std::string row = Ask({.since = "2024-05-05", .until = "2024-05-05"}, "row");
  row.pop_back();
  const Result<RowPlace> place = FindRow(*database, row);
  ASSERT_TRUE(place) << row;
  EXPECT_EQ(place->reading, 6);  // the newer edition's
  EXPECT_EQ(place->number, 1);
  EXPECT_EQ(FindRow(*database, "ffffffffffff-e1").error().code, ErrorCode::kNotFound);
  for (const char* wrong : {"", "e1", "zzzzzzzzzzzz-e1", "9f2dcb782915-q1"}) {
    EXPECT_EQ(FindRow(*database, wrong).error().code, ErrorCode::kInvalid) << wrong;
  }
}

}  // namespace
}  // namespace entente
