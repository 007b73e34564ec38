// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/override.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "armistice/dynamics/draw.h"
#include "armistice/model/evidence.h"
#include "tests/model/folder.h"
#include "tests/study/isles.h"

namespace armistice {
namespace {

using Words = std::vector<std::string>;

const Knob& knob(const Dossier& d, const std::string& path) {
  const auto found = std::find_if(d.knobs.begin(), d.knobs.end(), [&](const Knob& k) { return k.path == path; });
  if (found == d.knobs.end()) throw std::runtime_error("no " + path);
  return *found;
}

Dossier isles_with(const Words& words) {
  Dossier d = isles_dossier();
  Problems problems;
  set_numbers(d, words, problems);
  EXPECT_EQ(show(problems), "");
  return d;
}

// What is said of the words; the dossier must then be as it was.
std::string said_of(const Words& words) {
  Dossier d = isles_dossier();
  Problems problems;
  set_numbers(d, words, problems);
  EXPECT_TRUE(numbers_set(d).empty()) << "all or none";
  return show(problems);
}

std::string one(const std::string& word, const std::string& message, const std::string& hint = "") {
  return "--set " + word + ": " + message + "\n" + (hint.empty() ? "" : "  " + hint + "\n") + "1 problem\n";
}

TEST(Override, SetsAValueARangeAndATriangle) {
  const Dossier d = isles_with({"side.A.will=0.5", "side.B.will=.3:0.7", "party.north.war_cost=0.1:0.2:0.40"});
  const Knob& value = knob(d, "side.A.will");
  EXPECT_EQ(value.shape, Shape::fixed);
  EXPECT_EQ(value.a, 0.5);
  EXPECT_EQ(quantile(value, 0.9), 0.5);
  const Knob& range = knob(d, "side.B.will");
  EXPECT_EQ(range.shape, Shape::uniform);
  EXPECT_DOUBLE_EQ(quantile(range, 0.25), 0.4);
  const Knob& triangle = knob(d, "party.north.war_cost");
  EXPECT_EQ(triangle.shape, Shape::triangular);
  EXPECT_EQ(show(triangle), "[0.1, 0.2, 0.4]");
  EXPECT_EQ(numbers_set(d), (Words{"party.north.war_cost=0.1:0.2:0.4", "side.A.will=0.5", "side.B.will=0.3:0.7"}));
}

// A study is known by what is set, so one set of numbers must have one form.
TEST(Override, HasOneFormWhateverWasTyped) {
  const Words form{"front.tern.noise=1e-09", "side.A.will=0.5", "side.B.scandals=0"};
  const Dossier d = isles_with({"side.B.scandals=-0", "side.A.will=5e-1:0.50:.5", "front.tern.noise=0.000000001"});
  EXPECT_EQ(numbers_set(d), form);
  EXPECT_EQ(numbers_set(isles_with(form)), form) << "read again it is the same";
  EXPECT_EQ(numbers_set(isles_dossier()), Words{});
}

TEST(Override, SaysWhatIsWrong) {
  const std::string forms = "--set wants PATH=VALUE, PATH=LOW:HIGH or PATH=LOW:MODE:HIGH";
  for (const char* word : {"", "side.A.will", "=0.5", "side.A.will=0.1:0.2:0.3:0.4"})
    EXPECT_EQ(said_of({word}), one(word, forms));
  EXPECT_EQ(said_of({"side.A.wil=0.5"}),
            one("side.A.wil=0.5", "the dossier has no number \"side.A.wil\"", "did you mean \"side.A.will\"?"));
  EXPECT_EQ(said_of({"nonsense=0.5"}), one("nonsense=0.5", "the dossier has no number \"nonsense\"",
                                           "armistice check DOSSIER --numbers lists all"));
  for (const char* value : {"", "half", "0,5", "0x1", "+0.5", " 0.5", "nan", "inf", "1e999", "50%"}) {
    const std::string word = std::string("side.A.will=") + value;
    EXPECT_EQ(said_of({word}), one(word, std::string("\"") + value + "\" is not a number"));
  }
  EXPECT_EQ(said_of({"side.A.will=1.5"}),
            one("side.A.will=1.5", "\"side.A.will\" is a number from 0.01 to 1 (share), not 1.5"));
  EXPECT_EQ(
      said_of({"side.A.will=0.5:0.6:1.00000001"}),
      one("side.A.will=0.5:0.6:1.00000001", "\"side.A.will\" is a number from 0.01 to 1 (share), not 1.00000001"));
  EXPECT_EQ(said_of({"side.A.reserve=-1"}),
            one("side.A.reserve=-1", "\"side.A.reserve\" is a number of at least 0 (bn), not -1"));
  EXPECT_EQ(said_of({"side.A.will=0.7:0.3"}), one("side.A.will=0.7:0.3", "a range asks for low <= high"));
  EXPECT_EQ(said_of({"side.A.will=0.3:0.2:0.7"}),
            one("side.A.will=0.3:0.2:0.7", "a range asks for low <= mode <= high"));
  EXPECT_EQ(said_of({"side.A.will=0.3:0.8:0.7"}),
            one("side.A.will=0.3:0.8:0.7", "a range asks for low <= mode <= high"));
  EXPECT_EQ(said_of({"side.A.will=0.5", "side.A.will=0.5"}), one("side.A.will=0.5", "\"side.A.will\" is set twice"));
  EXPECT_EQ(said_of({"issue.line.option.contact.hold=1"}),
            one("issue.line.option.contact.hold=1",
                "\"issue.line.option.contact.hold\" is an effect that the dossier leaves out on purpose",
                "to have it, write it in the dossier"));
  EXPECT_EQ(said_of({"side.A.will=2", "side.B.will=x"}),
            "--set side.A.will=2: \"side.A.will\" is a number from 0.01 to 1 (share), not 2\n"
            "--set side.B.will=x: \"x\" is not a number\n2 problems\n");
}

// Two towns: one issue, so its weight is 1 or the weights are wrong.
TEST(Override, LooksAtTheNumbersTogether) {
  const testing::Folder folder({{"dossier.toml", testing::two_towns}});
  Problems problems;
  auto dossier = read_dossier(folder.path, problems);
  ASSERT_TRUE(dossier);
  set_numbers(*dossier, {"side.A.will=0.5", "value.north.bridge.weight=0.5"}, problems);
  EXPECT_EQ(show(problems),
            "--set side.A.will=0.5 --set value.north.bridge.weight=0.5: the weights of \"north\" sum to 0.5, not 1\n"
            "  set the numbers that go with it as well\n1 problem\n");
  EXPECT_TRUE(numbers_set(*dossier).empty()) << "all or none";
}

TEST(Override, CountsAsAssumed) {
  const Dossier plain = isles_dossier(), set = isles_with({"side.A.manpower=28", "side.A.will=0.5"});
  ASSERT_FALSE(knob(plain, "side.A.manpower").assumed());
  ASSERT_TRUE(knob(plain, "side.A.will").omitted);
  EXPECT_EQ(source_of(knob(plain, "side.A.manpower")), "C1");
  EXPECT_EQ(source_of(knob(plain, "side.A.will")), "left out");
  for (const char* path : {"side.A.manpower", "side.A.will"}) {
    EXPECT_TRUE(knob(set, path).assumed());
    EXPECT_EQ(source_of(knob(set, path)), "set by hand");
  }
  const auto side = [](const Dossier& d) {
    const auto rows = coverage_by_part(d);
    return *std::find_if(rows.begin(), rows.end(), [](const Coverage& c) { return c.who == "side"; });
  };
  EXPECT_EQ(side(set).cited, side(plain).cited - 1);
  EXPECT_EQ(side(set).assumed, side(plain).assumed + 2);
  EXPECT_EQ(side(set).missing, side(plain).missing - 1);
}

// A knob's chance hangs on its path alone, so a change leaves every other number of every run as it was.
TEST(Override, MovesNoOtherDraw) {
  const Dossier plain = isles_dossier(), set = isles_with({"side.A.will=0.5", "side.B.losses=1:2:30"});
  std::vector<double> before(plain.knobs.size()), after(plain.knobs.size());
  for (std::uint32_t run = 0; run < 50; ++run) {
    const Stream<double> stream{.seed = 7, .first = run, .step = 0};
    draw(plain.knobs, stream, false, std::span(before));
    draw(set.knobs, stream, false, std::span(after));
    for (std::size_t k = 0; k < before.size(); ++k)
      EXPECT_TRUE(set.knobs[k].by_hand || before[k] == after[k]) << plain.knobs[k].path;
  }
}

TEST(Override, ListsWhatAFormNeeds) {
  const Dossier d = isles_with({"side.A.will=0.5"});
  const std::vector<KnobLine> lines = knob_lines(d);
  const auto absent = std::count_if(d.knobs.begin(), d.knobs.end(), [](const Knob& k) { return k.structural; });
  EXPECT_EQ(lines.size(), d.knobs.size() - static_cast<std::size_t>(absent));
  std::set<std::string> paths;
  for (const KnobLine& line : lines) {
    EXPECT_TRUE(paths.insert(line.path).second) << line.path << " is there twice";
    EXPECT_LE(line.low, line.mode) << line.path;
    EXPECT_LE(line.mode, line.high) << line.path;
    EXPECT_FALSE(line.meaning.empty()) << line.path;
    EXPECT_NE(line.source, "") << line.path;
  }
  const auto find = [&](const std::string& path) {
    return *std::find_if(lines.begin(), lines.end(), [&](const KnobLine& l) { return l.path == path; });
  };
  const KnobLine manpower = find("side.A.manpower");
  EXPECT_EQ(manpower.low, 25);
  EXPECT_EQ(manpower.mode, 30);
  EXPECT_EQ(manpower.high, 35);
  EXPECT_EQ(manpower.unit, "thousand");
  EXPECT_EQ(manpower.least, 0.1);
  EXPECT_EQ(manpower.most, unbounded);
  EXPECT_EQ(manpower.source, "C1");
  EXPECT_EQ(find("side.A.will").source, "set by hand");
  const KnobLine speed = find("party.north.belief_speed");  // uniform, 0.4 to 1
  EXPECT_EQ(speed.low, 0.4);
  EXPECT_DOUBLE_EQ(speed.mode, 0.7);
  EXPECT_EQ(speed.high, 1);
}

// What a form shows is taken back as it stands.
TEST(Override, EveryNumberOfTheFormCanBeSet) {
  const Dossier d = isles_dossier();
  Words words;
  for (const KnobLine& line : knob_lines(d))
    words.push_back(fmt::format("{}={}:{}:{}", line.path, line.low, line.mode, line.high));
  Problems problems;
  Dossier set = d;
  set_numbers(set, words, problems);
  EXPECT_EQ(show(problems), "");
  EXPECT_EQ(numbers_set(set).size(), words.size());
}

}  // namespace
}  // namespace armistice
