// What comes in: archives, tables, folders, other languages.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "base/strings.h"
#include "command_line.h"

namespace entente {
namespace {

constexpr char kGerman[] =
    "Die Polizei hat am Montag zwei Journalisten verhaftet. Sie werden von der "
    "Regierung als Spione bezeichnet, was die Zeitung nicht bestätigen will.";

TEST_F(CommandLine, ReadsTablesByTheirColumns) {
  const std::string usual = StrCat("headline,body,date\nArrests,\"", Trim(kNews),
                                   "\n\nIt said so.\",2024-05-08\n");
  const Outcome read = Run("read --json -", usual);
  EXPECT_EQ(read.status, 0) << read.error;
  for (const char* part : {"\"title\":\"Arrests\"", "\"published\":\"2024-05-08\"",
                           "\"type\":\"COERCE\",\"mode\":\"arrest\""}) {
    EXPECT_NE(read.out.find(part), std::string::npos) << read.out;
  }
  const std::string other = StrCat("kopf\tstory_en\nArrests\t", kNews);
  const Outcome mapped = Run("read --json --columns title=kopf,text=story_en -", other);
  EXPECT_EQ(mapped.status, 0) << mapped.error;
  EXPECT_NE(mapped.out.find("\"title\":\"Arrests\""), std::string::npos) << mapped.out;
  EXPECT_EQ(Run("read --columns headline=kopf -", other).status, 2);
  EXPECT_EQ(Run("read --columns text=absent -", other).status, 1);
}

TEST_F(CommandLine, ReadsArchives) {
  const std::string page = StrCat("<html><p>", Trim(kNews), "</p></html>");
  const std::string http =
      StrCat("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", page);
  const Outcome read =
      Run("read --json -",
          StrCat("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
                 "https://example.org/a\r\n"
                 "WARC-Date: 2024-05-08T10:00:00Z\r\nContent-Type: application/http\r\n"
                 "Content-Length: ",
                 http.size(), "\r\n\r\n", http, "\r\n\r\n"));
  EXPECT_EQ(read.status, 0) << read.error;
  for (const char* part : {"\"url\":\"https://example.org/a\"", "date-of-capture",
                           "\"published\":\"2024-05-08\"", "\"mode\":\"arrest\""}) {
    EXPECT_NE(read.out.find(part), std::string::npos) << read.out;
  }
}

TEST_F(CommandLine, ReadsFoldersAndPatternsInOrder) {
  std::filesystem::create_directories(Path("news/below"));
  std::filesystem::create_directories(Path("news/.hidden"));
  Write("news/b.txt", StrCat("Second report\n\n", kNews));
  Write("news/below/c.txt", StrCat("Third report\n\n", kNews));
  Write("news/a.txt", StrCat("First report\n\n", kNews));
  Write("news/.hidden/d.txt", kNews);
  Write("news/.e.txt", kNews);
  const Outcome folder = Run(StrCat("read --json ", Path("news")));
  EXPECT_EQ(folder.status, 0) << folder.error;
  const std::size_t first = folder.out.find("First report");
  const std::size_t second = folder.out.find("Second report", first);
  EXPECT_NE(folder.out.find("Third report", second), std::string::npos) << folder.out;
  EXPECT_EQ(std::count(folder.out.begin(), folder.out.end(), '\n'), 3) << folder.out;
  const Outcome pattern = Run(StrCat("read --json '", Path("news/?.txt"), "'"));
  EXPECT_EQ(std::count(pattern.out.begin(), pattern.out.end(), '\n'), 2) << pattern.out;
}

// Another language is no failure: the document is kept, and marked as not read.
TEST_F(CommandLine, KeepsWhatIsNotEnglishUnread) {
  const std::string german = Write("german.txt", kGerman);
  const std::string news = Write("news.txt", kNews);
  const Outcome json = Run(StrCat("read --json ", german, " ", news));
  EXPECT_EQ(json.status, 0);
  EXPECT_NE(json.out.find("\"language\":\"de\""), std::string::npos) << json.out;
  EXPECT_NE(json.out.find("\"code\":\"not-english\""), std::string::npos) << json.out;
  EXPECT_NE(json.out.find("\"mode\":\"arrest\""), std::string::npos) << json.out;
  EXPECT_NE(json.error.find("not read: the text is in German"), std::string::npos)
      << json.error;
  EXPECT_EQ(Run(StrCat("why ", german)).status, 1);
  const std::string ledger = Path("news.ledger");
  const Outcome quiet =
      Run(StrCat("read --quiet --ledger ", ledger, " ", german, " ", news));
  EXPECT_EQ(quiet.status, 0) << quiet.error;
  EXPECT_EQ(quiet.error,
            "entente: 1 document is not in English and not read: German 1\n");
  const auto ask = [&](const std::string& sql) {
    return Run(StrCat("ask ", ledger, " --format csv --sql \"", sql, "\"")).out;
  };
  EXPECT_EQ(ask("SELECT language, unread, events FROM documents ORDER BY language"),
            "language,unread,events\nde,1,0\nen,0,1\n");
  EXPECT_EQ(ask("SELECT count(*) AS n FROM unread WHERE language = 'de'"), "n\n1\n");
}

}  // namespace
}  // namespace entente
