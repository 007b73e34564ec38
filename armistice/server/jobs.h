// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "armistice/dynamics/simulate.h"
#include "armistice/model/model.h"
#include "armistice/output/manifest.h"

// Forecasts at work for the server: each on a thread of its own, watched and stopped by number.
namespace armistice {

struct JobView {
  std::string id, study;          // path inside the served folder
  std::string state = "running";  // running, done, stopped, failed
  std::int64_t runs_done = 0, runs = 0;
  double rate = 0;                     // runs a second
  std::optional<double> seconds_left;  // while it runs and has a rate
  std::string message;                 // why it failed, or was stopped
};

struct JobWanted {
  std::filesystem::path folder;  // of the study
  std::string study;             // its path inside the served folder
  Model model;
  Plan plan;
  std::int64_t runs = 0;
};

class Jobs {
 public:
  struct Limits {
    int at_once = 2;
    int threads = 0;                    // for each
    std::chrono::minutes longest{120};  // then a study is stopped; what is done is kept
  };
  explicit Jobs(Limits limits);
  ~Jobs();  // stops all and waits
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  // Starts a forecast; nothing, with the reason in `why`, when as many run as may (`busy`), or one works in that
  // folder.
  std::optional<JobView> start(JobWanted wanted, std::string& why, bool& busy);

  std::vector<JobView> all() const;
  std::optional<JobView> find(const std::string& id) const;
  // Asks a job to stop after the block in work. False when there is none of that number.
  bool stop(const std::string& id);
  void stop_all();
  // Until all are over; nobody may start one meanwhile.
  void wait_all();

 private:
  struct Job;
  void work(Job& job);
  std::string forecast(Job& job, std::string& message);

  Limits limits_;
  mutable std::mutex lock_;  // of the list; each job has its own for what it shows
  std::vector<std::unique_ptr<Job>> jobs_;
  int last_ = 0;
};

}  // namespace armistice
