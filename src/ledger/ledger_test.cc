#include "ledger/ledger.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/strings.h"
#include "ledger/database.h"

namespace entente {
namespace {

// "Kenya accused Sudan." with the rows that a reader would find in it.
Document SampleDocument(int number) {
  Document document;
  document.id = StrCat("d", number);
  document.title = StrCat("Report ", number);
  document.text = "Kenya accused Sudan.";
  document.published = CivilDate{2024, 5, 6};
  return document;
}

Reading SampleReading() {
  Reading reading;
  reading.entities.push_back({.name = "Kenya",
                              .kind = ActorKind::kCountry,
                              .code = {.country = "KEN", .sector = "", .group = ""},
                              .role = "",
                              .code_source = "",
                              .mentions = {}});
  reading.entities.push_back({.name = "Sudan",
                              .kind = ActorKind::kCountry,
                              .code = {.country = "SDN", .sector = "", .group = ""},
                              .role = "",
                              .code_source = "",
                              .mentions = {}});
  Event event;
  event.span = {.begin = 0, .end = 19};
  event.type = EventType::kAccuse;
  event.actor = {EntityId{0}, EntityId{0}};  // named twice, kept once
  event.recipient = {EntityId{1}};
  event.rule = "accuse.accuse.01";
  reading.events.push_back(event);
  return reading;
}

class LedgerTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = testing::TempDir() + "ledger_" +
            testing::UnitTest::GetInstance()->current_test_info()->name();
    TearDown();
  }
  void TearDown() override {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + end);
  }

  // Adds documents [begin, end); leaves the run open unless `finishes`.
  void Import(int begin, int end, const char* version, bool finishes) {
    Result<Ledger> opened = Ledger::Open(path_);
    ASSERT_TRUE(opened) << opened.error().message;
    Ledger ledger = std::move(opened).value();
    ASSERT_TRUE(ledger.BeginRun({version, "model", "lexicon"}, "{}"));
    const Ontology ontology;
    for (int i = begin; i < end; ++i) {
      const Status added = ledger.Add(SampleDocument(i), SampleReading(), ontology);
      ASSERT_TRUE(added) << added.error().message;
    }
    if (finishes) {
      const Status done = ledger.Finish();
      ASSERT_TRUE(done) << done.error().message;
    }
  }

  // All cells of a query, "|" between.
  std::string Ask(const std::string& sql) {
    Result<Database> opened = Database::Open(path_, Database::Access::kRead);
    if (!opened) return opened.error().message;
    const Database database = std::move(opened).value();
    Result<Query> prepared = database.Prepare(sql);
    if (!prepared) return prepared.error().message;
    Query query = std::move(prepared).value();
    std::string out;
    while (true) {
      const Result<bool> row = query.Step();
      if (!row) return row.error().message;
      if (!*row) return out;
      for (int i = 0; i < query.columns(); ++i) {
        out += StrCat(query.Text(i), "|");
      }
    }
  }

  std::string path_;
};

TEST_F(LedgerTest, ShowsEventsWithNamesAndWords) {
  Import(0, 1, "1", true);
  EXPECT_EQ(Ask("SELECT type, actor, actor_code, recipient_code, date, words, title "
                "FROM events"),
            "ACCUSE|Kenya|KEN|SDN|2024-05-06|Kenya accused Sudan|Report 0|");
  EXPECT_EQ(Ask("SELECT rowid FROM words WHERE words MATCH 'sudan'"), "1|");
}

TEST_F(LedgerTest, ReadingAgainChangesNothing) {
  Import(0, 3, "1", true);
  const std::string before = Ask("SELECT * FROM events");
  Import(0, 3, "1", true);
  EXPECT_EQ(Ask("SELECT * FROM events"), before);
  EXPECT_EQ(Ask("SELECT read, known FROM run ORDER BY run"), "3|0|0|3|");
}

TEST_F(LedgerTest, ANewEditionStandsBesideTheOldAndIsShown) {
  Import(0, 2, "1", true);
  Import(0, 2, "2", true);
  EXPECT_EQ(Ask("SELECT count(*) FROM reading"), "4|");
  EXPECT_EQ(Ask("SELECT count(*), min(reading) FROM events"), "2|3|");
}

