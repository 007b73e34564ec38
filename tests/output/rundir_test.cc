// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/rundir.h"

#include <gtest/gtest.h>

#include <fstream>
#include <stdexcept>

#include "armistice/base/file.h"
#include "armistice/model/override.h"
#include "armistice/output/assemble.h"
#include "armistice/output/open_study.h"
#include "armistice/output/summary.h"
#include "tests/output/temporary.h"
#include "tests/study/isles.h"

namespace armistice {
namespace {

namespace fs = std::filesystem;

StudyDone go_on(const fs::path& folder, const StudyAsk& ask, const StudyHooks& hooks = {}) {
  Manifest manifest(folder, study_key(isles(), {}));
  return run_study(folder, manifest, isles(), {}, ask, hooks);
}

// summary.json without its one line of time.
std::string summary_of(const fs::path& folder) {
  Manifest manifest(folder, std::nullopt);
  assemble(folder, manifest, isles(), {});
  return without_time(read_file(folder / "summary.json"));
}

TEST(Missing, CutsTheGapsIntoPieces) {
  EXPECT_EQ(missing({}, 250, 100), (std::vector<Range>{{0, 100}, {100, 100}, {200, 50}}));
  EXPECT_EQ(missing({{0, 100}, {200, 50}}, 300, 100), (std::vector<Range>{{100, 100}, {250, 50}}));
  EXPECT_EQ(missing({{0, 300}}, 300, 7), std::vector<Range>{});
  EXPECT_EQ(missing({{0, 300}}, 100, 7), std::vector<Range>{}) << "more than wanted is there";
  EXPECT_EQ(missing({}, std::int64_t{UINT32_MAX}, 4000000000u).size(), 2u);
}

TEST(Study, SameBytesForAnyShardsThreadsAndOrderOfWork) {
  Temporary t;
  go_on(t / "one", {260, 1000, 1});
  const std::string whole = summary_of(t / "one");
  go_on(t / "small", {260, 64, 3});
  EXPECT_EQ(summary_of(t / "small"), whole);
  go_on(t / "grown", {64, 64, 2});
  const StudyDone done = go_on(t / "grown", {260, 100, 8});
  EXPECT_EQ(done.reused, 64);
  EXPECT_EQ(done.ranges, (std::vector<Range>{{0, 64}, {64, 100}, {164, 96}}));
  EXPECT_EQ(summary_of(t / "grown"), whole);
}

TEST(Study, NeverShrinks) {
  Temporary t;
  go_on(t.path(), {90, 50, 1});
  const StudyDone done = go_on(t.path(), {10, 50, 1});
  EXPECT_EQ(done.runs, 90);
  EXPECT_EQ(done.wanted, 90);
}

TEST(Study, StopsBetweenShardsAndGoesOn) {
  Temporary t;
  int asked = 0;
  StudyHooks hooks;
  hooks.stop = [&] { return ++asked > 2; };
  const StudyDone first = go_on(t / "stopped", {200, 40, 1}, hooks);
  EXPECT_TRUE(first.stopped);
  EXPECT_EQ(first.runs, 80);
  EXPECT_EQ(go_on(t / "stopped", {200, 40, 1}).reused, 80);
  go_on(t / "whole", {200, 200, 1});
  EXPECT_EQ(summary_of(t / "stopped"), summary_of(t / "whole"));
}

TEST(Study, MendsBrokenAndMissingFiles) {
  Temporary t;
  go_on(t.path(), {120, 40, 1});
  const std::string before = summary_of(t.path());
  fs::remove(t / "shards/0000000000-40.shard");
  {
    std::fstream file(t / "shards/0000000080-40.shard", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(100);
    file.put('!');
  }
  const StudyDone done = go_on(t.path(), {120, 40, 1});
  EXPECT_EQ(done.mended, 80);
  EXPECT_EQ(done.reused, 40);
  EXPECT_EQ(summary_of(t.path()), before);
}

TEST(Study, ClearsWhatAKilledProcessLeftHalfWritten) {
  Temporary t;
  go_on(t.path(), {30, 10, 1});
  for (const char* name : {"shards/0000000030-10.shard.4711.tmp", "summary.json.12.tmp", "my.tmp", "my.notes.tmp"})
    std::ofstream(t / name) << "half";
  go_on(t.path(), {30, 10, 1});
  EXPECT_FALSE(fs::exists(t / "shards/0000000030-10.shard.4711.tmp"));
  EXPECT_FALSE(fs::exists(t / "summary.json.12.tmp"));
  EXPECT_TRUE(fs::exists(t / "my.tmp") && fs::exists(t / "my.notes.tmp")) << "what is not ours stays";
}

TEST(Study, ADamagedShardIsNeverAddedUp) {
  Temporary t;
  go_on(t.path(), {40, 40, 1});
  std::ofstream(t / "shards/0000000000-40.shard") << "not a shard";
  Manifest manifest(t.path(), std::nullopt);
  EXPECT_THROW(assemble(t.path(), manifest, isles(), {}), std::runtime_error);
}

TEST(Study, VerifiesByRecomputing) {
  Temporary t;
  go_on(t.path(), {120, 30, 1});
  Manifest manifest(t.path(), std::nullopt);
  const Recheck right = verify_study(t.path(), manifest, isles(), {}, 3, 1);
  EXPECT_EQ(right.shards, 3);
  EXPECT_TRUE(right.differ.empty());
  const Recheck wrong = verify_study(t.path(), manifest, isles(), {.seed = 9, .on = {}}, 2, 1);
  EXPECT_EQ(wrong.differ.size(), 2u) << "another seed gives other runs";
}

TEST(Study, OneProcessAtATime) {
  Temporary t;
  Manifest first(t.path(), study_key(isles(), {}));
  EXPECT_THROW(Manifest(t.path(), std::nullopt), std::runtime_error);
}

TEST(Manifest, RemembersTheKey) {
  Temporary t;
  Plan plan{
      .seed = 18446744073709551615u, .on = {}, .central = true, .search_every = 26, .protocol = TalkProtocol::offers};
  ASSERT_TRUE(turn_off(plan.on, "learn") && turn_off(plan.on, "talk"));
  ASSERT_FALSE(turn_off(plan.on, "lern"));
  const StudyKey key = study_key(isles(), plan);
  EXPECT_EQ(key.off, "learn,talk");
  { Manifest made(t.path(), key); }
  const auto kept = read_key(t.path());
  ASSERT_TRUE(kept);
  EXPECT_EQ(mismatch(*kept, key), "");
  EXPECT_EQ(kept->seed, plan.seed);
  EXPECT_EQ(off_list(plan_of(*kept).on), "learn,talk");
  EXPECT_EQ(plan_of(*kept).search_every, 26);
  EXPECT_EQ(plan_of(*kept).protocol, TalkProtocol::offers);
  EXPECT_FALSE(read_key(t / "nowhere"));
}

TEST(Manifest, RemembersTheNumbersSetByHand) {
  Temporary t;
  Dossier dossier = isles_dossier();
  Problems problems;
  set_numbers(dossier, {"side.B.will=0.3:0.4:0.6", "side.A.will=0.50"}, problems);
  const StudyKey key = study_key(compile(dossier), {}), plain = study_key(isles(), {});
  EXPECT_EQ(key.set, "side.A.will=0.5,side.B.will=0.3:0.4:0.6");
  EXPECT_EQ(plain.set, "");
  { Manifest made(t.path(), key); }
  const auto kept = read_key(t.path());
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->set, key.set);
  EXPECT_EQ(mismatch(*kept, study_key(model_of(*kept, isles_dossier()), {})), "") << "it is opened with its numbers";
  std::string why;
  const auto opened = open_study(t.path(), "", problems, why);
  ASSERT_TRUE(opened) << why;
  EXPECT_EQ(numbers_set(opened->model.dossier),
            (std::vector<std::string>{"side.A.will=0.5", "side.B.will=0.3:0.4:0.6"}));
  EXPECT_EQ(set_flags(key), "--set side.A.will=0.5 --set side.B.will=0.3:0.4:0.6");
  EXPECT_EQ(command_line(compile(dossier), key, 20),
            "armistice forecast isles -n 20 --seed 1 --set side.A.will=0.5 --set side.B.will=0.3:0.4:0.6");
  EXPECT_EQ(mismatch(key, plain),
            "the folder holds runs of another study (the study was made with --set side.A.will=0.5 --set "
            "side.B.will=0.3:0.4:0.6)");
  EXPECT_EQ(mismatch(plain, key), "the folder holds runs of another study (the study was made without --set)");
}

TEST(Manifest, SaysWhenTheNumbersSetByHandNoLongerFit) {
  StudyKey key = study_key(isles(), {});
  key.set = "side.A.wil=0.5";
  try {
    model_of(key, isles_dossier());
    FAIL() << "the dossier is the same, so the manifest is damaged";
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(),
                 "the study's numbers cannot be set: --set side.A.wil=0.5: the dossier has no number \"side.A.wil\"\n"
                 "  did you mean \"side.A.will\"?\n1 problem\n");
  }
  key.dossier_hash = "0";  // of a dossier that has changed: mismatch says so
  EXPECT_NE(mismatch(key, study_key(model_of(key, isles_dossier()), {})).find("dossier hash 0 there"),
            std::string::npos);
}

TEST(Manifest, MixesNothing) {
  const StudyKey key = study_key(isles(), {});
  EXPECT_EQ(mismatch(key, key), "");
  StudyKey other = key;
  other.seed = 2;
  EXPECT_EQ(mismatch(key, other), "the folder holds runs of another study (seed 1 there, 2 here)");
  other = key, other.dossier_hash = "0";
  EXPECT_NE(mismatch(key, other), "");
  other = key, other.off = "learn";
  EXPECT_NE(mismatch(key, other).find("none there, learn here"), std::string::npos);
  other = key, other.protocol = "attrition";
  EXPECT_EQ(mismatch(key, other), "the folder holds runs of another study (protocol text there, attrition here)");
  other = key, other.version = "9.9.9";
  EXPECT_NE(mismatch(key, other), "");
  other = key, other.dossier_path = "/elsewhere";
  EXPECT_EQ(mismatch(key, other), "") << "a folder may move";
}

}  // namespace
}  // namespace armistice
