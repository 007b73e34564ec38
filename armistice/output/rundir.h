// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <functional>

#include "armistice/output/manifest.h"

// A study folder:
//   manifest.sqlite            what the study is, and its shards with their checksums
//   shards/FIRST-COUNT.shard   runs FIRST to FIRST + COUNT - 1
// A shard is computed, written beside its place, synced, renamed, and only then entered into the manifest. So a study
// that was killed goes on where it was, and one of 10,000 runs is extended to 100,000 without redoing any.
namespace armistice {

struct StudyAsk {
  std::int64_t runs = 10000;
  std::uint32_t shard = 10000;  // runs in a file, at most
  int threads = 0;
};

struct StudyHooks {
  std::function<void(std::int64_t runs_to_do)> plan;                        // before the first run
  std::function<void(std::int64_t runs, std::int64_t run_weeks)> progress;  // done since the last call
  std::function<bool()> stop;      // asked between shards: what is done is kept
  std::function<bool()> stop_now;  // asked between blocks of runs: the shard in work is dropped
};

struct StudyDone {
  bool stopped = false;
  std::int64_t runs = 0;      // in the study now, from run 0 on without a gap
  std::int64_t wanted = 0;    // what was to be there: the runs asked for, or more when the folder held more already
  std::int64_t reused = 0;    // runs that were there and right
  std::int64_t mended = 0;    // runs whose file was broken or missing, and that were computed again
  std::vector<Range> ranges;  // the stored ranges, in order
};

// The ranges of `wanted` runs that `kept` (disjoint, in order) leaves out, each cut into pieces of at most `piece`.
// Kept 0-99 and 200-249 of 300, pieces of 100: 100-199, 250-299.
std::vector<Range> missing(const std::vector<Range>& kept, std::int64_t wanted, std::uint32_t piece);

// Makes the folder hold at least `ask.runs` runs. The manifest's key fits the model and the plan (see mismatch): the
// caller has checked. Throws std::runtime_error when the world fails; what is in the manifest stays right.
StudyDone run_study(const std::filesystem::path& folder, Manifest& manifest, const Model& model, const Plan& plan,
                    const StudyAsk& ask, const StudyHooks& hooks = {});

// Reads the shard of a line. Throws std::runtime_error when it is missing, damaged or not the one that was entered.
Sample read_shard(const std::filesystem::path& folder, const ShardLine& line);

// Recomputes `pieces` shards, spread over the study, and says which are not what is stored.
struct Recheck {
  int shards = 0;
  std::vector<Range> differ;
};
Recheck verify_study(const std::filesystem::path& folder, const Manifest& manifest, const Model& model,
                     const Plan& plan, int pieces, int threads, const StudyHooks& hooks = {});

}  // namespace armistice
