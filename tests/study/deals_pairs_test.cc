// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/deals_pairs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "armistice/theory/space.h"
#include "tests/dynamics/small_war.h"

namespace armistice {
namespace {

using Gains = std::pair<double, double>;  // in quanta

// Every package that nobody who must accept it loses by, with what each party gains, at the centre of the numbers.
std::vector<std::vector<double>> all_rational(const Model& m, const Hands& central) {
  std::vector<std::vector<double>> all;
  std::vector<int> options(at(m.issues), 0);
  for (;;) {
    const DealView view = view_deal(central, options);
    std::vector<double> gains;
    bool rational = view.allowed;
    for (const PartyDeal& party : view.party) {
      gains.push_back(party.gain.mean);
      rational = rational && (!party.must || party.gain.mean >= 0);
    }
    if (rational) all.push_back(gains);
    std::size_t k = 0;
    while (k < options.size() && ++options[k] == m.options[k]) options[k++] = 0;
    if (k == options.size()) return all;
  }
}

std::vector<Gains> front_of(const std::vector<std::vector<double>>& rational, int a, int b) {
  std::vector<Gains> all, front;
  for (const auto& gains : rational) all.emplace_back(quantised(gains[at(a)]), quantised(gains[at(b)]));
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  for (const Gains& one : all)
    if (std::none_of(all.begin(), all.end(), [&](const Gains& other) {
          return other != one && other.first >= one.first && other.second >= one.second;
        }))
      front.push_back(one);
  return front;
}

std::vector<Gains> gains_of(const PairView& pair) {
  std::vector<Gains> gains;
  for (const PairPoint& point : pair.points)
    gains.emplace_back(quantised(point.gain[at(pair.a)]), quantised(point.gain[at(pair.b)]));
  return gains;
}

// A small war that costs both sides so much that there is a zone, narrow or wide.
Model dear_war(double cost) {
  Dossier dossier = testing::small_war();
  for (const char* party : {"north", "south"}) testing::fix(dossier, std::string("party.") + party + ".war_cost", cost);
  return compile(std::move(dossier));
}

class PairFrontsOfASmallWar : public ::testing::TestWithParam<double> {
 protected:
  PairFrontsOfASmallWar() : model(dear_war(GetParam())), central(model, {.on = {}, .central = true}, 1) {
    question.draws = 8, question.pairs = true;
  }
  Model model;
  Hands central;
  DealQuestion question;
};

TEST_P(PairFrontsOfASmallWar, AreThoseOfAllPackages) {
  const Deals deals = find_deals(model, {}, question);
  const auto rational = all_rational(model, central);
  ASSERT_GT(rational.size(), 0u);
  ASSERT_EQ(deals.central.rational, rational.size());
  ASSERT_EQ(deals.central.pairs.size(), 3u);  // north, south, and who holds the funds
  std::size_t points = 0;
  for (const PairView& pair : deals.central.pairs) {
    EXPECT_TRUE(pair.proved);
    EXPECT_EQ(gains_of(pair), front_of(rational, pair.a, pair.b));
    points += pair.points.size();
    for (const PairPoint& point : pair.points) {
      const DealView view = view_deal(central, point.package);
      for (std::size_t i = 0; i < point.gain.size(); ++i) EXPECT_NEAR(point.gain[i], view.party[i].gain.mean, 1e-6);
    }
  }
  EXPECT_GT(points, 3u);
}

// Where not all packages are looked at, what climbing finds is rational, undominated among itself, and not better than
// the truth.
TEST_P(PairFrontsOfASmallWar, AreClimbedToWhereNotAllIsSeen) {
  const Hands hands(model, {.on = {}, .central = true}, 1);
  const Scale scale{hands, alone(*hands.blocks[0], 0)};
  PairFronts fronts(model, {0, 1, 2});
  const ExhaustBest best = best_of_all(hands, *hands.blocks[0], 0, {});
  ASSERT_GE(best.least, 0);
  fronts.climb(scale, {best.package});
  const auto rational = all_rational(model, central);
  for (const PairView& pair : fronts.finish(scale, false)) {
    EXPECT_FALSE(pair.proved);
    EXPECT_FALSE(pair.points.empty());
    const auto front = front_of(rational, pair.a, pair.b), found = gains_of(pair);
    EXPECT_TRUE(std::is_sorted(found.begin(), found.end()));
    for (const Gains& one : found)
      EXPECT_TRUE(std::any_of(front.begin(), front.end(), [&](const Gains& true_one) {
        return true_one.first >= one.first && true_one.second >= one.second;
      }));
    for (std::size_t k = 1; k < found.size(); ++k) EXPECT_LT(found[k].second, found[k - 1].second);
  }
}

INSTANTIATE_TEST_SUITE_P(Costs, PairFrontsOfASmallWar, ::testing::Values(1.2, 1.6));

TEST(PairFronts, AreOnlyLookedForWhenAsked) {
  const Model model = dear_war(1.6);
  const Deals without = find_deals(model, {}, {.draws = 8, .required = {}});
  const Deals with = find_deals(model, {}, {.draws = 8, .required = {}, .pairs = true});
  EXPECT_TRUE(without.central.pairs.empty());
  ASSERT_FALSE(with.central.points.empty());
  ASSERT_EQ(without.central.points.size(), with.central.points.size());
  for (std::size_t k = 0; k < with.central.points.size(); ++k)
    EXPECT_EQ(without.central.points[k].package, with.central.points[k].package);
}

// No zone: no points, and that is proved.
TEST(PairFronts, OfNoZoneAreEmptyAndProved) {
  const Model model = dear_war(0);
  const CentralView view = find_deals(model, {}, {.draws = 8, .required = {}, .pairs = true}).central;
  ASSERT_LT(view.best.least, 0);
  EXPECT_EQ(view.pairs.size(), 3u);
  for (const PairView& pair : view.pairs) {
    EXPECT_TRUE(pair.points.empty());
    EXPECT_TRUE(pair.proved);
  }
}

}  // namespace
}  // namespace armistice
