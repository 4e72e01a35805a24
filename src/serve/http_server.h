// HttpServer: HTTP/1.1 on one address by Boost.Beast, with a bound on everything a
// client can make it hold.
//
//   TRY(auto server, HttpServer::Listen({.port = 8765}, handler));
//   std::printf("http://127.0.0.1:%u/\n", server->port());
//   server->Run();                       // until Stop(), SIGINT or SIGTERM
//
// A slow, huge or silent client costs one connection until its time is over; more
// connections than the limit are closed at once.
#ifndef ENTENTE_SERVE_HTTP_SERVER_H_
#define ENTENTE_SERVE_HTTP_SERVER_H_

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "base/result.h"
#include "serve/http.h"

namespace entente {

struct HttpLimits {
  std::uint32_t header_bytes = 16 << 10;
  std::uint64_t body_bytes = 2 << 20;
  std::size_t connections = 512;
  std::size_t streams = 256;                   // of those, event streams
  std::chrono::milliseconds read_time{10000};  // a whole request, and between two
  std::chrono::milliseconds write_time{30000};
};

struct HttpOptions {
  std::string host = "127.0.0.1";  // an address, not a name
  std::uint16_t port = 0;          // 0: any free one
  unsigned threads = 4;
  HttpLimits limits = {};
};

class HttpServer {
 public:
  // Returns kInvalid for a host that is no address, kUnavailable where the port is
  // taken or may not be used.
  static Result<std::unique_ptr<HttpServer>> Listen(const HttpOptions& options,
                                                    HttpHandler handler);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  std::uint16_t port() const;

  // Serves on its threads until Stop, or a signal to end where `ends_on_signal`.
  void Run(bool ends_on_signal);
  // Safe from any thread.
  void Stop();

  // Sends an event to every open stream; safe from any thread. A client that does not
  // take its events is closed.
  void Broadcast(const std::string& event, const std::string& data);

  struct State;

 private:
  explicit HttpServer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace entente

#endif  // ENTENTE_SERVE_HTTP_SERVER_H_
