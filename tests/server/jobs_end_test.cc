// SPDX-License-Identifier: Apache-2.0
// What a job leaves behind: a folder that is free, and never one with the runs of two studies.
#include <gtest/gtest.h>

#include <thread>

#include "armistice/output/rundir.h"
#include "armistice/server/jobs.h"
#include "tests/output/temporary.h"
#include "tests/study/isles.h"

namespace armistice {
namespace {

JobView ended(const Jobs& jobs, const JobView& job) {
  for (;;) {
    const JobView now = *jobs.find(job.id);
    if (now.state != "running") return now;
    std::this_thread::sleep_for(std::chrono::microseconds(50));
  }
}

JobView started(Jobs& jobs, const JobWanted& wanted) {
  std::string why;
  bool busy = false;
  const auto job = jobs.start(wanted, why, busy);
  EXPECT_TRUE(job) << why;
  return job.value_or(JobView{});
}

TEST(JobsEnd, WhoHearsOfTheEndMayGoOnAtOnce) {
  const Temporary folder;
  Jobs jobs({1, 1, std::chrono::minutes(5)});
  JobWanted wanted{folder / "study", "study", isles(), Plan{.seed = 1, .on = {}}, 0};
  for (int k = 1; k <= 8; ++k) {
    wanted.runs = 8 * k;
    const JobView end = ended(jobs, started(jobs, wanted));
    ASSERT_EQ(end.state, "done") << "time " << k << ": " << end.message;
    EXPECT_EQ(end.runs_done, 8 * k);
  }
}

TEST(JobsEnd, NoRunsAreAddedToAnotherStudy) {
  const Temporary folder;
  Jobs jobs({1, 1, std::chrono::minutes(5)});
  const auto of_seed = [&](std::uint64_t seed, std::int64_t runs) {
    return JobWanted{folder / "study", "study", isles(), Plan{.seed = seed, .on = {}}, runs};
  };
  ASSERT_EQ(ended(jobs, started(jobs, of_seed(1, 8))).state, "done");
  const JobView other = ended(jobs, started(jobs, of_seed(2, 16)));
  EXPECT_EQ(other.state, "failed");
  EXPECT_EQ(other.message, "the folder holds runs of another study (seed 1 there, 2 here)");
  std::int64_t runs = 0;
  for (const ShardLine& line : read_shards(folder / "study")) runs += line.range.count;
  EXPECT_EQ(runs, 8);
}

}  // namespace
}  // namespace armistice
