// The stance words' own sentences, and the gold of ours for statements and stances:
// each with the least share that must be right.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>

#include "base/files.h"
#include "base/strings.h"
#include "case_file.h"
#include "document/reader.h"
#include "engine/engine.h"
#include "meaning/stance_lexicon.h"
#include "meaning/stance_polarity.h"

namespace entente {
namespace {

const Engine& SharedEngine() {
  static const Engine engine = [] {
    Result<Engine> loaded =
        Engine::Load({.data_dir = ENTENTE_DATA_DIR, .world_dirs = {}});
    if (!loaded) {
      ADD_FAILURE() << loaded.error().message;
      std::abort();
    }
    return std::move(loaded).value();
  }();
  return engine;
}

struct Share {
  std::size_t right = 0;
  std::size_t all = 0;
  double value() const {
    return all == 0 ? 0 : static_cast<double>(right) / static_cast<double>(all);
  }
};

class Examples {
 public:
  void Try(const std::string& id, const std::string& fires, const std::string& silent) {
    const std::vector<std::string> there = RulesIn(fires);
    ++firing.all;
    ++quiet.all;
    firing.right += !there.empty();
    const std::vector<std::string> back = RulesIn(silent);
    quiet.right += std::find(back.begin(), back.end(), id) == back.end();
  }

  Share firing, quiet;

 private:
  std::vector<std::string> RulesIn(const std::string& sentence) {
    std::vector<std::string> rules;
    for (const Result<Document>& document : ReadDocuments("example", sentence, {})) {
      if (!document) continue;
      for (const Stance& stance : SharedEngine().Read(*document, workspace_).stances) {
        rules.push_back(stance.rule);
      }
    }
    return rules;
  }

  Workspace workspace_;
};

TEST(StanceWords, FireAndStaySilent) {
  constexpr double kLeastFiring = 0.9;  // the parser's slips on short sentences
  constexpr double kLeastQuiet = 0.99;
  const auto lexicon = StanceLexicon::Read(ENTENTE_DATA_DIR "/lexicon/stances.tsv");
  ASSERT_TRUE(lexicon) << lexicon.error().message;
  Examples examples;
  for (const StanceExample& row : lexicon->examples()) {
    examples.Try(row.id, row.fires, row.silent);
  }
  std::cout << "firing " << examples.firing.value() << " quiet "
            << examples.quiet.value() << '\n';
  EXPECT_GE(examples.firing.value(), kLeastFiring);
  EXPECT_GE(examples.quiet.value(), kLeastQuiet);
}

TEST(PolarityWords, FireAndStaySilent) {
  constexpr double kLeastFiring = 0.9;
  constexpr double kLeastQuiet = 0.95;
  const auto lexicon = PolarityLexicon::Read(ENTENTE_DATA_DIR "/lexicon/polarity.tsv");
  ASSERT_TRUE(lexicon) << lexicon.error().message;
  Examples examples;
  for (const PolarityRow& row : lexicon->rows()) {
    examples.Try(row.id, row.fires, row.silent);
  }
  std::cout << "firing " << examples.firing.value() << " quiet "
            << examples.quiet.value() << '\n';
  EXPECT_GE(examples.firing.value(), kLeastFiring);
  EXPECT_GE(examples.quiet.value(), kLeastQuiet);
}

// The share of the gold's lines that are met, by "direct", "indirect", "mixed", "pair".
std::map<std::string, Share> ScoreFolder(const std::string& folder) {
  std::map<std::string, Share> shares;
  Workspace workspace;
  const auto path = std::filesystem::path(ENTENTE_SOURCE_DIR) / "cases" / folder;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
    if (entry.path().extension() != ".case") continue;
    const auto bytes = ReadFile(entry.path());
    if (!bytes) continue;
    const auto cases = ParseCases(entry.path(), *bytes);
    EXPECT_TRUE(cases) << cases.error().message;
    if (!cases) continue;
    for (const Case& each : *cases) {
      ReadOptions options;
      options.date = ParseIsoDate(each.published);
      const auto documents = ReadDocuments(each.name, each.text, options);
      if (documents.size() != 1 || !documents.front()) continue;
      const Reading reading = SharedEngine().Read(*documents.front(), workspace);
      for (const CaseLine& line : each.expectations) {
        Case one = each;
        one.expectations = {line};
        std::string kind = "pair";
        if (line.key == "statement") {
          kind = "indirect";
          if (line.value.find("| direct |") != std::string::npos) kind = "direct";
          if (line.value.find("| mixed |") != std::string::npos) kind = "mixed";
        }
        ++shares[kind].all;
        shares[kind].right += Check(one, *documents.front(), reading).empty();
      }
    }
  }
  for (const auto& [kind, share] : shares) {
    std::cout << folder << " " << kind << " " << share.right << " of " << share.all
              << '\n';
  }
  return shares;
}

TEST(SpeechGold, StatementsAreFoundWithTheirSpeakers) {
  auto shares = ScoreFolder("quotes");
  EXPECT_GE(shares["direct"].value(), 0.85);
  EXPECT_GE(shares["indirect"].value(), 0.80);
}

TEST(SpeechGold, PairsHaveDirectionAndSign) {
  auto shares = ScoreFolder("stances");
  EXPECT_GE(shares["pair"].value(), 0.70);
}

}  // namespace
}  // namespace entente
