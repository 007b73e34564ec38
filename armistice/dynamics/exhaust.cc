// SPDX-License-Identifier: Apache-2.0
#include "armistice/dynamics/exhaust.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "armistice/dynamics/relaxation.h"

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr std::size_t width = lane_count<Lanes>;

// A weight for each row, which add to 1 over the gain rows: the weighted sum of rows is at least the least gain.
using Weights = std::vector<double>;

// The nearest point of the simplex to the weights of the gain rows (Held, Wolfe and Crowder 1974); others not negative,
// and none on a row that a clause may lift out of reach.
void project(const Relaxation& rows, Weights& w) {
  std::vector<double> sorted;
  const auto on_simplex = [&](std::size_t r) { return rows.is_gain[r] && rows.always[r]; };
  for (std::size_t r = 0; r < w.size(); ++r)
    if (on_simplex(r))
      sorted.push_back(w[r]);
    else
      w[r] = rows.always[r] ? std::max(0.0, w[r]) : 0.0;
  std::sort(sorted.rbegin(), sorted.rend());
  double sum = 0, shift = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    sum += sorted[i];
    const double next = (sum - 1) / static_cast<double>(i + 1);
    if (sorted[i] > next) shift = next;
  }
  for (std::size_t r = 0; r < w.size(); ++r)
    if (on_simplex(r)) w[r] = std::max(0.0, w[r] - shift);
}

// The rows of one band ready for the walk: floats, padded to whole registers, with weighted sums as further rows.
struct BandRows {
  std::size_t blocks = 0;         // registers a row vector fills
  std::vector<float> start;       // (row): constants
  std::vector<float> cell, link;  // (cell, row), (link, row)
  std::vector<float> gain;        // (row): 1 where the floor on the least gain counts, 0 where 0 does
  std::vector<float> price;       // (party, row): what a party's certain failure at home takes off the row
  double bound = 10;              // of the band
};

class Walk {
 public:
  Walk(const Hands& hands, const Hand& hand, int lane, const ExhaustQuestion& question)
      : hands_(hands),
        m_(hands.model),
        hand_(hand),
        lane_(lane),
        one_(alone(hand, lane)),
        audience_(audience_rows(hands, hand, lane)),
        question_(question) {
    if (question_.fixed.empty()) question_.fixed.assign(at(m_.issues), -1);
  }

  double floor = -10;  // packages below it are of no interest
  std::uint64_t nodes = 0;
  double unresolved = -10;  // bound of what the limit left out
  bool stopped = false;
  std::function<bool(const std::vector<int>&, const Worths<Lanes>&, float least, int lane)> leaf;

  // A party that holds means must accept only what spends them: the packages that do and those that do not are looked
  // at apart, for every set of such parties.
  void all() {
    auto bands = hazard_bands(hands_, hand_, lane_, 8);
    bands.back().high *= 1.001;
    std::vector<int> holders;
    for (int i = 0; i < m_.parties; ++i)
      if (m_.values_something[at(i)] && !(m_.signatories >> i & 1u) && hands_.columns.spends[at(i)] >= 0)
        holders.push_back(i);
    for (std::uint32_t set = 0; set < 1u << holders.size(); ++set) {
      asked_ = without_ = 0;
      for (std::size_t x = 0; x < holders.size(); ++x) (set >> x & 1u ? asked_ : without_) |= 1u << holders[x];
      must_ = asked_;
      for (int i = 0; i < m_.parties; ++i)
        if (m_.values_something[at(i)]) must_ |= m_.signatories & 1u << i;
      if (!possible()) continue;
      // Low hazards first: a good package there makes the rest easy.
      for (const HazardBand& band : bands) look_at(band);
    }
  }

  bool try_package(const std::vector<int>& options) {
    for (std::size_t k = 0; k < options.size(); ++k)
      if (question_.fixed[k] >= 0 && question_.fixed[k] != options[k]) return false;
    band_ = {0, 1e9}, asked_ = 0;
    batch_.push_back(options);
    weigh_batch();
    return true;
  }

 private:
  bool over() const { return stopped || nodes >= question_.most_nodes; }

