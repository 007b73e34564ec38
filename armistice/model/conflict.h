// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "armistice/base/problem.h"
#include "armistice/model/dossier.h"
#include "armistice/theory/stability/dilemma.h"
#include "armistice/theory/stability/options.h"

// A conflict model as it is read from a file: parties, options, states, preferences, and the graph they make
// (docs/stability.md has the grammar).
namespace armistice {

// A weekly series of a simulated history (docs/model.md) above or below a bound.
struct Watch {
  std::string series;
  bool above = false;
  double bound = 0;
  Place place;
};

struct ConflictStatement {
  stability::Statement statement;
  std::string text;                  // as it is written
  std::vector<Watch> during;         // counts while all of these hold; then only along simulated histories
  std::vector<std::string> sources;  // claims or sources it rests on
};

struct ConflictParty {
  Name name;
  std::string by;                             // what its preference is read from: statements, ranking, pairs or utility
  std::vector<ConflictStatement> statements;  // most important first
};

// Claims or sources that something in the file rests on.
struct Citation {
  std::vector<std::string> ids;
  Place place;
};

struct Conflict {
  Name title;
  std::string hash;  // the first 16 hex digits of the SHA-256 of the file
  std::vector<ConflictParty> parties;
  std::vector<Name> options;         // none of a conflict given by its moves
  stability::OptionForm form;        // of options
  std::vector<std::uint64_t> codes;  // (state) bit per option; none of a conflict given by its moves
  std::vector<Name> states;          // (state) what it is called; all empty where it has no name
  stability::Graph graph;
  std::optional<stability::State> status_quo;
  std::optional<stability::Confrontation> confrontation;  // what each party demands, and what comes if nobody gives way
  std::vector<Citation> cited;
  std::vector<std::string> notes;  // what a reader of results should know of how the file was read
};

// "YNY": which options are taken in a state, first option first; "" of a conflict given by its moves.
std::string code_text(const Conflict& conflict, stability::State state);

// The state with this code ("YNY"); nothing where it is infeasible. Of coalesced states that which stands for it.
std::optional<stability::State> state_with_code(const Conflict& conflict, std::string_view code);

// The state with this number (from 0), id, name in either language or code.
std::optional<stability::State> find_state(const Conflict& conflict, std::string_view word);

// What find_state knows, for suggestions: ids and names.
std::vector<std::string> state_words(const Conflict& conflict);

// Reads a conflict model: TOML, or JSON in one of two forms: a .gmcr file ("decisionMakers") or a case
// ("decision_makers"), which may hold several models. `only`: the name of the one to read; "": all. What is wrong goes
// to `problems`, all at once, and there is none. Throws std::runtime_error when the file cannot be read.
std::vector<Conflict> read_conflicts(const std::filesystem::path& file, const std::string& only, Problems& problems);

// The conflict model of a dossier: `graph.toml` in its folder, whose parties are the dossier's, and whose sources are
// its claims and sources. Nothing where there is no such file; then, and only then, without a problem.
std::optional<Conflict> read_graph(const Dossier& dossier, Problems& problems);

inline constexpr std::string_view graph_file = "graph.toml";

}  // namespace armistice
