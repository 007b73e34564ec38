// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/stability_words.h"

#include <fmt/format.h>

#include <array>

#include "armistice/base/text.h"
#include "armistice/output/label.h"

namespace armistice {

using stability::Notion;
using stability::State;

namespace {

constexpr int widest_label = 60;      // cells of the options taken; more are cut short
constexpr std::size_t most_told = 3;  // departures told one by one

std::string put(std::string_view pattern, auto&&... parts) {
  return fmt::format(fmt::runtime(pattern), std::forward<decltype(parts)>(parts)...);
}

}  // namespace

std::string state_label(const Conflict& conflict, State state, std::string_view lang) {
  const Name& name = conflict.states[state];
  if (!label(name, lang).empty()) return label(name, lang);
  std::string taken;
  int left_out = 0;
  for (std::size_t o = 0; o < conflict.options.size(); ++o) {
    if ((conflict.codes[state] >> o & 1) == 0) continue;
    const std::string option = label(conflict.options[o], lang);
    if (left_out > 0 || width(taken) + width(option) > widest_label)
      ++left_out;
    else
      taken += (taken.empty() ? "" : say(lang, ", ", "、")) + option;
  }
  if (left_out > 0) taken += put(say(lang, " and {} more", "等，另有 {} 项"), left_out);
  if (taken.empty() && !conflict.options.empty()) return say(lang, "nothing taken", "均未采取");
  return taken;
}

std::string state_words(const Conflict& conflict, State state, std::string_view lang) {
  const std::string called = state_label(conflict, state, lang);
  if (called.empty()) return fmt::format("{}", state);
  return put(say(lang, "{} ({})", "{}（{}）"), state, called);
}

std::string party_label(const Conflict& conflict, int party, std::string_view lang) {
  return label(conflict.parties[static_cast<std::size_t>(party)].name, lang);
}

std::string_view notion_letters(Notion notion) {
  constexpr std::array<std::string_view, stability::notion_count> letters{"N", "G", "S", "Q", "SQ"};
  return letters[static_cast<std::size_t>(notion)];
}

std::string_view compared_words(Compared compared, std::string_view lang) {
  constexpr std::array<std::string_view, 4> en{"worse", "as good as here", "not comparable with here", "better"};
  constexpr std::array<std::string_view, 4> zh{"更差", "与此相当", "与此无法比较", "更好"};
  return (lang == "zh" ? zh : en)[static_cast<std::size_t>(compared)];
}

std::string movers_words(const Conflict& conflict, const std::vector<stability::Step>& steps, std::string_view lang) {
  std::string all;
  for (const stability::Step& step : steps)
    all += (all.empty() ? "" : say(lang, " then ", "继而")) + party_label(conflict, step.party, lang);
  return all;
}

std::string way_words(const Conflict& conflict, const std::vector<stability::Step>& steps, std::string_view lang) {
  std::string all;
  for (const stability::Step& step : steps)
    all += (all.empty() ? "" : say(lang, ", ", "，")) +
           put(say(lang, "{} to {}", "{}到 {}"), party_label(conflict, step.party, lang), step.to);
  return all;
}

namespace {

// What there is to say of one notion.
struct Teller {
  const Conflict& conflict;
  std::string who;
  Notion notion;
  std::string_view lang;

  std::string state(State s) const { return state_words(conflict, s, lang); }
  std::string worth(Compared compared) const {
    const std::string_view words = compared_words(compared, lang);
    if (compared == Compared::worse || compared == Compared::better)
      return put(say(lang, "{} for {}", "对{1}{0}"), words, who);
    return put(say(lang, "{} for {}", "对{1}而言{0}"), words, who);
  }

  std::string answered(const Departure& d) const {
    if (d.answer.empty())
      return put(
          say(lang, "{} could move to {}, but the others can move away and back, and it cannot tell it from here.",
              "{}可移至 {}，但其他各方可离开再回来，而其与此处孰优不明。"),
          who, state(d.to));
    const std::string answer = put(say(lang, "{} can answer with {}, {}", "{}可应以 {}，{}"),
                                   movers_words(conflict, d.answer, lang), state(d.end), worth(d.compared));
    const std::string own = !stability::credible(notion) ? ""
                            : d.answer.size() == 1 ? say(lang, ", and gains by it itself", "，且其自身亦得益")
                                                   : say(lang, ", each gaining by its move", "，且各步均使行动者得益");
    const std::string stuck =
        stability::symmetric(notion) ? put(say(lang, ", and {} has no way out of it", "，而{}再无出路"), who) : "";
    return put(say(lang, "{} could move to {}, but {}{}{}.", "{}可移至 {}，但{}{}{}。"), who, state(d.to), answer, own,
               stuck);
  }

  std::string unanswered(const Departure& d) const {
    const std::string worth_to = d.doubtful ? say(lang, "which it may prefer", "其优劣不明而愿一试")
                                            : say(lang, "which it prefers", "且更愿如此");
    const std::string moves = put(say(lang, "{} can move to {}, {}", "{}可移至 {}，{}"), who, state(d.to), worth_to);
    if (notion == Notion::nash) return moves + say(lang, ".", "。");
    if (!d.others_move)
      return moves + (stability::credible(notion) ? say(lang, "; nobody has an answer that it would gain by itself.",
                                                        "；无人有对自身有利之应对。")
                                                  : say(lang, "; nobody can answer.", "；无人可应对。"));
    if (d.answer.empty())
      return moves + (stability::credible(notion)
                          ? say(lang, "; whatever the others answer to their own gain, it is better off than here.",
                                "；他方凡于己有利之应对，其处境均优于此处。")
                          : say(lang, "; whatever the others answer, it is better off than here.",
                                "；无论他方如何应对，其处境均优于此处。"));
    return moves + put(say(lang, "; {} can answer with {}, {}, but then {} can go on to {}, better than here.",
                           "；{}可应以 {}，{}，但{}可再移至 {}，优于此处。"),
                       movers_words(conflict, d.answer, lang), state(d.end), worth(d.compared), who, state(*d.way_out));
  }
};

}  // namespace

std::string reason_words(const Conflict& conflict, int party, Notion notion, const Reason& why, std::string_view lang) {
  const Teller teller{conflict, party_label(conflict, party, lang), notion, lang};
  if (!why.moves) return put(say(lang, "{} has no move.", "{}无可行之举。"), teller.who);
  if (why.departures.empty()) return put(say(lang, "{} has no move to anything better.", "{}无更优去处。"), teller.who);
  std::string words;
  std::size_t told = 0, left_out = 0;
  for (const Departure& d : why.departures) {
    if (!why.stable && d.answered) continue;  // one move that is not answered is enough to leave
    if (told == most_told) {
      ++left_out;
      continue;
    }
    words += told++ > 0 && lang != "zh" ? " " : "";
    words += d.answered ? teller.answered(d) : teller.unanswered(d);
  }
  if (left_out > 0)
    words += put(why.stable ? say(lang, " So it is with {} more.", "另有 {} 处亦然。")
                            : say(lang, " And {} more.", "另有 {} 处。"),
                 left_out);
  return words;
}

}  // namespace armistice
