// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/certificate.h"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "armistice/theory/branch.h"
#include "armistice/theory/hitting.h"

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// Asks of sets of elements: the parties, then the issues.
struct Inquiry {
  const Space& space;
  const CertificateOptions& options;
  Certificate& found;
  std::size_t elements = 0;
  bool sure = true;  // every question so far was answered

  void parts(const Subset& subset, std::vector<int>& parties, std::vector<int>& issues) const;
  Agreement ask(const Subset& subset, std::uint64_t nodes, std::vector<int>* package = nullptr);
  bool out_of_questions() const { return found.questions >= options.questions; }
  Subset reduce(Subset subset);
  Subset grow(Subset subset);
  void look_for_smallest(Subset& best);
};

void Inquiry::parts(const Subset& subset, std::vector<int>& parties, std::vector<int>& issues) const {
  parties.clear(), issues.clear();
  for (std::size_t e = 0; e < elements; ++e) {
    if (!subset.test(e)) continue;
    const int i = static_cast<int>(e);
    i < space.parties ? parties.push_back(i) : issues.push_back(i - space.parties);
  }
}

Agreement Inquiry::ask(const Subset& subset, std::uint64_t nodes, std::vector<int>* package) {
  std::vector<int> parties, issues;
  parts(subset, parties, issues);
  const Space part = given_away(space, parties, issues);
  std::vector<int> rows(parties.size());
  std::iota(rows.begin(), rows.end(), 0);
  std::vector<double> floor = part.reservation;
  for (double& f : floor) f = quantised(f) * utility_quantum;
  exact::SearchTask task;
  task.floor = task.enough = 0;
  task.nodes = nodes, task.climbs = 3;
  const auto result =
      exact::search(exact::choice_of(part, rows, floor, std::vector<double>(parties.size(), 1.0)), task);
  ++found.questions, found.nodes += result.nodes;
  if (result.found && package) *package = result.package;
  return result.found ? Agreement::possible : result.complete ? Agreement::impossible : Agreement::open;
}

// Elements in the order in which they are dispensed with: issues where little is at stake between the parties (what all
// lose together by any one option against each having its best), then issues with more, then parties.
std::vector<std::size_t> by_conflict(const Space& space) {
  const auto first = first_cells(space);
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t k = 0; k < space.options.size(); ++k) {
    double best_sum = 0;
    std::vector<double> sum(at(space.options[k]), 0.0);
    for (int i = 0; i < space.parties; ++i) {
      const double* own = space.utility.data() + at(i * first.back() + first[k]);
      best_sum += *std::max_element(own, own + space.options[k]);
      for (std::size_t o = 0; o < sum.size(); ++o) sum[o] += own[o];
    }
    order.emplace_back(best_sum - *std::max_element(sum.begin(), sum.end()), at(space.parties) + k);
  }
  std::stable_sort(order.begin(), order.end());
  std::vector<std::size_t> elements;
  for (const auto& [conflict, element] : order) elements.push_back(element);
  for (int i = space.parties; i-- > 0;) elements.push_back(at(i));
  return elements;
}

// Leaves out one element after another as long as the rest still cannot agree. One pass is enough: what is needed
// among more is needed among fewer.
Subset Inquiry::reduce(Subset subset) {
  for (const std::size_t e : by_conflict(space)) {
    if (!subset.test(e)) continue;
    subset.reset(e);
    const Agreement answer = out_of_questions() ? Agreement::open : ask(subset, options.later);
    sure = sure && answer != Agreement::open;
    if (answer != Agreement::impossible) subset.set(e);
  }
  return subset;
}

// Takes in one element after another as long as they can still agree: the rest is a set without which there is a deal.
// Each time it begins elsewhere, so that the sets differ.
Subset Inquiry::grow(Subset subset) {
  const std::size_t begin = at(found.questions) % elements;
  for (std::size_t i = 0; i < elements && !out_of_questions(); ++i) {
    const std::size_t e = (begin + i) % elements;
    if (subset.test(e)) continue;
    subset.set(e);
    if (ask(subset, options.later) != Agreement::possible) subset.reset(e);
  }
  return subset;
}

// Every certificate hits every set without which there is a deal; so a smallest set that hits those known so far is no
// larger than any certificate, and when it cannot agree itself it is a smallest one.
void Inquiry::look_for_smallest(Subset& best) {
  Subset all;
  for (std::size_t e = 0; e < elements; ++e) all.set(e);
  std::vector<Subset> sets;
  long work = 5'000'000;
  while (!out_of_questions()) {
    std::optional<Subset> hit;
    const int size = static_cast<int>(best.count());
    while (found.least < size && !(hit = hitting_set(sets, found.least, work)) && work > 0) ++found.least;
    if (work <= 0) return;
    found.smallest = found.least == size;
    if (!hit) return;
    const Agreement answer = ask(*hit, options.later);
    if (answer == Agreement::impossible) {
      best = *hit, found.smallest = true, sure = true;
      return;
    }
    if (answer == Agreement::open) return;
    const Subset rest = all & ~grow(*hit);
    if (out_of_questions()) return;
    sets.push_back(rest);
  }
}

}  // namespace

Agreement can_agree(const Space& space, const std::vector<int>& parties, const std::vector<int>& issues,
                    std::uint64_t nodes) {
  Subset subset;
  for (const int i : parties) subset.set(at(i));
  for (const int k : issues) subset.set(at(space.parties + k));
  Certificate certificate;
  const CertificateOptions options;
  Inquiry inquiry{space, options, certificate, at(space.parties) + space.options.size()};
  return inquiry.ask(subset, nodes);
}

Certificate why_no_deal(const Space& space, const CertificateOptions& options) {
  assert(space.parties <= 64);
  Certificate found;
  Inquiry inquiry{space, options, found, at(space.parties) + space.options.size()};
  Subset best;
  for (std::size_t e = 0; e < inquiry.elements; ++e) best.set(e);
  found.deal = inquiry.ask(best, options.nodes, &found.package);
  if (found.deal != Agreement::impossible) return found;
  best = inquiry.reduce(best);
  inquiry.look_for_smallest(best);
  found.irreducible = inquiry.sure || found.smallest;
  inquiry.parts(best, found.parties, found.issues);
  return found;
}

}  // namespace armistice
