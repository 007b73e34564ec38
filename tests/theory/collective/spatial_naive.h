// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>
#include <vector>

#include "armistice/theory/collective/spatial.h"

// The spatial model straight from its definitions, without buffers and without precomputing anything: a check
// of the library's version, and what the benchmark compares it with. For fields where everybody takes part in
// everything, with the likeliest bargain taken up.
namespace armistice::collective::naive {

using Vector = std::vector<double>;

struct Spatial {
  SpatialChoices choices;
  Vector capability, total, force, ballot;        // [actor]
  std::vector<Vector> salience, position, ideal;  // [actor][issue], positions on [0, 1]
  std::size_t n() const { return capability.size(); }
  bool corrected() const { return choices.mode == SpatialMode::corrected; }
  double grained(double x) const { return corrected() ? std::nearbyint(std::ldexp(x, 40)) * 0x1p-40 : x; }

  double distance(std::size_t i, const Vector& point) const {
    double apart = 0, all = 0;
    for (std::size_t k = 0; k < point.size(); ++k) {
      const double felt = salience[i][k] * (ideal[i][k] - point[k]);
      apart += felt * felt, all += salience[i][k] * salience[i][k];
    }
    return std::sqrt(apart / all);
  }
  double utility(std::size_t i, const Vector& point, double risk) const {
    const double d = distance(i, point);
    return d <= 1 ? (1 - d) * (1 + d * risk) : (1 - d) * (1 + risk);
  }
  double vote(double weight, double u, double v) const {
    const double d = u - v, sign = std::clamp(d / 1e-8, -1.0, 1.0);
    switch (choices.voting) {
      case Voting::sign:
        return weight * sign;
      case Voting::proportional_sign:
        return weight * ((1 - 0.2) * d + 0.2 * sign);
      case Voting::proportional:
        return weight * d;
      case Voting::proportional_cubic:
        return weight * (d + d * d * d) / 2;
      case Voting::cubic:
        return weight * d * d * d;
      default:
        return d > 0 ? weight * d * 2 / 3 : weight * d;
    }
  }
  double beats(double a, double b) const {
    switch (choices.victory) {
      case Victory::threshold: {
        const double x = a >= 1.1 * b ? 1 : b >= 1.1 * a ? 1e-6 : (a / (a + b) * (1.1 + 1) - 1) / (1.1 - 1);
        const double y = a >= 1.1 * b ? 1e-6 : b >= 1.1 * a ? 1 : 1 - x;
        return x / (x + y);
      }
      default: {
        const double power = std::pow(2, static_cast<int>(choices.victory));
        return std::pow(a, power) / (std::pow(a, power) + std::pow(b, power));
      }
    }
  }

  // Probabilities of options; u(actor, option).
  Vector contest(std::size_t options, const std::function<double(std::size_t, std::size_t)>& u) const {
    std::vector<Vector> c(options, Vector(options, corrected() ? 1e-10 : 1e-8)), p(options, Vector(options, 0.5));
    for (std::size_t a = 0; a < options; ++a)
      for (std::size_t b = 0; b < a; ++b) {
        for (std::size_t k = 0; k < n(); ++k) {
          const double v = vote(ballot[k], u(k, a), u(k, b));
          (v > 0 ? c[a][b] : c[b][a]) += std::abs(v);
        }
        p[a][b] = beats(c[a][b], c[b][a]), p[b][a] = beats(c[b][a], c[a][b]);
      }
    Vector share(options, 1.0);
    if (choices.probabilities == Contest::conditional) {
      double sum = 0;
      for (std::size_t a = 0; a < options; sum += share[a++])
        for (std::size_t b = 0; b < options; ++b) share[a] *= p[a][b];
      for (double& s : share) s /= sum;
      return share;
    }
    const bool uniform = choices.probabilities == Contest::markov_uniform;
    const auto drive = [&](std::size_t a, std::size_t b) {
      return uniform ? 1.0 : c[a][b] * p[a][b] + (a == b ? 1e-10 : 0.0);
    };
    std::vector<Vector> challenge(options, Vector(options));
    for (std::size_t b = 0; b < options; ++b) {
      double sum = 0;
      for (std::size_t a = 0; a < options; ++a) sum += drive(a, b);
      for (std::size_t a = 0; a < options; ++a) challenge[a][b] = drive(a, b) / sum;
    }
    share.assign(options, 1.0 / static_cast<double>(options));
    int round = 0;
    for (double change = 1; change > (uniform ? 1e-6 : 1e-8) && round < 10000; ++round) {
      Vector next(options, 0.0);
      change = 0;
      for (std::size_t a = 0; a < options; ++a) {
        for (std::size_t b = 0; b < options; ++b)
          next[a] +=
              p[a][b] * (uniform ? share[a] + share[b] : share[a] * challenge[b][a] + share[b] * challenge[a][b]);
        if (uniform) next[a] /= static_cast<double>(options);
        change = std::max(change, std::abs(next[a] - share[a]));
      }
      for (std::size_t a = 0; a < options; ++a) share[a] = (share[a] + next[a]) / 2;
    }
    return share;
  }

