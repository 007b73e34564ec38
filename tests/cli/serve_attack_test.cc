// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/serving.h"

// `armistice serve` as strangers attack it, by bare sockets. After each attack it has to answer as before.
namespace armistice {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using testing::Serving;
using testing::text_of;
using testing::Told;
using testing::Wire;
using Words = std::vector<std::string>;
using ServeUnderAttack = testing::Served;

TEST_F(ServeUnderAttack, EveryAnswerKeepsToItself) {
  for (const char* path : {"/", "/api/studies", "/nowhere", "/api/studies/x/summary.json"}) {
    const Told told = serving->get(path);
    EXPECT_EQ(told.header("X-Content-Type-Options"), "nosniff") << path;
    EXPECT_EQ(told.header("Referrer-Policy"), "no-referrer") << path;
    EXPECT_EQ(told.header("Cross-Origin-Opener-Policy"), "same-origin") << path;
    EXPECT_EQ(told.header("Cross-Origin-Resource-Policy"), "same-origin") << path;
    EXPECT_EQ(told.header("Cache-Control"), "no-store") << path;
    EXPECT_NE(told.header("Content-Security-Policy").find("default-src 'none'"), std::string::npos) << path;
    EXPECT_EQ(told.header("Access-Control-Allow-Origin"), "") << path;
  }
}

TEST_F(ServeUnderAttack, NobodyGetsInWithoutTheToken) {
  const std::string host = " HTTP/1.1\r\nHost: " + serving->host() + "\r\n";
  const std::string most = serving->token.substr(0, 42);
  for (const char* path : {"/", "/api/studies", "/api/openapi.json", "/api/studies/runs/one/summary.json", "/none"}) {
    const std::string get = std::string("GET ") + path;
    EXPECT_EQ(serving->send(get + host + "\r\n").status, 401) << path;
    EXPECT_EQ(serving->send(get + "?token=" + most + host + "\r\n").status, 401) << path;
    EXPECT_EQ(serving->send(get + host + "Authorization: Bearer " + most + "\r\n\r\n").status, 401) << path;
    EXPECT_EQ(serving->send(get + host + "Authorization: Basic " + serving->token + "\r\n\r\n").status, 401) << path;
    EXPECT_EQ(serving->send(get + host + "Cookie: armistice=" + serving->token + "\r\n\r\n").status, 401) << path;
  }
  EXPECT_EQ(serving->send("DELETE /api/jobs/1" + host + "\r\n").status, 401);
}

TEST_F(ServeUnderAttack, OtherSitesGetNothing) {
  const std::string with_token = "\r\nAuthorization: Bearer " + serving->token + "\r\n";
  for (const std::string& host :
       {std::string("evil.example"), "evil.example:" + std::to_string(serving->port), std::string("127.0.0.1"),
        std::string("127.0.0.1:1"), serving->host() + ".evil.example"})
    EXPECT_EQ(serving->send("GET /api/studies HTTP/1.1\r\nHost: " + host + with_token + "\r\n").status, 421) << host;
  for (const std::string& origin : {std::string("http://evil.example"), std::string("null"),
                                    std::string("http://127.0.0.1:1"), "http://" + serving->host() + "0"}) {
    EXPECT_EQ(serving->send(serving->request("GET /api/studies", "Origin: " + origin + "\r\n")).status, 403) << origin;
    EXPECT_EQ(serving->send(serving->request("OPTIONS /api/jobs", "Origin: " + origin + "\r\n")).status, 403);
  }
  EXPECT_EQ(serving->send(serving->request("GET /api/studies", "Origin: http://" + serving->host() + "\r\n")).status,
            200);
  const std::string form = "dossier=dossiers/isles";
  EXPECT_EQ(serving
                ->send(serving->request("POST /api/jobs",
                                        "Content-Type: application/x-www-form-urlencoded\r\n"
                                        "Content-Length: 22\r\n") +
                       form)
                .status,
            415);
}

TEST_F(ServeUnderAttack, NoPathLeadsOutside) {
  for (const std::string& path :
       {std::string(".."), std::string("../outside"), std::string("runs/../../outside"), std::string("%2e%2e/outside"),
        std::string("%2e%2e%2foutside"), std::string("%252e%252e%252foutside"), std::string("..%5coutside"),
        std::string("..;/outside"), std::string("link"), std::string("./link"), std::string("runs/..//link"),
        (*t / "outside").string(), "%2f" + (*t / "outside").string().substr(1), std::string("%c0%ae%c0%ae/outside"),
        std::string("\xff\xfe"), std::string(8000, '.'), std::string("/////etc")})
    for (const char* what : {"/summary.json", "/section/head", "/runs/0"}) {
      const Told told = serving->get("/api/studies/" + path + what);
      EXPECT_TRUE(told.status == 404 || told.status == 400) << path << what << " " << told.status;
      EXPECT_EQ(told.body.find("secret"), std::string::npos) << path;
      EXPECT_EQ(told.body.find(t->path().string()), std::string::npos) << "says nothing of the machine's folders";
    }
  for (const char* path : {"/api/studies/runs%00/one/summary.json", "/api/studies/runs/one%00/summary.json",
                           "/api/studies/runs/one/summary.json%00", "/api/form?dossier=%00"})
    EXPECT_GE(serving->get(path).status, 400) << path;
  for (const char* dossier : {"../outside", "link", "/etc", "..%2foutside", "%252e%252e/outside"})
    EXPECT_EQ(serving->get(std::string("/api/form?dossier=") + dossier).status, 404) << dossier;
  EXPECT_EQ(serving->get("/api/studies").body.find("link"), std::string::npos);
}

TEST_F(ServeUnderAttack, TooMuchIsRefusedEarly) {
  Wire wire(serving->port);
  wire.send(serving->request("POST /api/jobs", "Content-Type: application/json\r\nContent-Length: 100000000\r\n"));
  const std::string part(1 << 20, ' ');
  std::size_t sent = 0;
  for (int i = 0; i < 100; ++i) {
    const std::size_t now = wire.send(part);
    sent += now;
    if (now < part.size()) break;
  }
  EXPECT_LT(sent, 50'000'000u) << "of a hundred million bytes";

  const Told told = serving->send(
      serving->request("POST /api/jobs", "Content-Type: application/json\r\nContent-Length: 1048577\r\n") + "{}");
  EXPECT_EQ(told.status, 413);
  EXPECT_EQ(told.body, "{\"error\":\"the body is larger than 1048576 bytes\"}\n");
  const std::string chunk = "10000\r\n" + std::string(0x10000, ' ') + "\r\n";
  std::string chunks =
      serving->request("POST /api/jobs", "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n");
  for (int i = 0; i < 17; ++i) chunks += chunk;
  EXPECT_EQ(serving->send(chunks).status, 413);
  EXPECT_EQ(serving->get("/" + std::string(20'000, 'a')).status, 431);
  std::string bomb;
  for (int i = 0; i < 100'000; ++i) bomb += "X-" + std::to_string(i) + ": y\r\n";
  EXPECT_EQ(serving->send(serving->request("GET /", bomb)).status, 431);
}

TEST_F(ServeUnderAttack, BodiesThatMakeNoSenseAreRefusedInWords) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "{\"a\":";
  for (const std::string& body :
       {std::string(""), std::string("{"), std::string("nonsense"), std::string("[]"), std::string("null"), deep,
        std::string(500'000, '['), std::string("\xff\xff\xff"), std::string(R"({"dossier":[],"study":{},"runs":"x"})"),
        std::string(R"({"dossier":"dossiers/isles","study":"x","runs":1e400,"seed":"1"})"),
        std::string(R"({"dossier":"dossiers/isles","study":"x","runs":99999999999999999999,"seed":"1"})"),
        std::string(R"({"dossier":"dossiers/isles","study":"x","runs":10,"seed":1})"),
        std::string(R"({"dossier":"dossiers/isles","study":"../x","runs":10,"seed":"1"})"),
        std::string(R"({"dossier":"dossiers/isles","study":"x","runs":10,"seed":"1","rnus":10})"),
        std::string(R"({"dossier":"dossiers/isles","study":"x","runs":10,"set":["side.A.will=nan"]})"),
        std::string(R"({"dossier":"dossiers/isles","study":"x","runs":10,"set":["x=1","=","\u0000=1"]})")}) {
    const Told told = serving->post(body);
    EXPECT_EQ(told.status, 400) << body.substr(0, 100);
    EXPECT_FALSE(Json::parse(told.body)["error"].get<std::string>().empty());
  }
  EXPECT_FALSE(fs::exists(*t / "served/runs/x"));
  EXPECT_EQ(Json::parse(serving->get("/api/jobs").body).size(), 0u);
}

TEST_F(ServeUnderAttack, OtherMethods) {
  const Told head = serving->send(serving->request("HEAD /api/studies/runs/one/summary.json"), false);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("Content-Length"), std::to_string(fs::file_size(*t / "served/runs/one/summary.json")));
  for (const char* method : {"OPTIONS", "PUT", "PATCH", "TRACE", "CONNECT", "BREW"}) {
    const Told told = serving->send(serving->request(std::string(method) + " /api/studies"));
    EXPECT_EQ(told.status, 405) << method;
    EXPECT_EQ(told.header("Allow"), "GET, HEAD, POST, DELETE") << method;
  }
  EXPECT_EQ(serving->send(serving->request("DELETE /api/studies/runs/one")).status, 405);
  EXPECT_TRUE(fs::exists(*t / "served/runs/one"));
  EXPECT_EQ(serving
                ->send(serving->request("POST /api/studies",
                                        "Content-Type: application/json\r\n"
                                        "Content-Length: 0\r\n"))
                .status,
            405);
}

TEST_F(ServeUnderAttack, RequestsInOneBreath) {
  Wire wire(serving->port);
  std::string all;
  for (int i = 0; i < 50; ++i)
    all += serving->request(i % 2 ? "GET /api/dossiers" : "GET /api/studies/runs/one/summary.json");
  wire.send(all);
  const std::string summary = text_of(*t / "served/runs/one/summary.json");
  for (int i = 0; i < 50; ++i) {
    const Told told = wire.read();
    ASSERT_EQ(told.status, 200) << i;
    EXPECT_EQ(told.body == summary, i % 2 == 0) << "in the order in which they were asked";
  }
}

TEST_F(ServeUnderAttack, TheSlowAndTheIdleStopNobody) {
  std::vector<Wire> idle;
  for (int i = 0; i < 200; ++i) idle.emplace_back(serving->port);
  Wire slow(serving->port);
  const std::string text = serving->request("GET /api/studies", "X-Long: " + std::string(200, 'x') + "\r\n");
  const auto start = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < text.size() && std::chrono::steady_clock::now() - start < std::chrono::seconds(3); ++i) {
    if (slow.send(text.substr(i, 1)) == 0) break;
    if (i % 10 == 0) {
      EXPECT_EQ(serving->get("/api/studies/runs/one/summary.json").status, 200);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(3));
  EXPECT_EQ(slow.read(true, 2).status, 408);
  for (Wire& one : idle) {
    bool closed = false;
    EXPECT_EQ(one.rest(2, &closed), "");
    EXPECT_TRUE(closed);
  }
}

}  // namespace
}  // namespace armistice
