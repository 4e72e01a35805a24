#include "cli/watch_sources.h"

#include "base/check.h"
#include "base/strings.h"
#include "cli/inputs.h"

namespace entente {
namespace {

constexpr std::chrono::seconds kSettled{2};

bool IsAddress(const std::string& source) {
  return source.starts_with("http://") || source.starts_with("https://");
}

}  // namespace

Result<WatchSources> WatchSources::Make(const std::vector<std::string>& sources,
                                        std::int64_t every_s,
                                        const FetchOptions& options) {
  TRY(Fetcher fetcher, Fetcher::Make(options));
  WatchSources made(std::move(fetcher));
  for (const std::string& source : sources) {
    if (IsAddress(source)) {
      made.feeds_.push_back(
          {{.url = source}, Schedule(PoliteInterval(source, every_s))});
    } else if (source == "-") {
      return Error{ErrorCode::kInvalid,
                   "watch follows folders and addresses, not standard input"};
    } else {
      made.paths_.push_back(source);
    }
  }
  return made;
}

void WatchSources::Ask(Feed& feed, std::int64_t now, WatchFinds& finds) const {
  Result<FetchReply> got = fetcher_.Get(feed.request);
  if (!got) {
    feed.schedule.Fail(now, std::nullopt);
    finds.failures.push_back(got.error());
    return;
  }
  FetchReply reply = std::move(got).value();
  if (reply.status == 304) return feed.schedule.Succeed(now);
  if (reply.status == 200) {
    feed.request.etag = reply.etag;
    feed.request.last_modified = reply.last_modified;
    finds.pages.push_back({feed.request.url, std::move(reply.body)});
    return feed.schedule.Succeed(now);
  }
  if (reply.status == 410) {
    feed.schedule.End();
  } else {
    feed.schedule.Fail(now, reply.retry_after_s);
  }
  finds.failures.push_back(
      {ErrorCode::kUnavailable,
       StrCat(feed.request.url, ": the server answers ", reply.status,
              reply.status == 410 ? ": gone, and not asked again" : "")});
}

WatchFinds WatchSources::Look(std::int64_t now, bool takes_fresh) {
  WatchFinds finds;
  for (const std::string& path : paths_) {
    for (const std::string& file : ExpandPath(path)) {
      std::error_code failed;
      const auto size = std::filesystem::file_size(file, failed);
      if (failed) continue;  // gone meanwhile
      const auto changed = std::filesystem::last_write_time(file, failed);
      if (failed) continue;
      const bool is_fresh =
          std::filesystem::file_time_type::clock::now() - changed < kSettled;
      if (is_fresh && !takes_fresh) continue;
      const Stamp stamp(size, changed);
      const auto [entry, is_new] = seen_.try_emplace(file, stamp);
      if (!is_new && entry->second == stamp) continue;
      entry->second = stamp;
      finds.files.push_back(file);
    }
  }
  for (Feed& feed : feeds_) {
    if (feed.schedule.IsDue(now)) Ask(feed, now, finds);
  }
  return finds;
}

}  // namespace entente
