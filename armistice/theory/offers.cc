// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/offers.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "armistice/base/philox.h"
#include "armistice/theory/book.h"
#include "armistice/theory/tactics.h"

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// A party at the table, with what it knows.
struct Bargainer {
  Tactic tactic = Tactic::boulware;
  double floor = 0, best = 0;    // utilities
  std::vector<int> favourite;    // the package that gives the best
  std::vector<int> last_offer;   // that it made; empty: none yet
  double demand = 1;             // share of its gain, when last asked
  double offered = 0;            // the largest share that it has been offered
  double offered_at_demand = 0;  // that, when its demand was set
  int turns = 0;

  double utility_at(double share) const { return floor + share * (best - floor); }
};

std::vector<Bargainer> seated(const Book& book, const ProtocolTerms& terms) {
  const Space& space = book.space;
  const std::vector<double> have = without_deal(space, terms),
                            nothing(have.size(), -std::numeric_limits<double>::max());
  const auto starts = usual_starts(book);
  std::vector<Bargainer> all;
  for (int i = 0; i < space.parties; ++i) {
    Bargainer b;
    if (!terms.tactic.empty()) b.tactic = terms.tactic[at(i)];
    const auto favourite = best_for(book, i, nothing, starts);
    if (!favourite) return {};
    b.favourite = *favourite;
    b.best = utilities(book, b.favourite)[at(i)], b.floor = std::min(have[at(i)], b.best);
    all.push_back(b);
  }
  return all;
}

void set_demand(Bargainer& b, double time) {
  if (b.tactic != Tactic::tit_for_tat) {
    b.demand = aspiration(time, bend_of(b.tactic));
  } else if (b.turns < 3) {
    b.demand = 1 - 0.1 * b.turns++;
  } else {
    b.demand = std::min(reciprocated(b.demand, b.offered_at_demand, b.offered), aspiration(time, 0.2));
  }
  b.offered_at_demand = b.offered;
}

// How many others had this option in their last offers.
int wishes(const std::vector<Bargainer>& all, int speaker, int issue, int option) {
  int count = 0;
  for (std::size_t j = 0; j < all.size(); ++j)
    if (j != at(speaker) && !all[j].last_offer.empty() && all[j].last_offer[at(issue)] == option) ++count;
  return count;
}

// Of all packages that keep what the speaker demands, the one with the most clauses of the others' last offers; among
// equals the one closest to the demand, so that a concession shows where options have no order.
std::vector<int> listed_offer(const Book& book, const std::vector<Bargainer>& all, int speaker) {
  const Space& space = book.space;
  const double keeps = all[at(speaker)].utility_at(all[at(speaker)].demand);
  std::vector<int> wished;  // (cell)
  for (int k = 0; k < static_cast<int>(space.options.size()); ++k)
    for (int o = 0; o < space.options[at(k)]; ++o) wished.push_back(wishes(all, speaker, k, o));
  int most = -1;
  double best = 0;
  std::size_t place = 0;
  for (std::size_t p = 0; p < book.listed.size(); ++p) {
    const double own = book.worth[p * at(space.parties) + at(speaker)];
    if (own < keeps && quantised(own) < quantised(keeps)) continue;
    int common = 0;
    for (std::size_t k = 0; k < space.options.size(); ++k)
      common += wished[at(book.first[k] + book.option[p * space.options.size() + k])];
    if (common < most || (common == most && quantised(own) >= quantised(best))) continue;
    most = common, best = own, place = p;
  }
  return package_of(space, book.listed[place]);
}

// From the speaker's favourite package towards the others' last offers, as long as it keeps what it demands.
std::vector<int> climbed_offer(const Book& book, const std::vector<Bargainer>& all, int speaker) {
  const Bargainer& own = all[at(speaker)];
  const double keeps = quantised(own.utility_at(own.demand));
  std::vector<int> package = own.favourite;
  for (;;) {
    const double now = utilities(book, package)[at(speaker)];
    double best_price = std::numeric_limits<double>::infinity();
    std::vector<int> best;
    for (int k = 0; k < static_cast<int>(package.size()); ++k)
      for (int o = 0; o < book.space.options[at(k)]; ++o) {
        const int more = wishes(all, speaker, k, o) - wishes(all, speaker, k, package[at(k)]);
        if (o == package[at(k)] || more <= 0) continue;
        std::vector<int> next = package;
        next[at(k)] = o;
        const double worth = utilities(book, next)[at(speaker)], price = (now - worth) / more;
        if (price >= best_price || quantised(worth) < keeps || !allowed(book.space, next)) continue;
        best_price = price, best = next;
      }
    if (best.empty()) return package;
    package = best;
  }
}

std::vector<int> offer_of(const Book& book, const std::vector<Bargainer>& all, int speaker) {
  return book.listed.empty() ? climbed_offer(book, all, speaker) : listed_offer(book, all, speaker);
}

void hear(const Book& book, std::vector<Bargainer>& all, int speaker, const std::vector<int>& offer) {
  const std::vector<double> worth = utilities(book, offer);
  for (std::size_t j = 0; j < all.size(); ++j) {
    if (j == at(speaker)) continue;
    Bargainer& b = all[j];
    const double share = (worth[j] - b.floor) / std::max(b.best - b.floor, utility_quantum);
    b.offered = std::max(b.offered, std::clamp(share, 0.0, 1.0));
  }
}

