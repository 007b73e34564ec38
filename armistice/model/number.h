// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "armistice/base/problem.h"

namespace armistice {

enum class Shape { fixed, uniform, triangular, normal, lognormal };

// An uncertain number of the dossier: its path ("party.russia.war_cost"), how it is distributed and where it is from.
//   fixed: a · uniform: a to b · triangular: a, mode b, c · normal: mean a, s.d. b · lognormal: median a, s.d. of log b
// Draws are clamped to [least, most], the range in which the number has a meaning.
struct Knob {
  std::string path;
  std::string unit;
  std::string meaning;
  Shape shape = Shape::fixed;
  double a = 0, b = 0, c = 0;
  double least = 0, most = 0;
  std::vector<std::string> sources;  // ids of claims or sources; empty: assumed
  bool omitted = false;              // not in the files: the fallback of its specification stands in, assumed
  bool structural = false;  // left out on purpose (an effect that a lever or option does not have): 0, no claim
  bool by_hand = false;     // changed for one study (override.h), not as the files have it: assumed
  Place place;

  bool assumed() const { return sources.empty() && !structural; }
};

// A number as a handle: its row in the list of knobs. The same structs of numbers serve the dossier and the model.
struct Number {
  int knob = -1;
};

// What a number may be and what stands in when the dossier omits it (a triangular range, always assumed).
struct Spec {
  std::string_view key;
  std::string_view unit;
  double least, most;
  double low, mode, high;
  std::string_view meaning;
};

// The value of the knob at chance u in (0, 1): the quantile of its distribution, clamped to its legal range.
// A triangular knob (0, 0.5, 1) at u = 0.5 is 0.5.
double quantile(const Knob& knob, double u);

// The middle of the knob's distribution: its value at u = 0.5.
double centre(const Knob& knob);

// The knob's distribution as people read it: "0.2", "[0.1, 0.4]" (uniform), "[0.1, 0.2, 0.4]" (triangular),
// "normal(0.2, 0.05)", "lognormal(0.2, 0.3)".
std::string show(const Knob& knob);

// Bounds this far out are none: the number may be of any size.
inline constexpr double unbounded = 1e12;

// Where a number has a meaning: "from 0 to 1", "of at least 0", "of at most 0", "of a size below 1e12".
std::string legal_range(double least, double most);

// Where the knob is from: "C1, C3" (ids of claims or sources), "assumed", "left out", "set by hand", "-" (structural).
std::string source_of(const Knob& knob);

}  // namespace armistice