  bool free(int issue, int option) const {
    const int fixed = question_.fixed[at(issue)];
    return (fixed < 0 || fixed == option) && !(m_.spends[at(m_.first[at(issue)] + option)] & without_);
  }
  bool possible() const {
    for (int k = 0; k < m_.issues; ++k) {
      bool some = false;
      for (int o = 0; o < m_.options[at(k)]; ++o) some = some || free(k, o);
      if (!some) return false;
    }
    return true;
  }
  std::uint32_t spent(const std::vector<int>& options) const {
    std::uint32_t set = 0;
    for (std::size_t k = 0; k < options.size(); ++k) set |= m_.spends[at(m_.first[k] + options[k])];
    return set;
  }

  void look_at(const HazardBand& band) {
    if (stopped) return;
    const Relaxation rows = relax(hands_, hand_, lane_, band, must_);
    put_in_order(rows);
    const BandRows ready = tighten(rows);
    if (ready.bound < floor) return;
    if (over()) {
      unresolved = std::max(unresolved, ready.bound);
      return;
    }
    if (widest(band) > 0.03) {
      const double middle = band.low > 0 ? std::sqrt(band.low * band.high) : band.high / 4;
      look_at({band.low, middle});
      look_at({middle, band.high});
      return;
    }
    band_ = band;
    rows_ = &ready;
    arrange();
    options_.assign(at(m_.issues), 0);
    descend(0);
    weigh_batch();
    if (over()) unresolved = std::max(unresolved, ready.bound);
  }

  // The largest difference of a chance of breaking between the ends of a band.
  double widest(const HazardBand& band) const {
    double most = 0;
    for (int i = 0; i < m_.parties; ++i) {
      if (!m_.values_something[at(i)]) continue;
      const double rate = static_cast<double>(lane(one_->t(m_.party[at(i)].discount), 0));
      most = std::max(most, band.high / (rate + band.high) - band.low / (rate + band.low));
    }
    return most;
  }

  // The bound of the weighted sum of rows, clause by clause, and its slope in the weights. A link is granted where its
  // last issue has the option that it asks for, of rival links on one issue only the best.
  double bound_of(const Relaxation& rows, const Weights& w, std::vector<double>& slope) const {
    const std::size_t n = w.size();
    const auto dot = [&](const double* of_row) { return std::inner_product(w.begin(), w.end(), of_row, 0.0); };
    const auto add = [&](const double* of_row) {
      for (std::size_t r = 0; r < n; ++r) slope[r] += of_row[r];
    };
    std::vector<double> of_link(m_.links.size());
    for (std::size_t x = 0; x < of_link.size(); ++x) of_link[x] = dot(&rows.link[x * n]);
    slope = rows.constant;
    double bound = dot(rows.constant.data());
    for (int k = 0; k < m_.issues; ++k) {
      double most = -1e9;
      int best = 0;
      for (int o = 0; o < m_.options[at(k)]; ++o) {
        if (!free(k, o)) continue;
        const int cell = m_.first[at(k)] + o;
        double here = dot(&rows.cell[at(cell) * n]);
        for (const auto& rivals : hosted_[at(cell)]) here += std::max(0.0, best_of(rivals, of_link).second);
        if (here > most) most = here, best = cell;
      }
      bound += most;
      add(&rows.cell[at(best) * n]);
      for (const auto& rivals : hosted_[at(best)]) {
        const auto [which, value] = best_of(rivals, of_link);
        if (value > 0)
          for (const std::size_t x : rivals[which]) add(&rows.link[x * n]);
      }
    }
    return bound;
  }

  // Links that one option of one other issue brings, by that option: only one of them can be chosen.
  using Rivals = std::vector<std::vector<std::size_t>>;

  template <class T>
  static std::pair<std::size_t, T> best_of(const Rivals& rivals, const std::vector<T>& of_link) {
    std::pair<std::size_t, T> best{0, T(-1e9)};
    for (std::size_t i = 0; i < rivals.size(); ++i) {
      T sum = 0;
      for (const std::size_t x : rivals[i]) sum += of_link[x];
      if (sum > best.second) best = {i, sum};
    }
    return best;
  }

