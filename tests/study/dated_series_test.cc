// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/dated_series.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include <unistd.h>

namespace armistice {
namespace {

std::filesystem::path file_with(const std::string& text) {
  auto path = std::filesystem::temp_directory_path() / ("series_" + std::to_string(::getpid()) + ".csv");
  std::ofstream(path) << text;
  return path;
}

TEST(DatedSeries, ReadsADateAndAColumnAndPassesOverWhatIsMissing) {
  Problems problems;
  const auto path =
      file_with("# a note\nday,other,m2\n2025-01-01,x,1000000\n2025-01-02,\"a, b\",NA\n2025-01-04,,3000000\n");
  const auto series = read_series(path, {.date = "day", .value = "m2", .factor = 1e-6}, problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(series.days, (std::vector<int>{day_number({2025, 1, 1}), day_number({2025, 1, 4})}));
  EXPECT_EQ(series.values, (std::vector<double>{1, 3}));
}

TEST(DatedSeries, SaysAllThatIsWrongAtOnce) {
  Problems problems;
  const auto path =
      file_with("date,area_km2\n2025-01-03,1\n2025-02-30,2\n2025-01-02,three\n2025-01-01,4\n2025-01-05\n");
  read_series(path, {}, problems);
  ASSERT_EQ(problems.size(), 4u);
  EXPECT_EQ(problems[0].message, "\"2025-02-30\" is not a date such as 2025-12-20");
  EXPECT_EQ(problems[1].message, "\"three\" is not a number");
  EXPECT_EQ(problems[2].message, "2025-01-01 comes after 2025-01-03");
  EXPECT_EQ(problems[3].place.line, 6);
}

TEST(DatedSeries, SuggestsTheColumnThatWasMeant) {
  Problems problems;
  read_series(file_with("date,area_km2\n2025-01-03,1\n"), {.value = "area_km"}, problems);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].message, "no column \"area_km\"");
  EXPECT_EQ(problems[0].hint, "did you mean \"area_km2\"?");
}

}  // namespace
}  // namespace armistice
