// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>

#include "armistice/base/lanes.h"

// Philox4x32-10 (Salmon, Moraes, Dror, Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3", SC11): a counter goes in,
// four random words come out. A stream belongs to a run: the counter is (run, step, purpose, block), the key the study's
// seed, so a run draws the same numbers whatever the threads, the tile and the shard, and can be replayed alone.
namespace armistice {

// The four words of `count` counters that differ in their first word only, word by word. Known answer: counter 0, key 0
// gives 6627e8d5 e169c58d bc57ac4c 9b00dbd8.
template <int count>
using Words = std::array<std::array<std::uint32_t, count>, 4>;

template <int count>
void philox(Words<count>& counter, std::uint32_t key0, std::uint32_t key1) {
  for (int round = 0; round < 10; ++round) {
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint64_t a = std::uint64_t{0xD2511F53u} * counter[0][i];
      const std::uint64_t b = std::uint64_t{0xCD9E8D57u} * counter[2][i];
      const std::uint32_t w0 = static_cast<std::uint32_t>(b >> 32) ^ counter[1][i] ^ key0;
      const std::uint32_t w2 = static_cast<std::uint32_t>(a >> 32) ^ counter[3][i] ^ key1;
      counter[1][i] = static_cast<std::uint32_t>(b);
      counter[3][i] = static_cast<std::uint32_t>(a);
      counter[0][i] = w0;
      counter[2][i] = w2;
    }
    key0 += 0x9E3779B9u;
    key1 += 0xBB67AE85u;
  }
}

// What a random number is for. A new mechanism takes a new purpose, so that it moves no other mechanism's numbers.
enum class Purpose : std::uint32_t {
  knobs = 1, front, losses, strikes, will, tempo, collapse, leaders, aid, reports, guesses, deadlines, pressure,
  meetings, search, answers, moods, ratify, hold
};

// The stream of `lane_count<V>` runs side by side, from run `first` on, at one step.
template <class V>
struct Stream {
  std::uint64_t seed = 0;
  std::uint32_t first = 0;
  std::uint32_t step = 0;

  Words<lane_count<V>> words(Purpose purpose, std::uint32_t block = 0) const {
    Words<lane_count<V>> w;
    for (std::size_t i = 0; i < lane_count<V>; ++i) {
      w[0][i] = first + static_cast<std::uint32_t>(i);
      w[1][i] = step;
      w[2][i] = static_cast<std::uint32_t>(purpose);
      w[3][i] = block;
    }
    philox<lane_count<V>>(w, static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32));
    return w;
  }

  // Four uniform numbers in (0, 1), with 23 bits each, so that a float holds them exactly: the same in both
  // paths, never 0 or 1.
  std::array<V, 4> uniforms(Purpose purpose, std::uint32_t block = 0) const {
    const auto w = words(purpose, block);
    std::array<V, 4> u;
    for (std::size_t k = 0; k < 4; ++k)
      u[k] = per_lane<V>([&](int i) {
        return (static_cast<float>(w[k][static_cast<std::size_t>(i)] >> 9) + 0.5f) * 0x1p-23f;
      });
    return u;
  }

  // Four independent standard normal numbers, by Box and Muller (1958). |z| <= 5.8, from the 23 bits of the uniform.
  std::array<V, 4> normals(Purpose purpose, std::uint32_t block = 0) const {
    const auto u = uniforms(purpose, block);
    std::array<V, 4> z;
    for (std::size_t k = 0; k < 4; k += 2) {
      const V radius = sqrt(constant<V>(-2.0) * log(u[k]));
      const V angle = constant<V>(6.283185307179586) * (u[k + 1] - constant<V>(0.5));
      if constexpr (lane_count<V> == 1) {
        z[k] = radius * std::cos(angle), z[k + 1] = radius * std::sin(angle);
      } else {
        const auto [s, c] = xsimd::sincos(angle);
        z[k] = radius * c, z[k + 1] = radius * s;
      }
    }
    return z;
  }
};

}  // namespace armistice
