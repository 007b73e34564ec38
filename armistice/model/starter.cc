// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/starter.h"

#include <fmt/format.h>

#include <type_traits>

#include "armistice/model/numbers.h"

namespace armistice {
namespace {

// One line a number: its fallback as a value, with unit and meaning behind it. What a lever need not do stays commented
// out.
template <class Group>
std::string numbers() {
  std::string lines;
  Group group;
  Group::list(group, [&](Number&, const Spec& s) {
    const std::string value =
        s.low == s.high
            ? fmt::format("{{ value = {:g}, source = \"assumed\" }}", s.mode)
            : fmt::format("{{ low = {:g}, mode = {:g}, high = {:g}, source = \"assumed\" }}", s.low, s.mode, s.high);
    const bool effect = std::is_same_v<Group, LeverNumbers> && s.high == 0;
    lines += fmt::format("{}{} = {}  # {}: {}\n", effect ? "# " : "", s.key, value, s.unit, s.meaning);
  });
  return lines + "\n";
}

constexpr std::string_view head =
    R"toml(# A dossier to start from. Everything in it is invented. armistice check DIR shows what is wrong or assumed.
# A number is written as it is meant:
#   0.2 · {{ value = 0.2, source = "c1" }} · {{ low = 0.1, mode = 0.2, high = 0.4, source = "assumed" }} ·
#   {{ low = 0.1, high = 0.4 }} · {{ normal = [0.2, 0.05] }} · {{ lognormal = [0.2, 0.3] }}
# source: "assumed", the id of a claim or source, or a list of ids. Numbers left out have wide fallbacks and are assumed.

[dossier]
format = 1
id = "{}"
title = {{ en = "Two islands", zh = "两岛" }}
as_of = 2025-01-01           # the day on which the forecast stands
war_began = 2023-01-01
horizon_weeks = 104
handling = "example"         # printed on every table, page and file
table = "draft"              # the text on the table

# ---- Who -------------------------------------------------------------------------------------------------------
[party.mediator]
name = {{ en = "Mediator", zh = "调停方" }}
roles = ["mediator"]

[party.south]
name = {{ en = "South", zh = "南方" }}
roles = ["belligerent", "signatory"]

[party.north]
name = {{ en = "North", zh = "北方" }}
roles = ["belligerent", "signatory"]   # belligerent signatory mediator patron guarantor holder observer
)toml";

constexpr std::string_view issues =
    R"toml(# ---- What about ------------------------------------------------------------------------------------------------
[issue.line]
name = { en = "Line", zh = "界线" }
core = true                  # a deal that leaves a core issue open is a ceasefire
[issue.line.option.contact]
name = { en = "Line of contact", zh = "接触线" }
[issue.line.option.south-leaves]
name = { en = "South leaves the strait", zh = "南方撤出海峡" }
front = { value = 1, source = "assumed" }   # where the line would lie, in shares of the objective

[issue.guarantee]
name = { en = "Guarantee", zh = "保证" }
[issue.guarantee.option.observers]
name = { en = "Observers on the line", zh = "观察员" }
watch = { value = 0.6, source = "assumed" } # share of the line that is watched
hold = { value = 0.2, source = "assumed" }  # lowers the log hazard of breakdown
[issue.guarantee.option.none]
name = { en = "None", zh = "无" }

# What each side holds an option worth, 0 to 1; the weights of a party sum to 1.
[value.north.line]
weight = { low = 0.6, mode = 0.7, high = 0.8, source = "assumed" }
open = { value = 0.4, source = "assumed" }         # leaving the issue for later, while the war goes on
contact = { at_0 = 0.2, at_1 = 0.9, source = "c1" } # grows with the share of the objective that North holds
south-leaves = { value = 1, source = "assumed" }
[value.north.guarantee]
weight = { low = 0.2, mode = 0.3, high = 0.4, source = "assumed" }
open = { value = 0.5, source = "assumed" }
observers = { low = 0.2, high = 0.6, source = "assumed" }
none = { value = 1, source = "assumed" }

[value.south.line]
weight = { value = 0.6, source = "assumed" }
open = { value = 0.4, source = "assumed" }
contact = { at_0 = 0.9, at_1 = 0.3, source = "assumed" }
south-leaves = { value = 0, source = "assumed" }
refuses = ["south-leaves"]   # a red line
[value.south.guarantee]
weight = { value = 0.4, source = "assumed" }
open = { value = 0.3, source = "assumed" }
observers = { value = 0.9, source = "assumed" }
none = { value = 0.1, source = "assumed" }

[[constraint]]               # what cannot stand together; with `then`, what `when` asks for
when = { line = "south-leaves" }
then = { guarantee = "observers" }
why = "a strait without garrison must be watched"

[audience.south-public]
name = { en = "South's voters", zh = "南方选民" }
party = "south"
rule = "referendum"          # leader parliament referendum unanimity
)toml";

