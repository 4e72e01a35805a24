#include "serve/site.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <regex>
#include <string>

#include "base/strings.h"
#include "serve/sample_ledger_for_test.h"

namespace entente {
namespace {

std::string HeaderOf(const HttpResponse& response, std::string_view name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return "";
}

class SiteTest : public testing::Test {
 protected:
  void SetUp() override { Open({.hosts = {"localhost", "127.0.0.1"}, .token = ""}); }

  void Open(GuardOptions guard) {
    site_.reset();
    ledger_.reset();
    ledger_ = std::make_unique<SampleLedger>(
        StrCat("site_", testing::UnitTest::GetInstance()->current_test_info()->name()));
    const SiteHooks hooks{
        .read = [this](const PastedText& pasted) -> Result<ReadingView> {
          pasted_ = pasted;
          ReadingView view;
          view.text = pasted.text;
          return view;
        },
        .why = [](const ReadingView&, const std::string& row) -> Result<std::string> {
          return StrCat("because <", row, ">");
        }};
    site_ = std::make_unique<Site>(
        SiteOptions{.ledger = ledger_->path(), .guard = std::move(guard)}, hooks);
    const Status begun = site_->Start([](const Snapshot&) {});
    ASSERT_TRUE(begun) << begun.error().message;
  }

  static HttpRequest To(std::string_view target) {
    HttpRequest request;
    request.host = "localhost:8420";
    request.address = Address::Parse(target).value();
    return request;
  }
  HttpResponse Get(std::string_view target) { return site_->Handle(To(target)); }
  std::string Body(std::string_view target) {
    const HttpResponse response = Get(target);
    EXPECT_EQ(response.status, 200) << target << ": " << response.body;
    return response.body;
  }
  HttpRequest Form(std::string body) {
    HttpRequest request = To("/paste");
    request.method = "POST";
    request.content_type = "application/x-www-form-urlencoded";
    request.body = std::move(body);
    return request;
  }
  std::string Csrf() {
    const std::string page = Body("/paste");
    const std::regex field("name=\"csrf\" value=\"([0-9a-f]{32})\"");
    std::smatch match;
    EXPECT_TRUE(std::regex_search(page, match, field));
    return match[1];
  }

