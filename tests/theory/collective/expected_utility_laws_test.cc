// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <tuple>
#include <type_traits>

#include "armistice/theory/collective/expected_utility.h"
#include "armistice/theory/collective/expected_utility_spread.h"
#include "armistice/theory/collective/expected_utility_table.h"
#include "tests/theory/collective/emission.h"

namespace armistice::collective {
namespace {

using Choices = ExpectedUtilityChoices;

// Positions are multiples of 1/64 in [0, 100): shifts by whole numbers and scales by powers of two are exact.
Field random_field(std::uint64_t seed, std::size_t actors) {
  std::mt19937_64 engine(seed);
  const auto uniform = [&] { return static_cast<double>(engine() >> 11) * 0x1p-53; };
  Field field;
  field.issues = {"one"};
  field.low = {0}, field.high = {100};
  for (std::size_t i = 0; i < actors; ++i) {
    field.actors.push_back(std::string("a") + std::to_string(i));
    field.capability.push_back(uniform());
    field.position.push_back(std::floor(uniform() * 6400) / 64);
    field.salience.push_back(uniform());
  }
  return field;
}

std::vector<Choices> readings() {
  std::vector<Choices> all;
  for (const ExpectedUtilityPreset& preset : expected_utility_presets()) all.push_back(preset.choices);
  Choices c = all[1];
  c.threat = Choices::Threat::single, c.status_quo = 0.5, c.improvement = 0.75;
  all.push_back(c);
  c.odds = Choices::Odds::all, c.threat = Choices::Threat::positions, c.sequential = true;
  all.push_back(c);
  return all;
}

TEST(ExpectedUtilityLaws, PositionsHaveNoUnitAndNoOrigin) {
  for (std::uint64_t seed = 0; seed < 40; ++seed)
    for (const Choices& c : readings()) {
      const Field field = random_field(seed, 3 + seed % 8);
      Field scaled = field, shifted = field;
      for (double* x : {&scaled.low[0], &scaled.high[0]}) *x *= 4;
      for (double& x : scaled.position) x *= 4;
      for (double* x : {&shifted.low[0], &shifted.high[0]}) *x += 1000;
      for (double& x : shifted.position) x += 1000;
      const auto plain = expected_utility_rounds(field, 0, c), large = expected_utility_rounds(scaled, 0, c);
      ASSERT_EQ(plain.size(), large.size());
      for (std::size_t r = 0; r < plain.size(); ++r)
        for (std::size_t i = 0; i < field.actors.size(); ++i)
          EXPECT_NEAR(4 * plain[r].position[i], large[r].position[i], 1e-9);
      const auto away = expected_utility_rounds(shifted, 0, c);  // later rounds are no longer exact
      for (std::size_t i = 0; i < field.actors.size(); ++i)
        EXPECT_NEAR(plain[0].position[i] + 1000, away[0].position[i], 1e-9);
    }
}

TEST(ExpectedUtilityLaws, CapabilityHasNoUnit) {
  for (std::uint64_t seed = 0; seed < 40; ++seed)
    for (const Choices& c : readings()) {
      const Field field = random_field(seed, 3 + seed % 8);
      for (const double unit : {0x1p-900, 0x1p40, 3.0, 1e250}) {
        Field other = field;
        for (double& x : other.capability) x *= unit;
        const auto here = expected_utility_rounds(field, 0, c), there = expected_utility_rounds(other, 0, c);
        for (std::size_t i = 0; i < field.actors.size(); ++i) {
          EXPECT_NEAR(here[0].risk[i], there[0].risk[i], 1e-9);
          EXPECT_NEAR(here[0].position[i], there[0].position[i], 1e-9);
        }
      }
    }
}

TEST(ExpectedUtilityLaws, NamesDoNotMatter) {
  for (std::uint64_t seed = 0; seed < 40; ++seed)
    for (Choices c : readings()) {
      c.sequential = false;
      const Field field = random_field(seed, 3 + seed % 8);
      Field turned = field;
      for (auto* column : {&turned.capability, &turned.position, &turned.salience})
        std::reverse(column->begin(), column->end());
      const auto here = expected_utility_rounds(field, 0, c), there = expected_utility_rounds(turned, 0, c);
      const std::size_t n = field.actors.size();
      for (std::size_t i = 0; i < n; ++i) {
        EXPECT_NEAR(here[0].risk[i], there[0].risk[n - 1 - i], 1e-9);
        EXPECT_NEAR(here[0].position[i], there[0].position[n - 1 - i], 1e-9);
      }
    }
}

// The scale has no good end, but for the rank that Scholz's program gives compromises.
TEST(ExpectedUtilityLaws, EndsOfTheScaleMayBeSwapped) {
  int broken = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed)
    for (const Choices& c : readings()) {
      const Field field = random_field(seed, 3 + seed % 8);
      Field mirror = field;
      for (double& x : mirror.position) x = 100 - x;
      const auto here = expected_utility_rounds(field, 0, c), there = expected_utility_rounds(mirror, 0, c);
      for (std::size_t i = 0; i < field.actors.size(); ++i) {
        const double difference = std::abs(here[0].position[i] - (100 - there[0].position[i]));
        if (c.acceptance == Choices::Acceptance::ranked)
          broken += difference > 1e-9;
        else
          EXPECT_LT(difference, 1e-9);
      }
    }
  EXPECT_GT(broken, 0);
}

// Dangers elsewhere, against a table of the same actors with one of them moved.
TEST(ExpectedUtilityLaws, ThreatsElsewhereAreThoseOfWhoStandsThere) {
  for (const auto odds : {Choices::Odds::pair, Choices::Odds::all, Choices::Odds::third, Choices::Odds::net}) {
    Choices c;
    c.odds = odds, c.span = Choices::Span::scale;
    const Field field = random_field(7, 6);
    ExpectedUtilityTable table = expected_utility_table(field, c);
    find_distances(table), find_risks(table);
    std::vector<double> low(6), high(6);
    threats_elsewhere(table, low, high);
    for (std::size_t i = 0; i < 6; ++i) {
      double least = 1e300, most = -1e300;
      for (const double place : field.position) {
        Field moved = field;
        moved.position[i] = place;
        ExpectedUtilityTable other = expected_utility_table(moved, c);
        find_distances(other), find_risks(other);
        least = std::min(least, other.threat[i]), most = std::max(most, other.threat[i]);
      }
      EXPECT_NEAR(low[i], least, 1e-12);
      EXPECT_NEAR(high[i], most, 1e-12);
    }
  }
}

// The n-th switch of the list to its next value; its name, or "" if there is no such switch.
std::string turn_switch(Choices& c, int n) {
  std::string name;
  Choices::list(c, [&](std::string_view of, auto& value, const auto&... names) {
    using Value = std::decay_t<decltype(value)>;
    if constexpr (std::is_same_v<Value, bool>) {
      if (n-- == 0) value = !value, name = of;
    } else if constexpr (std::is_enum_v<Value>) {
      const std::size_t count = std::get<0>(std::tie(names...)).size();
      if (n-- == 0) value = static_cast<Value>((static_cast<std::size_t>(value) + 1) % count), name = of;
    }
  });
  return name;
}

TEST(ExpectedUtilityLaws, EverySwitchDoesSomething) {
  int switches = 0;
  for (;; ++switches) {
    Choices probe;
    const std::string name = turn_switch(probe, switches);
    if (name.empty()) break;
    bool matters = false;
    for (std::uint64_t seed = 0; seed < 10 && !matters; ++seed)
      for (Choices c : readings()) {
        c.status_quo = 0.5, c.improvement = 0.75;
        const Field field = random_field(seed, 8);
        const double before = expected_utility(field, c).forecast[0];
        turn_switch(c, switches);
        matters = matters || expected_utility(field, c).forecast[0] != before;
      }
    EXPECT_TRUE(matters) << name;
  }
  EXPECT_EQ(switches, 14);
}

struct Odd {
  std::vector<double> capability, position, salience;
};

Field field_of(const Odd& odd) {
  Field field;
  field.issues = {"one"};
  field.low = {0}, field.high = {100};
  field.actors.resize(odd.position.size(), "x");
  field.capability = odd.capability, field.position = odd.position, field.salience = odd.salience;
  return field;
}

TEST(ExpectedUtilityLaws, NoLegalFieldIsTooOdd) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const std::vector<Odd> odd = {{{1, 1}, {0, 100}, {1, 1}},
                                {{1, 2, 1}, {0, 100, 100}, {0.5, 0.5, 0.1}},
                                {{1, 1, 1}, {40, 40, 40}, {1, 1, 1}},
                                {{1, 1, 1}, {0, 50, 100}, {0, 0, 0}},
                                {{0, 0, 0}, {0, 50, 100}, {1, 1, 1}},
                                {{1, 0, 0, 0}, {0, 30, 50, 100}, {1, 1, 1, 1}},
                                {{1, 0, 1}, {0, 30, 100}, {0, 1, 0}},
                                {{1}, {30}, {1}},
                                {{1, 1, 1}, {0, none, 100}, {1, 1, 1}},
                                {{1e300, 1e-300, 1}, {0, 50, 100}, {1, 1, 1}},
                                {{1e-310, 1e-320, 0}, {0, 50, 100}, {1, 1, 1}},
                                {{1, 1, 1}, {0, 1e-300, 100}, {1, 1, 1}}};
  std::size_t which = 0;
  for (const Odd& o : odd) {
    const Field field = field_of(o);
    const ExpectedUtilitySpread spread = expected_utility_spread(field, 0, 5);
    EXPECT_TRUE(spread.mean.least >= 0 && spread.mean.most <= 100) << which;
    EXPECT_TRUE(spread.median.least >= 0 && spread.median.most <= 100) << which;
    for (const Choices& c : readings()) {
      const Prediction p = expected_utility(field, c);
      EXPECT_TRUE(p.forecast[0] >= 0 && p.forecast[0] <= 100) << which;
      for (std::size_t i = 0; i < field.actors.size(); ++i)
        EXPECT_EQ(std::isnan(p.positions.back()[i]), std::isnan(field.position[i])) << which;
      for (const Move& move : p.moves) EXPECT_TRUE(std::isfinite(move.gain)) << which;
    }
    ++which;
  }
  const Prediction nobody = expected_utility(field_of({{1}, {none}, {1}}));
  EXPECT_TRUE(std::isnan(nobody.forecast.at(0)));
  EXPECT_TRUE(nobody.moves.empty());
}

