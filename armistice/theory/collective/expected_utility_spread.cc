// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/expected_utility_spread.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "armistice/theory/collective/expected_utility_table.h"

namespace armistice::collective {
namespace {

using Choices = ExpectedUtilityChoices;

constexpr std::array<std::string_view, 8> varied = {"odds",         "threat",     "exponent", "acceptance",
                                                    "capitulation", "status_quo", "span",     "curved_votes"};
constexpr std::array<std::size_t, 8> levels = {4, 4, 2, 3, 2, 2, 2, 2};

// The levels of the eight choices in a combination, the last choice running fastest.
std::array<std::size_t, 8> digits_of(std::size_t combination) {
  std::array<std::size_t, 8> digits{};
  for (std::size_t c = levels.size(); c-- > 0;) digits[c] = combination % levels[c], combination /= levels[c];
  return digits;
}

Choices reading(const std::array<std::size_t, 8>& level, Choices c) {
  c.odds = static_cast<Choices::Odds>(level[0]);
  c.threat = static_cast<Choices::Threat>(level[1]);
  c.exponent = static_cast<Choices::Exponent>(level[2]);
  c.acceptance = static_cast<Choices::Acceptance>(level[3]);
  c.capitulation = level[4] == 1;
  c.status_quo = level[5] == 0 ? 1 : 0.5;
  c.span = level[6] == 0 ? Choices::Span::first : Choices::Span::current;
  c.curved_votes = level[7] == 0;
  return c;
}

ExpectedUtilityRange range_of(std::vector<double> numbers) {
  std::sort(numbers.begin(), numbers.end());
  const auto at = [&](double share) {
    const double place = share * static_cast<double>(numbers.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, numbers.size() - 1);
    return numbers[below] + (place - static_cast<double>(below)) * (numbers[above] - numbers[below]);
  };
  return {at(0), at(0.05), at(0.25), at(0.5), at(0.75), at(0.95), at(1)};
}

// The design is balanced: the variance between the levels of a choice is that of their means.
double share_between(const std::vector<ExpectedUtilityEnd>& ends, std::size_t choice) {
  std::array<double, 4> sums{};
  double total = 0, squares = 0;
  for (std::size_t e = 0; e < ends.size(); ++e) sums[digits_of(e)[choice]] += ends[e].mean, total += ends[e].mean;
  const double n = static_cast<double>(ends.size()), mean = total / n;
  for (const ExpectedUtilityEnd& end : ends) squares += (end.mean - mean) * (end.mean - mean);
  double between = 0;
  const double each = n / static_cast<double>(levels[choice]);
  for (std::size_t l = 0; l < levels[choice]; ++l) between += each * std::pow(sums[l] / each - mean, 2);
  return squares > 1e-18 * n * (1 + mean * mean) ? between / squares : 0;
}

}  // namespace

std::span<const std::string_view> expected_utility_varied() { return varied; }

ExpectedUtilitySpread expected_utility_spread(const Field& field, std::size_t issue, int rounds, const Choices& rest) {
  const Field one = only_issue(field, issue);
  ExpectedUtilitySpread spread;
  std::size_t combinations = 1;
  for (const std::size_t l : levels) combinations *= l;
  std::vector<double> means, medians;
  for (std::size_t e = 0; e < combinations; ++e) {
    ExpectedUtilityEnd end;
    end.choices = reading(digits_of(e), rest);
    end.choices.rounds = rounds;
    end.choices.outcome = Choices::Outcome::mean;
    ExpectedUtilityTable table = expected_utility_table(one, end.choices);
    end.settled = play_rounds(table);
    end.mean = mean_of(table.position, table.weight);
    end.median = median_of(table.position, table.weight);
    means.push_back(end.mean), medians.push_back(end.median);
    spread.settled += end.settled ? 1 : 0;
    spread.ends.push_back(end);
  }
  spread.settled /= static_cast<double>(combinations);
  spread.mean = range_of(means), spread.median = range_of(medians);
  if (!std::isnan(means.front()))
    for (std::size_t c = 0; c < varied.size(); ++c) spread.matters[c] = share_between(spread.ends, c);
  return spread;
}

}  // namespace armistice::collective
