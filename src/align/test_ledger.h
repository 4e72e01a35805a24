// TestLedger: a small ledger with known rows, for the tests of this layer.
//
//   TestLedger ledger("name");
//   ledger.Begin("2020-01-02", "Agency");         // a document
//   ledger.AddEvent("RUS GOV", "SYR", "AID");        // its rows
//   const EvidenceTable table = ledger.Load();
#ifndef ENTENTE_ALIGN_TEST_LEDGER_H_
#define ENTENTE_ALIGN_TEST_LEDGER_H_

#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "align/evidence.h"
#include "base/check.h"
#include "base/date.h"
#include "base/strings.h"
#include "ledger/ledger.h"

namespace entente {

struct TestEvent {
  std::string from, to;  // codes, which are names as well
  std::string type;      // "ASSAULT", "CONSULT visit"
  std::string claimant = "";
  Modality modality = Modality::kAsserted;
  bool is_negated = false;
  bool is_reciprocal = false;
  TextSpan span = {.begin = 0, .end = 1};
};

class TestLedger {
 public:
  explicit TestLedger(const std::string& name)
      : path_(testing::TempDir() + "align_" + name) {
    Remove();
    Result<Ledger> ledger = Ledger::Open(path_);
    CHECK(ledger);
    ledger_.emplace(std::move(ledger).value());
    CHECK(ledger_->BeginRun({"1", "model", "lexicon"}, "{}"));
    Result<Ontology> ontology = Ontology::Read(ENTENTE_SOURCE_DIR "/data/world");
    CHECK(ontology);
    ontology_.emplace(std::move(ontology).value());
  }
  ~TestLedger() { Remove(); }
  TestLedger(const TestLedger&) = delete;
  TestLedger& operator=(const TestLedger&) = delete;

  // Without a text it gets one that is like no other's.
  void Begin(std::string_view published, std::string_view source,
             const std::string& text = "") {
    End();
    document_.emplace();
    ++count_;
    for (int word = 0; word < 8; ++word) {
      document_->text += StrCat("word", count_, "x", word, " ");
    }
    if (!text.empty()) document_->text = text;
    document_->id = StrCat("d", count_);
    document_->source = source;
    document_->published = ParseIsoDate(published);
    reading_.emplace();
  }

  void Add(const TestEvent& told) {
    Event event;
    const auto blank = told.type.find(' ');
    event.type = *EventTypeOf(told.type.substr(0, blank));
    if (blank != std::string::npos) event.mode = told.type.substr(blank + 1);
    event.actor = {EntityOf(told.from)};
    event.recipient = {EntityOf(told.to)};
    event.modality = told.modality;
    event.is_negated = told.is_negated;
    event.is_reciprocal = told.is_reciprocal;
    event.span = told.span;
    event.rule = "test.01";
    if (!told.claimant.empty()) event.claimed_by = StatementOf(told.claimant);
    reading_->events.push_back(event);
  }
  void AddEvent(const std::string& from, const std::string& to,
                const std::string& type) {
    Add({.from = from, .to = to, .type = type});
  }

  void AddStance(const std::string& from, const std::string& to, int sign,
                 double strength, StanceBasis basis, const std::string& claimant = "",
                 TextSpan span = {.begin = 0, .end = 1}) {
    Stance stance;
    stance.span = span;
    stance.from = EntityOf(from);
    stance.to = EntityOf(to);
    stance.sign = sign;
    stance.strength = strength;
    stance.basis = basis;
    if (!claimant.empty()) stance.claimed_by = StatementOf(claimant);
    reading_->stances.push_back(stance);
  }

  // Ends the import; the ledger can be read from now on.
  Database Open() {
    End();
    if (ledger_) CHECK(ledger_->Finish());
    ledger_.reset();
    Result<Database> database = Database::Open(path_, Database::Access::kRead);
    CHECK(database);
    return std::move(database).value();
  }
  EvidenceTable Load(const World* world = nullptr) {
    const Database database = Open();
    Result<EvidenceTable> table = LoadEvidence(database, settings(), world);
    CHECK(table);
    return std::move(table).value();
  }
  static const AlignSettings& settings() {
    static const AlignSettings settings = [] {
      Result<AlignSettings> read =
          AlignSettings::Read(ENTENTE_SOURCE_DIR "/data/alignment");
      CHECK(read);
      return std::move(read).value();
    }();
    return settings;
  }

 private:
  void Remove() const {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + end);
  }
  void End() {
    if (!document_) return;
    CHECK(ledger_->Add(*document_, *reading_, *ontology_));
    document_.reset();
  }
  EntityId EntityOf(const std::string& code) {
    auto& entities = reading_->entities;
    for (std::uint32_t i = 0; i < entities.size(); ++i) {
      if (entities[i].name == code) return EntityId{i};
    }
    Entity entity;
    entity.name = code;
    entity.kind = ActorKind::kOrganisation;
    const std::vector<std::string_view> parts = SplitBlank(code);
    if (code.size() > 2) entity.code.country = parts[0];  // "UN" has no code
    if (parts.size() > 1) entity.code.sector = parts[1];
    if (parts.size() > 2) entity.code.group = parts[2];
    entities.push_back(entity);
    return EntityId{static_cast<std::uint32_t>(entities.size() - 1)};
  }
  StatementId StatementOf(const std::string& speaker) {
    Statement statement;
    statement.speaker = EntityOf(speaker);
    reading_->statements.push_back(statement);
    return StatementId{static_cast<std::uint32_t>(reading_->statements.size() - 1)};
  }

  std::string path_;
  std::optional<Ledger> ledger_;
  std::optional<Ontology> ontology_;
  std::optional<Document> document_;
  std::optional<Reading> reading_;
  int count_ = 0;
};

}  // namespace entente

#endif  // ENTENTE_ALIGN_TEST_LEDGER_H_
