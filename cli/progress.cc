// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <string>

namespace armistice {
namespace {

std::atomic<int> signals = 0;
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may touch nothing that locks");

extern "C" void count_signal(int which) {
  if (++signals >= 2) std::signal(which, SIG_DFL);  // the third one kills
}

std::string clock_time(double seconds) {
  const auto s = static_cast<std::int64_t>(seconds + 0.5);
  return s >= 3600 ? fmt::format("{}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60)
                   : fmt::format("{}:{:02}", s / 60, s % 60);
}

std::string bar(double share) {
  constexpr int width = 24;
  const int full = static_cast<int>(share * width);
  return std::string(static_cast<std::size_t>(full), '#') + std::string(static_cast<std::size_t>(width - full), '.');
}

}  // namespace

Progress::Progress(std::int64_t runs, bool quiet) : runs_(runs), quiet_(quiet), terminal_(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  if (terminal_ && shown_) fmt::print(stderr, "\n");
}

void Progress::add(std::int64_t runs, std::int64_t run_weeks) {
  done_ += runs;
  weeks_ += run_weeks;
  if (quiet_) return;
  const double since = std::chrono::duration<double>(Clock::now() - last_).count();
  if (since >= (terminal_ ? 0.2 : 10.0) || (terminal_ && done_ == runs_)) show();
}

void Progress::show() {
  last_ = Clock::now();
  shown_ = true;
  const double seconds = std::max(1e-9, std::chrono::duration<double>(last_ - start_).count());
  const double rate = static_cast<double>(done_) / seconds,
               left = static_cast<double>(runs_ - done_) / std::max(rate, 1e-9);
  const double share = static_cast<double>(done_) / static_cast<double>(std::max<std::int64_t>(1, runs_));
  const std::string line = fmt::format("{} / {} runs, {:.0f} runs/s, {:.2f} M run-weeks/s, {} left", done_, runs_, rate,
                                       static_cast<double>(weeks_) / seconds / 1e6, clock_time(left));
  if (terminal_)
    fmt::print(stderr, "\r[{}] {}\033[K", bar(share), line);
  else
    fmt::print(stderr, "{}\n", line);
  std::fflush(stderr);
}

Interrupt::Interrupt() {
  signals = 0;
  for (int which : {SIGINT, SIGTERM}) std::signal(which, count_signal);
}
Interrupt::~Interrupt() {
  for (int which : {SIGINT, SIGTERM}) std::signal(which, SIG_DFL);
}
bool Interrupt::asked() { return signals >= 1; }
bool Interrupt::asked_twice() { return signals >= 2; }

}  // namespace armistice
