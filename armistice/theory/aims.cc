// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/aims.h"

#include <algorithm>
#include <cmath>

namespace armistice {
namespace {

// What is above the reservation; nothing where the two are the same in quanta. Never negative: packages that are not
// rational are taken out at the end.
struct Gain {
  double reservation, quantum_more;
  explicit Gain(double r) : reservation(r), quantum_more(quantised(r) + 1) {}
  double operator()(double utility) const {
    const double gain = utility - reservation;
    return reaches(utility, quantum_more) ? gain : 0.0;
  }
};

double least_of(double a, double b) { return a < b ? a : b; }

template <class F>
void for_all(const Block& block, std::size_t party, std::vector<double>& out, F f) {
  const double* utility = block.utility[party].data();
  double* to = out.data();
  for (std::size_t i = 0; i < block.size; ++i) to[i] = f(to[i], utility[i]);
}

void nash(const Claims& claims, const Block& block, std::vector<double>& out) {
  std::fill(out.begin(), out.end(), 1.0);
  for (std::size_t p = 0; p < claims.weights.size(); ++p) {
    const double w = claims.weights[p];
    const Gain gain(claims.reservation[p]);
    if (w == 1)
      for_all(block, p, out, [&](double s, double u) { return s * gain(u); });
    else if (w > 0)
      for_all(block, p, out, [&](double s, double u) { return s > 0 ? s * std::pow(gain(u), w) : s; });
  }
}

// The least of gain / unit over the parties with a unit; 0 where nobody has one.
void least_gain(const Claims& claims, const std::vector<double>& unit, const Block& block, std::vector<double>& out) {
  const bool none = std::all_of(unit.begin(), unit.end(), [](double u) { return u == 0; });
  std::fill(out.begin(), out.end(), none ? 0.0 : std::numeric_limits<double>::infinity());
  for (std::size_t p = 0; p < unit.size(); ++p) {
    const Gain gain(claims.reservation[p]);
    const double one = unit[p];
    if (one > 0) for_all(block, p, out, [&](double s, double u) { return least_of(s, gain(u) / one); });
  }
}

void sum(const std::vector<double>& weights, const Block& block, std::vector<double>& out) {
  std::fill(out.begin(), out.end(), 0.0);
  for (std::size_t p = 0; p < weights.size(); ++p)
    for_all(block, p, out, [w = weights[p]](double s, double u) { return s + w * u; });
}

void rational_only(const Claims& claims, const Block& block, std::vector<double>& out) {
  for (std::size_t p = 0; p < claims.reservation.size(); ++p) {
    const double least = quantised(claims.reservation[p]);
    for_all(block, p, out, [&](double s, double u) { return reaches(u, least) ? s : no_score; });
  }
}

}  // namespace

void score(const Claims& claims, Aim aim, const Block& block, std::vector<double>& out) {
  out.resize(block.size);
  const std::vector<double> even(claims.weights.size(), 1.0);
  switch (aim) {
    case Aim::nash:
      nash(claims, block, out);
      break;
    case Aim::kalai:
      least_gain(claims, claims.weights, block, out);
      break;
    case Aim::ks: {
      std::vector<double> unit = claims.hope;
      for (std::size_t p = 0; p < unit.size(); ++p) unit[p] *= claims.weights[p];
      least_gain(claims, unit, block, out);
      break;
    }
    case Aim::utilitarian:
    case Aim::utilitarian_rational:
      sum(claims.weights, block, out);
      break;
    case Aim::kalai_sum: {
      sum(even, block, out);
      std::vector<double> least(block.size);
      least_gain(claims, claims.weights, block, least);
      for (std::size_t i = 0; i < block.size; ++i) out[i] = least[i] >= claims.kalai_least ? out[i] : no_score;
      break;
    }
  }
  if (aim != Aim::utilitarian) rational_only(claims, block, out);
}

double tied_from(Aim aim, double best) {
  return aim == Aim::nash ? best * (1 - 1e-9) : best - std::max(utility_quantum / 2, 1e-13 * std::abs(best));
}

}  // namespace armistice
