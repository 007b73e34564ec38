// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/score_tables.h"

#include <fmt/format.h>

#include <cmath>

#include "armistice/output/cells.h"
#include "armistice/output/label.h"

namespace armistice {
namespace {

Cell estimate_cell(const Estimate& e, int decimals, double times, bool sign, std::string_view mark = "") {
  if (std::isnan(e.value)) return "–";
  const auto show = [&](double x) {
    return sign ? signed_number(times * x, decimals) : fmt::format("{:.{}f}", times * x, decimals);
  };
  std::string text = show(e.value) + std::string(mark);
  if (!std::isnan(e.low)) text += fmt::format(" ({} – {})", show(e.low), show(e.high));
  Cell cell(std::move(text));
  cell.number = e.value;
  if (!std::isnan(e.low)) cell.range = {e.low, e.high};
  return cell;
}

std::string data_note(const Cases& cases, const Scores& scores, std::string_view lang) {
  std::string note = fmt::format(fmt::runtime(say(lang, "{} issues with an outcome in {} groups; capability: {}. ",
                                                  "{} 个有结果的议题，分属 {} 组；能力取自：{}。")),
                                 scores.scored, cases.groups.size(),
                                 cases.weights == "equal" ? say(lang, "equal", "均等") : cases.weights);
  const auto add = [&](std::size_t count, const char* en, const char* zh) {
    if (count > 0) note += fmt::format(fmt::runtime(say(lang, en, zh)), count);
  };
  add(cases.without_outcome, "{} issues have no outcome: not scored. ", "{} 个议题无结果，不计。");
  add(cases.without_position, "{} rows have no position: left out. ", "{} 行无立场，略去。");
  add(cases.without_salience, "{} positions have no salience: they carry no weight. ", "{} 个立场无关注度，权重为零。");
  if (!cases.votes_given)
    note += say(lang, "No column of votes: everybody who votes has one.", "无票数列：有表决权者各一票。");
  return note;
}

std::string reading_note(const Scores& scores, const ScoreQuestion& question, std::string_view lang) {
  std::string note = fmt::format(
      fmt::runtime(
          say(lang,
              "Errors in per cent of the scale. Within {:g}: no further off than that. Nearest: the position "
              "taken that is nearest\n  to the forecast is the one nearest to the outcome. CRPS: * a model "
              "that gives a point only, its mean error.\n  Skill: 1 - mean error / that of the weighted mean, "
              "on the issues answered; difference: mean error less that of\n  the weighted mean, below 0 is "
              "better.",
              "误差为尺度的百分比。{:g} "
              "以内：误差不超过此值。最近：与预测最近的立场即与结果最近者。CRPS：* "
              "仅给出点预测的模型，即其平均误差。\n  "
              "技巧：1 − 平均误差 / 加权均值的平均误差（同一批议题）；差：平均误差减加权均值之平均误差，负者为优。")),
      question.near);
  if (question.bootstraps > 0)
    note += fmt::format(fmt::runtime(say(lang, " In brackets: 95 % of {} samples of whole groups.",
                                         "括号内：按组重抽 {} 次的 95% 区间。")),
                        question.bootstraps);
  const collective::EnsembleFit& fit = scores.fit;
  if (!scores.models.empty() && scores.models.back().name == "ensemble-left-out")
    note += fmt::format(fmt::runtime(say(lang,
                                         "\n  The last line forecasts each group by an ensemble fitted to all others; "
                                         "\"ensemble\" is the fit that comes with the program.\n  Fitted to all here: "
                                         "weight capability^{:g} salience^{:g}, positions {:.4f}, middle {:.4f}, "
                                         "anywhere {:.4f}.",
                                         "\n  末行：每组以其余各组拟合的集成预测；ensemble "
                                         "则用程序自带的拟合。\n  以此处全部拟合：权重 能力^{:g} 关注度^{:g}，立场 "
                                         "{:.4f}、中部 {:.4f}、任意 {:.4f}。")),
                        fit.powers.capability, fit.powers.salience, fit.shares[0], fit.shares[1], fit.shares[2]);
  return note;
}

Table refusals_table(const Scores& scores, std::string_view lang) {
  Table table{say(lang, "Issues without an answer", "未作答的议题"),
              {"model", "why", "issues"},
              {},
              {say(lang, "model", "模型"), say(lang, "why", "原因"), say(lang, "issues", "议题数")},
              ""};
  for (const ModelScore& model : scores.models)
    for (const auto& [why, count] : model.refusals) table.rows.push_back({model.name, why, count});
  return table;
}

}  // namespace

std::vector<Table> score_tables(const Cases& cases, const Scores& scores, const ScoreQuestion& question,
                                std::string_view lang) {
  Table table{
      say(lang, "Forecasts of known decisions", "对已知决定的预测"),
      {"model", "answered", "mean_error", "median_error", "near", "nearest", "crps", "skill", "difference"},
      {},
      {say(lang, "model", "模型"), say(lang, "issues", "议题数"), say(lang, "mean error", "平均误差"),
       say(lang, "median error", "误差中位数"),
       fmt::format(fmt::runtime(say(lang, "within {:g}, %", "{:g} 以内，%")), question.near),
       say(lang, "nearest, %", "最近，%"), "CRPS", say(lang, "skill, %", "技巧，%"), say(lang, "difference", "差")},
      data_note(cases, scores, lang) + "\n  " + reading_note(scores, question, lang)};
  for (const ModelScore& m : scores.models)
    table.rows.push_back({m.name, static_cast<int>(m.answered), estimate_cell(m.mean_error, 2, 1, false),
                          estimate_cell(m.median_error, 1, 1, false), estimate_cell(m.near, 0, 100, false),
                          estimate_cell(m.nearest, 0, 100, false),
                          estimate_cell(m.crps, 2, 1, false, m.point ? "*" : ""), estimate_cell(m.skill, 1, 100, true),
                          estimate_cell(m.difference, 2, 1, true)});
  std::vector<Table> tables = {std::move(table)};
  if (Table refusals = refusals_table(scores, lang); !refusals.rows.empty()) tables.push_back(std::move(refusals));
  return tables;
}

Table stack_table(const std::vector<StackTrial>& trials, std::string_view lang) {
  Table table{
      say(lang, "What each model would add to the ensemble", "各模型对集成的增益"),
      {"with", "share", "mean_error", "crps"},
      {},
      {say(lang, "with", "加入"), say(lang, "share, %", "份额，%"), say(lang, "mean error", "平均误差"), "CRPS"},
      say(lang,
          "A fourth part, near the model's forecast as the middle part is near the weighted mean. Share: fitted to all "
          "cases;\n  errors: each group forecast by a fit to all the others.",
          "第四部分：模型预测附近的二项分布。份额以全部案例拟合；误差：每组以其余各组拟合后预测。")};
  for (const StackTrial& trial : trials)
    table.rows.push_back({trial.model.empty() ? Cell(say(lang, "nothing", "无")) : Cell(trial.model),
                          with_number(fmt::format("{:.0f}", 100 * trial.share), trial.share), Cell(trial.mean_error, 2),
                          Cell(trial.crps, 2)});
  return table;
}

Table case_table(const Scores& scores) {
  Table table{"Forecasts by case",
              {"group", "issue", "low", "high", "outcome", "model", "forecast", "error", "crps"},
              {},
              {},
              ""};
  const auto number = [](double x) { return std::isnan(x) ? Cell("") : with_number(fmt::format("{}", x), x); };
  for (std::size_t k = 0; k < scores.issues.size(); ++k)
    for (const ModelScore& model : scores.models) {
      const ScoredIssue& issue = scores.issues[k];
      const CaseForecast& one = model.forecasts[k];
      table.rows.push_back({issue.group, issue.id, number(issue.low), number(issue.high), number(issue.outcome),
                            model.name, number(one.forecast), number(one.error), number(one.crps)});
    }
  return table;
}

}  // namespace armistice
