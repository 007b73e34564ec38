// SPDX-License-Identifier: Apache-2.0
#define BOOST_ERROR_CODE_HEADER_ONLY
#include "armistice/server/http.h"

#include <fmt/format.h>

#include <stdexcept>

#include "armistice/server/session.h"

namespace armistice {

namespace net = boost::asio;
using tcp = net::ip::tcp;
using Error = boost::system::error_code;

Answer answer(unsigned status, std::string body, std::string type) {
  Answer made;
  made.status = status;
  made.type = std::move(type);
  made.body = std::make_shared<const std::string>(std::move(body));
  return made;
}

constexpr std::size_t refused_at_once = 64;

struct HttpServer::Room {
  House house;  // first: connections that end with `io` still count themselves out of it
  net::io_context io{1};
  tcp::acceptor acceptor{io};
  net::steady_timer timer{io};

  void accept() {
    // More than that many that are being refused: the others wait in the system's own queue, and cost no file handle.
    if (house.open >= house.limits.connections + refused_at_once) return accept_later();
    acceptor.async_accept([this](Error error, tcp::socket socket) {
      if (!acceptor.is_open()) return;
      if (error) return accept_later();
      Error ignored;
      socket.set_option(tcp::no_delay(true), ignored);  // the end of an answer does not wait for more to send
      const bool full = house.open >= house.limits.connections;
      const auto session = std::make_shared<Session>(std::move(socket), house);
      if (full)
        session->refuse(503, "too many connections");
      else
        session->read();
      accept();
    });
  }

  // Out of file handles, or crowded: again a little later rather than in a busy loop.
  void accept_later() {
    timer.expires_after(std::chrono::milliseconds(50));
    timer.async_wait([this](Error) { accept(); });
  }
};

HttpServer::HttpServer(const std::string& address, std::uint16_t port, HttpLimits limits, Door door, Handler handler)
    : room_(std::make_unique<Room>()) {
  room_->house.limits = limits;
  room_->house.door = std::move(door);
  room_->house.handler = std::move(handler);
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
