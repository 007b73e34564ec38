// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/table.h"

#include <nlohmann/json.hpp>

namespace armistice {
namespace {

Table ferries() {
  Table table;
  table.title = "ferries";
  table.columns = {"name", "trips", "share"};
  table.rows = {{"渡輪", 12, Cell(0.5)}, {"a \"b\", c", 7, Cell(1.0 / 3)}, {"none", "", ""}};
  return table;
}

Provenance made() {
  Provenance p;
  p.version = "1.2.3";
  p.dossier = "isles";
  p.hash = "0123456789abcdef";
  p.as_of = "2025-01-01";
  p.command = "armistice x";
  p.handling = "for mediators only";
  p.seed = 7;
  return p;
}

TEST(Table, Text) {
  EXPECT_EQ(render_text({ferries()}, made()),
            "ferries\n"
            "  name      trips  share\n"
            "  渡輪         12  0.500\n"
            "  a \"b\", c      7  0.333\n"
            "  none\n"
            "\n"
            "armistice 1.2.3 \u00B7 isles 0123456789abcdef \u00B7 as of 2025-01-01 \u00B7 seed 7 \u00B7 armistice x\n"
            "handling: for mediators only\n");
}

TEST(Table, TextWithHeadsAndNote) {
  Table table = ferries();
  table.heads = {"船", "班次", "份额"};
  table.note = "a note";
  EXPECT_EQ(render_text(table),
            "ferries\n"
            "  船        班次   份额\n"
            "  渡輪        12  0.500\n"
            "  a \"b\", c     7  0.333\n"
            "  none\n"
            "  a note\n");
}

TEST(Table, CsvHoldsTheNumbersThemselves) {
  EXPECT_EQ(render_csv({ferries()}, made()),
            "# armistice 1.2.3 \u00B7 isles 0123456789abcdef \u00B7 as of 2025-01-01 \u00B7 seed 7 \u00B7 armistice x\n"
            "# handling: for mediators only\n"
            "# ferries\n"
            "name,trips,share\n"
            "渡輪,12,0.5\n"
            "\"a \"\"b\"\", c\",7,0.3333333333333333\n"
            "none,,\n");
}

// A strait where 12 in 100 crossings fail, 10 to 15 with the error of counting.
Table crossings() {
  Table table;
  table.columns = {"strait", "year", "failed", "interval"};
  Cell failed("12 % (rare)"), interval("10–15");
  failed.number = 0.12;
  interval.range = {0.1, 0.15};
  table.rows = {{"tern", 2030, failed, interval}, {"tern", 2031, "–", "–"}};
  table.note = "counted by hand";
  table.groups = true;
  return table;
}

TEST(Table, ForPeopleAGroupIsNamedOnce) {
  EXPECT_EQ(render_text(crossings()),
            "  strait  year  failed       interval\n"
            "  tern    2030  12 % (rare)  10–15\n"
            "          2031  –            –\n"
            "  counted by hand\n");
}

TEST(Table, MachinesGetTheEndsOfARangeAndTheNote) {
  const std::string csv = render_csv({crossings()}, made());
  EXPECT_NE(csv.find("strait,year,failed,interval_low,interval_high\n"
                     "tern,2030,0.12,0.1,0.15\n"
                     "tern,2031,–,,\n"
                     "# counted by hand\n"),
            std::string::npos)
      << csv;
  const auto table = nlohmann::json::parse(render_json({crossings()}, made()))["tables"][0];
  EXPECT_EQ(table["rows"][0]["interval_high"], 0.15);
  EXPECT_EQ(table["note"], "counted by hand");
}

TEST(Table, JsonHoldsTheSameRows) {
  const auto json = nlohmann::json::parse(render_json({ferries()}, made()));
  EXPECT_EQ(json["provenance"]["handling"], "for mediators only");
  EXPECT_EQ(json["provenance"]["seed"], 7);
  EXPECT_EQ(json["tables"][0]["title"], "ferries");
  EXPECT_EQ(json["tables"][0]["rows"][1]["share"], 1.0 / 3);
  EXPECT_TRUE(json["tables"][0]["rows"][0]["trips"].is_number_integer());
  EXPECT_EQ(json["tables"][0]["rows"][2]["trips"], "");
}

}  // namespace
}  // namespace armistice
