// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "armistice/server/api_json.h"
#include "tests/output/temporary.h"
#include "tests/study/isles.h"

// What a request for a forecast may ask: everything else is refused in words.
namespace armistice {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

class JobAskedTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    t = std::make_unique<Temporary>();
    fs::create_directories(*t / "dossiers");
    fs::copy(ARMISTICE_ROOT "/dossiers/isles", *t / "dossiers/isles", fs::copy_options::recursive);
    fs::create_directories(*t / "runs/other");
    std::ofstream(*t / "runs/other/letter.txt") << "mine";
    fs::create_directories(*t / "bad");
    std::ofstream(*t / "bad/dossier.toml") << "nonsense = 1\n";
    library = std::make_unique<Library>(t->path());
  }
  static void TearDownTestSuite() { library.reset(), t.reset(); }

  static JobAsked ask(const Json& body) { return job_asked(*library, body.dump()); }
  static std::string no(const std::string& body, unsigned status = 400) {
    const JobAsked asked = job_asked(*library, body);
    EXPECT_FALSE(asked.wanted.has_value()) << body.substr(0, 200);
    EXPECT_EQ(asked.status, status) << body.substr(0, 200);
    return asked.wanted ? "" : Json::parse(asked.fault)["error"].get<std::string>();
  }
  // The least that can be asked, with one thing more or other.
  static Json with(const std::string& key, const Json& value) {
    Json body{{"dossier", "dossiers/isles"}, {"study", "new"}, {"runs", 100}, {"seed", "7"}};
    body[key] = value;
    return body;
  }
  static inline std::unique_ptr<Temporary> t;
  static inline std::unique_ptr<Library> library;
};

TEST_F(JobAskedTest, TakesWhatIsMeant) {
  Json body = with("weeks", 30);
  body["off"] = {"learn"};
  body["set"] = {"side.A.will=0.5"};
  body["protocol"] = "offers";
  body["seed"] = "18446744073709551615";
  const JobAsked asked = ask(body);
  ASSERT_TRUE(asked.wanted.has_value()) << asked.fault;
  EXPECT_EQ(asked.wanted->study, "runs/new");
  EXPECT_EQ(asked.wanted->runs, 100);
  EXPECT_EQ(asked.wanted->model.weeks, 30);
  EXPECT_EQ(asked.wanted->plan.seed, UINT64_MAX);
  const StudyKey key = study_key(asked.wanted->model, asked.wanted->plan);
  EXPECT_EQ(key.off, "learn");
  EXPECT_EQ(key.protocol, "offers");
  EXPECT_EQ(set_words(key), std::vector<std::string>{"side.A.will=0.5"});
  EXPECT_FALSE(fs::exists(*t / "runs/new")) << "asking alone writes nothing";
}

