// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "armistice/server/http.h"

// One connection, for http.cc only: no other header includes this one.
namespace armistice {

// What all connections share; it outlives them. `open` counts them.
struct House {
  HttpLimits limits;
  Door door;
  Handler handler;
  std::size_t open = 0;
};

// Reads a request, hands it on, writes the answer, and again. It lives as long as something is under way for it.
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(boost::asio::ip::tcp::socket socket, House& house);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  void read();
  // Says why nothing will be read (any more), and closes.
  void refuse(unsigned status, const std::string& why);

 private:
  using Error = boost::system::error_code;
  void await_arrival();
  void read_head();
  bool whole(Error error);  // false: it was refused, or is over
  void head_arrived();
  std::optional<Request> asked();
  void hand_on();
  void write(Answer made);
  void written(Error error);
  void next_event();
  void wait_for_event();
  void close();
  void drain();

  boost::beast::tcp_stream stream_;
  boost::asio::steady_timer timer_;  // until a request must be there, or the next event is due
  House& house_;
  boost::beast::flat_buffer buffer_;
  std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> parser_;
  Request request_;
  std::size_t head_ = 0;  // bytes of the head so far
  unsigned turn_ = 0;     // of reading: a timer that fires late must not hit the next request
  bool late_ = false, keep_ = false, head_only_ = false;
  Answer answer_;
  std::string text_;  // being written
  std::array<char, 16384> waste_;
  std::size_t wasted_ = 0;
  std::chrono::steady_clock::time_point last_, until_;
};

}  // namespace armistice
