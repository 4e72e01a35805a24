#include "fetch/fetcher.h"

#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <string>

#include "fetch/testing.h"

namespace entente {
namespace {

Result<FetchReply> Get(const FetchRequest& request, const FetchOptions& options = {}) {
  const Result<Fetcher> fetcher = Fetcher::Make(options);
  CHECK(fetcher.has_value());
  return fetcher->Get(request);
}

TEST(Fetcher, AsksOnlyForWhatChanged) {
  const LocalServer server([](const std::string& request) {
    const bool is_known =
        request.find("If-None-Match: \"v1\"") != std::string::npos &&
        request.find("If-Modified-Since: Tue, 03 May 2016 10:00:00 GMT") !=
            std::string::npos;
    if (is_known) return LocalServer::Reply("304 Not Modified", "", "");
    return LocalServer::Reply("200 OK",
                              "ETag: \"v1\"\r\n"
                              "Last-Modified: Tue, 03 May 2016 10:00:00 GMT\r\n",
                              "<rss/>");
  });
  const auto first = Get({.url = server.Url("/feed")}, {.contact = "desk@example.org"});
  ASSERT_TRUE(first) << first.error().message;
  EXPECT_EQ(first->status, 200);
  EXPECT_EQ(first->body, "<rss/>");
  EXPECT_EQ(first->etag, "\"v1\"");
  const auto second = Get({.url = server.Url("/feed"),
                           .etag = first->etag,
                           .last_modified = first->last_modified});
  ASSERT_TRUE(second) << second.error().message;
  EXPECT_EQ(second->status, 304);
  EXPECT_NE(server.requests().at(0).find("User-Agent: entente/"), std::string::npos);
  EXPECT_NE(server.requests().at(0).find("desk@example.org"), std::string::npos);
}

TEST(Fetcher, FollowsAFewRedirects) {
  const LocalServer server([](const std::string& request) {
    if (request.starts_with("GET /old ")) {
      return LocalServer::Reply("301 Moved", "ETag: \"old\"\r\nLocation: /new\r\n",
                                "moved");
    }
    if (request.starts_with("GET /new "))
      return LocalServer::Reply("200 OK", "", "here");
    return LocalServer::Reply("302 Found", "Location: /round\r\n", "");
  });
  const auto moved = Get({.url = server.Url("/old")});
  ASSERT_TRUE(moved) << moved.error().message;
  EXPECT_EQ(moved->body, "here");
  EXPECT_EQ(moved->etag, "");
  EXPECT_EQ(Get({.url = server.Url("/round")}).error().code, ErrorCode::kUnavailable);
  EXPECT_EQ(server.requests().size(), 2U + 6U);
}

TEST(Fetcher, HoldsToItsLimits) {
  const LocalServer server([](const std::string&) {
    return LocalServer::Reply("200 OK", "", std::string(100'000, 'a'));
  });
  const auto longer = Get({.url = server.Url("/")}, {.most_bytes = 50'000});
  ASSERT_FALSE(longer);
  EXPECT_EQ(longer.error().code, ErrorCode::kOverBudget);
}

TEST(Fetcher, GivesUpOnAServerThatDoesNotAnswer) {
  std::mutex mutex;
  std::condition_variable given_up;
  bool may_answer = false;
  const LocalServer server([&](const std::string&) {
    std::unique_lock lock(mutex);
    given_up.wait(lock, [&] { return may_answer; });
    return std::string();
  });
  const auto slow = Get({.url = server.Url("/")}, {.timeout_ms = 200});
  {
    const std::lock_guard lock(mutex);
    may_answer = true;
  }
  given_up.notify_all();
  ASSERT_FALSE(slow);
  EXPECT_EQ(slow.error().code, ErrorCode::kUnavailable);
  EXPECT_EQ(slow.error().message.find(server.Url("/")), 0U) << slow.error().message;
}

TEST(Fetcher, TellsWhatTheServerAsksFor) {
  const LocalServer server([](const std::string&) {
    return LocalServer::Reply("503 Busy", "Retry-After: 120\r\n", "later");
  });
  const auto busy = Get({.url = server.Url("/")});
  ASSERT_TRUE(busy);
  EXPECT_EQ(busy->status, 503);
  EXPECT_EQ(busy->retry_after_s, 120);
}

TEST(Fetcher, ReadsTheWebAlone) {
  EXPECT_EQ(Get({.url = "file:///etc/hostname"}).error().code, ErrorCode::kInvalid);
  const LocalServer server([](const std::string&) {
    return LocalServer::Reply("302 Found", "Location: file:///etc/hostname\r\n", "");
  });
  EXPECT_FALSE(Get({.url = server.Url("/")}));
}

}  // namespace
}  // namespace entente
