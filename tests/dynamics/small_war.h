// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "armistice/dynamics/simulate.h"
#include "armistice/model/model.h"
#include "armistice/model/read.h"

// A small war that has one of everything: an audience, an aid stream, a lever, a constraint, a linkage, a clause that
// spends a third party's means and one that binds it, a text on the table, a deadline and an election to come. What it
// leaves out are the numbers' fallbacks, so every knob is uncertain as in a dossier that says little.
namespace armistice::testing {

inline constexpr const char* small_war_text = R"(
[dossier]
format = 1
id = "small"
title = "A small war"
as_of = 2025-12-20
war_began = 2024-02-24
horizon_weeks = 104
handling = "made up for the tests"
table = "plan"

[party.north]
name = "North"
roles = ["belligerent", "signatory"]
belief_speed = 1.0
war_cost = { low = 0.2, mode = 0.4, high = 0.6 }
[party.south]
name = "South"
roles = ["belligerent", "signatory"]
belief_speed = -1.0
war_cost = { low = 0.2, mode = 0.4, high = 0.6 }
[party.harbour]
name = "Harbour"
roles = ["mediator", "patron", "guarantor", "holder"]

[side.A]
party = "north"
aim = { line = "leaves", guarantee = "none", watch = "none", funds = "kept" }
[side.B]
party = "south"
aim = { line = "back", guarantee = "strong", watch = "full", funds = "spent" }

[front.main]
name = "Main"
area_now = 600
speed = 0.3

[issue.line]
name = "Line"
core = true
[issue.line.option.leaves]
name = "South leaves"
front = 0.8
[issue.line.option.contact]
name = "Contact"
[issue.line.option.back]
name = "North leaves"
front = 0.1
[issue.guarantee]
name = "Guarantee"
core = true
[issue.guarantee.option.none]
name = "None"
[issue.guarantee.option.weak]
name = "Weak"
hold = { low = 0.3, mode = 0.5, high = 0.7 }
[issue.guarantee.option.strong]
name = "Strong"
hold = 1.2
bound = ["harbour"]
[issue.watch]
name = "Watch"
[issue.watch.option.none]
name = "None"
[issue.watch.option.full]
name = "Full"
watch = 0.8
[issue.funds]
name = "Funds"
[issue.funds.option.kept]
name = "Kept"
[issue.funds.option.spent]
name = "Spent"
balance = -0.1
spends = ["harbour"]

[value.north.line]
weight = 0.5
open = { at_0 = 0.0, at_1 = 0.6 }
leaves = 1.0
contact = { at_0 = 0.1, at_1 = 0.9 }
back = 0.0
[value.north.guarantee]
weight = 0.3
open = 0.4
none = 1.0
weak = { low = 0.5, mode = 0.6, high = 0.7 }
strong = 0.1
refuses = ["strong"]
[value.north.watch]
weight = 0.1
open = 0.3
none = 0.6
full = 0.5
[value.north.funds]
weight = 0.1
open = 0.4
kept = 0.9
spent = 0.2
[value.south.line]
weight = 0.4
open = { at_0 = 0.6, at_1 = 0.0 }
leaves = 0.0
contact = { at_0 = 0.9, at_1 = 0.2 }
back = 1.0
refuses = ["leaves"]
[value.south.guarantee]
weight = 0.4
open = 0.2
none = 0.0
weak = 0.6
strong = 1.0
[value.south.watch]
weight = 0.1
open = 0.3
none = 0.2
full = 0.9
[value.south.funds]
weight = 0.1
open = 0.3
kept = 0.1
spent = 1.0
[value.harbour.line]
weight = 0.1
open = 0.3
leaves = 0.4
contact = 0.6
back = 0.5
[value.harbour.watch]
weight = 0.1
open = 0.3
none = 0.3
full = 0.6
[value.harbour.guarantee]
weight = 0.5
open = 0.3
none = 0.5
weak = 0.8
strong = 0.4
[value.harbour.funds]
weight = 0.3
open = 0.4
kept = 0.5
spent = 0.6

[[constraint]]
when = { guarantee = "strong", watch = "none" }
then = { line = "back" }
why = "a guarantor wants to see what it guards"
[[linkage]]
party = "south"
when = { line = "contact", guarantee = "weak" }
value = 0.03

[audience.south-public]
name = "The South's public"
party = "south"
rule = "referendum"
threshold = { low = 0.35, mode = 0.45, high = 0.55 }

[aid.harbour-south]
name = "Harbour's aid"
from = "harbour"
to = "south"

[lever.harbour-cuts]
name = "Harbour cuts its aid"
by = "harbour"
on = "south"
aid = 0.8
war_cost = 0.05
[lever.harbour-sanctions]
name = "Harbour's sanctions"
by = "harbour"
on = "north"
revenue = 0.2
war_cost = 0.03

[channel.room]
name = "Room"
kind = "mediated"
members = ["north", "south", "harbour"]
bias = { north = 1.2 }
[channel.back]
name = "Back"
kind = "back"
members = ["north", "south"]
meetings = 4

[mediation]
mediator = "harbour"
first = "south"
)";

