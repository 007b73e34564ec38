// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/number.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace armistice {
namespace {

// Value of the polynomial c[0] + c[1] x + ... at x.
template <std::size_t n>
double polynomial(const double (&c)[n], double x) {
  double value = c[n - 1];
  for (std::size_t i = n - 1; i-- > 0;) value = value * x + c[i];
  return value;
}

// Quantile of the standard normal distribution. Wichura 1988, Applied Statistics 37(3), algorithm AS 241 (PPND16), good
// to about 1 part in 10^16. At 0.975 it is 1.959964. Own code, so that a draw is the same with any library.
double normal_quantile(double u) {
  static constexpr double a[] = {3.3871328727963666080e0,  1.3314166789178437745e+2, 1.9715909503065514427e+3,
                                 1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                 3.3430575583588128105e+4, 2.5090809287301226727e+3};
  static constexpr double b[] = {1.0,
                                 4.2313330701600911252e+1,
                                 6.8718700749205790830e+2,
                                 5.3941960214247511077e+3,
                                 2.1213794301586595867e+4,
                                 3.9307895800092710610e+4,
                                 2.8729085735721942674e+4,
                                 5.2264952788528545610e+3};
  static constexpr double c[] = {1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                                 3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                                 2.27238449892691845833e-2, 7.74545014278341407640e-4};
  static constexpr double d[] = {1.0,
                                 2.05319162663775882187e0,
                                 1.67638483018380384940e0,
                                 6.89767334985100004550e-1,
                                 1.48103976427480074590e-1,
                                 1.51986665636164571966e-2,
                                 5.47593808499534494600e-4,
                                 1.05075007164441684324e-9};
  static constexpr double e[] = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                                 2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                 2.71155556874348757815e-5, 2.01033439929228813265e-7};
  static constexpr double f[] = {1.0,
                                 5.99832206555887937690e-1,
                                 1.36929880922735805310e-1,
                                 1.48753612908506148525e-2,
                                 7.86869131145613259100e-4,
                                 1.84631831751005468180e-5,
                                 1.42151175831644588870e-7,
                                 2.04426310338993978564e-15};
  const double q = u - 0.5;
  if (std::abs(q) <= 0.425) {
    const double r = 0.180625 - q * q;
    return q * polynomial(a, r) / polynomial(b, r);
  }
  const double r = std::sqrt(-std::log(q < 0 ? u : 1 - u));
  const double size =
      r <= 5 ? polynomial(c, r - 1.6) / polynomial(d, r - 1.6) : polynomial(e, r - 5) / polynomial(f, r - 5);
  return q < 0 ? -size : size;
}

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

}  // namespace armistice