  Vector risks() const {
    const Vector p = contest(n(), [&](std::size_t k, std::size_t j) { return grained(utility(k, position[j], 0)); });
    const double lo = *std::min_element(p.begin(), p.end()), hi = *std::max_element(p.begin(), p.end());
    Vector r;
    for (const double x : p)
      r.push_back(choices.risk_range == RiskRange::least    ? (x - lo) / (hi - lo)
                  : choices.risk_range == RiskRange::middle ? (3 * x - (hi + 2 * lo)) / (2 * (hi - lo))
                                                            : (2 * x - (hi + lo)) / (hi - lo));
    return r;
  }

  double seen(double mine, double theirs) const {
    switch (choices.risk_view) {
      case RiskView::own:
        return mine;
      case RiskView::third:
        return (2 * mine + theirs) / 3;
      case RiskView::half:
        return (mine + theirs) / 2;
      case RiskView::two_thirds:
        return (mine + 2 * theirs) / 3;
      default:
        return theirs;
    }
  }

  double prevails(double a, double b) const { return corrected() ? beats(a, b) : a / (a + b); }

  // What h expects of i challenging j: the odds and i's gain.
  std::pair<double, double> challenge(const Vector& risk, std::size_t h, std::size_t i, std::size_t j) const {
    const auto u = [&](std::size_t k, std::size_t at) { return utility(k, position[at], seen(risk[h], risk[k])); };
    double sides[2] = {1e-10, 1e-10};
    for (const std::size_t k : {i, j}) {
      const double v = vote(force[k], u(k, i), u(k, j));
      sides[v < 0] += std::abs(v);
    }
    const double alone[2] = {sides[0], sides[1]};
    for (std::size_t k = 0; k < n() && choices.third_parties == ThirdParties::half_committed; ++k) {
      if (k == i || k == j) continue;
      const double w = force[k], v = vote(w, u(k, i), u(k, j));
      const double x = alone[0] + std::max(v, 0.0), y = alone[1] + std::max(-v, 0.0);
      const double p = prevails(x / (x + y), 1 - x / (x + y));
      const double a = u(k, i), b = u(k, j), own = u(k, k), q = 1 - p;
      const double first = p * (a + a + own) + q * (b + b + b);
      const double second = p * (a + a + a) + q * (b + b + own);
      const double joins = vote(w, first, second);
      sides[joins < 0] += std::abs(joins);
    }
    const double p = prevails(sides[0], sides[1]), q = prevails(sides[1], sides[0]);
    const double win = 2 * u(i, i), lose = 2 * u(i, j), fight = p * win + q * lose;
    return {p, grained((1 - total[j]) * win + total[j] * fight - (u(i, i) + u(i, j)))};
  }

  struct Bargain {
    std::size_t i, j;
    Vector x, y;
  };

  Bargain strike(std::size_t i, std::size_t j, double odds) const {
    Bargain b{i, j, position[i], position[j]};
    for (std::size_t k = 0; k < b.x.size(); ++k) {
      const double x = position[i][k], y = position[j][k], s = salience[i][k], t = salience[j][k];
      const double own = corrected() ? 0 : 1e-6;
      if (choices.bargain_weights == BargainWeights::stronger) {
        const double di = std::max(0.0, (1 - odds) - odds), dj = std::max(0.0, odds - (1 - odds));
        b.x[k] = x + di * (t * t) / (di * (t * t) + own + (1 - di) * (s * s)) * (y - x);
        b.y[k] = y + dj * (s * s) / (dj * (s * s) + own + (1 - dj) * (t * t)) * (x - y);
      } else {
        const double e = choices.bargain_weights == BargainWeights::squared ? 2 : 1;
        const double wi = std::pow(s, e) * std::pow(odds, e), wj = std::pow(t, e) * std::pow(1 - odds, e);
        const auto rounded = [](double v) { return static_cast<int>(0.5 + v * 10000) / 10000.0; };
        b.x[k] = ((wi + own) * x + wj * y) / (wi + own + wj), b.y[k] = (wi * x + (wj + own) * y) / (wi + own + wj);
        if (!corrected()) b.x[k] = rounded(b.x[k]), b.y[k] = rounded(b.y[k]);
        if (corrected()) b.x[k] = b.y[k] = x + wj / (wi + wj) * (y - x);
      }
    }
    return b;
  }

