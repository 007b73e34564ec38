// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/deals.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/dynamics/small_war.h"

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

template <class F>
void every_package(const Model& m, F f) {
  std::vector<int> options(at(m.issues), 0);
  for (;;) {
    f(options);
    std::size_t k = 0;
    while (k < options.size() && ++options[k] == m.options[k]) options[k++] = 0;
    if (k == options.size()) return;
  }
}

int differing(const std::vector<int>& a, const std::vector<int>& b) {
  int count = 0;
  for (std::size_t k = 0; k < a.size(); ++k) count += a[k] != b[k] ? 1 : 0;
  return count;
}

class SmallDeals : public ::testing::Test {
 protected:
  SmallDeals() : model(compile(testing::small_war())), hands(model, {}, 32) { question.draws = 32; }
  Model model;
  Hands hands;
  DealQuestion question;
};

TEST_F(SmallDeals, APackagePassesWhereNobodyWhoMustAcceptItLoses) {
  every_package(model, [&](const std::vector<int>& package) {
    const DealView view = view_deal(hands, package);
    double passes = 0, carried_at_most = view.ratified;
    for (const auto& hand : hands.blocks) {
      const auto p = summed(hands, *hand, package);
      Worths<Lanes> w;
      weigh(model, hand->t, hand->s, p, w);
      for (int l = 0; l < hand->lanes; ++l) {
        bool all = lane(allowed(model, p.option), l);
        for (std::size_t i = 0; i < at(model.parties); ++i)
          if (lane(must_accept(model, hand->t, p, i), l)) all = all && lane(w.gain[i], l) >= 0;
        passes += all ? 1.0 / 32 : 0;
      }
    }
    EXPECT_NEAR(view.passes, passes, 1e-12);
    EXPECT_LE(view.carried, carried_at_most + 1e-12);
    EXPECT_LE(view.passes_range.low, view.passes);
    EXPECT_GE(view.passes_range.high, view.passes);
  });
}

TEST_F(SmallDeals, EveryDrawHasAZoneOrNone) {
  const Deals deals = find_deals(model, {}, question);
  int with = 0;
  for (const auto& hand : hands.blocks)
    for (int l = 0; l < hand->lanes; ++l) {
      float best = -9;
      every_package(model, [&](const std::vector<int>& package) {
        const auto p = summed(hands, *hand, package);
        Worths<Lanes> w;
        Lanes who;
        weigh(model, hand->t, hand->s, p, w, false);
        const float least = lane(least_gain(model, hand->t, p, w, who), l);
        if (lane(allowed(model, p.option), l)) best = std::max(best, least);
      });
      with += best >= 0 ? 1 : 0;
    }
  EXPECT_EQ(deals.zone.found, with);
  EXPECT_EQ(deals.zone.ruled_out, 32 - with);
  EXPECT_EQ(deals.zone.open, 0);
}

TEST_F(SmallDeals, TheMostRobustPackageIsTheBestOfAll) {
  double best = 0;
  every_package(model, [&](const auto& package) { best = std::max(best, view_deal(hands, package).passes); });
  const Deals deals = find_deals(model, {}, question);
  ASSERT_FALSE(deals.robust.empty());
  EXPECT_DOUBLE_EQ(deals.robust.front().passes, best);
}

TEST_F(SmallDeals, TheSmallestChangeIsTheSmallest) {
  double most = 0;
  every_package(model, [&](const auto& package) { most = std::max(most, view_deal(hands, package).passes); });
  ASSERT_GT(most, 0);
  question.all_changes = model.issues;
  question.most_changes = model.issues;
  for (const double share : {0.2 * most, 0.6 * most, most}) {
    question.share = share;
    const Deals deals = find_deals(model, {}, question);
    for (const TextDeals& text : deals.texts) {
      const auto& from = model.texts[at(text.text)];
      int fewest = model.issues + 1;
      every_package(model, [&](const auto& package) {
        if (view_deal(hands, package).passes >= share - 1e-12) fewest = std::min(fewest, differing(from, package));
      });
      ASSERT_FALSE(text.smallest.empty());
      EXPECT_EQ(static_cast<int>(text.smallest.front().changes.size()), fewest);
      EXPECT_GE(text.smallest.front().deal.passes, share - 1e-12);
      for (const TextChange& c : text.smallest) EXPECT_GE(c.movement, text.smallest.front().movement);
      for (const TextChange& step : text.steps) EXPECT_TRUE(step.all_tried);
    }
  }
}

