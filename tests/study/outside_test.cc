// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/outside.h"

#include <gtest/gtest.h>

#include <fstream>

#include "armistice/study/record.h"

namespace armistice {
namespace {

// The table in the program against the file of data that it was taken from.
TEST(Record, AgreesWithTheData) {
  std::ifstream file(ARMISTICE_ROOT "/data/cow_interstate_wars.csv");
  ASSERT_TRUE(file);
  std::string line, head;
  while (std::getline(file, head) && head.starts_with("#")) {
  }
  std::vector<std::string> columns;
  const auto split = [](const std::string& text) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (char c : text) {
      if (c == '"')
        quoted = !quoted;
      else if (c == ',' && !quoted)
        fields.emplace_back();
      else if (c != '\r')
        fields.back() += c;
    }
    return fields;
  };
  columns = split(head);
  const auto column = [&](const std::string& name) {
    return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), name) - columns.begin());
  };
  ASSERT_LT(column("active_days"), columns.size());
  std::size_t war = 0;
  for (; std::getline(file, line) && !line.empty(); ++war) {
    ASSERT_LT(war, record_of_wars().size());
    const auto fields = split(line);
    EXPECT_EQ(std::stoi(fields[column("warnum")]), record_of_wars()[war].number);
    EXPECT_EQ(std::stoi(fields[column("active_days")]), record_of_wars()[war].active_days) << line;
  }
  EXPECT_EQ(war, 95u);
}

// Known answers for a war of 730 days within 365, from the closed forms of the three laws and 14 of 95 wars.
TEST(OutsideView, KnownAnswers) {
  const OutsideView view = outside_view(730);
  EXPECT_EQ(view.wars, 95);
  EXPECT_EQ(view.as_long, 14);
  ASSERT_EQ(view.rows.size(), 4u);
  const auto z = [](double days) {
    return 0.5 * std::erfc((std::log(days) - 5.035631855) / 1.475309401 / std::sqrt(2.0));
  };
  const auto weibull = [](double days) { return std::exp(-std::pow(days / 320.8696657, 0.7146143184)); };
  EXPECT_NEAR(*view.rows[0].chance[1], 1 - z(730 + 364) / z(730), 1e-6);
  EXPECT_NEAR(*view.rows[1].chance[1], 1 - weibull(730 + 364) / weibull(730), 1e-6);
  EXPECT_NEAR(*view.rows[2].chance[1], 1 - std::exp(-0.00242892207 * 364), 1e-8);
  EXPECT_NEAR(*view.rows[3].chance[1], 3.0 / 14, 1e-12);
}

TEST(OutsideView, IntervalsHoldTheChanceAndTheSpreadHoldsAll) {
  const OutsideView view = outside_view(1395);
  for (const OutsideRow& row : view.rows)
    for (std::size_t i = 0; i < outside_weeks.size(); ++i) {
      EXPECT_LE(row.interval[i]->low, *row.chance[i]) << row.law;
      EXPECT_GE(row.interval[i]->high, *row.chance[i]) << row.law;
      EXPECT_GE(*row.chance[i], view.spread[i].low);
      EXPECT_LE(*row.chance[i], view.spread[i].high);
      EXPECT_GE(*row.chance[i], i > 0 ? *row.chance[i - 1] : 0) << "more time, more ends: " << row.law;
    }
}

TEST(OutsideView, AWarOlderThanAllOthersLeavesTheRecordSilent) {
  const OutsideView view = outside_view(5000);
  EXPECT_EQ(view.as_long, 0);
  EXPECT_FALSE(view.rows[3].chance[0]);
  EXPECT_TRUE(view.rows[0].chance[0]);
}

}  // namespace
}  // namespace armistice
