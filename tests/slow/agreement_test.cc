// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/dynamics/stage.h"

namespace armistice {
namespace {

// Shares of the endings over 4,000 runs: lanes against the reference path, within the Monte Carlo error of independent
// runs (the same runs in fact, so they lie much closer).
TEST(AgreementSlow, EndingsHaveTheSameShares) {
  const Model m = compile(testing::small_war());
  const Plan plan{.seed = 17, .on = {}, .central = false, .search_every = 0};
  constexpr std::uint32_t runs = 4000;
  std::vector<double> fast(runs), slow(runs);
  Simulator(m, plan).run(0, runs, [&](const WeekSeen& seen) {
    for (int l = 0; l < seen.lanes; ++l)
      fast[seen.first + static_cast<std::uint32_t>(l)] = static_cast<double>(lane(seen.state.ending, l));
  });
  for (std::uint32_t r = 0; r < runs; ++r)
    run_reference(m, plan, r, [&](int, const State<double>& s) { slow[r] = s.ending; });
  for (int e = 0; e < ending_count; ++e) {
    const auto share = [&](const std::vector<double>& of) {
      return static_cast<double>(std::count(of.begin(), of.end(), static_cast<double>(e))) / runs;
    };
    const double p = share(slow), error = std::sqrt(2 * std::max(p * (1 - p), 1.0 / runs) / runs);
    EXPECT_NEAR(share(fast), p, 2 * error) << e;
  }
}

}  // namespace
}  // namespace armistice
