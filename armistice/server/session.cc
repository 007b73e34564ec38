// SPDX-License-Identifier: Apache-2.0
#define BOOST_ERROR_CODE_HEADER_ONLY
#include "armistice/server/session.h"

#include <fmt/format.h>

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/read.hpp>

#include "armistice/server/http_head.h"

namespace armistice {
namespace {

namespace net = boost::asio;
namespace http = boost::beast::http;
using tcp = net::ip::tcp;

constexpr auto between_events = std::chrono::milliseconds(250);
constexpr auto heartbeat = std::chrono::seconds(15);
constexpr auto farewell = std::chrono::milliseconds(500);  // to take what a refused client still sends

std::string text_of(const boost::beast::string_view& value) { return {value.data(), value.size()}; }

}  // namespace

Session::Session(tcp::socket socket, House& house)
    : stream_(std::move(socket)),
      timer_(stream_.get_executor()),
      house_(house),
      buffer_(std::size_t{2} * house.limits.head) {
  ++house_.open;
}

Session::~Session() { --house_.open; }

void Session::read() {
  parser_.emplace();
  parser_->body_limit(house_.limits.body);
  parser_->header_limit(house_.limits.head);
  head_ = 0;
  await_arrival();
  read_head();
}

// Piece by piece, since Beast's own limit (1.74) is that of one piece: lines without end would fill the memory.
void Session::read_head() {
  http::async_read_some(stream_, buffer_, *parser_, [self = shared_from_this()](Error error, std::size_t bytes) {
    self->head_ += bytes;
    if (!error && self->head_ > self->house_.limits.head) error = http::error::header_limit;
    if (!self->whole(error)) return;
    if (!self->parser_->is_header_done()) return self->read_head();
    self->head_arrived();
  });
}

// One deadline for the whole request: who sends a byte a second gains nothing by it.
void Session::await_arrival() {
  stream_.expires_never();
  timer_.expires_after(house_.limits.arrival);
  timer_.async_wait([self = shared_from_this(), turn = ++turn_](Error error) {
    if (error || turn != self->turn_) return;
    self->late_ = true;
    self->stream_.cancel();
  });
}

bool Session::whole(Error error) {
  if (!error) return true;
  ++turn_;
  timer_.cancel();
  if (late_ && parser_->got_some())
    refuse(408, "the request took too long to arrive");
  else if (error == http::error::end_of_stream)
    close();
  else if (error == http::error::body_limit)
    refuse(413, fmt::format("the body is larger than {} bytes", house_.limits.body));
  else if (error == http::error::header_limit || error == http::error::buffer_overflow)
    refuse(431, "the head of the request is too long");
  else if (error.category() == http::make_error_code(http::error::bad_method).category())
    refuse(400, "this is no request of HTTP/1.1");
  return false;  // else: gone, or idle for too long
}

void Session::head_arrived() {
  std::optional<Request> request = asked();
  if (!request) return refuse(400, "HTTP/1.1 with one Host is spoken here");
  if (std::optional<Answer> no = house_.door(*request)) {
    keep_ = keep_ && parser_->is_done();  // a body that nobody wants is not read
    ++turn_;
    timer_.cancel();
    return write(std::move(*no));
  }
  request_ = std::move(*request);
  if (parser_->is_done()) return hand_on();
  http::async_read(stream_, buffer_, *parser_, [self = shared_from_this()](Error failed, std::size_t) {
    if (self->whole(failed)) self->hand_on();
  });
}

// What the head says; nothing when it is not to be trusted.
std::optional<Request> Session::asked() {
  const auto& message = parser_->get();
  if (message.version() != 11 || message.count(http::field::host) != 1) return std::nullopt;
  for (const auto once :
       {http::field::origin, http::field::authorization, http::field::cookie, http::field::content_type})
    if (message.count(once) > 1) return std::nullopt;
  keep_ = message.keep_alive();
  head_only_ = message.method() == http::verb::head;
  Request request;
  request.method = head_only_ ? "GET" : text_of(message.method_string());
  const std::string target = text_of(message.target());
  const std::size_t mark = target.find('?');
  request.path = target.substr(0, mark);
  if (mark != std::string::npos) request.query = target.substr(mark + 1);
  request.host = text_of(message[http::field::host]);
  request.origin = text_of(message[http::field::origin]);
  request.authorization = text_of(message[http::field::authorization]);
  request.cookie = text_of(message[http::field::cookie]);
  request.content_type = text_of(message[http::field::content_type]);
  return request;
}

void Session::hand_on() {
  ++turn_;
  timer_.cancel();  // the answer may take its time to be computed
  request_.body = std::move(parser_->get().body());
  // Whoever answers lets go of the connection with its answer, so that it ends on this thread.
  house_.handler(std::move(request_), [self = shared_from_this()](Answer made) mutable {
    const auto executor = self->stream_.get_executor();
    net::post(executor, [self = std::move(self), made = std::move(made)]() mutable { self->write(std::move(made)); });
  });
}

void Session::refuse(unsigned status, const std::string& why) {
  keep_ = head_only_ = false;
  write(answer(status, fmt::format("{{\"error\":\"{}\"}}\n", why)));
}

void Session::write(Answer made) {
  answer_ = std::move(made);
  keep_ = keep_ && !answer_.events;
  text_ = head_of(answer_, keep_);
  const bool body = answer_.body && !head_only_ && !answer_.events;
  const std::array<net::const_buffer, 2> both{net::buffer(text_),
                                              body ? net::buffer(*answer_.body) : net::const_buffer()};
  stream_.expires_after(house_.limits.delivery);
  net::async_write(stream_, both, [self = shared_from_this()](Error error, std::size_t) { self->written(error); });
}

void Session::written(Error error) {
  if (error) return;
  if (answer_.events && !head_only_) {
    last_ = std::chrono::steady_clock::now();
    return next_event();
  }
  answer_ = {};
  if (keep_) return read();
  close();
}

void Session::next_event() {
  const auto now = std::chrono::steady_clock::now();
  const std::optional<std::string> event = answer_.events();
  if (!event) return close();
  text_ = *event;
  if (text_.empty() && now - last_ > heartbeat) text_ = ": still here\n\n";
  if (text_.empty()) return wait_for_event();
  last_ = now;
  stream_.expires_after(house_.limits.delivery);
  net::async_write(stream_, net::buffer(text_), [self = shared_from_this()](Error error, std::size_t) {
    if (!error) self->wait_for_event();
  });
}

void Session::wait_for_event() {
  stream_.expires_never();
  timer_.expires_after(between_events);
  timer_.async_wait([self = shared_from_this()](Error error) {
    if (!error) self->next_event();
  });
}

// Closing with bytes unread would reset the connection and lose the answer on its way: the other side gets a moment.
void Session::close() {
  Error ignored;
  stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
  until_ = std::chrono::steady_clock::now() + farewell;
  drain();
}

void Session::drain() {
  if (std::chrono::steady_clock::now() >= until_ || wasted_ > house_.limits.body) return;
  stream_.expires_at(until_);
  stream_.async_read_some(net::buffer(waste_), [self = shared_from_this()](Error error, std::size_t bytes) {
    self->wasted_ += bytes;
    if (!error) self->drain();
  });
}

}  // namespace armistice
