// SPDX-License-Identifier: Apache-2.0
#include "armistice/dynamics/rival.h"

#include <gtest/gtest.h>

#include "armistice/dynamics/talk.h"
#include "tests/dynamics/stage.h"

namespace armistice {
namespace {

using testing::fix;

constexpr int width = lane_count<Lanes>;
constexpr std::array<TalkProtocol, 4> all_protocols{TalkProtocol::text, TalkProtocol::offers, TalkProtocol::ultimatum,
                                                    TalkProtocol::attrition};

Plan plan_with(TalkProtocol protocol, std::uint64_t seed = 9) {
  return {.seed = seed, .on = {}, .central = false, .search_every = 0, .protocol = protocol};
}

// Every number of a run's weeks, up to its end.
std::vector<float> history(const Model& m, const Plan& plan, std::uint32_t first, std::uint32_t count,
                           std::uint32_t run) {
  std::vector<float> numbers;
  bool over = false;
  Simulator(m, plan).run(first, count, [&](const WeekSeen& seen) {
    if (over || run < seen.first || run >= seen.first + static_cast<std::uint32_t>(seen.lanes)) return;
    const int l = static_cast<int>(run - seen.first);
    testing::every_number(seen.state, [&](const Lanes& v) { numbers.push_back(lane(v, l)); });
    over = lane(seen.state.ended, l) > 0.5f;
  });
  return numbers;
}

TEST(Rival, EveryProtocolIsReproducibleAloneAndInABlock) {
  const Model m = compile(testing::small_war());
  std::vector<std::vector<float>> stories;
  for (const TalkProtocol protocol : all_protocols) {
    std::vector<float> all;
    for (const std::uint32_t run : {0u, 6u, 13u, 39u}) {
      const auto together = history(m, plan_with(protocol), 0, 40, run);
      EXPECT_TRUE(together == history(m, plan_with(protocol), 0, 40, run));
      EXPECT_TRUE(together == history(m, plan_with(protocol), run, 1, run));
      all.insert(all.end(), together.begin(), together.end());
    }
    for (const auto& other : stories) EXPECT_FALSE(all == other) << "protocols differ";
    stories.push_back(all);
  }
}

// Where nobody writes, what is agreed is what lay on the table on the first day.
TEST(Rival, UnderUltimatumAndAttritionTheTextStays) {
  Dossier d = testing::small_war();
  for (const char* party : {"north", "south"}) fix(d, std::string("party.") + party + ".accept_scale", 0.3);
  const Model m = compile(d);
  for (const TalkProtocol protocol : all_protocols) {
    int deals = 0, changed = 0;
    Simulator(m, plan_with(protocol)).run(0, 64, [&](const WeekSeen& seen) {
      for (int l = 0; l < seen.lanes; ++l)
        for (std::size_t k = 0; k < static_cast<std::size_t>(m.issues); ++k) {
          const auto start = static_cast<float>(m.texts[static_cast<std::size_t>(m.table)][k]);
          const bool deal = lane(seen.state.force, l) > 0.5f;
          deals += deal ? 1 : 0;
          changed += lane(seen.state.text[k], l) != start || (deal && lane(seen.state.deal[k], l) != start) ? 1 : 0;
        }
    });
    EXPECT_GT(deals, 0);
    EXPECT_EQ(changed > 0, protocol == TalkProtocol::text || protocol == TalkProtocol::offers);
  }
}

TEST(Rival, ThePenGoesFromSideToSide) {
  testing::Stage<double> stage(testing::small_war());
  for (const double meetings : {0, 1, 2, 7}) {
    stage.s.meetings = meetings;
    EXPECT_EQ(pen_of(stage.s, {1, 1}), static_cast<int>(meetings) % 2);
    EXPECT_EQ(pen_of(stage.s, {1, 0}), side_a);
    EXPECT_EQ(pen_of(stage.s, {0, 1}), side_b);
    EXPECT_EQ(pen_of(stage.s, {0, 0}), -1);
  }
}

template <class V>
Hearing<V> fair_hearing() {
  Hearing<V> hearing;
  hearing.bias.fill(constant<V>(1.0)), hearing.error.fill(constant<V>(0.0));
  hearing.heat = constant<V>(0.0), hearing.scale = constant<V>(0.05);
  return hearing;
}

// welcome(own gain) + log P(the other): with a known walk-away value and no bar P is the logistic of its answer.
TEST(Rival, TheScoreIsTheLogOfTheGainTimesTheChance) {
  Dossier d = testing::small_war();
  fix(d, "party.south.holdout", 0), fix(d, "party.south.accept_scale", 0.05);
  Switches on;
  on.guesses = false;
  testing::Stage<double> stage(d, on);
  const auto text = stage.package({2, 2, 2, 0});
  Worths<double> w;
  weigh(stage.m, stage.t, stage.s, text, w);
  w.gain[0] = 0.1 * stage.t.stake[0], w.gain[1] = 0.03, w.lasting[1] = 0.5;
  const auto hearing = fair_hearing<double>();
  const double score = score_of_side(stage.m, stage.t, stage.s, hearing, text, w, side_a);
  EXPECT_NEAR(score, std::log(1 + 0.1 / 0.05) - std::log(1 + std::exp(-0.03 / 0.025)), 1e-6);
  // Who is not in the channel is not thought of; who holds out is thought to want more.
  auto deaf = hearing;
  deaf.bias[1] = 0;
  EXPECT_NEAR(score_of_side(stage.m, stage.t, stage.s, deaf, text, w, side_a), std::log(3.0), 1e-6);
  // Doubt about the walk-away value flattens the chance.
  stage.s.guess_variance[side_a] = 0.01;
  EXPECT_LT(score_of_side(stage.m, stage.t, stage.s, hearing, text, w, side_a), score);
}

// Who holds the pen writes for itself: after some sittings its gain is higher than where the other held it.
TEST(Rival, WhoHoldsThePenGainsByIt) {
  testing::Stage<Lanes> stage(testing::small_war());
  std::array<std::array<double, 2>, 2> gain{};  // (pen, side)
  for (std::uint32_t first = 0; first < 64; first += width) {
    stage.begin_at(first, {}, false);
    for (int pen = 0; pen < 2; ++pen) {
      auto text = stage.package(stage.m.texts[0]);
      for (stage.rng.step = 1; stage.rng.step <= 12; ++stage.rng.step)
        revise_for(stage.m, stage.t, stage.s, stage.rng, fair_hearing<Lanes>(), Lanes(0.0f) < Lanes(1.0f),
                   constant<Lanes>(pen), text);
      EXPECT_FALSE(any(!allowed(stage.m, text.option)));
      Worths<Lanes> w;
      add_up(stage.m, stage.t, text);
      weigh(stage.m, stage.t, stage.s, text, w);
      for (std::size_t side = 0; side < 2; ++side)
        for (int l = 0; l < width; ++l)
          gain[static_cast<std::size_t>(pen)][side] +=
              static_cast<double>(lane(w.gain[static_cast<std::size_t>(stage.m.party_of_side[side])], l)) / 64;
    }
  }
  EXPECT_GT(gain[side_a][side_a], gain[side_b][side_a] + 0.01);
  EXPECT_GT(gain[side_b][side_b], gain[side_a][side_b] + 0.01);
}

TEST(Rival, NobodyWritesWithoutAPen) {
  testing::Stage<Lanes> stage(testing::small_war());
  auto text = stage.package({2, 2, 0, 0});
  for (stage.rng.step = 1; stage.rng.step <= 12; ++stage.rng.step)
    revise_for(stage.m, stage.t, stage.s, stage.rng, fair_hearing<Lanes>(), Lanes(0.0f) < Lanes(1.0f), Lanes(-1.0f),
               text);
  for (std::size_t k = 0; k < 4; ++k) EXPECT_EQ(lane(text.option[k], 0), k < 2 ? 2.0f : 0.0f);
}

// rate * cost / prize; nothing to hold out for: at once; a war that costs nothing: never.
TEST(Rival, TheHazardOfConcession) {
  Dossier d = testing::small_war();
  fix(d, "party.north.discount", 0.25), fix(d, "party.north.war_cost", 0.2);
  testing::Stage<double> stage(d);
  EXPECT_NEAR(concession_hazard(stage.m, stage.t, stage.s, 0, 0.1), 0.5, 1e-6);
  EXPECT_NEAR(concession_hazard(stage.m, stage.t, stage.s, 0, 0.2), 0.25, 1e-6);
  EXPECT_EQ(concession_hazard(stage.m, stage.t, stage.s, 0, 0.0), 1000);
  stage.s.hardness[0] = -1;
  EXPECT_EQ(concession_hazard(stage.m, stage.t, stage.s, 0, 0.1), 0);
}

// Over many runs the share that has given up after ten weeks is 1 - exp(-hazard * 10 / 52); peace costs nothing.
TEST(Rival, SidesGiveUpAtTheirHazard) {
  Dossier d = testing::small_war();
  fix(d, "party.north.discount", 0.25), fix(d, "party.north.war_cost", 0.8);
  testing::Stage<Lanes> stage(d);
  const Lanes prize(0.1f);
  int given_up = 0;
  constexpr std::uint32_t runs = 4000;
  for (std::uint32_t first = 0; first < runs; first += width) {
    stage.begin_at(first, {});
    for (stage.rng.step = 1; stage.rng.step <= 10; ++stage.rng.step)
      concede(stage.m, stage.t, stage.s, stage.rng, {prize, prize});
    for (int l = 0; l < width; ++l) given_up += lane(stage.s.conceded[side_a], l) > 0.5f ? 1 : 0;
  }
  const double chance = 1 - std::exp(-2.0 * 10 / 52);
  EXPECT_NEAR(given_up / double{runs}, chance, 4 * std::sqrt(chance * (1 - chance) / runs));
  stage.begin_at(0, {});
  stage.s.force = Lanes(1.0f);
  concede(stage.m, stage.t, stage.s, stage.rng, {Lanes(0.0f), Lanes(0.0f)});
  EXPECT_EQ(lane(stage.s.conceded[side_a], 0), 0.0f);
}

// A side accepts in a war of attrition only once it has given up waiting; then any gain will do, whatever its bar.
TEST(Rival, WhoWaitsSaysNo) {
  const Model m = compile(testing::small_war());
  int accepted_once = 0;
  Simulator(m, plan_with(TalkProtocol::attrition)).run(0, 64, [&](const WeekSeen& seen) {
    for (int l = 0; l < seen.lanes; ++l)
      for (std::size_t side = 0; side < 2; ++side) {
        const auto party = static_cast<std::size_t>(m.party_of_side[side]);
        if (lane(seen.state.said[party], l) != static_cast<float>(accepted)) continue;
        ++accepted_once;
        EXPECT_EQ(lane(seen.state.conceded[side], l), 1.0f);
      }
  });
  EXPECT_GT(accepted_once, 0);
}

}  // namespace
}  // namespace armistice
