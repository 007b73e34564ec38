// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/chronicle.h"

#include <type_traits>

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

}  // namespace

State<double> lane_of(const State<Lanes>& state, int which) {
  std::vector<double> values;
  numbers(state, [&](const Lanes& value) { values.push_back(static_cast<double>(lane(value, which))); });
  State<double> one{};
  std::size_t next = 0;
  numbers(one, [&](double& value) { value = values[next++]; });
  return one;
}

std::vector<Entry> chronicle(const Model& model, const Plan& plan, std::uint32_t run) {
  std::vector<Entry> entries;
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

std::string told(const Model& model, const std::vector<Entry>& entries, Language language) {
  std::string text;
  const int start = day_number(model.dossier.as_of);
  int last = -1;
  for (const Entry& entry : entries) {
    const std::string date = show(date_of(start + 7 * entry.week));
    const std::string head = language == Language::zh ? fmt::format("第 {:3} 周  {}  ", entry.week, date)
                                                      : fmt::format("week {:3}  {}  ", entry.week, date);
    const std::size_t blank = language == Language::zh ? 22 : head.size();
    text.append(entry.week == last ? std::string(blank, ' ') : head).append(entry.text.in(language)).append("\n");
    last = entry.week;
  }
  return text;
}

}  // namespace armistice
