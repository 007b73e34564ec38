// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/atoms.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace armistice::collective {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

}  // namespace

Atoms tidied(Atoms atoms) {
  std::sort(atoms.begin(), atoms.end(), [](const Atom& a, const Atom& b) { return a.value < b.value; });
  Atoms merged;
  double total = 0;
  for (const Atom& atom : atoms) {
    if (merged.empty() || merged.back().value != atom.value) merged.push_back({atom.value, 0});
    merged.back().share += atom.share;
    total += atom.share;
  }
  if (!(total > 0)) return {};
  for (Atom& atom : merged) atom.share /= total;
  return merged;
}

double mean_of(const Atoms& atoms) {
  if (atoms.empty()) return unknown;
  double sum = 0;
  for (const Atom& atom : atoms) sum += atom.share * atom.value;
  return std::clamp(sum, atoms.front().value, atoms.back().value);
}

double median_of(const Atoms& atoms) {
  constexpr double hair = 1e-12;
  double below = 0;
  for (std::size_t k = 0; k < atoms.size(); ++k) {
    below += atoms[k].share;
    if (std::abs(below - 0.5) <= hair) {
      std::size_t next = k + 1;
      while (next < atoms.size() && atoms[next].share == 0) ++next;
      return next < atoms.size() ? (atoms[k].value + atoms[next].value) / 2 : atoms[k].value;
    }
    if (below > 0.5) return atoms[k].value;
  }
  return unknown;
}

double crps(const Atoms& atoms, double observed) {
  if (atoms.empty()) return unknown;
  // E|X - X'| / 2 is the integral of F (1 - F).
  double error = 0, spread = 0, below = 0;
  for (std::size_t k = 0; k < atoms.size(); ++k) {
    error += atoms[k].share * std::abs(atoms[k].value - observed);
    below += atoms[k].share;
    if (k + 1 < atoms.size()) spread += below * (1 - below) * (atoms[k + 1].value - atoms[k].value);
  }
  return error - spread;
}

double mean_distance(const Atoms& x, const Atoms& y) {
  assert(!x.empty() && !y.empty());
  // E|X - Y| is the integral of F (1 - G) + G (1 - F): one walk over both, in ascending order.
  double f = 0, g = 0, sum = 0, last = std::min(x.front().value, y.front().value);
  for (std::size_t i = 0, j = 0; i < x.size() || j < y.size();) {
    const bool first = j == y.size() || (i < x.size() && x[i].value <= y[j].value);
    const double value = first ? x[i].value : y[j].value;
    sum += (f * (1 - g) + g * (1 - f)) * (value - last);
    last = value;
    if (first)
      f += x[i++].share;
    else
      g += y[j++].share;
  }
  return sum;
}

}  // namespace armistice::collective
