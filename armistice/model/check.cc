// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/check.h"

#include <fmt/format.h>

#include <algorithm>

#include "armistice/model/cursor.h"

namespace armistice {
namespace {

bool contains(const std::vector<std::string>& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::vector<std::string> option_ids(const Issue& issue) {
  std::vector<std::string> ids = {"open"};
  for (const Option& option : issue.options) ids.push_back(option.name.id);
  return ids;
}

template <class Thing>
const Thing* find(const std::vector<Thing>& things, std::string_view id) {
  const auto found = std::find_if(things.begin(), things.end(), [&](const Thing& t) { return t.name.id == id; });
  return found == things.end() ? nullptr : &*found;
}

std::string with_article(std::string_view kind) {
  const bool vowel = !kind.empty() && std::string_view("aeiou").find(kind[0]) != std::string_view::npos;
  return fmt::format("{} {}", vowel ? "an" : "a", kind);
}

}  // namespace

void Check::report(const Place& place, std::string message, std::string hint) const {
  problems.push_back({place, std::move(message), "", std::move(hint)});
}

bool Check::resolves(const Ref& ref, std::string_view kind) const {
  const auto& known = ids.find(kind)->second;
  if (contains(known, ref.id)) return true;
  for (const auto& [other, names] : ids) {
    if (contains(names, ref.id)) {
      report(ref.place, fmt::format("\"{}\" is {}, not {}", ref.id, with_article(other), with_article(kind)));
      return false;
    }
  }
  report(ref.place, fmt::format("unknown {} \"{}\"", kind, ref.id), did_you_mean(ref.id, known));
  return false;
}

bool Check::resolves(const Ref& issue, const Ref& option) const {
  if (!resolves(issue, "issue")) return false;
  const auto known = option_ids(*find_issue(dossier, issue.id));
  if (contains(known, option.id)) return true;
  report(option.place, fmt::format("unknown option \"{}\" of issue \"{}\"", option.id, issue.id),
         did_you_mean(option.id, known));
  return false;
}

bool Check::is_side(const Ref& ref, std::string_view what) const {
  if (!resolves(ref, "party")) return false;
  const std::string &a = dossier.side_a.party.id, &b = dossier.side_b.party.id;
  if (ref.id == a || ref.id == b) return true;
  report(ref.place, fmt::format("{} must be the party of a side, \"{}\" or \"{}\"", what, a, b));
  return false;
}

Check make_check(const Dossier& d, Problems& problems) {
  Check check{d, problems, {}};
  const auto gather = [&](const char* kind, const auto& things) {
    auto& ids = check.ids[kind];
    for (const auto& thing : things) ids.push_back(thing.name.id);
  };
  gather("party", d.parties);
  gather("issue", d.issues);
  gather("audience", d.audiences);
  gather("front", d.fronts);
  gather("aid", d.aids);
  gather("lever", d.levers);
  gather("channel", d.channels);
  gather("text", d.texts);
  gather("source", d.sources);
  for (const Claim& claim : d.claims) check.ids["claim"].push_back(claim.id);
  check.ids["claim"];  // there even when empty
  return check;
}

const Party* find_party(const Dossier& dossier, std::string_view id) { return find(dossier.parties, id); }
const Issue* find_issue(const Dossier& dossier, std::string_view id) { return find(dossier.issues, id); }
const Audience* find_audience(const Dossier& dossier, std::string_view id) { return find(dossier.audiences, id); }

const Worth* find_worth(const Dossier& dossier, std::string_view who, std::string_view issue) {
  const auto found = std::find_if(dossier.worths.begin(), dossier.worths.end(),
                                  [&](const Worth& w) { return w.who.id == who && w.issue.id == issue; });
  return found == dossier.worths.end() ? nullptr : &*found;
}

bool has_role(const Party& party, std::string_view role) { return contains(party.roles, role); }

}  // namespace armistice