  // Subgradient steps of Polyak towards the least bound of the band; the best weights become rows of their own.
  BandRows tighten(const Relaxation& rows) const {
    const auto n = at(rows.rows);
    Weights w(n, 0.0), best_w;
    project(rows, w);
    std::vector<Weights> kept;
    std::vector<double> slope;
    double best = 1e9, reach = 1;
    for (int step = 0; step < 120; ++step) {
      const double bound = bound_of(rows, w, slope);
      if (bound < best - 1e-5)
        best = bound, best_w = w;
      else if (step % 10 == 9)
        reach *= 0.6;
      if (step == 30 || step == 70) kept.push_back(best_w);
      if (best < floor) break;
      for (std::size_t r = 0; r < n; ++r)
        if (!rows.always[r]) slope[r] = 0;
      const double length = std::inner_product(slope.begin(), slope.end(), slope.begin(), 1e-12);
      const double stride = reach * (bound - floor + 0.01) / length;
      for (std::size_t r = 0; r < n; ++r) w[r] -= stride * slope[r];
      project(rows, w);
    }
    kept.push_back(best_w);
    return ready(rows, kept, best);
  }

  BandRows ready(const Relaxation& rows, const std::vector<Weights>& kept, double bound) const {
    const auto n = at(rows.rows), total = n + kept.size();
    BandRows r;
    r.bound = bound;
    r.blocks = (total + width - 1) / width;
    const std::size_t padded = r.blocks * width;
    const auto spread = [&](const double* of_row, float* to) {
      for (std::size_t i = 0; i < n; ++i) to[i] = static_cast<float>(of_row[i]);
      for (std::size_t x = 0; x < kept.size(); ++x)
        to[n + x] = static_cast<float>(std::inner_product(kept[x].begin(), kept[x].end(), of_row, 0.0));
    };
    r.start.assign(padded, 0), r.gain.assign(padded, 0);
    spread(rows.constant.data(), r.start.data());
    // The padding asks nothing, and the sums in float may be off by a little.
    for (std::size_t i = 0; i < padded; ++i) r.start[i] = i < total ? r.start[i] + 1e-5f : 1e6f;
    for (std::size_t i = 0; i < n; ++i) r.gain[i] = rows.is_gain[i] ? 1 : 0;
    for (std::size_t i = n; i < total; ++i) r.gain[i] = 1;
    r.price.assign(at(m_.parties) * padded, 0);
    for (std::size_t i = 0; i < n; ++i) {
      if (rows.party[i] < 0) continue;
      const double price = audience_.price[at(rows.party[i])];
      float* to = &r.price[at(rows.party[i]) * padded];
      to[i] += static_cast<float>(price);
      for (std::size_t x = 0; x < kept.size(); ++x) to[n + x] += static_cast<float>(kept[x][i] * price);
    }
    r.cell.assign(at(m_.cells) * padded, 0), r.link.assign(m_.links.size() * padded, 0);
    for (std::size_t c = 0; c < at(m_.cells); ++c) spread(&rows.cell[c * n], &r.cell[c * padded]);
    for (std::size_t x = 0; x < m_.links.size(); ++x) spread(&rows.link[x * n], &r.link[x * padded]);
    return r;
  }

  // The order of the issues: what matters most first. Then where each link and constraint is decided.
  void put_in_order(const Relaxation& rows) {
    order_.resize(at(m_.issues));
    std::iota(order_.begin(), order_.end(), 0);
    std::vector<double> spread;
    for (int k = 0; k < m_.issues; ++k) spread.push_back(range_over_rows(rows, k));
    std::stable_sort(order_.begin(), order_.end(), [&](int a, int b) { return spread[at(a)] > spread[at(b)]; });
    level_.assign(order_.size(), 0);
    for (std::size_t d = 0; d < order_.size(); ++d) level_[at(order_[d])] = d;
    const auto last_level = [&](const std::vector<Choice>& a, const std::vector<Choice>& b) {
      std::size_t most = 0;
      for (const auto* choices : {&a, &b})
        for (const Choice& choice : *choices) most = std::max(most, level_[at(choice.issue)]);
      return most;
    };
    links_at_.assign(order_.size(), {}), rules_at_.assign(order_.size(), {});
    hosted_.assign(at(m_.cells), {});
    for (const Rule& rule : m_.rules) rules_at_[last_level(rule.when, rule.then)].push_back(&rule);
    std::vector<std::vector<int>> rival_issue(at(m_.cells));  // (cell, group): the other issue, -1 for several
    for (std::size_t x = 0; x < m_.links.size(); ++x) {
      const auto& when = m_.links[x].when;
      const std::size_t d = last_level(when, {});
      links_at_[d].push_back(x);
      int cell = 0, other = -1;
      float option = 0;
      for (const Choice& choice : when)
        if (choice.issue == order_[d])
          cell = m_.first[at(choice.issue)] + static_cast<int>(choice.option);
        else
          other = choice.issue, option = choice.option;
      host(x, at(cell), when.size() == 2 ? other : -1, option, rival_issue[at(cell)]);
    }
  }

