// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/forecast.h"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <mutex>

#include "armistice/base/happens_before.h"

namespace armistice {
namespace {

// Runs that a thread takes at once: small, so that threads end together; whole groups of lanes.
constexpr std::uint32_t block = 4 * static_cast<std::uint32_t>(lane_count<Lanes>);

}  // namespace

struct Forecaster::Room {
  struct Worker {
    Worker(const Model& model, const Plan& plan, const TallyShape& shape)
        : simulator(model, plan), tally(empty_tally(shape)) {}
    Simulator simulator;
    Tally tally;
    std::int64_t weeks_told = 0;
  };

  const Model& model;
  Plan plan;
  std::vector<Series> all_series;
  TallyShape shape;
  std::optional<tbb::global_control> allowed;  // as many threads as asked for, also more than the machine has
  tbb::task_arena arena;
  tbb::enumerable_thread_specific<std::unique_ptr<Worker>> workers;

  Room(const Model& m, const Plan& p, int threads)
      : model(m),
        plan(p),
        all_series(series(m)),
        shape(shape_of(m)),
        arena(threads > 0 ? threads : tbb::task_arena::automatic) {
    if (threads > 0) allowed.emplace(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
  }
};

Forecaster::Forecaster(const Model& model, const Plan& plan, int threads)
    : room_(std::make_unique<Room>(model, plan, threads)) {}
Forecaster::~Forecaster() = default;

std::optional<Sample> Forecaster::run(Range range, const Hooks& hooks) {
  Room& room = *room_;
  Sample sample{empty_tally(room.shape), empty_outcomes(range.count, room.model.issues)};
  std::atomic<bool> stopped = false;
  std::mutex telling;
  char begins = 0, ends = 0;

  const auto work = [&](Room::Worker& worker, std::uint32_t from) {
    const std::uint32_t count = std::min(block, range.count - from);
    Recorder recorder(room.model, room.all_series, worker.tally, sample.outcomes, range.first);
    worker.simulator.run(range.first + from, count, [&](const WeekSeen& seen) { recorder.see(seen); });
    if (!hooks.progress) return;
    const std::lock_guard lock(telling);
    hooks.progress(count, worker.tally.run_weeks - worker.weeks_told);
    worker.weeks_told = worker.tally.run_weeks;
  };

  const std::uint32_t blocks = (range.count + block - 1) / block;
  happens_before(&begins);
  room.arena.execute([&] {
    tbb::parallel_for(
        tbb::blocked_range<std::uint32_t>(0, blocks, 1),
        [&](const tbb::blocked_range<std::uint32_t>& some) {
          happens_after(&begins);
          auto& worker = room.workers.local();
          if (!worker) worker = std::make_unique<Room::Worker>(room.model, room.plan, room.shape);
          for (std::uint32_t b = some.begin(); b != some.end() && !stopped; ++b) {
            if (hooks.stop && hooks.stop()) stopped = true;
            if (!stopped) work(*worker, b * block);
          }
          happens_before(&ends);
        },
        tbb::simple_partitioner());
  });
  happens_after(&ends);

  for (auto& worker : room.workers) {
    if (!stopped) add(sample.tally, worker->tally);
    worker->tally = empty_tally(room.shape);
    worker->weeks_told = 0;
  }
  if (stopped) return std::nullopt;
  return sample;
}

}  // namespace armistice
