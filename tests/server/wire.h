// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace armistice::testing {

struct Told {
  int status = 0;  // 0: nothing came
  std::string head, body;

  std::string header(const std::string& name) const {
    const std::size_t at = head.find("\r\n" + name + ": ");
    if (at == std::string::npos) return "";
    const std::size_t begin = at + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
  }
};

// A bare connection to 127.0.0.1: what is sent is sent as it stands, right or wrong.
class Wire {
 public:
  explicit Wire(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(static_cast<std::uint16_t>(port));
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&at), sizeof at) != 0) {
      ::close(socket_);
      throw std::runtime_error("nobody listens on port " + std::to_string(port));
    }
  }
  ~Wire() {
    if (socket_ >= 0) ::close(socket_);
  }
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;
  Wire(Wire&& other) noexcept : socket_(std::exchange(other.socket_, -1)), come_(std::move(other.come_)) {}

  // How many bytes went out before the other side closed.
  std::size_t send(std::string_view text) {
    std::size_t sent = 0;
    while (sent < text.size()) {
      const ssize_t now = ::send(socket_, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
      if (now <= 0) break;
      sent += static_cast<std::size_t>(now);
    }
    return sent;
  }
  void no_more() { ::shutdown(socket_, SHUT_WR); }

  // The next answer; a body only where there is a Content-Length and `body`.
  Told read(bool body = true, double seconds = 10) {
    Told told;
    if (!until([&] { return come_.find("\r\n\r\n") != std::string::npos; }, seconds)) return told;
    const std::size_t end = come_.find("\r\n\r\n") + 4;
    told.head = come_.substr(0, end);
    come_.erase(0, end);
    told.status = std::atoi(told.head.substr(9, 3).c_str());
    const std::size_t length = body ? std::strtoul(told.header("Content-Length").c_str(), nullptr, 10) : 0;
    if (!until([&] { return come_.size() >= length; }, seconds)) told.status = -told.status;  // cut short
    told.body = come_.substr(0, length);
    come_.erase(0, length);
    return told;
  }

  // All that comes until the other side closes; `closed` says whether it did.
  std::string rest(double seconds, bool* closed = nullptr) {
    const bool ended = !until([] { return false; }, seconds) && over_;
    if (closed) *closed = ended;
    return std::exchange(come_, {});
  }

  // Reads until the text has come. False when it does not.
  bool hear(const std::string& text, double seconds = 10) {
    return until([&] { return come_.find(text) != std::string::npos; }, seconds);
  }

 private:
  template <class Enough>
  bool until(Enough enough, double seconds) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
    char part[65536];
    while (!enough()) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
      pollfd ready{socket_, POLLIN, 0};
      if (over_ || left.count() <= 0 || ::poll(&ready, 1, static_cast<int>(left.count())) <= 0) return false;
      const ssize_t got = ::recv(socket_, part, sizeof part, 0);
      if (got <= 0)
        over_ = true;
      else
        come_.append(part, static_cast<std::size_t>(got));
    }
    return true;
  }

  int socket_;
  bool over_ = false;
  std::string come_;
};

}  // namespace armistice::testing
