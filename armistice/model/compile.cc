// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cassert>

#include "armistice/model/model.h"

namespace armistice {
namespace {

template <class Item>
int index_of(const std::vector<Item>& items, const std::string& id) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.name.id == id; });
  return found == items.end() ? -1 : static_cast<int>(found - items.begin());
}

// Names to indices; each asserts, since check_meaning has looked at every reference before.
struct Finder {
  const Dossier& d;

  int party(const Ref& ref) const {
    const int i = index_of(d.parties, ref.id);
    assert(i >= 0);
    return i;
  }
  int issue(const Ref& ref) const {
    const int i = index_of(d.issues, ref.id);
    assert(i >= 0);
    return i;
  }
  int option(int issue, const std::string& id) const {
    const int o = option_index(d.issues[static_cast<std::size_t>(issue)], id);
    assert(o >= 0);
    return o;
  }
  std::vector<Choice> cells(const std::vector<Clause>& clauses) const {
    std::vector<Choice> found;
    for (const auto& clause : clauses) {
      const int k = issue(clause.issue);
      found.push_back({k, static_cast<float>(option(k, clause.option.id))});
    }
    return found;
  }
  std::uint32_t bits(const std::vector<Ref>& refs) const {
    std::uint32_t set = 0;
    for (const auto& ref : refs) set |= 1u << party(ref);
    return set;
  }
  int side(const Ref& ref) const {
    assert(ref.id == d.side_a.party.id || ref.id == d.side_b.party.id);
    return ref.id == d.side_a.party.id ? side_a : side_b;
  }
};

void compile_parties(const Dossier& d, const Finder& find, Model& m) {
  m.parties = static_cast<int>(d.parties.size());
  m.party_of_side = {find.party(d.side_a.party), find.party(d.side_b.party)};
  for (const auto& party : d.parties) {
    if (std::find(party.roles.begin(), party.roles.end(), "signatory") != party.roles.end())
      m.signatories |= 1u << m.party.size();
    m.party.push_back(party.number);
  }
  m.side = {d.side_a.number, d.side_b.number};
  for (const auto& front : d.fronts) m.front.push_back(front.number);
}

void compile_issues(const Dossier& d, const Finder& find, Model& m) {
  m.issues = static_cast<int>(d.issues.size());
  for (const auto& issue : d.issues) {
    m.first.push_back(m.cells);
    m.options.push_back(1 + static_cast<int>(issue.options.size()));
    m.core.push_back(issue.core);
    m.cells += m.options.back();
    m.spends.push_back(0), m.bound.push_back(0);
    for (auto* effects : {&m.hold_of, &m.watch_of, &m.balance_of, &m.front_of}) effects->push_back({});
    for (const auto& option : issue.options) {
      // Who is bound to fight under a clause must accept it, as one whose means it spends.
      m.spends.push_back(find.bits(option.spends) | find.bits(option.bound)),
          m.bound.push_back(find.bits(option.bound));
      m.hold_of.push_back(option.hold), m.watch_of.push_back(option.watch);
      m.balance_of.push_back(option.balance), m.front_of.push_back(option.front);
    }
  }
}

// An audience holds an issue worth what its party does, unless it has a table of its own.
const Worth* worth_of(const Dossier& d, const std::string& who, const std::string& issue) {
  const auto found = std::find_if(d.worths.begin(), d.worths.end(),
                                  [&](const Worth& w) { return w.who.id == who && w.issue.id == issue; });
  return found == d.worths.end() ? nullptr : &*found;
}

void compile_row(const Dossier& d, const Finder& find, const std::string& who, const std::string& stand_in, Model& m) {
  bool something = false;
  for (int k = 0; k < m.issues; ++k) {
    const auto& issue = d.issues[static_cast<std::size_t>(k)];
    const Worth* worth = worth_of(d, who, issue.name.id);
    if (!worth && !stand_in.empty()) worth = worth_of(d, stand_in, issue.name.id);
    m.weight.push_back(worth ? worth->weight : Number{});
    const std::size_t begin = m.value_0.size();
    m.value_0.resize(begin + static_cast<std::size_t>(m.options[static_cast<std::size_t>(k)]));
    m.value_1.resize(m.value_0.size());
    m.refuses.resize(m.value_0.size(), false);
    if (!worth) continue;
    something = true;
    m.value_0[begin] = worth->open.at_0, m.value_1[begin] = worth->open.at_1;
    for (const auto& value : worth->value) {
      const auto cell = begin + static_cast<std::size_t>(find.option(k, value.option.id));
      m.value_0[cell] = value.at_0, m.value_1[cell] = value.at_1;
    }
    for (const auto& refused : worth->refuses)
      m.refuses[begin + static_cast<std::size_t>(find.option(k, refused.id))] = true;
  }
  m.values_something.push_back(something);
}

