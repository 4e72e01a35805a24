#include "serve/http_server.h"

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <deque>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>

#include "base/strings.h"

namespace entente {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using Tcp = asio::ip::tcp;

constexpr std::chrono::seconds kHeartbeat{15};
constexpr std::size_t kMostUnsent = 64;  // events that a stream may leave untaken

HttpResponse Refusal(int status, std::string_view words) {
  return {.status = status,
          .type = "text/plain; charset=utf-8",
          .body = StrCat(words, "\n")};
}

std::string HeaderOf(const http::request<http::string_body>& message,
                     http::field name) {
  const auto value = message[name];
  return {value.data(), value.size()};
}

std::string HeaderOf(const http::request<http::string_body>& message,
                     std::string_view name) {
  const auto value = message[beast::string_view(name.data(), name.size())];
  return {value.data(), value.size()};
}

std::optional<HttpRequest> ToRequest(const http::request<http::string_body>& message) {
  const auto target = message.target();
  auto address = Address::Parse(std::string_view(target.data(), target.size()));
  if (!address) return std::nullopt;
  HttpRequest request;
  request.method = std::string(message.method_string());
  request.address = *std::move(address);
  request.host = HeaderOf(message, http::field::host);
  request.origin = HeaderOf(message, http::field::origin);
  request.fetch_site = HeaderOf(message, "Sec-Fetch-Site");
  request.cookie = HeaderOf(message, http::field::cookie);
  request.authorization = HeaderOf(message, http::field::authorization);
  request.content_type = HeaderOf(message, http::field::content_type);
  request.accept_encoding = HeaderOf(message, http::field::accept_encoding);
  request.if_none_match = HeaderOf(message, http::field::if_none_match);
  request.body = message.body();
  return request;
}

class Session;

}  // namespace

struct HttpServer::State {
  State(const HttpOptions& given, HttpHandler handle)
      : options(given), handler(std::move(handle)), acceptor(context) {}

  const HttpOptions options;
  const HttpHandler handler;
  std::atomic<std::size_t> connections = 0;
  std::mutex streams_lock;
  std::set<std::shared_ptr<Session>> streams;  // guarded by streams_lock
  // Last, so that sessions which end with it find the rest alive.
  asio::io_context context;
  Tcp::acceptor acceptor;

  void Accept();
  bool AddStream(const std::shared_ptr<Session>& session);
  void RemoveStream(const std::shared_ptr<Session>& session);
};

namespace {

// One connection: reads a request, answers it, and again. All of it runs on its strand.
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(Tcp::socket&& socket, HttpServer::State& state)
      : stream_(std::move(socket)), state_(state), heartbeat_(stream_.get_executor()) {
    ++state_.connections;
  }
  ~Session() { --state_.connections; }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  void Start() {
    asio::dispatch(stream_.get_executor(),
                   [self = shared_from_this()] { self->Read(); });
  }

  void Send(std::shared_ptr<const std::string> event) {
    asio::post(stream_.get_executor(),
               [self = shared_from_this(), event = std::move(event)]() mutable {
                 self->Queue(std::move(event));
               });
  }

 private:
  void Read() {
    parser_.emplace();
    parser_->header_limit(state_.options.limits.header_bytes);
    parser_->body_limit(state_.options.limits.body_bytes);
    stream_.expires_after(state_.options.limits.read_time);
    http::async_read(stream_, buffer_, *parser_,
                     [self = shared_from_this()](beast::error_code error, std::size_t) {
                       self->OnRead(error);
                     });
  }

  void OnRead(beast::error_code error) {
    if (error == http::error::body_limit) {
      return Answer(Refusal(413, "The request's body is too long."), false);
    }
    if (error == http::error::header_limit) {
      return Answer(Refusal(431, "The request's headers are too long."), false);
    }
    if (error == http::error::end_of_stream || error == http::error::partial_message) {
      return Close();
    }
    const beast::error_code own = http::error::end_of_stream;
    if (error && error.category() == own.category()) {
      return Answer(Refusal(400, "The request is not HTTP/1.1."), false);
    }
    if (error) return Close();
    const bool keeps = parser_->get().keep_alive();
    is_head_ = parser_->get().method() == http::verb::head;
    std::optional<HttpRequest> request = ToRequest(parser_->get());
    if (!request) return Answer(Refusal(400, "The address is malformed."), keeps);
    if (is_head_) request->method = "GET";
    HttpResponse response = state_.handler(*request);
    if (!response.is_stream) return Answer(std::move(response), keeps);
    if (!state_.AddStream(shared_from_this())) {
      return Answer(Refusal(503, "Too many event streams are open."), false);
    }
    Answer(std::move(response), true);
  }

  void Answer(HttpResponse&& response, bool keeps) {
    is_stream_ = response.is_stream;
    response_.emplace();
    response_->version(11);
    response_->result(static_cast<unsigned>(response.status));
    response_->set(http::field::content_type, response.type);
    for (const auto& [name, value] : response.headers) response_->insert(name, value);
    response_->keep_alive(keeps);
    if (is_stream_) {
      // No length: the body is what follows until somebody closes.
      response_->set(http::field::cache_control, "no-store");
    } else {
      response_->content_length(response.body.size());
      if (!is_head_) response_->body() = std::move(response.body);
    }
    keeps_ = keeps;
    stream_.expires_after(state_.options.limits.write_time);
    serializer_.emplace(*response_);
    const auto done = [self = shared_from_this()](beast::error_code error,
                                                  std::size_t) {
      self->OnWritten(error);
    };
    if (is_stream_) {
      http::async_write_header(stream_, *serializer_, done);
    } else {
      http::async_write(stream_, *serializer_, done);
    }
  }