  void host(std::size_t x, std::size_t cell, int other, float option, std::vector<int>& issue_of_group) {
    auto& groups = hosted_[cell];
    for (std::size_t g = 0; g < groups.size(); ++g) {
      if (other < 0 || issue_of_group[g] != other) continue;
      for (auto& rival : groups[g])
        for (const Choice& choice : m_.links[rival.front()].when)
          if (choice.issue == other && choice.option == option) return rival.push_back(x);
      return groups[g].push_back({x});
    }
    groups.push_back({{x}}), issue_of_group.push_back(other);
  }

  // For every level what the rest may still add to each row, and the options in the order of trying.
  void arrange() {
    const std::size_t padded = rows_->blocks * width;
    std::size_t sum_row = 0;  // the best weighted sum: the last row that is not padding
    for (std::size_t i = 0; i < padded; ++i)
      if (rows_->gain[i] > 0) sum_row = i;
    const auto worth = [&](int k, int o) { return rows_->cell[at(m_.first[at(k)] + o) * padded + sum_row]; };
    ranked_.assign(at(m_.issues), {});
    for (int k = 0; k < m_.issues; ++k) {
      for (int o = 0; o < m_.options[at(k)]; ++o)
        if (free(k, o)) ranked_[at(k)].push_back(o);
      std::stable_sort(ranked_[at(k)].begin(), ranked_[at(k)].end(),
                       [&](int a, int b) { return worth(k, a) > worth(k, b); });
    }
    arrange_audiences();
    rest_.assign((order_.size() + 1) * padded, 0), sums_ = rest_;
    std::copy(rows_->start.begin(), rows_->start.end(), sums_.begin());
    std::vector<float> of_link(m_.links.size());
    for (std::size_t r = 0; r < padded; ++r) {
      for (std::size_t x = 0; x < of_link.size(); ++x) of_link[x] = rows_->link[x * padded + r];
      for (std::size_t d = order_.size(); d-- > 0;) {
        float most = -1e9f;
        for (const int o : ranked_[at(order_[d])]) {
          const std::size_t cell = at(m_.first[at(order_[d])] + o);
          float here = rows_->cell[cell * padded + r];
          for (const auto& rivals : hosted_[cell]) here += std::max(0.0f, best_of(rivals, of_link).second);
          most = std::max(most, here);
        }
        rest_[d * padded + r] = rest_[(d + 1) * padded + r] + most;
      }
    }
  }

