#include "document/warc.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "document/reader.h"
#include "document/testing.h"

namespace entente {
namespace {

std::string Record(std::string_view type, std::string_view content_type,
                   std::string_view content, int shift = 0) {
  return StrCat("WARC/1.1\r\nWARC-Type: ", type,
                "\r\nWARC-Record-ID: <urn:uuid:0001>\r\n"
                "WARC-Target-URI: https://example.org/truce\r\n"
                "WARC-Date: 2016-05-04T23:10:00Z\r\nContent-Type: ",
                content_type,
                "\r\nContent-Length: ", static_cast<int>(content.size()) + shift,
                "\r\n\r\n", content, "\r\n\r\n");
}

std::string Response(std::string_view headers, std::string_view body) {
  return Record("response", "application/http; msgtype=response",
                StrCat("HTTP/1.1 200 OK\r\n", headers, "\r\n\r\n", body));
}

std::string Page(std::string_view sentence) {
  return Response("Content-Type: text/html",
                  StrCat("<html><p>", sentence, "</p></html>"));
}

// Texts, with "!" for an error.
std::vector<std::string> Texts(std::string bytes) {
  std::vector<std::string> texts;
  for (const auto& read : ReadDocuments("a.warc", std::move(bytes), {})) {
    texts.push_back(read ? read->text : "!");
  }
  return texts;
}

using Strings = std::vector<std::string>;

TEST(Warc, ReadsPagesAndTextsAndPassesOverTheRest) {
  const std::string archive =
      Record("warcinfo", "application/warc-fields", "software: x\r\n") +
      Record("request", "application/http", "GET / HTTP/1.1\r\n\r\n") +
      Page("The envoys met.") +
      Record("response", "application/http",
             "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nNo page.") +
      Response("Content-Type: image/png", "\x89PNG") +
      Record("response", "text/dns", "20160504 example.org. A 127.0.0.1") +
      Record("resource", "text/plain", "They left.") +
      Record("conversion", "text/plain", "They came back.");
  const Strings expected = {"The envoys met.", "They left.", "They came back."};
  EXPECT_EQ(Texts(archive), expected);
  const auto read = ReadDocuments("a.warc", archive, {.date = CivilDate{2001, 1, 1}});
  EXPECT_EQ(read.at(0)->url, "https://example.org/truce");
  EXPECT_EQ(read.at(0)->id, "0001");
  EXPECT_EQ(ToString(*read.at(0)->published), "2016-05-04");
  ASSERT_EQ(read.at(0)->warnings.size(), 1U);
  EXPECT_EQ(read.at(0)->warnings[0].code, "date-of-capture");
}

TEST(Warc, AMemberARecordIsReadToo) {
  const Strings expected = {"One.", "Two.", "Three."};
  EXPECT_EQ(Texts(Gzip(Page("One.")) + Gzip(Page("Two.")) + Gzip(Page("Three."))),
            expected);
}

TEST(Warc, BodiesAreTakenOutOfTheirTransferForms) {
  const std::string page = "<p>The envoys met.</p>";
  const std::string html = "Content-Type: text/html; charset=utf-8\r\n";
  const std::string packed = Gzip(page);
  EXPECT_EQ(Texts(Response(html + "Content-Encoding: gzip", packed)),
            Strings{"The envoys met."});
  EXPECT_EQ(Texts(Response(html + "Transfer-Encoding: chunked",
                           "9\r\n<p>The en\r\nD\r\nvoys met.</p>\r\n0\r\n\r\n")),
            Strings{"The envoys met."});
  // The headers were kept and the chunks taken off, as many crawlers do.
  EXPECT_EQ(Texts(Response(html + "Transfer-Encoding: chunked", page)),
            Strings{"The envoys met."});
  EXPECT_EQ(Texts(Response(html + "Content-Encoding: br", "\x0b\x01")), Strings{"!"});
  EXPECT_EQ(Texts(Response("Content-Type: text/html; charset=windows-1251",
                           "<p>\xcc\xe8\xf0.</p>")),
            Strings{"Мир."});
}

// What is broken costs its own record and is told; the others are read.
TEST(Warc, ABrokenRecordCostsItself) {
  const std::string one = Page("One.");
  const std::string two = Page("Two.");
  const std::string three = Page("Three.");
  const std::string page =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>X.</p>";
  const Strings around = {"One.", "!", "Three."};
  EXPECT_EQ(Texts(StrCat(one, "WARC/1.1\r\nWARC-Type: response\r\n\r\n", three)),
            around)
      << "no length";
  EXPECT_EQ(Texts(StrCat(one, "stray bytes\r\n\r\n", three)), around);
  EXPECT_EQ(Texts(StrCat(one, Record("response", "application/http", page, -3), three)),
            around)
      << "length too small";
  const Strings mended = {"One.", "X.", "Three."};
  EXPECT_EQ(Texts(StrCat(one, Record("response", "application/http", page, 40), three)),
            mended)
      << "length too large";
  EXPECT_EQ(Texts(one + two.substr(0, two.size() - 20)), (Strings{"One.", "!"}));
}

TEST(Warc, ABrokenMemberCostsItself) {
  std::string second = Gzip(Page("Two."));
  for (std::size_t i = 60; i < 80; ++i) second[i] = '\x55';
  const std::string archive = Gzip(Page("One.")) + second + Gzip(Page("Three.")) +
                              Gzip(Page("Four.")).substr(0, 100);
  const Strings texts = Texts(archive);
  const auto count = [&](std::string_view text) {
    return std::count(texts.begin(), texts.end(), text);
  };
  EXPECT_EQ(count("One."), 1);
  EXPECT_EQ(count("Three."), 1);
  EXPECT_GE(count("!"), 1);
  EXPECT_EQ(count("Two.") + count("Four."), 0);
}

TEST(Warc, ALongRecordIsPassedOver) {
  const std::string archive =
      Record("resource", "text/plain", std::string(200000, 'a')) +
      Record("resource", "text/plain", "They left.");
  const auto read = ReadDocuments("a.warc", archive, {.document_bytes = 1000});
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[0].error().code, ErrorCode::kOverBudget);
  EXPECT_EQ(read[0].error().message.find("a.warc:record 1: is 200000 bytes"), 0U);
  EXPECT_EQ(read[1]->text, "They left.");
}

}  // namespace
}  // namespace entente
