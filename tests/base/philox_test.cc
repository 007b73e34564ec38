// SPDX-License-Identifier: Apache-2.0
#include "armistice/base/philox.h"

#include <Random123/philox.h>
#include <gtest/gtest.h>

#include <random>

namespace armistice {
namespace {

using Four = std::array<std::uint32_t, 4>;

Four philox_of(const Four& counter, std::uint32_t key0, std::uint32_t key1) {
  Words<1> words;
  for (std::size_t k = 0; k < 4; ++k) words[k][0] = counter[k];
  philox<1>(words, key0, key1);
  return {words[0][0], words[1][0], words[2][0], words[3][0]};
}

// The vectors of the authors' own file of known answers (Random123, kat_vectors, philox4x32 10).
TEST(Philox, KnownAnswers) {
  constexpr std::uint32_t ones = 0xffffffff;
  EXPECT_EQ(philox_of({0, 0, 0, 0}, 0, 0), (Four{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  EXPECT_EQ(philox_of({ones, ones, ones, ones}, ones, ones), (Four{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(philox_of({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, 0xa4093822, 0x299f31d0),
            (Four{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Philox, AgreesWithTheAuthorsCode) {
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    Four counter;
    for (auto& word : counter) word = static_cast<std::uint32_t>(random());
    const auto key0 = static_cast<std::uint32_t>(random()), key1 = static_cast<std::uint32_t>(random());
    const philox4x32_ctr_t in = {{counter[0], counter[1], counter[2], counter[3]}};
    const philox4x32_key_t key = {{key0, key1}};
    const auto theirs = philox4x32_R(10, in, key);
    ASSERT_EQ(philox_of(counter, key0, key1), (Four{theirs.v[0], theirs.v[1], theirs.v[2], theirs.v[3]}));
  }
}

// The counter of a stream is (run, step, purpose, block) and its key the seed, low word first.
TEST(Stream, WordsAreThoseOfItsCounter) {
  const Stream<double> stream{0x0123456789abcdef, 41, 7};
  const auto words = stream.words(Purpose::hold, 3);
  const Four one = philox_of({41, 7, static_cast<std::uint32_t>(Purpose::hold), 3}, 0x89abcdef, 0x01234567);
  for (std::size_t k = 0; k < 4; ++k) EXPECT_EQ(words[k][0], one[k]);
}

TEST(Stream, LanesAreTheRunsSideBySide) {
  for (std::uint32_t first : {0u, 3u, 4294967290u}) {
    const Stream<Lanes> together{99, first, 12};
    const auto u = together.uniforms(Purpose::search, 5);
    const auto z = together.normals(Purpose::will);
    for (int l = 0; l < lane_count<Lanes>; ++l) {
      const Stream<double> alone{99, first + static_cast<std::uint32_t>(l), 12};
      const auto v = alone.uniforms(Purpose::search, 5);
      const auto y = alone.normals(Purpose::will);
      for (std::size_t k = 0; k < 4; ++k) {
        EXPECT_EQ(static_cast<double>(lane(u[k], l)), v[k]);
        EXPECT_NEAR(static_cast<double>(lane(z[k], l)), y[k], 2e-6);
      }
    }
  }
}

// Runs whose words have 23 zeros or 23 ones in front, found by trying four million: seed 1, step 0, Purpose::front.
TEST(Stream, UniformsAreNeverZeroOrOne) {
  const auto of_run = [](std::uint32_t run, std::size_t word) {
    const Stream<Lanes> lanes{1, run, 0};
    const double u = Stream<double>{1, run, 0}.uniforms(Purpose::front)[word];
    EXPECT_EQ(static_cast<double>(lane(lanes.uniforms(Purpose::front)[word], 0)), u);
    for (const Lanes& z : lanes.normals(Purpose::front)) EXPECT_LT(std::abs(lane(z, 0)), 5.9f);
    return u;
  };
  for (const auto& [run, word] : {std::pair{1944736u, 2u}, std::pair{2600208u, 0u}}) {
    EXPECT_EQ(of_run(run, word), 0x1p-24);
    EXPECT_GT(std::log(of_run(run, word)), -17);
  }
  for (const std::uint32_t run : {228158u, 3647491u}) {
    EXPECT_EQ(of_run(run, 3), 1 - 0x1p-24);
    EXPECT_LT(static_cast<float>(of_run(run, 3)), 1.0f);
  }
}

// Moments over n numbers: the standard error of the mean is 1/sqrt n, of the variance sqrt(2/n), of the third and
// fourth moment sqrt(15/n) and sqrt(96/n).
TEST(Stream, NormalsHaveTheirMoments) {
  constexpr int blocks = 25000, n = 4 * blocks * lane_count<Lanes>;
  std::array<double, 5> sum{};
  double pairs = 0;
  for (int b = 0; b < blocks; ++b) {
    const auto z = Stream<Lanes>{2, 0, static_cast<std::uint32_t>(b)}.normals(Purpose::front);
    for (int l = 0; l < lane_count<Lanes>; ++l) {
      for (std::size_t k = 0; k < 4; ++k) {
        const auto x = static_cast<double>(lane(z[k], l));
        sum[1] += x, sum[2] += x * x, sum[3] += x * x * x, sum[4] += x * x * x * x;
      }
      pairs += static_cast<double>(lane(z[0], l)) * static_cast<double>(lane(z[1], l));
    }
  }
  EXPECT_NEAR(sum[1] / n, 0, 4 / std::sqrt(n));
  EXPECT_NEAR(sum[2] / n, 1, 4 * std::sqrt(2.0 / n));
  EXPECT_NEAR(sum[3] / n, 0, 4 * std::sqrt(15.0 / n));
  EXPECT_NEAR(sum[4] / n, 3, 4 * std::sqrt(96.0 / n));
  EXPECT_NEAR(pairs / (n / 4.0), 0, 4 / std::sqrt(n / 4.0));
}

TEST(Stream, PurposesStepsBlocksAndSeedsDoNotShareNumbers) {
  const Stream<double> stream{5, 1, 1};
  const double u = stream.uniforms(Purpose::front)[0];
  EXPECT_NE(u, stream.uniforms(Purpose::will)[0]);
  EXPECT_NE(u, stream.uniforms(Purpose::front, 1)[0]);
  EXPECT_NE(u, (Stream<double>{5, 1, 2}.uniforms(Purpose::front)[0]));
  EXPECT_NE(u, (Stream<double>{6, 1, 1}.uniforms(Purpose::front)[0]));
  EXPECT_NE(u, (Stream<double>{5 + (std::uint64_t{1} << 32), 1, 1}.uniforms(Purpose::front)[0]));
}

}  // namespace
}  // namespace armistice
