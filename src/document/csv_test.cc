#include "document/csv.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "document/reader.h"

namespace entente {
namespace {

// Records as "a|b", errors as "!", lines before a colon.
std::string Cut(std::string bytes, char separator = ',',
                std::size_t record_bytes = 1000) {
  CsvReader reader(ByteWindow(BytesOf(std::move(bytes))), separator, record_bytes);
  std::string shown;
  std::vector<std::string> cells;
  while (true) {
    const Result<bool> found = reader.Next(cells);
    if (found && !*found) return shown;
    shown += StrCat(reader.line(), ":");
    if (!found) {
      shown += "! ";
      continue;
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
      shown += StrCat(i == 0 ? "" : "|", cells[i]);
    }
    shown += " ";
  }
}

TEST(Csv, CutsRecordsAsTheStandardSays) {
  const struct {
    const char* bytes;
    const char* shown;
  } kCases[] = {
      {"a,b\n1,2\n", "1:a|b 2:1|2 "},
      {"a,b\r\n1,2", "1:a|b 2:1|2 "},
      {"a,\"b,c\"\n", "1:a|b,c "},
      {"\"say \"\"yes\"\"\",b\n", "1:say \"yes\"|b "},
      {"\"two\nlines\",b\nc,d\n", "1:two\nlines|b 3:c|d "},
      {"\"two\r\nlines\",b\r\nc,d\r\n", "1:two\r\nlines|b 3:c|d "},
      {"a,,\n", "1:a|| "},
      {"\n\na,b\n\n", "3:a|b "},
      {"the \"quoted\" word,b\n", "1:the \"quoted\" word|b "},
      {"\"\",b\n", "1:|b "},
      {"", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(Cut(c.bytes), c.shown) << c.bytes;
  EXPECT_EQ(Cut("a,b\tc\n", '\t'), "1:a,b|c ");
}

TEST(Csv, AQuoteThatIsNeverClosedCostsItsOwnRecord) {
  EXPECT_EQ(Cut("a,b\n\"open,2\n3,4\n5,6\n"), "1:a|b 2:! 3:3|4 4:5|6 ");
  EXPECT_EQ(Cut("\"open,2\n333333,4\n5,6\n7,8\n", ',', 16),
            "1:! 2:333333|4 3:5|6 4:7|8 ");
}

std::vector<Result<Document>> Read(std::string bytes, const char* columns = nullptr) {
  ReadOptions options;
  if (columns != nullptr) options.columns = ParseColumns(columns).value();
  return ReadDocuments("t.csv", std::move(bytes), options);
}

TEST(Csv, ColumnsAreFoundByTheirUsualNames) {
  const auto read = Read(
      "Article ID,Headline,Publication Date,Body,Publisher,Link\n"
      "7,Truce signed,2016-05-03,\"The envoys met.\n\nThey left, later.\",Desk,"
      "https://example.org/7\n"
      "8,No text,2016-05-03,,Desk,\n"
      "9,Short row,2016-05-03\n"
      "10,Undated,soon,The envoys met.,Desk,\n"
      "11,Packed date,20160504,The envoys met again.,Desk,\n");
  ASSERT_EQ(read.size(), 5U);
  ASSERT_TRUE(read[0]) << read[0].error().message;
  EXPECT_EQ(read[0]->id, "7");
  EXPECT_EQ(read[0]->title, "Truce signed");
  EXPECT_EQ(read[0]->text, "The envoys met.\n\nThey left, later.");
  EXPECT_EQ(ToString(*read[0]->published), "2016-05-03");
  EXPECT_EQ(read[0]->source, "Desk");
  EXPECT_EQ(read[0]->url, "https://example.org/7");
  EXPECT_EQ(read[1].error().message, "t.csv:5: holds no text");
  EXPECT_EQ(read[2].error().message, "t.csv:6: 3 cells, not 6");
  EXPECT_EQ(read[3].error().message, "t.csv:7: 'Publication Date' is no date: soon");
  ASSERT_TRUE(read[4]) << read[4].error().message;
  EXPECT_EQ(ToString(*read[4]->published), "2016-05-04");
}

TEST(Csv, AMapNamesOtherColumns) {
  const char kTable[] = "date\tstory_en\tkopf\n2016-05-03\tThe envoys met.\tTruce\n";
  const auto read = Read(kTable, "text=story_en,title=kopf");
  ASSERT_TRUE(read.at(0)) << read[0].error().message;
  EXPECT_EQ(read[0]->title, "Truce");
  EXPECT_EQ(ToString(*read[0]->published), "2016-05-03");
  EXPECT_EQ(Read(kTable, "text=absent").at(0).error().message,
            "t.csv:1: no column is named 'absent'");
  EXPECT_FALSE(ParseColumns("text"));
  EXPECT_FALSE(ParseColumns("texts=body"));
  EXPECT_FALSE(ParseColumns(""));
}

// Prose is not a table, whatever commas and words it has.
TEST(Csv, ProseStaysProse) {
  for (const char* prose :
       {"Text, body and content of the treaty\n\nThe envoys met, and left.\n",
        "text, which nobody read.\nIt had, of course, a body.\n",
        "Headline, with a comma\nThe body, as ever, follows.\n",
        "title,text\n\nOnly one of these lines, it says, is a list, at most.\n"}) {
    const auto read = Read(prose);
    ASSERT_EQ(read.size(), 1U) << prose;
    ASSERT_TRUE(read[0]) << prose;
    EXPECT_EQ(read[0]->text, prose);
  }
}

}  // namespace
}  // namespace entente
