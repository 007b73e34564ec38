// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/procedural.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace armistice::collective {
namespace {

Field three(double setter, double a, double b, double reference) {
  Field field;
  field.actors = {"setter", "a", "b"}, field.issues = {"one"};
  field.low = {0}, field.high = {100};
  field.position = {setter, a, b};
  field.capability = field.salience = {1, 1, 1};
  field.reference = {reference};
  field.procedure.setter = 0;
  return field;
}

TEST(Procedural, RomerAndRosenthal) {
  Field field = three(80, 40, 10, 20);
  field.procedure.votes = {0, 1, 0};
  EXPECT_EQ(procedural(field).forecast[0], 60);  // the voter is as far from 60 as from 20
  field.reference[0] = 35;
  EXPECT_EQ(procedural(field).forecast[0], 45);
  field.reference[0] = 90;  // the voter takes anything down to -10; the setter has its way
  EXPECT_EQ(procedural(field).forecast[0], 80);
  field.reference[0] = 50;  // between voter and setter: nothing better for both
  EXPECT_EQ(procedural(field).forecast[0], 50);
}

TEST(Procedural, CostsOfTheReferencePoint) {
  Field field = three(80, 40, 10, 50);
  field.procedure.votes = {0, 1, 0};
  EXPECT_EQ(procedural(field, {0.1}).forecast[0], 60);
  EXPECT_EQ(procedural(field, {1}).forecast[0], 80);
}

TEST(Procedural, VetoesAndQuorums) {
  Field field = three(80, 40, 30, 20);
  field.procedure.votes = {1, 1, 1};
  EXPECT_EQ(procedural(field).forecast[0], 60);  // two of three
  field.procedure.quorum = 1;
  EXPECT_EQ(procedural(field).forecast[0], 40);
  field.procedure.quorum = 0.5;
  field.procedure.vetoes = {0, 0, 1};
  EXPECT_EQ(procedural(field).forecast[0], 40);
  field.procedure.votes = {1, 1, 0};  // half of the votes is not enough
  field.procedure.vetoes = {};
  EXPECT_EQ(procedural(field).forecast[0], 60);
  field.procedure.votes = {};  // nobody is asked
  EXPECT_EQ(procedural(field).forecast[0], 80);
}

TEST(Procedural, Refusals) {
  Field field = three(80, 40, 30, 20);
  field.procedure.setter = -1;
  EXPECT_EQ(procedural(field).refused, "needs to know who proposes");
  field.procedure.setter = 0;
  field.reference = {};
  EXPECT_EQ(procedural(field).refused, "needs a reference point");
  field.reference = {20};
  field.position[0] = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(procedural(field).refused, "");
  EXPECT_TRUE(std::isnan(procedural(field).forecast[0]));
}

Field council(std::vector<double> positions, double reference) {
  Field field = three(0, 0, 0, reference);
  field.actors.resize(positions.size());
  field.capability.assign(positions.size(), 1), field.salience = field.capability;
  field.procedure.votes = field.capability, field.procedure.setter = -1;
  field.position = std::move(positions);
  return field;
}

TEST(Procedural, WithoutASetterWhatNothingBeats) {
  const ProceduralChoices anybody{0, Agenda::core};
  Field field = council({20, 30, 90}, 0);
  EXPECT_EQ(core(field, 0), (std::pair<double, double>(30, 30)));
  EXPECT_EQ(procedural(field, anybody).forecast[0], 30);
  field.procedure.quorum = 1;
  EXPECT_EQ(core(field, 0), (std::pair<double, double>(20, 90)));
  EXPECT_EQ(procedural(field, anybody).forecast[0], 20);
  field.reference[0] = 55;
  EXPECT_EQ(procedural(field, anybody).forecast[0], 55);
  field.procedure.quorum = 0.3;  // one of three carries it up, one carries it down
  EXPECT_EQ(core(field, 0), std::nullopt);
  EXPECT_TRUE(std::isnan(procedural(field, anybody).forecast[0]));
  field.procedure.votes = {}, field.procedure.vetoes = {1, 0, 1};
  EXPECT_EQ(core(field, 0), (std::pair<double, double>(20, 90)));
  field.procedure.vetoes = {};
  EXPECT_EQ(procedural(field, anybody).refused, "needs votes or vetoes, to know what can pass");
  field.reference = {};
  EXPECT_EQ(procedural(field, anybody).refused, "needs a reference point");
}

// On a grid finer than the positions: a point of the core is beaten by no point, any other by some.
TEST(Procedural, TheCoreAgainstEveryPairOfPoints) {
  std::mt19937_64 engine(2);
  for (int trial = 0; trial < 400; ++trial) {
    std::vector<double> positions;
    const std::size_t n = 1 + engine() % 5;
    for (std::size_t i = 0; i < n; ++i) positions.push_back(static_cast<double>(engine() % 9));
    Field field = council(positions, 0);
    field.high = {8}, field.procedure.quorum = static_cast<double>(3 + engine() % 8) / 10;
    for (double& votes : field.procedure.votes) votes = static_cast<double>(1 + engine() % 3);
    field.procedure.vetoes.assign(n, 0), field.procedure.vetoes[engine() % n] = engine() % 3 == 0;
    const auto said = core(field, 0);
    for (double x = 0; x <= 8; x += 0.5) {
      bool beaten = false;
      for (double y = 0; y <= 8; y += 0.25) {
        double all = 0, in_favour = 0;
        bool stopped = false;
        for (std::size_t i = 0; i < n; ++i) {
          const bool yes = std::abs(y - positions[i]) < std::abs(x - positions[i]);
          all += field.procedure.votes[i], in_favour += yes ? field.procedure.votes[i] : 0;
          stopped = stopped || (field.procedure.vetoes[i] && !yes);
        }
        const double needed = field.procedure.quorum * all;
        beaten =
            beaten || (!stopped && (field.procedure.quorum == 0.5 ? in_favour > needed : in_favour >= needed - 1e-9));
      }
      ASSERT_EQ(!beaten, said && said->first <= x && x <= said->second) << trial << " at " << x;
    }
  }
}

// No point of a fine grid that is accepted lies nearer to the setter's position.
TEST(Procedural, GridFindsNothingBetter) {
  std::mt19937_64 engine(1);
  const auto uniform = [&] { return static_cast<double>(engine() >> 11) * 0x1p-53; };
  for (int trial = 0; trial < 300; ++trial) {
    Field field;
    field.issues = {"one"}, field.low = {-1}, field.high = {1};
    const std::size_t n = 1 + engine() % 7;
    for (std::size_t i = 0; i < n; ++i) {
      field.actors.push_back("x");
      field.position.push_back(2 * uniform() - 1);
      field.procedure.votes.push_back(std::floor(4 * uniform()));
      field.procedure.vetoes.push_back(uniform() < 0.2);
    }
    field.capability.assign(n, 1), field.salience.assign(n, 1);
    field.reference = {2 * uniform() - 1};
    field.procedure.setter = static_cast<int>(engine() % n);
    field.procedure.quorum = trial % 3 == 0 ? 0.5 : 0.3 + 0.7 * uniform();
    const ProceduralChoices choices{trial % 4 == 0 ? 0.2 * uniform() : 0};
    const double said = procedural(field, choices).forecast[0];
    const double wish = field.position[static_cast<std::size_t>(field.procedure.setter)];
    EXPECT_TRUE(said == field.reference[0] || is_accepted(field, 0, said, choices));
    for (int k = 0; k <= 2000; ++k) {
      const double at = -1 + k / 1000.0;
      if (is_accepted(field, 0, at, choices)) {
        // The setter itself would rather keep a costless reference point than propose anything farther off.
        const double kept = std::abs(field.reference[0] - wish) + 2 * choices.costly_reference;
        if (std::abs(at - wish) <= kept) {
          ASSERT_LE(std::abs(said - wish), std::abs(at - wish) + 1e-9) << trial;
        }
      }
    }
  }
}

}  // namespace
}  // namespace armistice::collective
