// The same story twice: copies, later versions, stories and their events, from texts to
// the answers of `entente ask`. The texts are in tests/stories; "group" and "story" say
// what belongs together.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "base/files.h"
#include "base/strings.h"

namespace entente {
namespace {

using Pairs = std::set<std::pair<std::string, std::string>>;

std::vector<std::string> Lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// The text of a field of a JSON line of ours: no escapes in it.
std::string Field(const std::string& line, const std::string& name) {
  const std::string key = "\"" + name + "\":";
  std::size_t at = line.find(key);
  if (at == std::string::npos) return "";
  at = line.find('"', at + key.size()) + 1;
  return line.substr(at, line.find('"', at) - at);
}

// Names that share a group, as pairs in order.
Pairs PairsOf(const std::map<std::string, std::string>& groups) {
  Pairs pairs;
  for (const auto& [one, group] : groups) {
    for (const auto& [other, other_group] : groups) {
      if (one < other && group == other_group) pairs.emplace(one, other);
    }
  }
  return pairs;
}

class Stories : public testing::Test {
 protected:
  Stories() { std::filesystem::create_directories(folder_); }
  ~Stories() override { std::filesystem::remove_all(folder_); }

  std::string Path(const std::string& name) const { return folder_ / name; }
  static std::vector<std::string> Texts(const std::string& name) {
    return Lines(ReadFile(StrCat(ENTENTE_SOURCE_DIR, "/tests/stories/", name)).value());
  }
  void Read(const std::vector<std::string>& lines, const std::string& ledger) const {
    std::ofstream out(Path("texts.jsonl"), std::ios::binary);
    for (const std::string& line : lines) out << line << "\n";
    out.close();
    ASSERT_EQ(
        Run(StrCat("read --quiet --ledger ", Path(ledger), " ", Path("texts.jsonl"))),
        0);
  }
  std::string Ask(const std::string& ledger, const std::string& arguments) const {
    EXPECT_EQ(Run(StrCat("ask ", Path(ledger), " ", arguments)), 0) << arguments;
    return ReadFile(Path("out")).value();
  }
  // First column: a name; second: its group.
  std::map<std::string, std::string> Groups(const std::string& ledger,
                                            const std::string& sql) const {
    std::map<std::string, std::string> groups;
    for (const std::string& line :
         Lines(Ask(ledger, StrCat("--format csv --limit 1000 --sql \"", sql, "\"")))) {
      const std::size_t comma = line.find(',');
      groups[line.substr(0, comma)] = line.substr(comma + 1);
    }
    groups.erase("id");
    return groups;
  }

 private:
  int Run(const std::string& arguments) const {
    const std::string command =
        StrCat(ENTENTE_PROGRAM, " ", arguments, " >", Path("out"));
    return std::system(command.c_str());
  }
  const std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() /
      ("entente_stories_test_" + std::to_string(::getpid()));
};

const char kCopies[] =
    "SELECT d.id, o.id AS original FROM copy JOIN document d USING (document) "
    "JOIN document o ON o.document = copy.original";
const char kStories[] =
    "SELECT d.id, f.id AS first FROM story JOIN document d USING (document) "
    "JOIN document f ON f.document = story.story";

TEST_F(Stories, CopiesAreFoundAndReportsOnTheSameMatterAreNot) {
  std::map<std::string, std::string> gold;
  for (const std::string& line : Texts("copies.jsonl")) {
    gold[Field(line, "id")] = Field(line, "group");
  }
  Read(Texts("copies.jsonl"), "copies.ledger");
  EXPECT_EQ(PairsOf(Groups("copies.ledger", kCopies)), PairsOf(gold));
}

TEST_F(Stories, ALaterVersionShowsWhatChanged) {
  Read(Texts("copies.jsonl"), "versions.ledger");
  const std::string revisions = Ask("versions.ledger", "revisions --format jsonl");
  ASSERT_EQ(Lines(revisions).size(), 1U) << revisions;
  EXPECT_EQ(Field(revisions, "document"), "ferry-4");
  EXPECT_EQ(Field(revisions, "earlier"), "ferry-1");
  EXPECT_NE(Field(revisions, "removed").find("two holes"), std::string::npos);
  EXPECT_NE(Field(revisions, "added").find("one hole"), std::string::npos);
  EXPECT_EQ(Field(revisions, "added").find("Red Cross"), std::string::npos);
}

// A floor, as of every measure here: reports in other words are found, and reports on
// like matters stay apart.
TEST_F(Stories, ReportsOfOneStoryAreTogether) {
  std::map<std::string, std::string> gold;
  for (const std::string& line : Texts("reports.jsonl")) {
    gold[Field(line, "id")] = Field(line, "story");
  }
  Read(Texts("reports.jsonl"), "stories.ledger");
  const Pairs found = PairsOf(Groups("stories.ledger", kStories));
  const Pairs wanted = PairsOf(gold);
  Pairs right;
  std::set_intersection(found.begin(), found.end(), wanted.begin(), wanted.end(),
                        std::inserter(right, right.end()));
  EXPECT_GE(right.size() * 10, found.size() * 9);   // precision
  EXPECT_GE(right.size() * 10, wanted.size() * 9);  // recall
}

TEST_F(Stories, AnEventOfSeveralReportsIsOneEventWithItsSources) {
  Read(Texts("reports.jsonl"), "events.ledger");
  const std::string reported =
      Ask("events.ledger", "reported --type ASSAULT --place peshawar --format jsonl");
  ASSERT_EQ(Lines(reported).size(), 1U) << reported;
  EXPECT_NE(reported.find("\"reports\":2,\"documents\":2,\"sources\":2"),
            std::string::npos)
      << reported;
  // No row is lost: every event has its place in one happening.
  EXPECT_EQ(Ask("events.ledger",
                "--format csv --sql 'SELECT (SELECT count(*) FROM event) "
                "= (SELECT sum(reports) FROM reported_events) AS same'"),
            "same\n1\n");
}

TEST_F(Stories, TheOrderOfReadingDoesNotMatter) {
  std::vector<std::string> texts = Texts("reports.jsonl");
  for (const std::string& line : Texts("copies.jsonl")) texts.push_back(line);
  Read(texts, "forwards.ledger");
  std::reverse(texts.begin(), texts.end());
  const auto half = texts.begin() + static_cast<std::ptrdiff_t>(texts.size() / 2);
  Read({texts.begin(), half}, "backwards.ledger");
  Read(texts, "backwards.ledger");
  for (const char* sql : {kCopies, kStories}) {
    EXPECT_EQ(Groups("forwards.ledger", sql), Groups("backwards.ledger", sql));
  }
  const std::string reported =
      "--format csv --limit 1000 --sql 'SELECT date, actor, type, recipient, reports, "
      "documents, sources, publishers, first_report, latest_report, words FROM "
      "reported_events ORDER BY 1, 2, 3, 4, 11'";
  EXPECT_EQ(Ask("forwards.ledger", reported), Ask("backwards.ledger", reported));
}

}  // namespace
}  // namespace entente
