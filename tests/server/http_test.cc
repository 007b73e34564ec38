// SPDX-License-Identifier: Apache-2.0
#include "armistice/server/http.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "armistice/server/http_head.h"
#include "tests/server/wire.h"

// The server without what it serves: deadlines, limits, order, ends.
namespace armistice {
namespace {

using std::chrono::milliseconds;
using testing::Told;
using testing::Wire;

// A server on a thread of its own that answers with what it was asked.
class Echo {
 public:
  explicit Echo(HttpLimits limits = {})
      : server_(
            "127.0.0.1", 0, limits,
            [](const Request& request) {
              return request.path == "/no" ? std::optional(answer(401, "no")) : std::nullopt;
            },
            [this](Request request, Reply reply) { handle(std::move(request), std::move(reply)); }),
        thread_([this] { server_.run([this] { return over_.load(); }); }) {}
  ~Echo() {
    over_ = true;
    thread_.join();
  }
  int port() const { return server_.port(); }
  Told ask(const std::string& text) const {
    Wire wire(port());
    wire.send(text);
    return wire.read();
  }
  bool well() const { return ask("GET /well HTTP/1.1\r\nHost: h\r\n\r\n").body == "GET /well  h "; }

 private:
  void handle(Request request, Reply reply) {
    if (request.path == "/events") {
      Answer made;
      made.events = [left = 3]() mutable -> std::optional<std::string> {
        if (left-- == 0) return std::nullopt;
        return "data: " + std::to_string(left) + "\n\n";
      };
      return reply(made);
    }
    if (request.path == "/long") return reply(answer(200, std::string(30'000'000, 'x')));
    reply(answer(200,
                 request.method + " " + request.path + " " + request.query + " " + request.host + " " + request.body));
  }

