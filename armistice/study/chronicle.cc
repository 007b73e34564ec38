// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/chronicle.h"

#include <type_traits>

#include "armistice/base/text.h"

namespace armistice {
namespace {

// Walks every number of a state in the order of the one list of fields.
template <class S, class F>
void numbers(S& state, F f) {
  const auto walk = [&](auto& self, auto& value) -> void {
    if constexpr (requires {
                    value.begin();
                    value[0];
                  } &&
                  !std::is_same_v<std::remove_const_t<std::remove_reference_t<decltype(value)>>, Lanes>) {
      for (auto& element : value) self(self, element);
    } else {
      f(value);
    }
  };
  fields(state, [&](const char*, auto& value) { walk(walk, value); });
}

constexpr int line_cells = 120;  // of a terminal

// The text in lines of at most `line_cells` cells, every line but the first indented. Broken at blanks, and between
// wide characters, which stand without blanks.
std::string wrapped(const std::string& text, std::size_t indent) {
  std::string all, piece;
  int used = static_cast<int>(indent), of_piece = 0;
  const auto flush = [&] {
    if (used + of_piece > line_cells) {
      while (all.ends_with(' ')) all.pop_back();
      all.append("\n").append(indent, ' ');
      used = static_cast<int>(indent);
    }
    all += piece;
    used += of_piece;
    piece.clear(), of_piece = 0;
  };
  const std::u32string all_characters = characters(text);
  for (std::size_t i = 0; i < all_characters.size(); ++i) {
    const char32_t c = all_characters[i], next = i + 1 < all_characters.size() ? all_characters[i + 1] : U' ';
    piece += utf8(std::u32string_view(&c, 1));
    of_piece += width(c);
    const bool closes = std::u32string_view(U"，。；：、”）").find(next) != std::u32string_view::npos;
    const bool opens = c == U'（' || c == U'“';
    if (c == U' ' || (width(c) > 1 && !closes && !opens)) flush();
  }
  flush();
  return all;
}

}  // namespace

State<double> lane_of(const State<Lanes>& state, int which) {
  std::vector<double> values;
  numbers(state, [&](const Lanes& value) { values.push_back(static_cast<double>(lane(value, which))); });
  State<double> one{};
  std::size_t next = 0;
  numbers(one, [&](double& value) { value = values[next++]; });
  return one;
}

std::vector<Told> chronicle(const Model& model, const Plan& plan, std::uint32_t run) {
  std::vector<Told> entries;
  Narrator narrator(model, entries);
  State<double> before{};
  bool over = false;
  Simulator(model, plan).run(run, 1, [&](const WeekSeen& seen) {
    if (over) return;
    const State<double> after = lane_of(seen.state, 0);
    over = after.ended > 0.5 || seen.week == model.weeks;
    if (seen.week == 0)
      narrator.begin(after);
    else
      narrator.tell(seen.week, before, after, over);
    before = after;
  });
  return entries;
}

std::string told(const Model& model, const std::vector<Told>& entries, Language language) {
  std::string text;
  const int start = day_number(model.dossier.as_of);
  int last = -1;
  for (const Told& entry : entries) {
    const std::string date = show(date_of(start + 7 * entry.week));
    const std::string head = language == Language::zh ? fmt::format("第 {:3} 周  {}  ", entry.week, date)
                                                      : fmt::format("week {:3}  {}  ", entry.week, date);
    const auto indent = static_cast<std::size_t>(width(head));
    text.append(entry.week == last ? std::string(indent, ' ') : head);
    text.append(wrapped(entry.text.in(language), indent)).append("\n");
    last = entry.week;
  }
  return text;
}

}  // namespace armistice
