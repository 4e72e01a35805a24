#include "serve/http_server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "base/strings.h"

namespace entente {
namespace {

// A client that sends what it likes.
class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const auto* address = static_cast<const sockaddr*>(static_cast<const void*>(&to));
    EXPECT_EQ(::connect(socket_, address, sizeof to), 0);
    timeval limit{.tv_sec = 5, .tv_usec = 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  }
  ~Client() { ::close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  void Send(const std::string& bytes) {
    // Fails where the server has closed already, which is what some tests want.
    (void)::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  }
  // All until `until` has come, or the server closes, or five seconds are over.
  std::string Receive(const std::string& until = "\n\n\n") {
    char buffer[4096];
    while (received_.find(until) == std::string::npos) {
      const ssize_t count = ::recv(socket_, buffer, sizeof buffer, 0);
      if (count <= 0) break;
      received_.append(buffer, static_cast<std::size_t>(count));
    }
    return received_;
  }

 private:
  int socket_;
  std::string received_;
};

class HttpServerTest : public testing::Test {
 protected:
  void Start(HttpLimits limits) {
    HttpOptions options;
    options.threads = 2;
    options.limits = limits;
    auto listening = HttpServer::Listen(options, [this](const HttpRequest& request) {
      ++handled_;
      if (request.address.path() == "/stream") {
        return HttpResponse{.type = "text/event-stream", .is_stream = true};
      }
      return HttpResponse{.type = "text/plain",
                          .body = StrCat(request.method, " ", request.address.path(),
                                         " ", request.body.size())};
    });
    ASSERT_TRUE(listening) << listening.error().message;
    server_ = std::move(listening).value();
    thread_ = std::thread([this] { server_->Run(false); });
  }
  void TearDown() override {
    if (server_) server_->Stop();
    if (thread_.joinable()) thread_.join();
  }

  std::unique_ptr<HttpServer> server_;
  std::thread thread_;
  std::atomic<int> handled_ = 0;
};

TEST_F(HttpServerTest, AnswersSeveralRequestsOfOneConnection) {
  Start({});
  Client client(server_->port());
  client.Send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_NE(client.Receive("GET /a 0").find("200 OK"), std::string::npos);
  client.Send(
      "POST /b HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nConnection: "
      "close\r\n\r\nabc");
  EXPECT_NE(client.Receive().find("POST /b 3"), std::string::npos);
}

TEST_F(HttpServerTest, RefusesWhatIsTooLong) {
  Start({.header_bytes = 1024, .body_bytes = 1000});
  Client headers(server_->port());
  headers.Send(StrCat("GET / HTTP/1.1\r\nHost: x\r\nA: ", std::string(4000, 'a')));
  EXPECT_NE(headers.Receive().find("431"), std::string::npos);
  Client body(server_->port());
  body.Send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n");
  EXPECT_NE(body.Receive().find("413"), std::string::npos);
  Client garbage(server_->port());
  garbage.Send("\x16\x03\x01 hello\r\n\r\n");
  EXPECT_NE(garbage.Receive().find("400"), std::string::npos);
  Client escape(server_->port());
  escape.Send("GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_NE(escape.Receive().find("400"), std::string::npos);
  EXPECT_EQ(handled_, 0);
}

TEST_F(HttpServerTest, ClosesOnTheSlow) {
  Start({.read_time = std::chrono::milliseconds(300)});
  Client client(server_->port());
  client.Send("GET / HTTP/1.1\r\nHost:");
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_EQ(client.Receive(), "");
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(4));
}

TEST_F(HttpServerTest, TakesNoMoreConnectionsThanItsLimit) {
  Start({.connections = 2});
  Client one(server_->port()), two(server_->port());
  one.Send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
  two.Send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_NE(one.Receive("/a 0").find("200"), std::string::npos);
  EXPECT_NE(two.Receive("/a 0").find("200"), std::string::npos);
  Client three(server_->port());
  three.Send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_EQ(three.Receive(), "");
}

TEST_F(HttpServerTest, StreamsCarryEvents) {
  Start({.streams = 1});
  Client client(server_->port());
  client.Send("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_NE(client.Receive("retry:").find("text/event-stream"), std::string::npos);
  server_->Broadcast("grown", "{\"events\":3}");
  EXPECT_NE(client.Receive("}\n\n").find("event: grown\ndata: {\"events\":3}\n\n"),
            std::string::npos);
  Client second(server_->port());
  second.Send("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_NE(second.Receive("open.").find("503"), std::string::npos);
}

TEST_F(HttpServerTest, SaysWhichPortIsTaken) {
  Start({});
  HttpOptions options;
  options.port = server_->port();
  const auto second =
      HttpServer::Listen(options, [](const HttpRequest&) { return HttpResponse{}; });
  ASSERT_FALSE(second);
  EXPECT_NE(second.error().message.find("--port"), std::string::npos);
  options.host = "localhost";
  EXPECT_FALSE(
      HttpServer::Listen(options, [](const HttpRequest&) { return HttpResponse{}; }));
}

}  // namespace
}  // namespace entente
