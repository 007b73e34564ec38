// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/procedural.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace armistice::collective {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

double reference_of(const Field& field, std::size_t issue) {
  return issue < field.reference.size() ? field.reference[issue] : unknown;
}

// Votes are sums of doubles: a quorum that is just met must count as met.
bool is_quorum(double in_favour, double all, double quorum) {
  const double slack = 1e-12 * all;
  return quorum == 0.5 ? in_favour > all / 2 + slack : in_favour >= quorum * all - slack;
}

// Do those whose positions lie above (sign 1) or below (sign -1) the point carry a decision?
bool carry(const Field& field, std::size_t issue, double point, int sign) {
  const Procedure& rules = field.procedure;
  double all = 0, in_favour = 0;
  for (std::size_t i = 0; i < field.actors.size(); ++i) {
    if (!field.takes_part(i, issue)) continue;
    const bool yes = sign * (field.position[field.at(i, issue)] - point) > 0;
    if (i < rules.vetoes.size() && rules.vetoes[i] && !yes) return false;
    const double votes = i < rules.votes.size() ? rules.votes[i] : 0;
    all += votes, in_favour += yes ? votes : 0;
  }
  return all <= 0 || is_quorum(in_favour, all, rules.quorum);
}

bool has_say(const Procedure& rules, std::size_t actor) {
  return (actor < rules.votes.size() && rules.votes[actor] > 0) || (actor < rules.vetoes.size() && rules.vetoes[actor]);
}

double unbeaten_next_to(const Field& field, std::size_t issue) {
  const auto range = core(field, issue);
  return range ? std::clamp(field.reference[issue], range->first, range->second) : unknown;
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

Prediction by_core(Prediction prediction, const Field& field) {
  bool any_reference = false, any_say = false;
  for (std::size_t i = 0; i < field.actors.size(); ++i) any_say = any_say || has_say(field.procedure, i);
  for (std::size_t k = 0; k < field.issues.size(); ++k) {
    if (std::isnan(reference_of(field, k))) continue;
    any_reference = true;
    if (any_say) prediction.forecast[k] = unbeaten_next_to(field, k);
  }
  if (!any_reference)
    prediction.refused = "needs a reference point";
  else if (!any_say)
    prediction.refused = "needs votes or vetoes, to know what can pass";
  return prediction;
}

}  // namespace

bool is_accepted(const Field& field, std::size_t issue, double at, const ProceduralChoices& choices) {
  const Procedure& rules = field.procedure;
  const double low = field.low[issue], high = field.high[issue];
  const double hair = std::max(1e-12 * (high - low), 0x1p-50 * std::max(std::abs(low), std::abs(high)));
  double all = 0, in_favour = 0;
  for (std::size_t i = 0; i < field.actors.size(); ++i) {
    if (!field.takes_part(i, issue)) continue;
    const bool yes = std::abs(field.position[field.at(i, issue)] - at) <= reach(field, i, issue, choices) + hair;
    if (i < rules.vetoes.size() && rules.vetoes[i] && !yes) return false;
    const double votes = i < rules.votes.size() ? rules.votes[i] : 0;
    all += votes, in_favour += yes ? votes : 0;
  }
  if (all <= 0) return true;  // no vote is taken
  return is_quorum(in_favour, all, rules.quorum);
}

std::optional<std::pair<double, double>> core(const Field& field, std::size_t issue) {
  // Who would go up from a point gets fewer as the point rises, and only at positions: the ends lie at some.
  std::vector<double> points;
  for (std::size_t i = 0; i < field.actors.size(); ++i)
    if (field.takes_part(i, issue) && has_say(field.procedure, i)) points.push_back(field.position[field.at(i, issue)]);
  if (points.empty()) return std::pair(field.low[issue], field.high[issue]);
  points.push_back(field.low[issue]), points.push_back(field.high[issue]);
  std::sort(points.begin(), points.end());
  const auto first = std::find_if(points.begin(), points.end(), [&](double x) { return !carry(field, issue, x, 1); });
  const auto last = std::find_if(points.rbegin(), points.rend(), [&](double x) { return !carry(field, issue, x, -1); });
  if (first == points.end() || last == points.rend() || *first > *last) return std::nullopt;
  return std::pair(*first, *last);
}

Prediction procedural(const Field& field, const ProceduralChoices& choices) {
  Prediction prediction;
  prediction.positions = {field.position};
  prediction.forecast.assign(field.issues.size(), unknown);
  if (choices.agenda == Agenda::core) return by_core(std::move(prediction), field);
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
