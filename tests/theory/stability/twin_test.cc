// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <bit>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "armistice/theory/stability/coalition.h"
#include "tests/theory/stability/graphs.h"

// Against the definitions, followed word by word in Python: tests/twins/stability.py.
namespace armistice::stability {
namespace {

using Json = nlohmann::json;
using States = std::vector<State>;

// What a program prints, a line at a time.
std::vector<std::string> lines_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string text;
  std::vector<char> some(1 << 16);
  for (std::size_t n = 0; pipe && (n = fread(some.data(), 1, some.size(), pipe.get())) > 0;)
    text.append(some.data(), n);
  std::vector<std::string> lines;
  for (std::size_t begin = 0, end = 0; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1)
    lines.push_back(text.substr(begin, end - begin));
  return lines;
}

Graph graph_of(const Json& conflict) {
  std::vector<std::uint64_t> owned(conflict["parties"].get<std::size_t>());
  std::uint64_t only_on = 0, only_off = 0;
  for (std::size_t o = 0; o < conflict["owner"].size(); ++o) {
    const std::uint64_t bit = std::uint64_t{1} << o;
    owned[conflict["owner"][o].get<std::size_t>()] |= bit;
    if (conflict["direction"][o] == "on") only_on |= bit;
    if (conflict["direction"][o] == "off") only_off |= bit;
  }
  std::vector<Preference> preference;
  for (const Json& ranks : conflict["ranks"])
    preference.push_back({ranks.get<std::vector<std::int32_t>>(), {}, {}, {}});
  return graph_of_options(conflict["codes"].get<std::vector<std::uint64_t>>(), owned, only_on, only_off, preference);
}

States where(const std::vector<std::uint8_t>& holds) {
  States all;
  for (State s = 0; s < holds.size(); ++s)
    if (holds[s]) all.push_back(s);
  return all;
}

States stable(const Graph& graph, int party, Notion notion) {
  const Judgement judgement = judge(graph, party, notion);
  std::vector<std::uint8_t> holds;
  for (const Verdict verdict : judgement.verdict) holds.push_back(verdict != Verdict::unstable);
  return where(holds);
}

TEST(StabilityTwin, ThousandRandomConflicts) {
  const auto lines = lines_of("/usr/bin/python3 '" ARMISTICE_ROOT "/tests/twins/stability.py' 1000");
  ASSERT_EQ(lines.size(), 1000u);
  int parties = 0, pairs = 0, one_way = 0, tell_apart = 0;
  for (const std::string& line : lines) {
    const Json json = Json::parse(line);
    const Graph graph = graph_of(json["conflict"]), arcs = testing::as_arcs(graph);
    one_way += (graph.only_on | graph.only_off) != 0;
    for (const Json& group : json["groups"]) {
      const auto members = group["members"].get<std::uint64_t>();
      const bool single = (members & (members - 1)) == 0;
      (single ? parties : pairs) += 1;
      tell_apart += single && group["stable"]["SEQ"] != group["stable"]["GMR"];
      for (const Notion notion : all_notions) {
        const auto expected =
            group["stable"][std::string(notion_names[static_cast<std::size_t>(notion)])].get<States>();
        EXPECT_EQ(where(stable_for_group(graph, members, notion)), expected);
        if (single) {
          const int party = std::countr_zero(members);
          EXPECT_EQ(stable(graph, party, notion), expected);
          EXPECT_EQ(stable(arcs, party, notion), expected);
        }
      }
    }
    if (HasFailure()) FAIL() << line;
  }
  EXPECT_GT(parties, 2500);
  EXPECT_GT(pairs, 2500);
  EXPECT_GT(one_way, 300);
  EXPECT_GT(tell_apart, 300);
}

}  // namespace
}  // namespace armistice::stability
