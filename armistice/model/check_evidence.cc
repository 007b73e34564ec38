// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <set>

#include "armistice/model/check.h"
#include "armistice/model/cursor.h"

namespace armistice {
namespace {

// What a number, a clause or an event may rest on.
struct Grounds {
  const Check& check;
  std::set<std::string> known;
  std::vector<std::string> listed;

  explicit Grounds(const Check& examined) : check(examined) {
    for (const char* kind : {"claim", "source"}) {
      const auto& ids = check.ids.find(kind)->second;
      listed.insert(listed.end(), ids.begin(), ids.end());
    }
    known.insert(listed.begin(), listed.end());
  }

  void look_up(const std::vector<std::string>& ids, const Place& place) const {
    for (const std::string& id : ids) {
      if (!known.contains(id))
        check.report(place, fmt::format("unknown source or claim \"{}\"", id), did_you_mean(id, listed));
    }
  }
};

}  // namespace

void check_evidence(const Check& check) {
  const Dossier& d = check.dossier;
  const Grounds grounds(check);
  for (const Knob& knob : d.knobs) grounds.look_up(knob.sources, knob.place);
  for (const Claim& claim : d.claims) check.resolves(claim.source, "source");
  for (const Event& event : d.events) grounds.look_up(event.sources, event.name.place);
  for (const Text& text : d.texts) {
    for (const TextClause& clause : text.clauses) grounds.look_up(clause.sources, clause.place);
  }
}

void check_dates(const Check& check) {
  const Dossier& d = check.dossier;
  if (d.as_of < d.war_began) {
    check.report(d.title.place, fmt::format("the forecast stands on {}, before the war began on {}", show(d.as_of),
                                            show(d.war_began)));
  }
  const Date last = date_of(day_number(d.as_of) + 7 * d.horizon_weeks);
  for (const Event& event : d.events) {
    const Place& place = event.name.place;
    // A deadline or an election is announced before its day; nothing else is known before it happens.
    const bool announced = event.kind == "deadline" || event.kind == "election";
    if (event.known < event.date && !announced) {
      check.report(place, fmt::format("event \"{}\" is known on {}, before it happens on {}", event.name.id,
                                      show(event.known), show(event.date)));
    }
    if (event.date > last) {
      check.report(place, fmt::format("event \"{}\" on {} lies beyond the horizon, {}", event.name.id, show(event.date),
                                      show(last)));
    }
    if (!event.party.id.empty()) check.resolves(event.party, "party");
  }
}

}  // namespace armistice
