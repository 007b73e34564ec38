// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/field.h"

namespace armistice::collective {
namespace {

Procedure of_actors(const Procedure& whole, const std::vector<std::size_t>& chosen) {
  Procedure part;
  part.quorum = whole.quorum;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (static_cast<int>(chosen[i]) == whole.setter) part.setter = static_cast<int>(i);
    if (!whole.votes.empty()) part.votes.push_back(whole.votes[chosen[i]]);
    if (!whole.vetoes.empty()) part.vetoes.push_back(whole.vetoes[chosen[i]]);
  }
  return part;
}

}  // namespace

Field only_issue(const Field& field, std::size_t issue, std::vector<std::size_t>* actors_of) {
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < field.actors.size(); ++i)
    if (field.takes_part(i, issue)) chosen.push_back(i);
  Field one;
  one.issues = {field.issues[issue]};
  one.low = {field.low[issue]}, one.high = {field.high[issue]};
  if (!field.reference.empty()) one.reference = {field.reference[issue]};
  one.procedure = of_actors(field.procedure, chosen);
  for (const std::size_t i : chosen) {
    const std::size_t at = field.at(i, issue);
    one.actors.push_back(field.actors[i]);
    one.capability.push_back(field.capability[at]);
    one.position.push_back(field.position[at]);
    one.salience.push_back(field.salience[at]);
    if (!field.affinity.empty())
      for (const std::size_t j : chosen) one.affinity.push_back(field.affinity[i * field.actors.size() + j]);
  }
  if (actors_of) *actors_of = chosen;
  return one;
}

}  // namespace armistice::collective