void compile_values(const Dossier& d, const Finder& find, Model& m) {
  for (const auto& party : d.parties) compile_row(d, find, party.name.id, "", m);
  for (const auto& audience : d.audiences) {
    compile_row(d, find, audience.name.id, audience.party.id, m);
    m.audiences.push_back({find.party(audience.party), find.cells(audience.only_when), audience.number});
  }
  m.rows = static_cast<int>(m.values_something.size());
  for (const auto& constraint : d.constraints)
    m.rules.push_back({find.cells(constraint.when), find.cells(constraint.then)});
  for (const auto& link : d.linkages) m.links.push_back({find.party(link.party), find.cells(link.when), link.value});
  for (const auto* side : {&d.side_a, &d.side_b}) {
    auto& aim = m.aim[side == &d.side_a ? side_a : side_b];
    aim.assign(static_cast<std::size_t>(m.issues), 0);
    for (const auto& [issue, option] : side->aim) {
      const int k = find.issue({issue, {}});
      aim[static_cast<std::size_t>(k)] = find.option(k, option.id);
    }
  }
}

void compile_pressure(const Dossier& d, const Finder& find, Model& m) {
  for (const auto& aid : d.aids) m.aids.push_back({find.party(aid.from), find.side(aid.to), aid.number});
  for (const auto& lever : d.levers) m.levers.push_back({find.party(lever.by), find.side(lever.on), lever.number});
  for (const auto& channel : d.channels) {
    ChannelRow row{channel.kind == "open", find.bits(channel.members), std::vector<Number>(d.parties.size()),
                   channel.number};
    for (const auto& [party, bias] : channel.bias) row.bias[static_cast<std::size_t>(find.party({party, {}}))] = bias;
    m.channels.push_back(std::move(row));
  }
  if (!d.mediation.mediator.id.empty()) m.mediator = find.party(d.mediation.mediator);
  if (!d.mediation.first.id.empty()) m.pressed_first = find.side(d.mediation.first);
  m.mediation = d.mediation.number;
}

void compile_texts(const Dossier& d, const Finder& find, Model& m) {
  for (const auto& text : d.texts) {
    std::vector<int> options(static_cast<std::size_t>(m.issues), 0);
    for (const auto& clause : text.clauses) {
      if (clause.issue.id.empty()) continue;
      const int k = find.issue(clause.issue);
      options[static_cast<std::size_t>(k)] = find.option(k, clause.option.id);
    }
    if (text.name.id == d.table.id) m.table = static_cast<int>(m.texts.size());
    m.texts.push_back(std::move(options));
  }
  const int today = day_number(d.as_of);
  for (const auto& event : d.events) {
    const int week = (day_number(event.date) - today + 6) / 7;
    if (week <= 0 || (event.kind != "deadline" && event.kind != "election")) continue;
    m.future.push_back({week, event.kind == "deadline", event.party.id.empty() ? -1 : find.party(event.party)});
  }
}

}  // namespace

int option_index(const Issue& issue, const std::string& id) {
  if (id == "open") return 0;
  const int found = index_of(issue.options, id);
  return found < 0 ? -1 : found + 1;
}

Model compile(Dossier dossier) {
  Model m;
  const Finder find{dossier};
  m.weeks = dossier.horizon_weeks;
  m.war = dossier.war;
  m.hold = dossier.hold;
  compile_parties(dossier, find, m);
  compile_issues(dossier, find, m);
  compile_values(dossier, find, m);
  compile_pressure(dossier, find, m);
  compile_texts(dossier, find, m);
  m.dossier = std::move(dossier);
  return m;
}

}  // namespace armistice
