// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>

#include "armistice/output/pages/sections.h"
#include "armistice/output/stability_words.h"
#include "armistice/study/dossier_field.h"
#include "armistice/study/predict.h"
#include "tests/dynamics/small_war.h"
#include "tests/output/contract.h"
#include "tests/output/temporary.h"

namespace armistice {
namespace {

using nlohmann::json;
using stability::Notion;
using stability::State;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

Dossier dossier_of(const std::string& name) {
  return testing::read_or_throw(std::string(ARMISTICE_ROOT "/dossiers/") + name);
}

json models_of(Model model, std::uint32_t draws = 16) {
  const OpenStudy study{{}, {}, {}, std::move(model), 0};
  StudyPages pages{.study = study, .summary = "", .shown = {}};
  pages.draws = draws, pages.threads = 1;
  return json::parse(models_section(pages));
}

void expect_said(const json& said) {
  testing::expect_interface(said, "Said");
  EXPECT_FALSE(said["en"].get<std::string>().empty());
  EXPECT_FALSE(said["zh"].get<std::string>().empty());
}

TEST(ModelPages, ForecastAsPredictDoes) {
  const Model model = compile(dossier_of("isles"));
  const json all = models_of(compile(dossier_of("isles")));
  testing::expect_interface(all, "Models");
  const json& shown = all["predict"];
  const DossierField central = field_of(model);
  const auto drawn = drawn_fields(model, central, Plan{}.seed, 16);
  PredictAsked asked;
  for (const auto& one : collective::collective_models()) asked.models.push_back(&one);
  asked.choices.luck.seed = Plan{}.seed, asked.draws = 16, asked.threads = 2;
  const Predictions found = predict(
      central.field, [&](std::uint32_t k) { return with_drawn(central, drawn[k]); }, asked);
  EXPECT_EQ(shown["draws"], 16);
  ASSERT_EQ(shown["models"].size(), found.models.size());
  EXPECT_EQ(shown["yardstick"]["name"], found.yardstick.model->name);
  for (std::size_t x = 0; x < found.models.size(); ++x) {
    const json& one = shown["models"][x];
    testing::expect_interface(one, "ModelForecast");
    EXPECT_EQ(one["name"], found.models[x].model->name);
    expect_said(one["title"]);
    EXPECT_TRUE(one["refused"].is_null());
    for (std::size_t k = 0; k < central.issues.size(); ++k) {
      EXPECT_NEAR(one["forecast"][k], found.models[x].central.forecast[k], 1e-3) << one["name"];
      EXPECT_NEAR(one["over_inputs"][k]["median"], found.models[x].over_inputs[k]->median, 1e-3) << one["name"];
    }
  }
  ASSERT_EQ(shown["over_models"].size(), central.issues.size());
  EXPECT_EQ(shown["over_models"][0]["models"], found.over_models[0]->models);
  ASSERT_EQ(shown["notes"].size(), 2u);
  for (const json& note : shown["notes"]) expect_said(note);
}

// Every option of a scale but the open one, from one end to the other.
TEST(ModelPages, ShowOptionsOnTheirScales) {
  const Model model = compile(dossier_of("isles"));
  const json all = models_of(compile(dossier_of("isles")), 2);
  const json& scales = all["predict"]["scales"];
  ASSERT_EQ(scales.size(), field_of(model).issues.size());
  for (const json& scale : scales) {
    const json& places = scale["places"];
    ASSERT_EQ(places.size(), at(model.options[scale["issue"].get<std::size_t>()]) - 1);
    EXPECT_EQ(places.front()["at"], 0);
    EXPECT_EQ(places.back()["at"], 100);
    for (std::size_t k = 1; k < places.size(); ++k) EXPECT_LE(places[k - 1]["at"], places[k]["at"]);
  }
}

// The first refusal of each kind, told in both languages: without a mediator nobody proposes.
TEST(ModelPages, SayWhyAModelRefuses) {
  Model model = compile(dossier_of("isles"));
  model.mediator = -1;
  const json all = models_of(std::move(model), 2);
  int refused = 0;
  for (const json& one : all["predict"]["models"]) {
    if (one["refused"].is_null()) continue;
    ++refused;
    EXPECT_EQ(one["refused"], (json{{"en", "needs to know who proposes"}, {"zh", "须知由谁提案"}}));
    for (const json& forecast : one["forecast"]) EXPECT_TRUE(forecast.is_null());
  }
  EXPECT_EQ(refused, 1);
}

// Sides that see everything alike leave nothing to predict, and a dossier need not have a graph.
TEST(ModelPages, AreEmptyWhereThereIsNothing) {
  Model model = compile(testing::small_war());
  const auto row_of = [&](auto& table, int side) {
    return table.begin() + model.party_of_side[at(side)] * model.cells;
  };
  for (auto* table : {&model.value_0, &model.value_1})
    std::copy_n(row_of(*table, side_a), model.cells, row_of(*table, side_b));
  for (int k = 0; k < model.issues; ++k)
    model.weight[at(model.party_of_side[side_b] * model.issues + k)] =
        model.weight[at(model.party_of_side[side_a] * model.issues + k)];
  for (int cell = 0; cell < model.cells; ++cell)
    for (const int side : model.party_of_side) model.refuses[at(side * model.cells + cell)] = false;
  EXPECT_EQ(models_of(std::move(model), 2), (json{{"predict", nullptr}, {"stability", nullptr}}));
}

struct Graph {
  Conflict conflict;
  StabilityReport report;
};
Graph graph_of(const Dossier& dossier) {
  Problems problems;
  std::optional<Conflict> conflict = read_graph(dossier, problems);
  if (!conflict) throw std::runtime_error("no graph");
  StabilityReport report = stability_report(*conflict, {});
  return {std::move(*conflict), std::move(report)};
}

class GraphPages : public ::testing::TestWithParam<std::string> {
 protected:
  GraphPages() : graph(graph_of(dossier_of(GetParam()))) {
    shown = models_of(compile(dossier_of(GetParam())), 1)["stability"];
  }
  Graph graph;
  json shown;
};

TEST_P(GraphPages, ShowTheVerdicts) {
  const auto& [conflict, report] = graph;
  testing::expect_interface(shown, "ConflictView");
  expect_said(shown["title"]), expect_said(shown["rule"]);
  ASSERT_EQ(shown["states"].size(), conflict.graph.states);
  ASSERT_EQ(shown["notions"].size(), stability::notion_count);
  ASSERT_EQ(shown["options"].size(), conflict.options.size());
  for (State s = 0; s < conflict.graph.states; ++s) {
    EXPECT_EQ(shown["states"][s]["index"], s);
    EXPECT_EQ(shown["states"][s]["code"], code_text(conflict, s));
    EXPECT_EQ(shown["states"][s]["status_quo"], conflict.status_quo == s);
    expect_said(shown["states"][s]["name"]);
    for (const Notion notion : stability::all_notions) {
      const auto n = static_cast<std::size_t>(notion);
      EXPECT_EQ(shown["equilibrium"][n][s], report.equilibrium(notion, s));
      for (int p = 0; p < conflict.graph.parties; ++p)
        EXPECT_EQ(shown["stable"][n][at(p)][s], static_cast<int>(report.analysis.judged(notion, p).verdict[s]));
    }
  }
}

// Of each state that is explained, every party and notion once, with the verdict and in words that name the party.
TEST_P(GraphPages, GiveAReasonForEveryVerdict) {
  const auto& [conflict, report] = graph;
  std::map<State, std::map<int, std::vector<std::string>>> told;
  for (const json& reason : shown["reasons"]) {
    expect_said(reason["why"]);
    const int party = reason["party"];
    EXPECT_NE(reason["why"]["en"].get<std::string>().find(party_label(conflict, party, "en")), std::string::npos);
    EXPECT_NE(reason["why"]["zh"].get<std::string>().find(party_label(conflict, party, "zh")), std::string::npos);
    for (const std::string name : reason["notions"]) {
      const auto notion = std::find(stability::notion_names.begin(), stability::notion_names.end(), name);
      ASSERT_NE(notion, stability::notion_names.end());
      EXPECT_EQ(
          reason["stable"],
          report.stable(stability::all_notions[static_cast<std::size_t>(notion - stability::notion_names.begin())],
                        party, reason["state"]));
      told[reason["state"]][party].push_back(name);
    }
  }
  const bool all = conflict.graph.states <= 64;
  for (State s = 0; s < conflict.graph.states; ++s) {
    bool wanted = all || conflict.status_quo == s;
    for (const Notion notion : stability::all_notions) wanted = wanted || report.equilibrium(notion, s);
    ASSERT_EQ(told.count(s), wanted ? 1u : 0u) << s;
    for (int p = 0; wanted && p < conflict.graph.parties; ++p) {
      std::sort(told[s][p].begin(), told[s][p].end());
      EXPECT_EQ(told[s][p], (std::vector<std::string>{"GMR", "Nash", "SEQ", "SMR", "SSEQ"})) << s << " " << p;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Dossiers, GraphPages, ::testing::Values("isles", "ukraine-2025"),
                         [](const auto& one) { return one.param.substr(0, one.param.find('-')); });

// Of a graph of many states only those that matter are listed, by their numbers.
TEST(ModelPages, LeaveOutWhatDoesNotMatterInAGraphOfManyStates) {
  const Temporary folder;
  std::filesystem::copy(ARMISTICE_ROOT "/dossiers/isles", folder / "isles");
  std::ofstream graph(folder / "isles/graph.toml");
  graph << "[conflict]\nformat = 1\nid = \"wide\"\ntitle = \"Wide\"\n[party.north]\n[party.south]\n";
  std::string statements;
  for (int o = 0; o < 13; ++o) {
    graph << "[option.o" << o << "]\nparty = \"" << (o < 6 ? "north" : "south") << "\"\nname = \"O" << o << "\"\n";
    statements += std::string(o == 0 ? "" : ", ") + "\"o" + std::to_string(o) + "\"";
  }
  for (const char* party : {"north", "south"})
    graph << "[preference." << party << "]\nstatements = [" << statements << "]\n";
  graph.close();
  const json shown = models_of(compile(testing::read_or_throw(folder / "isles")), 1)["stability"];
  const Graph whole = graph_of(testing::read_or_throw(folder / "isles"));
  ASSERT_EQ(whole.conflict.graph.states, 8192u);
  // What counts most is North's to take; of its own options South may leave any, for North could answer.
  const auto& report = whole.report;
  ASSERT_EQ(shown["states"].size(), report.equilibria[static_cast<std::size_t>(Notion::gmr)].size());
  ASSERT_EQ(shown["states"].size(), 128u);
  for (std::size_t place = 0; place < 128; ++place) {
    const State s = shown["states"][place]["index"];
    EXPECT_EQ(shown["states"][place]["code"].get<std::string>().substr(0, 6), "YYYYYY");
    for (const Notion notion : stability::all_notions) {
      const auto n = static_cast<std::size_t>(notion);
      EXPECT_EQ(shown["equilibrium"][n][place], report.equilibrium(notion, s));
      for (const int p : {0, 1}) EXPECT_EQ(shown["stable"][n][at(p)][place], report.stable(notion, p, s) ? 1 : 0);
    }
  }
  EXPECT_EQ(shown["states"][127]["index"], 8191);
  EXPECT_TRUE(shown["equilibrium"][0][127]);  // and only there nobody wants to move
  EXPECT_FALSE(shown["equilibrium"][0][0]);
  for (const json& reason : shown["reasons"])
    EXPECT_TRUE(report.equilibrium(Notion::gmr, reason["state"].get<State>()));
}

TEST(ModelPages, RefuseAGraphThatCannotBeRead) {
  const Temporary folder;
  std::filesystem::copy(ARMISTICE_ROOT "/dossiers/isles", folder / "isles");
  Model model = compile(testing::read_or_throw(folder / "isles"));
  std::ofstream(folder / "isles/graph.toml") << "[conflict]\nformat = 2\n";
  EXPECT_THROW(models_of(std::move(model), 1), std::runtime_error);
}

}  // namespace
}  // namespace armistice
