// SPDX-License-Identifier: Apache-2.0
#include "armistice/server/routes.h"

#include "armistice/server/openapi.h"
#include "tests/output/study_of_isles.h"

// What is answered, without the wire: held to docs/openapi.json and to web/src/api.ts.
namespace armistice {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

// A study of the isles is served from a folder that also holds their dossier.
class RoutesTest : public testing::StudyOfIsles {
 protected:
  RoutesTest() {
    fs::create_directories(t / "dossiers");
    fs::copy(ARMISTICE_ROOT "/dossiers/isles", t / "dossiers/isles", fs::copy_options::recursive);
    fs::copy(folder->path(), t / "runs/one", fs::copy_options::recursive);
    fs::copy(folder->path(), t / "runs/stopped", fs::copy_options::recursive);
    fs::remove(t / "runs/stopped/summary.json");
  }
  Answer ask(const std::string& path, const std::string& query = "", const std::string& method = "GET",
             const std::string& body = "") {
    Request request;
    request.method = method, request.path = path, request.query = query, request.body = body;
    return route(desk, request);
  }
  Json json(const std::string& path, const std::string& query = "", unsigned status = 200) {
    const Answer made = ask(path, query);
    EXPECT_EQ(made.status, status) << path;
    EXPECT_EQ(made.type, "application/json");
    return Json::parse(*made.body);
  }
  std::string why(const std::string& path, unsigned status, const std::string& query = "") {
    return json(path, query, status)["error"];
  }
  Json start(const std::string& name, int runs) {
    const Json wanted{{"dossier", "dossiers/isles"}, {"study", name}, {"runs", runs}, {"seed", "5"}};
    const Answer made = ask("/api/jobs", "", "POST", wanted.dump());
    EXPECT_EQ(made.status, 201u) << *made.body;
    return Json::parse(*made.body);
  }

