// SPDX-License-Identifier: Apache-2.0
#include "armistice/dynamics/decision_order.h"

#include <algorithm>
#include <numeric>

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// How much the issue's options differ in the gain rows, summed.
double range_over_rows(const Model& m, const OpenOptions& open, const Relaxation& rows, int k) {
  const std::size_t n = at(rows.rows);
  double sum = 0;
  for (std::size_t r = 0; r < n; ++r) {
    if (!rows.is_gain[r] || !rows.always[r]) continue;
    double low = 1e9, high = -1e9;
    for (const int o : open[at(k)]) {
      const double here = rows.cell[at(m.first[at(k)] + o) * n + r];
      low = std::min(low, here), high = std::max(high, here);
    }
    sum += high - low;
  }
  return sum;
}

// Puts link x among the links that a cell hosts: beside its rivals, those that name the same other issue.
void host(const Model& m, std::size_t x, std::vector<Rivals>& groups, int other, float option,
          std::vector<int>& issue_of_group) {
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (other < 0 || issue_of_group[g] != other) continue;
    for (auto& rival : groups[g])
      for (const Choice& choice : m.links[rival.front()].when)
        if (choice.issue == other && choice.option == option) return rival.push_back(x);
    return groups[g].push_back({x});
  }
  groups.push_back({{x}}), issue_of_group.push_back(other);
}

}  // namespace

DecisionOrder decision_order(const Model& m, const OpenOptions& open, const Relaxation& rows) {
  DecisionOrder order;
  order.issue.resize(at(m.issues));
  std::iota(order.issue.begin(), order.issue.end(), 0);
  std::vector<double> spread;
  for (int k = 0; k < m.issues; ++k) spread.push_back(range_over_rows(m, open, rows, k));
  std::stable_sort(order.issue.begin(), order.issue.end(), [&](int a, int b) { return spread[at(a)] > spread[at(b)]; });
  order.level.assign(order.issue.size(), 0);
  for (std::size_t d = 0; d < order.issue.size(); ++d) order.level[at(order.issue[d])] = d;
  const auto last_level = [&](const std::vector<Choice>& a, const std::vector<Choice>& b) {
    std::size_t most = 0;
    for (const auto* choices : {&a, &b})
      for (const Choice& choice : *choices) most = std::max(most, order.level[at(choice.issue)]);
    return most;
  };
  order.links_at.assign(order.issue.size(), {}), order.rules_at.assign(order.issue.size(), {});
  order.hosted.assign(at(m.cells), {});
  for (const Rule& rule : m.rules) order.rules_at[last_level(rule.when, rule.then)].push_back(&rule);
  std::vector<std::vector<int>> rival_issue(at(m.cells));  // (cell, group): the other issue, -1 for several
  for (std::size_t x = 0; x < m.links.size(); ++x) {
    const auto& when = m.links[x].when;
    const std::size_t d = last_level(when, {});
    order.links_at[d].push_back(x);
    if (when.empty()) {  // holds whatever is chosen: every option of the first issue brings it
      const int first = m.first[at(order.issue[0])];
      for (int o = 0; o < m.options[at(order.issue[0])]; ++o)
        host(m, x, order.hosted[at(first + o)], -1, 0, rival_issue[at(first + o)]);
      continue;
    }
    int cell = 0, other = -1;
    float option = 0;
    for (const Choice& choice : when)
      if (choice.issue == order.issue[d])
        cell = m.first[at(choice.issue)] + static_cast<int>(choice.option);
      else
        other = choice.issue, option = choice.option;
    host(m, x, order.hosted[at(cell)], when.size() == 2 ? other : -1, option, rival_issue[at(cell)]);
  }
  return order;
}

}  // namespace armistice
