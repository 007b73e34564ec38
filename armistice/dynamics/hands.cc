// SPDX-License-Identifier: Apache-2.0
#include "armistice/dynamics/hands.h"

#include <algorithm>

namespace armistice {

Hands::Hands(const Model& m, const Plan& plan, std::uint32_t wanted)
    : model(m), columns(columns_of(m)), draws(plan.central ? 1 : wanted) {
  for (std::uint32_t first = 0; first < draws; first += lane_count<Lanes>) {
    auto& hand = *blocks.emplace_back(std::make_unique<Hand>());
    hand.lanes = static_cast<int>(std::min<std::uint32_t>(lane_count<Lanes>, draws - first));
    prepare(m, columns, plan.on, plan.central, Stream<Lanes>{plan.seed, first, 0}, hand.t);
    begin(m, hand.t, hand.s);
  }
}

std::unique_ptr<Hand> alone(const Hand& hand, int lane_of_draw) {
  auto one = std::make_unique<Hand>(hand);
  one->lanes = lane_count<Lanes>;
  const auto spread = [&](Lanes& v) { v = Lanes(lane(v, lane_of_draw)); };
  const auto spread_all = [&](auto& values) { std::for_each(values.begin(), values.end(), spread); };
  Terms<Lanes>& t = one->t;
  spread_all(t.knob), spread_all(t.table), spread_all(t.at_0), spread_all(t.slope), spread_all(t.per_scale);
  spread_all(t.stake), spread_all(t.flow_0), spread_all(t.flow_1);
  for (auto& of_side : t.dictated) spread_all(of_side);
  for (FrontTerms<Lanes>& front : t.front)
    for (Lanes* v : {&front.weight, &front.start, &front.speed, &front.memory, &front.carried, &front.speed_noise,
                     &front.shared, &front.own_noise})
      spread(*v);
  spread(t.variance), spread(t.per_km2), spread(t.line);
  fields(one->s, [&](const char*, auto& field) {
    if constexpr (requires { field.begin(); })
      spread_all(field);
    else
      spread(field);
  });
  return one;
}

Package<Lanes> summed(const Hands& hands, const Hand& hand, const std::vector<int>& options) {
  Package<Lanes> p;
  for (std::size_t k = 0; k < options.size(); ++k) p.option[k] = constant<Lanes>(options[k]);
  add_up(hands.model, hand.t, p);
  return p;
}

}  // namespace armistice
