// SPDX-License-Identifier: Apache-2.0
#include "armistice/base/problem.h"

#include <algorithm>

namespace armistice {
namespace {

Problem problem_at(const char* file, int line, int column, const char* message, const char* text = "",
                   const char* hint = "") {
  Problem problem;
  problem.place.file = file, problem.place.line = line, problem.place.column = column;
  problem.message = message, problem.text = text, problem.hint = hint;
  return problem;
}

TEST(Problem, ShowsLineCaretAndHint) {
  const Problem problem =
      problem_at("dossier.toml", 12, 3, "unknown key \"wieght\"", "  wieght = 0.3", "did you mean \"weight\"?");
  EXPECT_EQ(show(problem),
            "dossier.toml:12:3: unknown key \"wieght\"\n"
            "    wieght = 0.3\n"
            "    ^\n"
            "  did you mean \"weight\"?\n");
}

TEST(Problem, WideCharactersCountTwoCells) {
  const Problem problem = problem_at("a.toml", 1, 7, "wrong", "zh=\"线\" x");
  EXPECT_EQ(show(problem),
            "a.toml:1:7: wrong\n"
            "  zh=\"线\" x\n"
            "         ^\n");
}

TEST(Problem, ControlCharactersDoNotReachTheTerminal) {
  EXPECT_EQ(show(problem_at("a.toml", 1, 3, "wrong", "\tx\x1b[31m")), "a.toml:1:3: wrong\n   x?[31m\n    ^\n");
}

TEST(Problem, OfAFileAsAWhole) { EXPECT_EQ(show(problem_at("a.toml", 0, 0, "too large")), "a.toml: too large\n"); }

TEST(Problem, ListIsSortedAndCounted) {
  const Problems problems = {problem_at("b", 1, 1, "three"), problem_at("a", 2, 5, "two"),
                             problem_at("a", 2, 1, "one")};
  EXPECT_EQ(show(problems), "a:2:1: one\na:2:5: two\nb:1:1: three\n3 problems\n");
  EXPECT_EQ(show(Problems{}), "");
  EXPECT_EQ(show(Problems{problem_at("a", 2, 5, "two")}), "a:2:5: two\n1 problem\n");
}

TEST(Problem, LongListIsCut) {
  const Problems many(most_listed + 7, problem_at("a", 1, 1, "same"));
  const std::string shown = show(many);
  EXPECT_TRUE(shown.ends_with("a:1:1: same\nand 7 more\n207 problems\n"));
  EXPECT_EQ(std::count(shown.begin(), shown.end(), '\n'), 202);
}

TEST(Problem, SuggestsTheNearest) {
  EXPECT_EQ(suggestion("wieght", {"weight", "width"}), "weight");
  EXPECT_EQ(suggestion("rusia", {"ukraine", "russia"}), "russia");
  EXPECT_EQ(suggestion("线界", {"界线", "x"}), "");  // one exchange in two letters is half of them
  EXPECT_EQ(suggestion("colour", {"weight", "width"}), "");
  EXPECT_EQ(suggestion("weight", {}), "");
  EXPECT_EQ(suggestion(std::string(100000, 'x'), {std::string(100000, 'y')}), "");
}

}  // namespace
}  // namespace armistice