constexpr std::string_view text = R"toml([text]
id = "draft"
name = { en = "The mediator's draft", zh = "调停草案" }
date = 2024-12-01

[[clause]]
number = 1
issue = "line"
option = "contact"
en = "The forces stay where they stand."
zh = "双方军队停在现地。"
source = "gazette"

[[clause]]
number = 2
en = "The parties thank the mediator."   # touches no issue
)toml";

constexpr std::string_view events = R"toml([[event]]
id = "harbour-talks"
date = 2024-12-10
known = 2024-12-11           # when it was public
kind = "talk"                # battle talk offer reply agreement aid sanction domestic poll info deadline election
name = { en = "Talks in the harbour", zh = "港口会谈" }
source = ["gazette"]

[[event]]
id = "south-votes"
date = 2025-10-05
known = 2024-11-01
kind = "election"
party = "south"
name = { en = "South votes", zh = "南方选举" }
)toml";

constexpr std::string_view evidence = R"toml([claim.c1]
source = "gazette"
at = "¶1"                    # the paragraph, counted over non-empty lines
claim = "North's press treats the line of contact as a gain that grows with every village."
information = 3              # 1 confirmed ... 6 cannot be judged
# fingerprint = "sha256:.../..."   # armistice fingerprint FILE "the span" prints it
)toml";

constexpr std::string_view sources = R"toml([source.gazette]
title = "Harbour Gazette (invented)"
date = 2024-12-15
reliability = "C"            # A completely reliable ... F cannot be judged
)toml";

std::string dossier_file(std::string_view id) {
  std::string file = fmt::format(fmt::runtime(head), id) + numbers<PartyNumbers>();
  file += "# Side A gains as the front's share rises; `aim` is the peace that a side would dictate.\n";
  file +=
      "[side.A]\nparty = \"north\"\naim = { line = \"south-leaves\", guarantee = \"none\" }\n" + numbers<SideNumbers>();
  file +=
      "[side.B]\nparty = \"south\"\naim = { line = \"contact\", guarantee = \"observers\" }\n" + numbers<SideNumbers>();
  file += "[front.strait]\nname = { en = \"The strait\", zh = \"海峡\" }\n" + numbers<FrontNumbers>();
  file += "[war]\n" + numbers<WarNumbers>();
  file += std::string(issues) + numbers<AudienceNumbers>();
  file +=
      "# ---- Pressure and talks "
      "----------------------------------------------------------------------------------------\n";
  file += "[aid.mediator-south]\nfrom = \"mediator\"\nto = \"south\"\n" + numbers<AidNumbers>();
  file +=
      "[lever.less-aid]\nby = \"mediator\"\non = \"south\"\naid = { low = 0.2, high = 0.6, source = \"assumed\" }\n";
  file += "# The other effects that a lever may have:\n" + numbers<LeverNumbers>();
  file += "[channel.harbour]\nkind = \"mediated\"           # open back mediated\nmembers = [\"north\", \"south\"]\n" +
          numbers<ChannelNumbers>();
  file += "[mediation]\nmediator = \"mediator\"\nfirst = \"south\"\n" + numbers<MediationNumbers>();
  return file + "[hold]\n" + numbers<HoldNumbers>();
}

}  // namespace

std::map<std::string, std::string> starter_dossier(std::string_view id) {
  return {{"dossier.toml", dossier_file(id)},
          {"text-draft.toml", std::string(text)},
          {"events.toml", std::string(events)},
          {"evidence.toml", std::string(evidence)},
          {"sources.toml", std::string(sources)}};
}

}  // namespace armistice
