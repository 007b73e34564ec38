// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/choice.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <map>

namespace armistice::exact {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

std::vector<int> cells_of(const Choice& choice, const std::vector<Literal>& literals) {
  std::vector<int> cells;
  for (const Literal& literal : literals) cells.push_back(choice.first[at(literal.issue)] + literal.option);
  std::sort(cells.begin(), cells.end());
  cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
  return cells;
}

bool contradictory(const Choice& choice, const std::vector<int>& sorted_cells) {
  for (std::size_t i = 1; i < sorted_cells.size(); ++i)
    if (choice.issue[at(sorted_cells[i])] == choice.issue[at(sorted_cells[i - 1])]) return true;
  return false;
}

// Interactions of one and the same combination become one link, those of one clause a part of its cell.
void add_links(const Space& space, const std::vector<int>& parties, const std::vector<double>& scale, Choice& choice) {
  const std::size_t cells = choice.issue.size();
  std::map<std::vector<int>, std::vector<double>> links;
  for (const Interaction& each : space.interactions) {
    const std::vector<int> when = cells_of(choice, each.when);
    if (contradictory(choice, when)) continue;
    for (std::size_t r = 0; r < parties.size(); ++r) {
      if (parties[r] != each.party) continue;
      const double value = each.value / scale[r];
      if (when.empty())
        choice.constant[r] += value;
      else if (when.size() == 1)
        choice.row[r * cells + at(when[0])] += value;
      else
        links.try_emplace(when, parties.size(), 0.0).first->second[r] += value;
    }
  }
  for (auto& [when, value] : links) choice.links.push_back({when, value});
}

void add_clauses(const Space& space, Choice& choice) {
  for (const Implication& rule : space.implications) {
    Clause clause{cells_of(choice, rule.then), cells_of(choice, rule.when)};
    const auto among_no = [&](int c) { return std::binary_search(clause.no.begin(), clause.no.end(), c); };
    if (contradictory(choice, clause.no) || std::any_of(clause.yes.begin(), clause.yes.end(), among_no)) continue;
    for (const int c : clause.yes) clause.issues |= std::uint64_t{1} << choice.issue[at(c)];
    for (const int c : clause.no) clause.issues |= std::uint64_t{1} << choice.issue[at(c)];
    if (clause.yes.empty() && clause.no.empty()) clause.issues = ~std::uint64_t{0};  // nothing is allowed
    choice.clauses.push_back(std::move(clause));
  }
}

}  // namespace

Choice choice_of(const Space& space, const std::vector<int>& parties, const std::vector<double>& floor,
                 const std::vector<double>& scale) {
  assert(space.options.size() <= 64 && floor.size() == parties.size() && scale.size() == parties.size());
  Choice choice;
  choice.rows = static_cast<int>(parties.size());
  choice.first = first_cells(space);
  for (std::size_t k = 0; k < space.options.size(); ++k) {
    assert(space.options[k] >= 1 && space.options[k] <= 64);
    choice.issue.insert(choice.issue.end(), at(space.options[k]), static_cast<int>(k));
  }
  const std::size_t cells = choice.issue.size();
  choice.base.assign(cells, 0.0);
  for (std::size_t r = 0; r < parties.size(); ++r) {
    assert(scale[r] > 0);
    for (std::size_t c = 0; c < cells; ++c) choice.row.push_back(space.utility[at(parties[r]) * cells + c] / scale[r]);
    choice.constant.push_back((space.constant[at(parties[r])] - floor[r]) / scale[r]);
    choice.most.push_back((space.cap - floor[r]) / scale[r]);
  }
  add_links(space, parties, scale, choice);
  add_clauses(space, choice);
  return choice;
}

Box whole_box(const Choice& choice) {
  Box box;
  for (std::size_t k = 0; k + 1 < choice.first.size(); ++k) {
    const int options = choice.first[k + 1] - choice.first[k];
    box.open.push_back(options == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << options) - 1);
  }
  return box;
}

bool propagate(const Choice& choice, Box& box, std::uint64_t changed) {
  const auto bit = [&](int c) { return std::uint64_t{1} << (c - choice.first[at(choice.issue[at(c)])]); };
  const auto open = [&](int c) -> std::uint64_t& { return box.open[at(choice.issue[at(c)])]; };
  while (changed != 0) {
    const std::uint64_t look = changed;
    changed = 0;
    for (const Clause& clause : choice.clauses) {
      if ((clause.issues & look) == 0) continue;
      // What is left of the clause: options of one issue, one of which must be taken, or one that must not.
      bool holds = false;
      int refusals = 0, refusal = -1, taker = -1;
      std::uint64_t takers = 0;
      bool many = false;
      for (const int c : clause.no) {
        holds = holds || (open(c) & bit(c)) == 0;
        if (open(c) != bit(c)) ++refusals, refusal = c;
      }
      for (const int c : clause.yes) {
        holds = holds || open(c) == bit(c);
        if ((open(c) & bit(c)) == 0) continue;
        many = many || (taker >= 0 && choice.issue[at(taker)] != choice.issue[at(c)]);
        taker = c, takers |= bit(c);
      }
      if (holds || many || refusals + (taker >= 0) > 1) continue;
      if (refusals == 0 && taker < 0) return false;
      const int last = taker >= 0 ? taker : refusal;
      const std::uint64_t left = open(last) & (taker >= 0 ? takers : ~bit(refusal));
      if (left == open(last)) continue;
      open(last) = left;
      changed |= std::uint64_t{1} << choice.issue[at(last)];
    }
  }
  return std::all_of(box.open.begin(), box.open.end(), [](std::uint64_t mask) { return mask != 0; });
}

int broken(const Choice& choice, const std::vector<int>& package) {
  const auto chosen = [&](int c) {
    const int k = choice.issue[at(c)];
    return choice.first[at(k)] + package[at(k)] == c;
  };
  return static_cast<int>(std::count_if(choice.clauses.begin(), choice.clauses.end(), [&](const Clause& clause) {
    return std::none_of(clause.yes.begin(), clause.yes.end(), chosen) &&
           std::all_of(clause.no.begin(), clause.no.end(), chosen);
  }));
}

void rows_of(const Choice& choice, const std::vector<int>& package, std::vector<double>& rows) {
  const std::size_t cells = choice.issue.size();
  rows = choice.constant;
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (std::size_t k = 0; k < package.size(); ++k)
      rows[r] += choice.row[r * cells + at(choice.first[k] + package[k])];
  for (const Link& link : choice.links) {
    const bool all = std::all_of(link.cells.begin(), link.cells.end(), [&](int c) {
      const int k = choice.issue[at(c)];
      return choice.first[at(k)] + package[at(k)] == c;
    });
    for (std::size_t r = 0; all && r < rows.size(); ++r) rows[r] += link.value[r];
  }
  for (std::size_t r = 0; r < rows.size(); ++r) rows[r] = std::min(rows[r], choice.most[r]);
}

}  // namespace armistice::exact
