// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/dynamics/week.h"
#include "tests/dynamics/small_war.h"

namespace armistice::testing {

// Everything off: a test turns on the one mechanism that it looks at.
inline Switches nothing() {
  Switches on;
  Switches::list(on, [](const char*, bool& is_on, const char*) { is_on = false; });
  return on;
}

// One block of runs on the day of the dossier, so that a mechanism can be called alone.
template <class V>
struct Stage {
  Model m;
  Columns columns;
  Terms<V> t;
  State<V> s;
  Stream<V> rng;

  explicit Stage(const Dossier& dossier, const Switches& on = {}, std::uint32_t first = 0, bool central = true,
                 std::uint64_t seed = 1)
      : m(compile(dossier)), columns(columns_of(m)), rng{seed, first, 0} {
    begin_at(first, on, central);
  }
  Stage(const Stage&) = delete;

  void begin_at(std::uint32_t first, const Switches& on, bool central = true) {
    rng.first = first, rng.step = 0;
    prepare(m, columns, on, central, rng, t);
    begin(m, t, s);
  }

  Package<V> package(const std::vector<int>& options) const {
    Package<V> p;
    for (std::size_t k = 0; k < options.size(); ++k) p.option[k] = constant<V>(options[k]);
    add_up(m, t, p);
    return p;
  }
};

// Calls f with every number of a state, in the order of its one list of fields.
template <class S, class F>
void every_number(S& state, F f) {
  fields(state, [&](const char*, auto& field) {
    if constexpr (requires { field.begin(); }) {
      for (auto& number : field) f(number);
    } else {
      f(field);
    }
  });
}

}  // namespace armistice::testing
