// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/stack_models.h"

#include "armistice/theory/collective/simple.h"

namespace armistice {
namespace {

// Groups of one issue with three actors, settled at the plain median.
Cases medians(int groups) {
  Cases cases;
  for (int g = 0; g < groups; ++g) {
    CaseGroup group{"g" + std::to_string(g), {}, {20.0 + 7 * (g % 5)}};
    group.field.actors = {"a", "b", "c"};
    group.field.issues = {"x"};
    group.field.low = {0}, group.field.high = {100};
    group.field.capability = {1, 1, 20};
    group.field.position = {0, group.outcome[0], 100};
    group.field.salience = {0.5, 0.5, 1};
    cases.groups.push_back(group);
  }
  return cases;
}

Scores scored(const Cases& cases) {
  ScoreQuestion question;
  for (const char* name : {"compromise", "median", "ensemble"}) question.models.push_back(collective::find_model(name));
  question.bootstraps = 0;
  return score(cases, question);
}

TEST(StackModels, NothingAddedIsTheEnsembleLeftOut) {
  const Cases cases = medians(12);
  const Scores scores = scored(cases);
  const auto trials = stack_models(cases, scores);
  ASSERT_EQ(trials.size(), 4u);
  EXPECT_EQ(trials[0].model, "");
  EXPECT_EQ(trials[0].share, 0);
  EXPECT_NEAR(trials[0].crps, scores.models.back().crps.value, 1e-9);
  EXPECT_NEAR(trials[0].mean_error, scores.models.back().mean_error.value, 1e-9);
  EXPECT_EQ(trials[3].model, "all");
}

TEST(StackModels, AModelThatIsRightTakesTheMost) {
  const auto trials = stack_models(medians(12), scored(medians(12)));
  EXPECT_EQ(trials[2].model, "median");
  EXPECT_GT(trials[2].share, 0.5);
  EXPECT_LT(trials[2].crps, trials[0].crps / 2);
  EXPECT_LT(trials[2].mean_error, 5);
  for (const StackTrial& trial : trials) EXPECT_GE(trial.share, 0);
}

TEST(StackModels, OfOneGroupThereIsNothingToTell) { EXPECT_TRUE(stack_models(medians(1), scored(medians(1))).empty()); }

}  // namespace
}  // namespace armistice