TEST_F(SmallDeals, NoChangeIsAskedOfATextThatPassesEnough) {
  question.share = 0;
  for (const TextDeals& text : find_deals(model, {}, question).texts) {
    EXPECT_TRUE(text.steps.empty());
    ASSERT_EQ(text.smallest.size(), 1u);
    EXPECT_TRUE(text.smallest[0].changes.empty());
  }
}

TEST_F(SmallDeals, WhatIsRequiredIsKept) {
  for (int o = 0; o < model.options[0]; ++o) {
    question.required.assign(at(model.issues), -1);
    question.required[0] = o;
    const Deals deals = find_deals(model, {}, question);
    for (const DealView& deal : deals.robust) EXPECT_EQ(deal.package[0], o);
    for (const TextDeals& text : deals.texts)
      for (const TextChange& change : text.smallest) EXPECT_EQ(change.deal.package[0], o);
    for (const PointView& point : deals.central.points) EXPECT_EQ(point.package[0], o);
    EXPECT_LE(deals.zone.found, find_deals(model, {}, {.draws = 32, .required = {}}).zone.found);
  }
}

TEST_F(SmallDeals, LeavingAPartyOutWidensTheZoneWhenItsMeansArePromised) {
  // A party that neither fights nor is the only one to sign, and whose means some clause spends.
  int out = -1;
  for (int i = 0; i < model.parties; ++i)
    if (hands.columns.spends[at(i)] >= 0 && i != model.party_of_side[0] && i != model.party_of_side[1]) out = i;
  ASSERT_GE(out, 0);
  question.without = 1u << out;
  const Deals deals = find_deals(model, {}, question);
  ASSERT_EQ(deals.without.size(), 3u);
  const WithoutView &everyone = deals.without[0], &means_stay = deals.without[1], &promised = deals.without[2];
  EXPECT_GE(promised.zone.found, everyone.zone.found);    // one refusal less, the same packages
  EXPECT_GE(promised.zone.found, means_stay.zone.found);  // the same refusals, more packages
  for (const DealView& deal : deals.robust) {
    EXPECT_FALSE(deal.party[at(out)].must);
    for (int k = 0; k < model.issues; ++k)
      EXPECT_EQ(model.spends[at(model.first[at(k)] + deal.package[at(k)])] >> out & 1u, 0u);
  }
}

TEST_F(SmallDeals, WhatIsGivenMakesTheLossGood) {
  const Deals deals = find_deals(model, {}, question);
  int seen = 0;
  for (const TextDeals& text : deals.texts)
    for (const Compensation& c : text.compensations) {
      if (c.given.empty()) continue;
      ++seen;
      EXPECT_GE(c.worth, c.loss);
      auto package = model.texts[at(text.text)], open = package;
      open[at(c.clause.issue)] = 0;
      for (const ClauseChange& change : c.given) package[at(change.issue)] = change.to;
      const auto gain = [&](const std::vector<int>& of) { return view_deal(hands, of).party[at(c.party)].gain.mean; };
      EXPECT_NEAR(gain(open) - gain(model.texts[at(text.text)]), c.loss, 1e-5);
      EXPECT_NEAR(gain(package) - gain(model.texts[at(text.text)]), c.worth, 1e-5);
    }
  EXPECT_GT(seen, 0);
}

TEST_F(SmallDeals, PointsOfTheCentralDrawAreThoseOfAllRationalPackages) {
  const Deals deals = find_deals(model, {}, question);
  const Hands central(model, {.seed = 1, .on = {}, .central = true}, 1);
  double nash = -1, kalai = -1, sum = -1;
  std::uint32_t rational = 0;
  every_package(model, [&](const std::vector<int>& package) {
    const DealView view = view_deal(central, package);
    if (view.passes < 1) return;
    ++rational;
    double product = 1, least = 9, total = 0;
    for (std::size_t i = 0; i < at(model.parties); ++i) {
      if (!model.values_something[i]) continue;
      if (!(model.signatories >> i & 1u) && central.columns.spends[i] < 0) continue;
      const double g = view.party[i].gain.mean;
      product *= std::max(0.0, g), least = std::min(least, g), total += g;
    }
    if (least < 0) return;
    nash = std::max(nash, product), kalai = std::max(kalai, least), sum = std::max(sum, total);
  });
  EXPECT_TRUE(deals.central.counted);
  EXPECT_EQ(deals.central.rational, rational);
  for (const PointView& point : deals.central.points) {
    if (point.name == "nash") {
      EXPECT_NEAR(point.value, nash, 1e-6);
    }
    if (point.name == "kalai") {
      EXPECT_NEAR(point.value, kalai, 1e-6);
    }
    if (point.name == "utilitarian") {
      EXPECT_NEAR(point.value, sum, 1e-5);
    }
  }
}

}  // namespace
}  // namespace armistice
