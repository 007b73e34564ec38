// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <array>
#include <string>
#include <vector>

#include "armistice/dynamics/talk.h"
#include "tests/dynamics/small_war.h"
#include "tests/dynamics/stage.h"

// Laws that hold for any numbers, tried on numbers drawn by rapidcheck.
namespace armistice {
namespace {

// Everything that is decided in a run, week by week: texts, answers, deadlines, levers, deals, the ending.
std::vector<float> decisions(const Dossier& d, std::uint64_t seed, std::uint32_t runs,
                             TalkProtocol protocol = TalkProtocol::text, bool guesses = true) {
  const Model m = compile(d);
  std::vector<float> all;
  Plan plan{.seed = seed, .on = {}, .central = false, .search_every = 0, .protocol = protocol};
  plan.on.guesses = guesses;
  Simulator simulator(m, plan);
  simulator.run(0, runs, [&](const WeekSeen& seen) {
    const auto add = [&](const Lanes& v) {
      for (int l = 0; l < seen.lanes; ++l) all.push_back(static_cast<float>(lane(v, l)));
    };
    const State<Lanes>& s = seen.state;
    for (std::size_t k = 0; k < static_cast<std::size_t>(m.issues); ++k) add(s.text[k]), add(s.deal[k]);
    for (const Lanes* v : {&s.refusals, &s.asked, &s.deadline, &s.force, &s.ending, &s.ended_week, &s.present}) add(*v);
    for (std::size_t i = 0; i < 2; ++i) add(s.blame[i]), add(s.yielded[i]);
    for (std::size_t l = 0; l < m.levers.size(); ++l) add(s.applied[l]);
  });
  return all;
}

// Scales every number that is in a party's utility: its values, costs and the spread of its answers, its audiences'
// bars, what a lever or a linkage adds to it, and the other side's guess of its walk-away value.
void scale_utility(Dossier& d, const std::string& party, double factor) {
  const std::string other = party == "north" ? "south" : "north";
  std::vector<std::string> prefixes{"value." + party + "."};
  for (const char* n :
       {"war_cost", "strain_cost", "red_line", "audience_cost", "tie_cost", "relapse", "liability", "accept_scale"})
    prefixes.push_back("party." + party + "." + n);
  if (party != "harbour")
    for (const char* n : {"guess_error", "guess_sd"}) prefixes.push_back("party." + other + "." + n);
  for (const Audience& audience : d.audiences) {
    if (audience.party.id != party) continue;
    prefixes.push_back("value." + audience.name.id + ".");
    for (const char* n : {"threshold", "scale", "will_slope"})
      prefixes.push_back("audience." + audience.name.id + "." + n);
  }
  const auto side_of = [&](const Ref& ref) { return ref.id == party; };
  for (const Lever& lever : d.levers)
    if (side_of(lever.on)) prefixes.push_back("lever." + lever.name.id + ".war_cost");
  std::vector<int> knobs;
  for (std::size_t k = 0; k < d.knobs.size(); ++k)
    for (const auto& prefix : prefixes)
      if (d.knobs[k].path.rfind(prefix, 0) == 0 && !d.knobs[k].path.ends_with(".weight"))
        knobs.push_back(static_cast<int>(k));
  for (const Linkage& link : d.linkages)
    if (link.party.id == party) knobs.push_back(link.value.knob);
  for (const int k : knobs) {
    Knob& knob = d.knobs[static_cast<std::size_t>(k)];
    knob.a *= factor, knob.c *= factor, knob.least *= factor, knob.most *= factor;
    if (knob.shape != Shape::lognormal) knob.b *= factor;
  }
}

// Utilities have no scale (von Neumann and Morgenstern 1944): halving a party's moves no decision of anybody. A power
// of two is exact in binary arithmetic, so the law can be asked of every bit. Its limit is a stake of 0.001, below
// which a party has none to share by; factors far from 1 find the constants that know of a scale, since the war at hand
// seldom comes near them.
TEST(Laws, ScalingAPartysUtilityMovesNoDecision) {
  EXPECT_TRUE(rc::check([] {
    const auto party = *rc::gen::element<std::string>("north", "south", "harbour");
    const auto factor = *rc::gen::element(0.5, 0.25, 1.0 / 64, 4.0, 1024.0);
    const auto protocol = *rc::gen::element(TalkProtocol::text, TalkProtocol::offers);
    const auto guesses = *rc::gen::arbitrary<bool>();
    const auto seed = *rc::gen::inRange<std::uint64_t>(0, 1000000);
    Dossier d = testing::small_war();
    const auto before = decisions(d, seed, 32, protocol, guesses);
    scale_utility(d, party, factor);
    RC_ASSERT(decisions(d, seed, 32, protocol, guesses) == before);
  }));
}

// The same where nobody writes: a hazard of concession is a ratio of utilities.
TEST(Laws, ScalingMovesNoDecisionWhereTheTextStays) {
  for (const TalkProtocol protocol : {TalkProtocol::ultimatum, TalkProtocol::attrition})
    for (std::uint64_t seed = 1; seed <= 40; ++seed)
      for (const char* party : {"north", "south", "harbour"}) {
        Dossier d = testing::small_war();
        const auto before = decisions(d, seed, 32, protocol);
        scale_utility(d, party, 0.5);
        EXPECT_TRUE(decisions(d, seed, 32, protocol) == before) << seed << " " << party;
      }
}

// What a side without doubt still holds out for is too little to show in a decision, so the bar itself is looked at:
// the other's scale does not move it, and its least doubt is 0.00001 of the other's stake.
TEST(Laws, TheLeastDoubtIsAShareOfTheOthersStake) {
  const auto bar_of_north = [](const Dossier& d) {
    testing::Stage<double> stage(d);
    const auto north = static_cast<std::size_t>(stage.m.party_of_side[side_a]),
               south = static_cast<std::size_t>(stage.m.party_of_side[side_b]);
    Worths<double> w;
    w.peace.fill(0.0);
    w.peace[south] = stage.s.guess[side_a];
    stage.s.guess_variance[side_a] = 0;
    const double bar = bar_of(stage.m, stage.t, stage.s, w, north);
    EXPECT_NEAR(bar / (stage.t(stage.m.party[north].holdout) * stage.t.stake[north]), 1e-5 * 0.39894228, 1e-12);
    return bar;
  };
  Dossier d = testing::small_war();
  const double before = bar_of_north(d);
  scale_utility(d, "south", 1.0 / 64);
  EXPECT_EQ(bar_of_north(d), before);
}

// With learning off and equal beliefs fighting teaches nothing: nobody's view of the war moves, and the two stay equal.
TEST(Laws, WithoutLearningAndWithEqualBeliefsFightingTeachesNothing) {
  EXPECT_TRUE(rc::check([] {
    const double speed = *rc::gen::inRange(-30, 30) / 10.0;
    const auto seed = *rc::gen::inRange<std::uint64_t>(0, 1000000);
    Dossier d = testing::small_war();
    for (const char* party : {"north", "south"})
      testing::fix(d, std::string("party.") + party + ".belief_speed", speed);
    const Model m = compile(d);
    Plan plan{.seed = seed, .on = {}, .central = false, .search_every = 0};
    plan.on.learn = false;
    Simulator simulator(m, plan);
    const auto a = static_cast<std::size_t>(m.party_of_side[side_a]),
               b = static_cast<std::size_t>(m.party_of_side[side_b]);
    Lanes first(0.0f);
    simulator.run(0, lane_count<Lanes>, [&](const WeekSeen& seen) {
      if (seen.week == 0) first = seen.state.belief[a];
      for (int l = 0; l < seen.lanes; ++l) {
        RC_ASSERT(lane(seen.state.belief[a], l) == lane(first, l));
        RC_ASSERT(lane(seen.state.belief[b], l) == lane(first, l));
      }
    });
  }));
}

}  // namespace
}  // namespace armistice
