// SPDX-License-Identifier: Apache-2.0
#include "armistice/dynamics/assess.h"

#include <algorithm>
#include <memory>

#include "armistice/dynamics/begin.h"
#include "armistice/dynamics/search.h"

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// Collects one number per draw.
struct Sample {
  std::vector<double> values;
  void add(const Lanes& v, int lanes) {
    for (int i = 0; i < lanes; ++i) values.push_back(static_cast<double>(lane(v, i)));
  }
  double mean() const {
    double sum = 0;
    for (const double v : values) sum += v;
    return values.empty() ? 0 : sum / static_cast<double>(values.size());
  }
  Spread spread() {
    if (values.empty()) return {};
    const double middle = mean();
    std::sort(values.begin(), values.end());
    const auto quantile = [&](double p) {
      return values[static_cast<std::size_t>(p * static_cast<double>(values.size() - 1) + 0.5)];
    };
    return {middle, quantile(0.05), quantile(0.95)};
  }
};

struct TextSample {
  std::vector<Sample> gain, accept, passing;  // (party)
  std::vector<std::vector<double>> likes;     // (issue)(party): draws that like the clause
  Sample all, breakdown, years;
};

void look_at_text(const Model& m, const Terms<Lanes>& t, const State<Lanes>& s, const std::vector<int>& text, int lanes,
                  TextSample& sample) {
  Package<Lanes> p;
  for (std::size_t k = 0; k < text.size(); ++k) p.option[k] = constant<Lanes>(text[k]);
  add_up(m, t, p);
  Worths<Lanes> w;
  weigh(m, t, s, p, w);
  Lanes all(1.0f);
  for (std::size_t i = 0; i < at(m.parties); ++i) {
    if (!m.values_something[i]) continue;
    const Lanes chance = yes_chance(m, t, w, i, Lanes(0.0f));
    sample.gain[i].add(w.gain[i], lanes), sample.accept[i].add(chance, lanes),
        sample.passing[i].add(w.passing[i], lanes);
    all *= select(must_accept(m, t, p, i), chance, Lanes(1.0f));
  }
  sample.all.add(all, lanes);
  sample.breakdown.add(w.breakdown, lanes);
  sample.years.add(Lanes(1.0f) / max(w.breakdown, Lanes(1e-4f)), lanes);
  count_likes(m, t, text, lanes, sample.likes);
}

TextView view_of(const Model& m, int index, TextSample& sample, std::uint32_t draws) {
  TextView view;
  view.text = index;
  const auto& text = m.texts[at(index)];
  std::uint32_t holders = m.signatories;
  for (std::size_t k = 0; k < text.size(); ++k) holders |= m.spends[at(m.first[k] + text[k])];
  for (std::size_t i = 0; i < at(m.parties); ++i)
    view.party.push_back({m.values_something[i], (holders >> i & 1u) != 0 && m.values_something[i],
                          sample.gain[i].spread(), sample.accept[i].spread(), sample.passing[i].spread()});
  view.clauses = clause_views(m, text, sample.likes, draws);
  view.all_accept = sample.all.mean();
  view.breakdown = sample.breakdown.spread();
  view.years = sample.years.spread();
  return view;
}

}  // namespace

void count_likes(const Model& m, const Terms<Lanes>& t, const std::vector<int>& text, int lanes, Likes& likes) {
  likes.resize(text.size(), std::vector<double>(at(m.parties)));
  for (std::size_t k = 0; k < text.size(); ++k)
    for (int i = 0; i < m.parties; ++i) {
      const Lanes* cells = t.cells(i, m.first[k]);
      for (int l = 0; l < lanes; ++l) likes[k][at(i)] += lane(cells[text[k]], l) >= lane(cells[0], l) ? 1 : 0;
    }
}

std::vector<ClauseView> clause_views(const Model& m, const std::vector<int>& text, const Likes& likes,
                                     std::uint32_t draws) {
  std::vector<ClauseView> clauses;
  for (std::size_t k = 0; k < text.size(); ++k) {
    if (text[k] == 0) continue;
    ClauseView clause{static_cast<int>(k), text[k], {}, {}, true};
    for (std::size_t i = 0; i < at(m.parties); ++i) {
      const bool stake = m.weight[i * at(m.issues) + k].knob >= 0;
      const double share = likes[k][i] / draws;
      clause.likes.push_back(stake ? share : -1);
      clause.red_line.push_back(m.refuses[i * at(m.cells) + at(m.first[k] + text[k])]);
      if (m.signatories >> i & 1u) clause.consensus = clause.consensus && share >= 0.5;
    }
    clauses.push_back(std::move(clause));
  }
  return clauses;
}

Assessment assess(const Model& m, const Plan& plan, std::uint32_t draws) {
  if (plan.central) draws = 1;
  const Columns columns = columns_of(m);
  Terms<Lanes> t;
  const auto s = std::make_unique<State<Lanes>>();
  const auto parties = at(m.parties);
  const TextSample empty{std::vector<Sample>(parties),
                         std::vector<Sample>(parties),
                         std::vector<Sample>(parties),
                         std::vector<std::vector<double>>(at(m.issues), std::vector<double>(parties)),
                         {},
                         {},
                         {}};
  std::vector<TextSample> samples(m.texts.size(), empty);
  std::vector<Sample> walk_away(parties);
  Sample distance;
  Assessment result;
  result.draws = static_cast<int>(draws);
  result.blocker.assign(parties, 0);
  std::vector<std::vector<double>> votes(at(m.issues), std::vector<double>(most_options));
  for (std::uint32_t first = 0; first < draws; first += lane_count<Lanes>) {
    const int lanes = static_cast<int>(std::min<std::uint32_t>(lane_count<Lanes>, draws - first));
    prepare(m, columns, plan.on, plan.central, Stream<Lanes>{plan.seed, first, 0}, t);
    begin(m, t, *s);
    for (std::size_t i = 0; i < parties; ++i)
      if (m.values_something[i]) walk_away[i].add(s->walk_away[i], lanes);
    for (std::size_t x = 0; x < m.texts.size(); ++x) look_at_text(m, t, *s, m.texts[x], lanes, samples[x]);
    const Climbed best = climb_from(m, t, *s, usual_starts(m));
    distance.add(best.least, lanes);
    for (int l = 0; l < lanes; ++l) {
      if (lane(best.blocker, l) >= 0) result.blocker[at(static_cast<int>(lane(best.blocker, l)))] += 1.0 / draws;
      for (std::size_t k = 0; k < votes.size(); ++k)
        votes[k][at(static_cast<int>(lane(best.option[k], l)))] += 1.0 / draws;
    }
  }
  for (auto& sample : walk_away) result.walk_away.push_back(sample.spread());
  for (std::size_t x = 0; x < samples.size(); ++x)
    result.texts.push_back(view_of(m, static_cast<int>(x), samples[x], draws));
  result.zone = static_cast<double>(
                    std::count_if(distance.values.begin(), distance.values.end(), [](double d) { return d >= 0; })) /
                draws;
  result.distance = distance.spread();
  for (const auto& vote : votes) {
    const auto most = std::max_element(vote.begin(), vote.end());
    result.best.push_back(static_cast<int>(most - vote.begin()));
    result.best_share.push_back(*most);
  }
  return result;
}

}  // namespace armistice
