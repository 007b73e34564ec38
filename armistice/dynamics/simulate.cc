// SPDX-License-Identifier: Apache-2.0
#include "armistice/dynamics/simulate.h"

#include <algorithm>
#include <memory>

#include "armistice/dynamics/week.h"

namespace armistice {
namespace {

template <class V>
Stream<V> stream_of(const Plan& plan, std::uint32_t first, int week) {
  return {plan.seed, first, static_cast<std::uint32_t>(week)};
}

// Runs the weeks of one block; `after` sees each of them and says whether to go on.
template <class V, class After>
void run_block(const Model& m, const Plan& plan, const Columns& columns, std::uint32_t first, Terms<V>& terms,
               State<V>& state, After after) {
  prepare(m, columns, plan.on, plan.central, stream_of<V>(plan, first, 0), terms);
  terms.protocol = plan.protocol;
  begin(m, terms, state);
  if (plan.search_every > 0) measure(m, terms, state);
  bool go_on = after(0);
  for (int now = 1; go_on && now <= m.weeks; ++now) {
    week(m, terms, state, stream_of<V>(plan, first, now), plan.search_every);
    go_on = after(now);
  }
}

}  // namespace

struct Simulator::Room {
  Room(const Model& m, const Plan& p) : model(m), plan(p), columns(columns_of(m)) {}
  const Model& model;
  Plan plan;
  Columns columns;
  Terms<Lanes> terms{};
  State<Lanes> state{};
};

Simulator::Simulator(const Model& model, const Plan& plan) : room_(std::make_unique<Room>(model, plan)) {}
Simulator::~Simulator() = default;

void Simulator::run(std::uint32_t first, std::uint32_t count, const std::function<void(const WeekSeen&)>& seen) {
  constexpr auto width = static_cast<std::uint32_t>(lane_count<Lanes>);
  for (std::uint32_t done = 0; done < count; done += width) {
    const int lanes = static_cast<int>(std::min(width, count - done));
    run_block(room_->model, room_->plan, room_->columns, first + done, room_->terms, room_->state, [&](int now) {
      seen({now, first + done, lanes, room_->state});
      return any(room_->state.ended < Lanes(0.5f));
    });
  }
}

void run_reference(const Model& model, const Plan& plan, std::uint32_t run,
                   const std::function<void(int week, const State<double>&)>& seen) {
  const Columns columns = columns_of(model);
  Terms<double> terms;
  const auto state = std::make_unique<State<double>>();
  run_block(model, plan, columns, run, terms, *state, [&](int now) {
    seen(now, *state);
    return state->ended < 0.5;
  });
}

std::vector<double> draw_of(const Model& model, const Plan& plan, std::uint32_t run) {
  std::vector<Lanes> value(model.dossier.knobs.size());
  draw(model.dossier.knobs, stream_of<Lanes>(plan, run, 0), plan.central, std::span(value));
  std::vector<double> of_run;
  for (const Lanes& v : value) of_run.push_back(static_cast<double>(lane(v, 0)));
  return of_run;
}

}  // namespace armistice
