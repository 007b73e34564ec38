// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "tests/output/temporary.h"
#include "tests/server/wire.h"

// `armistice serve` as its users start it, and as those who mean it ill speak to it.
namespace armistice {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::Told;
using testing::Wire;

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream all;
  all << file.rdbuf();
  return all.str();
}

pid_t start(const std::vector<std::string>& words, const fs::path& out, const fs::path& err) {
  const pid_t child = fork();
  if (child != 0) return child;
  dup2(open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644), STDOUT_FILENO);
  dup2(open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644), STDERR_FILENO);
  std::vector<char*> arguments{const_cast<char*>("armistice")};
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  execv(ARMISTICE_PROGRAM, arguments.data());
  _exit(127);
}

int exit_of(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

// A running server on a free port.
class Server {
 public:
  Server(const fs::path& room, const fs::path& folder, std::vector<std::string> more = {}) : room_(room) {
    std::vector<std::string> words{"serve", folder.string(), "--json", "--threads", "1"};
    if (std::find(more.begin(), more.end(), "--port") == more.end()) words.insert(words.end(), {"--port", "0"});
    words.insert(words.end(), more.begin(), more.end());
    fs::remove(room / "out");  // of a server before
    child_ = start(words, room / "out", room / "err");
    for (int i = 0; i < 1000 && text_of(room / "out").find('\n') == std::string::npos; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    said = json::parse(text_of(room / "out"), nullptr, false);
    if (said.is_discarded()) throw std::runtime_error("no server: " + text_of(room / "err"));
    port = said["port"], token = said["token"];
  }
  ~Server() { end(SIGKILL); }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  int end(int signal) {
    if (child_ == 0) return 0;
    kill(child_, signal);
    return exit_of(std::exchange(child_, 0));
  }
  std::string head(const std::string& line, const std::string& more = "", bool with_token = true) const {
    return line + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\n" +
           (with_token ? "Authorization: Bearer " + token + "\r\n" : "") + more + "\r\n";
  }
  Told get(const std::string& path, const std::string& more = "", bool with_token = true) const {
    return raw(head("GET " + path, more, with_token));
  }
  Told post(const std::string& body) const {
    return raw(head("POST /api/jobs",
                    "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n") +
               body);
  }
  Told raw(const std::string& text, bool body = true) const {
    Wire wire(port);
    wire.send(text);
    return wire.read(body);
  }
  json ask(const std::string& path) const { return json::parse(get(path).body); }
  // Megabytes of memory that it has taken at most.
  long peak() const {
    const std::string status = text_of("/proc/" + std::to_string(child_) + "/status");
    return std::stol(status.substr(status.find("VmHWM:") + 6)) / 1024;
  }
  bool well() const { return get("/api/jobs").status == 200; }

  json said;
  int port = 0;
  std::string token;

 private:
  fs::path room_;
  pid_t child_ = 0;
};

std::string wanted(const std::string& study, int runs, const std::string& seed = "1") {
  return json{{"dossier", "dossiers/isles"}, {"study", study}, {"runs", runs}, {"seed", seed}}.dump();
}

class ServeHostile : public ::testing::Test {
 protected:
  ServeHostile() {
    fs::create_directories(folder / "dossiers");
    fs::copy(ARMISTICE_ROOT "/dossiers/isles", folder / "dossiers/isles", fs::copy_options::recursive);
  }
  Server& serve(const std::vector<std::string>& more = {}) {
    server = std::make_unique<Server>(room.path(), folder, more);
    return *server;
  }
  // The job's last state, by its events.
  json watch(const std::string& id) const {
    Wire wire(server->port);
    wire.send(server->head("GET /api/jobs/" + id + "/events"));
    bool closed = false;
    const std::string all = wire.rest(30, &closed);
    EXPECT_TRUE(closed);
    EXPECT_NE(all.find("Content-Type: text/event-stream\r\n"), std::string::npos);
    const std::size_t last = all.rfind("event: job\ndata: ");
    if (last == std::string::npos) return {};
    return json::parse(all.substr(last + 17, all.find("\n\n", last) - last - 17));
  }
  void TearDown() override { EXPECT_TRUE(!server || server->well()); }

  Temporary room;
  fs::path folder = room / "served";
  std::unique_ptr<Server> server;
};

TEST_F(ServeHostile, LetsInByTheAddressThatItPrints) {
  const Server& s = serve();
  EXPECT_EQ(s.said["address"], "http://127.0.0.1:" + std::to_string(s.port) + "/?token=" + s.token);
  EXPECT_EQ(s.get("/", "", false).status, 401);
  EXPECT_EQ(s.get("/api/studies", "", false).body,
            "{\"error\":\"open the address that armistice serve has printed: it holds the token\"}\n");
  EXPECT_EQ(s.get("/?token=wrong", "", false).status, 401);
  const Told in = s.get("/?token=" + s.token, "", false);
  EXPECT_EQ(in.status, 303);
  EXPECT_EQ(in.header("Location"), "/");
  const std::string cookie = "armistice_" + std::to_string(s.port) + "=" + s.token;
  EXPECT_EQ(in.header("Set-Cookie"), cookie + "; HttpOnly; SameSite=Strict; Path=/");
  const Told page = s.get("/", "Cookie: " + cookie + "\r\n", false);
  EXPECT_EQ(page.status, 200);
  if (page.body.find("<script") == std::string::npos) {
    EXPECT_NE(page.body.find("built without its pages"), std::string::npos);
  } else {
    EXPECT_NE(page.header("Content-Security-Policy").find("script-src 'sha256-"), std::string::npos);
  }
  EXPECT_EQ(s.get("/api/jobs", "Cookie: " + cookie + "x\r\n", false).status, 401);
}

TEST_F(ServeHostile, RefusesOtherSites) {
  const Server& s = serve();
  const std::string own = "Authorization: Bearer " + s.token + "\r\n";
  for (const std::string host : {"evil.example", "127.0.0.1", "evil.example:80"})
    EXPECT_EQ(s.raw("GET /api/jobs HTTP/1.1\r\nHost: " + host + "\r\n" + own + "\r\n").status, 421) << host;
  for (const std::string origin : {"http://evil.example", "null", "http://localhost:1"})
    EXPECT_EQ(s.get("/api/jobs", "Origin: " + origin + "\r\n").status, 403) << origin;
  EXPECT_EQ(s.get("/api/jobs", "Origin: http://127.0.0.1:" + std::to_string(s.port) + "\r\n").status, 200);
  EXPECT_EQ(s.raw(s.head("POST /api/jobs", "Content-Type: text/plain\r\nContent-Length: 2\r\n") + "{}").status, 415);
}

TEST_F(ServeHostile, ReachesNothingOutside) {
  std::ofstream(room / "secret") << "secret";
  fs::create_directories(room / "outside/runs");
  fs::copy(folder / "dossiers/isles", room / "outside/isles", fs::copy_options::recursive);
  fs::create_directory_symlink(room / "outside", folder / "out");
  fs::create_directories(folder / "runs/bad");
  std::ofstream(folder / "runs/bad/manifest.sqlite") << "";
  fs::create_symlink(room / "secret", folder / "runs/bad/summary.json");
  const Server& s = serve();
  const std::string ends[] = {"/summary.json", "/section/head", "/runs/0"};
  for (const std::string& end : ends)
    for (const std::string at : {"../outside",
                                 "%2e%2e/outside",
                                 "%252e%252e/outside",
                                 "..%2foutside",
                                 "%2e%2e%2foutside",
                                 "/etc",
                                 "%2fetc",
                                 "//etc",
                                 "out",
                                 "out/runs",
                                 "runs/../../outside",
                                 "..",
                                 ".",
                                 "%2e",
                                 "runs/bad",
                                 "runs/bad/..",
                                 "..\\outside",
                                 "..%5coutside",
                                 "%c0%ae%c0%ae/outside",
                                 "%ff",
                                 "runs"}) {
      const Told told = s.get("/api/studies/" + std::string(at) + end);
      EXPECT_EQ(told.status, at == "runs/bad" && end != ends[0] ? 409 : 404) << at << end;  // no summary of its own
      EXPECT_EQ(told.body.find("secret"), std::string::npos);
    }
  for (const std::string at : {"runs%00", "%", "%zz", "a%0d%0ab"})
    EXPECT_EQ(s.get("/api/studies/" + at + "/summary.json").status, 400) << at;
  for (const std::string at : {"../outside/isles", "%2e%2e%2foutside/isles", "out/isles", "/etc", "dossiers%2fisles%00",
                               "dossiers/isles/../../../outside/isles"})
    EXPECT_EQ(s.get("/api/form?dossier=" + at).status, 404) << at;
  EXPECT_EQ(s.get("/api/form?dossier=dossiers%2Fisles").status, 200);
  for (const std::string path : {"/etc/passwd", "/../secret", "/api", "/api/", "/api//jobs", "//api/jobs", "/API/jobs"})
    EXPECT_EQ(s.get(path).status, 404) << path;
  for (const std::string path : {"xapi/jobs", "*", "http://127.0.0.1/api/jobs"}) {
    const int status = s.get(path).status;
    EXPECT_TRUE(status == 400 || status == 404) << path << ' ' << status;
  }
}

TEST_F(ServeHostile, TakesNoMoreThanItShould) {
  const Server& s = serve();
  const long before = s.peak();
  Wire wire(s.port);
  wire.send(s.head("POST /api/jobs", "Content-Type: application/json\r\nContent-Length: 104857600\r\n"));
  EXPECT_EQ(wire.read().status, 413);
  const std::string part(std::size_t{1} << 20, ' ');
  std::size_t sent = 0;
  for (int i = 0; i < 100; ++i) {
    const std::size_t now = wire.send(part);
    sent += now;
    if (now < part.size()) break;
  }
  EXPECT_LT(sent, std::size_t{50} << 20);

  Wire chunked(s.port);
  chunked.send(s.head("POST /api/jobs", "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n"));
  for (int i = 0; i < 40; ++i) chunked.send("10000\r\n" + std::string(0x10000, ' ') + "\r\n");
  EXPECT_EQ(chunked.read().status, 413);

  Wire extended(s.port);  // a chunk that never begins
  extended.send(s.head("POST /api/jobs", "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n") + "1;a=");
  for (int i = 0; i < 40; ++i) extended.send(part);
  EXPECT_GE(extended.read().status, 400);

  Wire trailed(s.port);  // trailers that never end
  trailed.send(s.head("POST /api/jobs", "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n") + "0\r\n");
  std::string trailer;
  for (int i = 0; i < 10'000; ++i) trailer += "X-" + std::to_string(i) + ": " + std::string(100, 'x') + "\r\n";
  for (int i = 0; i < 40; ++i) trailed.send(trailer);
  EXPECT_GE(trailed.read().status, 400);

  EXPECT_EQ(s.get("/api/jobs", "X-Long: " + std::string(200'000, 'x') + "\r\n").status, 431);
  std::string many;
  for (int i = 0; i < 20'000; ++i) many += "X-" + std::to_string(i) + ": y\r\n";
  EXPECT_EQ(s.get("/api/jobs", many).status, 431);
  EXPECT_EQ(s.get("/" + std::string(100'000, 'a')).status, 431);
  EXPECT_LT(s.peak() - before, 40);
}

TEST_F(ServeHostile, SpeaksPlainHttp) {
  const Server& s = serve();
  const Told head = s.raw(s.head("HEAD /api/jobs"), false);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("Content-Length"), "3");
  for (const std::string method : {"OPTIONS", "PUT", "PATCH", "TRACE", "FOO"}) {
    const Told told = s.raw(s.head(method + " /api/jobs"));
    EXPECT_EQ(told.status, 405) << method;
    EXPECT_EQ(told.header("Allow"), "GET, HEAD, POST, DELETE");
  }
  EXPECT_EQ(s.raw(s.head("DELETE /api/studies")).header("Allow"), "GET");

  Wire wire(s.port);  // three at once, answered in turn
  wire.send(s.head("GET /api/jobs") + s.head("GET /api/nothing") + s.head("GET /api/openapi.json"));
  EXPECT_EQ(wire.read().body, "[]\n");
  EXPECT_EQ(wire.read().status, 404);
  EXPECT_EQ(json::parse(wire.read().body)["openapi"], "3.1.0");

  const std::string host = "Host: 127.0.0.1:" + std::to_string(s.port) + "\r\n",
                    who = "Authorization: Bearer " + s.token;
  EXPECT_EQ(s.raw("GET /api/jobs HTTP/1.0\r\n" + host + who + "\r\n\r\n").status, 400);
  EXPECT_EQ(s.raw("GET /api/jobs HTTP/1.1\r\n" + who + "\r\n\r\n").status, 400);
  EXPECT_EQ(s.raw("GET /api/jobs HTTP/1.1\r\n" + host + host + who + "\r\n\r\n").status, 400);
  // Two ways to say where a body ends are how one request is taken for two.
  EXPECT_EQ(s.raw(s.head("POST /api/jobs",
                         "Content-Type: application/json\r\nContent-Length: 2\r\nTransfer-Encoding: "
                         "chunked\r\n") +
                  "0\r\n\r\n")
                .status,
            400);
  EXPECT_EQ(s.raw(s.head("POST /api/jobs", "Content-Length: 2\r\nContent-Length: 3\r\n") + "{}").status, 400);
  for (const std::string& garbage :
       {std::string("\x16\x03\x01\x02", 4) + std::string(500, '\x01'), std::string("GET\r\n\r\n"),
        std::string(3000, '\0'), std::string("\r\n\r\n\r\n!\r\n\r\n"), std::string("GET / HTTP/9.9\r\n\r\n"),
        std::string("GET /a b c HTTP/1.1\r\n\r\n")})
    EXPECT_EQ(s.raw(garbage).status, 400) << garbage.substr(0, 20);
}

TEST_F(ServeHostile, ServesOthersWhileSomeAreSlowOrIdle) {
  const Server& s = serve({"--arrival", "1"});
  Wire slow(s.port);
  const std::string request = s.head("GET /api/jobs");
  std::vector<std::unique_ptr<Wire>> idle;
  for (int i = 0; i < 200; ++i) idle.push_back(std::make_unique<Wire>(s.port));
  const auto begin = std::chrono::steady_clock::now();
  std::size_t sent = 0;
  for (; sent < request.size() - 1 && std::chrono::steady_clock::now() - begin < std::chrono::seconds(4); ++sent) {
    if (slow.send(request.substr(sent, 1)) == 0) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    EXPECT_TRUE(sent % 10 != 0 || s.well());
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(4));
  bool closed = false;
  const std::string last = slow.rest(3, &closed);
  EXPECT_TRUE(closed);
  EXPECT_TRUE(last.empty() || last.starts_with("HTTP/1.1 408")) << last;
  for (const auto& wire : idle) {
    EXPECT_EQ(wire->rest(3, &closed), "");
    EXPECT_TRUE(closed);
  }
}

TEST_F(ServeHostile, HasRoomForSoManyConnections) {
  const Server& s = serve({"--arrival", "2"});
  std::vector<std::unique_ptr<Wire>> idle;
  for (int i = 0; i < 256; ++i) idle.push_back(std::make_unique<Wire>(s.port));
  EXPECT_EQ(s.get("/api/jobs").status, 503);
  for (int i = 0; i < 600; ++i) idle.push_back(std::make_unique<Wire>(s.port));
  idle.clear();
  for (int i = 0; i < 40 && !s.well(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(50));
  EXPECT_TRUE(s.well());
}

TEST_F(ServeHostile, TextsOfADossierAreNeverMarkup) {
  const fs::path file = folder / "dossiers/isles/dossier.toml";
  std::string text = text_of(file);
  const std::string evil = "</script><script>alert(1)</script>";
  for (const std::string from : {"en = \"North\"", "en = \"The Isles: a tutorial\""}) {
    ASSERT_NE(text.find(from), std::string::npos);
    text.replace(text.find(from), from.size(), "en = \"" + evil + "\"");
  }
  std::ofstream(file) << text;
  const Server& s = serve();
  const json job = json::parse(s.post(wanted("evil", 50)).body);
  EXPECT_EQ(watch(job["id"])["state"], "done");
  bool seen = false;
  for (const std::string path :
       {"/api/dossiers", "/api/studies", "/api/form?dossier=dossiers/isles", "/api/studies/runs/evil/section/head",
        "/api/studies/runs/evil/section/situation", "/api/studies/runs/evil/runs/0"}) {
    const Told told = s.get(path);
    EXPECT_EQ(told.status, 200) << path << told.body;
    EXPECT_EQ(told.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(told.header("Content-Type"), "application/json");
    EXPECT_EQ(told.body.find('<'), std::string::npos) << path;
    seen = seen || json::parse(told.body).dump().find(evil) != std::string::npos;
  }
  EXPECT_TRUE(seen);
}

TEST_F(ServeHostile, StartsStopsAndGoesOn) {
  const Server& s = serve({"--jobs", "1"});
  const Told made = s.post(wanted("long", 2'000'000));
  ASSERT_EQ(made.status, 201) << made.body;
  const std::string id = json::parse(made.body)["id"];
  EXPECT_EQ(made.header("Location"), "/api/jobs/" + id);
  const Told again = s.post(wanted("long", 2'000'000));
  EXPECT_EQ(again.status, 409);
  EXPECT_EQ(again.body, "{\"error\":\"this study is being worked on\"}\n");
  EXPECT_EQ(s.post(wanted("other", 10)).status, 429);
  EXPECT_EQ(s.raw(s.head("DELETE /api/jobs/" + id)).status, 202);
  const json stopped = watch(id);
  EXPECT_EQ(stopped["state"], "stopped");
  EXPECT_EQ(s.post(wanted("long", 10, "2")).status, 409);  // another seed is another study
  const std::int64_t kept = stopped["runs_done"];
  EXPECT_EQ(kept % 10'000, 0);
  const Told on = s.post(wanted("long", static_cast<int>(kept) + 20'000));
  ASSERT_EQ(on.status, 201) << on.body;
  const json done = watch(json::parse(on.body)["id"]);
  EXPECT_EQ(done["state"], "done") << done;
  EXPECT_EQ(done["runs_done"], kept + 20'000);
  EXPECT_EQ(s.get("/api/studies/runs/long/runs/4294967295").status, 409);
  EXPECT_EQ(s.get("/api/studies/runs/long/runs/4294967296").status, 400);
  EXPECT_EQ(s.get("/api/studies/runs/long/runs/-1").status, 400);
  EXPECT_EQ(s.get("/api/studies/runs/long/section/no").status, 404);
  for (const std::string no : {"0", "99", "x", "1x", "%31x"}) EXPECT_EQ(s.get("/api/jobs/" + no).status, 404) << no;
}

TEST_F(ServeHostile, SaysWhatIsWrong) {
  std::ofstream(folder / "dossiers/isles/dossier.toml", std::ios::app) << "\n[nonsense]\n";
  std::ofstream(folder / "runs") << "a file where the folder of studies would be";
  const Server& s = serve();
  const Told told = s.post(wanted("x", 10));
  EXPECT_EQ(told.status, 400);
  const json problem = json::parse(told.body)["problems"][0];
  EXPECT_EQ(problem["file"], "dossier.toml");
  EXPECT_EQ(problem["line"], 162);
  EXPECT_EQ(problem["message"], "unknown key \"nonsense\"");
  EXPECT_EQ(s.post("{").status, 400);
  EXPECT_EQ(s.get("/api/form?dossier=dossiers/isles").status, 409);
}

TEST_F(ServeHostile, AFolderThatCannotBeWrittenFailsTheJobOnly) {
  std::ofstream(folder / "runs") << "a file where the folder of studies would be";
  const Server& s = serve();
  const Told told = s.post(wanted("x", 10));
  ASSERT_EQ(told.status, 201) << told.body;
  const json job = watch(json::parse(told.body)["id"]);
  EXPECT_EQ(job["state"], "failed");
  EXPECT_NE(job["message"], "");
}

TEST_F(ServeHostile, CtrlCEndsItAndLeavesNoHalfShard) {
  Server& s = serve();
  const std::string id = json::parse(s.post(wanted("long", 5'000'000)).body)["id"];
  for (int i = 0; i < 500 && s.ask("/api/jobs/" + id)["runs_done"] < 10'000; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  Wire watching(s.port);
  watching.send(s.head("GET /api/jobs/" + id + "/events"));
  EXPECT_TRUE(watching.hear("event: job"));
  EXPECT_EQ(s.end(SIGINT), 130);
  server.reset();
  for (const auto& entry : fs::recursive_directory_iterator(folder / "runs/long")) {
    const std::string name = entry.path().filename().string();
    EXPECT_TRUE(entry.is_directory() || name == "manifest.sqlite" || name == ".lock" || name.ends_with(".shard"))
        << name;
  }
  const Server& back = serve();
  const json study = back.ask("/api/studies")[0];
  EXPECT_EQ(study["path"], "runs/long");
  EXPECT_GE(study["runs"], 10'000);
  EXPECT_EQ(study["runs"].get<int>() % 10'000, 0);
  EXPECT_FALSE(study["pages"]);
}

// Runs to its end; the exit and what it said on standard error.
std::pair<int, std::string> tried(const Temporary& room, const std::vector<std::string>& words) {
  const int code = exit_of(start(words, room / "out2", room / "err2"));
  return {code, text_of(room / "err2")};
}

TEST_F(ServeHostile, OpensToANetworkOnlyWhenToldTo) {
  const auto [code, said] = tried(room, {"serve", folder.string(), "--bind", "0.0.0.0", "--port", "0"});
  EXPECT_EQ(code, 2);
  EXPECT_EQ(
      said,
      "armistice serve: --bind 0.0.0.0 is not loopback: others on the network could reach the studies. That wants "
      "--open-to-network and a token of your own (--token-file); traffic is not encrypted\n");
  EXPECT_EQ(tried(room, {"serve", folder.string(), "--bind", "::", "--open-to-network"}).first, 2);
  const fs::path file = room / "token";
  EXPECT_EQ(tried(room, {"serve", folder.string(), "--bind", "10.0.0.1", "--token-file", file.string()}).first, 2);
  for (const std::string bad : {"short", "0123456789abcdef 0123", "0123456789abcdef;", "0123456789abcdef#x"}) {
    std::ofstream(file) << bad;
    const auto [no, why] = tried(room, {"serve", folder.string(), "--token-file", file.string()});
    EXPECT_EQ(no, 3) << bad;
    EXPECT_NE(why.find("a token has at least 16 characters"), std::string::npos) << why;
  }
  std::ofstream(file) << "0123456789abcdef\n";
  const Server& s = serve({"--token-file", file.string(), "--bind", "127.0.0.2"});
  EXPECT_EQ(s.said["address"], "http://127.0.0.2:" + std::to_string(s.port) + "/?token=0123456789abcdef");
  server.reset();
}

TEST_F(ServeHostile, APortThatIsTaken) {
  const Server& s = serve();
  const std::string port = std::to_string(s.port);
  const auto [code, said] = tried(room, {"serve", folder.string(), "--port", port});
  EXPECT_EQ(code, 3);
  EXPECT_NE(said.find("cannot listen on 127.0.0.1 port " + port + ": Address already in use"), std::string::npos)
      << said;
  EXPECT_EQ(tried(room, {"serve", folder.string(), "--bind", "127.0.0.x"}).first, 3);
  EXPECT_EQ(tried(room, {"serve", (folder / "no").string()}).first, 3);
}

}  // namespace
}  // namespace armistice
