// WatchSources: what has come since the last look, in folders and on the web.
#ifndef ENTENTE_CLI_WATCH_SOURCES_H_
#define ENTENTE_CLI_WATCH_SOURCES_H_

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "document/reader.h"
#include "fetch/fetcher.h"
#include "fetch/schedule.h"

namespace entente {

// The bytes of one page or feed.
struct FetchedPage {
  std::string url, body;
};

// One look's finds.
struct WatchFinds {
  std::vector<std::string> files;  // new, or changed since they were last read
  std::vector<FetchedPage> pages;  // that answered with something new
  std::vector<Error> failures;     // addresses that did not

  bool is_empty() const { return files.empty() && pages.empty(); }
};

class WatchSources {
 public:
  // `sources`: paths, or addresses that begin with http:// or https://.
  static Result<WatchSources> Make(const std::vector<std::string>& sources,
                                   std::int64_t every_s, const FetchOptions& options);

  // `now`: seconds, of a clock that never goes back. Addresses that are not due yet are
  // left alone. A file that was touched in the last seconds may still be growing: it
  // waits for the next look unless `takes_fresh`.
  WatchFinds Look(std::int64_t now, bool takes_fresh);

 private:
  struct Feed {
    FetchRequest request;
    Schedule schedule;
  };
  using Stamp = std::pair<std::uintmax_t, std::filesystem::file_time_type>;

  explicit WatchSources(Fetcher fetcher) : fetcher_(std::move(fetcher)) {}
  void Ask(Feed& feed, std::int64_t now, WatchFinds& finds) const;

  Fetcher fetcher_;
  std::vector<std::string> paths_;
  std::vector<Feed> feeds_;
  std::map<std::string, Stamp> seen_;  // size and time of change when it was read
};

}  // namespace entente

#endif  // ENTENTE_CLI_WATCH_SOURCES_H_
