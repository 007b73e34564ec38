// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>
#include <xsimd/xsimd.hpp>

// A lane is a run. The engine is written once over a number type V: `Lanes` steps as many runs together as the machine
// has lanes, `double` is the reference path that steps one run in double precision. Masks instead of branches:
// select(mask, a, b), any(mask). The functions below mean the same for both.
namespace armistice {

using Lanes = xsimd::batch<float>;

template <class V>
inline constexpr int lane_count = 1;
template <>
inline constexpr int lane_count<Lanes> = static_cast<int>(Lanes::size);

template <class V>
struct MaskOf {
  using type = bool;
};
template <>
struct MaskOf<Lanes> {
  using type = xsimd::batch_bool<float>;
};
template <class V>
using Mask = typename MaskOf<V>::type;

inline double exp(double x) { return std::exp(x); }
inline double log(double x) { return std::log(x); }
inline double sqrt(double x) { return std::sqrt(x); }
inline double abs(double x) { return std::abs(x); }
inline double floor(double x) { return std::floor(x); }
inline double erfc(double x) { return std::erfc(x); }
inline std::pair<double, double> sincos(double x) { return {std::sin(x), std::cos(x)}; }
inline double min(double a, double b) { return a < b ? a : b; }
inline double max(double a, double b) { return a > b ? a : b; }
inline double select(bool mask, double a, double b) { return mask ? a : b; }
inline bool any(bool mask) { return mask; }
inline double lane(double x, int) { return x; }
inline bool lane(bool mask, int) { return mask; }

inline Lanes exp(const Lanes& x) { return xsimd::exp(x); }
inline Lanes log(const Lanes& x) { return xsimd::log(x); }
inline Lanes sqrt(const Lanes& x) { return xsimd::sqrt(x); }
inline Lanes abs(const Lanes& x) { return xsimd::abs(x); }
inline Lanes floor(const Lanes& x) { return xsimd::floor(x); }
inline Lanes erfc(const Lanes& x) { return xsimd::erfc(x); }
inline std::pair<Lanes, Lanes> sincos(const Lanes& x) { return xsimd::sincos(x); }
inline Lanes min(const Lanes& a, const Lanes& b) { return xsimd::min(a, b); }
inline Lanes max(const Lanes& a, const Lanes& b) { return xsimd::max(a, b); }
inline Lanes select(const Mask<Lanes>& mask, const Lanes& a, const Lanes& b) { return xsimd::select(mask, a, b); }
inline bool any(const Mask<Lanes>& mask) { return xsimd::any(mask); }
inline float lane(const Lanes& x, int i) { return x.get(static_cast<std::size_t>(i)); }
inline bool lane(const Mask<Lanes>& mask, int i) { return mask.get(static_cast<std::size_t>(i)); }

// a b + c in one rounding.
inline double multiply_add(double a, double b, double c) { return std::fma(a, b, c); }
inline Lanes multiply_add(const Lanes& a, const Lanes& b, const Lanes& c) { return xsimd::fma(a, b, c); }

template <class V>
V clamp(const V& x, const V& least, const V& most) {
  return min(max(x, least), most);
}

// The lane-wise number: constant(0.5) in either path.
template <class V>
V constant(double x) {
  if constexpr (lane_count<V> == 1) {
    return x;
  } else {
    return V(static_cast<float>(x));
  }
}

// A value for every lane from f(lane).
template <class V, class F>
V per_lane(F f) {
  if constexpr (lane_count<V> == 1) {
    return static_cast<V>(f(0));
  } else {
    alignas(64) std::array<float, V::size> values;
    for (int i = 0; i < lane_count<V>; ++i) values[static_cast<std::size_t>(i)] = static_cast<float>(f(i));
    return V::load_aligned(values.data());
  }
}

// The element table[index] for every lane, with one table of V per lane (index differs from lane to lane).
// `table` holds entries of V side by side, so that lane i of entry k lies at k * lanes + i.
inline double pick(const double* table, double index) { return table[static_cast<int>(index)]; }
inline Lanes pick(const Lanes* table, const Lanes& index) {
  using Index = xsimd::batch<std::int32_t>;
  static const Index own = [] {
    alignas(64) std::array<std::int32_t, Index::size> i;
    for (std::size_t k = 0; k < Index::size; ++k) i[k] = static_cast<std::int32_t>(k);
    return Index::load_aligned(i.data());
  }();
  const Index at = xsimd::to_int(index) * Index(static_cast<std::int32_t>(Lanes::size)) + own;
  return Lanes::gather(reinterpret_cast<const float*>(table), at);
}

}  // namespace armistice
