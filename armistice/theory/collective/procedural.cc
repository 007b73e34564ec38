// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/procedural.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace armistice::collective {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

double reference_of(const Field& field, std::size_t issue) {
  return issue < field.reference.size() ? field.reference[issue] : unknown;
}

// How far from its position an actor goes rather than keep the reference point.
double reach(const Field& field, std::size_t actor, std::size_t issue, const ProceduralChoices& choices) {
  return std::abs(field.position[field.at(actor, issue)] - field.reference[issue]) +
         choices.costly_reference * (field.high[issue] - field.low[issue]);
}

// The ends of what anybody accepts and the setter's own position: the best acceptable point is one of them.
double best_proposal(const Field& field, std::size_t issue, const ProceduralChoices& choices) {
  const auto setter = static_cast<std::size_t>(field.procedure.setter);
  const double wish = field.position[field.at(setter, issue)], reference = field.reference[issue];
  double best = reference;
  bool found = false;
  const auto consider = [&](double at) {
    if (!(at >= field.low[issue] && at <= field.high[issue]) || !is_accepted(field, issue, at, choices)) return;
    const double farther = std::abs(at - wish) - std::abs(best - wish);
    const bool nearer_reference = std::abs(at - reference) < std::abs(best - reference);
    if (!found || farther < 0 || (farther == 0 && nearer_reference)) best = at, found = true;
  };
  consider(wish);
  for (std::size_t i = 0; i < field.actors.size(); ++i) {
    if (!field.takes_part(i, issue)) continue;
    const double x = field.position[field.at(i, issue)], far = reach(field, i, issue, choices);
    consider(x), consider(x - far), consider(x + far);
  }
  consider(reference);
  return found && std::abs(best - wish) <= reach(field, setter, issue, choices) ? best : reference;
}

}  // namespace

bool is_accepted(const Field& field, std::size_t issue, double at, const ProceduralChoices& choices) {
  const Procedure& rules = field.procedure;
  const double hair = 1e-12 * (field.high[issue] - field.low[issue]);
  double all = 0, in_favour = 0;
  for (std::size_t i = 0; i < field.actors.size(); ++i) {
    if (!field.takes_part(i, issue)) continue;
    const bool yes = std::abs(field.position[field.at(i, issue)] - at) <= reach(field, i, issue, choices) + hair;
    if (i < rules.vetoes.size() && rules.vetoes[i] && !yes) return false;
    const double votes = i < rules.votes.size() ? rules.votes[i] : 0;
    all += votes, in_favour += yes ? votes : 0;
  }
  if (all <= 0) return true;  // no vote is taken
  const double needed = rules.quorum * all, slack = 1e-12 * all;
  return rules.quorum == 0.5 ? in_favour > needed + slack : in_favour >= needed - slack;
}

Prediction procedural(const Field& field, const ProceduralChoices& choices) {
  Prediction prediction;
  prediction.positions = {field.position};
  prediction.forecast.assign(field.issues.size(), unknown);
  const int setter = field.procedure.setter;
  if (setter < 0 || static_cast<std::size_t>(setter) >= field.actors.size()) {
    prediction.refused = "needs to know who proposes";
    return prediction;
  }
  const auto who = static_cast<std::size_t>(setter);
  bool any = false;
  for (std::size_t k = 0; k < field.issues.size(); ++k) {
    if (std::isnan(reference_of(field, k))) continue;
    any = true;
    if (!field.takes_part(who, k)) continue;
    prediction.forecast[k] = best_proposal(field, k, choices);
    const double wish = field.position[field.at(who, k)];
    if (prediction.forecast[k] != wish)
      prediction.moves.push_back({1, setter, -1, static_cast<int>(k), wish, prediction.forecast[k], Why::vote});
  }
  if (!any) prediction.refused = "needs a reference point";
  return prediction;
}

}  // namespace armistice::collective
