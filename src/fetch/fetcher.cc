#include "fetch/fetcher.h"

#include <curl/curl.h>

#include <charconv>
#include <string_view>

#include "base/check.h"
#include "base/strings.h"

namespace entente {
namespace {

constexpr long kMostRedirects = 5;
// Slower than this for that long is no transfer any more.
constexpr long kSlowestBytesASecond = 100;
constexpr long kSlowestForSeconds = 20;

struct Receiver {
  FetchReply reply;
  std::size_t most_bytes = 0;
  bool is_too_long = false;
};

std::size_t TakeBody(char* bytes, std::size_t size, std::size_t count, void* into) {
  auto& receiver = *static_cast<Receiver*>(into);
  if (receiver.reply.body.size() + size * count > receiver.most_bytes) {
    receiver.is_too_long = true;
    return 0;  // which ends the transfer
  }
  receiver.reply.body.append(bytes, size * count);
  return size * count;
}

std::size_t TakeHeader(char* bytes, std::size_t size, std::size_t count, void* into) {
  FetchReply& reply = static_cast<Receiver*>(into)->reply;
  const std::string_view line(bytes, size * count);
  if (line.starts_with("HTTP/")) reply = {};  // of the page that was redirected to
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return line.size();
  const std::string name = AsciiLower(line.substr(0, colon));
  const std::string_view value = Trim(line.substr(colon + 1));
  if (name == "etag") reply.etag = value;
  if (name == "last-modified") reply.last_modified = value;
  if (name == "retry-after") {
    std::int64_t seconds = 0;
    const auto [end, error] =
        std::from_chars(value.data(), value.data() + value.size(), seconds);
    // The other form, a date, is rare; the caller's own interval serves for it.
    if (error == std::errc() && end == value.data() + value.size() && seconds >= 0) {
      reply.retry_after_s = seconds;
    }
  }
  return line.size();
}

struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, FreeList>;

void Append(HeaderList& headers, std::string_view name, const std::string& value) {
  if (value.empty() || value.find_first_of("\r\n") != std::string::npos) return;
  curl_slist* const longer =
      curl_slist_append(headers.get(), StrCat(name, ": ", value).c_str());
  if (longer == nullptr) return;  // no memory: the header is left out
  (void)headers.release();        // it is the head of the longer list
  headers.reset(longer);
}

}  // namespace

void Fetcher::Close::operator()(void* handle) const { curl_easy_cleanup(handle); }

Result<Fetcher> Fetcher::Make(const FetchOptions& options) {
  static const CURLcode kStarted = curl_global_init(CURL_GLOBAL_DEFAULT);
  CURL* const handle = kStarted == CURLE_OK ? curl_easy_init() : nullptr;
  if (handle == nullptr) {
    return Error{ErrorCode::kUnavailable, "libcurl cannot be started"};
  }
  return Fetcher(handle, options);
}

Result<FetchReply> Fetcher::Get(const FetchRequest& request) const {
  if (!request.url.starts_with("http://") && !request.url.starts_with("https://")) {
    return Error{ErrorCode::kInvalid,
                 StrCat(request.url, ": is no address of the web (http, https)")};
  }
  CURL* const handle = handle_.get();
  curl_easy_reset(handle);  // connections are kept
  Receiver receiver{.reply = {}, .most_bytes = options_.most_bytes};
  HeaderList headers;
  Append(headers, "If-None-Match", request.etag);
  Append(headers, "If-Modified-Since", request.last_modified);
  Append(headers, "Accept",
         "application/rss+xml, application/atom+xml, application/xml;q=0.9, "
         "text/html;q=0.8, */*;q=0.5");
  const std::string agent =
      StrCat("entente/", ENTENTE_VERSION, " (reads news for research",
             options_.contact.empty() ? "" : "; ", options_.contact, ")");
  curl_easy_setopt(handle, CURLOPT_URL, request.url.c_str());
  curl_easy_setopt(handle, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(handle, CURLOPT_MAXREDIRS, kMostRedirects);
  curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "");  // all that libcurl unpacks
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, options_.timeout_ms);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, options_.connect_ms);
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, kSlowestBytesASecond);
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, kSlowestForSeconds);
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, TakeBody);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &receiver);
  curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, TakeHeader);
  curl_easy_setopt(handle, CURLOPT_HEADERDATA, &receiver);
  const CURLcode done = curl_easy_perform(handle);
  if (receiver.is_too_long) {
    return Error{ErrorCode::kOverBudget,
                 StrCat(request.url, ": is larger than the limit of ",
                        options_.most_bytes, " bytes")};
  }
  if (done != CURLE_OK) {
    return Error{ErrorCode::kUnavailable,
                 StrCat(request.url, ": ", curl_easy_strerror(done))};
  }
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &receiver.reply.status);
  return std::move(receiver.reply);
}

}  // namespace entente
