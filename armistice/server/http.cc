// SPDX-License-Identifier: Apache-2.0
#include "armistice/server/http.h"

#define BOOST_ERROR_CODE_HEADER_ONLY
#include <fmt/format.h>

#include <array>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <stdexcept>

namespace armistice {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = net::ip::tcp;
using Error = boost::system::error_code;

constexpr auto between_events = std::chrono::milliseconds(250);
constexpr auto heartbeat = std::chrono::seconds(15);
constexpr auto farewell = std::chrono::milliseconds(500);  // to take what a refused client still sends

std::string header(const beast::string_view& value) { return {value.data(), value.size()}; }

std::string head_of(const Answer& answer, bool keep) {
  const auto reason = http::obsolete_reason(static_cast<http::status>(answer.status));
  std::string head = fmt::format("HTTP/1.1 {} {}\r\n", answer.status, std::string_view(reason.data(), reason.size()));
  if (answer.events)
    head += "Content-Type: text/event-stream\r\n";
  else if (answer.status != 204 && answer.status != 304)
    head +=
        fmt::format("Content-Type: {}\r\nContent-Length: {}\r\n", answer.type, answer.body ? answer.body->size() : 0);
  head += keep && !answer.events ? "Connection: keep-alive\r\n" : "Connection: close\r\n";
  head +=
      "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
      "Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Resource-Policy: same-origin\r\n";
  bool policy = false;
  for (const auto& [name, value] : answer.headers) {
    head += fmt::format("{}: {}\r\n", name, value);
    policy = policy || name == "Content-Security-Policy";
  }
  if (!policy) head += "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";
  return head + "\r\n";
}

// One connection: reads a request, hands it on, writes the answer, and again.
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(tcp::socket socket, const HttpLimits& limits, const Handler& handler, std::size_t& open)
      : stream_(std::move(socket)), timer_(stream_.get_executor()), limits_(limits), handler_(handler), open_(open) {
    ++open_;
  }
  ~Session() { --open_; }

  void read() {
    parser_.emplace();
    parser_->body_limit(limits_.body);
    parser_->header_limit(limits_.head);
    stream_.expires_after(limits_.arrival);
    http::async_read(stream_, buffer_, *parser_,
                     [self = shared_from_this()](Error error, std::size_t) { self->arrived(error); });
  }

  // The door is full, or a request cannot be read: say so, and close.
  void refuse(unsigned status, const std::string& why) {
    keep_ = false;
    write(answer(status, fmt::format(R"({{"error":"{}"}})", why)));
  }

 private:
  void arrived(Error error) {
    if (error == http::error::end_of_stream) return close();
    if (error == http::error::body_limit)
      return refuse(413, fmt::format("the body is larger than {} bytes", limits_.body));
    if (error == http::error::header_limit) return refuse(431, "the head of the request is too long");
    if (error && error.category() == http::make_error_code(http::error::bad_method).category())
      return refuse(400, "this is no request of HTTP/1.1");
    if (error) return;  // gone, or too slow
    const auto& message = parser_->get();
    if (message.version() != 11 || message.count(http::field::host) != 1)
      return refuse(400, "HTTP/1.1 with one Host is spoken here");
    keep_ = message.keep_alive();
    head_only_ = message.method() == http::verb::head;
    Request request;
    request.method = head_only_ ? "GET" : header(message.method_string());
    const std::string target = header(message.target());
    const std::size_t mark = target.find('?');
    request.path = target.substr(0, mark);
    if (mark != std::string::npos) request.query = target.substr(mark + 1);
    request.host = header(message[http::field::host]);
    request.origin = header(message[http::field::origin]);
    request.authorization = header(message[http::field::authorization]);
    request.cookie = header(message[http::field::cookie]);
    request.content_type = header(message[http::field::content_type]);
    request.body = std::move(parser_->get().body());
    stream_.expires_never();  // the answer may take its time to be computed
    handler_(std::move(request), [self = shared_from_this()](Answer made) {
      net::post(self->stream_.get_executor(),
                [self, made = std::move(made)]() mutable { self->write(std::move(made)); });
    });
  }

