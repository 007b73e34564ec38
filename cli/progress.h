// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <cstdint>

namespace armistice {

// How far long work is, on standard error: one line that is rewritten on a terminal (runs, rate, time left), otherwise
// a line of a log every ten seconds. Silent when quiet. Not thread-safe: the caller holds one call at a time.
class Progress {
 public:
  Progress(std::int64_t runs, bool quiet);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void add(std::int64_t runs, std::int64_t run_weeks);

 private:
  using Clock = std::chrono::steady_clock;
  void show();
  std::int64_t runs_, done_ = 0, weeks_ = 0;
  bool quiet_, terminal_, shown_ = false;
  Clock::time_point start_ = Clock::now(), last_ = start_;
};

// The wish to stop, by Ctrl-C (SIGINT) or SIGTERM: the first asks to end after the shard in work, the second at once,
// and a third kills the process as usual. In force while it lives.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  static bool asked();
  static bool asked_twice();
};

}  // namespace armistice
