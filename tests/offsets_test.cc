// The laws of every reading: spans lie in the text, references point at rows that
// exist, and the same text gives the same bytes, whatever the thread or workspace read
// before.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "base/files.h"
#include "base/utf8.h"
#include "document/reader.h"
#include "engine/batch.h"
#include "engine/engine.h"

namespace entente {
namespace {

class Examples : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto loaded = Engine::Load({.data_dir = ENTENTE_DATA_DIR, .world_dirs = {}});
    ASSERT_TRUE(loaded) << loaded.error().message;
    engine_ = std::make_unique<Engine>(std::move(loaded).value());
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(
             std::filesystem::path(ENTENTE_SOURCE_DIR) / "examples")) {
      files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const std::string& file : files) {
      auto bytes = ReadFile(file);
      ASSERT_TRUE(bytes) << file;
      for (auto& document : ReadDocuments(file, std::move(bytes).value(), {})) {
        ASSERT_TRUE(document) << document.error().message;
        documents_->push_back(std::move(document).value());
      }
    }
  }
  static void TearDownTestSuite() { engine_.reset(); }

  static std::string Json(const Document& document, Workspace& workspace) {
    return ToJson(document, engine_->Read(document, workspace), engine_->version(),
                  engine_->ontology());
  }

  static inline std::unique_ptr<Engine> engine_;
  static inline const std::unique_ptr<std::vector<Document>> documents_ =
      std::make_unique<std::vector<Document>>();
};

class SpanLaw {
 public:
  explicit SpanLaw(std::string_view text) : text_(text) {}
  void Hold(TextSpan span) const {
    ASSERT_LE(span.begin, span.end);
    ASSERT_LE(span.end, text_.size());
    for (const std::uint32_t edge : {span.begin, span.end}) {
      const bool cuts_a_character =
          edge < text_.size() &&
          (static_cast<unsigned char>(text_[edge]) & 0xC0) == 0x80;
      ASSERT_FALSE(cuts_a_character) << "at byte " << edge;
    }
  }

 private:
  std::string_view text_;
};

TEST_F(Examples, SpansLieInTheTextAndReferencesExist) {
  Workspace workspace;
  for (const Document& document : *documents_) {
    const Reading reading = engine_->Read(document, workspace);
    const SpanLaw law(document.text);
    for (const Block& row : document.blocks) law.Hold(row.span);
    for (const SentenceSpan& row : reading.sentences) law.Hold(row.span);
    for (const Mention& row : reading.mentions) {
      law.Hold(row.span);
      ASSERT_LT(row.entity.value, reading.entities.size());
    }
    for (const TimeMention& row : reading.times) law.Hold(row.span);
    for (const PlaceMention& row : reading.places) law.Hold(row.span);
    for (const Event& row : reading.events) {
      law.Hold(row.span);
      law.Hold(row.trigger);
      ASSERT_LE(row.span.begin, row.trigger.begin);
      ASSERT_GE(row.span.end, row.trigger.end);
      ASSERT_FALSE(row.rule.empty());
      ASSERT_FALSE(row.actor.empty() && row.recipient.empty());
      for (const EntityId id : row.actor) ASSERT_LT(id.value, reading.entities.size());
      for (const EntityId id : row.recipient)
        ASSERT_LT(id.value, reading.entities.size());
      if (row.time.valid()) {
        ASSERT_LT(row.time.value, reading.times.size());
      }
      if (row.place.valid()) {
        ASSERT_LT(row.place.value, reading.places.size());
      }
      if (row.claimed_by.valid()) {
        ASSERT_LT(row.claimed_by.value, reading.statements.size());
      }
    }
    for (const Statement& row : reading.statements) {
      ASSERT_FALSE(row.content.empty());
      for (const TextSpan piece : row.content) law.Hold(piece);
      if (row.parent.valid()) {
        ASSERT_LT(row.parent.value, reading.statements.size());
      }
    }
    for (const Stance& row : reading.stances) law.Hold(row.span);
  }
}

TEST_F(Examples, TheSameBytesOnAnyNumberOfThreads) {
  std::vector<std::string> expected;
  for (const Document& document : *documents_) {
    Workspace fresh;
    expected.push_back(Json(document, fresh));
  }
  constexpr std::size_t kRounds = 5;
  std::size_t at = 0;
  std::vector<std::string> seen;
  RunInOrder<const Document*, std::string>(
      {.threads = 8, .window = 16},
      [&]() -> std::optional<const Document*> {
        if (at == kRounds * documents_->size()) return std::nullopt;
        return &(*documents_)[at++ % documents_->size()];
      },
      [] {
        const auto workspace = std::make_shared<Workspace>();
        return [workspace](const Document* document) {
          return Json(*document, *workspace);
        };
      },
      [&](std::string json) { seen.push_back(std::move(json)); });
  ASSERT_EQ(seen.size(), kRounds * expected.size());
  for (std::size_t i = 0; i < seen.size(); ++i) {
    EXPECT_EQ(seen[i], expected[i % expected.size()]);
  }
}

}  // namespace
}  // namespace entente
