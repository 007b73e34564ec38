// SPDX-License-Identifier: Apache-2.0
#include "armistice/server/jobs.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "armistice/output/assemble.h"
#include "armistice/output/rundir.h"

namespace armistice {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t most_remembered = 50;  // jobs that are over
constexpr std::uint32_t shard = 10'000;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

}  // namespace

struct Jobs::Job {
  JobWanted wanted;
  std::atomic<bool> stop{false};
  Clock::time_point start = Clock::now();
  mutable std::mutex lock;
  JobView view;            // under the lock
  std::int64_t fresh = 0;  // runs done by this job, without those that were there
  std::thread thread;      // last: it uses all of the above

  JobView seen() const {
    const std::lock_guard hold(lock);
    JobView now = view;
    if (now.state == "running" && fresh > 0) {
      now.rate = static_cast<double>(fresh) / std::max(1e-3, seconds_since(start));
      now.seconds_left = static_cast<double>(std::max<std::int64_t>(0, now.runs - now.runs_done)) / now.rate;
    }
    return now;
  }

  void end(const std::string& state, const std::string& message) {
    const std::lock_guard hold(lock);
    if (fresh > 0) view.rate = static_cast<double>(fresh) / std::max(1e-3, seconds_since(start));
    view.state = state, view.message = message;
  }
};

Jobs::Jobs(Limits limits) : limits_(limits) {}

Jobs::~Jobs() {
  stop_all();
  wait_all();
}

std::optional<JobView> Jobs::start(JobWanted wanted, std::string& why, bool& busy) {
  const std::lock_guard hold(lock_);
  int running = 0;
  for (const auto& job : jobs_) {
    if (job->seen().state != "running") continue;
    ++running;
    if (job->wanted.folder == wanted.folder) why = "this study is being worked on";
  }
  busy = why.empty() && running >= limits_.at_once;
  if (busy) why = fmt::format("{} studies are at work, the most allowed at once: wait, or stop one", running);
  if (!why.empty()) return std::nullopt;
  while (jobs_.size() >= most_remembered) {
    const auto over =
        std::find_if(jobs_.begin(), jobs_.end(), [](const auto& job) { return job->seen().state != "running"; });
    if (over == jobs_.end()) break;
    (*over)->thread.join();
    jobs_.erase(over);
  }
  Job& job = *jobs_.emplace_back(std::make_unique<Job>());
  job.wanted = std::move(wanted);
  job.view.id = std::to_string(++last_), job.view.study = job.wanted.study, job.view.runs = job.wanted.runs;
  try {
    job.thread = std::thread([this, &job] { work(job); });
  } catch (...) {
    jobs_.pop_back();  // or it would count as running for ever
    throw;
  }
  return job.seen();
}

// A job is over only when its folder is free again: who hears of the end may go on with the study at once.
void Jobs::work(Job& job) {
  std::string state, message;
  try {
    state = forecast(job, message);
  } catch (const std::exception& error) {
    state = "failed", message = error.what();
  }
  job.wanted.model = {};  // the largest part of what is remembered
  job.end(state, message);
}

// What `armistice forecast --out` does, with the job's own ears. Returns its state at the end.
std::string Jobs::forecast(Job& job, std::string& message) {
  const JobWanted& wanted = job.wanted;
  std::atomic<bool> too_long{false};  // asked from all threads of the forecast
  const auto stop = [&] {
    if (Clock::now() - job.start > limits_.longest) too_long = true;
    return job.stop || too_long;
  };
  const StudyKey key = study_key(wanted.model, wanted.plan);
  Manifest manifest(wanted.folder, key);
  // Asked again under the folder's lock: another study may have taken the name since the request was read.
  if (const std::string why = mismatch(manifest.key(), key); !why.empty()) throw std::runtime_error(why);
  StudyHooks hooks;
  hooks.plan = [&](std::int64_t to_do) {
    const std::lock_guard hold(job.lock);
    job.view.runs_done = std::max<std::int64_t>(0, job.view.runs - to_do);
  };
  hooks.progress = [&](std::int64_t runs, std::int64_t) {
    const std::lock_guard hold(job.lock);
    job.view.runs_done += runs, job.fresh += runs;
  };
  hooks.stop = stop, hooks.stop_now = stop;
  const StudyDone done =
      run_study(wanted.folder, manifest, wanted.model, wanted.plan, {wanted.runs, shard, limits_.threads}, hooks);
  if (done.stopped) {
    const std::lock_guard hold(job.lock);
    job.view.runs_done = done.runs;
    if (too_long)
      message =
          fmt::format("stopped after {} minutes, the longest that a study may take here", limits_.longest.count());
    return "stopped";
  }
  assemble(wanted.folder, manifest, wanted.model, wanted.plan);
  const std::lock_guard hold(job.lock);
  job.view.runs = job.view.runs_done = done.wanted;
  return "done";
}

std::vector<JobView> Jobs::all() const {
  const std::lock_guard hold(lock_);
  std::vector<JobView> views;
  for (const auto& job : jobs_) views.push_back(job->seen());
  return views;
}

std::optional<JobView> Jobs::find(const std::string& id) const {
  for (JobView& view : all())
    if (view.id == id) return std::move(view);
  return std::nullopt;
}

void Jobs::stop_all() {
  const std::lock_guard hold(lock_);
  for (const auto& job : jobs_) job->stop = true;
}

void Jobs::wait_all() {
  for (const auto& job : jobs_)
    if (job->thread.joinable()) job->thread.join();
}

bool Jobs::stop(const std::string& id) {
  const std::lock_guard hold(lock_);
  for (const auto& job : jobs_)
    if (job->seen().id == id) return job->stop = true;
  return false;
}

}  // namespace armistice
