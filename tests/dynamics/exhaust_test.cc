// SPDX-License-Identifier: Apache-2.0
#include "armistice/dynamics/exhaust.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/dynamics/small_war.h"

namespace armistice {
namespace {

// Every allowed package of a small war, with its least gain in one draw.
struct Weighed {
  std::vector<int> options;
  double least;
};

std::vector<Weighed> weigh_all(const Hands& hands, const Hand& hand, int l) {
  std::vector<Weighed> all;
  const Model& m = hands.model;
  std::vector<int> options(static_cast<std::size_t>(m.issues), 0);
  for (;;) {
    const auto p = summed(hands, hand, options);
    Worths<Lanes> w;
    Lanes who;
    weigh(m, hand.t, hand.s, p, w);
    const Lanes least = least_gain(m, hand.t, p, w, who);
    if (lane(allowed(m, p.option), l)) all.push_back({options, static_cast<double>(lane(least, l))});
    std::size_t k = 0;
    while (k < options.size() && ++options[k] == m.options[k]) options[k++] = 0;
    if (k == options.size()) return all;
  }
}

double best_of(const std::vector<Weighed>& all) {
  double best = -10;
  for (const Weighed& w : all) best = std::max(best, w.least);
  return best;
}

class Exhaust : public ::testing::TestWithParam<const char*> {
 protected:
  Exhaust() : model(compile(testing::small_war())) {
    Switches::list(plan.on, [&](const char* name, bool& on, const char*) { on = std::string(name) != GetParam(); });
  }
  Model model;
  Plan plan;
};

// With every mechanism that bends a gain switched off in turn: the bounds stay bounds, the best is the best.
INSTANTIATE_TEST_SUITE_P(Off, Exhaust, ::testing::Values("nothing", "breakdown", "audiences", "red_lines"));

TEST_P(Exhaust, FindsTheBestOfAllPackages) {
  const Hands hands(model, plan, 64);
  for (const auto& hand : hands.blocks)
    for (int l = 0; l < hand->lanes; ++l) {
      const double best = best_of(weigh_all(hands, *hand, l));
      const auto found = best_of_all(hands, *hand, l, {});
      EXPECT_TRUE(found.proved);
      EXPECT_NEAR(found.least, best, 2.1e-4);
      EXPECT_GE(found.bound, best - 1e-6);
    }
}

TEST_P(Exhaust, SeesEveryPackageAboveTheFloorOnce) {
  const Hands hands(model, plan, 16);
  for (const auto& hand : hands.blocks)
    for (int l = 0; l < hand->lanes; ++l) {
      const auto all = weigh_all(hands, *hand, l);
      const double floor = best_of(all) - 0.05;
      std::set<std::vector<int>> expected, seen;
      for (const Weighed& w : all)
        if (w.least >= floor) expected.insert(w.options);
      int times = 0;
      EXPECT_TRUE(every_package_above(hands, *hand, l, floor, {}, [&](const auto& options, const auto&, int) {
        seen.insert(options), ++times;
        return true;
      }));
      EXPECT_EQ(seen, expected);
      EXPECT_EQ(times, static_cast<int>(expected.size()));
    }
}

TEST_P(Exhaust, TellsAZoneFromNone) {
  const Hands hands(model, plan, 64);
  ExhaustQuestion question;
  for (const auto& hand : hands.blocks)
    for (int l = 0; l < hand->lanes; ++l) {
      const double best = best_of(weigh_all(hands, *hand, l));
      for (const double wanted : {best - 0.01, best + 0.01}) {
        question.wanted = question.enough = wanted;
        const auto found = best_of_all(hands, *hand, l, {}, question);
        EXPECT_EQ(found.least >= wanted, best >= wanted);
        EXPECT_EQ(found.bound >= wanted, best >= wanted);
      }
    }
}

TEST_P(Exhaust, KeepsToWhatIsFixed) {
  const Hands hands(model, plan, 8);
  const Hand& hand = *hands.blocks[0];
  for (int o = 0; o < model.options[0]; ++o) {
    double best = -10;
    for (const Weighed& w : weigh_all(hands, hand, 0))
      if (w.options[0] == o) best = std::max(best, w.least);
    ExhaustQuestion question;
    question.fixed.assign(static_cast<std::size_t>(model.issues), -1);
    question.fixed[0] = o;
    const auto found = best_of_all(hands, hand, 0, {}, question);
    EXPECT_NEAR(found.least, best, 2.1e-4);
    if (!found.package.empty()) {
      EXPECT_EQ(found.package[0], o);
    }
  }
}

TEST_P(Exhaust, ABoundThatWasCutShortIsStillABound) {
  const Hands hands(model, plan, 32);
  for (const auto& hand : hands.blocks)
    for (int l = 0; l < hand->lanes; ++l) {
      ExhaustQuestion question;
      question.most_nodes = 10;
      EXPECT_GE(best_of_all(hands, *hand, l, {}, question).bound, best_of(weigh_all(hands, *hand, l)) - 1e-6);
    }
}

// A linkage without clauses holds in every package, not only in those that leave the first issue open.
TEST(ExhaustBounds, CountsALinkageThatAlwaysHolds) {
  Model model = compile(testing::small_war());
  model.links.push_back({model.party_of_side[side_a], {}, model.links[0].value});
  model.links.push_back({model.party_of_side[side_b], {}, model.links[0].value});
  Dossier& d = model.dossier;
  testing::fix(d, "linkage.1.value", 0.2);
  const Hands hands(model, {}, 64);
  for (const auto& hand : hands.blocks)
    for (int l = 0; l < hand->lanes; ++l) {
      const double best = best_of(weigh_all(hands, *hand, l));
      EXPECT_GE(best_of_all(hands, *hand, l, {}).bound, best - 1e-6);
    }
}

// A side that neither signs nor sits in a channel still tempts, and so is weighed where only those heard are.
TEST(ExhaustBounds, WeighsASideThatIsLeftOut) {
  Model model = compile(testing::small_war());
  model.signatories &= ~(1u << model.party_of_side[side_a]);
  model.channels.clear();
  const Hands hands(model, {}, 8);
  const Hand& hand = *hands.blocks[0];
  const auto p = summed(hands, hand, model.texts[0]);
  Worths<Lanes> all, heard;
  heard.utility.fill(Lanes(-7.0f));
  weigh(model, hand.t, hand.s, p, all, true), weigh(model, hand.t, hand.s, p, heard, false);
  for (int l = 0; l < 8; ++l) EXPECT_EQ(lane(all.breakdown, l), lane(heard.breakdown, l));
  EXPECT_EQ(lane(all.utility[0], 0), lane(heard.utility[0], 0));
}

TEST(Hands, OneDrawInEveryLaneIsThatDraw) {
  const Model model = compile(testing::small_war());
  const Hands hands(model, {}, 8);
  const Hand& hand = *hands.blocks[0];
  const std::vector<int> plan = model.texts[0];
  for (int l = 0; l < 8; ++l) {
    const auto one = alone(hand, l);
    Worths<Lanes> many, same;
    weigh(model, hand.t, hand.s, summed(hands, hand, plan), many);
    weigh(model, one->t, one->s, summed(hands, *one, plan), same);
    for (int k = 0; k < 8; ++k) EXPECT_EQ(lane(same.gain[0], k), lane(many.gain[0], l));
  }
}

}  // namespace
}  // namespace armistice
