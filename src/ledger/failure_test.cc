// What the machine can do to a ledger: a clear message, and what was kept stays.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "base/check.h"
#include "base/strings.h"
#include "ledger/database.h"
#include "ledger/ledger.h"

namespace entente {
namespace {

class LedgerFailure : public testing::Test {
 protected:
  LedgerFailure() { std::filesystem::create_directories(folder_); }
  ~LedgerFailure() override { std::filesystem::remove_all(folder_); }

  // Adds documents [begin, end); gives the first error.
  Status Import(int begin, int end) {
    TRY(Ledger ledger, Ledger::Open(path_));
    const Status begun = ledger.BeginRun({"1", "model", "lexicon"}, "{}");
    if (!begun) return begun;
    const Ontology ontology;
    for (int i = begin; i < end; ++i) {
      Document document;
      document.id = StrCat("d", i);
      document.title = StrCat("Report ", i);
      document.text = StrCat("Kenya accused Sudan, ", i, ". ", std::string(500, 'x'));
      const Status added = ledger.Add(document, Reading(), ontology);
      if (!added) return added;
    }
    return ledger.Finish();
  }
  // The ledger's soundness and its number of documents: "ok 20".
  std::string State() const {
    Result<Database> opened = Database::Open(path_, Database::Access::kRead);
    if (!opened) return opened.error().message;
    std::string state;
    for (const char* sql :
         {"PRAGMA integrity_check", "SELECT count(*) FROM documents"}) {
      Result<Query> query = opened->Prepare(sql);
      if (!query) return query.error().message;
      Query ready = std::move(query).value();
      const Result<bool> row = ready.Step();
      if (!row) return row.error().message;
      state += StrCat(state.empty() ? "" : " ", ready.Text(0));
    }
    return state;
  }

  const std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) /
      StrCat("ledger_failure_", static_cast<int>(::getpid()));
  const std::string path_ = folder_ / "news.ledger";
};

// Files that may not grow stand for a full disk: the system calls fail alike.
TEST_F(LedgerFailure, AFullDiskKeepsWhatWasCommitted) {
  ASSERT_TRUE(Import(0, 20));
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{.rlim_cur = std::filesystem::file_size(path_) + 100'000,
                     .rlim_max = before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const Status full = Import(20, 4000);
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
  (void)std::signal(SIGXFSZ, handler);
  ASSERT_FALSE(full);
  EXPECT_EQ(full.error().code, ErrorCode::kUnavailable) << full.error().message;
  EXPECT_EQ(full.error().message.find(path_), 0U) << full.error().message;
  EXPECT_EQ(State(), "ok 20");
  const Status resumed = Import(0, 50);
  EXPECT_TRUE(resumed) << resumed.error().message;
  EXPECT_EQ(State(), "ok 50");
}

TEST_F(LedgerFailure, ASecondWriterIsToldSo) {
  ASSERT_TRUE(Import(0, 2));
  Result<Database> other = Database::Open(path_, Database::Access::kWrite);
  ASSERT_TRUE(other);
  ASSERT_TRUE(other->Execute("BEGIN IMMEDIATE"));
  const Status second = Import(2, 3);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kUnavailable);
  EXPECT_NE(second.error().message.find("another program is writing"),
            std::string::npos)
      << second.error().message;
  ASSERT_TRUE(other->Execute("ROLLBACK"));
  EXPECT_TRUE(Import(2, 3));
  EXPECT_EQ(State(), "ok 3");
}

TEST_F(LedgerFailure, ACorruptedFileIsToldSo) {
  ASSERT_TRUE(Import(0, 200));
  {
    std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4096);
    file << std::string(64 * 1024, '\x5a');
  }
  const Status import = Import(200, 300);
  ASSERT_FALSE(import);
  EXPECT_EQ(import.error().code, ErrorCode::kCorrupt) << import.error().message;
  EXPECT_EQ(import.error().message.find(path_), 0U) << import.error().message;
}

TEST_F(LedgerFailure, TwentyReadersDuringAnImportNeverFail) {
  ASSERT_TRUE(Import(0, 10));
  std::vector<std::thread> readers;
  std::vector<std::string> failures(20);
  for (std::size_t i = 0; i < failures.size(); ++i) {
    readers.emplace_back([this, &failures, i] {
      for (int round = 0; round < 4 && failures[i].empty(); ++round) {
        const std::string state = State();
        if (!state.starts_with("ok ")) failures[i] = state;
      }
    });
  }
  const Status imported = Import(10, 2500);
  for (std::thread& reader : readers) reader.join();
  EXPECT_TRUE(imported) << imported.error().message;
  for (const std::string& failure : failures) EXPECT_EQ(failure, "");
  EXPECT_EQ(State(), "ok 2500");
}

}  // namespace
}  // namespace entente
