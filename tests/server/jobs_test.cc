// SPDX-License-Identifier: Apache-2.0
#include "armistice/server/jobs.h"

#include <gtest/gtest.h>

#include "armistice/output/rundir.h"
#include "tests/output/temporary.h"
#include "tests/study/isles.h"

namespace armistice {
namespace {

namespace fs = std::filesystem;

class JobsTest : public ::testing::Test {
 protected:
  JobWanted wanted(const std::string& name, std::int64_t runs) const {
    return {t / name, "runs/" + name, isles(), Plan{.seed = 3, .on = {}}, runs};
  }
  std::optional<JobView> start(Jobs& jobs, const std::string& name, std::int64_t runs) {
    why.clear();
    return jobs.start(wanted(name, runs), why, busy);
  }
  // The job when `enough` holds of it, or after ten seconds.
  template <class Enough>
  static JobView wait(const Jobs& jobs, const std::string& id, Enough enough) {
    for (int i = 0; i < 10'000 && !enough(*jobs.find(id)); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return *jobs.find(id);
  }
  static bool over(const JobView& job) { return job.state != "running"; }
  Temporary t;
  std::string why;
  bool busy = false;
};

TEST_F(JobsTest, MakeAStudyWhole) {
  Jobs jobs({.at_once = 1, .threads = 2});
  const auto job = start(jobs, "one", 300);
  ASSERT_TRUE(job.has_value()) << why;
  EXPECT_EQ(job->study, "runs/one");
  EXPECT_EQ(job->state, "running");
  const JobView done = wait(jobs, job->id, over);
  EXPECT_EQ(done.state, "done") << done.message;
  EXPECT_EQ(done.runs_done, 300);
  EXPECT_GT(done.rate, 0);
  EXPECT_FALSE(done.seconds_left.has_value());
  EXPECT_TRUE(fs::exists(t / "one/summary.json"));
  EXPECT_EQ(jobs.find("77"), std::nullopt);
  EXPECT_FALSE(jobs.stop("77"));
}

TEST_F(JobsTest, StopAndGoOn) {
  Jobs jobs({.at_once = 1, .threads = 2});
  const auto job = start(jobs, "long", 1'000'000);
  ASSERT_TRUE(job.has_value()) << why;
  const JobView seen = wait(jobs, job->id, [](const JobView& now) { return now.runs_done > 10'000; });
  EXPECT_GT(seen.rate, 0);
  ASSERT_TRUE(seen.seconds_left.has_value());
  EXPECT_GT(*seen.seconds_left, 0);
  EXPECT_TRUE(jobs.stop(job->id));
  const JobView stopped = wait(jobs, job->id, over);
  EXPECT_EQ(stopped.state, "stopped");
  std::int64_t kept = 0;
  for (const ShardLine& line : read_shards(t / "long")) kept += line.range.count;
  EXPECT_EQ(stopped.runs_done, kept) << "what is shown is what is kept";
  EXPECT_GE(kept, 10'000);
  EXPECT_FALSE(fs::exists(t / "long/summary.json"));
  const auto again = start(jobs, "long", kept);
  ASSERT_TRUE(again.has_value()) << why;
  EXPECT_EQ(wait(jobs, again->id, over).state, "done");
  EXPECT_TRUE(fs::exists(t / "long/summary.json"));
  EXPECT_EQ(jobs.all().size(), 2u);
}

TEST_F(JobsTest, SoManyAtOnceAndOneInAFolder) {
  Jobs jobs({.at_once = 2, .threads = 1});
  const auto first = start(jobs, "a", 1'000'000);
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(start(jobs, "a", 1'000'000), std::nullopt);
  EXPECT_EQ(why, "this study is being worked on");
  EXPECT_FALSE(busy);
  const auto second = start(jobs, "b", 1'000'000);
  ASSERT_TRUE(second.has_value());
  EXPECT_EQ(start(jobs, "a", 1'000'000), std::nullopt);
  EXPECT_FALSE(busy) << "the better reason of two";
  EXPECT_EQ(start(jobs, "c", 10), std::nullopt);
  EXPECT_EQ(why, "2 studies are at work, the most allowed at once: wait, or stop one");
  EXPECT_TRUE(busy);
  jobs.stop_all();
  EXPECT_EQ(wait(jobs, first->id, over).state, "stopped");
  EXPECT_EQ(wait(jobs, second->id, over).state, "stopped");
  EXPECT_TRUE(start(jobs, "c", 10).has_value()) << why;
}

TEST_F(JobsTest, SayWhatWentWrong) {
  Jobs jobs({.at_once = 2, .threads = 1});
  std::FILE* file = std::fopen((t / "file").c_str(), "w");
  std::fclose(file);
  const auto job = start(jobs, "file", 10);
  ASSERT_TRUE(job.has_value());
  const JobView failed = wait(jobs, job->id, over);
  EXPECT_EQ(failed.state, "failed");
  EXPECT_NE(failed.message, "");

  const Manifest elsewhere(t / "held", study_key(isles(), Plan{.seed = 3, .on = {}}));
  const auto held = start(jobs, "held", 10);
  ASSERT_TRUE(held.has_value());
  EXPECT_EQ(wait(jobs, held->id, over).state, "failed") << "another program works on it";
}

TEST_F(JobsTest, EndWithinTheirTime) {
  Jobs jobs({.at_once = 1, .threads = 2, .longest = std::chrono::minutes(0)});
  const auto job = start(jobs, "late", 1'000'000);
  const JobView stopped = wait(jobs, job->id, over);
  EXPECT_EQ(stopped.state, "stopped");
  EXPECT_EQ(stopped.message, "stopped after 0 minutes, the longest that a study may take here");
}

TEST_F(JobsTest, StopWhenTheServerGoes) {
  const auto start_time = std::chrono::steady_clock::now();
  {
    Jobs jobs({.at_once = 1, .threads = 2});
    ASSERT_TRUE(start(jobs, "long", 10'000'000).has_value());
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start_time, std::chrono::seconds(20));
}

}  // namespace
}  // namespace armistice