TEST_F(LedgerTest, WhatWasCutOffGoesOnToTheSameRows) {
  Import(0, 2500, "1", false);  // beyond one commit, and short of the next
  const std::string kept = Ask("SELECT count(*) FROM document");
  EXPECT_EQ(kept, "2000|");
  Import(0, 3000, "1", true);
  const std::string resumed = Ask("SELECT * FROM events");
  TearDown();
  Import(0, 3000, "1", true);
  EXPECT_EQ(Ask("SELECT * FROM events") == resumed, true);
}

// The first published is the original, in whatever order they come.
TEST_F(LedgerTest, CopiesAreFoundInAnyOrderAndOverSeveralRuns) {
  const std::string all =
      "SELECT document.id, original.id, kind FROM copy JOIN document USING (document) "
      "JOIN document AS original ON original.document = copy.original ORDER BY 1";
  // Report 0 has the same text on five days; the sixth is months later.
  const auto import = [&](std::vector<int> numbers) {
    Result<Ledger> opened = Ledger::Open(path_);
    ASSERT_TRUE(opened) << opened.error().message;
    Ledger ledger = std::move(opened).value();
    ASSERT_TRUE(ledger.BeginRun({"1", "model", "lexicon"}, "{}"));
    for (const int i : numbers) {
      Document document = SampleDocument(i);
      document.published = CivilDate{2024, static_cast<std::uint8_t>(i == 5 ? 9 : 5),
                                     static_cast<std::uint8_t>(i + 1)};
      document.text =
          StrCat(i == 5 ? "Nothing of it happened in the end, it seems. " : "",
                 "Kenya accused Sudan of closing the border at noon.");
      ASSERT_TRUE(ledger.Add(document, SampleReading(), Ontology()));
    }
    const Status done = ledger.Finish();
    ASSERT_TRUE(done) << done.error().message;
  };
  const std::string expected =
      "d0|d0|original|d1|d0|same text|d2|d0|same text|d3|d0|same text|d4|d0|same text|"
      "d5|d5|original|";
  import({0, 1, 2, 3, 4, 5});
  EXPECT_EQ(Ask(all), expected);
  TearDown();
  import({5, 3, 4});
  import({2});
  import({1, 0});
  EXPECT_EQ(Ask(all), expected);
}

TEST_F(LedgerTest, RefusesWhatIsNoLedger) {
  std::ofstream(path_) << "This is a text file, long enough to hold a header. "
                          "It is longer than sixteen bytes and no database at all.";
  EXPECT_EQ(Ledger::Open(path_).error().code, ErrorCode::kCorrupt);
  TearDown();
  {
    Result<Database> other = Database::Open(path_, Database::Access::kWrite);
    ASSERT_TRUE(other);
    ASSERT_TRUE(other->Execute("CREATE TABLE somebody (s TEXT)"));
  }
  EXPECT_NE(Ledger::Open(path_).error().message.find("another program"),
            std::string::npos);
}

TEST_F(LedgerTest, ReadersCannotWriteAndLongQueriesEnd) {
  Import(0, 1, "1", true);
  EXPECT_NE(Ask("DELETE FROM event").find("may not be written"), std::string::npos);
  EXPECT_EQ(Ask("SELECT 1; SELECT 2"), "SQL: one statement is wanted");
  Result<Database> opened = Database::Open(path_, Database::Access::kRead);
  ASSERT_TRUE(opened);
  Database database = std::move(opened).value();
  database.SetDeadline(std::chrono::milliseconds(20));
  Result<Query> endless = database.Prepare(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
      "SELECT count(*) FROM n");
  ASSERT_TRUE(endless);
  Query query = std::move(endless).value();
  const Result<bool> row = query.Step();
  ASSERT_FALSE(row);
  EXPECT_EQ(row.error().code, ErrorCode::kOverBudget);
}

}  // namespace
}  // namespace entente
