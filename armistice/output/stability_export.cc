// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/stability_export.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "armistice/output/label.h"
#include "armistice/output/stability_words.h"

namespace armistice {
namespace {

using stability::State;

std::string quoted(const std::string& text) {
  std::string all(1, '"');
  for (const char c : text) {
    if (c == '"' || c == '\\') all += '\\';
    all += c == '\n' ? ' ' : c;
  }
  return all + "\"";
}

std::string without_end(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

// Colours that those who do not see red or green tell apart (Okabe and Ito 2008).
std::string colour(int party) {
  constexpr std::array<const char*, 8> all{"#0072B2", "#D55E00", "#009E73", "#CC79A7",
                                           "#E69F00", "#56B4E9", "#000000", "#999999"};
  return all[static_cast<std::size_t>(party) % all.size()];
}

std::string node(const Conflict& c, const StabilityReport& report, State s, std::string_view lang) {
  bool equilibrium = false, nash = false;
  for (const stability::Notion notion : report.asked.notions)
    equilibrium |= report.equilibrium(notion, s),
        nash |= notion == stability::Notion::nash && report.equilibrium(notion, s);
  const std::string name = state_label(c, s, lang);
  return fmt::format("  {} [label={}{}{}{}];\n", s,
                     quoted(name.empty() ? fmt::format("{}", s) : fmt::format("{}: {}", s, name)),
                     equilibrium ? ", peripheries=2" : "", nash ? ", style=filled, fillcolor=\"#EEEEEE\"" : "",
                     c.status_quo == s ? ", penwidth=3" : "");
}

std::string arrows(const Conflict& c, int party) {
  const stability::Preference& preference = c.graph.preference[static_cast<std::size_t>(party)];
  std::map<std::pair<State, State>, bool> moves;  // whether it is better
  for (State s = 0; s < c.graph.states; ++s)
    for_each_move(c.graph, party, s, [&](State t) {
      moves[{s, t}] = preference.better(t, s) && !preference.is_unknown(t, s);
    });
  std::string all;
  for (const auto& [move, better] : moves) {
    const auto back = moves.find({move.second, move.first});
    const bool neither = !better && back != moves.end() && !back->second;
    if (neither && move.second < move.first) continue;  // drawn with the other
    all += fmt::format("  {} -> {} [color=\"{}\"{}{}];\n", move.first, move.second, colour(party),
                       better ? "" : ", style=dotted", neither ? ", dir=both" : "");
  }
  return all;
}

}  // namespace

std::string stability_dot(const Conflict& c, const StabilityReport& report, const Provenance& made,
                          std::string_view lang) {
  std::string text;
  const std::string by = without_end(show(made));
  for (std::size_t at = 0; at != std::string::npos;) {
    const std::size_t end = by.find('\n', at);
    text += fmt::format("// {}\n", std::string_view(by).substr(at, end == std::string::npos ? end : end - at));
    at = end == std::string::npos ? end : end + 1;
  }
  text += "// two rims: an equilibrium (";
  for (const stability::Notion notion : report.asked.notions)
    text += fmt::format("{}{}", notion == report.asked.notions.front() ? "" : ", ",
                        stability::notion_names[static_cast<std::size_t>(notion)]);
  text += "); filled: of Nash; thick: the status quo; whole arrow: better for who moves; dotted: not\n";
  text += fmt::format("digraph {} {{\n", quoted(label(c.title, lang)));
  text += "  node [shape=box, fontname=\"sans-serif\"];\n";
  text += "  edge [fontname=\"sans-serif\"];\n  label=<";
  for (int p = 0; p < c.graph.parties; ++p) {
    std::string name;
    for (const char one : party_label(c, p, lang))
      name += one == '&' ? "&amp;" : one == '<' ? "&lt;" : one == '>' ? "&gt;" : std::string(1, one);
    text += fmt::format("{}<font color=\"{}\">{}</font>", p > 0 ? " &#160; " : "", colour(p), name);
  }
  text += ">;\n";
  for (State s = 0; s < c.graph.states; ++s) text += node(c, report, s, lang);
  for (int p = 0; p < c.graph.parties; ++p) text += arrows(c, p);
  return text + "}\n";
}

std::string no_nfg(const Conflict& c) {
  if (c.options.empty()) return "a conflict given by its moves has no strategies to write: .nfg wants options";
  if (c.options.size() > most_nfg_options)
    return fmt::format("{} options make 2^{} cells: at most 2^{} are written", c.options.size(), c.options.size(),
                       most_nfg_options);
  return "";
}

namespace {

std::string limits(const Conflict& c) {
  const std::size_t cells = std::size_t{1} << c.options.size();
  std::string text = "A conflict graph as a game in strategic form. What this format cannot hold: ";
  if (c.codes.size() < cells)
    text += fmt::format(
        "{} of {} cells are infeasible or one with another state; infeasible ones bear the outcome "
        "'infeasible', worse for all than any state, and equilibria found among them mean nothing. ",
        cells - c.codes.size(), cells);
  std::string fixed;
  for (std::size_t o = 0; o < c.options.size(); ++o)
    if (c.form.options[o].direction != stability::Direction::both)
      fixed += (fixed.empty() ? "" : ", ") + c.options[o].id;
  if (!fixed.empty())
    text += fmt::format(
        "Irreversible options ({}) can be taken back here, so that equilibria may be lacking or differ. ", fixed);
  if (!c.form.forbidden.empty()) text += "Forbidden moves are allowed here. ";
  if (std::any_of(c.graph.preference.begin(), c.graph.preference.end(),
                  [](const auto& p) { return p.utility.empty(); }))
    text +=
        "Payoffs of parties without utilities are ranks (larger is better): only their order means something, and "
        "mixed equilibria or quantal responses do not. ";
  if (in_doubt(c.graph)) text += "Unknown preferences stand as if known. ";
  text +=
      "Answers, and with them GMR, SMR, SEQ and SSEQ, and coalitions are not there: pure equilibria are those of Nash.";
  return text;
}

// The cell in which each party plays its strategy: the options of all.
std::vector<std::vector<std::uint64_t>> strategies_of(const Conflict& c) {
  std::vector<std::vector<std::uint64_t>> all(c.parties.size(), {0});
  for (std::size_t o = 0; o < c.options.size(); ++o) {
    auto& own = all[static_cast<std::size_t>(c.form.options[o].party)];
    const std::size_t n = own.size();
    for (std::size_t k = 0; k < n; ++k) own.push_back(own[k] | std::uint64_t{1} << o);
  }
  return all;
}

std::string strategy_name(const Conflict& c, std::uint64_t taken) {
  std::string name;
  for (std::size_t o = 0; o < c.options.size(); ++o)
    if (taken >> o & 1) name += (name.empty() ? "" : " + ") + c.options[o].id;
  return name.empty() ? "nothing" : name;
}

double payoff(const stability::Preference& preference, State s) {
  return preference.utility.empty() ? preference.rank[s] : preference.utility[s];
}

}  // namespace

std::string stability_nfg(const Conflict& c, const Provenance& made) {
  const auto strategies = strategies_of(c);
  std::string text = fmt::format("NFG 1 R {} {{", quoted(c.title.id));
  for (const ConflictParty& party : c.parties) text += fmt::format(" {}", quoted(party.name.id));
  text += " }\n{";
  for (const auto& own : strategies) {
    text += " {";
    for (const std::uint64_t taken : own) text += fmt::format(" {}", quoted(strategy_name(c, taken)));
    text += " }\n ";
  }
  text += fmt::format("}}\n{}\n\n{{\n", quoted(fmt::format("{} {}", limits(c), without_end(show(made)))));
  for (State s = 0; s < c.graph.states; ++s) {
    text += fmt::format("{{ {}", quoted(fmt::format("{} {}", s, code_text(c, s))));
    for (std::size_t p = 0; p < c.parties.size(); ++p)
      text += fmt::format("{} {}", p > 0 ? "," : "", payoff(c.graph.preference[p], s));
    text += " }\n";
  }
  text += "{ \"infeasible\"";
  for (std::size_t p = 0; p < c.parties.size(); ++p) {
    double least = payoff(c.graph.preference[p], 0);
    for (State s = 0; s < c.graph.states; ++s) least = std::min(least, payoff(c.graph.preference[p], s));
    text += fmt::format("{} {}", p > 0 ? "," : "", std::floor(least) - 1);
  }
  text += " }\n}\n";
  std::vector<std::size_t> plays(strategies.size());
  for (bool more = true; more;) {  // the first party's strategy turns fastest
    std::uint64_t code = 0;
    for (std::size_t p = 0; p < plays.size(); ++p) code |= strategies[p][plays[p]];
    std::string word;
    for (std::size_t o = 0; o < c.options.size(); ++o) word += (code >> o & 1) != 0 ? 'Y' : 'N';
    const auto state = state_with_code(c, word);
    text += fmt::format("{} ", state ? *state + 1 : c.graph.states + 1);
    more = false;
    for (std::size_t p = 0; p < plays.size() && !more; ++p) {
      plays[p] = (plays[p] + 1) % strategies[p].size();
      more = plays[p] != 0;
    }
  }
  text.back() = '\n';
  return text;
}

}  // namespace armistice
