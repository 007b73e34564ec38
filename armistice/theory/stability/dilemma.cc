// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/stability/dilemma.h"

#include <algorithm>
#include <cassert>

namespace armistice::stability {
namespace {

// One party sees two futures, and is tempted by one of them unless it likes it less than the other.
void compare(const Preference& sees, Dilemma dilemma, std::vector<Dilemma>& all) {
  if (sees.better(dilemma.other, dilemma.tempting)) return;
  dilemma.equal = !sees.better(dilemma.tempting, dilemma.other);
  all.push_back(dilemma);
}

void trust(const Graph& graph, int who, int towards, State position, std::vector<Dilemma>& all) {
  const Preference& sees = graph.preference[static_cast<std::size_t>(towards)];
  State best = position;
  for_each_move(graph, towards, position, [&](State t) {
    if (sees.better(t, best)) best = t;
  });
  if (best != position) all.push_back({DilemmaKind::trust, who, towards, best, position, false});
}

}  // namespace

std::vector<Dilemma> dilemmas(const Graph& graph, const Confrontation& confrontation) {
  const auto parties = static_cast<std::size_t>(graph.parties);
  assert(confrontation.position.size() == parties);
  const State threatened = confrontation.threatened;
  std::vector<Dilemma> all;
  for (std::size_t i = 0; i < parties; ++i)
    for (std::size_t j = 0; j < parties; ++j) {
      if (i == j) continue;
      const int who = static_cast<int>(i), towards = static_cast<int>(j);
      const State own = confrontation.position[i], theirs = confrontation.position[j];
      if (own != theirs && own != threatened)
        compare(graph.preference[j], {DilemmaKind::persuasion, who, towards, threatened, own, false}, all);
      if (own != theirs && theirs != threatened)
        compare(graph.preference[i], {DilemmaKind::rejection, who, towards, theirs, threatened, false}, all);
      trust(graph, who, towards, own, all);
    }
  return all;
}

std::uint64_t threatened_code(const std::vector<std::uint64_t>& owned, const std::vector<Said>& intentions,
                              std::uint64_t now) {
  assert(owned.size() == intentions.size());
  for (std::size_t i = 0; i < owned.size(); ++i) {
    const std::uint64_t about = intentions[i].about & owned[i];
    now = (now & ~about) | (intentions[i].taken & about);
  }
  return now;
}

std::uint64_t position_code(const Said& position, std::uint64_t threatened) {
  return (threatened & ~position.about) | (position.taken & position.about);
}

std::optional<State> state_of(const std::vector<std::uint64_t>& codes, std::uint64_t code) {
  const auto found = std::find(codes.begin(), codes.end(), code);
  if (found == codes.end()) return std::nullopt;
  return static_cast<State>(found - codes.begin());
}

}  // namespace armistice::stability
