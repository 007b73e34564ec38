// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/csv.h"

#include <limits>

namespace armistice {
namespace {

constexpr double any = std::numeric_limits<double>::infinity();

std::string shown(const Problems& problems) { return show(problems); }

TEST(Csv, QuotesBlanksCommentsAndMarks) {
  Problems problems;
  const Csv csv = read_csv("\xEF\xBB\xBF# a comment\r\na, \"b \"\"c\"\", d\" ,e\r\n , ,\r\n1,2\r\n", "t.csv", problems);
  EXPECT_TRUE(problems.empty());
  ASSERT_EQ(csv.rows.size(), 2u);
  EXPECT_EQ(csv.rows[0].line, 2);
  EXPECT_EQ(csv.rows[0].cells[1].text, "b \"c\", d");
  EXPECT_EQ(csv.rows[0].cells[1].column, 4);
  EXPECT_EQ(csv.rows[0].cells[2].text, "e");
  EXPECT_EQ(csv.rows[1].cells.size(), 2u);
}

TEST(Csv, NumbersAreReadAsTheyStand) {
  EXPECT_EQ(number_in("+1.5"), 1.5);
  EXPECT_EQ(number_in("-3e2"), -300);
  for (const char* no : {"", "nan", "inf", "1,5", "1 2", "+", "0x10"}) EXPECT_EQ(number_in(no), std::nullopt) << no;
}

TEST(Csv, ColumnsByAnyOfTheirNames) {
  Problems problems;
  const Csv csv = read_csv("Actor,Policy Position\nx,12\ny,\nz,120\nw\n", "t.csv", problems);
  const Columns columns(csv, problems);
  EXPECT_EQ(columns.find({"position", "policy-position"}), 1u);
  EXPECT_EQ(columns.find({"salience"}, false), std::nullopt);
  EXPECT_EQ(columns.number(csv.rows[1], 1, "position", 0, 100), 12);
  EXPECT_EQ(columns.number(csv.rows[2], 1, "position", 0, 100, true), std::nullopt);
  EXPECT_TRUE(problems.empty());
  columns.number(csv.rows[2], 1, "position", 0, 100);
  columns.number(csv.rows[3], 1, "position", 0, 100);
  columns.number(csv.rows[4], 1, "position", 0, any);
  columns.find({"actr"});
  columns.find({"salience", "weight"});
  EXPECT_EQ(shown(problems),
            "t.csv:1:1: no column \"actr\"\n  Actor,Policy Position\n  ^\n  did you mean \"actor\"?\n"
            "t.csv:1:1: no column \"salience\"\n  Actor,Policy Position\n  ^\n  it may also be called \"weight\"\n"
            "t.csv:3:3: no position\n  y,\n    ^\n"
            "t.csv:4:3: position 120 is not in [0, 100]\n  z,120\n    ^\n"
            "t.csv:5:2: no position\n  w\n   ^\n"
            "5 problems\n");
}

TEST(Csv, AnOpenQuoteAndForeignBytesAreProblems) {
  Problems problems;
  EXPECT_EQ(read_csv("a,b\n1,\"2\n3,4\n", "t.csv", problems).rows.size(), 2u);
  read_csv("a\n\xff\n", "u.csv", problems);
  EXPECT_EQ(shown(problems),
            "t.csv:2:3: a quote is not closed\n  1,\"2\n    ^\n"
            "u.csv:2:1: not a text in UTF-8\n  save the table as UTF-8\n2 problems\n");
}

}  // namespace
}  // namespace armistice
