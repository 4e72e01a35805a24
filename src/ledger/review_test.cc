#include "ledger/review.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/strings.h"
#include "ledger/agreement.h"
#include "ledger/gold.h"
#include "ledger/ledger.h"

namespace entente {
namespace {

Entity Country(const char* name, const char* code) {
  return {.name = name,
          .kind = ActorKind::kCountry,
          .code = {.country = code, .sector = "", .group = ""},
          .role = "",
          .code_source = "",
          .mentions = {}};
}

class ReviewTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = testing::TempDir() + "review_" +
            testing::UnitTest::GetInstance()->current_test_info()->name();
    TearDown();
    Result<Ontology> ontology = Ontology::Read(ENTENTE_SOURCE_DIR "/data/world");
    ASSERT_TRUE(ontology) << ontology.error().message;
    ontology_ = std::move(ontology).value();
    Result<Ledger> opened = Ledger::Open(path_);
    ASSERT_TRUE(opened);
    Ledger ledger = std::move(opened).value();
    ASSERT_TRUE(ledger.BeginRun({"1", "model", "lexicon"}, "{}"));
    ASSERT_TRUE(ledger.Add(TheDocument(), TheReading(), ontology_));
    ASSERT_TRUE(ledger.Finish());
    row_ = StrCat(KeyOf(TheDocument()).substr(0, 12), "-e1");
  }
  void TearDown() override {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + end);
  }

  static Document TheDocument() {
    Document document;
    document.id = "d";
    document.text = "Kenya said that Uganda accused Sudan.";
    document.published = CivilDate{2024, 5, 6};
    return document;
  }
  static Reading TheReading() {
    Reading reading;
    reading.entities = {Country("Kenya", "KEN"), Country("Uganda", "UGA"),
                        Country("Sudan", "SDN")};
    Statement statement;
    statement.span = {.begin = 0, .end = 36};
    statement.content = {{.begin = 16, .end = 36}};
    statement.speaker = EntityId{0};
    reading.statements.push_back(statement);
    Event event;
    event.span = {.begin = 16, .end = 36};
    event.type = EventType::kAccuse;
    event.mode = "disapprove";
    event.actor = {EntityId{1}};
    event.recipient = {EntityId{2}};
    event.claimed_by = StatementId{0};
    event.rule = "accuse.accuse.01";
    reading.events.push_back(event);
    reading.sentences.push_back({});
    reading.sentences.back().span = {.begin = 0, .end = 37};
    return reading;
  }

  // Records a word on a row; the reason why not, or "".
  std::string Say(Judgement verdict, std::vector<Change> changes = {},
                  const char* who = "anna", const std::string& label = "") {
    Result<Reviewer> opened = Reviewer::Open(path_, ontology_);
    if (!opened) return opened.error().message;
    Reviewer reviewer = std::move(opened).value();
    const Result<RowRef> row = reviewer.Find(label.empty() ? row_ : label);
    if (!row) return row.error().message;
    const Status done =
        reviewer.Record({*row, verdict, std::move(changes), who, "because"});
    return done ? "" : done.error().message;
  }
  std::string Ask(const std::string& sql) const {
    Result<Database> database = Database::Open(path_, Database::Access::kRead);
    Result<Query> prepared = database->Prepare(sql);
    if (!prepared) return prepared.error().message;
    Query query = std::move(prepared).value();
    std::string out;
    while (true) {
      const Result<bool> found = query.Step();
      if (!found || !*found) return out;
      for (int i = 0; i < query.columns(); ++i) {
        out += StrCat(i > 0 ? "|" : "", query.Text(i));
      }
      out += ";";
    }
  }
  std::string Events() const {
    return Ask("SELECT type, mode, actor_code, recipient_code, claimed_by FROM events");
  }
  std::string Dyads() const {
    return Ask("SELECT dyad.type, actor_country, recipient_country FROM dyad");
  }

  std::string path_, row_;
  Ontology ontology_;
};

constexpr const char* kMachine = "ACCUSE|disapprove|UGA|SDN|Kenya;";

TEST_F(ReviewTest, ViewsShowTheCorrectedStateAndTheMachinesRowStays) {
  EXPECT_EQ(Events(), kMachine);
  ASSERT_EQ(Say(Judgement::kAmend, {{"type", "AID"}, {"recipient", "ETH GOV"}}), "");
  EXPECT_EQ(Events(), "AID||UGA|ETH GOV|Kenya;");
  EXPECT_EQ(Dyads(), "AID|UGA|ETH;");
  EXPECT_EQ(Ask("SELECT quad, score FROM event"), "material cooperation|10.0;");
  EXPECT_EQ(
      Ask("SELECT json_extract(machine_rows, '$.event[0].type') FROM corrections"),
      "ACCUSE;");
  ASSERT_EQ(Say(Judgement::kReject), "");
  EXPECT_EQ(Events(), "");
  EXPECT_EQ(Dyads(), "");
  ASSERT_EQ(Say(Judgement::kUndo), "");
  EXPECT_EQ(Events(), "AID||UGA|ETH GOV|Kenya;");
  ASSERT_EQ(Say(Judgement::kUndo), "");
  EXPECT_EQ(Events(), kMachine);
  EXPECT_EQ(Dyads(), "ACCUSE|UGA|SDN;");
  EXPECT_EQ(Say(Judgement::kUndo), "there is nothing to undo");
  EXPECT_EQ(Ask("SELECT count(*) FROM correction"), "4;");
}

