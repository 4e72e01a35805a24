#include "document/reader.h"

#include <gtest/gtest.h>
#include <zstd.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/files.h"
#include "document/testing.h"

namespace entente {
namespace {

std::string Zstd(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
  return out;
}

struct BadCase {
  std::string bytes;
  ErrorCode code;
  std::string_view part;  // of the message
};

TEST(Reader, SaysWhatIsWrong) {
  const BadCase kCases[] = {
      {"", ErrorCode::kInvalid, "is empty"},
      {" \n\n", ErrorCode::kInvalid, "is empty"},
      {"%PDF-1.4 ...", ErrorCode::kInvalid, "pdftotext"},
      {"\x89PNG\r\n", ErrorCode::kInvalid, "PNG"},
      {"The caf\xE9 closed.", ErrorCode::kInvalid, "offset 7"},
      {std::string("a\0b", 3), ErrorCode::kInvalid, "NUL"},
      {"[{\"text\": \"x\"}]", ErrorCode::kInvalid, "array"},
      {"\xFF\xFEh\x01", ErrorCode::kInvalid, "UTF-16"},
      {Gzip("The envoys met.").substr(0, 20), ErrorCode::kCorrupt, "gzip"},
      {"\x28\xB5\x2F\xFD broken", ErrorCode::kCorrupt, "zstd"},
      {"<html><body></body></html>", ErrorCode::kInvalid, "no text"},
  };
  for (const BadCase& c : kCases) {
    const auto read = ReadDocuments("in.txt", c.bytes, {});
    ASSERT_EQ(read.size(), 1U) << c.part;
    ASSERT_FALSE(read[0]) << c.part;
    EXPECT_EQ(read[0].error().code, c.code) << c.part;
    EXPECT_NE(read[0].error().message.find(c.part), std::string::npos)
        << read[0].error().message;
    EXPECT_EQ(read[0].error().message.find("in.txt"), 0U);
  }
}

TEST(Reader, ReadsCompressedInput) {
  for (const std::string& bytes : {Gzip("The envoys met."), Zstd("The envoys met."),
                                   Gzip("The envoys ") + Gzip("met.")}) {
    const auto read = ReadDocuments("in", bytes, {});
    ASSERT_TRUE(read.at(0));
    EXPECT_EQ(read[0]->text, "The envoys met.");
  }
}

TEST(Reader, StopsAtTheLimits) {
  const std::string bomb = Gzip(std::string(1 << 20, 'a'));
  const auto unpacked = ReadDocuments("bomb.gz", bomb, {.document_bytes = 1000});
  ASSERT_FALSE(unpacked.at(0));
  EXPECT_EQ(unpacked[0].error().code, ErrorCode::kOverBudget);
  const auto longer =
      ReadDocuments("a", std::string(2000, 'a'), {.document_bytes = 1000});
  ASSERT_FALSE(longer.at(0));
  EXPECT_EQ(longer[0].error().code, ErrorCode::kOverBudget);
}

TEST(Reader, ReadsJsonLines) {
  const auto read = ReadDocuments(
      "news.jsonl",
      "{\"id\": \"a\", \"text\": \"The envoys met.\", \"date\": \"2016-05-03\", "
      "\"source\": \"Desk\", \"lang\": \"en\"}\n\nnot json\n"
      "{\"html\": \"<p>They left.</p>\", \"url\": \"https://example.org\"}\n"
      "{\"title\": \"x\"}\n[1]\n{\"text\": 5}\n{\"text\": \"x\", \"date\": \"soon\"}\n",
      {.date = CivilDate{2016, 1, 2}, .source = "Other"});
  ASSERT_EQ(read.size(), 7U);
  ASSERT_TRUE(read[0]);
  EXPECT_EQ(read[0]->id, "a");
  EXPECT_EQ(read[0]->source, "Desk");
  EXPECT_EQ(ToString(*read[0]->published), "2016-05-03");
  EXPECT_EQ(read[1].error().message.find("news.jsonl:3: not JSON"), 0U);
  ASSERT_TRUE(read[2]);
  EXPECT_EQ(read[2]->text, "They left.");
  EXPECT_EQ(read[2]->source, "Other");
  EXPECT_EQ(ToString(*read[2]->published), "2016-01-02");
  for (std::size_t i = 3; i < 7; ++i) EXPECT_FALSE(read[i]) << i;
}

TEST(Reader, ReadsFeeds) {
  const auto rss = ReadDocuments(
      "feed",
      "<?xml version='1.0'?>\n<rss><channel><title>Desk</title>\n<item><title>Truce "
      "signed</title><link>https://example.org/1</link><description>&lt;p&gt;The "
      "envoys "
      "met.&lt;/p&gt;</description><pubDate>Tue, 03 May 2016 10:00:00 "
      "GMT</pubDate></item>\n<item><guid>2</guid></item></channel></rss>",
      {});
  ASSERT_EQ(rss.size(), 2U);
  ASSERT_TRUE(rss[0]);
  EXPECT_EQ(rss[0]->text, "Truce signed\n\nThe envoys met.");
  EXPECT_EQ(rss[0]->source, "Desk");
  EXPECT_EQ(rss[0]->url, "https://example.org/1");
  EXPECT_EQ(ToString(*rss[0]->published), "2016-05-03");
  EXPECT_EQ(rss[1].error().message.find("feed:4:"), 0U);
  const auto atom = ReadDocuments(
      "feed",
      "<feed><title>Desk</title><entry><title>Truce</title><link "
      "href=\"https://e.org\"/>"
      "<updated>2016-05-03T00:00:00Z</updated><content type=\"html\"><![CDATA[<p>They "
      "met.</p>]]></content></entry></feed>",
      {});
  ASSERT_TRUE(atom.at(0));
  EXPECT_EQ(atom[0]->text, "Truce\n\nThey met.");
  EXPECT_EQ(atom[0]->url, "https://e.org");
}

TEST(Reader, ConvertsWhatSaysItIsLatin1) {
  const auto read = ReadDocuments(
      "page", "<html><meta charset=iso-8859-1><p>The caf\xE9 \x93opened\x94.</p>", {});
  ASSERT_TRUE(read.at(0)) << read[0].error().message;
  EXPECT_EQ(read[0]->text, "The caf\u00E9 \u201Copened\u201D.");
}

TEST(Reader, DropsTheByteOrderMarkAndKeepsTheRest) {
  const std::string text = "A  typo  stays ,as it is.\r\n\tYes. ";
  const auto read = ReadDocuments("in", "\xEF\xBB\xBF" + text, {});
  ASSERT_TRUE(read.at(0));
  EXPECT_EQ(read[0]->text, text);
}

TEST(Reader, MakesTheIdOfTheText) {
  const auto one = ReadDocuments("a", "The envoys met.", {});
  const auto two = ReadDocuments("b", "The envoys met.", {});
  EXPECT_EQ(one[0]->id, two[0]->id);
  EXPECT_EQ(one[0]->id.size(), 16U);
}

TEST(Reader, ReadsTheExamples) {
  std::size_t count = 0;
  for (const auto& file : std::filesystem::directory_iterator(
           std::string(ENTENTE_SOURCE_DIR) + "/examples")) {
    const std::string path = file.path().string();
    if (!path.ends_with(".txt") && !path.ends_with(".html")) continue;
    const auto bytes = ReadFile(path);
    ASSERT_TRUE(bytes) << path;
    const auto read = ReadDocuments(path, *bytes, {});
    ASSERT_TRUE(read.at(0)) << path;
    EXPECT_FALSE(read[0]->title.empty()) << path;
    EXPECT_TRUE(read[0]->published) << path;
    const auto& blocks = read[0]->blocks;
    EXPECT_EQ(blocks.at(0).kind, BlockKind::kHeadline) << path;
    EXPECT_GE(std::count_if(
                  blocks.begin(), blocks.end(),
                  [](const Block& block) { return block.kind == BlockKind::kBody; }),
              5)
        << path;
    ++count;
  }
  EXPECT_GE(count, 6U);
}

}  // namespace
}  // namespace entente
