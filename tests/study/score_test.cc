// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/score.h"

#include <filesystem>
#include <limits>
#include <memory>
#include <nlohmann/json.hpp>

namespace armistice {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// Groups of two issues and three actors at 0, 30 and 100; the outcomes are those given, two a group.
Cases small(const std::vector<double>& outcomes) {
  Cases cases;
  for (std::size_t k = 0; k < outcomes.size(); k += 2) {
    CaseGroup group{std::string("g") + std::to_string(k), {}, {outcomes[k], outcomes[k + 1]}};
    group.field.actors = {"a", "b", "c"};
    group.field.issues = {"x", "y"};
    group.field.low = {0, 0}, group.field.high = {100, 100};
    group.field.capability = {1, 1, 1, 1, 2, 2};
    group.field.position = {0, 0, 30, 30, 100, 100};
    group.field.salience = {1, 1, 1, 1, 1, 0.5};
    group.field.reference = {nan, 0};
    cases.groups.push_back(group);
  }
  return cases;
}

ScoreQuestion asking(const std::vector<const char*>& names) {
  ScoreQuestion question;
  for (const char* name : names) question.models.push_back(collective::find_model(name));
  question.bootstraps = 200;
  return question;
}

// The weighted mean is 57.5 on x and 43 1/3 on y, the weighted median 65 and 30.
TEST(Score, FiguresByHand) {
  const Scores scores = score(small({57.5, 30, 37.5, nan}), asking({"compromise", "weighted-median"}));
  EXPECT_EQ(scores.issues.size(), 4u);
  EXPECT_EQ(scores.scored, 3u);
  ASSERT_EQ(scores.models.size(), 3u);
  const ModelScore& mean = scores.models[0];
  EXPECT_EQ(mean.answered, 3u);
  EXPECT_TRUE(mean.point);
  EXPECT_NEAR(mean.mean_error.value, (0 + 40.0 / 3 + 20) / 3, 1e-12);
  EXPECT_NEAR(mean.median_error.value, 40.0 / 3, 1e-12);
  EXPECT_NEAR(mean.near.value, 1.0 / 3, 1e-12);
  EXPECT_NEAR(mean.nearest.value, 1.0, 1e-12) << "30 is nearest to all forecasts and outcomes";
  EXPECT_EQ(mean.crps.value, mean.mean_error.value);
  EXPECT_EQ(mean.skill.value, 0);
  EXPECT_EQ(mean.difference.value, 0);
  EXPECT_EQ(mean.difference.low, 0);
  const ModelScore& median = scores.models[1];
  EXPECT_NEAR(median.mean_error.value, (7.5 + 0 + 27.5) / 3, 1e-12);
  EXPECT_NEAR(median.difference.value, (7.5 - 40.0 / 3 + 7.5) / 3, 1e-12);
  EXPECT_NEAR(median.skill.value, 1 - 35 / (100.0 / 3), 1e-12);
  EXPECT_EQ(median.nearest.value, 1.0) << "65 is as near to 30 as to 100";
  EXPECT_EQ(median.forecasts[0].error, 7.5);
  EXPECT_TRUE(std::isnan(median.forecasts[3].error));
  EXPECT_EQ(median.forecasts[3].forecast, 30);
}

TEST(Score, ScalesOfAnyLengthCountAlike) {
  Cases cases = small({40, 10, 80, 20});
  const Scores before = score(cases, asking({"compromise", "mode", "ensemble"}));
  for (CaseGroup& group : cases.groups) {
    for (double& x : group.field.position) x = 5 * x - 1000;
    for (double& x : group.outcome) x = 5 * x - 1000;
    group.field.low = {-1000, -1000}, group.field.high = {-500, -500};
  }
  const Scores after = score(cases, asking({"compromise", "mode", "ensemble"}));
  for (std::size_t m = 0; m < before.models.size(); ++m) {
    EXPECT_NEAR(after.models[m].mean_error.value, before.models[m].mean_error.value, 1e-9);
    EXPECT_NEAR(after.models[m].crps.value, before.models[m].crps.value, 1e-9);
    EXPECT_NEAR(after.models[m].crps.high, before.models[m].crps.high, 1e-9);
  }
  EXPECT_FALSE(before.models[1].point);
}

TEST(Score, TheSameWhateverTheThreads) {
  const Cases cases = small({40, 10, 80, 20, 0, 100, 30, 50, 55, 5, 70, 70});
  ScoreQuestion question = asking({"compromise", "median", "spatial", "expected-utility", "ensemble"});
  question.threads = 1;
  const Scores one = score(cases, question);
  question.threads = 4;
  const Scores four = score(cases, question);
  for (std::size_t m = 0; m < one.models.size(); ++m)
    for (const auto member : {&ModelScore::mean_error, &ModelScore::median_error, &ModelScore::near,
                              &ModelScore::nearest, &ModelScore::crps, &ModelScore::difference}) {
      EXPECT_EQ((one.models[m].*member).value, (four.models[m].*member).value);
      EXPECT_EQ((one.models[m].*member).low, (four.models[m].*member).low);
      EXPECT_EQ((one.models[m].*member).high, (four.models[m].*member).high);
    }
  question.seed = 2;
  EXPECT_NE(score(cases, question).models[0].mean_error.low, one.models[0].mean_error.low);
}

// Groups are drawn whole: where all cases of a group share one error, the bootstrap of the mean is that of group means.
TEST(Score, IntervalsAreThoseOfGroups) {
  ModelScore model;
  std::vector<CaseForecast> yardstick;
  std::vector<std::size_t> group_of;
  for (std::size_t g = 0; g < 100; ++g)
    for (int k = 0; k < 5; ++k) {
      CaseForecast one{0, g % 2 == 0 ? 10.0 : 30.0, 0};
      model.forecasts.push_back(one);
      one.error = 20;
      yardstick.push_back(one);
      group_of.push_back(g);
    }
  ScoreQuestion question;
  question.bootstraps = 20000;
  estimate(model, yardstick, group_of, 100, question);
  EXPECT_EQ(model.mean_error.value, 20);
  EXPECT_NEAR(model.mean_error.low, 20 - 1.96, 0.15) << "the mean of 100 coins of 10 has a deviation of 1";
  EXPECT_NEAR(model.mean_error.high, 20 + 1.96, 0.15);
  EXPECT_NEAR(model.difference.low, -1.96, 0.15);
  EXPECT_EQ(model.median_error.value, 20);
  EXPECT_EQ(model.median_error.low, 10);
  EXPECT_EQ(model.median_error.high, 30);
}

TEST(Score, WhatIsNotAnsweredIsCountedWithItsReason) {
  Cases cases = small({40, 10});
  cases.groups[0].field.position.assign(6, nan);
  const Scores scores = score(cases, asking({"compromise", "ensemble"}));
  ASSERT_EQ(scores.models.size(), 2u) << "one group cannot be left out";
  EXPECT_EQ(scores.models[0].answered, 0u);
  EXPECT_TRUE(std::isnan(scores.models[0].mean_error.value));
  EXPECT_EQ(scores.models[0].refusals, (std::vector<std::pair<std::string, int>>{{"no answer", 2}}));
  EXPECT_TRUE(score({}, asking({"compromise"})).issues.empty());
}

// The group left out must not be seen: its outcomes do not move its own forecasts.
TEST(Score, TheStackedEnsembleDoesNotSeeTheGroupItForecasts) {
  Cases cases = small({40, 10, 80, 20, 0, 100, 30, 50, 55, 5, 70, 70});
  const auto forecasts = [&] { return score(cases, asking({"compromise"})).models.back().forecasts; };
  const auto before = forecasts();
  cases.groups[2].outcome = {90, 15};
  const auto after = forecasts();
  EXPECT_EQ(before[4].forecast, after[4].forecast);
  EXPECT_EQ(before[5].forecast, after[5].forecast);
}

struct Known {
  const char* model;
  double mean_error, median_error, near, nearest, crps;
};

// Figures of the twin (tests/twins/score.py), typed in; and the twin itself, on the decisions of the European Union.
TEST(Score, AgreesWithTheTwin) {
  const std::filesystem::path folder = ARMISTICE_ROOT "/../shared/cases/deu";
  if (!std::filesystem::exists(folder / "issues.csv")) GTEST_SKIP() << "no DEU extract beside the checkout";
  Problems problems;
  const auto cases = read_cases(folder, "gdp_weight_blksv", problems);
  ASSERT_TRUE(cases) << show(problems);
  ScoreQuestion question = asking({"compromise", "mean", "weighted-median", "median", "mode", "ensemble"});
  const Scores scores = score(*cases, question);
  const Known known[] = {{"compromise", 25.105808840364595, 19.265456608054453, 58, 95, 25.105808840364595},
                         {"mean", 26.343891832965873, 20, 46, 99, 26.343891832965873},
                         {"weighted-median", 31.31791907514451, 23, 68, 86, 31.31791907514451},
                         {"median", 29.765895953757227, 20, 69, 91, 29.765895953757227},
                         {"mode", 34.82658959537572, 25, 59, 74, 19.730308877114407},
                         {"ensemble", 23.277456647398843, 20, 69, 100, 16.157329473369284}};
  for (std::size_t m = 0; m < 6; ++m) {
    const ModelScore& got = scores.models[m];
    EXPECT_EQ(got.name, known[m].model);
    EXPECT_EQ(got.answered, 173u);
    EXPECT_NEAR(got.mean_error.value, known[m].mean_error, 1e-9);
    EXPECT_NEAR(got.median_error.value, known[m].median_error, 1e-9);
    EXPECT_NEAR(got.near.value * 173, known[m].near, 1e-9);
    EXPECT_NEAR(got.nearest.value * 173, known[m].nearest, 1e-9);
    EXPECT_NEAR(got.crps.value, known[m].crps, 1e-9);
  }
  const ModelScore& left_out = scores.models.back();
  EXPECT_NEAR(left_out.mean_error.value, 23.3526, 1e-4);
  EXPECT_NEAR(left_out.crps.value, 16.2796, 1e-4);
  for (const char* column : {"gdp_weight_blksv", ""}) {
    const auto again = read_cases(folder, *column ? column : "equal", problems);
    const Scores mine = score(*again, question);
    std::string text;
    const std::string command =
        "/usr/bin/python3 '" ARMISTICE_ROOT "/tests/twins/score.py' '" + folder.string() + "' " + column;
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::vector<char> some(1 << 16);
    for (std::size_t n = 0; pipe && (n = fread(some.data(), 1, some.size(), pipe.get())) > 0;)
      text.append(some.data(), n);
    const auto twin = nlohmann::json::parse(text);
    for (std::size_t m = 0; m < 6; ++m) {
      const auto& of = twin[mine.models[m].name];
      EXPECT_NEAR(mine.models[m].mean_error.value, of["mean_error"], 1e-9) << column << mine.models[m].name;
      EXPECT_NEAR(mine.models[m].median_error.value, of["median_error"], 1e-9) << column << mine.models[m].name;
      EXPECT_NEAR(mine.models[m].near.value, of["near"], 1e-9) << column << mine.models[m].name;
      EXPECT_NEAR(mine.models[m].nearest.value, of["nearest"], 1e-9) << column << mine.models[m].name;
      EXPECT_NEAR(mine.models[m].crps.value, of["crps"], 1e-9) << column << mine.models[m].name;
    }
  }
}

}  // namespace
}  // namespace armistice
