// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/spatial.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "armistice/theory/collective/spatial_turn.h"

namespace armistice::collective {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

// The way all actors go from one state to another, together.
double moved(const SpatialSpace& space, const std::vector<double>& before, const std::vector<double>& after) {
  double sum = 0;
  for (std::size_t i = 0; i < space.actors; ++i) {
    double square = 0;
    for (std::size_t k = 0; k < space.issues; ++k) {
      const double step = after[k * space.actors + i] - before[k * space.actors + i];
      square += step * step;
    }
    sum += std::sqrt(square);
  }
  return sum;
}

// [actor of the field] from [actor of the space].
std::vector<double> in_field(const Field& field, const SpatialSpace& space, const std::vector<double>& values) {
  std::vector<double> spread(field.actors.size(), unknown);
  for (std::size_t i = 0; i < space.actors; ++i) spread[space.place[i]] = values[i];
  return spread;
}

SpatialTurn begin_turn(const Field& field, const SpatialSpace& space, const SpatialChoices& choices,
                       const SpatialPoints& points, SpatialWork& work) {
  SpatialTurn turn;
  turn.position = on_scale(field, space, points);
  if (space.actors > 0) look_around(space, choices, points, work.view);
  turn.risk = in_field(field, space, work.view.risk);
  turn.odds = in_field(field, space, position_odds(space, choices, points, work));
  return turn;
}

void end_turn(const Field& field, const SpatialSpace& space, const SpatialWork& work, int number,
              const std::vector<double>& after, SpatialTurn& turn) {
  const auto actor = [&](std::size_t i) { return static_cast<int>(space.place[i]); };
  for (const SpatialChallenge& c : work.challenges)
    if (c.to >= 0)
      turn.challenges.push_back(
          {actor(static_cast<std::size_t>(c.from)), actor(static_cast<std::size_t>(c.to)), c.gain, c.odds});
  for (std::size_t i = 0; i < space.actors; ++i) {
    if (work.adopted[i] < 0) continue;
    const SpatialBargain& bargain = work.table.bargains[static_cast<std::size_t>(work.adopted[i])];
    const std::size_t other = bargain.from == i ? bargain.to : bargain.from;
    for (std::size_t k = 0; k < space.issues; ++k) {
      const std::size_t at = field.at(space.place[i], k);
      if (!space.present[k * space.actors + i] || after[at] == turn.position[at]) continue;
      turn.moves.push_back({number, actor(i), actor(other), static_cast<int>(k), turn.position[at], after[at],
                            Why::bargain, bargain.gain});
    }
  }
}

// A run of the model; `settled` tells whether it came to rest, `points` and `work` hold the last state.
struct Run {
  SpatialSpace space;
  SpatialPoints points;
  SpatialWork work;
  std::vector<SpatialTurn> turns;
  bool settled = false;
};

Run run_turns(const Field& field, const SpatialChoices& choices, const Luck& luck) {
  constexpr double least_first_step = 1e-4;
  Run run;
  run.space = spatial_space(field, choices.mode == SpatialMode::literal);
  run.points = spatial_points(field, run.space);
  run.turns.push_back(begin_turn(field, run.space, choices, run.points, run.work));
  run.turns[0].position = field.position;
  run.settled = run.space.actors < 2;
  double first = 0;
  for (int turn = 1; turn <= choices.most_turns && !run.settled; ++turn) {
    const std::vector<double> before = run.points.position;
    take_turn(run.space, choices, luck, static_cast<std::uint32_t>(turn), run.points, run.work);
    const double step = moved(run.space, before, run.points.position);
    end_turn(field, run.space, run.work, turn, on_scale(field, run.space, run.points), run.turns.back());
    run.turns.push_back(begin_turn(field, run.space, choices, run.points, run.work));
    if (turn == 1) first = step + least_first_step;
    run.settled = turn >= choices.least_turns && step / first < choices.quiet;
  }
  return run;
}

double mean_position(const Field& field, const std::vector<double>& position, std::size_t issue) {
  double sum = 0, weights = 0, plain = 0, count = 0;
  for (std::size_t i = 0; i < field.actors.size(); ++i) {
    if (!field.takes_part(i, issue)) continue;
    const double w = weight(field, i, issue), x = position[field.at(i, issue)];
    sum += w * x, weights += w, plain += x, count += 1;
  }
  if (weights > 0) return sum / weights;
  return count > 0 ? plain / count : unknown;
}

// The distinct final positions on one issue; the shares of positions that leave the issue out go to the others.
std::vector<Atom> atoms(const Field& field, const Run& run, const std::vector<std::size_t>& holder,
                        const std::vector<double>& share, std::size_t issue) {
  std::vector<Atom> list;
  double sum = 0;
  for (std::size_t b = 0; b < holder.size(); ++b) {
    if (!run.space.present[issue * run.space.actors + holder[b]]) continue;
    list.push_back({run.turns.back().position[field.at(run.space.place[holder[b]], issue)], share[b]});
    sum += share[b];
  }
  std::sort(list.begin(), list.end(), [](const Atom& a, const Atom& b) { return a.value < b.value; });
  std::vector<Atom> merged;
  for (const Atom& atom : list) {
    if (merged.empty() || atom.value > merged.back().value) merged.push_back({atom.value, 0});
    merged.back().share += sum > 0 ? atom.share / sum : 1.0 / static_cast<double>(list.size());
  }
  return merged;
}

}  // namespace

std::vector<SpatialTurn> spatial_turns(const Field& field, const SpatialChoices& choices, const Luck& luck) {
  return run_turns(field, choices, luck).turns;
}

Prediction spatial(const Field& field, const SpatialChoices& choices, const Luck& luck) {
  Run run = run_turns(field, choices, luck);
  Prediction prediction;
  prediction.settled = run.settled;
  for (SpatialTurn& turn : run.turns)
    prediction.moves.insert(prediction.moves.end(), turn.moves.begin(), turn.moves.end());
  std::vector<std::size_t> holder;
  std::vector<double> share;
  position_odds(run.space, choices, run.points, run.work, &holder, &share);
  for (std::size_t k = 0; k < field.issues.size(); ++k) {
    prediction.forecast.push_back(mean_position(field, run.turns.back().position, k));
    prediction.distribution.push_back(atoms(field, run, holder, share, k));
  }
  for (SpatialTurn& turn : run.turns) {
    prediction.outcomes.emplace_back();
    for (std::size_t k = 0; k < field.issues.size(); ++k)
      prediction.outcomes.back().push_back(mean_position(field, turn.position, k));
    prediction.positions.push_back(std::move(turn.position));
  }
  return prediction;
}

}  // namespace armistice::collective