  std::unique_ptr<SampleLedger> ledger_;
  std::unique_ptr<Site> site_;
  PastedText pasted_;
};

TEST_F(SiteTest, EveryRoomAnswersAsPageAndAsJson) {
  for (const char* room : {"/overview", "/search", "/search?rows=statements",
                           "/search?rows=documents", "/alignments", "/actor/KEN",
                           "/actor/state%3AKEN", "/actor/kenya", "/pair/KEN/SDN"}) {
    Address address = Address::Parse(room).value();
    EXPECT_EQ(Body(room).substr(0, 15), "<!doctype html>") << room;
    address.set_path(address.path() + ".json");
    const HttpResponse json = Get(address.ToString());
    EXPECT_EQ(json.status, 200) << room;
    EXPECT_EQ(json.type, "application/json");
    EXPECT_EQ(json.body.front(), '{');
  }
}

TEST_F(SiteTest, CountsAreThoseOfTheLedger) {
  EXPECT_NE(Body("/overview.json").find("\"events\":4,\"statements\":4"),
            std::string::npos);
  EXPECT_NE(Body("/search.json?type=AID").find("\"events\":1"), std::string::npos);
  EXPECT_NE(Body("/search.json?standing=done").find("\"events\":3"), std::string::npos);
  EXPECT_NE(Body("/search.json?since=2024-05-07&until=2024-05-31").find("\"events\":1"),
            std::string::npos);
  EXPECT_NE(Body("/search.json?actor=KEN").find("\"events\":3"), std::string::npos);
  EXPECT_NE(Body("/search.json?actor=sudan").find("\"events\":0"), std::string::npos);
  EXPECT_NE(Body("/search.json?text=rained").find("\"events\":1"), std::string::npos);
  EXPECT_NE(Body("/search.json?quad=conflict&party=SDN").find("\"events\":3"),
            std::string::npos);
  EXPECT_NE(Body("/search.json?party=SDN&other=KEN").find("\"events\":3"),
            std::string::npos);
}

TEST_F(SiteTest, CsvHasARowALineAndNoFormulas) {
  const std::string csv = Body("/search.csv?actor=KEN");
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 4);
  EXPECT_EQ(csv.substr(0, 4), "row,");
}

TEST_F(SiteTest, AHostileArticleStaysText) {
  for (const std::string& page :
       {std::string("/overview"), std::string("/search"),
        std::string("/search?rows=documents"), std::string("/search?rows=statements"),
        StrCat("/reading/", ledger_->hostile_key()), std::string("/actor/alert"),
        StrCat("/search?text=", PercentEncode(kHostile)),
        StrCat("/search?actor=", PercentEncode(kHostile)),
        StrCat("/actor/", PercentEncode(kHostile))}) {
    const HttpResponse response = Get(page);
    // As a search of FTS5 it is malformed, and told to be.
    EXPECT_EQ(response.status, page.starts_with("/search?text") ? 400 : 200) << page;
    EXPECT_EQ(response.body.find("<script>"), std::string::npos) << page;
    EXPECT_EQ(response.body.find("<img"), std::string::npos) << page;
    EXPECT_EQ(response.body.find("href=\"javascript:"), std::string::npos) << page;
    EXPECT_EQ(HeaderOf(response, "Content-Security-Policy").find("unsafe"),
              std::string::npos);
    EXPECT_NE(HeaderOf(response, "Content-Security-Policy").find("script-src 'self'"),
              std::string::npos);
  }
}

TEST_F(SiteTest, AnotherHostIsRefused) {
  HttpRequest request = To("/overview");
  request.host = "evil.example:8420";
  EXPECT_EQ(site_->Handle(request).status, 421);
  request.host = "";
  EXPECT_EQ(site_->Handle(request).status, 421);
  request.host = "127.0.0.1";
  EXPECT_EQ(site_->Handle(request).status, 200);
}

TEST_F(SiteTest, WritesNeedOurOwnForm) {
  const std::string csrf = Csrf();
  EXPECT_EQ(site_->Handle(Form("text=Kenya")).status, 403);
  EXPECT_EQ(site_->Handle(Form("text=Kenya&csrf=0123")).status, 403);
  HttpRequest other = Form(StrCat("text=Kenya&csrf=", csrf));
  other.origin = "http://evil.example";
  EXPECT_EQ(site_->Handle(other).status, 403);
  other.origin = "http://localhost:8420";
  other.fetch_site = "cross-site";
  EXPECT_EQ(site_->Handle(other).status, 403);
  other.fetch_site = "same-origin";
  other.content_type = "text/plain";
  EXPECT_EQ(site_->Handle(other).status, 415);
  EXPECT_EQ(pasted_.text, "");
  other.content_type = "application/x-www-form-urlencoded";
  const HttpResponse response = site_->Handle(other);
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(pasted_.text, "Kenya");
  EXPECT_FALSE(pasted_.is_kept);
  HttpRequest put = To("/paste");
  put.method = "PUT";
  EXPECT_EQ(site_->Handle(put).status, 405);
}

TEST_F(SiteTest, ATokenIsAskedOfEveryVisitor) {
  Open({.hosts = {}, .token = "a-long-secret-token"});
  HttpRequest request = To("/overview");
  request.host = "192.0.2.7:8420";
  EXPECT_EQ(site_->Handle(request).status, 401);
  request.cookie = "a=b; entente-token=a-long-secret-token";
  EXPECT_EQ(site_->Handle(request).status, 200);
  request.cookie = "entente-token=a-long-secret-tokeN";
  EXPECT_EQ(site_->Handle(request).status, 401);
  request.authorization = "Bearer a-long-secret-token";
  EXPECT_EQ(site_->Handle(request).status, 200);
  const HttpResponse first = site_->Handle([&] {
    HttpRequest with = To("/search?type=AID&token=a-long-secret-token");
    with.host = "192.0.2.7:8420";
    return with;
  }());
  EXPECT_EQ(first.status, 303);
  EXPECT_EQ(HeaderOf(first, "Location"), "/search?type=AID");
}

TEST_F(SiteTest, WhatIsNotThereSaysSo) {
  EXPECT_EQ(Get("/nowhere").status, 404);
  EXPECT_EQ(Get("/actor/XYZ").status, 404);
  EXPECT_EQ(Get("/reading/0123456789ab").status, 404);
  EXPECT_EQ(Get("/reading/%27;drop").status, 404);
  EXPECT_EQ(Get("/assets/nothing.js").status, 404);
  EXPECT_EQ(Get("/search?since=yesterday").status, 400);
  EXPECT_EQ(Get("/search?quad=peace").status, 400);
  EXPECT_EQ(Get("/search?text=%22").status, 400);
  EXPECT_EQ(Get("/search.json?since=x").type, "application/json");
}

TEST_F(SiteTest, ReasonsAreToldAsText) {
  const std::string page = Body(StrCat("/reading/", ledger_->hostile_key(), "/why/e1"));
  EXPECT_NE(page.find("because &lt;e1&gt;"), std::string::npos);
}

TEST_F(SiteTest, StylesAreThereAndNotSentTwice) {
  HttpRequest request = To("/assets/page.css");
  const HttpResponse first = site_->Handle(request);
  EXPECT_EQ(first.status, 200);
  EXPECT_EQ(first.type, "text/css; charset=utf-8");
  request.if_none_match = HeaderOf(first, "ETag");
  EXPECT_EQ(site_->Handle(request).status, 304);
  request.if_none_match = "";
  request.accept_encoding = "gzip, br";
  EXPECT_LT(site_->Handle(request).body.size(), first.body.size());
}

TEST(AddressTest, BrokenOnesAreNone) {
  EXPECT_FALSE(Address::Parse("/a%2"));
  EXPECT_FALSE(Address::Parse("/a%FF"));
  EXPECT_FALSE(Address::Parse("/a%00"));
  EXPECT_FALSE(Address::Parse("relative"));
  const auto address = Address::Parse("/pair/a%2Fb/c?x=1+2&y=%C3%A9&y=3#z");
  ASSERT_TRUE(address);
  EXPECT_EQ(address->parts(), (std::vector<std::string>{"pair", "a/b", "c"}));
  EXPECT_EQ(address->Get("x"), "1 2");
  EXPECT_EQ(address->With("x", "").ToString(), "/pair/a%2Fb/c?y=%C3%A9&y=3");
}

}  // namespace
}  // namespace entente