  void OnWritten(beast::error_code error) {
    serializer_.reset();
    response_.reset();
    if (error) return Close();
    if (is_stream_) {
      has_begun_ = true;
      Queue(std::make_shared<const std::string>("retry: 5000\n\n"));
      return Beat();
    }
    if (!keeps_) return Close();
    Read();
  }

  // A comment line now and then, so that a client that is gone is noticed.
  void Beat() {
    heartbeat_.expires_after(kHeartbeat);
    heartbeat_.async_wait([self = shared_from_this()](beast::error_code error) {
      if (error || self->is_closed_) return;
      self->Queue(std::make_shared<const std::string>(": still here\n\n"));
      self->Beat();
    });
  }

  void Queue(std::shared_ptr<const std::string> event) {
    if (is_closed_) return;
    if (unsent_.size() >= kMostUnsent) return Close();
    unsent_.push_back(std::move(event));
    if (has_begun_ && unsent_.size() == 1) WriteNext();
  }

  void WriteNext() {
    stream_.expires_after(state_.options.limits.write_time);
    asio::async_write(
        stream_, asio::buffer(*unsent_.front()),
        [self = shared_from_this()](beast::error_code error, std::size_t) {
          if (error) return self->Close();
          self->unsent_.pop_front();
          if (!self->unsent_.empty()) return self->WriteNext();
          self->stream_.expires_never();
        });
  }

  void Close() {
    if (is_closed_) return;
    is_closed_ = true;
    heartbeat_.cancel();
    beast::error_code ignored;  // the other side may have closed first
    stream_.socket().shutdown(Tcp::socket::shutdown_both, ignored);
    stream_.close();
    if (is_stream_) state_.RemoveStream(shared_from_this());
  }

  beast::tcp_stream stream_;
  HttpServer::State& state_;
  asio::steady_timer heartbeat_;
  beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::string_body>> parser_;
  std::optional<http::response<http::string_body>> response_;
  std::optional<http::response_serializer<http::string_body>> serializer_;
  std::deque<std::shared_ptr<const std::string>> unsent_;
  bool is_head_ = false, keeps_ = false, is_stream_ = false, has_begun_ = false,
       is_closed_ = false;
};

}  // namespace

void HttpServer::State::Accept() {
  acceptor.async_accept(
      asio::make_strand(context), [this](beast::error_code error, Tcp::socket socket) {
        if (error == asio::error::operation_aborted) return;
        // Past the limit the socket is closed by going out of scope.
        if (!error && connections < options.limits.connections) {
          std::make_shared<Session>(std::move(socket), *this)->Start();
        }
        Accept();
      });
}

bool HttpServer::State::AddStream(const std::shared_ptr<Session>& session) {
  const std::lock_guard hold(streams_lock);
  if (streams.size() >= options.limits.streams) return false;
  streams.insert(session);
  return true;
}

void HttpServer::State::RemoveStream(const std::shared_ptr<Session>& session) {
  const std::lock_guard hold(streams_lock);
  streams.erase(session);
}

HttpServer::HttpServer(std::unique_ptr<State> state) : state_(std::move(state)) {}

HttpServer::~HttpServer() {
  Stop();
  const std::lock_guard hold(state_->streams_lock);
  state_->streams.clear();
}

Result<std::unique_ptr<HttpServer>> HttpServer::Listen(const HttpOptions& options,
                                                       HttpHandler handler) {
  beast::error_code error;
  const auto host = asio::ip::make_address(options.host, error);
  if (error) {
    return Error{ErrorCode::kInvalid,
                 StrCat("--host ", options.host, ": not an address such as 127.0.0.1")};
  }
  auto state = std::make_unique<State>(options, std::move(handler));
  const Tcp::endpoint endpoint(host, options.port);
  Tcp::acceptor& acceptor = state->acceptor;
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(asio::socket_base::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) {
    return Error{ErrorCode::kUnavailable,
                 StrCat(options.host, " port ", options.port, ": ", error.message(),
                        "; name another with --port")};
  }
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(state)));
}

std::uint16_t HttpServer::port() const {
  beast::error_code ignored;  // an open acceptor has an endpoint
  return state_->acceptor.local_endpoint(ignored).port();
}

void HttpServer::Run(bool ends_on_signal) {
  asio::signal_set signals(state_->context);
  if (ends_on_signal) {
    signals.add(SIGINT);
    signals.add(SIGTERM);
    signals.async_wait([this](beast::error_code error, int) {
      if (!error) Stop();
    });
  }
  state_->Accept();
  std::vector<std::jthread> threads;
  for (unsigned i = 1; i < state_->options.threads; ++i) {
    threads.emplace_back([this] { state_->context.run(); });
  }
  state_->context.run();
}

void HttpServer::Stop() { state_->context.stop(); }

void HttpServer::Broadcast(const std::string& event, const std::string& data) {
  const auto text = std::make_shared<const std::string>(
      StrCat("event: ", event, "\ndata: ", data, "\n\n"));
  const std::lock_guard hold(state_->streams_lock);
  for (const std::shared_ptr<Session>& session : state_->streams) session->Send(text);
}

}  // namespace entente
