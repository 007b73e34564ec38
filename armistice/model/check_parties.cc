// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cmath>

#include "armistice/model/check.h"

namespace armistice {

void check_ids(const Check& check) {
  const Dossier& d = check.dossier;
  for (const Audience& audience : d.audiences) {
    if (find_party(d, audience.name.id)) {
      check.report(audience.name.place, fmt::format("\"{}\" is the id of a party and of an audience", audience.name.id),
                   "both are keys of [value]");
    }
  }
  for (const Claim& claim : d.claims) {
    for (const Source& source : d.sources) {
      if (claim.id == source.name.id) {
        check.report(claim.place, fmt::format("\"{}\" is the id of a claim and of a source", claim.id),
                     "both are what a number may rest on");
      }
    }
  }
}

void check_roles(const Check& check) {
  const Dossier& d = check.dossier;
  bool known = true;
  for (const Side* side : {&d.side_a, &d.side_b}) {
    if (!check.resolves(side->party, "party")) {
      known = false;
      continue;
    }
    const Party& party = *find_party(d, side->party.id);
    for (const char* role : {"belligerent", "signatory"}) {
      if (has_role(party, role)) continue;
      check.report(party.name.place,
                   fmt::format("\"{}\" is the party of a side and lacks the role \"{}\"", party.name.id, role));
    }
  }
  if (known && d.side_a.party.id == d.side_b.party.id) {
    check.report(d.side_b.party.place, "both sides have the same party");
  }
  for (const Party& party : d.parties) {
    const bool is_side = party.name.id == d.side_a.party.id || party.name.id == d.side_b.party.id;
    if (known && has_role(party, "belligerent") && !is_side) {
      check.report(party.name.place, fmt::format("\"{}\" is a belligerent and the party of no side", party.name.id));
    }
  }
  const Mediation& mediation = d.mediation;
  if (!mediation.mediator.id.empty()) {
    check.resolves(mediation.mediator, "party");
    if (mediation.first.id.empty())
      check.report(mediation.mediator.place, "the mediator presses nobody: \"first\" is missing");
  }
  if (!mediation.first.id.empty()) check.is_side(mediation.first, "\"first\"");
}

void check_links(const Check& check) {
  const Dossier& d = check.dossier;
  for (const Aid& aid : d.aids) {
    const bool known = check.resolves(aid.from, "party") && check.is_side(aid.to, "\"to\"");
    if (known && aid.from.id == aid.to.id) check.report(aid.to.place, "a party cannot give aid to itself");
  }
  for (const Lever& lever : d.levers) {
    const bool known = check.resolves(lever.by, "party") && check.is_side(lever.on, "\"on\"");
    if (known && lever.by.id == lever.on.id) check.report(lever.on.place, "a party cannot hold a lever on itself");
  }
  for (const Channel& channel : d.channels) {
    for (const Ref& member : channel.members) check.resolves(member, "party");
    for (const auto& [party, number] : channel.bias) {
      check.resolves({party, d.knobs[static_cast<std::size_t>(number.knob)].place}, "party");
    }
  }
  for (const Issue& issue : d.issues) {
    for (const Option& option : issue.options) {
      for (const Ref& holder : option.spends) check.resolves(holder, "party");
      for (const Ref& guarantor : option.bound) check.resolves(guarantor, "party");
    }
  }
  for (const Audience& audience : d.audiences) {
    check.resolves(audience.party, "party");
    for (const Clause& clause : audience.only_when) check.resolves(clause.issue, clause.option);
  }
  for (const Linkage& linkage : d.linkages) {
    check.resolves(linkage.party, "party");
    for (const Clause& clause : linkage.when) check.resolves(clause.issue, clause.option);
  }
}

void check_fronts(const Check& check) {
  const Dossier& d = check.dossier;
  const auto middle = [&](Number number) { return centre(d.knobs[static_cast<std::size_t>(number.knob)]); };
  double sum = 0;
  for (const Front& front : d.fronts) {
    sum += middle(front.number.weight);
    const double low = middle(front.number.area_b_aim), high = middle(front.number.area_a_aim);
    const double now = middle(front.number.area_now);
    if (low >= high) {
      check.report(front.name.place, fmt::format("front \"{}\": area_A_aim ({:g}) must be above area_B_aim ({:g})",
                                                 front.name.id, high, low));
    } else if (now < low || now > high) {
      check.report(front.name.place, fmt::format("front \"{}\": area_now ({:g}) lies outside the aims, {:g} to {:g}",
                                                 front.name.id, now, low, high));
    }
  }
  if (d.fronts.empty()) {
    check.report({"dossier.toml", 0, 0}, "no front");
  } else if (std::abs(sum - 1) > 0.02) {
    check.report(d.fronts[0].name.place, fmt::format("the weights of the fronts sum to {:.3g}, not 1", sum));
  }
}

}  // namespace armistice
