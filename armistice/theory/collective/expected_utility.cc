// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/expected_utility.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "armistice/theory/collective/expected_utility_table.h"

namespace armistice::collective {
namespace {

using Choices = ExpectedUtilityChoices;

double outcome_of(const ExpectedUtilityTable& t) {
  switch (t.choices.outcome) {
    case Choices::Outcome::median:
      return median_of(t.position, t.weight);
    case Choices::Outcome::mean:
      return mean_of(t.position, t.weight);
    case Choices::Outcome::dominant:
      return dominant_of(t.position, t.weight);
    case Choices::Outcome::margin:
      return majority_of(t.position, t.weight);
  }
  return std::numeric_limits<double>::quiet_NaN();
}

// A matrix without what pads its rows.
std::vector<double> narrow(const std::vector<double>& matrix, std::size_t n, std::size_t wide) {
  std::vector<double> out(n * n);
  for (std::size_t i = 0; i < n; ++i)
    std::copy_n(matrix.begin() + static_cast<long>(i * wide), n, out.begin() + static_cast<long>(i * n));
  return out;
}

// Adds one issue's states and moves; where another issue took more rounds, or fewer, the last state is kept. The
// issue's outcome at the beginning and after each of its rounds.
std::vector<double> add_issue(Prediction& prediction, const Field& field, std::size_t issue, const Choices& choices) {
  std::vector<std::size_t> actors;
  ExpectedUtilityTable t = expected_utility_table(only_issue(field, issue, &actors), choices);
  std::size_t reached = 0;
  std::vector<double> outcomes = {outcome_of(t)};
  const bool settled = play_rounds(t, [&](const ExpectedUtilityTable& now, int round) {
    reached = static_cast<std::size_t>(round);
    if (prediction.positions.size() <= reached) prediction.positions.push_back(prediction.positions.back());
    outcomes.push_back(outcome_of(now));
    for (std::size_t i = 0; i < now.n; ++i) {
      prediction.positions[reached][field.at(actors[i], issue)] = now.position[i];
      const Concession& taken = now.taken[i];
      if (taken.other < 0 || now.position[i] == now.places[i]) continue;
      prediction.moves.push_back({round, static_cast<int>(actors[i]),
                                  static_cast<int>(actors[static_cast<std::size_t>(taken.other)]),
                                  static_cast<int>(issue), now.places[i], now.position[i], taken.why, taken.gain});
    }
  });
  for (std::size_t turn = reached + 1; turn < prediction.positions.size(); ++turn)
    for (std::size_t i = 0; i < t.n; ++i) prediction.positions[turn][field.at(actors[i], issue)] = t.position[i];
  prediction.settled = prediction.settled && settled;
  prediction.forecast.push_back(outcome_of(t));
  return outcomes;
}

}  // namespace

std::vector<ExpectedUtilityRound> expected_utility_rounds(const Field& field, std::size_t issue,
                                                          const Choices& choices) {
  ExpectedUtilityTable t = expected_utility_table(only_issue(field, issue), choices);
  std::vector<ExpectedUtilityRound> rounds;
  play_rounds(t, [&](const ExpectedUtilityTable& now, int) {
    ExpectedUtilityRound round;
    round.risk.assign(now.risk.begin(), now.risk.begin() + static_cast<long>(now.n));
    round.odds = narrow(now.odds, now.n, now.wide);
    round.expected = narrow(now.own, now.n, now.wide);
    round.taken = now.taken;
    round.position = now.position;
    rounds.push_back(std::move(round));
  });
  return rounds;
}

Prediction expected_utility(const Field& field, const Choices& choices) {
  Prediction prediction;
  prediction.positions = {field.position};
  std::vector<std::vector<double>> outcomes;  // [issue][turn]
  for (std::size_t issue = 0; issue < field.issues.size(); ++issue)
    outcomes.push_back(add_issue(prediction, field, issue, choices));
  for (std::size_t turn = 0; turn < prediction.positions.size(); ++turn) {
    prediction.outcomes.emplace_back();
    for (const std::vector<double>& of_issue : outcomes)
      prediction.outcomes.back().push_back(of_issue[std::min(turn, of_issue.size() - 1)]);
  }
  std::stable_sort(prediction.moves.begin(), prediction.moves.end(), [](const Move& a, const Move& b) {
    return std::tie(a.turn, a.actor, a.issue) < std::tie(b.turn, b.actor, b.issue);
  });
  return prediction;
}

}  // namespace armistice::collective
