// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "armistice/dynamics/state.h"
#include "armistice/model/model.h"

namespace armistice {

// What one history needs to be run: the same plan and run number give the same bits.
struct Plan {
  std::uint64_t seed = 1;
  Switches on;
  bool central = false;   // every knob at its centre instead of drawn: only the course of events is random
  int search_every = 52;  // weeks between two searches for a zone of agreement; 0: never
  TalkProtocol protocol = TalkProtocol::text;
};

// The state of `lanes` runs side by side after a week (week 0: the beginning). A run that is over keeps its ending; its
// other fields go on without meaning.
struct WeekSeen {
  int week;
  std::uint32_t first;  // number of the run in lane 0
  int lanes;            // runs in use, at most lane_count<Lanes>
  const State<Lanes>& state;
};

// Runs histories `first` to `first + count - 1` and shows every week of each block of runs to `seen`, the last week
// included (a block whose runs are all over stops early: its last week stands for the rest). Not thread-safe on one
// Simulator; give each thread its own.
class Simulator {
 public:
  Simulator(const Model& model, const Plan& plan);
  ~Simulator();
  Simulator(const Simulator&) = delete;
  Simulator& operator=(const Simulator&) = delete;
  void run(std::uint32_t first, std::uint32_t count, const std::function<void(const WeekSeen&)>& seen);

 private:
  struct Room;
  std::unique_ptr<Room> room_;
};

// The same history in double precision, one run, by the reference path.
void run_reference(const Model& model, const Plan& plan, std::uint32_t run,
                   const std::function<void(int week, const State<double>&)>& seen);

// The knobs of run `run`, in the order of the dossier's knobs: what the run was given.
std::vector<double> draw_of(const Model& model, const Plan& plan, std::uint32_t run);

// A weekly series of the outputs: what it shows, its unit, and the range of its histogram (values outside are counted
// in the outer bins).
struct Series {
  std::string name, unit;
  double least, most;
  std::function<Lanes(const State<Lanes>&)> value;
};
std::vector<Series> series(const Model& model);

}  // namespace armistice