ProtocolResult all_alike(const Space& space, ProtocolTerms terms, Tactic tactic) {
  terms.tactic.assign(at(space.parties), tactic);
  return offers_in_turn(space, terms);
}

}  // namespace

ProtocolResult offers_in_turn(const Space& space, const ProtocolTerms& terms) {
  const Book book(space);
  std::vector<Bargainer> all = seated(book, terms);
  if (all.empty()) return broken_off(book, terms, 0);
  std::vector<Proposal> log;
  std::vector<int> table;
  int taken = 0, owner = -1;  // how many others have taken the offer on the table, and whose it is
  ProtocolResult result = broken_off(book, terms, terms.rounds);
  const int first = first_speaker(space, terms);
  for (int round = 1; round <= terms.rounds; ++round) {
    const int speaker = (first + round - 1) % space.parties;
    Bargainer& own = all[at(speaker)];
    set_demand(own, terms.rounds > 1 ? (round - 1.0) / (terms.rounds - 1.0) : 1.0);
    const bool takes = !table.empty() && owner != speaker &&
                       quantised(utilities(book, table)[at(speaker)]) >= quantised(own.utility_at(own.demand));
    if (takes && ++taken == space.parties - 1) {
      if (terms.log) log.back().accepted = true;
      result = concluded(book, terms, table, round);
      break;
    }
    if (takes) continue;
    table = own.last_offer = offer_of(book, all, speaker);
    taken = 0, owner = speaker;
    hear(book, all, speaker, table);
    if (terms.log) log.push_back({round, speaker, table, false});
  }
  result.log = std::move(log);
  return result;
}

ProtocolResult offers_boulware(const Space& s, const ProtocolTerms& t) { return all_alike(s, t, Tactic::boulware); }
ProtocolResult offers_linear(const Space& s, const ProtocolTerms& t) { return all_alike(s, t, Tactic::linear); }
ProtocolResult offers_conceder(const Space& s, const ProtocolTerms& t) { return all_alike(s, t, Tactic::conceder); }
ProtocolResult offers_tit_for_tat(const Space& s, const ProtocolTerms& t) {
  return all_alike(s, t, Tactic::tit_for_tat);
}

ProtocolResult offers_in_equilibrium(const Space& space, const ProtocolTerms& terms) {
  const Book book(space);
  const auto starts = usual_starts(book);
  const int n = space.parties, first = first_speaker(space, terms);
  const auto of = [&](const std::vector<double>& given, int i, double usual) {
    return given.empty() ? usual : given[at(i)];
  };
  const std::vector<double> have = without_deal(space, terms);
  std::vector<double> next = space.reservation;  // values at the beginning of the round to come
  std::vector<std::vector<double>> cycle(at(n)), before;
  std::vector<std::optional<std::vector<int>>> offer(at(n));  // (party): what it offers in its turn, last found
  std::vector<bool> breaks(at(n), false);                     // (party): somebody leaves in its turn
  for (int round = terms.rounds; round >= 1; --round) {
    const int speaker = (first + round - 1) % n;
    std::vector<double> waits(at(n)), refuses(at(n));
    bool leaves = false;
    for (int i = 0; i < n; ++i) {
      const double d = of(terms.discount, i, 0.99);
      waits[at(i)] = (1 - d) * of(terms.inside, i, space.reservation[at(i)]) + d * next[at(i)];
      refuses[at(i)] = terms.outside.empty() ? waits[at(i)] : std::max(waits[at(i)], terms.outside[at(i)]);
      leaves = leaves || quantised(refuses[at(i)]) > quantised(waits[at(i)]);
    }
    auto package = best_for(book, speaker, refuses, starts);
    const std::vector<double>& no_deal = leaves ? have : waits;
    if (package && quantised(utilities(book, *package)[at(speaker)]) < quantised(no_deal[at(speaker)])) package = {};
    offer[at(speaker)] = package, breaks[at(speaker)] = leaves;
    next = package ? utilities(book, *package) : no_deal;
    cycle[at(speaker)] = next;
    // Once all turns are worth what they were worth a cycle later, earlier rounds repeat them.
    if ((terms.rounds - round) % n == n - 1) {
      if (cycle == before) break;
      before = cycle;
    }
  }
  const bool deal = terms.rounds > 0 && offer[at(first)];
  ProtocolResult result = deal ? concluded(book, terms, *offer[at(first)], 1)
                               : broken_off(book, terms, breaks[at(first)] ? 1 : terms.rounds);
  if (deal && terms.log) result.log.push_back({1, first, *offer[at(first)], result.agreed});
  return result;
}

ProtocolResult ultimatum(const Space& space, const ProtocolTerms& terms) {
  const Book book(space);
  const int speaker = first_speaker(space, terms);
  const std::vector<double> have = without_deal(space, terms);
  std::vector<double> believed = have;
  for (std::size_t i = 0; i < have.size() && terms.doubt > 0; ++i)
    believed[i] += terms.doubt *
                   Stream<double>{terms.seed, 0, 0}.normals(Purpose::guesses, static_cast<std::uint32_t>(i / 4))[i % 4];
  const auto package = best_for(book, speaker, believed, usual_starts(book));
  if (!package) return broken_off(book, terms, 1);
  ProtocolResult result = concluded(book, terms, *package, 1);
  if (terms.log) result.log.push_back({1, speaker, *package, result.agreed});
  return result;
}

}  // namespace armistice