  void turn() {
    const Vector risk = risks();
    std::vector<std::vector<Bargain>> queue(n());
    for (std::size_t i = 0; i < n(); ++i)
      if (corrected()) queue[i].push_back({i, i, position[i], position[i]});
    for (std::size_t i = 0; i < n(); ++i) {
      if (!corrected()) queue[i].push_back({i, i, position[i], position[i]});
      std::size_t best = i;
      double most = 1e-5;
      for (std::size_t j = 0; j < n(); ++j)
        if (const double gain = i == j ? 0 : challenge(risk, i, i, j).second; gain > most) best = j, most = gain;
      if (best == i) continue;
      const Bargain mine = strike(i, best, challenge(risk, i, i, best).first);
      const Bargain theirs = strike(i, best,
                                    corrected() ? challenge(risk, best, i, best).first
                                                : challenge(risk, best, i, best).second);  // the known defect
      Bargain both = mine;
      for (std::size_t k = 0; k < mine.x.size(); ++k) {
        const double a = force[i], b = corrected() ? force[best] : capability[i] * total[best];  // so is this
        both.x[k] = (a * mine.x[k] + b * theirs.x[k]) / (a + b);
        both.y[k] = (a * mine.y[k] + b * theirs.y[k]) / (a + b);
      }
      for (const std::size_t k : {i, best}) {
        queue[k].push_back(choices.bargain_model == BargainModel::blend ? both : mine);
        if (choices.bargain_model == BargainModel::both) queue[k].push_back(theirs);
      }
    }
    std::vector<Vector> next = position;
    for (std::size_t k = 0; k < n(); ++k) {
      const Vector p = contest(queue[k].size(), [&](std::size_t m, std::size_t at) {
        const Bargain& b = queue[k][at];
        double sum = b.i == b.j ? 0 : utility(m, b.x, risk[m]) + utility(m, b.y, risk[m]);
        for (std::size_t j = 0; j < n(); ++j)
          if (b.i == b.j || (j != b.i && j != b.j)) sum += grained(utility(m, position[j], seen(risk[m], risk[m])));
        return grained(sum / static_cast<double>(n()));
      });
      const Bargain& b = queue[k][static_cast<std::size_t>(std::max_element(p.begin(), p.end()) - p.begin())];
      next[k] = b.i == k ? b.x : b.y;
    }
    position = ideal = next;
  }
};

inline Spatial spatial(const Field& field, const SpatialChoices& choices) {
  Spatial s{choices, {}, {}, {}, {}, {}, {}, {}};
  for (std::size_t i = 0; i < field.actors.size(); ++i) {
    s.capability.push_back(field.capability[field.at(i, 0)]), s.total.push_back(0);
    s.salience.emplace_back(), s.position.emplace_back();
    for (std::size_t k = 0; k < field.issues.size(); ++k) {
      s.salience[i].push_back(field.salience[field.at(i, k)]), s.total[i] += s.salience[i][k];
      s.position[i].push_back((field.position[field.at(i, k)] - field.low[k]) / (field.high[k] - field.low[k]));
    }
  }
  s.ideal = s.position;
  for (std::size_t i = 0; i < s.n(); ++i) s.force.push_back(s.capability[i] * s.total[i]);
  s.ballot = s.capability;
  if (!s.corrected()) return s;
  for (const double by : {*std::max_element(s.force.begin(), s.force.end()), 0.0}) {
    const double sum = by > 0 ? by : std::accumulate(s.force.begin(), s.force.end(), 0.0);
    for (double& f : s.force) f /= sum;
  }
  s.ballot = s.force;
  return s;
}

}  // namespace armistice::collective::naive
