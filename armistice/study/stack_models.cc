// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/stack_models.h"

#include <cmath>
#include <map>
#include <utility>

#include "armistice/study/parallel.h"

namespace armistice {
namespace {

using collective::Atoms;

// Everything a trial needs of the cases, for one setting of the powers.
struct Prepared {
  struct Issue {
    std::vector<Atoms> parts;
    double outcome, unit;
  };
  std::vector<std::vector<Issue>> groups;
  std::vector<StackSums> sums;  // [group]
  StackSums all;
};

Prepared prepared(const Cases& cases, const collective::EnsemblePowers& powers,
                  const std::vector<const ModelScore*>& added) {
  Prepared whole;
  const std::size_t parts = collective::ensemble_parts.size() + added.size();
  whole.all = no_cases(parts);
  std::size_t place = 0;  // of the issue in the models' forecasts
  for (const CaseGroup& group : cases.groups) {
    whole.groups.emplace_back(), whole.sums.push_back(no_cases(parts));
    for (std::size_t k = 0; k < group.outcome.size(); ++k, ++place) {
      const auto own = collective::ensemble_parts_of(group.field, k, powers);
      if (std::isnan(group.outcome[k]) || own[0].empty()) continue;
      Prepared::Issue issue{
          {own.begin(), own.end()}, group.outcome[k], (group.field.high[k] - group.field.low[k]) / 100};
      for (const ModelScore* model : added) {
        const double point = model->forecasts[place].forecast;
        issue.parts.push_back(std::isnan(point) ? own[1] : collective::around(group.field, k, point));
      }
      add_case(whole.sums.back(), issue.parts, issue.outcome, issue.unit);
      whole.groups.back().push_back(std::move(issue));
    }
    add(whole.all, whole.sums.back());
  }
  return whole;
}

Atoms mixed(const std::vector<Atoms>& parts, const std::vector<double>& shares) {
  Atoms all;
  for (std::size_t k = 0; k < parts.size(); ++k)
    for (const auto& atom : parts[k])
      if (shares[k] > 0) all.push_back({atom.value, atom.share * shares[k]});
  return collective::tidied(std::move(all));
}

StackTrial tried(const Cases& cases, const std::string& name, const std::vector<const ModelScore*>& added,
                 const std::vector<collective::EnsemblePowers>& powers_without) {
  std::map<std::pair<double, double>, Prepared> settings;
  const auto setting = [&](const collective::EnsemblePowers& powers) -> const Prepared& {
    const std::pair key{powers.capability, powers.salience};
    const auto found = settings.find(key);
    return found != settings.end() ? found->second
                                   : settings.emplace(key, prepared(cases, powers, added)).first->second;
  };
  StackTrial trial{name};
  double issues = 0;
  for (std::size_t g = 0; g < cases.groups.size(); ++g) {
    const Prepared& whole = setting(powers_without[g]);
    StackSums others = whole.all;
    add(others, whole.sums[g], -1);
    const std::vector<double> shares = stacked_shares(others);
    for (const auto& issue : whole.groups[g]) {
      const Atoms law = mixed(issue.parts, shares);
      trial.crps += collective::crps(law, issue.outcome) / issue.unit;
      trial.mean_error += std::abs(collective::median_of(law) - issue.outcome) / issue.unit;
      issues += 1;
    }
  }
  trial.crps /= issues, trial.mean_error /= issues;
  const std::vector<double> shares = stacked_shares(setting(powers_without.back()).all);
  for (std::size_t k = collective::ensemble_parts.size(); k < shares.size(); ++k) trial.share += shares[k];
  return trial;
}

}  // namespace

std::vector<StackTrial> stack_models(const Cases& cases, const Scores& scores, int threads) {
  if (cases.groups.size() < 2 || scores.scored == 0) return {};
  const EnsembleFitter fitter(cases.groups);
  std::vector<collective::EnsemblePowers> powers;  // [group] then of the fit to all
  for (std::size_t g = 0; g < cases.groups.size(); ++g) powers.push_back(fitter.fit(static_cast<int>(g)).powers);
  powers.push_back(fitter.fit().powers);
  std::vector<std::pair<std::string, std::vector<const ModelScore*>>> trials = {{"", {}}};
  std::vector<const ModelScore*> all;
  for (const ModelScore& model : scores.models)
    if (!model.name.starts_with("ensemble")) {
      trials.emplace_back(model.name, std::vector<const ModelScore*>{&model});
      all.push_back(&model);
    }
  if (all.size() > 1) trials.push_back({"all", all});
  std::vector<StackTrial> found(trials.size());
  in_parallel(trials.size(), threads,
              [&](std::size_t t) { found[t] = tried(cases, trials[t].first, trials[t].second, powers); });
  return found;
}

}  // namespace armistice
