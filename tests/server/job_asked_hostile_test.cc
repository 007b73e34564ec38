// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

#include "armistice/server/api_json.h"
#include "tests/output/temporary.h"

// What a request for a forecast may say, and the whole text of what is said against it.
namespace armistice {
namespace {

namespace fs = std::filesystem;

struct Served {
  Temporary room;
  Served() { fs::copy(ARMISTICE_ROOT "/dossiers/isles", room / "isles", fs::copy_options::recursive); }
  JobAsked ask(const std::string& body) const { return job_asked(Library(room.path()), body); }
};

// "400 why": the status and the fault without problems.
std::string said(const JobAsked& asked) {
  if (asked.wanted) return "taken";
  const std::string head = "{\"error\":\"", tail = "\",\"problems\":[]}\n";
  EXPECT_TRUE(asked.fault.starts_with(head) && asked.fault.ends_with(tail)) << asked.fault;
  return std::to_string(asked.status) + " " +
         asked.fault.substr(head.size(), asked.fault.size() - head.size() - tail.size());
}

std::string with(const std::string& more) {
  return R"({"dossier":"isles","study":"new","runs":10)" + (more.empty() ? "" : "," + more) + "}";
}

TEST(JobAskedHostile, WhatIsRightIsTaken) {
  const Served served;
  const JobAsked asked =
      served.ask(R"({"dossier":"isles","study":"new","runs":10,"seed":"18446744073709551615","weeks":20,)"
                 R"("off":["fight"],"set":["party.north.war_cost=0.2"],"protocol":"attrition"})");
  ASSERT_TRUE(asked.wanted) << asked.fault;
  EXPECT_EQ(asked.status, 201U);
  EXPECT_EQ(asked.wanted->study, "runs/new");
  EXPECT_EQ(asked.wanted->folder, fs::canonical(served.room.path()) / "runs/new");
  EXPECT_EQ(asked.wanted->runs, 10);
  EXPECT_EQ(asked.wanted->plan.seed, UINT64_MAX);
  EXPECT_EQ(asked.wanted->model.weeks, 20);
  EXPECT_EQ(study_key(asked.wanted->model, asked.wanted->plan).off, "fight");
  EXPECT_EQ(study_key(asked.wanted->model, asked.wanted->plan).set, "party.north.war_cost=0.2");
  EXPECT_EQ(study_key(asked.wanted->model, asked.wanted->plan).protocol, "attrition");
  EXPECT_FALSE(fs::exists(served.room / "runs"));  // asking makes nothing
}

TEST(JobAskedHostile, WhatIsNoJson) {
  const Served served;
  const std::string unread = "400 the body is not JSON that can be read";
  const std::string wrongs[] = {"",
                                "{",
                                "nonsense",
                                "{\"a\":}",
                                "{} {}",
                                "{\"a\":1,}",
                                "{'a':1}",
                                "NaN",
                                "\xff\xfe",
                                "\"\xc3\x28\"",
                                std::string("{\"a\":1}\0", 8),
                                "{\"a\":\"\\ud800\"}",
                                "{\"a\":01}",
                                "{\"a\":1e999}",
                                "// x\n{}"};
  for (const std::string& body : wrongs) EXPECT_EQ(said(served.ask(body)), unread) << body;
  const std::string object =
      R"(400 an object is wanted: {\"dossier\": ..., \"study\": ..., \"runs\": ..., \"seed\": ...})";
  for (const std::string body : {"[]", "1", "null", "\"a\"", "true"}) EXPECT_EQ(said(served.ask(body)), object) << body;
}

TEST(JobAskedHostile, DeepAndWideJsonIsRefusedQuickly) {
  const Served served;
  const auto start = std::chrono::steady_clock::now();
  const std::string deep(500'000, '[');
  EXPECT_EQ(said(served.ask(deep)), "400 the body is not JSON that can be read");
  EXPECT_EQ(said(served.ask("{\"a\":" + deep)), "400 the body is not JSON that can be read");
  // Closing brackets inside a text do not make room for more.
  EXPECT_EQ(said(served.ask("[\"" + std::string(400'000, ']') + "\"," + deep)),
            "400 the body is not JSON that can be read");
  EXPECT_EQ(said(served.ask("[\"\\\"" + std::string(400'000, ']') + "\"," + deep)),
            "400 the body is not JSON that can be read");
  EXPECT_EQ(said(served.ask(with("\"off\":[\"[[[[[[[[[[\"]"))), R"(400 there is no mechanism \"[[[[[[[[[[\")");
  std::string wide = "{";
  for (int i = 0; i < 100'000; ++i) wide += "\"" + std::to_string(i) + "\":0,";
  EXPECT_EQ(said(served.ask(wide + "\"x\":0}")), R"(400 nothing is known of \"0\")");
  std::string words = "\"off\":[\"x\"";
  for (int i = 0; i < 2000; ++i) words += ",\"x\"";
  EXPECT_EQ(said(served.ask(with(words + "]"))), "400 off is to be a list of words");
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

TEST(JobAskedHostile, WrongTypes) {
  const Served served;
  const std::string count = "400 runs is to be a whole number from 1 to 10000000";
  for (const std::string runs : {"0", "-1", "1.5", "1e3", "10000001", "99999999999999999999", "18446744073709551615",
                                 "-9223372036854775808", "\"10\"", "null", "[]", "true"})
    EXPECT_EQ(said(served.ask("{\"runs\":" + runs + "}")), count) << runs;
  for (const std::string weeks : {"0", "521", "\"52\"", "4294967297"})
    EXPECT_EQ(said(served.ask(with("\"weeks\":" + weeks))), "400 weeks is to be a whole number from 1 to 520") << weeks;
  for (const std::string seed : {"1", "\"\"", "\"-1\"", "\" 1\"", "\"1x\"", "\"18446744073709551616\"", "\"0x1\""})
    EXPECT_EQ(said(served.ask(with("\"seed\":" + seed))),
              "400 seed is to be a whole number from 0 to 18446744073709551615, in quotes")
        << seed;
  EXPECT_EQ(said(served.ask(R"({"dossier":1})")), "400 dossier is to be a text");
  EXPECT_EQ(said(served.ask(R"({"study":["x"]})")), "400 study is to be a text");
  EXPECT_EQ(said(served.ask(with(R"("protocol":null)"))), "400 protocol is to be a text");
  EXPECT_EQ(said(served.ask(with(R"("off":"fight")"))), "400 off is to be a list of words");
  EXPECT_EQ(said(served.ask(with(R"("set":[1])"))), "400 set is to be a list of words");
}

TEST(JobAskedHostile, WhatIsMissingOrUnknown) {
  const Served served;
  EXPECT_EQ(said(served.ask("{}")), "400 dossier is missing");
  EXPECT_EQ(said(served.ask(R"({"dossier":"isles"})")), "400 study is missing");
  EXPECT_EQ(said(served.ask(R"({"dossier":"isles","study":"a"})")), "400 runs is missing");
  EXPECT_EQ(said(served.ask(with("\"threads\":99"))), R"(400 nothing is known of \"threads\")");
  EXPECT_EQ(said(served.ask(with("\"" + std::string(1000, 'k') + "\":1"))),
            "400 nothing is known of \\\"" + std::string(60, 'k') + "\\\"");
  EXPECT_EQ(said(served.ask(with(R"("off":["gravity"])"))), R"(400 there is no mechanism \"gravity\")");
  EXPECT_EQ(said(served.ask(with(R"("protocol":"duel")"))), R"(400 there is no protocol \"duel\")");
  EXPECT_EQ(said(served.ask(with(R"("protocol":"<b>")"))), R"(400 there is no protocol \"\u003cb>\")");
  for (const std::string at : {"", "no", "..", "/etc", "isles/..", "isles\\u0000"})
    EXPECT_EQ(said(served.ask("{\"dossier\":\"" + at + R"(","study":"a","runs":1})")),
              at.empty() ? "400 dossier is missing" : "404 there is no such dossier in the served folder")
        << at;
  for (const std::string name : {"..", "a/b", "../a", "/a", "a b", ".a", "\\u0000", "isles/x", "\\u7fa4"})
    EXPECT_EQ(said(served.ask(R"({"dossier":"isles","runs":1,"study":")" + name + "\"}")),
              R"(400 a study is named by letters, digits, \"-\", \"_\" and \".\", 64 at most)")
        << name;
}

TEST(JobAskedHostile, NumbersSetAreChecked) {
  const Served served;
  const JobAsked unknown = served.ask(with(R"("set":["party.north.war_cst=0.2","party.north.war_cost=-5","x"])"));
  EXPECT_FALSE(unknown.wanted);
  EXPECT_EQ(unknown.status, 400U);
  EXPECT_EQ(unknown.fault,
            R"({"error":"the dossier or the numbers set have problems","problems":[)"
            R"({"file":"--set party.north.war_cst=0.2","line":0,"column":0,)"
            R"("message":"the dossier has no number \"party.north.war_cst\"",)"
            R"("hint":"did you mean \"party.north.war_cost\"?"},)"
            R"({"file":"--set party.north.war_cost=-5","line":0,"column":0,)"
            R"("message":"\"party.north.war_cost\" is a number from -1 to 2 (utility), not -5","hint":""},)"
            R"({"file":"--set x","line":0,"column":0,)"
            R"("message":"--set wants PATH=VALUE, PATH=LOW:HIGH or PATH=LOW:MODE:HIGH","hint":""}]})"
            "\n");
}

TEST(JobAskedHostile, ProblemsOfTheDossierComeWithTheirPlaces) {
  const Served served;
  const fs::path file = served.room / "isles/dossier.toml";
  std::ofstream(file, std::ios::app) << "\n[nonsense]\n";
  const JobAsked asked = served.ask(with(""));
  EXPECT_FALSE(asked.wanted);
  EXPECT_EQ(asked.status, 400U);
  EXPECT_EQ(asked.fault,
            R"({"error":"the dossier or the numbers set have problems","problems":[{"file":"dossier.toml","line":162,)"
            R"("column":2,"message":"unknown key \"nonsense\"","hint":""}]})"
            "\n");
}

TEST(JobAskedHostile, FoldersThatHoldOtherThings) {
  const Served served;
  fs::create_directories(served.room / "runs/new");
  EXPECT_EQ(said(served.ask(with(""))), "taken");  // empty
  std::ofstream(served.room / "runs/new/mine.txt") << "x";
  EXPECT_EQ(said(served.ask(with(""))), "409 the folder of that name holds other things; give another name");
  fs::remove(served.room / "runs/new/mine.txt");
  std::ofstream(served.room / "runs/new/.lock") << "";  // of a study that was ended before its first line
  EXPECT_EQ(said(served.ask(with(""))), "taken");
  fs::remove_all(served.room / "runs/new");
  std::ofstream(served.room / "runs/new") << "";
  EXPECT_EQ(said(served.ask(with(""))), "409 the folder of that name holds other things; give another name");
}

}  // namespace
}  // namespace armistice
