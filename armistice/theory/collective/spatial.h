// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "armistice/theory/collective/field.h"
#include "armistice/theory/collective/prediction.h"

// The spatial model of politics of KTAB (KAPSARC Toolkit for Behavioral Analysis, 2014-2017, "SMP"): every turn each
// actor challenges whom it expects to gain most from, the two bargain, and everybody takes up its side of one of the
// bargains on its table. Sums, floors and limits are those of the program where the mode is `literal`.
namespace armistice::collective {

// Literal: as KTAB computes, known defects and all. Corrected: the defects mended (docs, "The spatial model").
enum class SpatialMode : std::uint8_t { corrected, literal };

// The values of the switches stand in KTAB's own order, so that its integers mean the same here.
enum class Voting : std::uint8_t { sign, proportional_sign, proportional, proportional_cubic, cubic, loss_averse };
enum class Victory : std::uint8_t { linear, square, fourth, eighth, threshold };
enum class Contest : std::uint8_t { conditional, markov_incentive, markov_uniform };
enum class Transition : std::uint8_t { likeliest, drawn };
enum class ThirdParties : std::uint8_t { uncommitted, half_committed, committed };
enum class RiskRange : std::uint8_t { least, middle, most };
enum class RiskView : std::uint8_t { own, third, half, two_thirds, true_one };
enum class BargainWeights : std::uint8_t { linear, squared, stronger };
enum class BargainModel : std::uint8_t { challenger, both, blend };

struct SpatialChoices {
  SpatialMode mode = SpatialMode::corrected;
  Voting voting = Voting::proportional;
  Victory victory = Victory::linear;
  Contest probabilities = Contest::conditional;
  Transition transition = Transition::likeliest;
  ThirdParties third_parties = ThirdParties::half_committed;
  RiskRange risk_range = RiskRange::middle;
  RiskView risk_view = RiskView::third;
  BargainWeights bargain_weights = BargainWeights::squared;
  BargainModel bargain_model = BargainModel::challenger;
  int least_turns = 2, most_turns = 100;
  double quiet = 0.02;  // it is over when all moves of a turn together are less than this share of the first turn's

  static constexpr std::array<std::string_view, 2> modes = {"corrected", "literal"};
  static constexpr std::array<std::string_view, 6> votings = {
      "sign", "proportional-sign", "proportional", "proportional-cubic", "cubic", "loss-averse"};
  static constexpr std::array<std::string_view, 5> victories = {"linear", "square", "fourth", "eighth", "threshold"};
  static constexpr std::array<std::string_view, 3> contests = {"conditional", "markov-incentive", "markov-uniform"};
  static constexpr std::array<std::string_view, 2> transitions = {"likeliest", "drawn"};
  static constexpr std::array<std::string_view, 3> commitments = {"uncommitted", "half-committed", "committed"};
  static constexpr std::array<std::string_view, 3> ranges = {"least", "middle", "most"};
  static constexpr std::array<std::string_view, 5> views = {"own", "third", "half", "two-thirds", "true"};
  static constexpr std::array<std::string_view, 3> weightings = {"linear", "squared", "stronger"};
  static constexpr std::array<std::string_view, 3> bargains = {"challenger", "both", "blend"};

  // f(name, member, names of its values, meaning) for a switch, f(name, member, meaning) for a number.
  static void list(auto& s, auto f) {
    f("mode", s.mode, modes, "corrected: KTAB's known defects mended; literal: as KTAB computes");
    f("voting", s.voting, votings, "how much of its weight an actor throws in for a difference in utility");
    f("victory", s.victory, victories, "how the odds of a side grow with its strength");
    f("probabilities", s.probabilities, contests, "probabilities of many options from those of pairs");
    f("transition", s.transition, transitions, "an actor takes up the likeliest bargain, or one drawn by probability");
    f("third_parties", s.third_parties, commitments, "what third parties lose or win with the side they join");
    f("risk_range", s.risk_range, ranges, "risk attitudes lie in [0, 1], [-1/2, 1] or [-1, 1]");
    f("risk_view", s.risk_view, views, "how far one sees another's risk attitude rather than one's own in it");
    f("bargain_weights", s.bargain_weights, weightings, "salience and odds once, squared, or only the weaker yields");
    f("bargain_model", s.bargain_model, bargains, "the challenger's bargain, that of each side, or a blend of the two");
    f("least_turns", s.least_turns, "turns before it may be over");
    f("most_turns", s.most_turns, "turns after which it is over in any case");
    f("quiet", s.quiet, "over when a turn's moves are below this share of the first turn's");
  }
};

// One challenge that was made: what the challenger expects of it, and the odds it sees.
struct SpatialChallenge {
  int from = 0, to = 0;       // actors of the field
  double gain = 0, odds = 0;  // in the challenger's utility; the probability that it prevails, as it sees it
};

// The state at the beginning of a turn. The last one has no challenges: it is the state at rest.
struct SpatialTurn {
  std::vector<double> position;  // [actor * issues + issue] on the scale; NaN: takes no part
  std::vector<double> risk;      // [actor] risk attitude, positive: averse; NaN: takes no part in anything
  std::vector<double> odds;      // [actor] probability that the actor's position prevails (shared by who stands there)
  std::vector<SpatialChallenge> challenges;  // in the order of the challengers
  std::vector<Move> moves;                   // that lead to the next turn
};

// Every turn, down to the state at rest. Known answer, KTAB's three-issue example in the literal mode: 11 states, the
// first actor's third position goes 70.45, 72.05, 75.95 and ends at 74.05.
std::vector<SpatialTurn> spatial_turns(const Field& field, const SpatialChoices& choices = {}, const Luck& luck = {});

// The model's prediction. `forecast` is the mean of the final positions weighted by capability times salience, as the
// literature reports the model; `distribution` gives each final position its probability by the model's own contest.
Prediction spatial(const Field& field, const SpatialChoices& choices = {}, const Luck& luck = {});

// Sets a switch by KTAB's own name and value ("VotingRule", "PropCbc"; an integer in KTAB's order does as well).
// Returns "" or what is wrong, with what is allowed.
std::string set_ktab_choice(SpatialChoices& choices, std::string_view name, std::string_view value);

}  // namespace armistice::collective
