// HttpRequest, HttpResponse: what passes between the socket and the pages; no library's
// types, so that pages are tested without a socket.
#ifndef ENTENTE_SERVE_HTTP_H_
#define ENTENTE_SERVE_HTTP_H_

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "serve/address.h"

namespace entente {

struct HttpRequest {
  std::string method = "GET";
  Address address;  // path and query, decoded
  // The headers that pages look at; empty where they are absent.
  std::string host, origin, fetch_site, cookie, authorization, content_type,
      accept_encoding, if_none_match;
  std::string body = {};
};

struct HttpResponse {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body = {};
  std::vector<std::pair<std::string, std::string>> headers = {};
  bool is_stream = false;  // text/event-stream: stays open, events follow
};

// Called from several threads at once.
using HttpHandler = std::function<HttpResponse(const HttpRequest&)>;

}  // namespace entente

#endif  // ENTENTE_SERVE_HTTP_H_
