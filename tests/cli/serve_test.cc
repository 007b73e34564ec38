// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/serving.h"

// `armistice serve` as its users start it.
namespace armistice {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using testing::Serving;
using testing::text_of;
using testing::Told;
using testing::Wire;
using Words = std::vector<std::string>;
using ServeCommand = testing::Served;

TEST_F(ServeCommand, SaysWhereItIs) {
  const std::string address = serving->told["address"];
  EXPECT_EQ(address, "http://" + serving->host() + "/?token=" + serving->token);
  EXPECT_EQ(serving->token.size(), 43u);
  EXPECT_EQ(serving->told["folder"], fs::canonical(*t / "served").string());
  const Told entered =
      serving->send("GET /?token=" + serving->token + " HTTP/1.1\r\nHost: " + serving->host() + "\r\n\r\n");
  EXPECT_EQ(entered.status, 303);
  const std::string cookie = entered.header("Set-Cookie");
  EXPECT_EQ(cookie, "armistice_" + std::to_string(serving->port) + "=" + serving->token +
                        "; HttpOnly; SameSite=Strict; Path=/");
  const Told page = serving->send("GET / HTTP/1.1\r\nHost: " + serving->host() +
                                  "\r\nCookie: " + cookie.substr(0, cookie.find(';')) + "\r\n\r\n");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.header("Content-Type"), "text/html; charset=utf-8");
  EXPECT_NE(page.header("Content-Security-Policy").find("frame-ancestors 'none'"), std::string::npos);
  EXPECT_EQ(page.body.find(serving->token), std::string::npos) << "no script can read the token";
  EXPECT_EQ(serving->get("/api/dossiers").status, 200);
}

