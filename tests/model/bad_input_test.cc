// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <stdexcept>

#include "tests/model/folder.h"

namespace armistice {
namespace {

using testing::Folder;
using testing::problems_of;
using testing::problems_with;
using testing::two_towns;

std::string first_line(const std::string& shown) { return shown.substr(0, shown.find('\n')); }

TEST(BadInput, NoDossier) {
  const Folder folder;
  Problems problems;
  EXPECT_FALSE(read_dossier(folder.path, problems));
  EXPECT_EQ(show(problems), folder.path.string() +
                                ": not a dossier: it has no dossier.toml\n"
                                "  armistice new DIR writes one to start from\n"
                                "1 problem\n");
  EXPECT_THROW(read_dossier(folder.path / "nowhere", problems), std::runtime_error);
}

TEST(BadInput, EmptyFile) {
  EXPECT_EQ(problems_of(""),
            "dossier.toml: [dossier] is missing\ndossier.toml: [party] is missing\ndossier.toml: [side] is missing\n"
            "dossier.toml: [front] is missing\ndossier.toml: [issue] is missing\ndossier.toml: [value] is missing\n6 "
            "problems\n");
}

TEST(BadInput, NotUtf8) {
  EXPECT_EQ(first_line(problems_with("Two towns", "Two t\xf6wns")), "dossier.toml:4:22: byte 0xF6 is not UTF-8");
  EXPECT_EQ(first_line(problems_of({{"dossier.toml", two_towns}, {"x.toml", "线 = \xff"}})),
            "x.toml:1:5: byte 0xFF is not UTF-8");
}

TEST(BadInput, Garbage) {
  std::string noise;
  unsigned state = 1;
  for (int i = 0; i < 5000; ++i) noise += static_cast<char>((state = state * 1664525u + 1013904223u) >> 24);
  EXPECT_NE(problems_of({{"dossier.toml", noise}}), "");
  for (char& c : noise) c = static_cast<char>(static_cast<unsigned char>(c) % 96 + 32);
  EXPECT_NE(problems_of({{"dossier.toml", noise}}), "");
  EXPECT_NE(problems_of(std::string("\0\0\0", 3)), "");
}

TEST(BadInput, HeadsOfTablesOnWhichTheParserSlips) {
  for (const char* head : {"[线]", "[.a]", "[[.]]", "[=]", "[#]", "[", "[[", "[,]"}) {
    EXPECT_NE(problems_of(std::string("a = 1\n") + head + "\n"), "") << head;
  }
  EXPECT_EQ(problems_of({{"dossier.toml", two_towns}, {"x.toml", "# one\n\n[线]\nx = 1\n"}}),
            "x.toml:3:1: not TOML: a key or value is malformed in this line\n"
            "  [线]\n"
            "  ^\n"
            "1 problem\n");
}

TEST(BadInput, EveryCutOfADossierIsAProblemOrADossier) {
  for (std::size_t size = 0; size < two_towns.size(); size += 3) {
    const Folder folder({{"dossier.toml", two_towns.substr(0, size)}});
    Problems problems;
    const bool read = read_dossier(folder.path, problems).has_value();
    EXPECT_EQ(read, problems.empty()) << size;
  }
}

TEST(BadInput, TooLarge) {
  const Folder folder({{"dossier.toml", two_towns}});
  folder.add("huge.toml", "");
  std::filesystem::resize_file(folder.path / "huge.toml", 100 << 20);  // 100 MB, and none of it is read
  Problems problems;
  EXPECT_FALSE(read_dossier(folder.path, problems));
  EXPECT_EQ(show(problems),
            "huge.toml: 104857600 bytes are too many: a file of a dossier has at most 4194304\n1 problem\n");
}

TEST(BadInput, TooDeep) {
  std::string key = "a";
  for (int i = 0; i < 500000; ++i) key += ".a";
  EXPECT_EQ(first_line(problems_of("[" + key + "]\n")), "dossier.toml:1:131: more than 64 names in one key");
  EXPECT_NE(problems_of("x = " + std::string(100000, '[')), "");
  std::string tables;
  for (int i = 0; i < 100000; ++i) tables += "{a.a.a.a=";
  EXPECT_NE(problems_of("x = " + tables), "");
}

TEST(BadInput, TooMany) {
  std::string more;
  for (int i = 0; i < 20; ++i) more += fmt::format("[party.p{}]\n[front.f{}]\n", i, i);
  EXPECT_EQ(problems_of({{"dossier.toml", two_towns}, {"more.toml", more}}),
            "more.toml:8:8: more than 4 fronts\n"
            "  [front.f3]\n"
            "         ^\n"
            "more.toml:29:8: more than 16 parties\n"
            "  [party.p14]\n"
            "         ^\n"
            "2 problems\n");
  std::string options;
  for (int i = 0; i < 20; ++i) options += fmt::format("[issue.bridge.option.o{}]\n", i);
  EXPECT_EQ(first_line(problems_of(two_towns + options)),
            "dossier.toml:48:22: more than 16 options of an issue, with \"open\"");
}

TEST(BadInput, ThousandsOfProblems) {
  std::string keys;
  for (int i = 0; i < 5000; ++i) keys += fmt::format("k{} = 1\n", i);
  const std::string shown = problems_of(two_towns + "[hold]\n" + keys);
  EXPECT_TRUE(shown.ends_with("and 4800 more\n5000 problems\n"));
}

TEST(BadInput, WrongTypesEverywhere) {
  for (const char* key : {"dossier", "party", "side", "front", "war", "issue", "value", "constraint", "linkage",
                          "audience", "aid", "lever", "channel", "mediation", "hold"}) {
    for (const char* value :
         {"7", "\"x\"", "[1, 2]", "[{}]", "{ x = 1 }", "{ x = { y = [1] } }", "2025-01-01T00:00:00Z"}) {
      const std::string shown = problems_of(fmt::format("{} = {}\n", key, value));
      EXPECT_TRUE(shown.ends_with(" problems\n")) << key << " = " << value;
    }
  }
}

TEST(BadInput, EveryLineOfADossierReplacedByNonsense) {
  for (std::size_t start = 0; start < two_towns.size();) {
    const std::size_t end = two_towns.find('\n', start);
    const std::string line = two_towns.substr(start, end - start);
    const std::size_t equals = line.find(" = ");
    if (equals != std::string::npos) {
      for (const char* value :
           {"\"\"", "true", "[]", "{}", "-1e308", "[[[]]]", "{ at_0 = {} }", "9223372036854775807"}) {
        problems_with(line + "\n", line.substr(0, equals) + " = " + value + "\n");
      }
    }
    start = end + 1;
  }
}

}  // namespace
}  // namespace armistice
