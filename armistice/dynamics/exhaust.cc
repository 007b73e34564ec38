// SPDX-License-Identifier: Apache-2.0
#include "armistice/dynamics/exhaust.h"

#include <algorithm>
#include <cmath>

#include "armistice/dynamics/tighten.h"

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr std::size_t width = lane_count<Lanes>;

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
      if (!open_options()) continue;
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

  // The options that are left when what is fixed is kept and the means of some parties are not spent; false when an
  // issue has none.
  bool open_options() {
    open_.assign(at(m_.issues), {});
    for (int k = 0; k < m_.issues; ++k)
      for (int o = 0; o < m_.options[at(k)]; ++o) {
        const int fixed = question_.fixed[at(k)];
        if ((fixed < 0 || fixed == o) && !(m_.spends[at(m_.first[at(k)] + o)] & without_)) open_[at(k)].push_back(o);
      }
    return std::none_of(open_.begin(), open_.end(), [](const auto& options) { return options.empty(); });
  }
  std::uint32_t spent(const std::vector<int>& options) const {
    std::uint32_t set = 0;
    for (std::size_t k = 0; k < options.size(); ++k) set |= m_.spends[at(m_.first[k] + options[k])];
    return set;
  }

  void look_at(const HazardBand& band) {
    if (stopped) return;
    const Relaxation rows = relax(hands_, hand_, lane_, band, must_);
    order_ = decision_order(m_, open_, rows);
    const BandRows ready = tighten(m_, open_, order_, audience_, rows, floor);
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

  // For every level what the rest may still add to each row, and the options in the order of trying.
  void arrange() {
    const std::size_t padded = rows_->blocks * width;
    std::size_t sum_row = 0;  // the best weighted sum: the last row that is not padding
    for (std::size_t i = 0; i < padded; ++i)
      if (rows_->gain[i] > 0) sum_row = i;
    const auto worth = [&](int k, int o) { return rows_->cell[at(m_.first[at(k)] + o) * padded + sum_row]; };
    ranked_ = open_;
    for (int k = 0; k < m_.issues; ++k) {
      std::stable_sort(ranked_[at(k)].begin(), ranked_[at(k)].end(),
                       [&](int a, int b) { return worth(k, a) > worth(k, b); });
    }
    arrange_audiences();
    rest_.assign((order_.issue.size() + 1) * padded, 0), sums_ = rest_;
    std::copy(rows_->start.begin(), rows_->start.end(), sums_.begin());
    std::vector<float> of_link(m_.links.size());
    for (std::size_t r = 0; r < padded; ++r) {
      for (std::size_t x = 0; x < of_link.size(); ++x) of_link[x] = rows_->link[x * padded + r];
      for (std::size_t d = order_.issue.size(); d-- > 0;) {
        float most = -1e9f;
        for (const int o : ranked_[at(order_.issue[d])]) {
          const std::size_t cell = at(m_.first[at(order_.issue[d])] + o);
          float here = rows_->cell[cell * padded + r];
          for (const auto& rivals : order_.hosted[cell]) here += std::max(0.0f, best_of(rivals, of_link).second);
          most = std::max(most, here);
        }
        rest_[d * padded + r] = rest_[(d + 1) * padded + r] + most;
      }
    }
  }

  void arrange_audiences() {
    const std::size_t n = at(audience_.audiences);
    content_.assign((order_.issue.size() + 1) * n, 0), content_rest_ = content_;
    std::copy(audience_.constant.begin(), audience_.constant.end(), content_.begin());
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t d = order_.issue.size(); d-- > 0;) {
        double most = -1e9;
        for (const int o : ranked_[at(order_.issue[d])])
          most = std::max(most, audience_.cell[at(m_.first[at(order_.issue[d])] + o) * n + a]);
        for (const std::size_t x : order_.links_at[d]) most += std::max(0.0, audience_.link[x * n + a]);
        content_rest_[d * n + a] = content_rest_[(d + 1) * n + a] + most;
      }
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
    if (d == order_.issue.size()) {
      batch_.push_back(options_);
      if (batch_.size() == width) weigh_batch();
      return;
    }
    const int k = order_.issue[d];
    const std::size_t padded = rows_->blocks * width;
    for (const int o : ranked_[at(k)]) {
      if (over()) return;
      ++nodes;
      options_[at(k)] = o;
      if (std::any_of(order_.rules_at[d].begin(), order_.rules_at[d].end(),
                      [&](const Rule* rule) { return broken(*rule); }))
        continue;
      const float* from = &sums_[d * padded];
      float* to = &sums_[(d + 1) * padded];
      const float* cells = &rows_->cell[at(m_.first[at(k)] + o) * padded];
      for (std::size_t r = 0; r < padded; ++r) to[r] = from[r] + cells[r];
      for (const std::size_t x : order_.links_at[d])
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
    for (const std::size_t x : order_.links_at[d])
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
      if (!one || order_.level[at(issue)] >= d) return false;
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
  OpenOptions open_;
  DecisionOrder order_;
  std::vector<std::vector<int>> ranked_;        // (issue): options in the order of trying
  std::vector<double> content_, content_rest_;  // (level, audience): so far, and the most that the rest adds
  std::vector<float> sums_, rest_;              // (level, row)
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
