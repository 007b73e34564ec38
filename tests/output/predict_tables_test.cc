// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/predict_tables.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "tests/theory/collective/emission.h"

namespace armistice {
namespace {

using collective::Field;
using collective::find_model;
using collective::Move;
using collective::Why;

// Two actors on two issues, one of which has named places.
Field small() {
  Field field;
  field.actors = {"A", "B"}, field.issues = {"land", "arms"};
  field.low = {0, 0}, field.high = {100, 10};
  field.capability = {1, 1, 3, 3}, field.salience = {1, 0.5, 1, 0.5};
  field.position = {0, 2, 100, std::nan("")};
  field.reference = {std::nan(""), 5};
  return field;
}
FieldNames small_names() {
  FieldNames names = names_of(small());
  names.options[0] = {{0, "none"}, {70, "some"}, {100, "all"}};
  return names;
}

Predictions of(const Field& field, std::initializer_list<std::string_view> models, std::uint32_t draws = 0) {
  PredictAsked asked;
  for (const auto name : models) asked.models.push_back(find_model(name));
  asked.draws = draws;
  return predict(
      field, [&](std::uint32_t) { return field; }, asked);
}

std::string text_of(const std::vector<Table>& tables) {
  std::string all;
  for (const Table& table : tables) all += render_text(table);
  return all;
}

TEST(PredictTables, AnIssueAfterAnother) {
  const Field field = small();
  const std::string text = text_of(predict_tables(field, small_names(), of(field, {"compromise", "median"}), {}));
  EXPECT_EQ(text,
            "land\n"
            "  model                      forecast  course  nearest\n"
            "  compromise  weighted mean        75          some\n"
            "  median      median               50          some\n"
            "  Scale: 0 none · 70 some · 100 all\n"
            "arms\n"
            "  model                      forecast  course\n"
            "  compromise  weighted mean         2\n"
            "  median      median                2\n"
            "  Scale: 0 to 10; without a decision 5\n"
            "What is in doubt: the model or its inputs\n"
            "  issue  weighted mean  over the inputs  models  their median  least to most  all models over the inputs\n"
            "  land              75  –                     2          62.5  50 to 75       –\n"
            "  arms               2  –                     2             2  2 to 2         –\n");
}

TEST(PredictTables, OneIssueAloneInChinese) {
  const Field field = small();
  const PredictShown shown{.lang = "zh", .inputs = "抽取", .notes = {"注"}, .issue = 1};
  const Predictions all = of(field, {"compromise", "agenda-setter"}, 3);
  const std::string text = text_of(predict_tables(field, small_names(), all, shown));
  EXPECT_EQ(text,
            "arms\n"
            "  模型                       预测  输入不确定下 5–95 %  过程\n"
            "  compromise     加权均值       2  2 至 2\n"
            "  agenda-setter  议程设定者        –                    不适用：须知由谁提案\n"
            "  标尺：0 至 10；无决定时 5\n"
            "不确定来自模型还是输入\n"
            "  议题  加权均值  输入不确定下  模型数  中位数  最小至最大  全部模型在输入不确定下\n"
            "  arms         2  2 至 2             1       2  2 至 2      2 至 2\n"
            "  抽取: 3；其范围为中间 90 %\n"
            "  注\n");
}

TEST(PredictTables, OneModelSaysWhoEndsWhere) {
  const Field field = collective::testing::emission();
  const Predictions all = of(field, {"expected-utility"});
  PredictShown shown;
  shown.moves = true, shown.most_moves = 2;
  const std::string text = text_of(predict_tables(field, names_of(field), all, shown));
  EXPECT_NE(text.find("Who ends where\n"), text.npos) << text;
  EXPECT_NE(text.find("\n  compromise        weighted mean         7.39"), text.npos) << text;
  EXPECT_NE(text.find("Belgium moves from 7 to 8.416 towards France: it meets it part of the way"), text.npos) << text;
  EXPECT_NE(text.find("more moves: --csv or --json lists all"), text.npos) << text;
}

TEST(PredictTables, EveryReasonOfAMoveInWords) {
  const FieldNames names = small_names();
  const auto told_of = [&](Why why, int other, std::string_view lang) {
    return told(Move{.turn = 1, .actor = 0, .other = other, .issue = 0, .from = 0, .to = 12.5, .why = why}, names,
                lang);
  };
  EXPECT_EQ(told_of(Why::conflict, 1, "en"), "A moves from 0 to 12.5 on land towards B: it would lose a contest");
  EXPECT_EQ(told_of(Why::compromise, 1, "en"), "A moves from 0 to 12.5 on land towards B: it meets it part of the way");
  EXPECT_EQ(told_of(Why::capitulation, 1, "en"), "A moves from 0 to 12.5 on land towards B: it gives in");
  EXPECT_EQ(told_of(Why::bargain, 1, "en"), "A moves from 0 to 12.5 on land in its bargain with B");
  EXPECT_EQ(told_of(Why::exchange, 1, "en"), "A moves from 0 to 12.5 on land in exchange with B");
  EXPECT_EQ(told_of(Why::vote, -1, "en"), "A moves from 0 to 12.5 on land by the vote");
  EXPECT_EQ(told_of(Why::conflict, 1, "zh"), "A在land上由 0 移至 12.5，向B靠拢：预期在较量中失利");
  EXPECT_EQ(told_of(Why::exchange, 1, "zh"), "A在land上由 0 移至 12.5，与B互换立场");
}

TEST(PredictJson, HoldsNullWhereThereIsNothing) {
  const Field field = small();
  collective::Choices choices;
  const nlohmann::json told = nlohmann::json::parse(
      predict_json(field, names_of(field), of(field, {"agenda-setter", "spatial"}), choices, {"a note"}, {}));
  const auto& setter = told["models"]["agenda-setter"];
  EXPECT_EQ(setter["refused"], "needs to know who proposes");
  EXPECT_EQ(setter["choices"]["costly_reference"], 0);
  EXPECT_TRUE(setter["distribution"].is_null());
  const auto& spatial = told["models"]["spatial"];
  EXPECT_TRUE(spatial["refused"].is_null());
  EXPECT_TRUE(spatial["positions"][0][1][1].is_null()) << "B takes no part in arms";
  EXPECT_EQ(spatial["positions"][0][1][0], 100);
  EXPECT_EQ(spatial["choices"]["mode"], "corrected");
  EXPECT_EQ(spatial["choices"]["most_turns"], 100);
  EXPECT_EQ(told["notes"][0], "a note");
  EXPECT_FALSE(told.contains("positions")) << "only of a single model";
}

}  // namespace
}  // namespace armistice
