// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/read.h"

#include "tests/model/folder.h"

namespace armistice {
namespace {

using testing::Folder;
using testing::problems_of;
using testing::problems_with;
using testing::two_towns;
using testing::with;

Dossier read(const std::map<std::string, std::string>& files) {
  const Folder folder(files);
  Problems problems;
  auto dossier = read_dossier(folder.path, problems);
  EXPECT_EQ(show(problems), "");
  return dossier ? *dossier : Dossier{};
}

const Knob& knob(const Dossier& d, const std::string& path) {
  static const Knob none;
  for (const Knob& k : d.knobs) {
    if (k.path == path) return k;
  }
  ADD_FAILURE() << "no knob " << path;
  return none;
}

TEST(Read, ASmallDossier) {
  EXPECT_EQ(problems_of(two_towns), "");
  const Dossier d = read({{"dossier.toml", two_towns}});
  EXPECT_EQ(d.title.id, "towns");
  EXPECT_EQ(d.title.zh, "两镇");
  EXPECT_EQ(d.as_of, (Date{2025, 3, 1}));
  ASSERT_EQ(d.parties.size(), 2u);
  EXPECT_EQ(d.parties[0].name.id, "north");  // the order of the file
  EXPECT_EQ(d.side_b.aim.at("bridge").id, "south-holds");
  ASSERT_EQ(d.issues.size(), 1u);
  EXPECT_TRUE(d.issues[0].core);
  EXPECT_EQ(d.issues[0].options[1].name.place.line, 23);
  ASSERT_EQ(d.worths.size(), 2u);
  EXPECT_EQ(d.worths[1].refuses[0].id, "north-holds");
  EXPECT_EQ(d.hash.size(), 16u);
}

TEST(Read, NumbersBecomeKnobs) {
  const Dossier d = read({{"dossier.toml", two_towns}});
  const Knob& written = knob(d, "party.north.discount");
  EXPECT_EQ(show(written), "[0.1, 0.2, 0.4]");
  EXPECT_EQ(written.unit, "per year");
  EXPECT_EQ(written.most, 5);
  EXPECT_EQ(written.place.line, 9);
  EXPECT_TRUE(written.assumed());
  EXPECT_FALSE(written.omitted);
  const Knob& left_out = knob(d, "party.south.discount");
  EXPECT_TRUE(left_out.omitted);
  EXPECT_EQ(left_out.shape, Shape::triangular);
  const Knob& alike = knob(d, "front.river.weight");
  EXPECT_TRUE(alike.omitted);
  EXPECT_EQ(alike.shape, Shape::fixed);
  const Knob& effect = knob(d, "issue.bridge.option.north-holds.watch");
  EXPECT_TRUE(effect.structural);
  EXPECT_FALSE(effect.omitted || effect.assumed());
  EXPECT_TRUE(knob(d, "mediation.patience").structural);  // nobody mediates
  EXPECT_EQ(d.issues[0].options[0].front.knob, -1);
  const OptionValue& moving = d.worths[0].value[1];
  EXPECT_EQ(d.knobs[static_cast<std::size_t>(moving.at_0.knob)].path, "value.north.bridge.south-holds.at_0");
  EXPECT_EQ(show(d.knobs[static_cast<std::size_t>(moving.at_1.knob)]), "[0, 0.2]");
  EXPECT_EQ(d.worths[0].value[0].at_0.knob, d.worths[0].value[0].at_1.knob);
}

TEST(Read, SourcesOfAMovingWorthStandForBothEnds) {
  const auto text = with(two_towns, "{ at_0 = 0.1, at_1 = { low = 0, high = 0.2 } }",
                         "{ at_0 = 0.1, at_1 = { value = 0.2, source = \"c2\" }, source = [\"c1\", \"s1\"] }");
  const Dossier d = read({{"dossier.toml", text}});
  EXPECT_EQ(knob(d, "value.north.bridge.south-holds.at_0").sources, (std::vector<std::string>{"c1", "s1"}));
  EXPECT_EQ(knob(d, "value.north.bridge.south-holds.at_1").sources, (std::vector<std::string>{"c2"}));
}

TEST(Read, EveryProblemOfEveryFileAtOnce) {
  const auto broken = with(with(two_towns, "discount", "discuont"), "open = 0.4", "open = 1.4");
  EXPECT_EQ(problems_of({{"dossier.toml", broken},
                         {"events.toml", "[[event]]\nid = \"e\"\ndate = 2025-01-01\nkind = \"tlak\"\n"},
                         {"more.toml", "[party.east\n"},
                         {"sources.toml", "[source.s]\ntitle = 7\n"}}),
            "dossier.toml:9:1: unknown key \"discuont\"\n"
            "  discuont = { low = 0.1, mode = 0.2, high = 0.4 }\n"
            "  ^\n"
            "  did you mean \"discount\"?\n"
            "dossier.toml:26:8: \"open\" is a number from 0 to 1 (utility), not 1.4\n"
            "  open = 1.4\n"
            "         ^\n"
            "events.toml:4:8: unknown kind \"tlak\"\n"
            "  kind = \"tlak\"\n"
            "         ^\n"
            "  did you mean \"talk\"?\n"
            "more.toml:1:12: not TOML: Error while parsing table header: expected ']', saw '\\n'\n"
            "  [party.east\n"
            "             ^\n"
            "sources.toml:2:9: \"title\" must be text, not a number\n"
            "  title = 7\n"
            "          ^\n"
            "5 problems\n");
}

TEST(Read, WaysOfWritingANumberWrong) {
  const auto of = [](const std::string& number) {
    const std::string shown = problems_with("{ low = 0.1, mode = 0.2, high = 0.4 }", number);
    return shown.substr(0, shown.find('\n'));
  };
  EXPECT_EQ(of("-1"), "dossier.toml:9:12: \"discount\" is a number from 0.001 to 5 (per year), not -1");
  EXPECT_EQ(of("nan"), "dossier.toml:9:12: \"discount\" must be finite");
  EXPECT_EQ(of("inf"), "dossier.toml:9:12: \"discount\" must be finite");
  EXPECT_EQ(of("{ low = 0.1, high = inf }"), "dossier.toml:9:32: \"discount\" must be finite");
  EXPECT_EQ(of("{ low = 3, mode = 2, high = 4 }"), "dossier.toml:9:30: a range asks for low <= mode <= high");
  EXPECT_EQ(of("{ low = 3, high = 2 }"), "dossier.toml:9:30: a range asks for low <= high");
  EXPECT_EQ(of("{ low = 3 }"), "dossier.toml:9:12: \"high\" is missing");
  EXPECT_EQ(of("{ normal = [0.1, 0] }"), "dossier.toml:9:29: the standard deviation must be above 0");
  EXPECT_EQ(of("{ normal = [0.1] }"), "dossier.toml:9:23: \"normal\" asks for two numbers: [mean, s.d.]");
  EXPECT_EQ(of("{ lognormal = [9, 1] }"),
            "dossier.toml:9:27: \"discount\" is a number from 0.001 to 5 (per year), not 9");
  EXPECT_EQ(of("{ value = 0.1, low = 0.1 }"), "dossier.toml:9:12: \"discount\" is given in more than one way");
  EXPECT_EQ(of("{ source = \"assumed\" }"), "dossier.toml:9:12: \"discount\" has no number");
  EXPECT_EQ(of("{ value = 0.1, source = [\"assumed\", \"x\"] }"),
            "dossier.toml:9:37: \"assumed\" cannot stand beside a source");
  EXPECT_EQ(of("{ value = 0.1, sorce = \"x\" }"), "dossier.toml:9:27: unknown key \"sorce\"");
  EXPECT_EQ(of("\"much\""),
            "dossier.toml:9:12: \"discount\" must be a number or a table such as { low = 1, high = 2 }, not text");
}

TEST(Read, DatesAndNames) {
  EXPECT_EQ(problems_with("2025-03-01", "\"2025-03-01\""),
            "dossier.toml:5:9: \"as_of\" must be a date, not text\n"
            "  as_of = \"2025-03-01\"\n"
            "          ^\n"
            "  write it as 2025-12-20, without quotation marks\n"
            "1 problem\n");
  EXPECT_TRUE(problems_with("2025-03-01", "2025-02-30").starts_with("dossier.toml:5:")) << "no such day";
  EXPECT_EQ(problems_with("[front.river]", "[front.the_river]"),
            "dossier.toml:18:8: \"the_river\" is not an id: letters, digits and hyphens\n"
            "  [front.the_river]\n"
            "         ^\n"
            "1 problem\n");
}

TEST(Read, IdsOfSeveralFilesMustDiffer) {
  const std::string more = "[party.east]\n[party.south]\n[war]\n[value.south.bridge]\nweight = 1\n";
  EXPECT_EQ(problems_of({{"dossier.toml", two_towns}, {"more.toml", more}, {"zones.toml", "[war]\n"}}),
            "more.toml:2:8: \"south\" is already given (dossier.toml:10)\n"
            "  [party.south]\n"
            "         ^\n"
            "more.toml:4:14: \"bridge\" is already given (dossier.toml:29)\n"
            "  [value.south.bridge]\n"
            "               ^\n"
            "zones.toml:1:2: \"war\" is already given (more.toml:3)\n"
            "  [war]\n"
            "   ^\n"
            "3 problems\n");
}

TEST(Read, FilesAreJoined) {
  const Dossier d = read({{"dossier.toml", two_towns}, {"a.toml", "[party.east]\nroles = [\"observer\"]\n"}});
  ASSERT_EQ(d.parties.size(), 3u);
  EXPECT_EQ(d.parties[0].name.id, "east");  // a.toml is read before dossier.toml
  EXPECT_NE(d.hash, read({{"dossier.toml", two_towns}}).hash);
}

}  // namespace
}  // namespace armistice