TEST_F(ServeCommand, AForecastIsStartedWatchedStoppedAndGoneOnWith) {
  const Told started = serving->post(wanted("long", 1'000'000));
  ASSERT_EQ(started.status, 201) << started.body;
  const std::string place = started.header("Location");
  EXPECT_EQ(place, "/api/jobs/" + Json::parse(started.body)["id"].get<std::string>());
  EXPECT_EQ(serving->post(wanted("long", 1'000'000)).status, 409);
  EXPECT_EQ(serving->post(wanted("second", 10)).status, 429) << "--jobs 1";

  Wire watch(serving->port);
  watch.send(serving->request("GET " + place + "/events"));
  const Told head = watch.read(false);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("Content-Type"), "text/event-stream");
  ASSERT_TRUE(watch.hear("event: job\n"));
  EXPECT_EQ(serving->get("/api/studies/runs/one/section/head").status, 200) << "others are served meanwhile";
  { Wire(serving->port).send(serving->request("GET " + place + "/events")); }  // and one who goes away again

  // Until something is kept.
  Json now;
  for (int i = 0; i < 4000 && !(now.is_object() && now["runs_done"] > 20'000); ++i) {
    now = Json::parse(serving->get(place).body);
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  EXPECT_EQ(now["state"], "running");
  EXPECT_GT(now["rate"], 0.0);
  EXPECT_EQ(serving->send(serving->request("DELETE " + place)).status, 202);
  bool closed = false;
  const Json last = last_event(watch.rest(10, &closed));
  EXPECT_TRUE(closed) << "the stream ends with the job";
  EXPECT_EQ(last["state"], "stopped");
  const int kept = last["runs_done"];
  EXPECT_GE(kept, 10'000) << "whole shards";
  EXPECT_FALSE(fs::exists(*t / "served/runs/long/summary.json"));
  EXPECT_EQ(serving->get("/api/studies/runs/long/section/head").status, 409);

  const Told again = serving->post(wanted("runs/long", kept));
  ASSERT_EQ(again.status, 201) << again.body;
  Wire rest(serving->port);
  rest.send(serving->request("GET " + again.header("Location") + "/events"));
  rest.read(false);
  const Json done = last_event(rest.rest(30));
  EXPECT_EQ(done["state"], "done");
  EXPECT_EQ(done["runs_done"], kept);
  EXPECT_EQ(Json::parse(serving->get("/api/studies/runs/long/summary.json").body)["runs"], kept);
  Json other = Json::parse(wanted("long", 10));
  other["seed"] = "2";
  EXPECT_EQ(serving->post(other.dump()).status, 409) << "another study";
}

TEST(Serve, KeepsWhatIsDoneOnCtrlC) {
  const Temporary t;
  fs::copy(ARMISTICE_ROOT "/dossiers/isles", t / "isles", fs::copy_options::recursive);
  std::ofstream(t / "token") << "a-token-of-my-own\n";
  Serving serving(t.path(), {"--port", "0", "--token-file", (t / "token").string()}, t / "out");
  EXPECT_EQ(serving.token, "a-token-of-my-own");
  const Json wanted{{"dossier", "isles"}, {"study", "long"}, {"runs", 10'000'000}, {"seed", "1"}};
  ASSERT_EQ(serving.post(wanted.dump()).status, 201);
  for (int i = 0; i < 2000 && Json::parse(serving.get("/api/jobs/1").body)["runs_done"] < 15'000; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  const Wire idle(serving.port);
  EXPECT_EQ(serving.stop(SIGTERM), 130);
  EXPECT_EQ(
      testing::run("forecast " + (t / "isles").string() + " -n 10000 --quiet --out " + (t / "runs/long").string()).exit,
      0)
      << "the study can be gone on with";
}

TEST(Serve, StaysOnLoopbackUnlessTold) {
  const Temporary t;
  std::ofstream(t / "short") << "secret\n";
  const auto refused = [&](const std::string& flags, int exit, const std::string& why) {
    const testing::Ran ran = testing::run_both("serve " + t.path().string() + " " + flags);
    EXPECT_EQ(ran.exit, exit) << flags;
    EXPECT_EQ(ran.output, why + "\n") << flags;
  };
  for (const char* flags : {"--bind 0.0.0.0", "--bind 0.0.0.0 --open-to-network", "--bind :: --token-file short"}) {
    const std::string bind = std::string(flags).find("::") == std::string::npos ? "0.0.0.0" : "::";
    refused(flags, 2,
            "armistice serve: --bind " + bind +
                " is not loopback: others on the network could reach the studies. That wants --open-to-network and a "
                "token of your own (--token-file); traffic is not encrypted");
  }
  refused("--token-file " + (t / "short").string(), 3,
          "armistice: " + (t / "short").string() +
              ": a token has at least 16 characters of ASCII and no blanks, commas, semicolons, quotes, \"&\", \"%\", "
              "\"#\" or backslashes");
  EXPECT_EQ(testing::run_both("serve /nowhere/at/all").output, "armistice: /nowhere/at/all: no folder\n");
  EXPECT_EQ(testing::run("serve --port 70000").exit, 2);

  std::ofstream(t / "token") << "a-token-of-my-own\n";
  const Words open{"--port", "0", "--bind", "0.0.0.0", "--open-to-network", "--token-file", (t / "token").string()};
  const Serving serving(t.path(), open, t / "out");
  EXPECT_EQ(serving.get("/api/studies").body, "[]\n");
  EXPECT_EQ(serving.err(),
            "armistice serve: open to the network, and not encrypted: anyone on the way can read along.\n");
}

TEST(Serve, TakesTheNextPortUnlessOneIsNamed) {
  const Temporary t;
  const Serving first(t.path(), {}, t / "out1");
  const Serving second(t.path(), {}, t / "out2");
  EXPECT_NE(first.port, second.port);
  EXPECT_GE(second.port, 8400);
  EXPECT_NE(first.token, second.token);
  const testing::Ran ran = testing::run_both("serve " + t.path().string() + " --port " + std::to_string(first.port));
  EXPECT_EQ(ran.exit, 3);
  EXPECT_EQ(ran.output,
            "armistice: cannot listen on 127.0.0.1 port " + std::to_string(first.port) + ": Address already in use\n");
}

}  // namespace
}  // namespace armistice
