// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <csignal>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

#include "tests/cli/program.h"
#include "tests/output/temporary.h"
#include "tests/server/wire.h"

// `armistice serve` as a process of its own, on a free port.
namespace armistice::testing {

inline std::string text_of(const std::filesystem::path& path) {
  std::ostringstream all;
  all << std::ifstream(path).rdbuf();
  return all.str();
}

// The program at work. stop() says how it ended; without it, it is killed at the end of the test.
class Serving {
 public:
  Serving(const std::filesystem::path& folder, const std::vector<std::string>& more, const std::filesystem::path& out)
      : out_(out) {
    child_ = fork();
    if (child_ == 0) {
      dup2(open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644), STDOUT_FILENO);
      dup2(open((out.string() + ".err").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644), STDERR_FILENO);
      const std::string root = folder.string();
      std::vector<char*> words{const_cast<char*>("armistice"), const_cast<char*>("serve"),
                               const_cast<char*>(root.c_str()), const_cast<char*>("--json")};
      for (const std::string& word : more) words.push_back(const_cast<char*>(word.c_str()));
      words.push_back(nullptr);
      execv(ARMISTICE_PROGRAM, words.data());
      _exit(127);
    }
    for (int i = 0; i < 10'000 && !text_of(out).ends_with('\n'); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    told = nlohmann::json::parse(text_of(out), nullptr, false);
    if (!told.is_object()) {
      stop(SIGKILL);
      throw std::runtime_error("not started: " + err());
    }
    port = told["port"], token = told["token"];
  }
  ~Serving() {
    if (child_ > 0) kill(child_, SIGKILL), waitpid(child_, nullptr, 0);
  }
  Serving(const Serving&) = delete;
  Serving& operator=(const Serving&) = delete;

  int stop(int signal = SIGINT) {
    kill(child_, signal);
    int status = 0;
    waitpid(std::exchange(child_, -1), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }
  std::string err() const { return text_of(out_.string() + ".err"); }
  std::string host() const { return "127.0.0.1:" + std::to_string(port); }

  // A request with the token, and with more lines of a head, each with its line end.
  std::string request(const std::string& line, const std::string& more = "") const {
    return line + " HTTP/1.1\r\nHost: " + host() + "\r\nAuthorization: Bearer " + token + "\r\n" + more + "\r\n";
  }
  Told send(const std::string& text, bool body = true) const {
    Wire wire(port);
    wire.send(text);
    return wire.read(body);
  }
  Told get(const std::string& path) const { return send(request("GET " + path)); }
  Told post(const std::string& body) const {
    return send(request("POST /api/jobs",
                        "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n") +
                body);
  }

  nlohmann::json told;
  int port = 0;
  std::string token;

 private:
  std::filesystem::path out_;
  pid_t child_ = -1;
};

// One server for all tests, on a folder with a dossier and a study; after each it has to answer as before.
class Served : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    t = std::make_unique<Temporary>();
    std::filesystem::create_directories(*t / "served/dossiers");
    std::filesystem::copy(ARMISTICE_ROOT "/dossiers/isles", *t / "served/dossiers/isles",
                          std::filesystem::copy_options::recursive);
    const std::string root = (*t / "served").string();
    ASSERT_EQ(run("forecast " + root + "/dossiers/isles -n 200 --quiet --out " + root + "/runs/one").exit, 0);
    std::filesystem::create_directories(*t / "outside");
    for (const char* file : {"manifest.sqlite", "summary.json", "dossier.toml"})
      std::ofstream(*t / "outside" / file) << "a secret";
    std::filesystem::create_directory_symlink(*t / "outside", *t / "served/link");
    serving.emplace(*t / "served", std::vector<std::string>{"--port", "0", "--arrival", "1", "--jobs", "1"},
                    *t / "out");
  }
  static void TearDownTestSuite() {
    EXPECT_EQ(serving->stop(), 130);
    EXPECT_NE(serving->err().find("Stopping: studies at work keep what is done."), std::string::npos);
    serving.reset(), t.reset();
  }
  void TearDown() override {
    const Told told = serving->get("/api/studies/runs/one/summary.json");
    EXPECT_EQ(told.status, 200) << "it still answers";
    EXPECT_EQ(told.body, text_of(*t / "served/runs/one/summary.json"));
  }
  static std::string wanted(const std::string& study, int runs) {
    return nlohmann::json{{"dossier", "dossiers/isles"}, {"study", study}, {"runs", runs}, {"seed", "1"}}.dump();
  }
  // The job's last event, with all of them in `events`.
  static nlohmann::json last_event(const std::string& events) {
    const std::size_t at = events.rfind("data: ");
    return at == std::string::npos ? nlohmann::json() : nlohmann::json::parse(events.substr(at + 6), nullptr, false);
  }
  static inline std::unique_ptr<Temporary> t;
  static inline std::optional<Serving> serving;
};

}  // namespace armistice::testing
