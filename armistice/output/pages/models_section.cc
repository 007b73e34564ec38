// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <stdexcept>

#include "armistice/output/pages/json.h"
#include "armistice/output/pages/sections.h"
#include "armistice/output/predict_dossier.h"
#include "armistice/output/stability_tables.h"
#include "armistice/output/stability_why.h"
#include "armistice/output/stability_words.h"

namespace armistice {
namespace {

using collective::CollectiveModel;
using stability::Notion;
using stability::State;

// f(language) in both.
Json in_both(auto f) { return {{"en", f("en")}, {"zh", f("zh")}}; }

Json quantiles(const std::optional<Quantiles>& q) {
  if (!q) return nullptr;
  return {{"low", number(q->low)}, {"median", number(q->median)}, {"high", number(q->high)}};
}

Json of_model(const ModelPrediction& one, std::size_t issues) {
  const CollectiveModel& model = *one.model;
  Json all = {{"name", model.name}, {"source", model.source}};
  all["title"] = in_both([&](std::string_view lang) { return lang == "zh" ? model.title_zh : model.title; });
  const std::string& refused = one.central.refused;
  all["refused"] = nullptr;
  if (!refused.empty()) all["refused"] = in_both([&](std::string_view lang) { return refusal_words(refused, lang); });
  all["forecast"] = all["over_inputs"] = Json::array();
  for (std::size_t k = 0; k < issues; ++k) {
    all["forecast"].push_back(refused.empty() ? number(one.central.forecast[k]) : Json(nullptr));
    all["over_inputs"].push_back(k < one.over_inputs.size() ? quantiles(one.over_inputs[k]) : Json(nullptr));
  }
  return all;
}

// The scale of each issue: its options by their places, ascending.
Json scales_of(const DossierField& field) {
  Json all = Json::array();
  for (std::size_t k = 0; k < field.issues.size(); ++k) {
    std::vector<std::pair<double, int>> options;
    for (std::size_t o = 1; o < field.place[k].size(); ++o)
      options.emplace_back(field.place[k][o], static_cast<int>(o));
    std::sort(options.begin(), options.end());
    Json places = Json::array();
    for (const auto& [at, option] : options) places.push_back({{"at", number(at)}, {"option", option}});
    all.push_back({{"issue", field.issues[k]}, {"places", std::move(places)}});
  }
  return all;
}

// What `armistice predict` forecasts with its usual choices; null where there is nothing to predict.
Json predict_of(const StudyPages& pages) {
  const Model& m = pages.study.model;
  const DossierField central = field_of(m);
  const std::size_t issues = central.issues.size();
  if (issues == 0) return nullptr;
  const std::uint64_t seed = pages.study.plan.seed;
  PredictAsked asked;
  for (const CollectiveModel& model : collective::collective_models()) asked.models.push_back(&model);
  asked.choices.luck.seed = seed;
  asked.draws = pages.draws, asked.threads = pages.threads;
  const std::vector<DrawnField> drawn = drawn_fields(m, central, seed, asked.draws);
  const Predictions found = predict(
      central.field, [&](std::uint32_t k) { return with_drawn(central, drawn[k]); }, asked);
  Json all = {{"draws", found.draws}, {"scales", scales_of(central)}};
  all["models"] = all["over_models"] = all["notes"] = Json::array();
  for (const ModelPrediction& one : found.models) all["models"].push_back(of_model(one, issues));
  all["yardstick"] = of_model(found.yardstick, issues);
  for (const auto& spread : found.over_models) {
    if (!spread) {
      all["over_models"].push_back(nullptr);
      continue;
    }
    all["over_models"].push_back(quantiles(spread->forecasts));
    all["over_models"].back()["models"] = spread->models;
  }
  const std::vector<std::string> en = notes_on(m, "en"), zh = notes_on(m, "zh");
  for (std::size_t k = 0; k < en.size(); ++k) all["notes"].push_back(said(Phrase{en[k], zh[k]}));
  return all;
}

// A graph of few states is shown whole; of more, where things stand and the equilibria, up to a limit.
struct StatesShown {
  std::size_t whole, most;
};
constexpr StatesShown listed{4096, 4096}, explained{64, 200};

bool matters(const Conflict& c, const StabilityReport& report, State s) {
  return c.status_quo == s || std::any_of(report.asked.notions.begin(), report.asked.notions.end(),
                                          [&](Notion notion) { return report.equilibrium(notion, s); });
}

// Ascending.
std::vector<State> states_of(const Conflict& c, const StabilityReport& report, const StatesShown& shown) {
  std::vector<State> all;
  if (c.status_quo) all.push_back(*c.status_quo);  // whatever the limit leaves out
  for (State s = 0; s < c.graph.states && (c.graph.states <= shown.whole || all.size() < shown.most); ++s)
    if (s != c.status_quo && (c.graph.states <= shown.whole || matters(c, report, s))) all.push_back(s);
  std::sort(all.begin(), all.end());
  return all;
}

void add_verdicts(const Conflict& c, const StabilityReport& report, const std::vector<State>& states, Json& all) {
  all["notions"] = all["stable"] = all["equilibrium"] = Json::array();
  for (const Notion notion : report.asked.notions) {
    all["notions"].push_back(stability::notion_names[static_cast<std::size_t>(notion)]);
    Json stable = Json::array(), equilibrium = Json::array();
    for (int p = 0; p < c.graph.parties; ++p) {
      Json& own = stable.emplace_back(Json::array());
      for (const State s : states)
        own.push_back(report.strongly(notion, p, s) ? 2 : report.stable(notion, p, s) ? 1 : 0);
    }
    for (const State s : states) equilibrium.push_back(report.equilibrium(notion, s));
    all["stable"].push_back(std::move(stable)), all["equilibrium"].push_back(std::move(equilibrium));
  }
}

Json reasons_of(const Conflict& c, const StabilityReport& report) {
  Json all = Json::array();
  for (const State s : states_of(c, report, explained))
    for (int p = 0; p < c.graph.parties; ++p)
      for (const WhyLine& line : why_lines(c, report, p, s)) {
        Json notions = Json::array();
        for (const Notion notion : line.notions)
          notions.push_back(stability::notion_names[static_cast<std::size_t>(notion)]);
        all.push_back({{"state", s}, {"party", p}, {"notions", std::move(notions)}, {"stable", line.why.stable}});
        all.back()["why"] = in_both([&](std::string_view lang) { return reason_words(c, p, line.by, line.why, lang); });
      }
  return all;
}

// What `armistice stability` makes of the dossier's graph; null where it has none.
Json stability_of(const Dossier& dossier) {
  Problems problems;
  const std::optional<Conflict> graph = read_graph(dossier, problems);
  if (!problems.empty()) throw std::runtime_error(show(problems));
  if (!graph) return nullptr;
  const Conflict& c = *graph;
  const StabilityReport report = stability_report(c, {});
  const std::vector<State> states = states_of(c, report, listed);
  Json all = {{"title", said(c.title)}};
  all["parties"] = all["options"] = all["states"] = Json::array();
  for (int p = 0; p < c.graph.parties; ++p)
    all["parties"].push_back(in_both([&](std::string_view lang) { return party_label(c, p, lang); }));
  for (std::size_t o = 0; o < c.options.size(); ++o)
    all["options"].push_back({{"name", said(c.options[o])}, {"party", c.form.options[o].party}});
  all["rule"] = in_both([&](std::string_view lang) { return rule_words(report, lang); });
  for (const State s : states) {
    all["states"].push_back({{"index", s}, {"code", code_text(c, s)}, {"status_quo", c.status_quo == s}});
    all["states"].back()["name"] = in_both([&](std::string_view lang) { return state_label(c, s, lang); });
  }
  add_verdicts(c, report, states, all);
  all["reasons"] = reasons_of(c, report);
  return all;
}

}  // namespace

std::string models_section(const StudyPages& pages) {
  return inlined({{"predict", predict_of(pages)}, {"stability", stability_of(pages.study.model.dossier)}});
}

}  // namespace armistice
