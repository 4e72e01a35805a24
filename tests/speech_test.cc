// The gold of ours for statements and stances, each with the least share that must be
// right. (The words' own sentences: words_check.)
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

// The share of the gold's lines that are met, by "direct", "indirect", "mixed",
// "pair"; of texts that must yield nothing, "quiet". Also of the third kept aside
// alone.
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
    const bool is_aside = entry.path().parent_path().filename() == "aside";
    for (const Case& each : *cases) {
      ReadOptions options;
      options.date = ParseIsoDate(each.published);
      const auto documents = ReadDocuments(each.name, each.text, options);
      if (documents.size() != 1 || !documents.front()) continue;
      const Reading reading = SharedEngine().Read(*documents.front(), workspace);
      for (const CaseLine& line : each.expectations) {
        Case one = each;
        one.expectations = {line};
        std::string kind = line.key == "only" ? "quiet" : "pair";
        if (line.key == "statement") {
          kind = "indirect";
          if (line.value.find("| direct |") != std::string::npos) kind = "direct";
          if (line.value.find("| mixed |") != std::string::npos) kind = "mixed";
        }
        const bool is_right = Check(one, *documents.front(), reading).empty();
        for (const std::string& name : {kind, StrCat("aside ", kind)}) {
          if (name != kind && !is_aside) continue;
          ++shares[name].all;
          shares[name].right += is_right;
        }
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
  EXPECT_GE(shares["direct"].value(), 0.90);
  EXPECT_GE(shares["indirect"].value(), 0.89);
}

TEST(SpeechGold, PairsHaveDirectionAndSign) {
  auto shares = ScoreFolder("stances");
  EXPECT_GE(shares["pair"].value(), 0.79);
}

}  // namespace
}  // namespace entente
