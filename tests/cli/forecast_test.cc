// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>

#include <chrono>
#include <fstream>
#include <sstream>
#include <thread>

#include "tests/output/temporary.h"

// The program as its users start it: `armistice forecast` and `armistice replay`.
namespace armistice {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;
const std::string isles_folder = ARMISTICE_ROOT "/dossiers/isles";

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream all;
  all << file.rdbuf();
  return all.str();
}

// Starts the program; `largest_file` limits the bytes of a file that it can write, as a full disk would.
pid_t start(const Words& words, const fs::path& out, const fs::path& err, rlim_t largest_file = RLIM_INFINITY) {
  const pid_t child = fork();
  if (child != 0) return child;
  dup2(open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644), STDOUT_FILENO);
  dup2(open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644), STDERR_FILENO);
  if (largest_file != RLIM_INFINITY) {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{largest_file, largest_file};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  std::vector<char*> arguments{const_cast<char*>("armistice")};
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  execv(ARMISTICE_PROGRAM, arguments.data());
  _exit(127);
}

int end_of(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

struct Ran {
  int code;
  std::string out, err;
};
Ran run(const Words& words, rlim_t largest_file = RLIM_INFINITY) {
  Temporary t;
  const int code = end_of(start(words, t / "out", t / "err", largest_file));
  return {code, bytes_of(t / "out"), bytes_of(t / "err")};
}

Words forecast(const fs::path& out, const Words& more) {
  Words words{"forecast", isles_folder, "--quiet", "--out", out.string()};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

std::string summary_of(const fs::path& folder) { return without_time(bytes_of(folder / "summary.json")); }

std::size_t shards_in(const fs::path& folder) {
  std::error_code none;
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(folder / "shards", none))
    count += entry.path().extension() == ".shard";
  return count;
}

void wait_for_shards(const fs::path& folder, std::size_t count) {
  for (int i = 0; i < 20000 && shards_in(folder) < count; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

TEST(ForecastCommand, PrintsTheTablesWithTheirProvenance) {
  const Ran ran = run({"forecast", isles_folder, "-n", "64", "--seed", "7", "--quiet"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.err, "");
  for (const char* part : {"Outside view", "settlement in force", "Confidence: ", "is not therefore a good one",
                           "handling: ", "armistice forecast isles -n 64 --seed 7"})
    EXPECT_NE(ran.out.find(part), std::string::npos) << part;
  EXPECT_EQ(run({"forecast", isles_folder, "-n", "64", "--seed", "7", "--quiet", "--threads", "3"}).out, ran.out);
  const Ran chinese = run({"forecast", isles_folder, "-n", "64", "--quiet", "--lang", "zh"});
  EXPECT_NE(chinese.out.find("外部视角"), std::string::npos);
}

TEST(ForecastCommand, RefusesWrongWordsWithHelp) {
  const Ran off = run({"forecast", isles_folder, "--off", "lern"});
  EXPECT_EQ(off.code, 2);
  EXPECT_NE(off.err.find("did you mean \"learn\"?"), std::string::npos) << off.err;
  for (const char* runs : {"0", "-5", "1e9", "010", "10x", "5000000000", "99999999999999999999", ""}) {
    const Ran ran = run({"forecast", isles_folder, "-n", runs});
    EXPECT_EQ(ran.code, 2) << runs;
    EXPECT_NE(ran.err.find("--runs"), std::string::npos) << ran.err;
  }
  for (const char* seed : {"-1", "18446744073709551616", "1.5", "0x10", "one"})
    EXPECT_EQ(run({"forecast", isles_folder, "-n", "10", "--seed", seed}).code, 2) << seed;
  EXPECT_EQ(run({"forecast", isles_folder, "-n", "10", "--quiet", "--seed", "18446744073709551615"}).code, 0);
  EXPECT_EQ(run({"forecast", isles_folder, "-n", "10", "--shard", "0"}).code, 2);
  EXPECT_EQ(run({"forecast", isles_folder, "-n", "10", "--protocol", "shouting"}).code, 2);
  EXPECT_EQ(run({"forecast", isles_folder, "-n", "10", "--out", ""}).code, 2) << "a shell variable that is not set";
  EXPECT_NE(run({"forecast", "--help"}).out.find("Example:"), std::string::npos);
}

TEST(ForecastCommand, WritesNothingForADossierWithProblems) {
  Temporary t;
  fs::copy(isles_folder, t / "broken", fs::copy_options::recursive);
  std::ofstream(t / "broken/dossier.toml", std::ios::app) << "\n[nonsense]\nx = 1\n";
  const Ran ran = run({"forecast", (t / "broken").string(), "--out", (t / "run").string()});
  EXPECT_EQ(ran.code, 1);
  EXPECT_FALSE(fs::exists(t / "run"));
}

TEST(ForecastCommand, GoesOnAfterAKill) {
  Temporary t;
  const Words study = forecast(t / "killed", {"-n", "8000", "--shard", "100"});
  const pid_t child = start(study, t / "out", t / "err");
  wait_for_shards(t / "killed", 5);
  kill(child, SIGKILL);
  ASSERT_EQ(end_of(child), -SIGKILL) << "it should still have been at work";
  EXPECT_FALSE(fs::exists(t / "killed/summary.json"));
  ASSERT_EQ(run(study).code, 0);
  ASSERT_EQ(run(forecast(t / "whole", {"-n", "8000", "--threads", "1"})).code, 0);
  EXPECT_EQ(summary_of(t / "killed"), summary_of(t / "whole"));
}

TEST(ForecastCommand, EndsCleanlyOnCtrlC) {
  Temporary t;
  const pid_t child = start(forecast(t / "run", {"-n", "1000000", "--shard", "200"}), t / "out", t / "err");
  wait_for_shards(t / "run", 2);
  kill(child, SIGINT);
  EXPECT_EQ(end_of(child), 130);
  const std::size_t kept = shards_in(t / "run");
  EXPECT_GE(kept, 2u);
  for (const auto& entry : fs::directory_iterator(t / "run/shards")) EXPECT_EQ(entry.path().extension(), ".shard");
}

TEST(ForecastCommand, ExtendsAStudyWithoutRedoingIt) {
  Temporary t;
  ASSERT_EQ(run(forecast(t / "run", {"-n", "100", "--shard", "50"})).code, 0);
  const auto before = fs::last_write_time(t / "run/shards/0000000000-50.shard");
  ASSERT_EQ(run(forecast(t / "run", {"-n", "300", "--shard", "1000"})).code, 0);
  EXPECT_EQ(fs::last_write_time(t / "run/shards/0000000000-50.shard"), before);
  ASSERT_EQ(run(forecast(t / "new", {"-n", "300"})).code, 0);
  EXPECT_EQ(summary_of(t / "run"), summary_of(t / "new"));
  const Ran verified = run({"forecast", isles_folder, "-n", "300", "--out", (t / "run").string(), "--verify"});
  EXPECT_EQ(verified.code, 0);
  EXPECT_NE(verified.err.find("Recomputed 3 shards: the same bits."), std::string::npos) << verified.err;
}

TEST(ForecastCommand, MixesNoStudies) {
  Temporary t;
  ASSERT_EQ(run(forecast(t / "run", {"-n", "20"})).code, 0);
  const std::string before = bytes_of(t / "run/summary.json");
  const Ran seed = run(forecast(t / "run", {"-n", "40", "--seed", "2"}));
  EXPECT_EQ(seed.code, 2);
  EXPECT_NE(seed.err.find("seed 1 there, 2 here"), std::string::npos) << seed.err;
  EXPECT_EQ(run(forecast(t / "run", {"-n", "40", "--off", "learn"})).code, 2);
  const Ran protocol = run(forecast(t / "run", {"-n", "40", "--protocol", "offers"}));
  EXPECT_EQ(protocol.code, 2);
  EXPECT_NE(protocol.err.find("protocol text there, offers here"), std::string::npos) << protocol.err;
  EXPECT_EQ(bytes_of(t / "run/summary.json"), before);
  fs::create_directory(t / "other");
  std::ofstream(t / "other/letter.txt") << "mine";
  EXPECT_EQ(run(forecast(t / "other", {"-n", "20"})).code, 2) << "a folder of other things is left alone";
}

TEST(ForecastCommand, AFullDiskLeavesEarlierResultsWhole) {
  Temporary t;
  ASSERT_EQ(run(forecast(t / "run", {"-n", "200"})).code, 0);
  const std::string before = bytes_of(t / "run/summary.json");
  const Ran full = run(forecast(t / "run", {"-n", "6000"}), 20000);
  EXPECT_EQ(full.code, 3) << full.err;
  EXPECT_NE(full.err, "");
  EXPECT_EQ(bytes_of(t / "run/summary.json"), before);
  EXPECT_EQ(shards_in(t / "run"), 1u);
  for (const auto& entry : fs::recursive_directory_iterator(t / "run")) {
    EXPECT_NE(entry.path().extension(), ".part") << entry.path();
    EXPECT_NE(entry.path().extension(), ".tmp") << entry.path();
  }
  EXPECT_EQ(run(forecast(t / "run", {"-n", "6000"})).code, 0) << "with room again it goes on";
}

// The shards still fit, the table of draws no longer does: HDF5 must not have the last word.
TEST(ForecastCommand, ADiskThatFillsUnderTheTablesEndsWithThree) {
  Temporary t;
  ASSERT_EQ(run(forecast(t / "run", {"-n", "200"})).code, 0);
  const std::string summary = bytes_of(t / "run/summary.json"), draws = bytes_of(t / "run/draws.nc");
  ASSERT_GT(draws.size(), 200000u);
  const Ran full = run(forecast(t / "run", {"-n", "1200"}), 200000);
  EXPECT_EQ(full.code, 3) << full.err;
  EXPECT_NE(full.err.find("draws.nc"), std::string::npos) << full.err;
  EXPECT_EQ(bytes_of(t / "run/summary.json"), summary);
  EXPECT_EQ(bytes_of(t / "run/draws.nc"), draws);
  const Ran again = run({"forecast", isles_folder, "--out", (t / "run").string(), "-n", "1200"});
  EXPECT_EQ(again.code, 0);
  EXPECT_NE(again.err.find("1200 runs were there already."), std::string::npos) << again.err;
}

TEST(ForecastCommand, TheWorldFailsWithThree) {
  EXPECT_EQ(run(forecast("/dev/null/run", {"-n", "10"})).code, 3);
  EXPECT_EQ(run({"fit", "front", "/dev/null/area.csv"}).code, 3);
  EXPECT_EQ(run({"check", isles_folder, "--sources", "/dev/null/texts"}).code, 3);
  Temporary t;
  EXPECT_EQ(end_of(start({"forecast", isles_folder, "-n", "10", "--quiet"}, "/dev/full", t / "err")), 3);
}

TEST(ReplayCommand, TellsTheSameStoryFromTheStudyAndFromTheDossier) {
  Temporary t;
  ASSERT_EQ(run(forecast(t / "run", {"-n", "20", "--seed", "5"})).code, 0);
  const Ran study = run({"replay", (t / "run").string(), "7"}),
            dossier = run({"replay", isles_folder, "7", "--seed", "5"});
  EXPECT_EQ(study.code, 0);
  EXPECT_NE(study.out.find("week   0"), std::string::npos);
  EXPECT_EQ(study.out, dossier.out);
}

TEST(ReplayCommand, NamesTheStudyWhereTheDossierAloneWouldTellAnotherStory) {
  Temporary t;
  const std::string folder = (t / "run").string();
  ASSERT_EQ(run(forecast(folder, {"-n", "20", "--off", "learn"})).code, 0);
  const Ran study = run({"replay", folder, "7"});
  EXPECT_NE(study.out.find("armistice replay " + folder + " 7\n"), std::string::npos) << study.out;
  const std::string offers = (t / "offers").string();
  const Ran forecasted = run(forecast(offers, {"-n", "20", "--protocol", "offers"}));
  ASSERT_EQ(forecasted.code, 0);
  EXPECT_NE(forecasted.out.find("--protocol offers"), std::string::npos) << "the command gives the numbers again";
  const Ran other = run({"replay", offers, "7"});
  EXPECT_NE(other.out.find("armistice replay " + offers + " 7\n"), std::string::npos) << other.out;
}

TEST(ForecastCommand, SetsNumbersForOneStudy) {
  Temporary t;
  const std::string folder = (t / "run").string();
  const Ran first = run(forecast(folder, {"-n", "20", "--set", "side.B.will=0.20", "--set", "side.A.will=.3:.5:.7"}));
  ASSERT_EQ(first.code, 0) << first.err;
  const std::string summary = summary_of(folder);
  EXPECT_NE(summary.find("\"set\": [\n  \"side.A.will=0.3:0.5:0.7\",\n  \"side.B.will=0.2\"\n ]"), std::string::npos);
  const std::string command =
      "armistice forecast isles -n 20 --seed 1 --set side.A.will=0.3:0.5:0.7 --set side.B.will=0.2";
  EXPECT_NE(summary.find("\"command\": \"" + command + "\""), std::string::npos);
  const Ran again = run({"forecast", isles_folder, "--quiet", "-n", "20", "--seed", "1", "--set",
                         "side.A.will=0.3:0.5:0.7", "--set", "side.B.will=0.2"});
  EXPECT_EQ(again.out, first.out) << "the command gives the numbers again";
  ASSERT_EQ(run(forecast(t / "plain", {"-n", "20"})).code, 0);
  EXPECT_NE(summary_of(t / "plain").find("\"set\": []"), std::string::npos);
  EXPECT_NE(summary_of(t / "plain"), summary);
}

TEST(ForecastCommand, KeepsAStudyToItsNumbers) {
  Temporary t;
  const std::string folder = (t / "run").string(), other = "the folder holds runs of another study";
  ASSERT_EQ(run(forecast(folder, {"-n", "20", "--set", "side.A.will=0.5"})).code, 0);
  const Ran less = run(forecast(folder, {"-n", "20"}));
  EXPECT_EQ(less.code, 2);
  const std::string why = "armistice forecast: " + folder + ": " + other +
                          " (the study was made with --set side.A.will=0.5); give another --out\n";
  EXPECT_EQ(less.err, why);
  EXPECT_EQ(run(forecast(folder, {"-n", "20", "--set", "side.A.will=0.6"})).err, why);
  EXPECT_EQ(run(forecast(folder, {"-n", "40", "--set", "side.A.will=0.50"})).code, 0);
  ASSERT_EQ(run(forecast(t / "plain", {"-n", "20"})).code, 0);
  EXPECT_EQ(run(forecast(t / "plain", {"-n", "20", "--set", "side.A.will=0.5"})).err,
            "armistice forecast: " + (t / "plain").string() + ": " + other +
                " (the study was made without --set); give another --out\n");
}

TEST(ForecastCommand, SaysWhatIsWrongWithANumber) {
  Temporary t;
  const Ran wrong = run(forecast(t / "run", {"-n", "20", "--set", "side.A.wil=0.5", "--set", "side.B.will=0.6:0.2"}));
  EXPECT_EQ(wrong.code, 2);
  EXPECT_EQ(wrong.out, "");
  EXPECT_EQ(wrong.err,
            "--set side.A.wil=0.5: the dossier has no number \"side.A.wil\"\n  did you mean \"side.A.will\"?\n"
            "--set side.B.will=0.6:0.2: a range asks for low <= high\n2 problems\n");
  EXPECT_FALSE(fs::exists(t / "run"));
  for (const char* command : {"show", "deals"}) {
    const Ran other = run({command, isles_folder, "--set", "side.A.will=2"});
    EXPECT_EQ(other.code, 2) << command;
    EXPECT_EQ(other.err, "--set side.A.will=2: \"side.A.will\" is a number from 0.01 to 1 (share), not 2\n1 problem\n");
  }
}

TEST(ShowCommand, TakesNumbersOfItsOwn) {
  const Ran plain = run({"show", isles_folder, "--central"});
  const Ran set = run({"show", isles_folder, "--central", "--set", "party.north.war_cost=0.9"});
  EXPECT_EQ(set.code, 0) << set.err;
  EXPECT_NE(set.out.substr(0, set.out.find("armistice show")), plain.out.substr(0, plain.out.find("armistice show")));
}

TEST(ReplayCommand, TellsAStudyWithItsNumbers) {
  Temporary t;
  const std::string folder = (t / "run").string();
  ASSERT_EQ(run(forecast(folder, {"-n", "20", "--set", "side.B.will=0.2"})).code, 0);
  const Ran study = run({"replay", folder, "7", "--csv"});
  const auto told = [](const std::string& out) { return out.substr(out.find("\nweek")); };
  EXPECT_EQ(study.code, 0) << study.err;
  EXPECT_NE(study.out.find("armistice replay " + folder + " 7"), std::string::npos) << study.out;
  EXPECT_EQ(told(study.out), told(run({"replay", isles_folder, "7", "--csv", "--set", "side.B.will=0.2"}).out));
  EXPECT_NE(told(study.out), told(run({"replay", isles_folder, "7", "--csv"}).out));
  const Ran other = run({"replay", folder, "7", "--set", "side.B.will=0.2"});
  EXPECT_EQ(other.code, 2);
  EXPECT_EQ(other.err, "armistice replay: " + folder + " is a study, and keeps its numbers: --set is for a dossier\n");
}

TEST(ReplayCommand, TellsOnlyRunsOfTheStudy) {
  Temporary t;
  ASSERT_EQ(run(forecast(t / "run", {"-n", "20", "--shard", "15"})).code, 0);
  EXPECT_EQ(run({"replay", (t / "run").string(), "19"}).code, 0);
  const Ran beyond = run({"replay", (t / "run").string(), "20"});
  EXPECT_EQ(beyond.code, 2);
  EXPECT_NE(beyond.err.find("holds no run 20: it has 20 runs"), std::string::npos) << beyond.err;
  EXPECT_EQ(run({"replay", isles_folder, "20"}).code, 0) << "a dossier has every run";
}

TEST(ReplayCommand, RefusesAChangedDossier) {
  Temporary t;
  fs::copy(isles_folder, t / "isles", fs::copy_options::recursive);
  ASSERT_EQ(run({"forecast", (t / "isles").string(), "-n", "10", "--quiet", "--out", (t / "run").string()}).code, 0);
  std::ofstream(t / "isles/dossier.toml", std::ios::app) << "\n# a remark\n";
  const Ran ran = run({"replay", (t / "run").string(), "0"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.err.find("dossier hash"), std::string::npos) << ran.err;
}

}  // namespace
}  // namespace armistice
