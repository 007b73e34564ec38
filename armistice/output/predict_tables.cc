// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/predict_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "armistice/output/cells.h"
#include "armistice/output/label.h"

namespace armistice {
namespace {

using collective::Field;
using collective::Move;
using collective::Why;

bool is_shown(std::size_t issue, const PredictShown& shown) {
  return shown.issue < 0 || static_cast<std::size_t>(shown.issue) == issue;
}

std::string shown_number(double x) { return fmt::format("{:.4g}", x); }

Cell number_cell(double x) { return std::isnan(x) ? Cell("–") : with_number(shown_number(x), x); }

Cell range_cell(const std::optional<Quantiles>& q, std::string_view lang) {
  if (!q) return "–";
  Cell cell(fmt::format("{} {} {}", shown_number(q->low), say(lang, "to", "至"), shown_number(q->high)));
  cell.range = {q->low, q->high};
  return cell;
}

std::string title_of(const collective::CollectiveModel& model, std::string_view lang) {
  return say(lang, model.title, model.title_zh);
}

// How the process went, where there is one.
std::string course_of(const ModelPrediction& one, std::string_view lang) {
  const collective::Prediction& p = one.central;
  if (!p.refused.empty()) return say(lang, "refused: ", "不适用：") + refusal_words(p.refused, lang);
  if (p.positions.size() < 2) return "";
  const std::size_t turns = p.positions.size() - 1;
  if (p.settled) return fmt::format("{} {}", turns, say(lang, turns == 1 ? "turn" : "turns", "轮"));
  return fmt::format("{} {}", turns, say(lang, "turns, not at rest", "轮，未平息"));
}

// The option whose place is nearest; the lower of two.
std::string nearest(const std::vector<std::pair<double, std::string>>& options, double x) {
  if (options.empty() || std::isnan(x)) return "";
  return std::min_element(options.begin(), options.end(),
                          [&](const auto& a, const auto& b) { return std::abs(a.first - x) < std::abs(b.first - x); })
      ->second;
}

std::string scale_note(const Field& field, const FieldNames& names, std::size_t k, std::string_view lang) {
  std::string places;
  for (const auto& [place, option] : names.options[k])
    places += fmt::format("{}{:.3g} {}", places.empty() ? "" : " · ", place, option);
  if (places.empty())
    places = fmt::format("{} {} {}", shown_number(field.low[k]), say(lang, "to", "至"), shown_number(field.high[k]));
  const double reference = field.reference.empty() ? std::nan("") : field.reference[k];
  if (!std::isnan(reference))
    places += fmt::format("{}{}", say(lang, "; without a decision ", "；无决定时 "), shown_number(reference));
  return say(lang, "Scale: ", "标尺：") + places;
}

Table by_model(const Field& field, const FieldNames& names, const Predictions& all, std::size_t k,
               const PredictShown& shown) {
  const std::string_view lang = shown.lang;
  const bool options = !names.options[k].empty();
  Table table;
  table.title = names.issues[k];
  const auto column = [&](const char* name, std::string head, bool there = true) {
    if (there) table.columns.emplace_back(name), table.heads.push_back(std::move(head));
  };
  column("model", say(lang, "model", "模型"));
  column("title", "");
  column("forecast", say(lang, "forecast", "预测"));
  column("over_inputs", say(lang, "5 to 95 % over the inputs", "输入不确定下 5–95 %"), all.draws > 0);
  column("course", say(lang, "course", "过程"));
  column("nearest_option", say(lang, "nearest", "最近的选项"), options);
  const auto add = [&](const ModelPrediction& one) {
    const bool told = one.central.refused.empty();
    auto& row = table.rows.emplace_back();
    row = {std::string(one.model->name), title_of(*one.model, lang),
           told && !std::isnan(one.central.forecast[k]) ? number_cell(one.central.forecast[k]) : Cell("")};
    if (all.draws > 0) row.push_back(range_cell(one.over_inputs[k], lang));
    row.emplace_back(course_of(one, lang));
    if (options) row.emplace_back(told ? nearest(names.options[k], one.central.forecast[k]) : "");
  };
  const bool asked = std::any_of(all.models.begin(), all.models.end(),
                                 [&](const ModelPrediction& one) { return one.model == all.yardstick.model; });
  if (!asked) add(all.yardstick);
  std::for_each(all.models.begin(), all.models.end(), add);
  table.note = scale_note(field, names, k, lang);
  return table;
}

std::string draws_note(const Predictions& all, const PredictShown& shown) {
  return fmt::format("{}: {}{}", shown.inputs, all.draws,
                     say(shown.lang, "; ranges over them are of the middle 90 %", "；其范围为中间 90 %"));
}

// How much of the doubt is that of the model, and how much that of the numbers put in.
Table spreads(const FieldNames& names, const Predictions& all, const PredictShown& shown) {
  const std::string_view lang = shown.lang;
  Table table;
  table.title = say(lang, "What is in doubt: the model or its inputs", "不确定来自模型还是输入");
  table.columns = {"issue", "weighted_mean", "over_inputs", "models", "model_median", "over_models", "all_over_inputs"};
  table.heads = {say(lang, "issue", "议题"),
                 say(lang, "weighted mean", "加权均值"),
                 say(lang, "over the inputs", "输入不确定下"),
                 say(lang, "models", "模型数"),
                 say(lang, "their median", "中位数"),
                 say(lang, "least to most", "最小至最大"),
                 say(lang, "all models over the inputs", "全部模型在输入不确定下")};
  const ModelPrediction& yardstick = all.yardstick;
  for (std::size_t k = 0; k < names.issues.size(); ++k) {
    if (!is_shown(k, shown)) continue;
    const auto& spread = all.over_models[k];
    table.rows.push_back({names.issues[k],
                          yardstick.central.refused.empty() ? number_cell(yardstick.central.forecast[k]) : Cell("–"),
                          all.draws > 0 ? range_cell(yardstick.over_inputs[k], lang) : Cell("–"),
                          spread ? spread->models : 0, spread ? number_cell(spread->forecasts.median) : Cell("–"),
                          range_cell(spread ? std::optional(spread->forecasts) : std::nullopt, lang),
                          range_cell(spread ? spread->over_inputs : std::nullopt, lang)});
  }
  if (all.draws > 0) table.note = draws_note(all, shown);
  return table;
}

Table ends(const Field& field, const FieldNames& names, const ModelPrediction& one, const PredictShown& shown) {
  const std::string_view lang = shown.lang;
  Table table;
  table.title = say(lang, "Who ends where", "各方终点");
  table.columns = {"actor", "issue", "from", "to"};
  table.heads = {say(lang, "actor", "参与方"), say(lang, "issue", "议题"), say(lang, "from", "起点"),
                 say(lang, "to", "终点")};
  table.groups = true;
  for (std::size_t i = 0; i < field.actors.size(); ++i)
    for (std::size_t k = 0; k < field.issues.size(); ++k) {
      const std::size_t at = field.at(i, k);
      if (!field.takes_part(i, k) || !is_shown(k, shown)) continue;
      table.rows.push_back({names.actors[i], names.issues[k], number_cell(one.central.positions.front()[at]),
                            number_cell(one.central.positions.back()[at])});
    }
  return table;
}

Table narrative(const FieldNames& names, const ModelPrediction& one, const PredictShown& shown) {
  const std::string_view lang = shown.lang;
  Table table;
  table.title = fmt::format("{} ({})", say(lang, "Who moved whom", "谁使谁让步"), title_of(*one.model, lang));
  table.columns = {"turn", "move"};
  table.heads = {say(lang, "turn", "轮"), ""};
  table.groups = true;
  std::size_t more = 0;
  for (const Move& move : one.central.moves) {
    if (!is_shown(static_cast<std::size_t>(move.issue), shown)) continue;
    if (table.rows.size() < shown.most_moves)
      table.rows.push_back({move.turn, told(move, names, lang)});
    else
      ++more;
  }
  if (more > 0)
    table.note = fmt::format("{} {}", more,
                             say(lang, "more moves: --csv or --json lists all", "条未列出：--csv 或 --json 全列"));
  return table;
}

// Why, in words; {} is the other actor.
std::string reason(Why why, std::string_view other, std::string_view lang) {
  switch (why) {
    case Why::conflict:
      return fmt::format(fmt::runtime(say(lang, "towards {}: it would lose a contest", "向{}靠拢：预期在较量中失利")),
                         other);
    case Why::compromise:
      return fmt::format(fmt::runtime(say(lang, "towards {}: it meets it part of the way", "向{}靠拢：各让一步")),
                         other);
    case Why::capitulation:
      return fmt::format(fmt::runtime(say(lang, "towards {}: it gives in", "向{}屈服")), other);
    case Why::bargain:
      return fmt::format(fmt::runtime(say(lang, "in its bargain with {}", "与{}议价的结果")), other);
    case Why::exchange:
      return fmt::format(fmt::runtime(say(lang, "in exchange with {}", "与{}互换立场")), other);
    case Why::vote:
      return say(lang, "by the vote", "经表决");
  }
  return "";
}

}  // namespace

FieldNames names_of(const Field& field) {
  return {field.actors, field.issues, std::vector<std::vector<std::pair<double, std::string>>>(field.issues.size())};
}

std::string refusal_words(const std::string& why, std::string_view lang) {
  constexpr std::pair<std::string_view, std::string_view> known[] = {
      {"needs to know who proposes", "须知由谁提案"},
      {"needs a reference point", "须有无决定时的参照点"},
      {"needs at least one round", "至少须有一轮"},
      {"stopped before it was asked", "尚未计算即被中止"}};
  for (const auto& [en, zh] : known)
    if (why == en) return say(lang, en, zh);
  return why;
}

std::string told(const Move& move, const FieldNames& names, std::string_view lang) {
  const std::string& who = names.actors[static_cast<std::size_t>(move.actor)];
  const std::string& issue = names.issues[static_cast<std::size_t>(move.issue)];
  const std::string other = move.other < 0 ? say(lang, "nobody in particular", "无特定一方")
                                           : names.actors[static_cast<std::size_t>(move.other)];
  const std::string where = names.issues.size() > 1 ? say(lang, " on ", "在") + issue + say(lang, "", "上") : "";
  if (lang == "zh")
    return fmt::format("{}{}由 {} 移至 {}，{}", who, where, shown_number(move.from), shown_number(move.to),
                       reason(move.why, other, lang));
  return fmt::format("{} moves from {} to {}{} {}", who, shown_number(move.from), shown_number(move.to), where,
                     reason(move.why, other, lang));
}

std::vector<Table> predict_tables(const Field& field, const FieldNames& names, const Predictions& all,
                                  const PredictShown& shown) {
  std::vector<Table> tables;
  for (std::size_t k = 0; k < field.issues.size(); ++k)
    if (is_shown(k, shown)) tables.push_back(by_model(field, names, all, k, shown));
  if (all.models.size() > 1) tables.push_back(spreads(names, all, shown));
  if (all.models.size() == 1 && all.models[0].central.positions.size() > 1)
    tables.push_back(ends(field, names, all.models[0], shown));
  if (shown.moves)
    for (const ModelPrediction& one : all.models)
      if (!one.central.moves.empty()) tables.push_back(narrative(names, one, shown));
  if (!tables.empty() && all.models.size() == 1 && all.draws > 0)
    tables.back().note += (tables.back().note.empty() ? "" : "\n  ") + draws_note(all, shown);
  if (!tables.empty())
    for (const std::string& note : shown.notes) tables.back().note += (tables.back().note.empty() ? "" : "\n  ") + note;
  return tables;
}

}  // namespace armistice