TEST(ExpectedUtilityLaws, IssuesAreSettledOneByOne) {
  const Field one = testing::emission(), two = random_field(3, 10);
  Field both = one;
  both.issues = {"years", "one"}, both.low = {4, 0}, both.high = {10, 100};
  both.capability.clear(), both.position.clear(), both.salience.clear();
  for (std::size_t i = 0; i < 10; ++i)
    for (const Field* part : {&one, &two}) {
      both.capability.push_back(part->capability[i]), both.position.push_back(part->position[i]);
      both.salience.push_back(part->salience[i]);
    }
  const Prediction a = expected_utility(one), b = expected_utility(two), p = expected_utility(both);
  EXPECT_EQ(p.forecast, (std::vector<double>{a.forecast[0], b.forecast[0]}));
  EXPECT_EQ(p.moves.size(), a.moves.size() + b.moves.size());
  ASSERT_EQ(p.positions.size(), std::max(a.positions.size(), b.positions.size()));
  for (std::size_t i = 0; i < 10; ++i) {
    EXPECT_EQ(p.positions.back()[2 * i], a.positions.back()[i]);
    EXPECT_EQ(p.positions.back()[2 * i + 1], b.positions.back()[i]);
  }
}

TEST(ExpectedUtilityLaws, SpreadOfTheEmissionCase) {
  const ExpectedUtilitySpread spread = expected_utility_spread(testing::emission(), 0);
  ASSERT_EQ(spread.ends.size(), 1536U);
  EXPECT_NEAR(spread.mean.least, 4, 1e-12);
  EXPECT_NEAR(spread.mean.most, 10, 1e-12);
  EXPECT_NEAR(spread.mean.middle, 7.40, 0.01);
  EXPECT_NEAR(spread.settled, 0.344, 0.001);
  std::size_t scholz = 0;
  for (const ExpectedUtilityEnd& end : spread.ends) {
    Choices c;
    c.rounds = 15, c.outcome = Choices::Outcome::mean;
    const Choices& e = end.choices;
    if (e.odds != c.odds || e.threat != c.threat || e.exponent != c.exponent || e.acceptance != c.acceptance) continue;
    if (e.capitulation || e.status_quo != 1 || e.span != c.span || !e.curved_votes) continue;
    EXPECT_EQ(end.mean, expected_utility(testing::emission(), c).forecast[0]);
    ++scholz;
  }
  EXPECT_EQ(scholz, 1U);
  for (const double share : spread.matters) EXPECT_TRUE(share >= 0 && share <= 1);
}

}  // namespace
}  // namespace armistice::collective
