// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "armistice/model/check.h"
#include "armistice/model/cursor.h"

namespace armistice {
namespace {

constexpr double weights_slack = 0.02;  // how far from 1 weights may sum, which compile then scales

// The parties whose gains are asked for, with the reason.
std::map<std::string, std::string> asked_for(const Dossier& d) {
  std::map<std::string, std::string> why;
  for (const Party& party : d.parties) {
    if (has_role(party, "signatory")) why.emplace(party.name.id, "it signs");
  }
  for (const Audience& audience : d.audiences) {
    why.emplace(audience.party.id, fmt::format("its audience \"{}\" must pass a deal", audience.name.id));
  }
  for (const Issue& issue : d.issues) {
    for (const Option& option : issue.options) {
      for (const Ref& holder : option.spends)
        why.emplace(holder.id, fmt::format("\"{}\" spends its means", option.name.id));
    }
  }
  return why;
}

bool values(const Worth& worth, const std::string& option) {
  return std::any_of(worth.value.begin(), worth.value.end(),
                     [&](const OptionValue& v) { return v.option.id == option; });
}

// The option keys of a value table, against the options of its issue.
void check_table(const Check& check, const Worth& worth, const Issue& issue) {
  std::vector<std::string> known = {"weight", "open", "refuses"};
  for (const Option& option : issue.options) known.push_back(option.name.id);
  for (const OptionValue& value : worth.value) {
    if (std::find(known.begin(), known.end(), value.option.id) != known.end()) continue;
    check.report(value.option.place, fmt::format("\"{}\" is no option of issue \"{}\"", value.option.id, issue.name.id),
                 did_you_mean(value.option.id, known));
  }
  for (const Option& option : issue.options) {
    if (values(worth, option.name.id)) continue;
    check.report(worth.issue.place, fmt::format("\"{}\" does not value option \"{}\" of issue \"{}\"", worth.who.id,
                                                option.name.id, issue.name.id));
  }
  for (const Ref& refused : worth.refuses) check.resolves(worth.issue, refused);
}

void check_who(const Check& check, const Worth& worth) {
  if (find_audience(check.dossier, worth.who.id)) return;
  check.resolves(worth.who, "party");
}

void check_weights(const Check& check, const std::string& who, const Place& place, bool audience) {
  const Dossier& d = check.dossier;
  double sum = 0;
  std::size_t issues = 0;
  for (const Worth& worth : d.worths) {
    if (worth.who.id != who) continue;
    sum += centre(d.knobs[static_cast<std::size_t>(worth.weight.knob)]);
    ++issues;
  }
  // An audience that values only some issues takes the other weights from its party.
  if (audience && issues < d.issues.size()) return;
  if (std::abs(sum - 1) <= weights_slack) return;
  check.report(place, fmt::format("the weights of \"{}\" sum to {:.3g}, not 1", who, sum));
}

void check_aim(const Check& check, const Side& side, char letter) {
  for (const auto& [issue, option] : side.aim) check.resolves({issue, option.place}, option);
  for (const Issue& issue : check.dossier.issues) {
    if (side.aim.contains(issue.name.id)) continue;
    check.report(side.party.place,
                 fmt::format("the aim of side {} says nothing on issue \"{}\"", letter, issue.name.id));
  }
}

}  // namespace

void check_values(const Check& check) {
  const Dossier& d = check.dossier;
  if (d.issues.empty()) check.report({"dossier.toml", 0, 0}, "no issue");
  for (const Issue& issue : d.issues) {
    if (issue.options.empty()) check.report(issue.name.place, fmt::format("issue \"{}\" has no option", issue.name.id));
  }
  std::set<std::string> who;
  for (const Worth& worth : d.worths) {
    if (who.insert(worth.who.id).second) {
      check_who(check, worth);
      check_weights(check, worth.who.id, worth.who.place, find_audience(d, worth.who.id) != nullptr);
    }
    if (check.resolves(worth.issue, "issue")) check_table(check, worth, *find_issue(d, worth.issue.id));
  }
  for (const auto& [id, why] : asked_for(d)) {
    const Party* party = find_party(d, id);
    if (!party) continue;  // reported where the name stands
    for (const Issue& issue : d.issues) {
      if (find_worth(d, id, issue.name.id)) continue;
      check.report(party->name.place, fmt::format("\"{}\" does not value issue \"{}\"", id, issue.name.id),
                   fmt::format("it must, for {}: [value.{}.{}]", why, id, issue.name.id));
    }
  }
  check_aim(check, d.side_a, 'A');
  check_aim(check, d.side_b, 'B');
}

}  // namespace armistice
