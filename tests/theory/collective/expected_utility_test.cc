// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/expected_utility.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "armistice/theory/collective/expected_utility_table.h"
#include "tests/theory/collective/emission.h"

namespace armistice::collective {
namespace {

using testing::emission;
using Choices = ExpectedUtilityChoices;

std::vector<double> weights(const Field& field) {
  std::vector<double> w;
  for (std::size_t i = 0; i < field.actors.size(); ++i) w.push_back(weight(field, i, 0));
  return w;
}

// "Belgium compromise France" and so on for one round.
std::set<std::string> said(const Field& field, const ExpectedUtilityRound& round) {
  std::set<std::string> all;
  for (std::size_t i = 0; i < field.actors.size(); ++i) {
    const Concession& taken = round.taken[i];
    if (taken.other < 0) continue;
    const std::string why = taken.why == Why::conflict ? "loses to" : taken.why == Why::compromise ? "meets" : "joins";
    all.insert(field.actors[i] + " " + why + " " + field.actors[static_cast<std::size_t>(taken.other)]);
  }
  return all;
}

TEST(ExpectedUtility, EmissionTraceOfScholz) {
  const Field field = emission();
  const auto rounds = expected_utility_rounds(field, 0);
  const std::vector<double> medians = {8.4159, 9.6109, 9.9620, 9.9620, 9.9620, 7.4720, 8.8246, 9.6711, 9.6711, 7.0};
  const std::vector<double> means = {7.4613, 7.5525, 7.5901, 7.3581, 7.3492, 7.4149, 7.5105, 7.5724, 7.3250, 7.2421};
  ASSERT_EQ(rounds.size(), 10U);
  for (std::size_t r = 0; r < 10; ++r) {
    EXPECT_NEAR(median_of(rounds[r].position, weights(field)), medians[r], 5e-5);
    EXPECT_NEAR(mean_of(rounds[r].position, weights(field)), means[r], 5e-5);
  }
  EXPECT_EQ(said(field, rounds[0]), (std::set<std::string>{"Belgium meets France", "Luxembourg loses to Belgium",
                                                           "Ireland loses to Luxembourg"}));
  EXPECT_TRUE(said(field, rounds[3]).contains("Belgium meets Netherlands"));  // the odd rank of compromises
}

TEST(ExpectedUtility, EmissionFirstRoundOfScholz) {
  const auto rounds = expected_utility_rounds(emission(), 0);
  const ExpectedUtilityRound& first = rounds.at(0);
  EXPECT_NEAR(first.risk[0], 1.4056527842180304, 1e-12);
  EXPECT_NEAR(first.risk[8], 2, 1e-12);
  EXPECT_NEAR(first.odds[0 * 10 + 1], 0.0031477461259394705, 1e-14);
  EXPECT_NEAR(first.expected[6 * 10 + 0], -2.13742283501584, 1e-12);
  EXPECT_EQ(first.expected[6 * 10 + 6], 0);
  EXPECT_EQ(first.taken[1].other, 4);
  EXPECT_NEAR(first.taken[1].own, -0.11483050347300794, 1e-12);
  EXPECT_NEAR(first.taken[1].gain, 0.2432965945234421, 1e-12);
  EXPECT_NEAR(first.position[1], 8.415932315426764, 1e-12);
}

TEST(ExpectedUtility, EmissionRecordOfScholzInFull) {
  const std::filesystem::path file = ARMISTICE_ROOT "/../shared/cases/bdm/reference_emission_standards_EC1984.json";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "no record of the emission case beside the checkout";
  std::ifstream in(file);
  const auto record = nlohmann::json::parse(in);
  const Field field = emission();
  const auto rounds = expected_utility_rounds(field, 0);
  ASSERT_EQ(record["rounds"].size(), rounds.size());
  const auto close = [](double ours, const nlohmann::json& theirs) {
    if (theirs.is_null()) return;
    EXPECT_NEAR(ours, theirs.get<double>(), 1e-12);
  };
  for (std::size_t r = 0; r < rounds.size(); ++r) {
    const auto& theirs = record["rounds"][r];
    const ExpectedUtilityRound& ours = rounds[r];
    close(median_of(ours.position, weights(field)), theirs["median"]);
    close(mean_of(ours.position, weights(field)), theirs["mean"]);
    for (std::size_t i = 0; i < 10; ++i) {
      const std::string& name = field.actors[i];
      close(ours.risk[i], theirs["risk_exponent"][name]);
      close(ours.position[i], theirs["positions"][name]);
      const auto& offer = theirs["accepted"][name];
      ASSERT_EQ(offer.is_null(), ours.taken[i].other < 0) << name << " in round " << r + 1;
      if (!offer.is_null()) {
        EXPECT_EQ(offer["from"], field.actors[static_cast<std::size_t>(ours.taken[i].other)]);
        EXPECT_EQ(offer["type"], ours.taken[i].why == Why::conflict ? "confrontation" : "compromise");
        close(ours.taken[i].own, offer["eu_own"]), close(ours.taken[i].gain, offer["eu_other"]);
      }
      for (std::size_t j = 0; r == 0 && j < 10; ++j) {
        if (i == j) continue;
        close(ours.expected[i * 10 + j], theirs["EU_round1"][name][field.actors[j]]);
        close(ours.odds[i * 10 + j], theirs["P_round1"][name][field.actors[j]]);
      }
    }
  }
}

TEST(ExpectedUtility, ExponentsThatDmasadPrinted) {
  const auto rounds = expected_utility_rounds(emission(), 0, *expected_utility_preset("dmasad"));
  const std::vector<double> printed = {1.1272, 0.7809, 0.5, 1.1272, 1.0779, 1.0779, 2.0, 0.5248, 1.4717, 1.1405};
  for (std::size_t i = 0; i < 10; ++i) EXPECT_NEAR(rounds.at(0).risk[i], printed[i], 5e-5);
}

TEST(ExpectedUtility, MovesThatDersblogPrinted) {
  const Field field = emission();
  const auto rounds = expected_utility_rounds(field, 0, *expected_utility_preset("dersblog"));
  using Said = std::set<std::string>;
  const std::vector<Said> printed = {
      {"Belgium joins France", "Luxembourg meets France", "Ireland joins France"},
      {"Belgium joins Netherlands", "Luxembourg joins Netherlands", "Ireland meets Netherlands"},
      {"Belgium joins France", "Luxembourg joins France", "Ireland meets France"},
      {"Belgium joins Netherlands", "Luxembourg joins Netherlands", "Ireland joins Netherlands"}};
  ASSERT_EQ(rounds.size(), 10U);
  for (std::size_t r = 0; r < 10; ++r) {
    EXPECT_EQ(said(field, rounds[r]), printed[r < 4 ? r : 2 + r % 2]) << "round " << r + 1;
    EXPECT_EQ(majority_of(rounds[r].position, weights(field)), r % 2 ? 7 : 10);
  }
}

TEST(ExpectedUtility, PredictionTellsTheMoves) {
  const Prediction p = expected_utility(emission());
  ASSERT_EQ(p.positions.size(), 11U);
  EXPECT_EQ(p.positions[0], emission().position);
  EXPECT_FALSE(p.settled);
  EXPECT_EQ(p.forecast, std::vector<double>{7});
  ASSERT_FALSE(p.moves.empty());
  const Move& first = p.moves.front();
  EXPECT_EQ(first.turn, 1);
  EXPECT_EQ(first.actor, 1);
  EXPECT_EQ(first.other, 4);
  EXPECT_EQ(first.issue, 0);
  EXPECT_EQ(first.from, 7);
  EXPECT_NEAR(first.to, 8.415932315426764, 1e-12);
  EXPECT_EQ(first.why, Why::compromise);
  EXPECT_NEAR(first.gain, 0.2432965945234421, 1e-12);
}

TEST(ExpectedUtility, OutcomesAndStops) {
  Choices c;
  c.outcome = Choices::Outcome::mean;
  EXPECT_NEAR(expected_utility(emission(), c).forecast[0], 7.2421, 5e-5);
  c.outcome = Choices::Outcome::dominant;
  EXPECT_EQ(expected_utility(emission(), c).forecast[0], 10);
  c.outcome = Choices::Outcome::median, c.stop = Choices::Stop::median;
  const Prediction p = expected_utility(emission(), c);  // the median stays from round 3 to round 4
  EXPECT_EQ(p.positions.size(), 5U);
  EXPECT_TRUE(p.settled);
  EXPECT_NEAR(p.forecast[0], 9.9620, 5e-5);
  c.rounds = 0;
  EXPECT_EQ(expected_utility(emission(), c).forecast[0], 7);
}

// Every preset ends elsewhere on the emission case.
TEST(ExpectedUtility, PresetsDiffer) {
  std::set<double> ends;
  for (const ExpectedUtilityPreset& preset : expected_utility_presets()) {
    Choices c = preset.choices;
    c.outcome = Choices::Outcome::mean;
    ends.insert(expected_utility(emission(), c).forecast[0]);
  }
  EXPECT_EQ(ends.size(), 5U);
  EXPECT_EQ(expected_utility_preset("nobody"), nullptr);
}

TEST(ExpectedUtility, ListNamesEveryValue) {
  Choices c;
  std::set<std::string_view> names;
  const auto note = [&](std::string_view name, const auto&... rest) {
    EXPECT_TRUE(names.insert(name).second);
    static_assert(sizeof...(rest) >= 2);
  };
  Choices::list(c, note);
  EXPECT_EQ(names.size(), 18U);
}

}  // namespace
}  // namespace armistice::collective