  Temporary t;
  Library library = (fs::create_directories(t / "runs"), Library(t.path()));
  PagesCache cache{library, 2};
  Jobs jobs{{.at_once = 1, .threads = 1}};
  Desk desk{guard_for("secret", 8400), library, cache, jobs, nullptr};
};

TEST_F(RoutesTest, AnswerAsTheContractSays) {
  const auto in_api = [](const Json& object, const std::string& interface) {
    testing::expect_interface(object, interface, "api.ts");
  };
  in_api(json("/api/dossiers")[0], "DossierLine");
  in_api(json("/api/studies")[0], "StudyLine");
  in_api(json("/api/form", "dossier=dossiers%2Fisles"), "Form");
  in_api(start("new", 100), "Job");
  in_api(json("/api/jobs")[0], "Job");
  in_api(json("/api/jobs/1"), "Job");
  testing::expect_interface(json("/api/studies/runs/one/section/head"), "Head");
  testing::expect_interface(json("/api/studies/runs%2Fone/runs/299"), "RunTold");
  EXPECT_EQ(*ask("/api/studies/runs/one/summary.json").body, pages.summary) << "byte for byte";
}

TEST_F(RoutesTest, DocsNameEveryPathAndEveryField) {
  EXPECT_TRUE(openapi() == read_file(ARMISTICE_ROOT "/docs/openapi.json"));
  EXPECT_TRUE(*ask("/api/openapi.json").body == openapi());
  const Json docs = Json::parse(openapi());
  for (const auto& [schema, interface] : std::map<std::string, std::string>{{"Dossier", "DossierLine"},
                                                                            {"Study", "StudyLine"},
                                                                            {"Form", "Form"},
                                                                            {"Wanted", "Wanted"},
                                                                            {"Job", "Job"},
                                                                            {"Fault", "Fault"}})
    testing::expect_interface(docs["components"]["schemas"][schema]["properties"], interface, "api.ts");
  start("new", 100);
  const std::map<std::string, std::string> filled{
      {"{study}", "runs%2Fone"}, {"{section}", "head"}, {"{run}", "3"}, {"{id}", "1"}};
  int asked = 0;
  for (const auto& [pattern, methods] : docs["paths"].items()) {
    std::string path = pattern;
    for (const auto& [hole, value] : filled)
      if (const auto at = path.find(hole); at != std::string::npos) path.replace(at, hole.size(), value);
    for (const auto& [method, told] : methods.items()) {
      if (method == "post") continue;  // asked above
      const Answer made = ask(path, "dossier=dossiers/isles", method == "get" ? "GET" : "DELETE");
      EXPECT_TRUE(told["responses"].contains(std::to_string(made.status))) << path << " " << made.status;
      EXPECT_LT(made.status, 300u) << path;
      ++asked;
    }
    const Answer other = ask(path, "", "BREW");
    EXPECT_EQ(other.status, 405u) << path;
    ASSERT_EQ(other.headers.size(), 1u);
    EXPECT_EQ(other.headers[0].first, "Allow");
  }
  EXPECT_EQ(asked, 11);
}

TEST_F(RoutesTest, SayWhatThereIsNot) {
  for (const char* path : {"/api", "/api/", "/apis", "/x", "/api/none", "/api/studies/x", "/api/studies/x/y/z",
                           "/api/dossiers/x", "/favicon.ico", "/api/studies/runs/one/section", "/api/jobs/1/other"})
    EXPECT_EQ(ask(path).status, 404u) << path;
  for (const char* path : {"", "api/studies", "http://127.0.0.1:8400/", "*", "/%", "/api/%zz", "/api/jobs/%00"})
    EXPECT_EQ(ask(path).status, 400u) << path;
  const std::string no_study = "there is no such study in the served folder";
  for (const char* path : {"nowhere", "..", "../..", "%2e%2e", "%2e%2e%2f%2e%2e", "%252e%252e", "%2fetc", "/etc", "",
                           "runs", "runs/one/..", "runs%5cone", "dossiers/isles"})
    EXPECT_EQ(why(std::string("/api/studies/") + path + "/summary.json", 404), no_study) << path;
  EXPECT_EQ(why("/api/studies/runs/one/section/none", 404), "there is no such section");
  EXPECT_EQ(why("/api/studies/runs/stopped/summary.json", 404),
            "the study has no summary yet: it was stopped, or is at work");
  EXPECT_EQ(why("/api/studies/runs/stopped/section/head", 409),
            "the study has no summary yet: it was stopped, or is at work");
  for (const char* run : {"x", "-1", "1.5", "99999999999999999999", "1x", "%20"})
    EXPECT_EQ(why(std::string("/api/studies/runs/one/runs/") + run, 400), "a run is named by its number, from 0");
  EXPECT_EQ(ask("/api/studies/runs/one/runs/300").status, 409u) << "the study has 300";
  EXPECT_EQ(why("/api/form", 404), "there is no such dossier in the served folder");
  EXPECT_EQ(why("/api/form", 404, "dossier=../isles"), "there is no such dossier in the served folder");
  EXPECT_EQ(why("/api/jobs/7", 404), "there is no such job");
}

TEST_F(RoutesTest, WatchAJobToItsEnd) {
  start("long", 10'000'000);
  Json at_work;
  for (int i = 0; i < 5000 && at_work.is_null(); ++i)
    for (const Json& line : json("/api/studies"))
      if (line["path"] == "runs/long") at_work = line["running"];
  EXPECT_EQ(at_work, "1");
  const auto events = ask("/api/jobs/1/events").events;
  ASSERT_TRUE(events);
  const std::string first = events().value_or("");
  EXPECT_EQ(first.find("event: job\ndata: {\"id\":\"1\",\"study\":\"runs/long\",\"state\":\"running\""), 0u) << first;
  EXPECT_TRUE(first.ends_with("}\n\n"));
  const Answer stop = ask("/api/jobs/1", "", "DELETE");
  EXPECT_EQ(stop.status, 202u);
  std::string last;
  for (int i = 0; i < 2000; ++i) {
    const auto event = events();
    if (!event) break;
    last = *event;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  EXPECT_NE(last.find("\"state\":\"stopped\""), std::string::npos) << last;
}

TEST_F(RoutesTest, LetNobodyInWithoutTheToken) {
  Request request;
  request.method = "GET", request.path = "/", request.host = "127.0.0.1:8400";
  const auto person = turned_away(desk, request);
  ASSERT_TRUE(person.has_value());
  EXPECT_EQ(person->status, 401u);
  EXPECT_EQ(person->type, "text/html; charset=utf-8") << "a page for people";
  request.path = "/api/studies";
  EXPECT_EQ(turned_away(desk, request)->type, "application/json");
  request.query = "token=secret";
  EXPECT_FALSE(turned_away(desk, request).has_value());
  request.path = "/";
  const Answer cookie = route(desk, request);
  EXPECT_EQ(cookie.status, 303u);
  using Header = std::pair<std::string, std::string>;
  EXPECT_EQ(cookie.headers[0], (Header{"Location", "/"}));
  EXPECT_EQ(cookie.headers[1], (Header{"Set-Cookie", "armistice_8400=secret; HttpOnly; SameSite=Strict; Path=/"}));
  request.query = "", request.cookie = "armistice_8400=secret";
  EXPECT_FALSE(turned_away(desk, request).has_value());
}

}  // namespace
}  // namespace armistice
