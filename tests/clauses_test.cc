// Runs tests/clauses/*.txt: sentences and the clauses that they must be read as, in the
// words of `entente parse --clauses`.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/strings.h"
#include "engine/engine.h"
#include "meaning/clause_builder.h"

namespace entente {
namespace {

struct ClauseCase {
  unsigned line = 0;
  std::string sentence;
  std::vector<std::string> clauses;
};

// "# " before a sentence, two blanks before a clause, "#!" before a remark.
std::vector<ClauseCase> ParseFile(const std::string& bytes) {
  std::vector<ClauseCase> cases;
  unsigned number = 0;
  for (const std::string_view line : Split(bytes, '\n')) {
    ++number;
    if (line.starts_with("# ")) {
      cases.push_back({number, std::string(line.substr(2)), {}});
    } else if (line.starts_with("  ") && !cases.empty()) {
      cases.back().clauses.emplace_back(Trim(line));
    }
  }
  return cases;
}

std::vector<std::string> ClausesOf(const Engine& engine, Workspace& workspace,
                                   const std::string& sentence) {
  Document document;
  document.text = sentence;
  document.blocks = {
      {BlockKind::kBody, {0, static_cast<std::uint32_t>(sentence.size())}}};
  const Analysis& analysis = engine.Analyse(document, workspace);
  std::vector<std::string> clauses;
  for (const Clause& clause : analysis.clauses.clauses) {
    clauses.push_back(
        Format(analysis.clauses, clause, analysis.text(), *analysis.tokens));
  }
  return clauses;
}

TEST(Clauses, AreReadAsWritten) {
  const auto engine = Engine::Load({.data_dir = ENTENTE_DATA_DIR, .world_dirs = {}});
  ASSERT_TRUE(engine) << engine.error().message;
  Workspace workspace;
  std::size_t cases = 0;
  const auto folder = std::filesystem::path(ENTENTE_SOURCE_DIR) / "tests" / "clauses";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const auto bytes = ReadFile(entry.path());
    ASSERT_TRUE(bytes);
    for (const ClauseCase& each : ParseFile(*bytes)) {
      ++cases;
      EXPECT_EQ(ClausesOf(*engine, workspace, each.sentence), each.clauses)
          << entry.path().filename().string() << ":" << each.line << ": "
          << each.sentence;
    }
  }
  EXPECT_GT(cases, 0U);
}

}  // namespace
}  // namespace entente
