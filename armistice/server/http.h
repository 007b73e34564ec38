// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// HTTP/1.1 on one thread: connections wait for each other only where they share that thread, never for a slow client.
// What is asked is handed to one function; it may answer later and from any thread.
namespace armistice {

struct Request {
  std::string method;  // "GET"; a HEAD arrives as GET and its answer goes without a body
  std::string path;    // as sent, percent escapes and all, up to "?"
  std::string query;   // behind it
  std::string host, origin, authorization, cookie, content_type;
  std::string body;  // empty at the door
};

struct Answer {
  unsigned status = 200;
  std::string type = "application/json";
  std::shared_ptr<const std::string> body;  // null: none
  std::vector<std::pair<std::string, std::string>> headers;
  // A stream of events instead of a body: asked four times a second for what to send, "" for nothing yet, nothing at
  // the end.
  std::function<std::optional<std::string>()> events;
};

Answer answer(unsigned status, std::string body, std::string type = "application/json");

// Why a request is not let in, judged by its head before any of its body is read; nothing: it is. On the one thread, so
// it must be quick.
using Door = std::function<std::optional<Answer>(const Request&)>;
using Reply = std::function<void(Answer)>;
using Handler = std::function<void(Request, Reply)>;

struct HttpLimits {
  std::size_t body = std::size_t{1} << 20;     // bytes
  std::uint32_t head = 16 * 1024;              // bytes of the request line and all headers
  std::chrono::milliseconds arrival{10'000};   // for a whole request, idle time before it included
  std::chrono::milliseconds delivery{60'000};  // for a whole answer to be taken
  std::size_t connections = 256;               // at once; more are told 503
};

class HttpServer {
 public:
  // Listens on a numeric address; port 0: any that is free. Throws std::runtime_error when it cannot.
  HttpServer(const std::string& address, std::uint16_t port, HttpLimits limits, Door door, Handler handler);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  std::uint16_t port() const;
  // Serves until `stop` says so; it is asked ten times a second.
  void run(const std::function<bool()>& stop);

  struct Room;

 private:
  std::unique_ptr<Room> room_;
};

}  // namespace armistice