  void write(Answer made) {
    answer_ = std::move(made);
    head_ = head_of(answer_, keep_);
    const bool body = answer_.body && !head_only_ && !answer_.events;
    const std::array<net::const_buffer, 2> both{net::buffer(head_),
                                                body ? net::buffer(*answer_.body) : net::const_buffer()};
    stream_.expires_after(limits_.delivery);
    net::async_write(stream_, both, [self = shared_from_this()](Error error, std::size_t) { self->written(error); });
  }

  void written(Error error) {
    if (error) return;
    if (answer_.events && !head_only_) {
      last_ = std::chrono::steady_clock::now();
      return next_event();
    }
    answer_ = {};
    if (keep_) return read();
    close();
  }

  void next_event() {
    const auto now = std::chrono::steady_clock::now();
    const std::optional<std::string> event = answer_.events();
    if (!event) return close();
    head_ = *event;
    if (head_.empty() && now - last_ > heartbeat) head_ = ": still here\n\n";
    if (head_.empty()) return wait_for_event();
    last_ = now;
    stream_.expires_after(limits_.delivery);
    net::async_write(stream_, net::buffer(head_), [self = shared_from_this()](Error error, std::size_t) {
      if (!error) self->wait_for_event();
    });
  }

  void wait_for_event() {
    stream_.expires_never();
    timer_.expires_after(between_events);
    timer_.async_wait([self = shared_from_this()](Error error) {
      if (!error) self->next_event();
    });
  }

  // Closing with bytes unread would reset the connection and lose the answer on its way: the other side gets a moment.
  void close() {
    Error ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    until_ = std::chrono::steady_clock::now() + farewell;
    drain();
  }

  void drain() {
    if (std::chrono::steady_clock::now() >= until_) return;
    stream_.expires_at(until_);
    stream_.async_read_some(net::buffer(waste_), [self = shared_from_this()](Error error, std::size_t) {
      if (!error) self->drain();
    });
  }

  beast::tcp_stream stream_;
  net::steady_timer timer_;
  const HttpLimits& limits_;
  const Handler& handler_;
  std::size_t& open_;
  beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::string_body>> parser_;
  bool keep_ = false, head_only_ = false;
  Answer answer_;
  std::string head_;
  std::array<char, 16384> waste_;
  std::chrono::steady_clock::time_point last_, until_;
};

}  // namespace

Answer answer(unsigned status, std::string body, std::string type) {
  Answer made;
  made.status = status;
  made.type = std::move(type);
  made.body = std::make_shared<const std::string>(std::move(body));
  return made;
}

struct HttpServer::Room {
  HttpLimits limits;
  Handler handler;
  std::size_t open = 0;  // sessions
  net::io_context io{1};
  tcp::acceptor acceptor{io};
  net::steady_timer timer{io};

  void accept() {
    acceptor.async_accept([this](Error error, tcp::socket socket) {
      if (!acceptor.is_open()) return;
      if (error) {  // out of file handles: try again a little later rather than in a busy loop
        timer.expires_after(std::chrono::milliseconds(50));
        timer.async_wait([this](Error) { accept(); });
        return;
      }
      const bool full = open >= limits.connections;
      const auto session = std::make_shared<Session>(std::move(socket), limits, handler, open);
      if (full)
        session->refuse(503, "too many connections");
      else
        session->read();
      accept();
    });
  }
};

HttpServer::HttpServer(const std::string& address, std::uint16_t port, HttpLimits limits, Handler handler)
    : room_(std::make_unique<Room>()) {
  room_->limits = limits;
  room_->handler = std::move(handler);
  try {
    const tcp::endpoint at(net::ip::make_address(address), port);
    room_->acceptor.open(at.protocol());
    room_->acceptor.set_option(net::socket_base::reuse_address(true));
    room_->acceptor.bind(at);
    room_->acceptor.listen();
  } catch (const boost::system::system_error& error) {
    throw std::runtime_error(fmt::format("cannot listen on {} port {}: {}", address, port, error.code().message()));
  }
}

HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::port() const { return room_->acceptor.local_endpoint().port(); }

void HttpServer::run(const std::function<bool()>& stop) {
  room_->accept();
  while (!stop()) room_->io.run_for(std::chrono::milliseconds(100));
  Error ignored;
  room_->acceptor.close(ignored);
}

}  // namespace armistice
