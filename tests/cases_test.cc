// Runs every tests/cases/*.case through the engine: behaviour as analysts write it
// down.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "base/files.h"
#include "base/strings.h"
#include "case_file.h"
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

Result<Document> DocumentOf(const Case& each) {
  if (each.file.empty()) return ToDocument(each, each.text);
  auto read = ReadFile(StrCat(ENTENTE_SOURCE_DIR, "/", each.file));
  if (!read) return read.error();
  return ToDocument(each, std::move(read).value());
}

class CaseFile : public testing::TestWithParam<std::string> {};

TEST_P(CaseFile, IsReadAsWritten) {
  const auto bytes = ReadFile(GetParam());
  ASSERT_TRUE(bytes);
  const auto cases = ParseCases(GetParam(), *bytes);
  ASSERT_TRUE(cases) << cases.error().message;
  Workspace workspace;
  for (const Case& each : *cases) {
    const auto document = DocumentOf(each);
    ASSERT_TRUE(document) << each.name << ": " << document.error().message;
    const Reading reading = SharedEngine().Read(*document, workspace);
    for (const std::string& complaint : Check(each, *document, reading)) {
      ADD_FAILURE() << std::filesystem::path(GetParam()).filename().string() << ": "
                    << each.name << ": " << complaint;
    }
  }
}

TEST(Check, TakesEitherTypeThatACaseAllows) {
  const auto cases = ParseCases(
      "x.case", "# case: a\ntext: x\nevent: * > * | COERCE seize or ASSAULT\n");
  ASSERT_TRUE(cases);
  Reading reading;
  reading.events.resize(1);
  const auto is_met = [&](EventType type, const std::string& mode) {
    reading.events[0].type = type;
    reading.events[0].mode = mode;
    return Check(cases->front(), Document(), reading).empty();
  };
  EXPECT_TRUE(is_met(EventType::kAssault, "firearms"));
  EXPECT_TRUE(is_met(EventType::kCoerce, "seize"));
  EXPECT_FALSE(is_met(EventType::kCoerce, "arrest"));
  EXPECT_FALSE(is_met(EventType::kReject, ""));
}

std::vector<std::string> CaseFiles() {
  std::vector<std::string> files;
  const auto folder = std::filesystem::path(ENTENTE_SOURCE_DIR) / "tests" / "cases";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".case") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string TestName(const testing::TestParamInfo<std::string>& info) {
  std::string name = std::filesystem::path(info.param).stem();
  std::replace_if(
      name.begin(), name.end(),
      [](char c) { return !IsAsciiAlpha(c) && !IsAsciiDigit(c); }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Cases, CaseFile, testing::ValuesIn(CaseFiles()), TestName);

}  // namespace
}  // namespace entente