  std::atomic<bool> over_{false};
  HttpServer server_;
  std::thread thread_;
};

TEST(Http, AnswersOneAfterTheOtherOnOneConnection) {
  const Echo echo;
  Wire wire(echo.port());
  wire.send(
      "GET /a?b=c HTTP/1.1\r\nHost: h\r\n\r\nPOST /d HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi"
      "HEAD /e HTTP/1.1\r\nHost: h\r\n\r\nGET /f HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\nGET /never");
  EXPECT_EQ(wire.read().body, "GET /a b=c h ");
  EXPECT_EQ(wire.read().body, "POST /d  h hi");
  const Told head = wire.read(false);
  EXPECT_EQ(head.header("Content-Length"), "10") << "that of the body which a GET would have";
  EXPECT_EQ(wire.read().body, "GET /f  h ");
  bool closed = false;
  EXPECT_EQ(wire.rest(5, &closed), "");
  EXPECT_TRUE(closed);
}

TEST(Http, ReadsBodiesInChunks) {
  const Echo echo({.body = 100});
  const std::string head = "POST /c HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
  EXPECT_EQ(echo.ask(head + "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n").body, "POST /c  h abcde");
  EXPECT_EQ(echo.ask(head + "65\r\n" + std::string(101, 'x') + "\r\n0\r\n\r\n").status, 413);
  EXPECT_EQ(echo.ask(head + "fffffffffffffffff\r\nabc").status, 400);
  EXPECT_EQ(echo.ask(head + "zz\r\nabc").status, 400);
  std::string many = head;
  for (int i = 0; i < 60; ++i) many += "2\r\nab\r\n";
  EXPECT_EQ(echo.ask(many).status, 413);
  EXPECT_TRUE(echo.well());
}

TEST(Http, RefusesWhatIsTooLarge) {
  const Echo echo({.body = 1000, .head = 2000});
  const Told body = echo.ask("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100000000\r\n\r\nbegin");
  EXPECT_EQ(body.status, 413);
  EXPECT_EQ(body.body, "{\"error\":\"the body is larger than 1000 bytes\"}\n");
  EXPECT_EQ(body.header("Connection"), "close");
  EXPECT_EQ(echo.ask("GET /" + std::string(3000, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n").status, 431);
  std::string bomb = "GET / HTTP/1.1\r\nHost: h\r\n";
  for (int i = 0; i < 500; ++i) bomb += "X: y\r\n";
  EXPECT_EQ(echo.ask(bomb + "\r\n").status, 431);
  EXPECT_EQ(echo.ask("GET / HTTP/1.1\r\nHost: h\r\nX: " + std::string(5'000'000, 'z')).status, 431);
  const std::string chunks = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
  EXPECT_EQ(echo.ask(chunks + "1;" + std::string(100'000, 'e')).status, 431);
  std::string trailers = chunks + "0\r\n";
  for (int i = 0; i < 20'000; ++i) trailers += "X: y\r\n";
  EXPECT_EQ(echo.ask(trailers).status, 431);
  EXPECT_TRUE(echo.well());
}

TEST(Http, RefusesWhatIsNoRequest) {
  const Echo echo;
  for (const char* text :
       {"hello\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\nHost: h\r\n\r\n", "GET / HTTP/1.0\r\nHost: h\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: h\r\nHost: h\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: h\r\nOrigin: a\r\nOrigin: b\r\n\r\n", "GET / HTTP/1.1\r\nHost h\r\n\r\n",
        "GET /\x01 HTTP/1.1\r\nHost: h\r\n\r\n", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999999999999999\r\n\r\n"})
    EXPECT_EQ(echo.ask(text).status, 400) << text;
  EXPECT_EQ(echo.ask(std::string("GET /\0 HTTP/1.1\r\nHost: h\r\n\r\n", 28)).status, 400);
  EXPECT_EQ(echo.ask("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 not for us\r\n\r\n").status, 400) << "TLS";
  EXPECT_TRUE(echo.well());
}

TEST(Http, TurnsAwayAtTheDoorWithoutReadingTheBody) {
  const Echo echo;
  Wire wire(echo.port());
  wire.send("POST /no HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\nonly this comes");
  const Told told = wire.read();
  EXPECT_EQ(told.status, 401);
  EXPECT_EQ(told.header("Connection"), "close");
  Wire other(echo.port());
  other.send("GET /no HTTP/1.1\r\nHost: h\r\n\r\nGET /yes HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_EQ(other.read().status, 401);
  EXPECT_EQ(other.read().body, "GET /yes  h ") << "without a body the connection is kept";
}

TEST(Http, CutsOffWhoIsSlowWhileOthersAreServed) {
  const Echo echo({.arrival = milliseconds(400)});
  Wire slow(echo.port()), idle(echo.port()), slow_body(echo.port());
  slow_body.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n");
  const std::string text = "GET /slow HTTP/1.1\r\nHost: h\r\nX-Long: " + std::string(100, 'x') + "\r\n\r\n";
  const auto start = std::chrono::steady_clock::now();
  std::size_t sent = 0;
  while (sent < text.size() && std::chrono::steady_clock::now() - start < milliseconds(700)) {
    if (slow.send(text.substr(sent++, 1)) == 0) break;
    slow_body.send("y");
    EXPECT_TRUE(echo.well());
    std::this_thread::sleep_for(milliseconds(20));
  }
  EXPECT_LT(sent, text.size());
  EXPECT_EQ(slow.read(true, 2).status, 408);
  EXPECT_EQ(slow_body.read(true, 2).status, 408);
  bool closed = false;
  EXPECT_EQ(idle.rest(2, &closed), "") << "who has said nothing is told nothing";
  EXPECT_TRUE(closed);
  EXPECT_TRUE(echo.well());
}

TEST(Http, CutsOffWhoDoesNotTakeTheAnswer) {
  const Echo echo({.delivery = milliseconds(300)});
  Wire wire(echo.port());
  wire.send("GET /long HTTP/1.1\r\nHost: h\r\n\r\n");
  std::this_thread::sleep_for(milliseconds(800));
  EXPECT_TRUE(echo.well());
  EXPECT_EQ(wire.read(true, 5).status, -200) << "the answer ends before its length";
}

TEST(Http, HasRoomForSoMany) {
  const Echo echo({.arrival = milliseconds(1500), .connections = 200});
  std::vector<Wire> idle;
  for (int i = 0; i < 199; ++i) idle.emplace_back(echo.port());
  EXPECT_TRUE(echo.well());
  Wire last(echo.port());
  for (int i = 0; i < 100 && Wire(echo.port()).read(true, 0.05).status != 503; ++i) {
  }
  Wire over(echo.port());
  EXPECT_EQ(over.read(true, 1).status, 503);
  idle.clear();
  std::this_thread::sleep_for(milliseconds(100));
  EXPECT_TRUE(echo.well());
}

TEST(Http, SendsEventsUntilTheirEnd) {
  const Echo echo;
  Wire wire(echo.port()), gone(echo.port()), head(echo.port());
  for (Wire* one : {&wire, &gone}) one->send("GET /events HTTP/1.1\r\nHost: h\r\n\r\n");
  { const Wire left = std::move(gone); }  // who goes away in the middle takes nothing along
  const Told told = wire.read(false);
  EXPECT_EQ(told.header("Content-Type"), "text/event-stream");
  EXPECT_EQ(told.header("Content-Length"), "");
  bool closed = false;
  EXPECT_EQ(wire.rest(5, &closed), "data: 2\n\ndata: 1\n\ndata: 0\n\n");
  EXPECT_TRUE(closed);
  head.send("HEAD /events HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_EQ(head.read(false).status, 200);
  EXPECT_EQ(head.rest(5, &closed), "");
  EXPECT_TRUE(closed);
  EXPECT_TRUE(echo.well());
}

TEST(Http, SaysTheSameOfEveryAnswer) {
  Answer made = answer(404, "{}");
  EXPECT_EQ(head_of(made, true),
            "HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
            "Connection: keep-alive\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
            "Referrer-Policy: no-referrer\r\nCross-Origin-Opener-Policy: same-origin\r\n"
            "Cross-Origin-Resource-Policy: same-origin\r\n"
            "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n\r\n");
  made.headers.emplace_back("Content-Security-Policy", "own");
  EXPECT_NE(head_of(made, false).find("Connection: close\r\n"), std::string::npos);
  EXPECT_EQ(head_of(made, false).find("default-src"), std::string::npos);
}

TEST(Http, SaysWhenItCannotListen) {
  const Echo echo;
  const auto on = [](const std::string& address, int port) -> std::string {
    try {
      HttpServer(address, static_cast<std::uint16_t>(port), {}, {}, {});
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_EQ(on("127.0.0.1", echo.port()),
            "cannot listen on 127.0.0.1 port " + std::to_string(echo.port()) + ": Address already in use");
  EXPECT_EQ(on("localhost", 1), "cannot listen on localhost port 1: Invalid argument");
}

}  // namespace
}  // namespace armistice
