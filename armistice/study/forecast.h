// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "armistice/study/tally.h"

namespace armistice {

// Runs first, first + 1, ..., first + count - 1.
struct Range {
  std::uint32_t first = 0, count = 0;
  auto operator<=>(const Range&) const = default;
};

// What a range of runs yields: the same bits whatever the threads.
struct Sample {
  Tally tally;
  Outcomes outcomes;
  bool operator==(const Sample&) const = default;
};

// The caller's wishes. Both may be called from any thread, one call at a time for `progress`.
struct Hooks {
  std::function<void(std::int64_t runs, std::int64_t run_weeks)> progress;  // done since the last call
  std::function<bool()> stop;                                               // asked between blocks of runs
};

// Runs histories on `threads` threads (0: as many as the machine has). Simulators are kept between calls. Not
// thread-safe on one Forecaster. Model and plan outlive it.
class Forecaster {
 public:
  Forecaster(const Model& model, const Plan& plan, int threads);
  ~Forecaster();
  Forecaster(const Forecaster&) = delete;
  Forecaster& operator=(const Forecaster&) = delete;

  // Nothing when `stop` said so.
  std::optional<Sample> run(Range range, const Hooks& hooks = {});

 private:
  struct Room;
  std::unique_ptr<Room> room_;
};

}  // namespace armistice