inline constexpr const char* small_plan_text = R"(
[text]
id = "plan"
name = "Plan"
date = 2025-12-01
[[clause]]
number = 1
issue = "line"
option = "contact"
en = "The line of contact"
[[clause]]
number = 2
issue = "guarantee"
option = "weak"
en = "A weak guarantee"
)";

inline constexpr const char* small_events_text = R"(
[[event]]
id = "hour"
date = 2026-03-01
kind = "deadline"
name = "The hour"
[[event]]
id = "vote"
date = 2026-06-01
kind = "election"
party = "north"
name = "The vote"
)";

// Reads a dossier from `folder`; throws with every problem when it has any.
inline Dossier read_or_throw(const std::filesystem::path& folder) {
  Problems problems;
  auto dossier = read_dossier(folder, problems);
  if (dossier) check_meaning(*dossier, problems);
  if (!dossier || !problems.empty()) throw std::runtime_error(show(problems));
  return *dossier;
}

// The small war as a dossier; written to a folder of its own, read, and taken away again.
inline Dossier small_war() {
  namespace fs = std::filesystem;
  static int count = 0;
  const fs::path folder =
      fs::temp_directory_path() / ("armistice-small-" + std::to_string(getpid()) + "-" + std::to_string(count++));
  fs::create_directories(folder);
  std::ofstream(folder / "dossier.toml") << small_war_text;
  std::ofstream(folder / "text-plan.toml") << small_plan_text;
  std::ofstream(folder / "events.toml") << small_events_text;
  Dossier dossier = read_or_throw(folder);
  fs::remove_all(folder);
  return dossier;
}

inline Knob& knob(Dossier& d, const std::string& path) {
  const auto found = std::find_if(d.knobs.begin(), d.knobs.end(), [&](const Knob& k) { return k.path == path; });
  if (found == d.knobs.end()) throw std::runtime_error("no number " + path);
  return *found;
}

// Makes the number certain. Its legal range does not bind here: a test may go to limits that a dossier may not.
inline void fix(Dossier& d, const std::string& path, double value) {
  Knob& k = knob(d, path);
  k.shape = Shape::fixed;
  k.a = value;
  k.least = std::min(k.least, value), k.most = std::max(k.most, value);
}

// Multiplies the number, whatever its distribution, by a factor > 0.
inline void scale(Dossier& d, const std::string& path, double factor) {
  Knob& k = knob(d, path);
  k.a *= factor;
  if (k.shape != Shape::lognormal) k.b *= factor, k.c *= factor;
  k.least = std::min(k.least, k.least * factor), k.most = std::max(k.most, k.most * factor);
}

}  // namespace armistice::testing