TEST_F(JobAskedTest, RefusesWhatIsNoRequest) {
  const std::string unreadable = "the body is not JSON that can be read";
  const std::string object = "an object is wanted: {\"dossier\": ..., \"study\": ..., \"runs\": ..., \"seed\": ...}";
  for (const std::string& body :
       {std::string(""), std::string("{"), std::string("{\"a\":1}x"), std::string("{'a':1}"), std::string("\xff\xfe"),
        std::string("{\"dossier\":\"\xc3\x28\"}"), std::string("{\"runs\":1e999}"), std::string("\0", 1)})
    EXPECT_EQ(no(body), unreadable) << body;
  EXPECT_EQ(no(std::string(1'000'000, '[')), unreadable);
  EXPECT_EQ(no(std::string(300'000, '[') + std::string(300'000, ']')), unreadable);
  EXPECT_EQ(no("[\"" + std::string(300'000, ']') + "\"," + std::string(300'000, '[') + std::string(300'000, ']') + "]"),
            unreadable)
      << "brackets in a text do not count";
  for (const char* body : {"[]", "null", "7", "\"text\"", "true"}) EXPECT_EQ(no(body), object) << body;
  EXPECT_EQ(no("{}"), "dossier is missing");
  EXPECT_EQ(no(R"({"dossier":"dossiers/isles"})"), "study is missing");
  EXPECT_EQ(no(R"({"dossier":"dossiers/isles","study":"new"})"), "runs is missing");
  EXPECT_EQ(no(with("wieght", 1).dump()), "nothing is known of \"wieght\"");
  EXPECT_EQ(no(with(std::string(500, 'k'), 1).dump()), "nothing is known of \"" + std::string(60, 'k') + "\"");
}

TEST_F(JobAskedTest, RefusesWrongTypesAndNumbers) {
  const std::string runs = "runs is to be a whole number from 1 to 10000000";
  for (const Json& wrong : {Json(0), Json(-5), Json(1.5), Json("100"), Json(nullptr), Json(true), Json::array(),
                            Json::object(), Json(10'000'001), Json(UINT64_MAX), Json(INT64_MIN), Json(1e300)})
    EXPECT_EQ(no(with("runs", wrong).dump()), runs) << wrong;
  for (const Json& wrong : {Json(0), Json(521), Json("52"), Json(52.5)})
    EXPECT_EQ(no(with("weeks", wrong).dump()), "weeks is to be a whole number from 1 to 520") << wrong;
  for (const Json& wrong :
       {Json(7), Json(""), Json("-1"), Json("18446744073709551616"), Json("1.5"), Json("0x1"), Json(" 1")})
    EXPECT_EQ(no(with("seed", wrong).dump()), "seed is to be a whole number from 0 to 18446744073709551615, in quotes")
        << wrong;
  EXPECT_EQ(no(with("dossier", 1).dump()), "dossier is to be a text");
  EXPECT_EQ(no(with("study", Json::array()).dump()), "study is to be a text");
  for (const char* key : {"off", "set"})
    for (const Json& wrong : {Json("learn"), Json({1}), Json({{"a", 1}}), Json(std::vector<std::string>(2001, "x"))})
      EXPECT_EQ(no(with(key, wrong).dump()), std::string(key) + " is to be a list of words");
  EXPECT_EQ(no(with("off", {"lern"}).dump()), "there is no mechanism \"lern\"");
  EXPECT_EQ(no(with("protocol", "shouting").dump()), "there is no protocol \"shouting\"");
}

TEST_F(JobAskedTest, RefusesOtherPlaces) {
  const std::string no_dossier = "there is no such dossier in the served folder";
  for (const char* path : {"/etc", "../isles", "dossiers", "dossiers/isles/../../../etc", "", "runs/other"})
    EXPECT_EQ(no(with("dossier", path).dump(), *path ? 404 : 400), *path ? no_dossier : "dossier is missing") << path;
  for (const char* name : {"a/b", "..", "../new", "/tmp/new", ".new", "new study", "-\n"})
    EXPECT_EQ(no(with("study", name).dump()), "a study is named by letters, digits, \"-\", \"_\" and \".\", 64 at most")
        << name;
  EXPECT_EQ(no(with("study", "other").dump(), 409), "the folder of that name holds other things; give another name");
}

TEST_F(JobAskedTest, HandsOnWhatIsWrongWithTheNumbers) {
  const JobAsked asked = ask(with("set", {"side.A.wil=0.5", "side.B.will=9"}));
  ASSERT_FALSE(asked.wanted.has_value());
  const Json fault = Json::parse(asked.fault);
  EXPECT_EQ(fault["error"], "the dossier or the numbers set have problems");
  ASSERT_EQ(fault["problems"].size(), 2u);
  EXPECT_EQ(fault["problems"][0]["file"], "--set side.A.wil=0.5");
  EXPECT_NE(fault["problems"][0]["hint"], "");
  EXPECT_EQ(no(with("dossier", "bad").dump()), "the dossier or the numbers set have problems");
}

TEST_F(JobAskedTest, GoesOnOnlyWithTheSameStudy) {
  const JobAsked first = ask(with("study", "kept"));
  ASSERT_TRUE(first.wanted.has_value());
  { Manifest manifest(first.wanted->folder, study_key(first.wanted->model, first.wanted->plan)); }
  EXPECT_EQ(ask(with("study", "runs/kept")).wanted->study, "runs/kept");
  EXPECT_TRUE(ask(with("study", "kept")).wanted.has_value());
  Json other = with("study", "kept");
  other["seed"] = "8";
  EXPECT_NE(no(other.dump(), 409).find("; give another name"), std::string::npos);
}

}  // namespace
}  // namespace armistice
