// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/evidence.h"

#include <algorithm>
#include <set>

#include "armistice/model/check.h"
#include "armistice/model/numbers.h"

namespace armistice {
namespace {

void count(Coverage& coverage, const Knob& knob) {
  if (knob.structural) return;
  if (knob.omitted) {
    ++coverage.missing;
  } else {
    ++(knob.assumed() ? coverage.assumed : coverage.cited);
  }
}

struct Counter {
  const Dossier& dossier;
  Coverage& coverage;

  void operator()(Number number) const {
    if (number.knob >= 0) count(coverage, dossier.knobs[static_cast<std::size_t>(number.knob)]);
  }
  void operator()(const OptionValue& value) const {
    (*this)(value.at_0);
    if (value.at_1.knob != value.at_0.knob) (*this)(value.at_1);
  }
};

Coverage own_numbers(const Dossier& d, const Party& party) {
  Coverage own{party.name.id, "", 0, 0, 0};
  const Counter add{d, own};
  PartyNumbers::list(party.number, [&](const Number& number, const Spec&) { add(number); });
  return own;
}

Coverage values_of(const Dossier& d, const Party& party, const Issue& issue) {
  Coverage on{party.name.id, issue.name.id, 0, 0, 0};
  const Worth* worth = find_worth(d, party.name.id, issue.name.id);
  if (!worth) {
    on.missing = static_cast<int>(issue.options.size()) + 2;
    return on;
  }
  const Counter add{d, on};
  add(worth->weight);
  add(worth->open);
  for (const OptionValue& value : worth->value) add(value);
  return on;
}

}  // namespace

std::vector<Coverage> coverage(const Dossier& dossier) {
  std::vector<Coverage> rows;
  for (const Party& party : dossier.parties) {
    rows.push_back(own_numbers(dossier, party));
    for (const Issue& issue : dossier.issues) rows.push_back(values_of(dossier, party, issue));
  }
  return rows;
}

std::vector<Coverage> coverage_by_part(const Dossier& dossier) {
  std::vector<Coverage> parts;
  for (const Knob& knob : dossier.knobs) {
    const std::string part = knob.path.substr(0, knob.path.find('.'));
    auto row = std::find_if(parts.begin(), parts.end(), [&](const Coverage& c) { return c.who == part; });
    if (row == parts.end()) row = parts.insert(parts.end(), Coverage{part, "", 0, 0, 0});
    count(*row, knob);
  }
  return parts;
}

std::vector<Grade> grades(const Dossier& dossier) {
  std::map<std::string, char> reliability;
  for (const Source& source : dossier.sources) reliability[source.name.id] = source.reliability;
  std::map<std::pair<char, char>, Grade> table;
  std::map<std::string, std::pair<char, char>> grade_of;  // claim or source -> grade
  for (const auto& [id, letter] : reliability) grade_of[id] = {letter, '6'};
  for (const Claim& claim : dossier.claims) {
    const auto found = reliability.find(claim.source.id);
    const std::pair grade{found == reliability.end() ? 'F' : found->second, claim.information};
    grade_of[claim.id] = grade;
    ++table[grade].claims;
  }
  for (const Knob& knob : dossier.knobs) {
    std::set<std::pair<char, char>> rests_on;
    for (const std::string& id : knob.sources) {
      if (const auto found = grade_of.find(id); found != grade_of.end()) rests_on.insert(found->second);
    }
    for (const auto& grade : rests_on) ++table[grade].numbers;
  }
  std::vector<Grade> rows;
  for (auto& [grade, row] : table) {
    row.reliability = grade.first;
    row.information = grade.second;
    rows.push_back(row);
  }
  return rows;
}

}  // namespace armistice
