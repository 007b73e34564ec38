// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/number.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

#include "armistice/base/normal.h"

namespace armistice {
namespace {

double triangular_quantile(double low, double mode, double high, double u) {
  const double range = high - low;
  if (range <= 0) return mode;
  const double split = (mode - low) / range;
  return u < split ? low + std::sqrt(u * range * (mode - low)) : high - std::sqrt((1 - u) * range * (high - mode));
}

double unclamped(const Knob& knob, double u) {
  switch (knob.shape) {
    case Shape::fixed:
      return knob.a;
    case Shape::uniform:
      return knob.a + u * (knob.b - knob.a);
    case Shape::triangular:
      return triangular_quantile(knob.a, knob.b, knob.c, u);
    case Shape::normal:
      return knob.a + knob.b * normal_quantile(u);
    case Shape::lognormal:
      return knob.a * std::exp(knob.b * normal_quantile(u));
  }
  assert(false);
  return knob.a;
}

}  // namespace

double quantile(const Knob& knob, double u) {
  assert(u > 0 && u < 1);
  return std::clamp(unclamped(knob, u), knob.least, knob.most);
}

double centre(const Knob& knob) { return quantile(knob, 0.5); }

std::string show(const Knob& k) {
  switch (k.shape) {
    case Shape::fixed:
      return fmt::format("{:g}", k.a);
    case Shape::uniform:
      return fmt::format("[{:g}, {:g}]", k.a, k.b);
    case Shape::triangular:
      return fmt::format("[{:g}, {:g}, {:g}]", k.a, k.b, k.c);
    case Shape::normal:
      return fmt::format("normal({:g}, {:g})", k.a, k.b);
    case Shape::lognormal:
      return fmt::format("lognormal({:g}, {:g})", k.a, k.b);
  }
  assert(false);
  return "";
}

std::string legal_range(double least, double most) {
  const bool below = least > -unbounded, above = most < unbounded;
  if (below && above) return fmt::format("from {:g} to {:g}", least, most);
  if (below) return fmt::format("of at least {:g}", least);
  return above ? fmt::format("of at most {:g}", most) : "of a size below 1e12";
}

std::string source_of(const Knob& knob) {
  if (knob.by_hand) return "set by hand";
  if (knob.structural) return "-";
  if (knob.omitted) return "left out";
  if (knob.sources.empty()) return "assumed";
  std::string listed;
  for (const std::string& id : knob.sources) listed.append(listed.empty() ? "" : ", ").append(id);
  return listed;
}

}  // namespace armistice
