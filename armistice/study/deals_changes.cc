// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "armistice/study/deals_parts.h"

namespace armistice {
namespace {

// Everything that is the same for all changes of one text.
struct Search {
  const Hands& hands;
  const Hands& central;
  const DealQuestion& question;
  const std::vector<int>& text;
  int enough;  // draws

  bool may_change(int k) const { return question.required.empty() || question.required[at(k)] < 0; }

  // The largest change of a party's utility by the clause, at the centre of the numbers.
  double movement(const ClauseChange& c) const {
    const Model& m = hands.model;
    double most = 0;
    for (int i = 0; i < m.parties; ++i) {
      if (!m.values_something[at(i)]) continue;
      const Lanes* cells = central.blocks[0]->t.cells(i, m.first[at(c.issue)]);
      most = std::max(most, static_cast<double>(std::abs(lane(cells[c.to], 0) - lane(cells[c.from], 0))));
    }
    return most;
  }

  std::vector<ClauseChange> changes_to(const std::vector<int>& package) const {
    std::vector<ClauseChange> changes;
    for (int k = 0; k < static_cast<int>(text.size()); ++k)
      if (package[at(k)] != text[at(k)]) changes.push_back({k, text[at(k)], package[at(k)]});
    return changes;
  }

  bool will_do(const DealView& deal) const {
    return deal.passes >= question.share - 1e-9 && deal.ratified >= question.ratified;
  }

  TextChange step(const std::vector<int>& package, bool all_tried) const {
    TextChange step;
    step.changes = changes_to(package);
    for (const ClauseChange& c : step.changes) step.movement += movement(c);
    step.all_tried = all_tried;
    step.deal = view_deal(hands, package);
    step.enough = will_do(step.deal);
    return step;
  }
};

// The best packages of one number of changed clauses.
struct Level {
  std::vector<std::pair<Passing, std::vector<int>>> best;  // passing in most draws first
  std::vector<std::vector<int>> enough;
};

constexpr std::size_t beam = 40;

void look_at(const Search& s, const std::vector<int>& package, Level& level) {
  // What cannot come near the best of its level any more is given up early.
  const int needed = level.best.size() < beam ? 0 : std::min(s.enough, level.best.back().first.draws);
  const Passing p = passing_draws(s.hands, package, needed);
  if (p.draws < 0) return;
  if (p.draws >= s.enough && (s.question.ratified <= 0 || s.will_do(view_deal(s.hands, package))))
    level.enough.push_back(package);
  const auto place = std::upper_bound(level.best.begin(), level.best.end(), p,
                                      [](const Passing& a, const auto& b) { return a > b.first; });
  level.best.insert(place, {p, package});
  if (level.best.size() > beam) level.best.pop_back();
}

// Every package that differs in `left` more clauses, from issue `first` on.
void try_all(const Search& s, int first, int left, std::vector<int>& package, Level& level) {
  if (left == 0) return look_at(s, package, level);
  for (int k = first; k + left <= static_cast<int>(package.size()); ++k) {
    if (!s.may_change(k)) continue;
    for (int o = 0; o < s.hands.model.options[at(k)]; ++o) {
      if (o == s.text[at(k)]) continue;
      package[at(k)] = o;
      try_all(s, k + 1, left - 1, package, level);
    }
    package[at(k)] = s.text[at(k)];
  }
}

// One clause more than the best of the level before.
Level extend(const Search& s, const Level& before) {
  Level level;
  std::vector<std::vector<int>> seen;
  for (const auto& [passing, from] : before.best)
    for (int k = 0; k < static_cast<int>(from.size()); ++k) {
      if (from[at(k)] != s.text[at(k)] || !s.may_change(k)) continue;
      for (int o = 0; o < s.hands.model.options[at(k)]; ++o) {
        if (o == s.text[at(k)]) continue;
        auto package = from;
        package[at(k)] = o;
        if (std::find(seen.begin(), seen.end(), package) != seen.end()) continue;
        seen.push_back(package);
        look_at(s, package, level);
      }
    }
  return level;
}

}  // namespace

TextDeals change_text(const Hands& hands, const Hands& central, const DealQuestion& question, int x) {
  const Model& m = hands.model;
  TextDeals result;
  result.text = x;
  auto text = m.texts[at(x)];
  for (std::size_t k = 0; k < question.required.size(); ++k)
    if (question.required[k] >= 0) text[k] = question.required[k];
  result.as_is = view_deal(hands, text);
  Likes likes;
  for (const auto& hand : hands.blocks) count_likes(m, hand->t, text, hand->lanes, likes);
  result.clauses = clause_views(m, text, likes, hands.draws);
  result.compensations = compensate(hands, result.as_is, question);
  const int enough = static_cast<int>(std::ceil(question.share * hands.draws - 1e-9));
  const Search search{hands, central, question, text, std::max(1, enough)};
  if (search.will_do(result.as_is)) {
    result.smallest.push_back(search.step(text, true));
    return result;
  }
  Level level;
  const int most = std::min(question.most_changes, m.issues);
  for (int changes = 1; changes <= most; ++changes) {
    const bool all = changes <= question.all_changes;
    if (all) {
      level = {};
      auto package = text;
      try_all(search, 0, changes, package, level);
    } else {
      level = extend(search, level);
    }
    if (level.best.empty()) break;
    result.steps.push_back(search.step(level.best.front().second, all));
    if (level.enough.empty()) continue;
    for (const auto& package : level.enough) {
      double movement = 0;
      for (const ClauseChange& c : search.changes_to(package)) movement += search.movement(c);
      result.smallest.push_back({search.changes_to(package), all, true, movement, {}});
      result.smallest.back().deal.package = package;
    }
    std::stable_sort(result.smallest.begin(), result.smallest.end(),
                     [](const TextChange& a, const TextChange& b) { return a.movement < b.movement; });
    result.smallest.resize(std::min<std::size_t>(result.smallest.size(), 3));
    for (TextChange& change : result.smallest) change.deal = view_deal(hands, change.deal.package);
    break;
  }
  return result;
}

}  // namespace armistice