  void arrange_audiences() {
    const std::size_t n = at(audience_.audiences);
    content_.assign((order_.size() + 1) * n, 0), content_rest_ = content_;
    std::copy(audience_.constant.begin(), audience_.constant.end(), content_.begin());
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t d = order_.size(); d-- > 0;) {
        double most = -1e9;
        for (const int o : ranked_[at(order_[d])])
          most = std::max(most, audience_.cell[at(m_.first[at(order_[d])] + o) * n + a]);
        for (const std::size_t x : links_at_[d]) most += std::max(0.0, audience_.link[x * n + a]);
        content_rest_[d * n + a] = content_rest_[(d + 1) * n + a] + most;
      }
  }

  double range_over_rows(const Relaxation& rows, int k) const {
    const std::size_t n = at(rows.rows);
    double sum = 0;
    for (std::size_t r = 0; r < n; ++r) {
      if (!rows.is_gain[r] || !rows.always[r]) continue;
      double low = 1e9, high = -1e9;
      for (int o = 0; o < m_.options[at(k)]; ++o) {
        if (!free(k, o)) continue;
        const double here = rows.cell[at(m_.first[at(k)] + o) * n + r];
        low = std::min(low, here), high = std::max(high, here);
      }
      sum += high - low;
    }
    return sum;
  }

  bool holds(const std::vector<Choice>& all) const {
    return std::all_of(all.begin(), all.end(),
                       [&](const Choice& c) { return options_[at(c.issue)] == static_cast<int>(c.option); });
  }
  bool broken(const Rule& rule) const {
    return holds(rule.when) && std::none_of(rule.then.begin(), rule.then.end(), [&](const Choice& c) {
             return options_[at(c.issue)] == static_cast<int>(c.option);
           });
  }

  void descend(std::size_t d) {
    if (d == order_.size()) {
      batch_.push_back(options_);
      if (batch_.size() == width) weigh_batch();
      return;
    }
    const int k = order_[d];
    const std::size_t padded = rows_->blocks * width;
    for (const int o : ranked_[at(k)]) {
      if (over()) return;
      ++nodes;
      options_[at(k)] = o;
      if (std::any_of(rules_at_[d].begin(), rules_at_[d].end(), [&](const Rule* rule) { return broken(*rule); }))
        continue;
      const float* from = &sums_[d * padded];
      float* to = &sums_[(d + 1) * padded];
      const float* cells = &rows_->cell[at(m_.first[at(k)] + o) * padded];
      for (std::size_t r = 0; r < padded; ++r) to[r] = from[r] + cells[r];
      for (const std::size_t x : links_at_[d])
        if (holds(m_.links[x].when))
          for (std::size_t r = 0; r < padded; ++r) to[r] += rows_->link[x * padded + r];
      hear(d, k, o);
      if (may_reach(to, &rest_[(d + 1) * padded]) && may_carry(d + 1, to)) descend(d + 1);
    }
  }

  // The audiences' contentment, clause by clause.
  void hear(std::size_t d, int k, int o) {
    const std::size_t n = at(audience_.audiences);
    for (std::size_t a = 0; a < n; ++a)
      content_[(d + 1) * n + a] = content_[d * n + a] + audience_.cell[at(m_.first[at(k)] + o) * n + a];
    for (const std::size_t x : links_at_[d])
      if (holds(m_.links[x].when))
        for (std::size_t a = 0; a < n; ++a) content_[(d + 1) * n + a] += audience_.link[x * n + a];
  }

  // Whether audience a is asked, as far as the first d issues say.
  bool surely_asked(std::size_t a, std::size_t d) const {
    const auto& when = m_.audiences[a].only_when;
    for (std::size_t i = 0; i < when.size();) {
      const int issue = when[i].issue;
      bool one = false;
      for (; i < when.size() && when[i].issue == issue; ++i)
        one = one || options_[at(issue)] == static_cast<int>(when[i].option);
      if (!one || level_[at(issue)] >= d) return false;
    }
    return true;
  }

  // may_reach with the least that the audiences will cost: they are at most as content as the rest can make them.
  bool may_carry(std::size_t d, const float* sum) {
    const std::size_t n = at(audience_.audiences), padded = rows_->blocks * width;
    if (n == 0) return true;
    std::array<float, most_parties> passing;
    passing.fill(1);
    bool matters = false;
    for (std::size_t a = 0; a < n; ++a) {
      const int party = m_.audiences[a].party;
      if (!(must_ >> party & 1u)) continue;
      const double most = content_[d * n + a] + content_rest_[d * n + a];
      if (most > 6 || !surely_asked(a, d)) continue;
      passing[at(party)] /= 1 + static_cast<float>(std::exp(std::min(20.0, -most)));
      matters = true;
    }
    if (!matters) return true;
    const float* rest = &rest_[d * padded];
    for (std::size_t b = 0; b < rows_->blocks; ++b) {
      const std::size_t r = b * width;
      Lanes most = Lanes::load_unaligned(sum + r) + Lanes::load_unaligned(rest + r);
      for (std::size_t i = 0; i < at(m_.parties); ++i)
        if (passing[i] < 1) most -= Lanes(1 - passing[i]) * Lanes::load_unaligned(&rows_->price[i * padded + r]);
      if (any(most < Lanes(static_cast<float>(floor)) * Lanes::load_unaligned(&rows_->gain[r]))) return false;
    }
    return true;
  }

  bool may_reach(const float* sum, const float* rest) const {
    const Lanes least(static_cast<float>(floor));
    for (std::size_t b = 0; b < rows_->blocks; ++b) {
      const std::size_t r = b * width;
      const Lanes most = Lanes::load_unaligned(sum + r) + Lanes::load_unaligned(rest + r);
      if (any(most < least * Lanes::load_unaligned(&rows_->gain[r]))) return false;
    }
    return true;
  }

  // The packages that the bounds could not rule out, as they are.
  void weigh_batch() {
    if (batch_.empty()) return;
    Package<Lanes> p;
    for (std::size_t k = 0; k < at(m_.issues); ++k)
      p.option[k] = per_lane<Lanes>([&](int i) { return batch_[std::min(at(i), batch_.size() - 1)][k]; });
    add_up(m_, one_->t, p);
    Worths<Lanes> w;
    weigh(m_, one_->t, one_->s, p, w, false);
    Lanes who;
    const Lanes least = least_gain(m_, one_->t, p, w, who);
    const auto good = allowed(m_, p.option);
    for (std::size_t i = 0; i < batch_.size() && !stopped; ++i) {
      const int l = static_cast<int>(i);
      const auto hazard = static_cast<double>(lane(w.breakdown, l));
      if (!lane(good, l) || static_cast<double>(lane(least, l)) < floor) continue;
      if ((hazard <= band_.low && band_.low > 0) || hazard > band_.high) continue;
      if (asked_ & ~spent(batch_[i])) continue;
      stopped = !leaf(batch_[i], w, lane(least, l), l);
    }
    batch_.clear();
  }

  const Hands& hands_;
  const Model& m_;
  const Hand& hand_;
  int lane_;
  std::unique_ptr<Hand> one_;
  AudienceRows audience_;
  ExhaustQuestion question_;
  HazardBand band_;
  std::uint32_t must_ = 0, asked_ = 0, without_ = 0;  // parties: must accept; of them for their means; whose means stay
  const BandRows* rows_ = nullptr;
  std::vector<int> order_;
  std::vector<std::vector<int>> ranked_;            // (issue): options in the order of trying
  std::vector<std::vector<std::size_t>> links_at_;  // (level): links decided there
  std::vector<std::vector<Rivals>> hosted_;         // (cell): links that its choice may complete, of the last issue
  std::vector<std::vector<const Rule*>> rules_at_;  // (level): constraints decided there
  std::vector<std::size_t> level_;                  // (issue): place in the order
  std::vector<double> content_, content_rest_;      // (level, audience): so far, and the most that the rest adds
  std::vector<float> sums_, rest_;                  // (level, row)
  std::vector<int> options_;
  std::vector<std::vector<int>> batch_;
};

}  // namespace

