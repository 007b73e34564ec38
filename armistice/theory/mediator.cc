// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/mediator.h"

#include <cmath>
#include <utility>

#include "armistice/base/philox.h"
#include "armistice/theory/book.h"
#include "armistice/theory/single_text.h"

namespace armistice {
namespace {

constexpr double first_heat_of_votes = 1, first_heat_of_gains = 0.4, scale_of_gains = 0.01, strong_vote = 0.1;

using Texts = std::vector<Proposal>;

void note(const ProtocolTerms& terms, Texts& log, int round, const std::vector<int>& package, bool accepted) {
  if (terms.log) log.push_back({round, -1, package, accepted});
}

// Nobody objects and somebody gains: what a vote on a change comes to where each party looks to itself.
bool passes(const std::vector<double>& now, const std::vector<double>& next) {
  bool gains = false;
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (quantised(next[i]) < quantised(now[i])) return false;
    gains = gains || quantised(next[i]) > quantised(now[i]);
  }
  return gains;
}

ProtocolResult signed_or_not(const Book& book, const ProtocolTerms& terms, const std::vector<int>& text, int round,
                             Texts log) {
  ProtocolResult result = concluded(book, terms, text, round);
  result.log = std::move(log);
  return result;
}

struct Clause {
  int issue, option;
};

// All changes of one clause, in random order (Fisher and Yates 1938).
std::vector<Clause> neighbours(const Space& space, const std::vector<int>& text, const Stream<double>& rng) {
  std::vector<Clause> all;
  for (std::size_t k = 0; k < text.size(); ++k)
    for (int o = 0; o < space.options[k]; ++o)
      if (o != text[k]) all.push_back({static_cast<int>(k), o});
  for (std::size_t left = all.size(); left > 1; --left) {
    const double u = rng.uniforms(Purpose::search, static_cast<std::uint32_t>(left))[0];
    std::swap(all[left - 1], all[static_cast<std::size_t>(u * static_cast<double>(left))]);
  }
  return all;
}

// The mediator's sittings (single_text.h) under a heat that falls to 0 at the deadline. keep(next, lost) says whether
// the text `next` is kept where `lost` of the mediator's score may be lost, and then makes it the present one.
template <class Keep>
void anneal(const Book& book, const ProtocolTerms& terms, double heat, std::vector<int>& text, Texts& log, Keep keep) {
  const Space& space = book.space;
  const int issues = static_cast<int>(space.options.size());
  const auto other = [&](int k, double u) {
    const auto issue = static_cast<std::size_t>(k);
    return static_cast<int>(another<double>(text[issue], space.options[issue], u));
  };
  int round = 0;
  for (int step = 0; round < terms.rounds && issues > 0; ++step) {
    const Stream<double> rng{terms.seed, 0, static_cast<std::uint32_t>(step)};
    sitting(issues, step, [&](int number, int k, int l) {
      if (round >= terms.rounds) return;
      const auto u = rng.uniforms(Purpose::search, static_cast<std::uint32_t>(number));
      std::vector<int> next = text;
      next[static_cast<std::size_t>(k)] = other(k, u[0]);
      if (l >= 0) next[static_cast<std::size_t>(l)] = other(l, u[2]);
      const double now = heat * (1 - static_cast<double>(round++) / terms.rounds);
      const bool kept = allowed(space, next) && keep(next, slack(now, u[1]));
      note(terms, log, round, next, kept);
      if (kept) text = next;
    });
  }
}

}  // namespace

ProtocolResult single_text_veto(const Space& space, const ProtocolTerms& terms) {
  const Book book(space);
  const auto start = any_package(book, terms.seed);
  if (!start) return broken_off(book, terms, 0);
  std::vector<int> text = *start;
  std::vector<double> now = utilities(book, text);
  Texts log;
  for (int round = 1; round <= terms.rounds; ++round) {
    // The seeds of the packages are far from those of neighbouring runs.
    const auto draw = Stream<double>{terms.seed, 0, static_cast<std::uint32_t>(round)}.words(Purpose::search);
    const auto next = any_package(book, std::uint64_t{draw[0][0]} << 32 | draw[1][0]);
    const std::vector<double> worth = utilities(book, *next);
    const bool kept = passes(now, worth);
    note(terms, log, round, *next, kept);
    if (kept) text = *next, now = worth;
  }
  return signed_or_not(book, terms, text, terms.rounds, std::move(log));
}

ProtocolResult hill_climbing(const Space& space, const ProtocolTerms& terms) {
  const Book book(space);
  const auto start = any_package(book, terms.seed);
  if (!start) return broken_off(book, terms, 0);
  std::vector<int> text = *start;
  std::vector<double> now = utilities(book, text);
  Texts log;
  int round = 0;
  for (bool moved = true; moved && round < terms.rounds;) {
    moved = false;
    const Stream<double> rng{terms.seed, 0, static_cast<std::uint32_t>(round)};
    for (const Clause& clause : neighbours(space, text, rng)) {
      if (moved || round >= terms.rounds) break;
      std::vector<int> next = text;
      next[static_cast<std::size_t>(clause.issue)] = clause.option;
      if (!allowed(space, next)) continue;
      const std::vector<double> worth = utilities(book, next);
      moved = passes(now, worth);
      note(terms, log, ++round, next, moved);
      if (moved) text = next, now = worth;
    }
  }
  return signed_or_not(book, terms, text, round, std::move(log));
}

ProtocolResult annealing_on_votes(const Space& space, const ProtocolTerms& terms) {
  const Book book(space);
  const auto start = any_package(book, terms.seed);
  if (!start) return broken_off(book, terms, 0);
  std::vector<int> text = *start;
  std::vector<double> now = utilities(book, text);
  Texts log;
  anneal(book, terms, first_heat_of_votes, text, log, [&](const std::vector<int>& next, double lost) {
    const std::vector<double> worth = utilities(book, next);
    double votes = 0;
    for (std::size_t i = 0; i < worth.size(); ++i) {
      const double more = worth[i] - now[i];
      const double strength = std::abs(more) > strong_vote * book.stake[i] ? 2 : 1;
      votes += quantised(worth[i]) == quantised(now[i]) ? 0 : more > 0 ? strength : -strength;
    }
    const bool kept = votes > -lost;
    if (kept) now = worth;
    return kept;
  });
  return signed_or_not(book, terms, text, terms.rounds, std::move(log));
}

ProtocolResult annealing_on_gains(const Space& space, const ProtocolTerms& terms) {
  const Book book(space);
  const auto start = any_package(book, terms.seed);
  if (!start) return broken_off(book, terms, 0);
  const auto score = [&](const std::vector<int>& package) {
    const std::vector<double> worth = utilities(book, package);
    double sum = 0;
    for (std::size_t i = 0; i < worth.size(); ++i)
      sum += welcome((worth[i] - space.reservation[i]) / book.stake[i], scale_of_gains);
    return sum;
  };
  std::vector<int> text = *start, best_text = text;
  double now = score(text), best = now;
  Texts log;
  anneal(book, terms, first_heat_of_gains, text, log, [&](const std::vector<int>& next, double lost) {
    const double sum = score(next);
    if (!(sum > now - lost)) return false;
    now = sum;
    if (now > best) best = now, best_text = next;
    return true;
  });
  return signed_or_not(book, terms, best_text, terms.rounds, std::move(log));
}

}  // namespace armistice
