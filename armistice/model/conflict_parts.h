// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "armistice/model/conflict.h"
#include "armistice/model/cursor.h"
#include "armistice/model/json.h"

// The parts of the readers of conflict models (conflict.h).
namespace armistice {

// A conflict while it is read. States are known once options and rules were read without a problem.
struct ConflictReading {
  Reading& reading;
  Conflict conflict = {};
  bool states_known = false;
  std::set<std::string, std::less<>> misnamed = {};  // state ids whose state could not be told, which was reported

  // A place `characters` into the text that stands at `place`; the place itself where that cannot be told (escapes).
  Place inside(const Place& place, const std::string& text, std::size_t byte) const;
  void wrong(const Place& place, std::string message, std::string hint = "") const {
    reading.report(place, std::move(message), std::move(hint));
  }
  std::vector<std::string> option_ids() const;
  std::vector<std::string> party_ids() const;
  // The place of a party, -1 when there is none, which is reported.
  int party(const Ref& ref) const;
  void cite(const std::vector<std::string>& ids, const Place& place);
};

// "troops AND NOT (ceasefire OR pause)", with IF and IFF, or a pattern "YN-" over all options. Empty when something is
// wrong, which is reported with a caret within the text. NOT binds closest, then AND, then OR; IF and IFF stand once,
// or within parentheses. Operators may be written small.
stability::Condition read_condition(const ConflictReading& reading, const std::string& text, const Place& place);

// One that holds where any of these does; and the words AND, OR, NOT, IF, IFF, which no option may be called.
stability::Condition any_of(const std::vector<stability::Condition>& conditions);
stability::Condition all_of(const std::vector<stability::Condition>& conditions);
bool is_operator(std::string_view word);

// A rule on states with the place it stands at, for problems that rules make together.
struct Rule {
  stability::Condition condition;
  std::string text;
  Place place;
};

// Finds the feasible states, or reports that there are none (and which rules leave none), or too many.
void find_states(ConflictReading& reading, const std::vector<Rule>& rules, const Place& place);

// How much of a preference a file may hold, over so many states: 62 statements, and unknown ones up to 4,096 states.
bool statements_fit(const ConflictReading& reading, const std::vector<ConflictStatement>& statements,
                    std::size_t states, const Place& place);

// What the readers of TOML share.
void read_rules(ConflictReading& reading, Cursor& root, std::vector<Rule>& rules);
void read_states(ConflictReading& reading, Cursor& root);
void read_confrontation(ConflictReading& reading, Cursor& root);
std::vector<std::vector<std::pair<stability::State, stability::State>>> read_moves(ConflictReading& reading,
                                                                                   Cursor& root);
std::vector<stability::Preference> read_preferences(ConflictReading& reading, Cursor& root);
// The state that a node names by number, id or code; reported when there is none.
std::optional<stability::State> state_of(const ConflictReading& reading, const Node& node, std::string_view key);

// A ranking, best first, as the preference it makes; `strong`: the places before which a strong difference stands.
stability::Preference preference_by_ranking(const std::vector<std::vector<stability::State>>& ranking,
                                            const std::vector<std::size_t>& strong, std::size_t states);

// "a is better than b" (or as good) as a preference: what does not follow is unknown. Where pair `at` makes a circle
// with those before it there is none, and `circle` has the way by which they say the contrary.
struct Pair {
  stability::State better = 0, worse = 0;
  bool equal = false;
  Place place;
};
std::optional<stability::Preference> preference_by_pairs(const std::vector<Pair>& pairs, std::size_t states,
                                                         std::vector<stability::State>& circle, std::size_t& at);

std::optional<Conflict> conflict_of_toml(Reading& reading, const Node& file, const Dossier* dossier);
std::vector<Conflict> conflicts_of_json(Reading& reading, const Json& file, const std::string& name,
                                        const std::string& only);

}  // namespace armistice
