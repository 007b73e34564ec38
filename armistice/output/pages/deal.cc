// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/pages/json.h"

namespace armistice {

Json range(const Interval& range) { return {{"low", number(range.low)}, {"high", number(range.high)}}; }

Json deal(const DealView& deal) {
  Json parties = Json::array();
  for (const PartyDeal& party : deal.party) {
    if (!party.has_stake) {
      parties.push_back(nullptr);
      continue;
    }
    parties.push_back({{"must", party.must},
                       {"gain", spread(party.gain)},
                       {"loses", number(party.loses)},
                       {"blocks", number(party.blocks)},
                       {"ratifies", number(party.ratifies)}});
  }
  return {
      {"package", deal.package},     {"passes", number(deal.passes)},     {"passes_range", range(deal.passes_range)},
      {"least", number(deal.least)}, {"ratified", number(deal.ratified)}, {"carried", number(deal.carried)},
      {"years", spread(deal.years)}, {"party", std::move(parties)}};
}

}  // namespace armistice
