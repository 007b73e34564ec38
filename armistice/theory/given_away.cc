// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "armistice/theory/certificate.h"

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// (issue): its place in the list, -1 where it is given away.
std::vector<int> places(const Space& space, const std::vector<int>& issues) {
  std::vector<int> place(space.options.size(), -1);
  for (std::size_t i = 0; i < issues.size(); ++i) place[at(issues[i])] = static_cast<int>(i);
  return place;
}

// What the literals say of the issues that are kept; `all` is false where they speak of others too.
std::vector<Literal> kept(const std::vector<Literal>& literals, const std::vector<int>& place, bool& all) {
  std::vector<Literal> list;
  for (const Literal& literal : literals) {
    const int here = place[at(literal.issue)];
    if (here >= 0)
      list.push_back({here, literal.option});
    else
      all = false;
  }
  return list;
}

}  // namespace

Space given_away(const Space& space, const std::vector<int>& parties, const std::vector<int>& issues) {
  const std::vector<int> place = places(space, issues), first = first_cells(space);
  Space part;
  part.parties = static_cast<int>(parties.size());
  part.cap = space.cap;
  for (const int k : issues) part.options.push_back(space.options[at(k)]);
  for (const int i : parties) {
    const auto own = space.utility.begin() + static_cast<std::ptrdiff_t>(i) * first.back();
    double constant = space.constant[at(i)];
    for (std::size_t k = 0; k < space.options.size(); ++k)
      if (place[k] < 0) constant += *std::max_element(own + first[k], own + first[k + 1]);
    part.constant.push_back(constant);
    part.reservation.push_back(space.reservation[at(i)]);
    for (const int k : issues) part.utility.insert(part.utility.end(), own + first[at(k)], own + first[at(k) + 1]);
  }
  for (const Interaction& link : space.interactions) {
    const auto party = std::find(parties.begin(), parties.end(), link.party);
    bool all = true;
    auto when = kept(link.when, place, all);
    if (party != parties.end() && (all || link.value > 0))
      part.interactions.push_back({static_cast<int>(party - parties.begin()), std::move(when), link.value});
  }
  for (const Implication& rule : space.implications) {
    bool all = true;
    Implication here{kept(rule.when, place, all), kept(rule.then, place, all)};
    if (all) part.implications.push_back(std::move(here));
  }
  return part;
}

}  // namespace armistice
