// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/score.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "armistice/study/parallel.h"
#include "armistice/theory/collective/simple.h"

namespace armistice {
namespace {

using collective::CollectiveModel;
using collective::Field;
using collective::Prediction;

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

// Of the positions taken, is the one nearest to the forecast (or one of them) the one nearest to the outcome?
bool same_position(const Field& field, std::size_t issue, double forecast, double outcome) {
  double to_forecast = std::numeric_limits<double>::infinity(), to_outcome = to_forecast;
  const auto each = [&](auto f) {
    for (std::size_t i = 0; i < field.actors.size(); ++i)
      if (field.takes_part(i, issue)) f(field.position[field.at(i, issue)]);
  };
  each([&](double x) {
    to_forecast = std::min(to_forecast, std::abs(x - forecast));
    to_outcome = std::min(to_outcome, std::abs(x - outcome));
  });
  bool same = false;
  each(
      [&](double x) { same = same || (std::abs(x - forecast) <= to_forecast && std::abs(x - outcome) <= to_outcome); });
  return same;
}

CaseForecast judged(const CaseGroup& group, std::size_t issue, const Prediction& said, double near) {
  CaseForecast one{issue < said.forecast.size() ? said.forecast[issue] : unknown, unknown, unknown};
  const double outcome = group.outcome[issue], unit = (group.field.high[issue] - group.field.low[issue]) / 100;
  if (std::isnan(one.forecast) || std::isnan(outcome)) return one;
  one.error = (one.forecast - outcome) / unit;
  one.near = std::abs(one.error) <= near + 1e-9;
  one.nearest = same_position(group.field, issue, one.forecast, outcome);
  const bool law = issue < said.distribution.size() && !said.distribution[issue].empty();
  one.crps = law ? collective::crps(said.distribution[issue], outcome) / unit : std::abs(one.error);
  return one;
}

// The forecasts of one model for one group, and what it says when it has none.
struct Said {
  std::vector<CaseForecast> forecasts;
  std::string refused;
  bool point = true;
};

Said judged(const CaseGroup& group, const Prediction& said, double near) {
  Said all;
  for (std::size_t k = 0; k < group.outcome.size(); ++k) all.forecasts.push_back(judged(group, k, said, near));
  for (const auto& law : said.distribution) all.point = all.point && law.empty();
  all.refused = said.refused;
  return all;
}

void put_together(ModelScore& model, const Cases& cases, const std::vector<Said>& said) {
  for (std::size_t g = 0; g < said.size(); ++g) {
    model.point = model.point && said[g].point;
    for (std::size_t k = 0; k < said[g].forecasts.size(); ++k) {
      model.forecasts.push_back(said[g].forecasts[k]);
      if (std::isnan(cases.groups[g].outcome[k])) continue;
      if (!std::isnan(model.forecasts.back().forecast)) {
        ++model.answered;
        continue;
      }
      const std::string why = said[g].refused.empty() ? "no answer" : said[g].refused;
      const auto known = std::find_if(model.refusals.begin(), model.refusals.end(),
                                      [&](const auto& refusal) { return refusal.first == why; });
      if (known == model.refusals.end())
        model.refusals.emplace_back(why, 1);
      else
        ++known->second;
    }
  }
}

}  // namespace

Scores score(const Cases& cases, const ScoreQuestion& question) {
  Scores scores;
  std::vector<std::size_t> group_of;
  for (std::size_t g = 0; g < cases.groups.size(); ++g) {
    const CaseGroup& group = cases.groups[g];
    for (std::size_t k = 0; k < group.outcome.size(); ++k) {
      scores.issues.push_back(
          {group.id, group.field.issues[k], group.outcome[k], group.field.low[k], group.field.high[k]});
      scores.scored += std::isnan(group.outcome[k]) ? 0 : 1;
      group_of.push_back(g);
    }
  }
  const bool stacked = question.stacked && cases.groups.size() > 1;
  // The yardstick comes first and stays out of the table unless it was asked for; the stacked ensemble comes last.
  const std::size_t groups = cases.groups.size(), models = question.models.size() + (stacked ? 2 : 1);
  std::optional<EnsembleFitter> fitter;
  if (stacked) {
    fitter.emplace(cases.groups);
    scores.fit = fitter->fit();
  }
  std::vector<std::vector<Said>> said(models, std::vector<Said>(groups));
  in_parallel(models * groups, question.threads, [&](std::size_t job) {
    const std::size_t m = job / groups, g = job % groups;
    const CaseGroup& group = cases.groups[g];
    said[m][g] =
        judged(group,
               m == 0                        ? collective::compromise(group.field)
               : m <= question.models.size() ? question.models[m - 1]->predict(group.field, question.choices)
                                             : collective::ensemble(group.field, fitter->fit(static_cast<int>(g))),
               question.near);
  });
  std::vector<ModelScore> all(models);
  for (std::size_t m = 0; m < models; ++m) put_together(all[m], cases, said[m]);
  for (std::size_t m = 0; m < question.models.size(); ++m) {
    const CollectiveModel& model = *question.models[m];
    all[m + 1].name = model.name, all[m + 1].title = model.title, all[m + 1].title_zh = model.title_zh;
  }
  if (stacked) {
    all.back().name = "ensemble-left-out";
    all.back().title = "our ensemble, fitted without the group";
    all.back().title_zh = "本程序的集成（留一组拟合）";
  }
  in_parallel(models, question.threads,
              [&](std::size_t m) { estimate(all[m], all[0].forecasts, group_of, groups, question); });
  scores.models.assign(std::make_move_iterator(all.begin() + 1), std::make_move_iterator(all.end()));
  return scores;
}

}  // namespace armistice