TEST_F(ReviewTest, ARejectedStatementLetsGoOfWhatWasSaidInIt) {
  const std::string statement = row_.substr(0, 12) + "-s1";
  ASSERT_EQ(Say(Judgement::kReject, {}, "anna", statement), "");
  EXPECT_EQ(Events(), "ACCUSE|disapprove|UGA|SDN|;");
  EXPECT_EQ(Ask("SELECT count(*) FROM statements"), "0;");
  ASSERT_EQ(Say(Judgement::kUndo, {}, "anna", statement), "");
  EXPECT_EQ(Events(), kMachine);
  EXPECT_EQ(Ask("SELECT count(*) FROM statements"), "1;");
}

TEST_F(ReviewTest, RefusesWhatARowCannotBe) {
  EXPECT_NE(Say(Judgement::kAmend, {{"type", "GIFT"}}).find("PLOVER type"),
            std::string::npos);
  EXPECT_NE(Say(Judgement::kAmend, {{"mode", "firearms"}}).find("a mode of ACCUSE"),
            std::string::npos);
  EXPECT_NE(Say(Judgement::kAmend, {{"actor", "Uganda"}}).find("a code"),
            std::string::npos);
  EXPECT_NE(Say(Judgement::kAmend, {{"colour", "red"}}).find("no field"),
            std::string::npos);
  EXPECT_NE(Say(Judgement::kAccept, {}, "").find("reviewer's name"), std::string::npos);
  EXPECT_NE(Say(Judgement::kAccept, {}, "anna", "000000000000-e1").find("no row"),
            std::string::npos);
  EXPECT_NE(
      Say(Judgement::kAccept, {}, "anna", row_.substr(0, 12) + "-e7").find("no row"),
      std::string::npos);
  EXPECT_EQ(Events(), kMachine);
  EXPECT_EQ(Ask("SELECT count(*) FROM correction"), "0;");
}

TEST_F(ReviewTest, CorrectionsCannotBeChangedOrTakenAway) {
  ASSERT_EQ(Say(Judgement::kAccept), "");
  Result<Database> database = Database::Open(path_, Database::Access::kWrite);
  EXPECT_FALSE(database->Execute("DELETE FROM correction"));
  EXPECT_FALSE(database->Execute("UPDATE correction SET verdict = 'reject'"));
}

TEST_F(ReviewTest, TellsHowFarReviewersAgreeAndWritesGold) {
  ASSERT_EQ(Say(Judgement::kAccept, {}, "anna"), "");
  ASSERT_EQ(Say(Judgement::kAmend, {{"type", "REJECT"}}, "ben"), "");
  Result<Database> database = Database::Open(path_, Database::Access::kRead);
  const auto agreement = AgreementOf(*database);
  ASSERT_TRUE(agreement) << agreement.error().message;
  EXPECT_EQ((*agreement)[1].field, "type");
  EXPECT_EQ((*agreement)[1].rows, 1U);
  ASSERT_TRUE((*agreement)[1].alpha);
  EXPECT_DOUBLE_EQ(*(*agreement)[1].alpha, 0);
  const auto gold = GoldOf(*database);
  ASSERT_TRUE(gold) << gold.error().message;
  EXPECT_EQ(*gold,
            StrCat("# case: ", row_.substr(0, 12),
                   "-0\npublished: 2024-05-06\n"
                   "text: Kenya said that Uganda accused Sudan.\n"
                   "event: UGA > SDN | REJECT |  |  | \"Uganda accused Sudan\"\n"));
  ASSERT_EQ(Say(Judgement::kReject, {}, "ben"), "");
  EXPECT_NE(GoldOf(*database)->find("none: UGA > SDN | ACCUSE\n"), std::string::npos);
}

// A table of 50 proposals that two readers said yes or no to, 20 and 15 of them alike.
TEST(Agreement, CohensKappaIsThatOfAWorkedTable) {
  std::vector<std::pair<std::string, std::string>> labels;
  const auto add = [&labels](const char* a, const char* b, int times) {
    for (int i = 0; i < times; ++i) labels.emplace_back(a, b);
  };
  add("yes", "yes", 20);
  add("yes", "no", 5);
  add("no", "yes", 10);
  add("no", "no", 15);
  ASSERT_TRUE(CohensKappa(labels));
  EXPECT_NEAR(*CohensKappa(labels), 0.4, 1e-12);
  EXPECT_FALSE(CohensKappa({}));
  EXPECT_FALSE(CohensKappa({{"a", "a"}}));
}

// Krippendorff (2011), example C: four observers, twelve units, values missing.
TEST(Agreement, KrippendorffsAlphaIsThatOfHisExample) {
  const char* a = "123321412...";
  const char* b = "1233224125.3";
  const char* c = ".3332342251.";
  const char* d = "12332441251.";
  std::vector<std::vector<std::string>> units(12);
  for (const char* row : {a, b, c, d}) {
    for (std::size_t i = 0; i < units.size(); ++i) {
      if (row[i] >= '1' && row[i] <= '9') units[i].emplace_back(1, row[i]);
    }
  }
  ASSERT_TRUE(KrippendorffsAlpha(units));
  EXPECT_NEAR(*KrippendorffsAlpha(units), 0.743, 0.0005);
}

}  // namespace
}  // namespace entente
