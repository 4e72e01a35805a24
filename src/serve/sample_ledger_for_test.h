// A small ledger for tests of the page: three ordinary articles, and a hostile one.
#ifndef ENTENTE_SERVE_SAMPLE_LEDGER_FOR_TEST_H_
#define ENTENTE_SERVE_SAMPLE_LEDGER_FOR_TEST_H_

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "ledger/ledger.h"

namespace entente {

inline Entity SampleCountry(std::string name, std::string code) {
  return {.name = std::move(name),
          .kind = ActorKind::kCountry,
          .code = {.country = std::move(code), .sector = "", .group = ""},
          .role = "",
          .code_source = "",
          .mentions = {}};
}

// "Kenya accused Sudan." of one day, from one source.
inline Document SampleDocument(std::string title, std::string text, CivilDate day) {
  Document document;
  document.id = title;
  document.title = std::move(title);
  document.text = std::move(text);
  document.source = "The Courier";
  document.published = day;
  return document;
}

// The first `words` bytes are one event of the type, said by the first entity.
inline Reading SampleReading(EventType type, std::string rule, std::uint32_t words) {
  Reading reading;
  reading.entities = {SampleCountry("Kenya", "KEN"), SampleCountry("Sudan", "SDN")};
  Event event;
  event.span = {.begin = 0, .end = words};
  event.type = type;
  event.actor = {EntityId{0}};
  event.recipient = {EntityId{1}};
  event.rule = std::move(rule);
  reading.events.push_back(event);
  Statement statement;
  statement.span = {.begin = 0, .end = words};
  statement.content = {statement.span};
  statement.speaker = EntityId{0};
  reading.statements.push_back(statement);
  return reading;
}

inline constexpr const char* kHostile =
    "<script>alert('x')</script><img src=x onerror=alert(1)> \"&' \xF0\x9F\x98\x80 "
    "javascript:alert(2)";

class SampleLedger {
 public:
  explicit SampleLedger(const std::string& name) : path_(testing::TempDir() + name) {
    Remove();
    Result<Ledger> opened = Ledger::Open(path_);
    EXPECT_TRUE(opened) << opened.error().message;
    Ledger ledger = std::move(opened).value();
    EXPECT_TRUE(ledger.BeginRun({"1", "model", "lexicon"}, "{}"));
    const Result<Ontology> ontology =
        Ontology::Read(std::string(ENTENTE_SOURCE_DIR) + "/data/world");
    EXPECT_TRUE(ontology) << ontology.error().message;
    const auto add = [&](const Document& document, const Reading& reading) {
      const Status added = ledger.Add(document, reading, *ontology);
      EXPECT_TRUE(added) << added.error().message;
    };
    constexpr std::uint32_t kWords = 19;
    add(SampleDocument("Report 1", "Kenya accused Sudan. It rained.", {2024, 5, 6}),
        SampleReading(EventType::kAccuse, "accuse.accuse.01", kWords));
    add(SampleDocument("Report 2", "Kenya helped Sudan.", {2024, 5, 8}),
        SampleReading(EventType::kAid, "aid.help.01", kWords - 1));
    Reading planned = SampleReading(EventType::kAccuse, "accuse.accuse.01", kWords);
    planned.events[0].modality = Modality::kPlanned;
    add(SampleDocument("Report 3", "Kenya accuses Sudan soon.", {2024, 6, 1}), planned);
    Reading hostile = SampleReading(EventType::kAccuse, kHostile, kWords);
    hostile.entities[0].name = kHostile;
    hostile.entities[0].code = {};
    Document document = SampleDocument(kHostile, kHostile, {2024, 6, 2});
    document.source = kHostile;
    document.url = "javascript:alert(3)";
    add(document, hostile);
    hostile_key_ = KeyOf(document).substr(0, 12);
    const Status done = ledger.Finish();
    EXPECT_TRUE(done) << done.error().message;
  }
  ~SampleLedger() { Remove(); }
  SampleLedger(const SampleLedger&) = delete;
  SampleLedger& operator=(const SampleLedger&) = delete;

  const std::string& path() const { return path_; }
  const std::string& hostile_key() const { return hostile_key_; }

 private:
  void Remove() const {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + end);
  }
  std::string path_, hostile_key_;
};

}  // namespace entente

#endif  // ENTENTE_SERVE_SAMPLE_LEDGER_FOR_TEST_H_
