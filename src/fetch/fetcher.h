// Fetcher: GET of a web address, politely: only what changed, within limits.
//
//   TRY(const Fetcher fetcher, Fetcher::Make({.contact = "desk@example.org"}));
//   TRY(const FetchReply reply, fetcher.Get({.url = url, .etag = etag}));
//   if (reply.status == 304) ...  // as it was
//
// A skin on libcurl: http and https alone, certificates checked, compressed transfer,
// at most five redirects. One request at a time.
#ifndef ENTENTE_FETCH_FETCHER_H_
#define ENTENTE_FETCH_FETCHER_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"

namespace entente {

struct FetchOptions {
  std::string contact = {};  // of whoever runs this, for the User-Agent
  long timeout_ms = 60'000;  // for all of a request
  long connect_ms = 15'000;
  std::size_t most_bytes = std::size_t{16} << 20;  // of a reply, unpacked
};

struct FetchRequest {
  std::string url;
  std::string etag = {}, last_modified = {};  // of the reply that is there already
};

struct FetchReply {
  long status = 0;  // 200, 304, 404, ...
  std::string body;
  std::string etag, last_modified;                 // to be given back the next time
  std::optional<std::int64_t> retry_after_s = {};  // asked for by the server
};

class Fetcher {
 public:
  static Result<Fetcher> Make(const FetchOptions& options);

  // Whatever the server answers, errors of its own too. Returns kUnavailable, naming
  // the address and the reason, where it cannot be reached, is too slow or breaks off;
  // kOverBudget for a longer reply; kInvalid for no address of the web.
  Result<FetchReply> Get(const FetchRequest& request) const;

 private:
  struct Close {
    void operator()(void* handle) const;
  };
  explicit Fetcher(void* handle, FetchOptions options)
      : handle_(handle), options_(std::move(options)) {}

  std::unique_ptr<void, Close> handle_;
  FetchOptions options_;
};

}  // namespace entente

#endif  // ENTENTE_FETCH_FETCHER_H_