ExhaustBest best_of_all(const Hands& hands, const Hand& hand, int lane, const std::vector<std::vector<int>>& starts,
                        const ExhaustQuestion& question) {
  ExhaustBest best;
  Walk walk(hands, hand, lane, question);
  walk.floor = question.wanted;
  walk.leaf = [&](const std::vector<int>& options, const Worths<Lanes>&, float least, int) {
    if (static_cast<double>(least) > best.least) best.least = static_cast<double>(least), best.package = options;
    walk.floor = std::max(walk.floor, best.least + question.tolerance);
    return best.least < question.enough;
  };
  for (const auto& start : starts)
    if (!walk.stopped) walk.try_package(start);
  if (!walk.stopped) walk.all();
  best.nodes = walk.nodes;
  const double looked_at = std::max(best.least + question.tolerance, std::nextafter(question.wanted, -10.0));
  best.bound = walk.stopped ? 10 : std::max(looked_at, walk.unresolved);
  best.proved = best.bound <= looked_at;
  return best;
}

bool every_package_above(const Hands& hands, const Hand& hand, int lane, double floor, const ExhaustQuestion& question,
                         const SeePackage& see) {
  Walk walk(hands, hand, lane, question);
  walk.floor = floor;
  walk.leaf = [&](const std::vector<int>& options, const Worths<Lanes>& w, float, int l) { return see(options, w, l); };
  walk.all();
  return !walk.stopped && walk.nodes < question.most_nodes;
}

}  // namespace armistice
