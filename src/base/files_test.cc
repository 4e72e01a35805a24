#include "base/files.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

namespace entente {
namespace {

// A fresh folder that goes away with the test.
class Files : public ::testing::Test {
 protected:
  Files() { std::filesystem::create_directories(folder_); }
  ~Files() override { std::filesystem::remove_all(folder_); }
  std::string Path(const char* name) const { return folder_ / name; }

 private:
  const std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() /
      ("entente_files_test_" + std::to_string(::getpid()));
};

TEST_F(Files, WritesAndReadsBack) {
  const std::string bytes(200000, 'x');
  ASSERT_TRUE(WriteFileAtomically(Path("a"), bytes));
  const auto read = ReadFile(Path("a"));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, bytes);
  EXPECT_FALSE(std::filesystem::exists(Path("a.part")));
  const auto mapped = MappedFile::Open(Path("a"));
  ASSERT_TRUE(mapped);
  EXPECT_EQ(mapped->bytes(), bytes);
}

TEST_F(Files, SaysWhyAFileCannotBeRead) {
  const auto absent = ReadFile(Path("absent"));
  ASSERT_FALSE(absent);
  EXPECT_EQ(absent.error().code, ErrorCode::kNotFound);
  EXPECT_NE(absent.error().message.find("absent"), std::string::npos);
  const auto folder = ReadFile(Path("."));
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().code, ErrorCode::kInvalid);
}

TEST_F(Files, StopsAtTheLimit) {
  ASSERT_TRUE(WriteFileAtomically(Path("big"), std::string(100000, 'x')));
  const auto read = ReadFile(Path("big"), 1000);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kOverBudget);
}

TEST_F(Files, WritingIntoAMissingFolderFailsAndNamesIt) {
  const Status written = WriteFileAtomically(Path("no/such"), "x");
  ASSERT_FALSE(written);
  EXPECT_NE(written.error().message.find("no/such"), std::string::npos);
}

}  // namespace
}  // namespace entente
