// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/limits.h"
#include "armistice/model/read_parts.h"

namespace armistice {
namespace {

constexpr Spec front_share{"front", "share", 0, 1, 0, 0, 0, "share of the objective that A holds under the option"};
constexpr Spec hold_effect{"hold", "log", -5, 5, 0, 0, 0, "how the option lowers the log hazard of breakdown"};
constexpr Spec watch_share{"watch", "share", 0, 1, 0, 0, 0, "share of the line that the option watches"};
constexpr Spec balance_effect{
    "balance", "ln(S_A/S_B)", -5, 5, 0, 0, 0, "balance that the option adds when war returns"};

Option read_option(Reading& reading, const Entry& entry, const std::string& issue_path) {
  Option option;
  Cursor table(reading, entry.value);
  check_id(reading, entry.key, entry.place);
  if (entry.key == "open") reading.report(entry.place, "\"open\" is an option of every issue and cannot be defined");
  const std::string path = issue_path + ".option." + entry.key;
  option.name = table.name("name", entry.key, entry.place);
  option.hold = read_number(table, path, hold_effect, Omitted::structural);
  option.watch = read_number(table, path, watch_share, Omitted::structural);
  option.balance = read_number(table, path, balance_effect, Omitted::structural);
  if (const Entry* front = table.find("front")) {
    option.front = read_number(reading, front->value, path + ".front", front_share);
  }
  option.spends = table.refs("spends");
  option.bound = table.refs("bound");
  table.finish();
  return option;
}

Number read_worth(Reading& reading, const Node& node, const std::string& path, std::string_view key,
                  std::string_view who, std::string_view when = "") {
  const std::string meaning = fmt::format("worth of \"{}\" to {}{}", key, who, when);
  return read_number(reading, node, path, Spec{key, "utility", 0, 1, 0, 0, 0, meaning});
}

// A worth that moves with the front: { at_0 = ..., at_1 = ..., source = ... }; the source stands for both unless they
// bring their own.
void read_moving_worth(Reading& reading, const Entry& entry, const std::string& path, std::string_view who,
                       OptionValue& value) {
  Cursor table(reading, entry.value);
  const Entry* at_0 = table.need("at_0");
  const Entry* at_1 = table.need("at_1");
  const std::vector<Ref> sources = table.refs("source");
  table.finish();
  if (!at_0 || !at_1) return;
  value.at_0 = read_worth(reading, at_0->value, path + ".at_0", entry.key, who, " with the front at B's aim");
  value.at_1 = read_worth(reading, at_1->value, path + ".at_1", entry.key, who, " with the front at A's aim");
  if (sources.empty() || sources[0].id == "assumed") return;
  for (const auto& [end, number] : {std::pair{at_0, value.at_0}, std::pair{at_1, value.at_1}}) {
    if (!end->value.find("source"))
      reading.dossier.knobs[static_cast<std::size_t>(number.knob)].sources = ids_of(sources);
  }
}

OptionValue read_value(Reading& reading, const Entry& entry, const std::string& path, std::string_view who) {
  OptionValue value;
  value.option = {entry.key, entry.place};
  const std::string full = path + "." + entry.key;
  if (entry.value.kind == Node::Kind::table && (entry.value.find("at_0") || entry.value.find("at_1"))) {
    read_moving_worth(reading, entry, full, who, value);
  } else {
    value.at_0 = value.at_1 = read_worth(reading, entry.value, full, entry.key, who);
  }
  return value;
}

}  // namespace

std::vector<Clause> read_clauses(Reading& reading, const Entry& entry, bool several) {
  std::vector<Clause> clauses;
  if (!is_kind(reading, entry.value, Node::Kind::table, entry.key)) return clauses;
  Cursor table(reading, entry.value);
  for (const Entry& clause : table.entries()) {
    const Ref issue{clause.key, clause.place};
    if (!several) {
      if (is_kind(reading, clause.value, Node::Kind::text, clause.key)) {
        clauses.push_back({issue, {clause.value.text, clause.value.place}});
      }
      continue;
    }
    for (const Ref& option : table.refs(clause.key)) clauses.push_back({issue, option});
  }
  return clauses;
}

void read_issues(Reading& reading, Cursor& root) {
  auto& issues = reading.dossier.issues;
  each_table(root, "issue", [&](Cursor& table, const std::string& id, const Place& place) {
    Issue issue;
    issue.name = table.name("name", id, place);
    issue.core = table.truth("core");
    const Entry* options = table.need("option");
    if (options && is_kind(reading, options->value, Node::Kind::table, "option")) {
      for (const Entry& entry : options->value.entries) {
        if (!is_kind(reading, entry.value, Node::Kind::table, entry.key)) continue;
        issue.options.push_back(read_option(reading, entry, "issue." + id));
        check_count(reading, issue.options.size() + 1, most_options, "options of an issue, with \"open\"", entry.place);
      }
    }
    issues.push_back(std::move(issue));
    check_count(reading, issues.size(), most_issues, "issues", place);
  });
}

void read_values(Reading& reading, Cursor& root) {
  const Entry* all = root.find("value");
  if (!all || !is_kind(reading, all->value, Node::Kind::table, "value")) return;
  for (const Entry& who : all->value.entries) {
    Cursor whose(reading, all->value);
    each_table(whose, who.key, [&](Cursor& table, const std::string& issue, const Place& place) {
      const std::string path = fmt::format("value.{}.{}", who.key, issue);
      Worth worth;
      worth.who = {who.key, who.place};
      worth.issue = {issue, place};
      if (const Entry* weight = table.need("weight")) {
        const std::string meaning = fmt::format("weight of \"{}\" to {}", issue, who.key);
        worth.weight =
            read_number(reading, weight->value, path + ".weight", Spec{"weight", "share", 0, 1, 0, 0, 0, meaning});
      }
      if (const Entry* open = table.need("open")) worth.open = read_value(reading, *open, path, who.key);
      worth.refuses = table.refs("refuses");
      for (const Entry& entry : table.entries()) {
        if (entry.key == "weight" || entry.key == "open" || entry.key == "refuses") continue;
        table.find(entry.key);
        worth.value.push_back(read_value(reading, entry, path, who.key));
      }
      reading.dossier.worths.push_back(std::move(worth));
    });
  }
}

void read_constraints(Reading& reading, Cursor& root) {
  Dossier& d = reading.dossier;
  each_item(root, "constraint", [&](Cursor& table) {
    Constraint constraint;
    constraint.place = table.place();
    const Entry* when = table.need("when");
    if (when) constraint.when = read_clauses(reading, *when);
    if (when && constraint.when.empty()) reading.report(when->place, "\"when\" names no clause");
    if (const Entry* then = table.find("then")) {
      constraint.then = read_clauses(reading, *then, true);
      if (constraint.then.empty())
        reading.report(then->place, "\"then\" names no clause", "left out, it forbids \"when\"");
    }
    constraint.why = table.text("why");
    d.constraints.push_back(std::move(constraint));
  });
  each_item(root, "linkage", [&](Cursor& table) {
    Linkage linkage;
    linkage.place = table.place();
    linkage.party = table.need_ref("party");
    if (const Entry* when = table.need("when")) linkage.when = read_clauses(reading, *when);
    if (const Entry* value = table.need("value")) {
      const Spec spec{"value", "utility", -1, 1, 0, 0, 0, "utility that the combination adds to the party"};
      linkage.value = read_number(reading, value->value, fmt::format("linkage.{}.value", d.linkages.size() + 1), spec);
    }
    d.linkages.push_back(std::move(linkage));
  });
}

}  // namespace armistice
