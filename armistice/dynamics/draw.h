// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "armistice/base/normal.h"
#include "armistice/base/philox.h"
#include "armistice/model/number.h"

// A draw: one value of every knob for a run.
namespace armistice {

// The knob's place in the stream, from its path (FNV-1a, 32 bits): a number added to a dossier moves no other number's
// draw, so that two versions of a dossier are compared with the same luck.
constexpr std::uint32_t place_of(std::string_view path) {
  std::uint32_t hash = 2166136261u;
  for (const char c : path) hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619u;
  return hash;
}

// The knob at chance u, as quantile() in model/number.h, in the engine's number type.
template <class V>
V value_at(const Knob& knob, const V& u) {
  const auto c = [](double x) { return constant<V>(x); };
  V x = c(knob.a);
  switch (knob.shape) {
    case Shape::fixed:
      return x;
    case Shape::uniform:
      x = c(knob.a) + u * c(knob.b - knob.a);
      break;
    case Shape::triangular: {
      const double width = knob.c - knob.a;
      if (width <= 0) break;
      const V rising = c(knob.a) + sqrt(u * c(width * (knob.b - knob.a)));
      const V falling = c(knob.c) - sqrt((c(1.0) - u) * c(width * (knob.c - knob.b)));
      x = select(u < c((knob.b - knob.a) / width), rising, falling);
      break;
    }
    case Shape::normal:
      x = c(knob.a) + c(knob.b) * normal_quantile(u);
      break;
    case Shape::lognormal:
      x = c(knob.a) * exp(c(knob.b) * normal_quantile(u));
      break;
  }
  return clamp(x, c(knob.least), c(knob.most));
}

// Draws every knob for the runs of the stream (central: all at u = 0.5); `value` has room for each.
template <class V>
void draw(const std::vector<Knob>& knobs, const Stream<V>& stream, bool central, std::span<V> value) {
  for (std::size_t k = 0; k < knobs.size(); ++k) {
    const Knob& knob = knobs[k];
    const bool fixed = central || knob.shape == Shape::fixed;
    value[k] = value_at<V>(knob, fixed ? constant<V>(0.5) : stream.uniforms(Purpose::knobs, place_of(knob.path))[0]);
  }
}

}  // namespace armistice
